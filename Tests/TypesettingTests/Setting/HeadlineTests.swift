import Testing

@testable import Typesetting

@Suite("Headlines")
struct HeadlineTests {
    private func lines(_ text: String, _ measure: Int) -> [String] {
        typesetHeadline(text, ParagraphStyle(measure: measure)).map(\.text)
    }

    @Test("one line where it fits")
    func oneLine() {
        #expect(lines("城东新桥通车 市民出行再提速", 40) == ["城东新桥通车 市民出行再提速"])
    }

    @Test("the fewest lines, broken at sense")
    func sense() {
        #expect(lines("城东新桥通车 市民出行再提速", 20) == ["城东新桥通车", "市民出行再提速"])
        // A space is worth uneven lines.
        #expect(lines("灯里镇:挖渠引水修田三百亩 晚稻增收两成", 32) == ["灯里镇：挖渠引水修田三百亩", "晚稻增收两成"])
        #expect(lines("老街改造三年,留住一城烟火气", 20) == ["老街改造三年", "留住一城烟火气"])
        #expect(lines("河湾镇:“小书屋”办成大学堂", 20) == ["河湾镇：", "“小书屋” 办成大学堂"])
    }

    @Test("even lines where there is no better place, and no line begins with 的")
    func even() {
        #expect(lines("春风里的老码头迎来返乡创业的年轻人", 26) == ["春风里的老码头迎", "来返乡创业的年轻人"])
        #expect(lines("老码头边上的新书屋呀", 12) == ["老码头边", "上的新书屋呀"])
    }

    @Test("a comma at the end of a line is dropped in Chinese and kept in English")
    func commas() {
        #expect(lines("晚风吹过码头,渡船靠岸了", 16) == ["晚风吹过码头", "渡船靠岸了"])
        #expect(lines("Ferry stops, town waits", 14) == ["Ferry stops,", "town waits"])
    }

    @Test("every byte is in one line, and a word wider than the measure is broken")
    func whole() {
        let text = "Supercalifragilistic 新桥"
        let set = typesetHeadline(text, ParagraphStyle(measure: 8))
        #expect(set.allSatisfy { $0.cells <= 8 })
        #expect(set.first?.source.lowerBound == 0 && set.last?.source.upperBound == text.utf8.count)
    }
}
