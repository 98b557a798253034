import Foundation
import TestSupport
import Testing

@testable import Sources

struct FileTypeTests {
    private func identify(_ text: String, _ encoding: String.Encoding = .utf8) -> FileType {
        FileType.identify(Array(text.data(using: encoding)!))
    }

    /// The first bytes of files as their programs write them.
    private static let binaries: [(FileType, [UInt8])] = [
        (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]),
        (.jpeg, [0xFF, 0xD8, 0xFF, 0xE0, 0, 16]),
        (.gif, Array("GIF89a".utf8) + [1, 0, 1, 0]), (.webp, Array("RIFF$\0\0\0WEBPVP8 ".utf8)),
        (.bmp, [0x42, 0x4D, 0x36, 0x30, 0, 0, 0, 0, 0, 0, 0x36, 0, 0, 0]), (.tiff, [0x49, 0x49, 0x2A, 0, 8, 0]),
        (.heif, [0, 0, 0, 0x18] + Array("ftypheic".utf8)), (.video, [0, 0, 0, 0x20] + Array("ftypisom".utf8)),
        (.mp3, Array("ID3".utf8) + [4, 0, 0]), (.mp3, [0xFF, 0xFB, 0x90, 0x44]), (.audio, Array("OggS\0".utf8)),
        (.pdf, Array("%PDF-1.7\n%\u{E2}\u{E3}".utf8)), (.postScript, Array("%!PS-Adobe-3.0\n".utf8)),
        (.rtf, Array(#"{\rtf1\ansi 报}"#.utf8)), (.gzip, [0x1F, 0x8B, 8, 0]), (.bzip2, Array("BZh91AY&SY".utf8) + [1]),
        (.xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0]), (.zstd, [0x28, 0xB5, 0x2F, 0xFD, 4]),
        (.sevenZip, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4]), (.rar, [0x52, 0x61, 0x72, 0x21, 0x1A, 7, 1, 0]),
        (.tar, [UInt8](repeating: 0x61, count: 257) + Array("ustar\0".utf8)), (.zip, [0x50, 0x4B, 3, 4, 20, 0]),
        (.zip, [0x50, 0x4B, 5, 6, 0, 0]), (.program, [0x7F, 0x45, 0x4C, 0x46, 2, 1]),
        (.program, [0x4D, 0x5A, 0x90, 0, 3]),
        (.sqlite, Array("SQLite format 3\0".utf8)), (.oldOffice, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        (.font, Array("wOF2".utf8) + [0, 1]),
        (.epub, [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 26) + Array("mimetypeapplication/epub+zip".utf8)),
        (
            .openDocument,
            [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 26)
                + Array("mimetypeapplication/vnd.oasis.opendocument.text".utf8)
        ),
        (.unknown, [UInt8](repeating: 0, count: 100)), (.unknown, (0..<1000).map { UInt8($0 * 7 & 0xFF) }),
        (.unknown, [0]), (.unknown, [1, 2, 3]), (.empty, []),
    ]

    @Test func `a page is one by its tags, in whatever encoding it declares`() {
        let letters = (0xE0...0xFA).map { UInt8($0) }
        let page =
            Array("<!DOCTYPE html><html><meta charset=\"windows-1255\"><p>".utf8) + letters + letters + [0x20] + letters
        #expect(FileType.identify(page) == .html)
    }

    @Test(arguments: binaries)
    func `a binary file is what its first bytes say`(type: FileType, bytes: [UInt8]) {
        #expect(FileType.identify(bytes) == type)
    }

    @Test(arguments: [
        "渡口镇\n", "a", "\u{FEFF}灯里镇\n", "{本报讯} 渡口", "{\"引题\"} 渡口改成了桥头", "{ 渡口 }", "[1] 见第三版", "[1, 2] 见第三版", "[1]",
        "[12]", "[1] [2]", "[a, b]", "[2026-11-28, 3]\n",
        "[本报讯] 桥通了",
        "[\"引题\"] 桥通了", "<本报讯> 桥通了", "<<要闻>> 桥通了", "< 5 度", "<3", "<Headline> The ferry is back",
        "<a.b@example.org> wrote:",
        "\u{1B}[31m桥通了\u{1B}[0m 人来了\n", "渡口镇\0\0\n\n桥通了，人来人往，灯一直亮到半夜\n", "%PD", "BM的车", "ftyp", "ID3 is a format",
        "version,title\n1,x\n", "\u{7}\u{8}bell", "PK", "GIF", "Rar!",
    ])
    func `text is text, whatever it begins with`(text: String) {
        #expect(identify(text) == .text)
    }

    @Test(arguments: ["渡口改成了桥头，人来人往。\n一九二六年的旧桥\n", "The ferry is back\n", "<本报讯> 桥通了\n"])
    func `text in another encoding is text`(text: String) throws {
        for encoding in [String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian] {
            #expect(identify(text, encoding) == .text, "\(encoding)")
        }
        #expect(FileType.identify(try encoded(String(repeating: text, count: 9), "GB18030")) == .text)
    }

    @Test func `text with no white space in it for a long way is text, also where the window cuts a character`() {
        for shift in 0..<4 {
            let text = String(repeating: "x", count: shift) + String(repeating: "灯", count: 100_000)
            #expect(identify(text) == .text)
        }
        #expect(identify(String(repeating: " \n", count: 5_000) + "灯") == .text)
    }

    @Test func `white space alone is empty`() {
        #expect(identify(" \n\t\r\n") == .empty && identify("\u{FEFF}\n") == .empty)
    }

    @Test(arguments: [
        (FileType.html, "<!DOCTYPE html><html>"), (.html, "\u{FEFF}\n<!-- x --><HTML lang='zh'>"), (.html, "<p>报</p>"),
        (.html, #"<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html xmlns="x">"#),
        (.html, "<div class='x'>"),
        (.feedXML, #"<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>"#),
        (.feedXML, "<rss version='2.0'>"),
        (
            .feedXML,
            "\u{FEFF}<?xml version='1.0'?>\n<?xml-stylesheet href='x'?>\n<feed xmlns='http://www.w3.org/2005/Atom'>"
        ),
        (.feedXML, "<rdf:RDF xmlns:rdf='x'>"), (.opml, "<?xml version='1.0'?><opml version='2.0'>"),
        (.feedXML, "<feed><title>Quay</title><entry><id>1</id></entry></feed>"),
        (.feedXML, "<entry xmlns='http://www.w3.org/2005/Atom'><title>Low water</title></entry>"),
        (.svg, "<svg xmlns='http://www.w3.org/2000/svg'>"), (.xml, "<?xml version='1.0'?><NewsML>"),
        (.xml, "<nitf xmlns='x'>"), (.xml, "<?xml version='1.0'?>"), (.xml, "<?xml version='1.0'?><!-- cut off"),
        (.json, "{}"), (.json, "{"), (.json, "{\"a\""), (.json, "{\"a"), (.json, "{\"a\": 1}"), (.json, "[{\"a\": 1}]"),
        (.json, "[]"), (.json, "[\"a\", \"b\"]"), (.json, "[1,2,3]"), (.json, "[[1, 2], [3.5e-1, null]]"),
        (.json, "[true, false]\n"),
        (.json, "{\"name\": \"x\", oops"), (.json, "{\"version\": 3}"),
        (.jsonFeed, #"{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[]}"#),
        (.jsonFeed, "\u{FEFF}\n{\"title\": \"x\", \"version\": \"https://jsonfeed.org/version/1\""),
    ])
    func `markup and JSON are told from text and from each other`(type: FileType, text: String) {
        #expect(identify(text) == type)
    }

    @Test func `markup in UTF-16 is markup`() {
        #expect(identify("<?xml version='1.0'?>\n<rss version='2.0'>", .utf16) == .feedXML)
        #expect(identify(feed("渡口", "开船"), .utf16) == .jsonFeed)
    }

    @Test func `text in an encoding that is not known is no noise`() throws {
        let text = "渡口改成了橋頭，人來人往，燈一直亮到半夜。\n第一次走著過了河，老周在涼亭裡指路。\n"
        #expect(FileType.identify(try encoded(text, "BIG5")) == .text)
        // Chinese, without kana.
        #expect(FileType.identify(try encoded(text, "SHIFT_JIS")) == .unknownText)
        #expect(identify("Сегодня утром шёл дождь, и люди шли под зонтами.\n", .windowsCP1251) == .unknownText)
        #expect(identify("Un été à l’Hôtel de Ville : déjà vu, bien sûr.\n", .windowsCP1252) == .text)
    }

    @Test func `a kind is known from a few kilobytes`() {
        let text = Array(String(repeating: "灯里镇\n", count: 10_000).utf8)
        #expect(FileType.identify(Array(text.prefix(FileType.window))) == FileType.identify(text))
    }

    @Test func `any bytes are of some kind`() {
        var random = Seeded(seed: 3)
        for _ in 0..<5_000 {
            let count = Int.random(in: 0...200, using: &random)
            var bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            // Starts that are looked at more closely.
            let starts = [
                "", "<", "{", "[", "<?xml", "{\"", "<!--", "<!DOCTYPE", "PK\u{3}\u{4}", "[\"", "{\"items\":[{",
            ]
            bytes = Array(starts.randomElement(using: &random)!.utf8) + bytes
            _ = FileType.identify(bytes)
            _ = FileType.identify(bytes.map { $0 & 0x7F })
        }
    }
}
