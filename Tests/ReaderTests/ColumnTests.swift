import Localization
import Newspaper
import Screen
import Settings
import TestSupport
import Testing
import Typesetting

@testable import Reader

/// The body in newspaper columns, and alone on the screen.
struct ColumnTests {
    private func state(columns: Int, rows: Int, language: String = "zh-Hans") throws -> ReaderState {
        var state = ReaderState(
            edition: try Gold.sample(), texts: Localization(language: language),
            size: Size(columns: columns, rows: rows))
        state.open(try #require(state.edition.stories.firstIndex { $0.body.count > 15 }))
        return state
    }

    private func press(_ state: inout ReaderState, _ keys: Key...) { for key in keys { _ = state.press(key) } }

    @Test(arguments: [(100, 30), (140, 40), (200, 24)])
    func `a long story in columns`(columns: Int, rows: Int) throws {
        var state = try state(columns: columns, rows: rows)
        press(&state, .character("z"), .character("c"))
        expectGolden(state.compose().text, "screens/columns-\(columns)x\(rows)")
        press(&state, .end)
        expectGolden(state.compose().text, "screens/columns-end-\(columns)x\(rows)")
    }

    @Test(arguments: [(88, 10), (100, 30), (120, 14), (180, 20), (230, 60)])
    func `page after page shows every line once, in order, and back again leads to the headline`(
        columns: Int, rows: Int
    ) throws {
        var state = try state(columns: columns, rows: rows)
        press(&state, .character("z"), .character("c"))
        for story in state.edition.stories.indices {
            state.open(story)
            press(&state, .home)
            guard let set = state.columnStory(story) else { continue }
            let document = state.setStory(story).document
            var shown: [TextLayout.Place] = []
            var pages = 0
            repeat {
                pages += 1
                let page = set.page(from: state.place(in: story))
                #expect(page.columns.allSatisfy { $0.count <= state.layout.body.rows })
                // The end mark is never alone at a column's head.
                #expect(!page.columns.contains { $0.first.map { document.parts[$0.paragraph].role } == .endMark })
                shown += page.columns.joined().map(\.place)
            } while pages < 500 && !state.press(.down).filter { if case .place = $0 { true } else { false } }.isEmpty
            #expect(shown == shown.sorted() && Set(shown).count == shown.count)
            // All parts but blank ones, those of the head once.
            let parts = Set(shown.map(\.paragraph)).union(set.head.map(\.paragraph))
            #expect(document.parts.indices.allSatisfy { parts.contains($0) || document.parts[$0].role == .blank })
            #expect(state.isRead(story))
            let last = state.place(in: story)
            press(&state, .home, .end)
            #expect(set.page(from: state.place(in: story)).next == nil && state.place(in: story) <= last)
            var back = 0
            while back < 500, !state.press(.up).isEmpty { back += 1 }
            #expect(state.place(in: story) == .start && back <= pages)
        }
    }

    @Test func `the place is kept through columns and back, through resizing, and by the list's side`() throws {
        var state = try state(columns: 100, rows: 30)
        // On a large screen the end is seen.
        state.appearance.preferences.markRead = .never
        press(&state, .right, .pageDown, .pageDown)
        let story = try #require(state.story)
        let place = state.place(in: story)
        let before = state.compose().text
        press(&state, .character("z"), .character("c"))
        #expect(state.place(in: story) == place)
        let set = try #require(state.columnStory(story))
        let first = try #require(set.page(from: place).columns.first?.first)
        #expect(first.place <= place && place < state.setStory(story, measure: 46).place(first.place, movedBy: 2))
        for (columns, rows) in [(200, 50), (40, 10), (88, 10), (1, 1), (100, 30)] {
            state.size = Size(columns: columns, rows: rows)
            _ = state.press(.resize)
            _ = state.compose()
            #expect(state.place(in: story) == place)
        }
        press(&state, .character("c"), .character("z"))
        #expect(state.compose().text == before)
    }

    @Test(arguments: [88, 100, 120, 139])
    func `the body borrows the room of the lists for its columns, and gives it back`(columns: Int) throws {
        for pane in [Pane.body, .stories] {
            var state = try state(columns: columns, rows: 30)
            state.focus = pane
            let hints = state.hints.map(\.key)
            #expect(hints.contains("c"))
            press(&state, .character("c"))
            #expect(state.message == nil && state.focus == .body && state.columnStory(0) != nil)
            #expect(state.layout.body.columns == columns)
            press(&state, .left)
            #expect(state.focus == .stories && state.layout.body.columns < columns)
            press(&state, .right)
            #expect(state.columnStory(0) != nil)
            press(&state, .character("c"))
            #expect(!state.wantsColumns && state.layout.body.columns < columns && state.focus == .body)
            // What the reader made alone stays alone.
            press(&state, .character("z"), .character("c"), .character("c"))
            #expect(state.layout.body.columns == columns && !state.wantsColumns)
        }
    }

    @Test func `where there is no room for columns a message says what they need`() throws {
        var state = try state(columns: 87, rows: 30)
        press(&state, .right, .character("c"))
        #expect(state.message?.contains("88") == true && !state.wantsColumns)
        // What was set in columns is scrolled where they do not fit, and is in columns again where they do.
        state.size = Size(columns: 100, rows: 30)
        press(&state, .character("c"))
        #expect(state.columnStory(0) != nil)
        state.size = Size(columns: 87, rows: 30)
        #expect(state.columnStory(0) == nil)
        state.size = Size(columns: 100, rows: 30)
        #expect(state.columnStory(0) != nil)
        state.size = Size(columns: 100, rows: 9)
        press(&state, .character("c"), .character("c"))
        #expect(state.message?.contains("10") == true)
    }

    @Test func `the body alone has the whole screen until the list is gone back to`() throws {
        var state = try state(columns: 140, rows: 40)
        press(&state, .character("z"))
        #expect(state.focus == .body)
        #expect(state.layout.body.columns == 140 && state.layout.stories.isEmpty)
        press(&state, .left)
        #expect(!state.layout.stories.isEmpty && !state.layout.body.isEmpty)
        press(&state, .right)
        #expect(state.layout.body.columns == 140)
        press(&state, .character("z"))
        #expect(state.layout.body.columns < 140)
    }

    @Test func `a brief is not parted into columns`() throws {
        var state = try state(columns: 140, rows: 40)
        press(&state, .character("z"), .character("c"))
        let brief = try #require(state.edition.stories.firstIndex { $0.kind == .brief })
        #expect(state.columnStory(state.story!) != nil && state.columnStory(brief) == nil)
    }

    @Test func `Space leads from the last page to the next unread story`() throws {
        var state = try state(columns: 140, rows: 40)
        press(&state, .character("z"), .character("c"))
        let story = state.story
        press(&state, .end, .character(" "))
        #expect(state.story != story)
    }

    @Test(arguments: ["zh-Hans", "en"])
    func `every hint fits`(language: String) throws {
        for focus in Pane.allCases {
            for (columns, keys) in [(80, []), (100, [.character("z")]), (100, [.character("z"), .character("c")])]
                as [(Int, [Key])]
            {
                var state = try state(columns: columns, rows: 30, language: language)
                state.focus = focus
                for key in keys { _ = state.press(key) }
                let line = String(state.compose().text.split(separator: "\n").last ?? "")
                for hint in state.hints { #expect(line.contains("\(hint.key) \(hint.word)"), "\(line)") }
            }
        }
    }
}
