import Glibc
import Feeds
import Newspaper
import PageParsing
import Resources
import TextIntake
import Texts

/// What a command works on: the edition that its paths name, or the sample edition.
struct Material {
    var edition = Edition()
    var sources: [PageSource] = []
    var title = ""
    var notes: [String] = []
    var failures: [String] = []

    init(paths: [String], parses: Bool = true) throws {
        if paths.isEmpty {
            sources = Self.sample
        } else {
            for path in paths {
                var names = [path]
                if let dir = opendir(path) {
                    names = []
                    while let e = readdir(dir) {
                        let name = withUnsafePointer(to: &e.pointee.d_name) {
                            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                        }
                        if name.hasSuffix(".txt") { names.append(path + "/" + name) }
                    }
                    names.sort()
                }
                for name in names {
                    guard let file = fopen(name, "r") else { throw Complaint(words: texts(.noFile, name)) }
                    var bytes: [UInt8] = []
                    var buffer = [UInt8](repeating: 0, count: 1 << 20)
                    while true {
                        let n = fread(&buffer, 1, buffer.count, file); if n <= 0 { break }; bytes += buffer[..<n]
                    }
                    fclose(file)
                    sources.append(PageSource(path: name, text: TextIntake.read(bytes).text))
                }
            }
        }
        if let p = paths.first, p.hasSuffix(".json") { edition = try Feed.read(Array(sources[0].text.utf8)); return }
        if parses { edition = PageParser.edition(from: sources) }
    }

    /// The built-in pages, through the same gate and parser as any others.
    static var sample: [PageSource] {
        (0..<broadsheet_sample_count()).map { index in
            let page = broadsheet_sample(index)
            let bytes = UnsafeBufferPointer(start: page.bytes, count: page.count)
            return PageSource(path: String(cString: page.name), text: TextIntake.read(bytes).text)
        }
    }

    func finish() throws {}
}
