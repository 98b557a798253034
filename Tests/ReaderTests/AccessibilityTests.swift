import Newspaper
import Screen
import TestSupport
import Testing
import Localization

@testable import Reader

/// Who hears or feels the screen finds what is selected, and who sees no colours what is what.
struct AccessibilityTests {
    private static let sizes = [(140, 40), (100, 30), (80, 24), (50, 20), (40, 12), (20, 6)].map {
        Size(columns: $0.0, rows: $0.1)
    }

    private func state(_ size: Size = Size(columns: 100, rows: 30)) throws -> ReaderState {
        ReaderState(edition: try Gold.sample(), texts: Localization(language: "en"), depth: .none, size: size)
    }

    private func pressed(_ state: ReaderState, _ keys: Key...) -> ReaderState {
        var state = state
        for key in keys { _ = state.press(key) }
        while state.isFinding { state.goOnFinding() }
        return state
    }

    private func row(_ frame: Frame, _ row: Int) -> String { frame[row: row].map(\.text).joined() }

    /// The cursor stands on the bar of the entry that is selected in the pane with the keys.
    private func expectOnSelection(
        _ state: ReaderState, _ area: Area, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let frame = state.compose()
        let cursor = frame.cursor
        let text = Array(frame[row: cursor.row])[cursor.column].text
        #expect(text == "▌", "'\(text)' at \(cursor) of\n\(frame.text)", sourceLocation: sourceLocation)
        #expect(cursor.column == area.column, sourceLocation: sourceLocation)
        let isFirst = cursor.row == area.row || Array(frame[row: cursor.row - 1])[cursor.column].text != "▌"
        #expect(isFirst, "not the entry's first row", sourceLocation: sourceLocation)
    }

    @Test(arguments: sizes)
    func `the cursor stands on the selected row of each list, wherever in it that is`(size: Size) throws {
        var sections = pressed(try state(size), .left)
        for _ in sections.sections {
            expectOnSelection(sections, sections.layout.sections)
            _ = sections.press(.down)
        }
        var stories = try state(size)
        for _ in stories.edition.stories {
            expectOnSelection(stories, stories.layout.stories)
            _ = stories.press(.down)
        }
        var results = pressed(try state(size), .character("F"), .paste("的"), .enter)
        let count = try #require(results.results?.entries.count)
        try #require(count > 3)
        for _ in 0..<min(count, 40) {
            expectOnSelection(results, results.layout.stories)
            _ = results.press(.down)
        }
    }

    @Test(arguments: sizes)
    func `in the story the cursor stands at the head of what is read, in all its forms`(size: Size) throws {
        let story = pressed(try state(size), .right)
        var raw = story
        for effect in raw.press(.character("r")) {
            guard case .rawPage(let story) = effect else { continue }
            raw.show(
                RawPage(lines: [RawPage.Line(text: "text", role: .body, isJoined: false, isMoved: false)]), of: story)
        }
        for state in [story, pressed(story, .pageDown), pressed(story, .character("c")), raw] {
            let cursor = state.compose().cursor
            let body = state.layout.body
            #expect(cursor.row == body.row)
            #expect((body.column..<body.column + body.columns).contains(cursor.column))
        }
    }

    @Test(arguments: sizes.filter { $0.columns >= 40 })
    func `the cursor stands where the next letter of a prompt will`(size: Size) throws {
        for prompt in [
            pressed(try state(size), .character("/")), pressed(try state(size), .character("F")),
            pressed(try state(size), .right, .character("/")),
        ] {
            let empty = prompt.compose().cursor
            let typed = pressed(prompt, .character("桥")).compose()
            #expect(empty.row == size.rows - 1)
            #expect(Array(typed[row: empty.row])[empty.column].text == "桥")
            #expect(typed.cursor == Frame.Cursor(column: empty.column + 2, row: empty.row))
        }
    }

    @Test(arguments: sizes)
    func `the cursor stands at the first line of the help that is shown, and of a list that is empty`(size: Size) throws
    {
        let help = pressed(try state(size), .character("?"))
        for state in [help, pressed(help, .pageDown)] {
            #expect(
                state.compose().cursor.row == ((state.layout.mastheadRule ?? state.layout.masthead).map { $0 + 1 } ?? 0)
            )
        }
        for empty in [
            ReaderState(edition: Edition(), texts: Localization(language: "en"), size: size),
            pressed(try state(size), .character("F"), .paste("不在任何一篇里"), .enter),
        ] {
            let cursor = empty.compose().cursor
            let area = empty.layout.stories
            #expect(cursor.row == empty.storyEntries(area).first?.rows.lowerBound ?? area.row)
            #expect(cursor.column == empty.layout.stories.column)
        }
    }

    @Test func `where the wheel has moved the selected entry out of sight, the cursor stays in its pane`() throws {
        var state = try state()
        let area = state.layout.stories
        for _ in 0..<30 { _ = state.press(.wheelDown(column: area.column, row: area.row)) }
        let frame = state.compose()
        try #require(!(area.row..<area.row + area.rows).contains { row(frame, $0).hasPrefix("▌") })
        #expect(frame.cursor == Frame.Cursor(column: area.column, row: area.row))
    }

    /// What is on the screen as text, and where the cursor stands: all that needs no eye for colours, nor for bold and reverse.
    private struct Told: Equatable {
        var text: String
        var cursor: Frame.Cursor

        init(_ state: ReaderState) {
            let frame = state.compose()
            (text, cursor) = (frame.text, frame.cursor)
        }
    }

    @Test(arguments: sizes.filter { $0.columns >= 40 })
    func `whatever a key changes on the screen is shown by letters and the cursor, never by a colour alone`(
        size: Size
    ) throws {
        let opened = try state(size)
        let reading = pressed(opened, .right)
        let found = pressed(reading, .character("/"), .paste("的"), .enter)
        let results = pressed(opened, .character("F"), .paste("的"), .enter)
        let changes: [(String, ReaderState, ReaderState)] = [
            ("another story is selected", opened, pressed(opened, .down)),
            ("a story is read", opened, pressed(opened, .character("m"))),
            ("a story is starred", opened, pressed(opened, .character("s"))),
            (
                "a read story is starred", pressed(opened, .character("m")),
                pressed(opened, .character("m"), .character("s"))
            ),
            ("the section is read", opened, pressed(opened, .character("A"))),
            (
                "marks are taken back", pressed(opened, .character("A")),
                pressed(opened, .character("A"), .character("u"))
            ),
            ("the sections have the keys", opened, pressed(opened, .left)),
            ("the story has the keys", opened, reading),
            ("another section is selected", pressed(opened, .left), pressed(opened, .left, .down)),
            ("only the unread are listed", opened, pressed(opened, .character("f"))),
            ("a list is narrowed", opened, pressed(opened, .character("/"), .paste("山"), .enter)),
            ("a prompt is open", opened, pressed(opened, .character("/"))),
            ("words are found", reading, found),
            ("the next hit is the one", found, pressed(found, .character("n"))),
            ("hits are listed", opened, results),
            ("another hit is selected", results, pressed(results, .down)),
            ("the help is open", opened, pressed(opened, .character("?"))),
            ("the theme is another", opened, pressed(opened, .character("t"))),
        ]
        for (name, before, after) in changes { #expect(Told(before) != Told(after), "\(name)") }
    }
}
