import Foundation
import TestSupport
import Testing

@testable import Files
@testable import Sources

struct GzipTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `a page or a feed that is compressed is read like any other`() throws {
        try folder.make("第1版.txt.gz", gzip(Array(page("桥").utf8)))
        try folder.make("b", gzip(Array(feed("渡口", "开船").utf8)))
        #expect(load(folder.path("第1版.txt.gz")).headlines == ["桥", "桥之后"])
        #expect(load(folder.path("第1版.txt.gz")).list.pages[0].number == "1")
        #expect(load(folder.path("b")).headlines == ["开船"])
    }

    @Test func `members one after another are one file, and padding behind them is nothing`() throws {
        let text = page("桥")
        let half = text.index(text.startIndex, offsetBy: text.count / 2)
        let members = gzip(Array(text[..<half].utf8)) + gzip(Array(text[half...].utf8))
        try folder.make("01.txt.gz", members + [0, 0, 0])
        #expect(load(folder.path("01.txt.gz")).sources.map(\.text) == [text])
    }

    @Test(arguments: [1, 100, 1 << 18, (1 << 18) + 1, 1 << 20, (1 << 21) + 7])
    func `as many bytes come out as went in`(count: Int) throws {
        var random = Seeded(seed: UInt64(count))
        let text = (0..<count).map { _ in UInt8.random(in: 0x61...0x7A, using: &random) }
        try folder.make("a", gzip(text))
        #expect(load(folder.path("a")).sources.map(\.utf8) == [text])
    }

    @Test func `a file that is cut off or damaged is reported`() throws {
        let whole = gzip(Array(String(repeating: page("桥"), count: 50).utf8))
        for count in [3, 10, 11, whole.count / 2, whole.count - 9, whole.count - 1] {
            try folder.make("a", whole.prefix(count))
            let content = load(folder.path("a"))
            #expect(content.isEmpty && content.faults == [.damaged(path: folder.path("a"), .gzip)], "\(count)")
        }
        var wrong = whole
        wrong[wrong.count - 6] ^= 1
        try folder.make("a", wrong)
        #expect(load(folder.path("a")).faults == [.damaged(path: folder.path("a"), .gzip)])
    }

    @Test func `what is inside is named where it cannot be read`() throws {
        try folder.make("x.tar.gz", gzip([UInt8](repeating: 0x61, count: 257) + Array("ustar\0".utf8)))
        #expect(
            load(folder.path("x.tar.gz")).faults == [.unsupported(path: folder.path("x.tar.gz"), .tar, isPacked: true)])
        try folder.make("empty.gz", gzip([]))
        #expect(
            load(folder.path("empty.gz")).faults == [
                .unsupported(path: folder.path("empty.gz"), .empty, isPacked: true)
            ])
    }

    @Test func `a small file does not fill the memory`() throws {
        var limits = ReadingLimits()
        limits.ratioBytes = 1 << 20
        try folder.make("a", gzip([UInt8](repeating: 0x61, count: 3 << 20)))
        #expect(load(folder.path("a"), limits: limits).faults == [.tooMuch(path: folder.path("a"), .ratio(200))])
        #expect(load(folder.path("a")).sources.map(\.utf8.count) == [3 << 20])
        limits = ReadingLimits()
        limits.unpackedBytes = (3 << 20) - 1
        #expect(
            load(folder.path("a"), limits: limits).faults == [
                .tooMuch(path: folder.path("a"), .bytes(limits.unpackedBytes))
            ])
        var layers = Array(page("桥").utf8)
        for _ in 0..<2 { layers = gzip(layers) }
        try folder.make("b", layers)
        #expect(load(folder.path("b")).headlines == ["桥", "桥之后"])
        try folder.make("b", gzip(layers))
        #expect(load(folder.path("b")).faults == [.tooMuch(path: folder.path("b"), .depth)])
    }
}
