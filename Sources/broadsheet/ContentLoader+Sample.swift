import Application
import Resources
import Sources
import TextDecoding

extension ContentLoader {
    /// Reads files, and the sample edition that is built in, with what readers have said about the lines of pages.
    static func withSample(
        _ environment: ProcessEnvironment, encoding: SourceText.Encoding? = nil, password: String? = nil
    ) -> ContentLoader {
        let sample = (0..<broadsheet_sample_count()).map { index in
            let page = broadsheet_sample(index)
            let bytes = UnsafeBufferPointer(start: page.bytes, count: page.count)
            return MemoryFile(name: String(cString: page.name), bytes: Array(bytes))
        }
        return ContentLoader(
            memory: ["sample": sample], encoding: encoding, password: password,
            corrections: CorrectionStore(dataFolder: environment.dataFolder))
    }
}
