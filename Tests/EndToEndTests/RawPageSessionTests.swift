import Foundation
import TestSupport
import Testing

/// The page's own text in the running program.
@Suite(.enabled(if: Tmux.isThere, "tmux is not installed"), .serialized)
struct RawPageSessionTests {
    @Test func `r shows the page's text at the same place, and r again the story as it was`() throws {
        let tmux = try Tmux(columns: 100, rows: 30)
        try tmux.type("clear; \(Tmux.program)")
        try tmux.wait(for: "砚浦日报")
        try tmux.press("Right")
        let before = try tmux.wait("the body") { $0.contains("scroll") }
        try tmux.press("r")
        let raw = try tmux.wait(for: "joined to earlier text")
        #expect(raw.contains("↳"))
        try tmux.press("PPage", "NPage", "r")
        try tmux.wait("the story") { $0 == before }
        try tmux.press("q")
    }

    @Test func `a feed has no page`() throws {
        let folder = try TemporaryFolder()
        let feed = folder.appending(path: "feed.json")
        try
            #"{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","title":"Headline","content_text":"Text."}]}"#
            .write(to: feed, atomically: true, encoding: .utf8)
        let tmux = try Tmux(columns: 80, rows: 24)
        try tmux.type("clear; \(Tmux.program) \(feed.path)")
        try tmux.wait(for: "Headline")
        try tmux.press("Right", "r")
        try tmux.wait(for: "this story has no page text")
        try tmux.press("q")
    }
}
