import Foundation
import TestSupport
import Testing

/// What happens to the reader while another program has the terminal: both stop, go on and end together.
@Suite(.serialized)
struct LentTerminalTests {
    private static let page = "渡口日报\n\n渡口新桥通车\n本报讯 昨日上午，渡口新桥通车，两岸居民步行过江。\n"

    /// The reader in a terminal of the test's own: it leads the session, so that no shell could continue it.
    private func reader(
        _ folder: TemporaryFolder, environment: [String: String] = ["SHELL": "/bin/sh"]
    ) throws -> Pty {
        folder.write(Array(Self.page.utf8), to: "page.txt")
        let pty = try Pty(
            Tmux.program, [folder.path + "/page.txt"], columns: 100, rows: 30, folder: folder, environment: environment)
        try #require(pty.wait(for: "渡口日报"))
        pty.settle()
        return pty
    }

    /// The reader as a job of a shell with job control.
    private func job() throws -> Tmux {
        let tmux = try Tmux(environment: ["SHELL": "/bin/sh"])
        tmux.folder.write(Array(Self.page.utf8), to: "page.txt")
        try tmux.type("exec /bin/bash --norc --noprofile -i")
        try tmux.type("PS1='jobs> '; clear")
        try tmux.wait("the shell") { $0.hasPrefix("jobs>") }
        try tmux.type("cd \(tmux.folder.path); \(Tmux.program) page.txt")
        try tmux.wait(for: "渡口日报")
        return tmux
    }

    /// Answers the question that comes when a command has ended, and waits for the reader.
    private func goBack(_ tmux: Tmux) throws {
        try tmux.wait(for: "press any key")
        try tmux.press("x")
        try tmux.wait { $0.contains("渡口日报") && $0.contains("quit") }
    }

    private func quit(_ tmux: Tmux) throws {
        try tmux.press("q")
        try tmux.type("echo status $?")
        try tmux.wait(for: "status 0")
    }

    private func text(_ name: String, in folder: TemporaryFolder) -> String? {
        let deadline = Date.now.addingTimeInterval(10)
        while Date.now < deadline {
            if let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8), !text.isEmpty {
                return text
            }
            usleep(10_000)
        }
        return nil
    }

    @Test(.enabled(if: Tmux.isThere && FileManager.default.isExecutableFile(atPath: "/usr/bin/less")))
    func `Ctrl-Z in less suspends both, and fg brings both back`() throws {
        let tmux = try job()
        try tmux.type("|less -X")
        try tmux.wait(for: "(END)")
        for _ in 0..<2 {
            try tmux.press("C-z")
            try tmux.wait(for: "Stopped")
            // What stands there yet from before is not to be taken for less that is back: its keys would be the shell's.
            try tmux.type("clear; fg")
            try tmux.wait("less, back") { $0.contains("(END)") && !$0.contains("Stopped") }
        }
        try tmux.press("q")
        try goBack(tmux)
        try quit(tmux)
    }

    @Test(.enabled(if: Tmux.isThere))
    func `a command that does nothing about Ctrl-Z is suspended with the reader`() throws {
        let tmux = try job()
        try tmux.type("|echo began; until [ -e go ]; do sleep 0.1; done; echo went on")
        try tmux.wait(for: "began\n")
        try tmux.press("C-z")
        try tmux.wait(for: "Stopped")
        tmux.folder.write([], to: "go")
        // Nothing of this may stand on the screen when the next command is waited for.
        try tmux.type("clear; fg")
        try tmux.wait(for: "went on")
        try goBack(tmux)
        // One that was told to stop by something else than a key.
        try tmux.type("|kill -STOP $$; echo and on")
        try tmux.wait(for: "Stopped")
        try tmux.type("clear; fg")
        try tmux.wait(for: "and on")
        try goBack(tmux)
        try quit(tmux)
    }

    @Test(.enabled(if: Tmux.isThere))
    func `what is suspended ends when its job is told to`() throws {
        let tmux = try job()
        try tmux.type("|trap 'echo told > told; exit' TERM; echo began; while :; do sleep 0.1; done")
        try tmux.wait(for: "began\n")
        try tmux.press("C-z")
        try tmux.wait(for: "Stopped")
        try tmux.type("kill %1; sleep 2")
        #expect(text("told", in: tmux.folder) == "told\n")
        // It does not touch the terminal, which is the shell's, and would be stopped again.
        try tmux.wait(for: "Terminated")
    }

    @Test(.enabled(if: Tmux.isThere))
    func `closing the terminal ends the reader and the command`() throws {
        let tmux = try job()
        try tmux.type("|trap 'echo told > told; exit' HUP; echo began $PPID > began; while :; do sleep 0.1; done")
        let reader = try #require(text("began", in: tmux.folder)?.split(whereSeparator: \.isWhitespace).last)
        try tmux.run(["kill-pane"])
        #expect(text("told", in: tmux.folder) == "told\n")
        let deadline = Date.now.addingTimeInterval(5)
        let process = try #require(pid_t(String(reader)))
        while kill(process, 0) == 0, Date.now < deadline { usleep(10_000) }
        let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        #expect(state == nil || state?.contains(") Z") == true)
    }

    @Test func `a command that is stopped goes on where nobody could continue the reader`() throws {
        let pty = try reader(try TemporaryFolder())
        defer { pty.end() }
        try pty.send("|kill -STOP $$; kill -TSTP $$; echo went' 'on\r")
        #expect(pty.wait(for: "went on"))
        try pty.send("x")
        pty.settle()
        try pty.send("q")
        #expect(pty.wait(seconds: 10) == 0)
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func `a signal ends the reader while a command runs, with the terminal restored, and the command`(
        signal: Int32
    ) throws {
        let folder = try TemporaryFolder()
        let pty = try reader(folder)
        defer { pty.end() }
        try pty.send(
            "|trap 'echo told > \(folder.path)/told; exit' HUP TERM; stty raw -echo </dev/tty; echo begun; while :; do sleep 0.1; done\r"
        )
        #expect(pty.wait(for: "begun\n"))
        pty.signal(signal)
        #expect(pty.wait(seconds: 5) == 128 + signal)
        #expect(pty.isRestored)
        #expect(text("told", in: folder) == "told\n")
    }

    @Test func `a command that does not end does not keep the reader from it`() throws {
        let pty = try reader(try TemporaryFolder())
        defer { pty.end() }
        try pty.send("|trap '' TERM; echo begun; sleep 8\r")
        #expect(pty.wait(for: "begun\r\n"))
        pty.signal(SIGTERM)
        #expect(pty.wait(seconds: 5) == 128 + SIGTERM)
        #expect(pty.isRestored)
    }

    @Test func `a signal counts where any key is waited for, and Ctrl-C is a key there`() throws {
        let pty = try reader(try TemporaryFolder())
        defer { pty.end() }
        try pty.send("|true\r")
        #expect(pty.wait(for: "press any key"))
        pty.settle()
        let mark = pty.output.count
        try pty.send("\u{3}")
        #expect(pty.wait(for: "渡口日报", from: mark))
        pty.settle()
        let again = pty.output.count
        try pty.send("|true\r")
        #expect(pty.wait(for: "press any key", from: again))
        pty.settle()
        pty.signal(SIGTERM)
        #expect(pty.wait(seconds: 5) == 128 + SIGTERM)
        #expect(pty.isRestored)
    }

    @Test func `a command that reads nothing of a long text, and one that stops in the middle of it`() throws {
        let folder = try TemporaryFolder()
        folder.write(
            Array(("长篇\n\n" + String(repeating: "这一句话说了一遍又一遍。", count: 20_000) + "\n").utf8), to: "long.txt")
        let pty = try Pty(
            Tmux.program, [folder.path + "/long.txt"], columns: 100, rows: 30, folder: folder,
            environment: ["SHELL": "/bin/sh"])
        defer { pty.end() }
        try #require(pty.wait(for: "长篇"))
        pty.settle()
        for command in ["sleep 0.2; exit 4", "kill -STOP $$; wc -l; exit 4"] {
            let mark = pty.output.count
            try pty.send("|\(command)\r")
            #expect(pty.wait(for: "exited with status 4", from: mark))
            try pty.send("x")
            pty.settle()
        }
        try pty.send("q")
        #expect(pty.wait(seconds: 10) == 0)
    }
}
