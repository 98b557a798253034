import Foundation
import Newspaper
import TestSupport
import Testing

@testable import Files
@testable import Sources

struct EPUBTests {
    let folder: TemporaryFolder
    private let chapters = Book.chapters

    init() throws { folder = try TemporaryFolder() }

    private func content(_ book: Book, _ name: String = "a.epub") throws -> LoadedContent {
        try folder.content(of: book, name)
    }

    // MARK: - Newspapers

    @Test func `a newspaper of calibre has a story for each article and no index`() throws {
        let content = try content(CalibreNews.book)
        #expect(content.faults.isEmpty && content.notes.isEmpty)
        #expect(
            content.stories == [
                "Town & Harbour: The tide mill turns again", "Town & Harbour: Ferry moves to winter times",
                "Sport: Rowers win at Alder Lock",
            ])
        #expect(content.list.title == "The Quay" && content.list.date == "2026-11-20" && content.list.language == "en")
        let story = try #require(content.list.story(at: 0))
        #expect(content.texts() == ["By Edda Marrow", "The bell rang twice on the quay.", "See more and before.", ""])
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
        #expect(try content(book).stories == ["–: The tide mill turns again", "–: Ferry moves to winter times"])
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
            content.stories == [
                "Part I · Spring: Spring", "Part I · Spring: Herons", "Part I · Spring: Larks", "Part I: Summer",
            ])
        #expect(content.texts() == ["Ice goes."])
        // What all entries are in names no section.
        book.entries = [Book.Entry("The Lamp Almanac", "p1.xhtml", book.entries)]
        #expect(try self.content(book).stories == content.stories)
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
        #expect(content.stories == ["–: Lamp", "–: One", "–: Two", "–: Three"])
        #expect((0..<4).map { content.texts($0) } == [["Before."], ["First."], ["Second.", "More."], ["x"]])
    }

    @Test func `a document that nothing names goes on with the one before it`() throws {
        var book = chapters
        book.documents.insert(("1b.xhtml", "<h3>Later</h3><p>Still tide.</p>"), at: 1)
        let content = try content(book)
        #expect(content.stories == ["–: One", "–: Two"])
        #expect(content.texts() == ["Tide.", "Later", "Still tide."])
    }

    @Test func `without navigation each document of the spine is a story`() throws {
        var book = chapters
        book.isNCX = nil
        book.documents.append(("3.xhtml", "<p>No heading.</p>"))
        let content = try content(book)
        #expect(content.stories == ["–: One", "–: Two", "–: Lamp"])
        #expect(content.texts(1) == ["Ebb."])
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
        #expect(content.stories == ["–: One", "–: Two"])
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
        #expect(content.stories == ["–: Lamp", "–: Tide"])
        #expect(content.list.furniture == ["Part"])
    }

    @Test func `a book of pictures says so`() throws {
        var book = chapters
        book.documents = [("1.xhtml", "<img src=\"1.jpg\"/>"), ("2.xhtml", "<svg><image href=\"2.jpg\"/></svg>")]
        #expect(try content(book).faults == [.bookNoText(path: folder.path("a.epub"))])
    }

    @Test func `the headline is not said twice, and other headings stay`() throws {
        var book = chapters
        book.documents[0].body =
            "<h1>Chapter 1</h1><h2>The  MILL</h2><p>Chapter 1: The Mill</p><h3>Wheel</h3><p>It turns.</p>"
        book.entries[0] = Book.Entry("Chapter 1: The Mill", "1.xhtml")
        let content = try content(book)
        #expect(content.texts() == ["Chapter 1: The Mill", "Wheel", "It turns."])
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
        #expect(content.stories == ["Harbour: One", "Harbour: Two"])
        #expect(content.list.story(at: 0)?.kicker == "On the quay" && content.texts() == ["Tide."])
    }
}
