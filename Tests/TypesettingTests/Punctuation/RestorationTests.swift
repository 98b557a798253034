import Foundation
import TestSupport
import Testing

@testable import Typesetting

@Suite("Restoring full-width punctuation")
struct RestorationTests {
    /// The paragraph as it is shown on one long line.
    private func shown(_ text: String) -> String {
        typeset(text, ParagraphStyle(measure: 2000, hanging: .none)).map { line in line.glyphs.map(\.text).joined() }
            .joined()
    }

    @Test(
        "marks beside Chinese become full-width, the rest stay",
        arguments: [
            ("今天,天气好:晴!", "今天，天气好：晴！"),
            ("真的?!", "真的？！"),
            ("会议(第3次)召开;结束", "会议（第3次）召开；结束"),
            ("用Swift,也用C", "用Swift，也用C"),
            ("项目: 为产业添动力", "项目：为产业添动力"),
            ("他说:“好!”", "他说：“好！”"),
            ("共1,234,567元,上午9:30:05开始,比分3:2", "共1,234,567元，上午9:30:05开始，比分3:2"),
            ("版本3.14,圆周率", "版本3.14，圆周率"),
            ("函数f(x)的值", "函数f(x)的值"),
            ("(本报讯)", "（本报讯）"),
            ("函数f(x)在区间(0,1)内", "函数f(x)在区间（0,1）内"),
            ("用“,”分开", "用“,”分开"),
            ("网址:http://a.cn/b?c=d,请看", "网址：http://a.cn/b?c=d，请看"),
            ("信箱a.b@c.cn,请投稿", "信箱a.b@c.cn，请投稿"),
            ("看www.a.cn/x:1?地图", "看www.a.cn/x:1？地图"),
            ("然后...走了......", "然后……走了……"),
            ("增长3~5倍", "增长3～5倍"),
            ("据New York Times, Inc.报道", "据New York Times, Inc.报道"),
            ("中文  , b", "中文  , b"),
            ("大桥&foobar;通车;完", "大桥&foobar;通车；完"),
            ("增长63%,20%的人", "增长63%,20%的人"),
        ])
    func table(source: String, expected: String) {
        #expect(shown(source) == expected)
    }

    @Test("English, Korean and switched-off paragraphs keep their marks")
    func untouched() {
        for text in ["Well, well: he said 北京, then left!", "서울, 부산: 대구?"] { #expect(shown(text) == text) }
        let style = ParagraphStyle(measure: 80, restoresPunctuation: false)
        #expect(typeset("今天,晴", style).map(\.text) == ["今天,晴"])
    }

    @Test("glyphs and restorations keep the source's places")
    func offsets() {
        let glyphs = typeset("甲: 乙...", ParagraphStyle(measure: 80)).flatMap(\.glyphs)
        #expect(glyphs.map(\.offset) == [0, 3, 5, 8, 9])
        #expect(
            restorations(of: "甲: 乙...丙......")
                == [
                    Restoration(source: 3..<4, shown: "："), Restoration(source: 8..<11, shown: "……"),
                    Restoration(source: 14..<20, shown: "……"),
                ])
    }

    @Test("every mark that the real page's Chinese text lost is restored", .enabled(if: Shared.isThere))
    func realPage() throws {
        let gold = try JSONSerialization.jsonObject(with: Data(try Shared.text("pages/beiguan/gold.json").utf8))
        let items = (gold as! [String: Any])["items"] as! [[String: Any]]
        var texts: [String] = []
        for item in items {
            texts += ["headline", "byline"].compactMap { item[$0] as? String }
            texts += (item["body"] as? [[String: String]] ?? []).compactMap { $0["text"] }
            texts += (item["photos"] as? [[String: Any]] ?? []).flatMap { photo in
                ["caption", "credit"].compactMap { photo[$0] as? String }
            }
        }
        let marks = Set(",;:?!()")
        let wanted = texts.reduce(0) { $0 + $1.count { marks.contains($0) } }
        let left = texts.reduce(0) { $0 + shown($1).count { marks.contains($0) } }
        let restored = texts.reduce(0) { $0 + restorations(of: $1).count }
        print("restored", restored, "of", wanted, "left", left)
        #expect(restored == wanted)
        #expect(left == 0)
    }
}
