import Foundation
import TestSupport
import Testing

/// What outlives a sitting, or goes from one reader to another: places and marks, as somebody at the keyboard sees them.
@Suite(.enabled(if: Tmux.isThere, "tmux is not installed"))
struct RememberingTests {
    /// A story long enough to be left in its middle, no two places of it alike; of the paragraphs some are damaged.
    private static func page(isDamaged: Bool) -> String {
        let steps = ["晨雾", "渡船", "竹篙", "凉亭", "石阶", "灯笼", "茶摊", "鱼市", "钟楼", "稻场", "学堂", "磨坊"]
        var paragraphs = steps.enumerated().map { number, step in
            "\(step)一段写的是清水河边第\(number + 1)处景致,老周说起\(step)总要停一停,再把\(step)的来历从头讲到尾,"
                + "听的人围成半圈,孩子们数着\(step)上的记号,一直数到第\(number + 31)个才肯回家。"
        }
        if isDamaged {
            // Two paragraphs in one, and one cut at a column's end, as a first extraction may have them.
            paragraphs[3] += paragraphs.remove(at: 4)
            let cut = paragraphs[1].index(paragraphs[1].startIndex, offsetBy: 30)
            paragraphs[1].insert(contentsOf: "\n\n\n\n", at: cut)
        }
        return "渡口镇\n\n渡口改成了桥头\n\n本报讯(记者 许南星)" + paragraphs.joined(separator: "\n\n") + "\n"
    }

    /// A reader of the page in that folder, in the layout of one pane, with the story open.
    private func sitting(_ folder: TemporaryFolder, columns: Int = 50, rows: Int = 12) throws -> Tmux {
        let tmux = try Tmux(columns: columns, rows: rows, folder: folder)
        try tmux.type("clear; \(Tmux.program) \(folder.path)/page.txt")
        try tmux.wait("the list") { $0.contains("▌") && $0.contains("渡口改成了桥头") }
        try tmux.press("Right")
        try tmux.wait("the story") { !$0.contains("▌") }
        return tmux
    }

    /// The rows of the body.
    private func body(_ screen: String) -> [String] {
        screen.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().map {
            $0.filter { !$0.isWhitespace }
        }
    }

    private func quit(_ tmux: Tmux) throws {
        try tmux.press("q")
        try tmux.wait("the shell") { !$0.contains("渡口") && $0.contains("$") }
    }

    @Test func `a story opens where it was left, in the same width and in another`() throws {
        let folder = try TemporaryFolder()
        try Data(Self.page(isDamaged: false).utf8).write(to: folder.appending(path: "page.txt"))
        var tmux = try sitting(folder)
        try tmux.press("Space", "Space", "Down", "Down", "Down")
        let screen = try tmux.settled("the middle of a paragraph") { body($0)[0].hasPrefix("石阶总要") }
        let left = body(screen)
        try quit(tmux)

        tmux = try sitting(folder)
        try tmux.wait("the same lines") { body($0) == left }
        try quit(tmux)

        // The line on top now begins elsewhere, but shows the character that was first.
        tmux = try sitting(folder, columns: 34, rows: 14)
        try tmux.wait("the same place") { screen in
            let rows = body(screen)
            guard let range = rows[0...1].joined().range(of: left[0].prefix(5)) else { return false }
            return rows[0...1].joined().distance(from: rows[0].startIndex, to: range.lowerBound) < rows[0].count
        }
        try quit(tmux)

        tmux = try sitting(folder)
        try tmux.wait("the same lines again") { body($0) == left }
        try quit(tmux)
    }

    @Test func `a story opens where it was left after a better parse`() throws {
        let folder = try TemporaryFolder()
        let file = folder.appending(path: "page.txt")
        try Data(Self.page(isDamaged: true).utf8).write(to: file)
        var tmux = try sitting(folder)
        let first = body(tmux.screen)[0]
        try tmux.press("Space", "Space", "Space")
        let screen = try tmux.settled("the middle") { body($0)[0] != first && $0.contains("鱼市") }
        let left = body(screen)[0].prefix(6)
        try quit(tmux)

        try Data(Self.page(isDamaged: false).utf8).write(to: file)
        tmux = try sitting(folder)
        try tmux.wait("the same words on top") { body($0)[0...1].joined().contains(left) }
        try quit(tmux)
    }

    @Test func `marks of one reader appear in another without a key`() throws {
        let one = try Tmux(columns: 100, rows: 30)
        let other = try Tmux(columns: 80, rows: 24, folder: one.folder)
        for tmux in [one, other] {
            try tmux.type("clear; \(Tmux.program)")
            try tmux.wait(for: "砚浦日报")
        }
        let all = try #require(ReadingSessionTests.unread(one.screen))
        try one.press("m")
        try other.wait("one less unread") { ReadingSessionTests.unread($0) == all - 1 }
        try other.press("Down", "s", "m")
        try one.wait("two less unread") { ReadingSessionTests.unread($0) == all - 2 && $0.contains("★") }
        try one.press("u")
        try other.wait("one less unread again") { ReadingSessionTests.unread($0) == all - 1 }
        for tmux in [one, other] { try tmux.press("q") }
    }

    /// A log that is larger than a file may be from then on, which is what a full disk looks like.
    private static let tooLarge =
        "export XDG_STATE_HOME=$HOME/full; printf '1735689600000\\t0123456789ABC\\tread\\n' | \(Tmux.program) marks import -;"
        + " for log in $HOME/full/broadsheet/marks/*.log; do head -c 3000000 /dev/zero | tr '\\0' x >> $log; done;"
        + " clear; ulimit -f 1024;"

    @Test(arguments: [
        ("XDG_STATE_HOME=/dev/null", "/dev/null/broadsheet/marks", "Not a directory"),
        (tooLarge, "/full/broadsheet/marks", "File too large"),
    ])
    func `marks that cannot be written are told at once, and counted at quitting`(
        setting: String, folder: String, reason: String
    ) throws {
        let tmux = try Tmux(columns: 160, rows: 30)
        try tmux.type("clear; (\(setting) \(Tmux.program))")
        try tmux.wait(for: "砚浦日报")
        let all = try #require(ReadingSessionTests.unread(tmux.screen))
        try tmux.press("m")
        let told = try tmux.wait(for: "marks are kept in memory only")
        #expect(told.contains("only: \(reason) ('") && told.contains("\(folder)')"))
        // It goes on with the marks in memory.
        try tmux.press("Down", "m", "s")
        try tmux.wait("two less unread") { ReadingSessionTests.unread($0) == all - 2 && $0.contains("★") }
        try tmux.press("q")
        let end = try tmux.wait(for: "marks were not saved")
        #expect(end.contains("broadsheet: 3 marks were not saved to '"))
        #expect(end.contains("\(folder)': \(reason)"))
    }

    @Test func `quitting with a star whose story could not be written says so, and exits with 1`() throws {
        let folder = try TemporaryFolder()
        let state = folder.appending(path: "state/broadsheet")
        try FileManager.default.createDirectory(at: state, withIntermediateDirectories: true)
        try "in the way".write(to: state.appending(path: "starred"), atomically: true, encoding: .utf8)
        let pty = try Pty(columns: 100, rows: 30, folder: folder)
        defer { pty.end() }
        try #require(pty.wait(for: "砚浦日报"))
        pty.settle()
        try pty.send("s")
        #expect(pty.wait(for: "1 starred story could not be saved"))
        try pty.send("j")
        #expect(pty.wait(for: "not saved: 1"))
        let mark = pty.output.count
        try pty.send("q")
        #expect(pty.wait(seconds: 10) == 1)
        #expect(pty.wait(for: "1 starred story could not be saved", from: mark))
    }
}
