import Localization
import Newspaper
import Screen
import TestSupport
import Testing

@testable import Reader

/// `f` and `/`: lists that show less than there is say so.
struct FilterTests {
    private func state(
        _ language: String = "en", columns: Int = 80, rows: Int = 24, read: Set<Int> = []
    ) throws -> ReaderState {
        let edition = try Gold.sample()
        let marks = MarkedStories(read: Set(read.map { edition.stories[$0].id }))
        return ReaderState(
            edition: edition, marks: marks, texts: Localization(language: language),
            size: Size(columns: columns, rows: rows))
    }

    private func line(_ row: Int, _ state: ReaderState) -> String {
        let lines = state.compose().text.split(separator: "\n", omittingEmptySubsequences: false)
        return String(lines[row < 0 ? lines.count + row : row])
    }

    @Test(arguments: Localization.languages, [(140, 40), (80, 24), (40, 12), (24, 6)])
    func `a filter stands in the masthead as long as it is on`(language: String, size: (Int, Int)) throws {
        var state = try state(language, columns: size.0, rows: size.1)
        let texts = state.texts
        for words in [texts(.filterUnread), texts(.filterStarred)] {
            state.press(.character("f"))
            state.press(.down)
            state.press(.up)
            #expect(line(0, state).contains(words), "\(line(0, state))")
        }
        state.press(.character("f"))
        state.press(.down)
        #expect(!line(0, state).contains(texts(.filterStarred)))
        for key: Key in [.character("/"), .paste("山"), .enter] { state.press(key) }
        #expect(line(0, state).contains("/山"), "\(line(0, state))")
        state.press(.escape)
        #expect(!line(0, state).contains("/山"))
    }

    @Test func `where there is no masthead the filter stands in the last line`() throws {
        var state = try state(columns: 60, rows: 5)
        state.press(.character("f"))
        state.press(.down)
        #expect(line(-1, state).contains("unread only"))
    }

    @Test func `a filter opens a story that passes, and the story before again when it lets it`() throws {
        var state = try state(read: [3, 4])
        for _ in 0..<3 { state.press(.down) }
        #expect(state.story == 3)
        state.press(.character("f"))
        #expect(state.story == 5 && !state.listed.contains(3))
        state.press(.character("f"))
        #expect(state.filter == .starred && state.story == nil)
        state.press(.character("f"))
        #expect(state.story == 3)
        // Who has gone on stays where they are.
        state.press(.character("f"))
        state.press(.down)
        for _ in 0..<2 { state.press(.character("f")) }
        #expect(state.story == 6)
    }

    @Test(arguments: [Key.character("n"), .character("N")])
    func `a story that is gone to and does not pass ends the filter`(key: Key) throws {
        for stars in 0...1 {
            var state = try state()
            if stars > 0 { state.press(.character("s")) }
            for _ in 0..<2 { state.press(.character("f")) }
            #expect(state.filter == .starred && state.story == (stars > 0 ? 0 : nil))
            state.press(key)
            let story = try #require(state.story)
            #expect(state.filter == .all && !state.stories.isStarred(state.stories.id(at: story)))
            #expect(state.listed.count == state.stories.count)
            #expect(!line(0, state).contains("starred only"))
        }
    }

    @Test func `a story that passes stays open, and stays in the list when it is read`() throws {
        var state = try state()
        state.press(.down)
        state.press(.character("f"))
        #expect(state.story == 1)
        state.press(.character("m"))
        #expect(state.story == 1 && state.listed.contains(1))
    }

    @Test func `where nothing passes the body says so, and shows no story`() throws {
        var state = try state()
        let headline = try #require(state.edition.stories[0].headline).prefix(5)
        for _ in 0..<2 { state.press(.character("f")) }
        let text = state.compose().text
        #expect(text.contains("No story here passes the filter (f changes it)") && text.contains("No matching stories"))
        #expect(!text.contains(headline))
        for key: Key in [.right, .enter, .character("m"), .character("s"), .character("y"), .character("c")] {
            #expect(state.press(key) == [])
        }
        state.press(.character("f"))
        #expect(state.compose().text.contains(headline) && state.story == 0)
        for key: Key in [.character("/"), .paste("鲸鱼")] { state.press(key) }
        #expect(state.story == nil && state.compose().text.contains("No story here passes the filter (/ changes it)"))
        state.press(.escape)
        #expect(state.story == 0)
    }
}
