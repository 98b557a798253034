import Localization
import Screen
import TestSupport
import Testing
import Typesetting

@testable import Reader

/// Messages in the line at the foot of the screen, and those that it has no room for.
struct NoticeTests {
    private func state(columns: Int = 80, rows: Int = 24) throws -> ReaderState {
        ReaderState(
            edition: try Gold.sample(), texts: Localization(language: "en"), size: Size(columns: columns, rows: rows))
    }

    private func foot(_ state: ReaderState) -> String {
        String(state.compose().text.split(separator: "\n", omittingEmptySubsequences: false).last ?? "")
    }

    @Test(arguments: [
        (
            "/home/wei/papers/2026/county/config.toml:3: unknown setting 'theem'. Did you mean 'theme'?",
            "config.toml:3: "
        ),
        (
            "~/a/very/long/way/to/the/folder/of/it/all/config.toml:3: unknown setting 'theem'. Did you mean 'theme'?",
            "…/"
        ),
        ("cannot read '/srv/papers of the county/2026-11-20/04.txt': permission denied; check the file", "/04.txt'"),
        ("“/srv/報紙/二〇二六年十一月二十日的報紙/北關區/第四版/04.txt”：没有权限；请检查文件的读取权限", "/04.txt”"),
    ])
    func `a long path loses its folders, and what stands after it is shown`(message: String, part: String) throws {
        let state = try state()
        let fitted = state.fitted(message, to: 72)
        #expect(cells(of: fitted) <= 72 && fitted.contains(part) && fitted.contains("…/"), "\(fitted)")
        #expect(fitted.suffix(10) == message.suffix(10))
    }

    @Test func `what fits stays as it is, addresses keep their host, and what is too long all the same is cut`() throws
    {
        let state = try state()
        for message in ["", "copied: 3", "'/a/b.txt' is empty", "it's /a/b and 'c"] {
            #expect(state.fitted(message, to: 72) == message)
        }
        let address = "opened: https://paper.example/" + String(repeating: "county/", count: 20)
        #expect(state.fitted(address, to: 72).hasPrefix("opened: https://paper.example/county/"))
        let words = String(repeating: "no such thing ", count: 10)
        #expect(
            state.fitted("'/a/b/c': " + words, to: 40).hasPrefix("'…/c': no such")
                && cells(of: state.fitted(words, to: 40)) <= 40)
    }

    @Test func `one message is in the line at the foot, several are over the panes until Escape`() throws {
        var state = try state()
        let panes = state.compose()
        _ = state.update(.notices(["first: unknown setting 'theem'"], title: "Mistakes"))
        #expect(foot(state).contains("first: unknown setting"))
        #expect(!state.compose().text.contains("Mistakes"))
        _ = state.press(.character("X"))
        #expect(state.compose() == panes)
        _ = state.update(.notices(["first: wrong", "second: wrong"], title: "Mistakes"))
        #expect(["Mistakes", "first: wrong", "second: wrong"].allSatisfy(state.compose().text.contains))
        _ = state.press(.escape)
        let messages = (1...30).map { "config.toml:\($0): " + String(repeating: "wrong ", count: 20) + "end \($0)." }
        _ = state.update(.notices(messages, title: "Mistakes"))
        var seen = ""
        for _ in 0..<100 {
            seen += state.compose().text
            _ = state.press(.down)
        }
        for index in 1...30 { #expect(seen.contains("end \(index).")) }
        #expect(seen.contains("Mistakes") && foot(state).contains("100%"))
        _ = state.press(.escape)
        #expect(state.compose() == panes)
        _ = state.update(.notices(messages, title: "Mistakes"))
        _ = state.update(.notices([], title: "Mistakes"))
        #expect(state.compose() == panes)
    }

    @Test func `one message that the line cannot hold is over the panes too, and one beside another message`() throws {
        var state = try state(columns: 80, rows: 12)
        let long = String(repeating: "wrong ", count: 8) + "end."
        for (columns, isOver) in [(80, false), (80, false), (40, true), (80, false)] {
            _ = state.update(.resized(Size(columns: columns, rows: 12), ambiguousIsWide: nil))
            _ = state.update(.notices([long], title: "Mistakes"))
            #expect(state.compose().text.contains("Mistakes") == isOver && state.compose().text.contains("end."))
        }
        _ = state.press(.escape)
        state = try self.state(columns: 40, rows: 12)
        _ = state.update(.notices([String(repeating: "wrong ", count: 20) + "end."], title: "Mistakes"))
        #expect(state.compose().text.contains("Mistakes") && state.compose().text.contains("end."))
        _ = state.press(.escape)
        _ = state.update(.message("cannot read 'a'"))
        _ = state.update(.notices(["short"], title: "Mistakes"))
        #expect(state.compose().text.contains("Mistakes") && state.compose().text.contains("short"))
    }
}
