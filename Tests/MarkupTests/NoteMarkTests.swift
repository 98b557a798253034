import Markup
import Newspaper
import Testing

/// The figures that lead to notes, which are none of links.
struct NoteMarkTests {
    @Test(arguments: [
        ("tide<sup>[1]</sup>", "tide¹"), ("tide <sup>[ 12 ]</sup>.", "tide¹²."), ("潮<sup>〔3〕</sup>", "潮³"),
        ("tide<sup>[1, 2]</sup>", "tide¹,²"), ("tide<sup>[1–3]</sup>", "tide¹⁻³"),
        ("tide<sup><a href='#a'>[1]</a></sup><sup><a href='#b'>[2]</a></sup>", "tide¹,²"),
        ("tide<a href='#a'>[4]</a>", "tide⁴"), ("tide<a role=doc-noteref href='notes.xhtml#a'>5</a>", "tide⁵"),
        ("tide<a class=footnote href='#a'>6</a>", "tide⁶"), ("tide<a href='#fn7'>7</a>", "tide⁷"),
        ("tide<a href='https://quay.example/a#n8'>[8]</a>", "tide⁸"),
    ])
    func `the mark of a note is raised`(html: String, text: String) {
        #expect(HTMLText(html, base: "https://quay.example/a").blocks == [Block(.paragraph, text)])
    }

    @Test(arguments: [
        ("tide<sup>[a]</sup>", "tide[a]"), ("tide<sup>[note 1]</sup>", "tide[note 1]"), ("tide [1]", "tide [1]"),
        ("to <a href='#hour'>12</a> o'clock", "to 12 o'clock"), ("f<sup>(2)</sup>", "f⁽²⁾"),
        ("10<sup>-3</sup>", "10⁻³"),
        ("tide<sup>123456789012345678901234567890</sup>", "tide123456789012345678901234567890"),
    ])
    func `what is no note's mark stays as it is`(html: String, text: String) {
        #expect(HTMLText(html, base: "https://quay.example/a").blocks.map(\.text) == [text])
    }

    @Test func `a figure that leads to another page is a link`() {
        #expect(
            HTMLText("tide<a href='/b#n1'>[1]</a>", base: "https://quay.example/a").blocks == [
                Block(.paragraph, "tide[1]", spans: [Span(.link("https://quay.example/b#n1"), 4..<7)])
            ])
    }

    @Test(arguments: [
        ("<label>Tide:</label>high", "Tide: high"), ("<label>Tide</label><label>Quay</label>", "Tide Quay"),
        ("(<label>tide</label>), <label>quay</label>.", "(tide), quay."), ("<label>潮</label>高", "潮高"),
        ("<p>The <label>tide</label> rises", "The tide rises"),
    ])
    func `a label is text, and parted from the word behind it`(html: String, text: String) {
        #expect(HTMLText(html).blocks.map(\.text) == [text])
    }
}
