import Foundation
import TestSupport
import TextDecoding
import Testing

@testable import Files
@testable import Sources

/// Pages that are not UTF-8: found out, named, and reported.
struct EncodedPagesTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A page in Russian, whose encoding is named and never guessed.
    private let russian = "Новый мост открыт\n\nСегодня утром люди пришли на площадь, чтобы увидеть новый мост.\n"

    private func content(
        _ encoding: SourceText.Encoding? = nil, _ names: String..., memory: [String: [MemoryFile]] = [:]
    ) -> LoadedContent {
        let catalog = Catalog.find(names.map { folder.path($0) })
        return ContentLoader(memory: memory, encoding: encoding).load(catalog.editions)
    }

    private func bytes(_ text: String, _ encoding: String.Encoding) throws -> [UInt8] {
        Array(try #require(text.data(using: encoding)))
    }

    @Test func `a page is decoded, and a note says from what`() throws {
        let text = "灯りの町\n\n　朝から広場に人が集まった。新しい橋ができたので、隣の町からも来た。\n"
        for (name, encoding, expected) in [
            ("1.txt", "CP932", SourceText.Encoding.shiftJIS), ("2.txt", "EUC-JP", .eucJP),
            ("3.txt", "ISO-2022-JP", .iso2022JP),
        ] {
            try folder.make(name, try encoded(text, encoding))
            let content = content(nil, name)
            #expect(content.sources.map(\.text) == [text])
            #expect(content.notes == [SourceNote(path: folder.path(name), encoding: expected)])
        }
    }

    @Test(arguments: [
        ("GB18030", "gb2312", false), ("GB18030", "GBK", false), ("BIG5", "big5", false), ("CP932", "shift_jis", false),
        ("GB18030", "utf-8", true), ("GB18030", nil, true),
    ])
    func `a page that declares its encoding rightly needs no note`(
        encoding: String, declared: String?, isNoted: Bool
    ) throws {
        let words = encoding == "CP932" ? "新しい橋ができたので、隣の町からも人が来た。" : "河水退了，船又開了，渡口的人都來了。"
        let head = declared.map { "<meta http-equiv=Content-Type content='text/html; charset=\($0)'>" } ?? ""
        let page = "<html><head>\(head)<title>橋</title></head><body><p>\(words)</p><p>\(words)</p></body></html>"
        try folder.make("1.html", try encoded(page, encoding))
        let content = content(nil, "1.html")
        #expect(content.list.story(at: 0)?.body.first?.text == words)
        #expect(content.notes.contains(where: \.isDecoded) == isNoted)
    }

    @Test func `what cannot be told is a fault that says what it may be`() throws {
        try folder.make("1.txt", try bytes(russian, .windowsCP1251))
        #expect(
            content(nil, "1.txt").faults == [
                .unsupported(path: folder.path("1.txt"), .unknownText, likely: [.system("windows-1251")])
            ])
        // Among much ASCII it is shown, with a note.
        let english = String(repeating: "The town is glad. ", count: 40)
        try folder.make("2.txt", try bytes(english + "Новый", .windowsCP1251))
        #expect(content(nil, "2.txt").faults.isEmpty)
        #expect(content(nil, "2.txt").notes.map(\.removed.malformed) == [5])
    }

    @Test func `a name that is given decides for files, folders and archives`() throws {
        let page = try bytes(russian, .windowsCP1251)
        try folder.make("a/1.txt", page)
        try folder.make("a/2.txt", page)
        try folder.make("1.txt.gz", gzip(page))
        try folder.make("x", page)
        var zip = ZipWriter()
        zip.add(Array("1.txt".utf8), page)
        try folder.make("a.zip", zip.finish())
        for name in ["a", "1.txt.gz", "x", "a.zip"] {
            let content = content(.system("windows-1251"), name)
            #expect(content.faults.isEmpty && Set(content.sources.map(\.text)) == [russian], "\(name)")
            #expect(content.notes.allSatisfy { $0.encoding == .system("windows-1251") })
        }
    }

    @Test func `a name that is given changes neither feeds nor what is built in, nor makes a picture a text`() throws {
        try folder.make("a.json", Array(feed("渡口", "开船").utf8))
        #expect(content(.big5, "a.json").headlines == ["开船"])
        try folder.make("1.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        #expect(content(.big5, "1.txt").faults == [.unsupported(path: folder.path("1.txt"), .png)])
        let loader = ContentLoader(
            memory: ["x": [MemoryFile(name: "1.txt", bytes: Array("灯里镇\n".utf8))]], encoding: .big5)
        #expect(loader.load([EditionReference(.memory("x"))]).sources.map(\.text) == ["灯里镇\n"])
    }

    @Test func `what is mended is noted`() throws {
        let text = page("桥")
        try folder.make("1.txt", text.utf8.flatMap { Array(String(Unicode.Scalar($0)).utf8) })
        #expect(content(nil, "1.txt").sources.map(\.text) == [text])
        #expect(content(nil, "1.txt").notes.map(\.mending) == [.misread(as: .system("ISO-8859-1"))])
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.utf8) }
        lines[2] = try encoded(String(decoding: lines[2], as: UTF8.self), "GBK")
        try folder.make("2.txt", Array(lines.joined(separator: [0x0A])))
        #expect(content(nil, "2.txt").sources.map(\.text) == [text])
        #expect(content(nil, "2.txt").notes.map(\.mending) == [.lines(1, .gb18030)])
    }
}
