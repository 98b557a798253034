import Localization
import Screen
import Settings
import TestSupport
import Testing
import Typesetting

@testable import Reader

/// What stands at the foot of the screen, and in the help, has room there in every language.
struct HintsTests {
    private func state(_ language: String, columns: Int) throws -> ReaderState {
        ReaderState(
            edition: try Gold.sample(), texts: Localization(language: language), size: Size(columns: columns, rows: 24))
    }

    /// Each pane, with whatever changes its hints.
    private func states(_ language: String, columns: Int) throws -> [ReaderState] {
        let first = try state(language, columns: columns)
        var states = Pane.allCases.map { pane in
            var state = first
            state.focus = pane
            return state
        }
        var scrolled = first
        for key: Key in [.right, .pageDown] { _ = scrolled.press(key) }
        states.append(scrolled)
        var hit = first
        for key: Key in [.right, .character("/"), .paste("的"), .enter] { _ = hit.press(key) }
        states.append(hit)
        var results = first
        for key: Key in [.character("F"), .paste("的"), .enter] { _ = results.press(key) }
        while results.isFinding { results.goOnFinding() }
        states.append(results)
        var help = first
        _ = help.press(.character("?"))
        states.append(help)
        return states
    }

    private func foot(_ state: ReaderState) -> String {
        String(state.compose().text.split(separator: "\n", omittingEmptySubsequences: false).last ?? "")
    }

    private func words(_ hint: Hint) -> String { "\(hint.key) \(hint.word)" }

    @Test(arguments: Localization.languages)
    func `at 80 columns every hint of every pane is shown whole`(language: String) throws {
        for state in try states(language, columns: 80) {
            for hint in state.hints { #expect(foot(state).contains(words(hint)), "\(hint) in: \(foot(state))") }
        }
    }

    @Test(arguments: Localization.languages)
    func `at 40 columns the first hints are shown whole, no other in part, and the key to the help always`(
        language: String
    ) throws {
        for state in try states(language, columns: 40) {
            let hints = state.hints
            let foot = foot(state)
            let shown = hints.filter { foot.contains(words($0)) }
            #expect(shown.count >= min(3, hints.count), "\(foot)")
            #expect(state.help != nil || shown.contains(where: \.isHelp), "\(foot)")
            var rest = foot
            for hint in shown.reversed() {
                guard let place = rest.ranges(of: words(hint)).last else { continue }
                rest.removeSubrange(place)
            }
            #expect(rest.allSatisfy { "0123456789/%+ ".contains($0) }, "'\(rest)' is left of '\(foot)'")
        }
    }

    @Test(arguments: Pane.allCases)
    func `a key does nothing in a pane whose help does not list it`(pane: Pane) throws {
        let first = try state("en", columns: 80)
        var count = 0
        for row in first.keymap.rows where !row.panes.contains(pane) {
            for key in row.keys {
                var state = first
                state.focus = pane
                let before = state.compose()
                #expect(state.press(key) == [] && state.compose() == before, "\(row.action)")
                count += 1
            }
        }
        #expect(count > 0 || pane == .stories)
    }

    @Test func `with a section selected no story is marked or starred, and n goes to the stories`() throws {
        var state = try state("en", columns: 80)
        for key: Key in [.left, .down] { state.press(key) }
        for key: Key in [.character("m"), .character("s"), .character("y")] { #expect(state.press(key) == []) }
        #expect(state.marks == MarkedStories() && state.focus == .sections)
        #expect(!foot(state).contains("m read") && foot(state).contains("n next"))
        state.press(.character("n"))
        #expect(state.focus == .stories)
        #expect(state.press(.character("m")).count == 1)
    }

    @Test(arguments: Localization.languages, [40, 80])
    func `the help cuts nothing short`(language: String, columns: Int) throws {
        for pane in Pane.allCases {
            var state = try state(language, columns: columns)
            state.focus = pane
            // As many rows as it takes.
            state.size = Size(columns: columns, rows: 200)
            _ = state.press(.character("?"))
            func bare(_ text: some StringProtocol) -> String { String(text.filter { $0 != " " && $0 != "\n" }) }
            // Without the keys' column, what goes on in the next line follows upon it.
            let help = bare(state.compose().text)
            for row in state.keymap.rows where row.panes.contains(pane) {
                let keys = row.keys.map { $0.name(in: state.texts) }
                #expect(help.contains(bare(keys.joined() + state.texts.help(for: row.action))), "\(row.action)")
            }
        }
    }

    @Test(arguments: Localization.languages, [40, 80])
    func `prompts say what for and leave room for twelve cells of words`(language: String, columns: Int) throws {
        let texts = Localization(language: language)
        for (keys, phrase): ([Key], MessageKey) in [
            ([.character("/")], .promptList), ([.character("F")], .promptEdition),
            ([.right, .character("/")], .promptStory),
        ] {
            var state = try state(language, columns: columns)
            for key in keys { _ = state.press(key) }
            #expect(foot(state).hasPrefix(" " + texts(phrase)), "\(foot(state))")
            #expect(cells(of: texts(phrase)) + 12 < columns)
        }
    }

    /// All that can stand in the place of the hints, with the longest arguments that it may have.
    @Test(arguments: Localization.languages)
    func `messages of the screen fit a line of 80 columns`(language: String) {
        let texts = Localization(language: language)
        let messages = [
            texts(.noMatchingStories), texts(.editionFinished, 9999, 9999), texts(.nothingUndone),
            texts(.nothingRedone),
            texts(.undone), texts(.redone), texts(.markedRead, 9999, "Ctrl-U"), texts(.noUnread), texts(.rawLegend),
            texts(.starredMissing, 9999), texts(.onePane), texts(.noMoreRoom), texts(.noRawText),
            texts(.themeShown, "high-contrast"), texts(.noColours), texts(.settingsApplied),
            texts(.columnsNeedRoom, 999), texts(.notFound, "…"), texts(.noHits),
        ]
        for message in messages { #expect(cells(of: message) <= 72, "\(cells(of: message)): \(message)") }
    }
}
