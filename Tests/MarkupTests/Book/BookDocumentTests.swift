import Newspaper
import TestSupport
import Testing

@testable import Markup

struct BookDocumentTests {
    private func document(_ body: String, head: String = "") -> BookDocument {
        BookDocument(Array("<html xml:lang=\"en-GB\"><head>\(head)</head><body>\(body)</body></html>".utf8))
    }

    private func texts(_ part: BookDocument.Part) -> [String] { part.blocks.map(\.text) }

    @Test func `an element without content is one in XHTML`() {
        let document = document(
            "<p>Tide<a id=\"a\"/> and <i/>ebb.</p><div/><p/><script src=\"x.js\"/><p>Still <b/>here.</p><br/>",
            head: "<title/><style/><script/>")
        let (first, others) = document.parts(at: [])
        #expect(texts(first) == ["Tide and ebb.", "Still here."] && others.isEmpty)
        #expect(first.blocks.allSatisfy { $0.spans.isEmpty })
        #expect(document.language == "en-GB" && document.title == nil)
        // In HTML the tag stays open.
        #expect(HTMLText("<p>Tide <b/>here.</p>").blocks.first?.spans.count == 1)
    }

    @Test func `text in CDATA is text`() {
        #expect(texts(document("<p><![CDATA[1 < 2 & 3]]></p>").parts(at: []).first) == ["1 < 2 & 3"])
    }

    @Test func `parts begin at the elements of their ids, in the order of the document`() {
        let document = document(
            "<p>Before.</p><h2><span id=\"b\">Two</span></h2><p>Ebb <i id=\"c\">and</i> flow.</p><div id=\"d\"><p>End.</p></div>"
        )
        let (first, others) = document.parts(at: ["d", "b", "missing", "c"])
        #expect(texts(first) == ["Before."])
        #expect(others.map(\.id) == [1, 2, 3, 0])
        #expect(others.map { texts($0.part) } == [[], ["Two", "Ebb"], ["and flow."], ["End."]])
        let whole = document.parts(at: [nil, "b"])
        #expect(texts(whole.first).isEmpty && whole.others.map { texts($0.part) }[0] == ["Before."])
    }

    @Test func `links of the book are counted, and lead nowhere`() {
        let part = document("<p>See <a href=\"2.xhtml#a\">two</a> and <a href=\"https://quay.example/\">web</a>.</p>")
            .parts(
                at: []
            ).first
        #expect(part.references == ["2.xhtml#a"] && part.linked == 3 && part.length == 13)
        #expect(part.blocks[0].spans.map(\.kind) == [.link("https://quay.example/")])
    }

    @Test func `a document says what it is in either vocabulary`() {
        #expect(document("<section epub:type=\"cover\"><p>x</p></section>").roles == ["cover"])
        #expect(document("<nav role=\"doc-toc\"><ol/></nav>").roles == ["toc"])
        #expect(document("<p>x</p><aside epub:type=\"footnote\">y</aside>").roles.isEmpty)
    }

    @Test func `only in a header classes name what is above the text`() {
        let header = document("<header><p class=\"deck\">Below</p></header><p>Tide.</p>")
        #expect(header.details.deck == "Below" && texts(header.parts(at: []).first) == ["Tide."])
        let page = document("<p class=\"deck\">On deck.</p><p>Tide.</p>")
        #expect(page.details.deck == nil && texts(page.parts(at: []).first) == ["On deck.", "Tide."])
    }

    @Test func `bars of links between strokes are no text`() {
        let bar = "<p>| <a href=\"../a.html\">Next</a> | <b><a href=\"b.html\">Menu</a></b> |</p>"
        let document = document(
            "\(bar)<p>Tide.</p><p><a href=\"#a\">1</a> | flood | <a href=\"#b\">2</a></p><p><a href=\"#a\">See</a></p>\(bar)"
        )
        #expect(texts(document.parts(at: []).first) == ["Tide.", "1 | flood | 2", "See"])
        #expect(document.details.furniture == ["| Next | Menu |", "| Next | Menu |"])
    }

    @Test(arguments: [
        "<a id=\"x\"/>", "<div id=\"x\">", "<p/>", "<nav>", "<header class=\"byline\">", "<title/>", "<b/>",
    ])
    func `a part a hundred thousand times over takes linear time, and no deep stack`(part: String) {
        let duration = onSmallStack {
            let document = BookDocument(Array(String(repeating: part, count: 100_000).utf8))
            _ = document.parts(at: ["x", nil, "y"])
        }
        #expect(duration < .seconds(20))
    }
}
