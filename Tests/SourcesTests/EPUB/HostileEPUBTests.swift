import Foundation
import Newspaper
import TestSupport
import Testing

@testable import Files
@testable import Sources

/// Books that are protected, broken or meant to harm.
struct HostileEPUBTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private var path: String { folder.path("a.epub") }

    private func content(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) throws -> LoadedContent {
        try folder.make("a.epub", bytes)
        return load(path, limits: limits)
    }

    private var book: Book {
        var book = Book()
        book.documents = [("1.xhtml", "<h1>One</h1><p>Tide.</p>"), ("2.xhtml", "<h1>Two</h1><p>Ebb.</p>")]
        book.entries = [Book.Entry("One", "1.xhtml"), Book.Entry("Two", "2.xhtml")]
        return book
    }

    // MARK: - Protection

    private func encryption(_ algorithm: String, _ further: String = "") -> (path: String, bytes: [UInt8]) {
        let xml = """
            <encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">\
            <enc:EncryptedData><enc:EncryptionMethod Algorithm="\(algorithm)"/>\(further)<enc:CipherData>\
            <enc:CipherReference URI="OEBPS/1.xhtml"/></enc:CipherData></enc:EncryptedData></encryption>
            """
        return ("META-INF/encryption.xml", Array(xml.utf8))
    }

    @Test func `a protected book is reported by its protection`() throws {
        let aes = "http://www.w3.org/2001/04/xmlenc#aes128-cbc"
        let adept = "<KeyInfo><resource xmlns=\"http://ns.adobe.com/adept\">urn:uuid:1</resource></KeyInfo>"
        for (files, protection) in [
            ([encryption(aes)], BookProtection.other), ([encryption(aes, adept)], .adobe),
            ([encryption(aes), ("META-INF/rights.xml", Array("<rights/>".utf8))], .adobe),
            ([encryption(aes), ("META-INF/license.lcpl", Array("{}".utf8))], .lcp),
            ([encryption(aes), ("META-INF/sinf.xml", Array("<x/>".utf8))], .apple),
        ] {
            var book = book
            book.files = files
            #expect(try content(book.bytes).faults == [.protected(path: path, protection)])
        }
    }

    @Test(arguments: ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"])
    func `scrambled fonts are no protection`(algorithm: String) throws {
        var book = book
        book.files = [encryption(algorithm)]
        #expect(try content(book.bytes).headlines == ["One", "Two"])
    }

    // MARK: - Harm

    @Test func `nothing outside of the book is read, and nothing in it runs`() throws {
        try folder.make("secret.xhtml", text: Book.document("<p>Secret.</p>"))
        var book = book
        let names = [
            "../secret.xhtml", "../../../../../../etc/passwd", "/etc/passwd", "%2e%2e/%2e%2e/secret.xhtml",
            "file:///etc/passwd", "https://quay.example/x.xhtml", "//quay.example/x.xhtml", "..\\secret.xhtml",
            folder.path("secret.xhtml"), "javascript:alert(1)",
        ]
        book.entries += names.map { Book.Entry("Out", $0) }
        book.documents[0].body += """
            <script>alert(1)</script><script src="https://quay.example/x.js"/><p onclick="x()">Kept.</p><iframe src="../secret.xhtml"/>\
            <a href="javascript:x()">Link</a><a href="file:///etc/passwd">File</a><object data="../secret.xhtml"/>
            """
        let content = try content(book.bytes)
        #expect(content.headlines == ["One", "Two"] && content.faults.isEmpty)
        let body = try #require(content.list.story(at: 0)).body
        #expect(body.map(\.text) == ["Tide.", "Kept.", "LinkFile"] && body.allSatisfy { $0.spans.isEmpty })
    }

    @Test func `escape sequences and references to them are taken out`() throws {
        var book = book
        book.title = "La&#27;[2Jmp \u{1B}[31m"
        book.documents[0].body = "<h1>One</h1><p>Ti&#27;[2Jde &#x9B;\u{1B}]52;c;x\u{7}.</p>"
        book.entries[0] = Book.Entry("O&#27;[2Jne\u{202E}", "1.xhtml")
        let content = try content(book.bytes)
        let story = try #require(content.list.story(at: 0))
        for text in [content.list.title ?? "", story.headline ?? ""] + story.body.map(\.text) {
            #expect(!text.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }, "\(text)")
        }
    }

    @Test func `a small book does not fill the memory`() throws {
        var book = book
        book.documents[1].body = String(repeating: "潮", count: 1 << 20)
        var limits = ReadingLimits()
        limits.unpackedBytes = 1 << 20
        let content = try content(book.bytes, limits: limits)
        #expect(content.isEmpty && content.faults == [.tooMuch(path: path + "/OEBPS/2.xhtml", .bytes(1 << 20))])
        limits = ReadingLimits()
        limits.ratioBytes = 1 << 20
        #expect(
            try self.content(book.bytes, limits: limits).faults == [
                .tooMuch(path: path + "/OEBPS/2.xhtml", .ratio(200))
            ])
    }

    @Test func `entities that grow are not read`() throws {
        let bomb =
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>"
        var book = book
        book.files = [
            ("OEBPS/nav.xhtml", Array("\(bomb)<nav><ol><li><a href=\"1.xhtml\">&c;One</a></li></ol></nav>".utf8)),
            ("OEBPS/1.xhtml", Array("\(bomb)<html><body><p>Tide&c;</p></body></html>".utf8)),
        ]
        let headline = try #require(content(book.bytes).headlines.first ?? nil)
        #expect(headline.utf8.count < 20)
    }

    @Test func `navigation and documents that nest without end take linear time`() throws {
        var book = book
        let deep = String(repeating: "<li><a href=\"1.xhtml\">x</a><ol>", count: 50_000)
        book.files = [
            ("OEBPS/nav.xhtml", Array("<html><nav epub:type=\"toc\"><ol>\(deep)".utf8)),
            (
                "OEBPS/1.xhtml",
                Array(String(repeating: "<section id=\"a\"/><div>", count: 50_000).utf8 + Array("Tide.".utf8))
            ),
        ]
        let duration = try ContinuousClock().measure { _ = try content(book.bytes) }
        #expect(duration < .seconds(20))
    }

    @Test func `thousands of places in one document take linear time`() throws {
        var book = book
        book.documents[0].body = (0..<20_000).map { "<p id=\"p\($0)\">Tide \($0).</p>" }.joined()
        book.entries = (0..<20_000).map { Book.Entry("Tide \($0)", "1.xhtml#p\($0)") }
        let bytes = book.bytes
        var count = 0
        let duration = try ContinuousClock().measure { count = try content(bytes).list.count }
        #expect(count == 20_000)
        #expect(duration < .seconds(20))
    }

    // MARK: - Damage

    @Test func `a book that is cut anywhere is reported`() throws {
        let bytes = book.bytes
        for count in 1..<bytes.count {
            let content = try content(Array(bytes.prefix(count)))
            #expect(!content.isEmpty || content.faults.count == 1, "\(count)")
        }
    }

    @Test func `a book with a document that is damaged keeps the others`() throws {
        var writer = ZipWriter()
        let book = book
        writer.add(Array("META-INF/container.xml".utf8), Array(Book.container.utf8))
        let package = """
            <package><manifest><item id="a" href="1.xhtml"/><item id="b" href="2.xhtml"/></manifest>\
            <spine><itemref idref="a"/><itemref idref="b"/></spine></package>
            """
        writer.add(Array("OEBPS/content.opf".utf8), Array(package.utf8))
        writer.add(Array("OEBPS/1.xhtml".utf8), Array(Book.document(book.documents[0].body).utf8), checksum: 7)
        writer.add(Array("OEBPS/2.xhtml".utf8), Array(Book.document(book.documents[1].body).utf8))
        let content = try content(writer.finish())
        #expect(content.headlines == ["Two"])
        #expect(content.faults == [.damaged(path: path + "/OEBPS/1.xhtml", .zip)])
    }

    @Test func `books that are changed anywhere give stories or a fault`() throws {
        var random = Seeded(seed: 14)
        let whole = CalibreNews.book
        for round in 0..<300 {
            let bytes: [UInt8]
            if round % 2 == 0 {
                bytes = whole.bytes.mutated(using: &random)
            } else {
                // The files themselves, packed as they should be.
                var book = book
                let files = [
                    "META-INF/container.xml": Book.container, "OEBPS/1.xhtml": Book.document(book.documents[0].body),
                    "OEBPS/nav.xhtml":
                        "<nav><ol><li><a href=\"1.xhtml\">One</a><ol><li><a href=\"2.xhtml#a\">x</a></li></ol></li></ol></nav>",
                    "META-INF/encryption.xml": "<encryption><EncryptedData/></encryption>",
                ]
                for (path, text) in files.sorted(by: { $0.key < $1.key }) {
                    book.files.append((path, Array(text.utf8).mutated(using: &random)))
                }
                bytes = book.bytes
            }
            let content = try content(bytes)
            #expect(!content.isEmpty || !content.faults.isEmpty, "\(round)")
        }
    }
}
