import Localization
import Newspaper
import Screen
import TestSupport
import Testing
import Typesetting

@testable import Reader

/// The open story in its pane.
struct BodyPaneTests {
    @Test func `the words that lead a brief in are bold, its mark is not shown, and places and hits are right`() throws
    {
        let text = "●【镇水务站】通知:明日八时起停水,请各家备好用水,傍晚五时恢复,水压会慢慢回来。"
        let story = Story(id: StoryID(1), kind: .brief, body: [Block(.paragraph, text)])
        var state = ReaderState(
            edition: Edition(stories: [story]), texts: Localization(language: "zh-Hans"),
            size: Size(columns: 50, rows: 12))
        #expect(state.compose().text.contains("镇水务站通知"))
        _ = state.press(.right)
        let frame = state.compose()
        let area = state.layout.body
        let row = try #require((area.row..<area.row + area.rows).first { frame[row: $0].contains { $0.text == "镇" } })
        let bold = frame[row: row].filter { $0.style.attributes.contains(.bold) }.map(\.text).joined()
        #expect(bold == "【镇水务站】通知" && !frame.text.contains("●"))
        state.type("/傍晚")
        _ = state.press(.enter)
        let found = state.compose()
        let hits = found.cells.filter { $0.style == state.theme.currentHit }.map(\.text).joined()
        #expect(hits == "傍晚")
        let document = state.setStory(0).document
        for (offset, character) in [(0, 1), (3, 2), (28, 11)] {
            let place = TextLayout.Place(paragraph: 0, offset: offset)
            let reading = document.readingPlace(of: place)
            #expect(reading.character == character)
            #expect(document.place(of: reading) == place)
        }
    }

    @Test(arguments: [(140, 40, true), (200, 60, false), (200, 60, true), (80, 24, false), (50, 20, false)])
    func `what comes next stands on the axis of the end mark`(columns: Int, rows: Int, isAlone: Bool) throws {
        var state = ReaderState(
            edition: try Gold.sample(), texts: Localization(language: "zh-Hans"),
            size: Size(columns: columns, rows: rows))
        _ = state.press(.right)
        if isAlone { _ = state.press(.character("z")) }
        _ = state.press(.end)
        let frame = state.compose()
        let area = state.layout.body
        var (mark, next): (Int?, (Int, Int)?) = (nil, nil)
        for row in area.row..<area.row + area.rows {
            let cells = Array(frame[row: row].dropFirst(area.column))
            let used = cells.indices.filter { cells[$0].text != " " }
            guard let first = used.first, let last = used.last else { continue }
            if mark != nil { next = (first, last) }
            if first == last, cells[first].text == "■" { mark = first }
        }
        let (first, last) = try #require(next)
        #expect(abs((first + last) - 2 * (try #require(mark))) <= 2)
    }
}
