import Newspaper
@testable import Reader
import Screen
import TestSupport
import Testing
import Localization

/// The whole screen at five sizes, as text; colours are tested by themselves.
struct ScreenGoldenTests {
    static let sizes = [(140, 40), (100, 30), (80, 24), (50, 20), (20, 6)].map { Size(columns: $0.0, rows: $0.1) }

    private func state(_ size: Size) throws -> ReaderState {
        ReaderState(edition: try Gold.sample(), texts: Localization(language: "zh-Hans"), size: size)
    }

    @Test(arguments: sizes)
    func `the list of stories when the paper is opened`(size: Size) throws {
        let state = try state(size)
        expectGolden(state.compose().text, "screens/opened-\(size.columns)x\(size.rows)")
    }

    @Test(arguments: sizes)
    func `a long story, three screens down`(size: Size) throws {
        var state = try state(size)
        state.open(try #require(state.edition.stories.firstIndex { $0.body.count > 15 }))
        _ = state.press(.right)
        for _ in 0..<3 { _ = state.press(.pageDown) }
        expectGolden(state.compose().text, "screens/long-story-\(size.columns)x\(size.rows)")
    }

    @Test(arguments: sizes)
    func `the end of a story, with what comes next`(size: Size) throws {
        var state = try state(size)
        _ = state.press(.right)
        _ = state.press(.end)
        expectGolden(state.compose().text, "screens/story-end-\(size.columns)x\(size.rows)")
    }

    @Test(arguments: sizes)
    func `the sections, the third one selected`(size: Size) throws {
        var state = try state(size)
        _ = state.press(.left)
        for _ in 0..<3 { _ = state.press(.down) }
        expectGolden(state.compose().text, "screens/sections-\(size.columns)x\(size.rows)")
    }

    @Test(arguments: sizes)
    func `the help of the list`(size: Size) throws {
        var state = try state(size)
        _ = state.press(.character("?"))
        expectGolden(state.compose().text, "screens/help-\(size.columns)x\(size.rows)")
    }

    @Test func `a page without a story says so`() {
        let state = ReaderState(
            edition: Edition(), texts: Localization(language: "en"), size: Size(columns: 80, rows: 24))
        expectGolden(state.compose().text, "screens/empty-80x24")
    }
}
