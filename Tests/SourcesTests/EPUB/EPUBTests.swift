import Foundation
import Newspaper
import TestSupport
import TextDecoding
import Testing

@testable import Files
@testable import Sources

struct EPUBTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func content(_ book: Book, _ name: String = "a.epub") throws -> LoadedContent {
        try folder.make(name, book.bytes)
        return load(folder.path(name))
    }

    /// "section: headline", story by story.
    private func stories(_ content: LoadedContent) -> [String] {
        (0..<content.list.count).map { position in
            let story = content.list.story(at: position)!
            return "\(story.section ?? "–"): \(story.headline ?? "–")"
        }
    }

    private func texts(_ content: LoadedContent, _ position: Int = 0) -> [String] {
        content.list.story(at: position)?.body.map(\.text) ?? []
    }

    // MARK: - Newspapers

    @Test func `a newspaper of calibre has a story for each article and no index`() throws {
        let content = try content(CalibreNews.book)
        #expect(content.faults.isEmpty && content.notes.isEmpty)
        #expect(
            stories(content) == [
                "Town & Harbour: The tide mill turns again", "Town & Harbour: Ferry moves to winter times",
                "Sport: Rowers win at Alder Lock",
            ])
        #expect(content.list.title == "The Quay" && content.list.date == "2026-11-20" && content.list.language == "en")
        let story = try #require(content.list.story(at: 0))
        #expect(texts(content) == ["By Edda Marrow", "The bell rang twice on the quay.", "See more and before.", ""])
        #expect(story.body[2].spans.map(\.kind) == [.link("https://quay.example/more")])
        #expect(story.body[3].illustration == Illustration(description: "The mill at dusk"))
        #expect(story.link == "https://quay.example/25")
        #expect(content.list.furniture.contains("Friday, 20 November"))
        #expect(content.list.furniture.contains("| Main menu | Section menu |"))
    }

    @Test func `a newspaper of calibre with one section has no index either`() throws {
        var book = CalibreNews.book
        book.documents.removeAll { $0.name.hasPrefix("feed_1") }
        book.documents[0].body =
            "<p>20 November</p><ul class=\"calibre_feed_list1\"><li><a href=\"feed_0/index.html\">Town</a></li></ul>"
        book.entries = book.entries[0].entries
        #expect(try stories(content(book)) == ["–: The tide mill turns again", "–: Ferry moves to winter times"])
    }

    @Test func `stories keep their ids when the file has another name, and when it is made anew`() throws {
        let ids = { (content: LoadedContent) in (0..<content.list.count).map { content.list.header(at: $0).id } }
        var book = chapters
        let first = ids(try content(book))
        #expect(first == ids(try content(book, "b.epub")))
        book.documents[0].body += "<p>A correction.</p>"
        #expect(first == ids(try content(book)))
        book.metadata = "<dc:identifier id=\"id\">urn:lamp:8</dc:identifier>"
        #expect(Set(first).isDisjoint(with: ids(try content(book))))
        // Without an identifier it is the words that tell.
        book.metadata = ""
        #expect(ids(try content(book)) == ids(try content(book, "b.epub")))
    }

    // MARK: - Books

    private var chapters: Book {
        var book = Book()
        book.documents = [("1.xhtml", "<h1>One</h1><p>Tide.</p>"), ("2.xhtml", "<h1>Two</h1><p>Ebb.</p>")]
        book.entries = [Book.Entry("One", "1.xhtml"), Book.Entry("Two", "2.xhtml")]
        return book
    }

    @Test(arguments: [true, false])
    func `navigation of three levels files stories below the names around them`(isNCX: Bool) throws {
        var book = Book(isNCX: isNCX)
        book.documents = [
            ("p1.xhtml", "<h1>Part I</h1>"), ("1.xhtml", "<h2>Spring</h2><p>Ice goes.</p>"),
            ("1a.xhtml", "<h3>Herons</h3><p>They come.</p>"), ("1b.xhtml", "<h3>Larks</h3><p>They sing.</p>"),
            ("2.xhtml", "<h2>Summer</h2><p>Heat.</p>"),
        ]
        book.entries = [
            Book.Entry(
                "Part I", "p1.xhtml",
                [
                    Book.Entry(
                        "Spring", "1.xhtml", [Book.Entry("Herons", "1a.xhtml"), Book.Entry("Larks", "1b.xhtml")]),
                    Book.Entry("Summer", "2.xhtml"),
                ]),
            Book.Entry("Notes", "missing.xhtml"),
        ]
        let content = try content(book)
        #expect(
            stories(content) == [
                "Part I · Spring: Spring", "Part I · Spring: Herons", "Part I · Spring: Larks", "Part I: Summer",
            ])
        #expect(texts(content) == ["Ice goes."])
        // What all entries are in names no section.
        book.entries = [Book.Entry("The Lamp Almanac", "p1.xhtml", book.entries)]
        #expect(try self.stories(self.content(book)) == stories(content))
    }

    @Test(arguments: [true, false])
    func `a document with many articles is cut where they begin`(isNCX: Bool) throws {
        var book = Book(isNCX: isNCX)
        book.documents = [
            (
                "all.xhtml",
                """
                <div><p>Before.</p><h2><a id="a1"></a>One</h2><p>First.</p><section><h2 id="a 2">Two</h2><p>Second.</p></section>\
                <p>More.</p><a name="a3"/><h2>Three</h2><ul><li>x</li></ul></div>
                """
            )
        ]
        book.entries = [
            Book.Entry("One", "all.xhtml#a1"), Book.Entry("Three", "all.xhtml#a3"),
            Book.Entry("Two", "ALL.xhtml#a%202"),
        ]
        let content = try content(book)
        #expect(stories(content) == ["–: Lamp", "–: One", "–: Two", "–: Three"])
        #expect((0..<4).map { texts(content, $0) } == [["Before."], ["First."], ["Second.", "More."], ["x"]])
    }

    @Test func `a document that nothing names goes on with the one before it`() throws {
        var book = chapters
        book.documents.insert(("1b.xhtml", "<h3>Later</h3><p>Still tide.</p>"), at: 1)
        let content = try content(book)
        #expect(stories(content) == ["–: One", "–: Two"])
        #expect(texts(content) == ["Tide.", "Later", "Still tide."])
    }

    @Test func `without navigation each document of the spine is a story`() throws {
        var book = chapters
        book.isNCX = nil
        book.documents.append(("3.xhtml", "<p>No heading.</p>"))
        let content = try content(book)
        #expect(stories(content) == ["–: One", "–: Two", "–: Lamp"])
        #expect(texts(content, 1) == ["Ebb."])
    }

    @Test func `covers, title pages and contents are no stories, and their words are kept`() throws {
        var book = chapters
        book.metadata += "<dc:creator>Edda Marrow</dc:creator><dc:publisher>Quay Press</dc:publisher>"
        book.documents =
            [
                ("cover.xhtml", "<img src=\"cover.jpg\" alt=\"A lamp\"/>"),
                ("title.xhtml", "<h1>The Lamp Almanac</h1><p>Edda Marrow</p><p>Quay Press</p>"),
                (
                    "contents.xhtml",
                    "<p>In this book</p><p><a href=\"1.xhtml\">One</a></p><p><a href=\"2.xhtml\">Two</a></p>"
                ),
                ("plates.xhtml", "<section epub:type=\"loi\"><p>Plates</p></section>"),
            ] + book.documents
        book.guide = "<reference type=\"cover\" href=\"cover.xhtml\"/>"
        book.entries = [Book.Entry("Cover", "cover.xhtml"), Book.Entry("Plates", "plates.xhtml")] + book.entries
        let content = try content(book)
        #expect(stories(content) == ["–: One", "–: Two"])
        #expect(
            content.list.furniture.sorted() == [
                "Edda Marrow", "In this book", "One", "Plates", "Quay Press", "The Lamp Almanac", "Two",
            ])
        #expect(content.list.feed?.authors == [Author(name: "Edda Marrow")])
    }

    @Test func `a page of a picture is a story, but for the first`() throws {
        var book = chapters
        let picture = "<img src=\"a.jpg\" alt=\"The lamp\"/>"
        book.documents = [
            ("0.xhtml", picture), ("1.xhtml", picture), ("2.xhtml", "<h1>Part</h1>"), ("3.xhtml", "<p>Tide.</p>"),
        ]
        book.entries = ["Cover", "Lamp", "Part", "Tide"].enumerated().map {
            Book.Entry($0.element, "\($0.offset).xhtml")
        }
        let content = try content(book)
        #expect(stories(content) == ["–: Lamp", "–: Tide"])
        #expect(content.list.furniture == ["Part"])
    }

    @Test func `a book of pictures says so`() throws {
        var book = chapters
        book.documents = [("1.xhtml", "<img src=\"1.jpg\"/>"), ("2.xhtml", "<svg><image href=\"2.jpg\"/></svg>")]
        #expect(try content(book).faults == [.noText(path: folder.path("a.epub"))])
    }

    @Test func `the headline is not said twice, and other headings stay`() throws {
        var book = chapters
        book.documents[0].body =
            "<h1>Chapter 1</h1><h2>The  MILL</h2><p>Chapter 1: The Mill</p><h3>Wheel</h3><p>It turns.</p>"
        book.entries[0] = Book.Entry("Chapter 1: The Mill", "1.xhtml")
        let content = try content(book)
        #expect(texts(content) == ["Chapter 1: The Mill", "Wheel", "It turns."])
        #expect(content.list.story(at: 0)?.body[1].level == 0)
    }

    @Test func `what a document says of its story is kept`() throws {
        var book = chapters
        book.files = [
            (
                "OEBPS/1.xhtml",
                Array(
                    """
                    <html xmlns="http://www.w3.org/1999/xhtml"><head><title/><meta name="author" content="Edda Marrow"/>\
                    <link rel="canonical" href="https://quay.example/1"/><meta name="date" content="2026-11-19"/></head><body>\
                    <header><p class="kicker">On the quay</p><h1>One</h1><p class="deck">A long day</p></header><p>Tide.</p></body></html>
                    """.utf8)
            )
        ]
        let story = try #require(content(book).list.story(at: 0))
        #expect(story.kicker == "On the quay" && story.deck == "A long day" && story.body.map(\.text) == ["Tide."])
        #expect(story.credits == [Credit(.reporter, "Edda Marrow")] && story.link == "https://quay.example/1")
        #expect(story.web.published?.hasPrefix("2026-11-19") == true)
    }

    @Test(arguments: [true, false])
    func `a section that begins where its first story does is no story`(isNCX: Bool) throws {
        var book = chapters
        book.isNCX = isNCX
        book.documents[0].body = "<header><h1>One</h1><p class=\"kicker\">On the quay</p></header><p>Tide.</p>"
        book.entries = [Book.Entry("Harbour", "1.xhtml", book.entries)]
        let content = try content(book)
        #expect(stories(content) == ["Harbour: One", "Harbour: Two"])
        #expect(content.list.story(at: 0)?.kicker == "On the quay" && texts(content) == ["Tide."])
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
        #expect(texts(content) == ["One", "Tide & ebb", "Not closed at"])
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
        #expect(texts(content) == ["潮水涨了，船开了。"] && texts(content, 1) == ["河水退了，船又开了，渡口的人说这是头一回。"])
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
