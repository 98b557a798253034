import Localization
import Newspaper
import Screen
import Settings
import TestSupport
import Testing

@testable import Reader

/// What preferences do to the reading screen, from the start and in its midst.
struct PreferencesTests {
    private func state(_ preferences: Preferences = Preferences(), depth: ColorDepth = .direct) throws -> ReaderState {
        ReaderState(
            edition: try Gold.sample(), texts: Localization(language: "zh-Hans"), preferences: preferences,
            depth: depth,
            size: Size(columns: 100, rows: 30))
    }

    @Test func `a key of the settings does what they say, and hints, help and messages name it`() throws {
        var preferences = Preferences()
        preferences.keys = [.quit: [.character("x")], .undo: [.function(5)], .raw: []]
        var state = try state(preferences)
        #expect(state.press(.character("q")) == [] && state.press(.character("x")) == [.quit])
        #expect(state.compose().text.contains("x 退出"))
        _ = state.press(.character("A"))
        #expect(state.message?.contains("F5") == true)
        state.size.rows = 60
        _ = state.press(.character("?"))
        let help = state.compose().text
        #expect(help.contains("F5") && !help.contains(Localization(language: "zh-Hans").help(for: .raw)))
    }

    @Test func `a story is marked as read when it is opened, or never, as the settings say`() throws {
        var preferences = Preferences()
        preferences.markRead = .open
        var state = try state(preferences)
        _ = state.press(.right)
        #expect(state.isRead(0))
        preferences.markRead = .never
        state = try self.state(preferences)
        for key in [Key.right, .end, .down, .character(" ")] { _ = state.press(key) }
        #expect(state.marks.read.isEmpty)
        _ = state.press(.character("m"))
        #expect(!state.marks.read.isEmpty)
    }

    @Test(
        arguments: [
            { $0.reading.measure = 40 }, { $0.reading.isJustified = false }, { $0.reading.hanging = .none },
            { $0.reading.restoresPunctuation = false }, { $0.reading.ambiguousWidth = .wide }, { $0.language = "en" },
            { $0.theme = .light }, { $0.keys = [.quit: [.character("x")]] },
        ] as [@Sendable (inout Preferences) -> Void])
    func `preferences that change in the middle of a story leave the reader's place`(
        change: @Sendable (inout Preferences) -> Void
    ) throws {
        var state = try state()
        let long: Int = try #require(state.edition.stories.firstIndex { $0.body.count > 15 })
        state.open(long)
        for key in [Key.right, .pageDown, .pageDown, .down] { _ = state.press(key) }
        let (story, focus, before) = (state.story, state.focus, state.compose().text)
        let place = state.place(in: try #require(story))
        #expect(place != .start)
        var preferences = state.preferences
        change(&preferences)
        state.apply(preferences, texts: Localization(language: preferences.language ?? "zh-Hans"))
        #expect(state.story == story && state.focus == focus && state.place(in: story!) == place)
        state.apply(Preferences(), texts: Localization(language: "zh-Hans"))
        #expect(state.compose().text == before)
    }

    @Test func `what preferences change shows at once`() throws {
        var state = try state()
        var preferences = Preferences()
        preferences.theme = .light
        preferences.colours[.masthead] = ColourChoice("red on 17")
        state.apply(preferences, texts: Localization(language: "en"))
        let frame = state.compose()
        #expect(frame.text.contains("unread 26/26"))
        let name = frame[row: 0].first { $0.text == "砚" }
        #expect(name?.style.foreground == .indexed(1) && name?.style.background == .indexed(17))
    }

    @Test func `what a key changed stays, unless that setting changes`() throws {
        var state = try state()
        _ = state.press(.character("t"))
        #expect(state.themeName == .light)
        var preferences = Preferences()
        preferences.reading.measure = 60
        state.apply(preferences, texts: state.texts)
        #expect(state.themeName == .light && state.settings.measure == 60)
        preferences.theme = .plain
        state.apply(preferences, texts: state.texts)
        #expect(state.themeName == .plain && state.theme == .plain)
    }

    @Test func `the width that the terminal reported stays`() throws {
        var state = try state()
        state.settings.ambiguousWidth = .wide
        var preferences = Preferences()
        preferences.reading.measure = 60
        state.apply(preferences, texts: state.texts)
        #expect(state.settings.ambiguousWidth == .wide)
    }
}
