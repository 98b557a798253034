import Localization
import Newspaper
import Screen
import Settings
import TestSupport
import Testing

@testable import Reader

/// Themes on the reading screen.
struct ThemeScreenTests {
    @Test func `a key cycles through the themes, and says so where there are no colours`() throws {
        func state(_ depth: ColorDepth) throws -> ReaderState {
            ReaderState(
                edition: try Gold.sample(), texts: Localization(language: "en"), depth: depth,
                size: Size(columns: 100, rows: 30))
        }
        var shown = try state(.direct)
        var names: [ThemeName] = []
        for _ in ThemeName.allCases {
            _ = shown.press(.character("t"))
            names.append(shown.themeName)
            #expect(shown.theme == shown.themeName.theme(depth: .direct))
        }
        #expect(names == [.light, .highContrast, .plain, .dark])
        var colourless = try state(.none)
        _ = colourless.press(.character("t"))
        #expect(colourless.theme == .plain && colourless.message == Localization(language: "en")(.noColours))
    }

    @Test func `what is selected, unread and starred can be recognised without colours`() throws {
        var state = ReaderState(
            edition: try Gold.sample(), texts: Localization(language: "en"), depth: .none,
            size: Size(columns: 100, rows: 30))
        let unread = state.compose().text
        _ = state.press(.character("m"))
        let read = state.compose().text
        _ = state.press(.character("s"))
        let starred = state.compose().text
        _ = state.press(.character("m"))
        let starredUnread = state.compose().text
        _ = state.press(.down)
        let moved = state.compose().text
        #expect(unread.contains("▌ ● ") && !read.contains("▌ ● ") && starred.contains("▌★  "))
        #expect(starredUnread.contains("▌★● "))
        #expect(moved.contains("▌ ● "))
    }

    @Test func `the theme suits the background, unless one is settled or was chosen for that background`() throws {
        func state(_ preferences: Preferences = Preferences(), _ themes: ChosenThemes = ChosenThemes()) throws
            -> ReaderState
        {
            ReaderState(
                StoriesInMemory(try Gold.sample()), texts: Localization(language: "en"), preferences: preferences,
                depth: .direct, themes: themes, size: Size(columns: 100, rows: 30))
        }
        var shown = try state()
        #expect(shown.themeName == .dark)
        _ = shown.update(.background(isLight: true))
        #expect(shown.themeName == .light && shown.theme == ThemeName.light.theme(depth: .direct))
        guard case .themes(let chosen)? = shown.update(.key(.character("t"))).first else {
            Issue.record("the choice is not noted")
            return
        }
        #expect(shown.themeName == .highContrast)
        _ = shown.update(.background(isLight: false))
        #expect(shown.themeName == .dark)

        let again = ChosenThemes(chosen.description)
        #expect(again == chosen)
        var other = try state(Preferences(), again)
        _ = other.update(.background(isLight: true))
        #expect(other.themeName == .highContrast)
        var settled = Preferences()
        settled.theme = .plain
        other = try state(settled, again)
        _ = other.update(.background(isLight: true))
        #expect(other.themeName == .plain, "what was settled since counts")
    }

    @Test func `notes of chosen themes that cannot be read are passed over`() {
        let themes = ChosenThemes(
            "auto light plain\nauto green dark\nauto dark\n\nmauve dark plain\nauto dark mauve\nlight unknown dark\u{7}\n"
        )
        #expect(themes.description == "auto light plain\n")
    }
}
