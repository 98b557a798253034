import Localization
import Newspaper
import Settings
import Testing
import Typesetting

@testable import Reader

struct TextTableTests {
    private let table = TextTable("球队\t胜\t积分\n石桥大学\t9\t29\n柳湾\t12\t+5")

    @Test func `columns are as wide as their widest cells, figures stand at the right, and a head names them`() {
        #expect(
            table.columns(ambiguousIsWide: false)
                == TableColumns([
                    TableColumns.Column(width: 8, isRight: false, name: "球队"),
                    TableColumns.Column(width: 2, isRight: true, name: "胜"),
                    TableColumns.Column(width: 4, isRight: true, name: "积分"),
                ]))
        let headless = TextTable("石桥大学\t9\n柳湾\t12").columns(ambiguousIsWide: false)
        #expect(headless.columns.allSatisfy { $0.name == nil })
    }

    @Test func `a row is heard cell by cell`() {
        #expect(table.spoken == ["球队, 胜, 积分", "石桥大学, 9, 29", "柳湾, 12, +5"])
    }

    @Test func `a place in a table is in its row, and is found again`() {
        let story = Story(headline: "积分榜", body: [Block(.paragraph, "昨日。"), Block(.table, "甲\t1\n乙\t2\n丙\t3")])
        let document = StoryDocument(story, texts: Localization(language: "en"))
        let row = document.parts.firstIndex { $0.role == .row && $0.text.hasPrefix("乙") }
        let place = TextLayout.Place(paragraph: row ?? 0, offset: 0)
        #expect(document.place(of: document.readingPlace(of: place)) == place)
    }

    @Test func `words that stand out are set in on both sides, and parted from the text`() {
        let story = Story(
            headline: "灶膛", body: [Block(.paragraph, "正文。"), Block(.quotation, "火要空心。"), Block(.paragraph, "正文。")])
        let document = StoryDocument(story, texts: Localization(language: "en"))
        let roles = document.parts.map(\.role)
        #expect(roles.filter { $0 == .quotation }.count == 1)
        let quotation = roles.firstIndex(of: .quotation) ?? 0
        #expect(roles[quotation - 1] == .blank && roles[quotation + 1] == .blank)
    }

    /// In the time of rows by columns this runs for minutes.
    @Test func `a row of many cells over many rows takes linear time`() {
        let text = String(repeating: "1\t", count: 50_000) + "2" + String(repeating: "\na\t12", count: 50_000)
        let columns = TextTable(text).columns(ambiguousIsWide: false)
        #expect(columns.columns.count == 50_001 && columns.columns[1].isRight && columns.columns[0].width == 1)
    }
}
