import Files
import Foundation
import Newspaper
import TestSupport
import Testing

@testable import Sources

@Suite("Documents of the web that are cut, spoiled or made to harm")
struct HostileDocumentsTests {
    /// Small documents of every format that the fuzzer begins with.
    static let originals: [String] = ["feeds", "markup"].flatMap { folder -> [String] in
        let place = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../Fixtures/corpus/\(folder)")
        return (try? FileManager.default.contentsOfDirectory(atPath: place.path))?.sorted().map {
            place.appending(path: $0).path
        } ?? []
    }

    private func load(_ bytes: [UInt8]) -> LoadedContent {
        let loader = ContentLoader(memory: ["input": [MemoryFile(name: "input", bytes: bytes)]])
        return loader.load([EditionReference(.memory("input"))])
    }

    /// Stories, each of which can be opened, or a word on why there are none.
    private func expectEditionOrFault(_ bytes: [UInt8], _ words: @autoclosure () -> String) {
        let content = load(bytes)
        #expect(
            content.list.count > 0 || !content.faults.isEmpty || content.notes.contains(where: \.isEmpty)
                || content.list.title != nil, "\(words())")
        for position in 0..<content.list.count { #expect(content.list.story(at: position) != nil, "\(words())") }
    }

    @Test(arguments: originals)
    func `a document cut anywhere is an edition or a fault`(path: String) throws {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        for end in bytes.indices { expectEditionOrFault(Array(bytes[..<end]), "\(path) cut at \(end)") }
    }

    @Test(arguments: originals)
    func `a spoiled document is an edition or a fault`(path: String) throws {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        var random = Seeded(seed: 14)
        for round in 0..<100 {
            let content = load(bytes.mutated(using: &random))
            for position in 0..<content.list.count {
                #expect(content.list.story(at: position) != nil, "\(path), round \(round)")
            }
        }
    }

    private static let feeds = [
        "<rss><channel><title>Quay</title><item><title>%</title></item></channel></rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Low</title><content type='html'>%</content></entry></feed>",
        "<opml><body><outline text='Low' xmlUrl='https://quay.example/' description='%'/></body></opml>",
        #"{"version":"https://jsonfeed.org/version/1.1","title":"Quay","items":[{"id":"1","content_html":"%"}]}"#,
        "<html><body><article><p>The ferry sailed at six from the old quay below the market. %</p></article></body></html>",
    ]

    private func fill(_ document: String, with part: [UInt8]) -> [UInt8] {
        let sides = document.utf8.split(separator: UInt8(ascii: "%"), maxSplits: 1)
        return Array(sides[0]) + part + Array(sides[1])
    }

    @Test(.timeLimit(.minutes(5)), arguments: zip(feeds, [100, 8, 8, 8, 24]))
    func `megabytes in one element are read, a hundred of a feed`(document: String, megabytes: Int) {
        let words = Array(String(repeating: "low water at the quay ", count: 100).utf8)
        var part: [UInt8] = []
        part.reserveCapacity(megabytes << 20)
        while part.count < megabytes << 20 { part += words }
        let content = load(fill(document, with: part))
        #expect(content.list.count == 1 || !content.faults.isEmpty)
    }

    @Test(.timeLimit(.minutes(5)), arguments: feeds)
    func `a hundred thousand elements in each other are read on a small stack`(document: String) async {
        for tag in ["b", "outline", "table"] {
            let open = String(repeating: "<\(tag)>", count: 100_000)
            for part in [open, open + String(repeating: "</\(tag)>", count: 100_000)] {
                let bytes = fill(document, with: Array(part.utf8))
                await withCheckedContinuation { continuation in
                    // As workers have it.
                    let thread = Thread {
                        expectEditionOrFault(bytes, "\(tag) in \(document.prefix(6))")
                        continuation.resume()
                    }
                    thread.stackSize = 512 << 10
                    thread.start()
                }
            }
        }
    }

    @Test(arguments: feeds)
    func `NULs, UTF-7 and two encodings in one document are read`(document: String) {
        let parts: [[UInt8]] = [
            Array("a\0b\0".utf8), [UInt8](repeating: 0, count: 5_000),
            Array("+ADw-script+AD4-x()+ADw-/script+AD4-".utf8),
            Array("灯里".utf8) + [0xB5, 0xC6, 0xC0, 0xEF] + Array("é".utf8) + [0xE9], [0xFF, 0xFE, 0x41, 0],
            [0xC3], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80],
        ]
        for part in parts {
            let bytes = fill(document, with: part)
            let content = load(bytes)
            #expect(content.list.count > 0 || !content.faults.isEmpty, "\(part.prefix(8)) in \(document.prefix(6))")
            for position in 0..<content.list.count {
                let story = content.list.story(at: position)
                #expect(story?.body.contains { $0.text.contains("\0") } == false)
            }
        }
    }
}
