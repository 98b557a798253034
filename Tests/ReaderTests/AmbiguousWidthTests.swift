import Localization
import Newspaper
import Screen
import Settings
import TestSupport
import Testing
import Typesetting

@testable import Reader

/// In a terminal that draws “ two cells wide, each such character has two cells.
struct AmbiguousWidthTests {
    private func state(_ edition: Edition, columns: Int, rows: Int = 24) -> ReaderState {
        ReaderState(
            edition: edition, texts: Localization(language: "zh-Hans"),
            preferences: Preferences(reading: ReadingSettings(ambiguousWidth: .wide)),
            size: Size(columns: columns, rows: rows))
    }

    @Test func `at every width, in every story, each character has the cells that it takes, and borders stay`() throws {
        for edition in [try Gold.sample(), FrameConsistencyTests.hostile] {
            for columns in Array(12...120) + [140, 200] {
                var state = state(edition, columns: columns)
                if !edition.stories.isEmpty { state.open(columns % edition.stories.count) }
                _ = state.press(.right)
                if columns % 3 == 0 { _ = state.press(.pageDown) }
                if columns % 7 == 0 { _ = state.press(.character("?")) }
                let frame = state.compose()
                expectCells(frame)
                guard state.help == nil else { continue }
                let body = state.layout.body
                for rule in state.layout.rules {
                    for row in body.row..<body.row + body.rows {
                        let text = Array(frame[row: row])[rule].text
                        #expect(text == "|" || text == "+", "column \(rule) of row \(row) at \(columns) is '\(text)'")
                    }
                }
            }
        }
    }

    @Test func `an answer that comes late changes all that was already set`() throws {
        let edition = try Gold.sample()
        var state = ReaderState(
            edition: edition, texts: Localization(language: "zh-Hans"), size: Size(columns: 100, rows: 30))
        _ = state.compose()
        state.settings.ambiguousWidth = .wide
        #expect(state.compose() == self.state(edition, columns: 100, rows: 30).compose())
    }

    @Test func `every ambiguous scalar takes two cells, or what takes its place one`() {
        for value in UInt32(0xA0)...0xFFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = String(scalar)
            guard Typesetting.cells(of: text) != Typesetting.cells(of: text, ambiguousIsWide: true) else { continue }
            var frame = Frame(size: Size(columns: 4, rows: 1), ambiguousIsWide: true)
            frame.put(text, cells: 2, column: 0, row: 0, style: .plain)
            frame.put(text, cells: 1, column: 3, row: 0, style: .plain)
            frame.widenAmbiguous()
            expectCells(frame)
        }
    }

    @Test func `marks stay what they are, and a blank beside the reader's own makes room for them`() {
        func shown(_ text: String) -> String {
            var frame = Frame(size: Size(columns: 40, rows: 1), ambiguousIsWide: true)
            frame.write(text, column: 0, row: 0, limit: 40, style: .plain)
            frame.widenAmbiguous()
            return frame.text
        }
        #expect(shown("“报”——北·京……□记①℃→") == "“报”——北・京……□记①℃→")
        var frame = Frame(size: Size(columns: 7, rows: 1), ambiguousIsWide: true)
        for (column, text) in [(0, "▌"), (2, "★"), (3, "●"), (5, "│")] {
            frame.put(text, cells: 1, column: column, row: 0, style: .plain)
        }
        frame.widenAmbiguous()
        #expect(frame.text == "▌*●|")
    }

    @Test func `the handle of a scroll bar is a blank in the other colours`() {
        var frame = Frame(size: Size(columns: 2, rows: 1), ambiguousIsWide: true)
        let chosen = Style(foreground: .indexed(3), attributes: [.reverse, .bold])
        frame.put("┃", cells: 1, column: 0, row: 0, style: .plain)
        frame.put("┃", cells: 1, column: 1, row: 0, style: chosen)
        frame.widenAmbiguous()
        #expect(frame.cells[0] == Cell(text: " ", style: Style(attributes: .reverse)))
        #expect(frame.cells[1] == Cell(text: " ", style: Style(foreground: .indexed(3), attributes: .bold)))
    }

    @Test(arguments: [(100, 30), (50, 20)])
    func `the screen in such a terminal`(columns: Int, rows: Int) throws {
        var state = state(try Gold.sample(), columns: columns, rows: rows)
        _ = state.press(.right)
        expectGolden(state.compose().text, "screens/wide-ambiguous-\(columns)x\(rows)")
    }

    private func expectCells(_ frame: Frame, sourceLocation: SourceLocation = #_sourceLocation) {
        for row in 0..<frame.size.rows {
            let cells = Array(frame[row: row])
            var column = 0
            while column < cells.count {
                let text = cells[column].text
                let base = String(text.unicodeScalars.first ?? " ")
                let width = Typesetting.cells(of: base, ambiguousIsWide: true)
                let fits =
                    column + width <= cells.count && !cells[column].isRightHalf
                    && (width == 2) == (column + 1 < cells.count && cells[column + 1].isRightHalf)
                #expect(fits, "row \(row), column \(column): '\(text)'", sourceLocation: sourceLocation)
                if !fits { return }
                column += max(1, width)
            }
        }
    }
}
