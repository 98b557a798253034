import Newspaper
import TestSupport
import Testing

@testable import PageText

/// Nothing is lost, nothing is made up, whatever the text is.
@Suite("Every character that is not white space is in the edition once")
struct ConservationTests {
    private func expectKept(_ text: String, _ comment: Comment) {
        #expect(parse(text).characters == counted([text]), comment)
    }

    @Test(arguments: Pages.names) func `on every kept page`(name: String) throws {
        expectKept(try Pages.source(name).text, "\(name)")
    }

    @Test(arguments: 0..<60) func `on kept pages with lines removed, doubled, cut and moved`(seed: Int) throws {
        var random = Seeded(seed: UInt64(seed))
        let name = Pages.names[seed % Pages.names.count]
        var lines = try Pages.source(name).text.split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
        for _ in 0..<20 where !lines.isEmpty {
            let at = Int.random(in: lines.indices, using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: lines.remove(at: at)
            case 1: lines.insert(lines[at], at: at)
            case 2:
                let cut = lines[at].index(
                    lines[at].startIndex, offsetBy: Int.random(in: 0...lines[at].count, using: &random))
                lines.insert(String(lines[at][cut...]), at: at + 1)
                lines[at] = String(lines[at][..<cut])
            case 3: lines.swapAt(at, Int.random(in: lines.indices, using: &random))
            case 4: lines.insert("", at: at)
            default: lines[at] = String(lines[at].reversed())
            }
        }
        expectKept(lines.joined(separator: "\n"), "seed \(seed)")
    }

    @Test(arguments: 0..<60) func `on random lines made of newspapers' own words`(seed: Int) {
        let words = [
            "本报讯(记者 王明)", "(下转第三版)", "(上接第一版)", "□本报记者 ", "摄", "(", ")", "“", "”", "。", "，", "图为", "第3版", "2024年6月5日",
            "\n",
            "\n\n", "\u{3000}\u{3000}", "●", "一、", "By NAME", "Photo by ", "-\n", "Continued on A4", " ", "天", "气",
            "abc", "12", "/", "【", "】",
            "来源:", "\r\n", "\u{0C}", "\t", "记者", "通讯员", "(徐来)", "𠮷", "é", "가", "기자", "面に続く", "…", "——", "\u{FEFF}",
            "公告", "特此公告",
        ]
        var random = Seeded(seed: UInt64(seed) &* 77)
        let text = (0..<300).map { _ in words.randomElement(using: &random)! }.joined()
        expectKept(text, "seed \(seed)")
    }

    @Test(arguments: [
        "", "\n", " \u{3000}\n\t\n", "a", "中", "\u{0C}\u{0C}", "-", "a-\nb", "(", ")\n(", "\u{FEFF}", "\r", "第",
        "By ", "——",
    ]) func `on texts of one kind`(text: String) {
        expectKept(text, "\(text.debugDescription)")
    }

    @Test func `on a long line without a break, and on one character a line`() {
        expectKept(String(repeating: "没有换行的一行,", count: 5_000), "no newline")
        expectKept(String(repeating: "字\n", count: 20_000), "a character a line")
        expectKept(String(repeating: "第三版\n", count: 20_000), "a folio a line")
    }
}
