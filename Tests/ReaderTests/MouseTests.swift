import Localization
import Screen
import Settings
import TestSupport
import Testing

@testable import Reader

/// What the mouse does to panes, hints and borders.
struct MouseTests {
    private func state(_ columns: Int = 140, _ rows: Int = 40) throws -> ReaderState {
        ReaderState(
            edition: try Gold.sample(), texts: Localization(language: "zh-Hans"),
            size: Size(columns: columns, rows: rows))
    }

    /// Where the last row shows some words.
    private func column(of words: String, in state: ReaderState) -> Int {
        let line = state.compose().text.split(separator: "\n", omittingEmptySubsequences: false)[state.size.rows - 1]
        var column = 0
        for index in line.indices {
            if line[index...].hasPrefix(words) { return column }
            column += line[index].isASCII || "↑↓→←".contains(line[index]) ? 1 : 2
        }
        Issue.record("\(words) is not in \(line)")
        return 0
    }

    @Test(arguments: [80, 140])
    func `a second click opens what the first selected`(columns: Int) throws {
        var state = try state(columns, 30)
        let row = state.layout.stories.row + 5
        _ = state.press(.click(column: state.layout.stories.column + 3, row: row))
        #expect(state.focus == .stories)
        let selected = state.position
        _ = state.press(.doubleClick(column: state.layout.stories.column + 3, row: row))
        #expect(state.focus == .body && state.position == selected && selected != 0)
        // A section: its stories.
        _ = state.press(.click(column: 2, row: state.layout.sections.row + 1))
        _ = state.press(.doubleClick(column: 2, row: state.layout.sections.row + 1))
        #expect(state.focus == .stories)
    }

    @Test func `a double click where nothing is opens nothing`() throws {
        var state = try state()
        let area = state.layout.sections
        _ = state.press(.click(column: 2, row: area.row + area.rows - 1))
        _ = state.press(.doubleClick(column: 2, row: area.row + area.rows - 1))
        #expect(state.focus == .sections)
    }

    @Test func `a click on a hint presses its key`() throws {
        var state = try state()
        let last = state.size.rows - 1
        _ = state.press(.click(column: column(of: "? 帮助", in: state) + 2, row: last))
        #expect(state.help != nil)
        _ = state.press(.click(column: column(of: "Esc", in: state) + 1, row: last))
        #expect(state.help == nil)
        // Of two keys in one hint each has its half.
        let arrows = column(of: "↑↓", in: state)
        _ = state.press(.click(column: arrows + 1, row: last))
        #expect(state.position == 1)
        _ = state.press(.click(column: arrows - 1, row: last))
        #expect(state.position == 1, "before the hint there is none")
        _ = state.press(.doubleClick(column: arrows, row: last))
        #expect(state.position == 0)
        #expect(state.press(.click(column: column(of: "q 退出", in: state), row: last)) == [.quit])
    }

    @Test func `a hint that is not shown is not pressed`() throws {
        var state = try state()
        let column = column(of: "q 退出", in: state)
        _ = state.press(.character("t"))
        #expect(state.message != nil)
        #expect(state.press(.click(column: column, row: state.size.rows - 1)) == [])
        _ = state.press(.character("/"))
        #expect(state.press(.click(column: column, row: state.size.rows - 1)) == [])
        #expect(state.prompt != nil)
    }

    @Test func `what takes long is cancelled by a click on its words`() throws {
        var state = try state()
        _ = state.update(.progress("…"))
        #expect(state.press(.click(column: 5, row: state.size.rows - 1)) == [.cancel])
    }

    @Test func `a border is dragged, and noted when it is let go of`() throws {
        for (columns, rule) in [(140, 0), (140, 1), (80, 0)] {
            var state = try state(columns, 30)
            let start = state.layout.rules[rule]
            #expect(state.press(.click(column: start, row: 10)) == [])
            #expect(state.press(.drag(column: start + 3, row: 12)) == [])
            #expect(state.layout.rules[rule] == start + 3)
            #expect(state.press(.drag(column: start - 2, row: 12)) == [])
            #expect(state.layout.rules[rule] == start - 2)
            #expect(state.press(.release(column: start - 2, row: 12)) == [.paneSizes(state.screen.paneSizes)])
            #expect(state.press(.drag(column: start + 9, row: 12)) == [], "nothing is held any more")
            #expect(state.layout.rules[rule] == start - 2)
        }
    }

    @Test func `the border between the lists is dragged by rows`() throws {
        var state = try state(80, 30)
        let row = try #require(state.layout.crossRule)
        _ = state.press(.click(column: 4, row: row))
        _ = state.press(.drag(column: 6, row: row - 2))
        #expect(state.layout.crossRule == row - 2)
        #expect(!state.press(.release(column: 6, row: row - 2)).isEmpty)
    }

    @Test func `a border is not dragged beyond the room, and comes back with the pointer`() throws {
        var state = try state(140, 30)
        let start = state.layout.rules[0]
        _ = state.press(.click(column: start, row: 10))
        for column in stride(from: start, through: 139, by: 7) { _ = state.press(.drag(column: column, row: 10)) }
        #expect(state.layout.body.columns >= 30 && state.layout.rules[0] > start)
        _ = state.press(.drag(column: start, row: 10))
        #expect(state.layout.rules[0] == start)
    }

    @Test func `a border that a new size takes away is not dragged`() throws {
        for rows in [4, 30] {
            var state = try state(140, 30)
            _ = state.press(.click(column: state.layout.rules[1], row: 10))
            for columns in [80, 40] {
                _ = state.update(.resized(Size(columns: columns, rows: rows), ambiguousIsWide: nil))
                #expect(state.press(.drag(column: 30, row: 2)) == [])
            }
        }
    }

    @Test func `a drag and a release by themselves do nothing and close nothing`() throws {
        var state = try state()
        _ = state.press(.character("?"))
        #expect(state.press(.drag(column: 5, row: 5)) == [] && state.press(.release(column: 5, row: 5)) == [])
        #expect(state.help != nil)
        let before = state.compose()
        _ = state.press(.release(column: 5, row: 5))
        #expect(state.compose() == before)
    }

    @Test func `a key and a setting leave the mouse to the terminal`() throws {
        var state = try state()
        #expect(state.usesMouse)
        _ = state.press(.character("M"))
        #expect(!state.usesMouse && state.message != nil)
        _ = state.press(.character("M"))
        #expect(state.usesMouse)
        var preferences = Preferences()
        preferences.mouse = false
        _ = state.update(.preferences(preferences, state.texts))
        #expect(!state.usesMouse)
    }
}
