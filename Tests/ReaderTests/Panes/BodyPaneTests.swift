import Localization
import Newspaper
import Screen
import TestSupport
import Testing
import Typesetting

@testable import Reader

/// The open story in its pane.
struct BodyPaneTests {
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
