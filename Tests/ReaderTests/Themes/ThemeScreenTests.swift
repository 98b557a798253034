import Localization
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
}
