import Foundation
import TestSupport
import Testing

/// Days, new pages and slow ones in the running program.
@Suite(.serialized)
struct EditionSessionTests {
    private func page(_ headline: String, _ words: String = "河水退了，船又开了。", count: Int = 6) -> String {
        "\(headline)\n\n" + (1...count).map { "    \(words)这是第\($0)段，说的是渡口的事，说完这一段还有下一段。\n" }.joined()
    }

    private func write(_ text: String, _ file: URL) throws {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    private func open(_ arguments: [String], _ folder: TemporaryFolder, waits: String? = "quit") throws -> Pty {
        let pty = try Pty(Tmux.program, arguments, columns: 100, rows: 30, folder: folder)
        if let waits { try #require(pty.wait(for: waits)) }
        return pty
    }

    private func end(_ pty: Pty) throws {
        try pty.send("q")
        #expect(pty.wait(seconds: 10) == 0)
        #expect(pty.isRestored)
    }

    @Test(.enabled(if: Tmux.isThere, "tmux is not installed"))
    func `another day is opened from the calendar, and on the way back place and marks are kept`() throws {
        let folder = try TemporaryFolder()
        for (day, name) in [("2026-03-05", "东"), ("2026-03-06", "西")] {
            try write(page("\(name)渡口重开", count: 40), folder.appending(path: "lib/\(day)/01.txt"))
            try write(page("\(name)桥修好"), folder.appending(path: "lib/\(day)/02.txt"))
        }
        let tmux = try Tmux(columns: 80, rows: 24, folder: folder)
        try tmux.type("clear; \(Tmux.program) lib".replacingOccurrences(of: " lib", with: " \(folder.path)/lib"))
        try tmux.wait(for: "西渡口重开")
        try tmux.press("Right", "Space")
        let before = try tmux.settled("the second screen") { $0.contains(/第 ?15 ?段/) && $0.contains("%") }
        try tmux.press("e")
        try tmux.wait("both days, counted") {
            $0.contains("March 2026") && $0.contains(/5 Thu +2\/2/) && $0.contains(/→  6 Fri +2\/2/)
        }
        try tmux.press("End", "Enter")
        try tmux.wait("the other day") {
            $0.contains("2026-03-05") && $0.contains("东渡口重开") && $0.contains("unread 2/2")
        }
        try tmux.press("m")
        try tmux.wait(for: "unread 1/2")
        try tmux.press("e")
        try tmux.wait("its count") { $0.contains(/5 Thu +1\/2/) }
        try tmux.press("Escape")
        try tmux.wait("the list again") { $0.contains("All") }
        try tmux.press("e", "Home", "Enter")
        try tmux.wait("the first day") { $0.contains("2026-03-06") && $0.contains("西渡口重开") }
        try tmux.press("Right")
        let now = try tmux.wait("its place") { $0.contains(/第 ?15 ?段/) && $0.contains("scroll") }
        #expect(
            now.split(separator: "\n").dropFirst(3).prefix(8) == before.split(separator: "\n").dropFirst(3).prefix(8))
        try tmux.press("q")
    }

    @Test(.enabled(if: Tmux.isThere, "tmux is not installed"))
    func `a page that appears, half written first, shows up, and the place stays`() throws {
        let folder = try TemporaryFolder()
        let day = folder.appending(path: "2026-03-06")
        try write(page("渡口重开", count: 60), day.appending(path: "02.txt"))
        let tmux = try Tmux(columns: 100, rows: 30, folder: folder)
        try tmux.type("clear; \(Tmux.program) \(day.path)")
        try tmux.wait(for: "渡口重开")
        try tmux.press("Right", "Space")
        func body(_ screen: String) -> [String] {
            screen.split(separator: "\n").dropFirst().prefix(28).map { line in
                line.split(separator: "│", maxSplits: 1).last.map(String.init) ?? ""
            }
        }
        let before = body(try tmux.settled("the second screen") { $0.contains(/第 ?20 ?段/) && $0.contains("%") })
        let last = page("号外：大桥合龙", "桥上的灯亮了。")
        try write(String(last.prefix(12)), day.appending(path: "01.txt"))
        let writer = FileHandle(forWritingAtPath: day.appending(path: "01.txt").path)
        try writer?.seekToEnd()
        for part in stride(from: 12, to: last.count, by: 40) {
            usleep(100_000)
            try writer?.write(contentsOf: Data(String(last.dropFirst(part).prefix(40)).utf8))
        }
        try writer?.close()
        let now = try tmux.settled("the new page, and a word of it") {
            $0.contains("大桥合龙") && $0.contains("new pages: 1, new stories: 1")
        }
        #expect(body(now) == before)
        try tmux.press("Left", "Home", "Right", "End")
        try tmux.wait("the whole of the new page") { $0.contains("桥上的灯亮了") && $0.contains(/这是第6 ?段/) }
        try tmux.press("q")
    }

    @Test(.enabled(if: Tmux.isThere, "tmux is not installed"))
    func `what comes slowly is announced, keys wait for it, and Escape stops it`() throws {
        let folder = try TemporaryFolder()
        let pipe = folder.appending(path: "slow.txt")
        #expect(mkfifo(pipe.path, 0o600) == 0)
        let tmux = try Tmux(columns: 80, rows: 24, folder: folder)
        try tmux.type("clear; \(Tmux.program) \(pipe.path)")
        try tmux.wait(for: "reading… page 1 of 1  Esc cancels")
        try tmux.press("m", "Right")
        let writer = Foundation.open(pipe.path, O_WRONLY)
        let bytes = Array(page("渡口重开").utf8)
        #expect(Foundation.write(writer, bytes, bytes.count) == bytes.count)
        close(writer)
        try tmux.wait("the story, read, and the reader in it") {
            $0.contains("渡口重开") && $0.contains("unread 0/1") && $0.contains("scroll")
        }
        try tmux.press("q")
        try tmux.wait("the shell") { !$0.contains("渡口重开") }

        try tmux.type("clear; \(Tmux.program) \(pipe.path)")
        try tmux.wait(for: "Esc cancels")
        try tmux.press("Escape")
        try tmux.wait(for: "cancelled: nothing was read")
        try tmux.press("q")
        try tmux.wait("the shell") { !$0.contains("stopped") }
    }

    @Test func `what was read when Escape came is shown, and how much that is`() throws {
        let folder = try TemporaryFolder()
        let (first, pipe) = (folder.appending(path: "01.txt"), folder.appending(path: "02.txt"))
        try write(page("渡口重开"), first)
        #expect(mkfifo(pipe.path, 0o600) == 0)
        let last = folder.appending(path: "03.txt")
        try write(page("大桥合龙"), last)
        let pty = try open([first.path, pipe.path, last.path], folder, waits: "reading… page 2 of 3")
        defer { pty.end() }
        try pty.send("\u{1B}")
        #expect(pty.wait(for: "cancelled: 1 of 3 pages were read"))
        #expect(pty.wait(for: "渡口重开"))
        #expect(!String(decoding: pty.output, as: UTF8.self).contains("大桥合龙"))
        try end(pty)
    }

    @Test func `a file that cannot be read is reported before there is a screen`() throws {
        let folder = try TemporaryFolder()
        let pty = try open([folder.appending(path: "nothing.txt").path], folder, waits: nil)
        defer { pty.end() }
        #expect(pty.wait(seconds: 10) == 1)
        // What the program wrote last may be read after its end.
        #expect(pty.wait(for: "no such file") && pty.settle())
        #expect(!String(decoding: pty.output, as: UTF8.self).contains("\u{1B}[?1049h"))
    }
}
