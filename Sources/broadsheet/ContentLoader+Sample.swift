import Resources
import Sources

extension ContentLoader {
    /// Reads files, and the sample edition that is built in.
    static let withSample = ContentLoader(
        memory: [
            "sample": (0..<broadsheet_sample_count()).map { index in
                let page = broadsheet_sample(index)
                let bytes = UnsafeBufferPointer(start: page.bytes, count: page.count)
                return MemoryFile(name: String(cString: page.name), bytes: Array(bytes))
            }
        ])
}
