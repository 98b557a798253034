import Newspaper
import Testing

@testable import PageText

@Suite("Markup left in a page hides no convention")
struct LeftoverMarkupTests {
    @Test func `stories are found in tags, marks of headings and spelt blanks`() throws {
        let page = """
            ## 老街看花

            <p>本报讯（记者 王明）\(Sample.body)</p>

            <p>&nbsp;&nbsp;\(Sample.more)</p>

            **山坳里的夜校**

            <p class="author">本报记者 李小满</p>

            <p>\(Sample.more)<br/></p>
            <p>\(Sample.body)</p>
            """
        let stories = parse(page).stories
        #expect(stories.map(\.headline) == ["## 老街看花", "**山坳里的夜校**"])
        #expect(stories.map(\.credits) == [[Credit(.reporter, "王明")], [Credit(.reporter, "李小满")]])
        #expect(stories.map(\.body.count) == [2, 2])
    }

    @Test(arguments: [
        ("<p>一", 3), ("</P>一", 4), ("<br />一", 6), ("<h2 id=\"a\">一", 11), ("**一", 2), ("## 一", 2), ("# 一", 1),
        ("#一", 0),
        ("*一", 0), ("<一版>", 0), ("<pre>一", 0), ("<p", 0), ("<p一>", 0), ("*******一", 0),
    ]) func `tags and marks are markup, other brackets are text`(text: String, length: Int) {
        let bytes = Array(text.utf8)
        #expect(bytes.withUnsafeBufferPointer { LeftoverMarkup.length($0, at: 0) } == length)
    }

    @Test func `folded text has no markup, and its places are those of the text`() {
        FoldedText.with("<p>老<b>街</b></p>") { text in
            #expect(text.string(from: 0, to: text.count) == "老街")
            #expect(text.offsets[1] == 6)
            #expect(text.offsets[2] == 12)
        }
    }

    @Test func `a page whose only line looks like its own is still a story`() {
        let line = String(repeating: "第3版 民生 ", count: 20)
        #expect(parse(line).stories.count == 1)
    }
}
