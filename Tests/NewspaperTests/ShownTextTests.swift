import Testing
import TextDecoding

@testable import Newspaper

struct `what is shown of a text` {
    @Test(arguments: [
        ("⼤桥&ldquo;通⻋&rdquo;︒", "大桥“通车”。"), ("&amp;ldquo;渡口&amp;rdquo;", "“渡口”"), ("A&B 5<6 R&D;", "A&B 5<6 R&D;"),
        ("&#8220;a&#x201D; &middot; &unknown; &", "“a” · &unknown; &"), ("90㎡ 25℃ № 5", "90㎡ 25℃ № 5"),
        ("plain 文字", "plain 文字"),
        ("&amp;lt;p&amp;gt; &lt;", "&lt;p&gt; <"),
    ])
    func `has plain characters, and marks where they were spelt`(text: String, shown: String) {
        #expect(ShownText.of(text) == shown)
    }

    @Test(arguments: ["&#27;[2J", "a&#x202E;b", "&#155;31m", "&#10;&#13;x", "&#xFFFE;", "&#x110000;&#0;"])
    func `cannot spell what the sanitizer takes out`(text: String) {
        #expect(ShownText.of(text) == TextDecoder.line(ShownText.of(text)))
        #expect(!ShownText.of(text).unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
    }

    @Test func `is another text only where there is something to change`() {
        var story = Story(headline: "渡口大桥通车", body: [Block(.paragraph, "两岸人家结束了靠渡船过河的历史。")])
        #expect(story.shown == story)
        story.photos = [Photo(caption: "⼤桥", credit: "(⽅渡 摄)")]
        #expect(story.shown.photos == [Photo(caption: "大桥", credit: "(方渡 摄)")])
    }
}

struct `ids of look-alikes` {
    private func id(_ headline: String, _ body: String) -> StoryID {
        var story = Story(headline: headline, body: [Block(.paragraph, body)])
        story.name(date: "2026-03-06")
        return story.id
    }

    @Test(arguments: [
        ("⼤桥通⻋", "大桥通车"), ("New ofﬁce, ﬂood", "New office, flood"), ("Cafe\u{301} A\u{308}rger", "Café Ärger"),
        ("か\u{3099}っこう", "がっこう"),
        ("\u{1103}\u{1161}\u{1105}\u{1175}", "다리"), ("ｻﾂﾏｲﾓとｶﾞｽ", "サツマイモとガス"), ("二○○五年", "二〇〇五年"),
        ("大桥&nbsp;通车&#8203;", "大桥通车"), ("&#22823;桥", "大桥"), ("90㎡", "90m2"), ("︵渡口︶︐", "渡口"),
    ])
    func `are those of the plain characters`(text: String, plain: String) {
        #expect(id(text, "x") == id(plain, "x"))
        #expect(id("x", text) == id("x", plain))
        #expect(id(text, "x") != id("other", "x"))
    }

    @Test func `a circle is a zero only in a number`() {
        #expect(id("○渡口", "x") == id("渡口", "x") && id("二○渡口", "x") == id("二渡口", "x"))
        #expect(id("R&D", "x") == id("RD", "x"))
    }
}
