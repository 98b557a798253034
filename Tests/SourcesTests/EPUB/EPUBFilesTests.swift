import Foundation
import Newspaper
import TestSupport
import Testing

@testable import Files
@testable import Sources

/// How the files of a book are written, and where the book is.
struct EPUBFilesTests {
    let folder: TemporaryFolder
    private let chapters = Book.chapters

    init() throws { folder = try TemporaryFolder() }

    private func content(_ book: Book, _ name: String = "a.epub") throws -> LoadedContent {
        try folder.content(of: book, name)
    }

    // MARK: - Writing

    @Test func `broken files are read as they were meant`() throws {
        var book = chapters
        book.files = [
            (
                "OEBPS/nav.xhtml",
                Array(
                    "<html><nav epub:type=toc><ol><li><a href='1.xhtml'>Eins & eins</a><li><a href=\"2.xhtml\">Zwei &nbsp;"
                        .utf8)
            ), ("OEBPS/1.xhtml", Array("<html><body><h1>One</h2><p>Tide &amp ebb<br><p>Not closed <b>at".utf8)),
        ]
        let content = try content(book)
        #expect(content.headlines == ["Eins & eins", "Zwei"])
        #expect(content.texts() == ["One", "Tide & ebb", "Not closed at"])
    }

    @Test func `names in any case and with percent signs are found`() throws {
        var book = chapters
        book.documents = [("Ch%20One.XHTML", "<p>Tide.</p>"), ("潮.xhtml", "<p>Ebb.</p>")]
        book.entries = [Book.Entry("One", "ch%20one.xhtml"), Book.Entry("Two", "%E6%BD%AE.xhtml")]
        book.files = [
            ("oebps/CH one.xhtml", Array(Book.document("<p>Tide.</p>").utf8)), ("OEBPS/Ch%20One.XHTML", []),
        ]
        #expect(try content(book).headlines == ["One", "Two"])
    }

    @Test func `documents in UTF-16 and GBK are decoded`() throws {
        var book = chapters
        let wide = "<?xml version=\"1.0\" encoding=\"utf-16\"?><html><body><p>潮水涨了，船开了。</p></body></html>"
        let gbk = "<?xml version=\"1.0\" encoding=\"gbk\"?><html><body><p>河水退了，船又开了，渡口的人说这是头一回。</p></body></html>"
        book.files = [
            ("OEBPS/1.xhtml", [0xFF, 0xFE] + wide.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }),
            ("OEBPS/2.xhtml", try encoded(gbk, "GBK")),
        ]
        let content = try content(book)
        #expect(content.texts() == ["潮水涨了，船开了。"] && content.texts(1) == ["河水退了，船又开了，渡口的人说这是头一回。"])
    }

    // MARK: - Where it is

    @Test func `a book is told by what is in it`() throws {
        var book = chapters
        book.mimetype = false
        #expect(try content(book, "a.zip").headlines == ["One", "Two"])
        #expect(try content(book, "a.epub").headlines == ["One", "Two"])
        book.mimetype = true
        #expect(try content(book, "b.txt.bin").headlines == ["One", "Two"])
        // Without a container any package will do.
        book.files = [("META-INF/container.xml", Array("<container/>".utf8))]
        #expect(try content(book).headlines == ["One", "Two"])
    }

    @Test func `a book is an edition of its own, in a folder and in an archive`() throws {
        try folder.make("papers/2026-11-19.epub", chapters.bytes)
        try folder.make("papers/2026-11-20.epub", CalibreNews.book.bytes)
        #expect(
            folder.editions("papers") == ["archive papers/2026-11-19.epub: ", "archive papers/2026-11-20.epub: "])
        #expect(Catalog.find([folder.path("papers")]).editions.map(\.date) == ["2026-11-19", "2026-11-20"])
        try folder.make("mixed/01.txt", "mixed/02.txt", text: page("桥"))
        try folder.make("mixed/book.epub", chapters.bytes)
        #expect(folder.editions("mixed") == ["archive mixed/book.epub: ", "mixed: 01.txt 02.txt"])
        #expect(folder.editions("mixed/book.epub") == ["archive mixed/book.epub: "])
        var writer = ZipWriter()
        writer.add(Array("a.epub".utf8), chapters.bytes, method: 0)
        writer.add(Array("b.epub".utf8), CalibreNews.book.bytes)
        try folder.make("all.zip", writer.finish())
        #expect(load(folder.path("all.zip")).list.count == 5)
    }
}
