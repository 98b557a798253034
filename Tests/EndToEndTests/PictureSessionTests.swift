import Foundation
import TestSupport
import Testing

/// Pictures of a PDF in the running program.
@Suite(
    .enabled(if: Tmux.isThere, "tmux is not installed"),
    .enabled(
        if: FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftoppm"), "poppler-utils is not installed"),
    .serialized)
struct PictureSessionTests {
    private static let page = projectRoot.appending(path: "Tests/Fixtures/pdf/pictures/ferry.pdf").path

    /// In 256 colours at least, whatever the tests themselves are run in.
    private static let start = "env -u NO_COLOR TERM=tmux-256color \(Tmux.program)"

    private func rows(of screen: String) -> Int { screen.split(separator: "\n").count { $0.contains("▀") } }

    /// By the palette through ncurses, and in direct colours past it.
    @Test(arguments: ["", "truecolor"])
    func `a picture is shown in half blocks, hidden by p, and covered by help`(colours: String) throws {
        let tmux = try Tmux(columns: 120, rows: 36, environment: ["COLORTERM": colours])
        try tmux.type("clear; \(Self.start) \(Self.page)")
        let whole = try tmux.settled("the picture") { rows(of: $0) == 16 }
        #expect(whole.contains("pictures"))
        try tmux.press("p")
        try tmux.settled("no picture") { rows(of: $0) == 0 && $0.contains("pictures are hidden") }
        try tmux.press("p")
        try tmux.settled("the picture again") { rows(of: $0) == 16 }
        try tmux.press("?")
        try tmux.settled("the help alone") { rows(of: $0) == 0 && $0.contains("show or hide pictures") }
        try tmux.press("Escape")
        try tmux.settled("the picture after the help") { rows(of: $0) == 16 }
        // The other story's picture takes its place, and part of it is out of sight.
        try tmux.press("Down")
        try tmux.settled("the other picture") { rows(of: $0) == 12 && $0.contains("Pupils of Millbrook") }
        try tmux.press("Right")
        try tmux.resize(columns: 60, rows: 14)
        try tmux.settled("a smaller picture") { (1...6).contains(rows(of: $0)) }
        try tmux.press("q")
        try tmux.settled("the shell") { rows(of: $0) == 0 && $0.contains("$") }
    }

    @Test(arguments: ["--set pictures=off", "--plain"])
    func `where no pictures are wanted there are none`(option: String) throws {
        let tmux = try Tmux(columns: 120, rows: 36)
        try tmux.type("clear; \(Tmux.program) \(option) \(Self.page)")
        try tmux.settled("the story") { $0.contains("Last ferry") && !$0.contains("▀") }
        try tmux.press("q", "Enter")
    }

    @Test func `pictures of standard input are shown`() throws {
        let tmux = try Tmux(columns: 120, rows: 36)
        try tmux.type("clear; \(Self.start) - < \(Self.page)")
        try tmux.settled("the picture") { rows(of: $0) == 16 }
        try tmux.press("q")
    }
}
