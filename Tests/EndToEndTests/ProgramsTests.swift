import Foundation
import TestSupport
import Testing

/// Copies, links and commands in the running program: the raw bytes, and what other programs are given.
@Suite(.serialized)
struct ProgramsTests {
    /// A folder with a feed of hostile stories in it, and a browser that writes down its arguments.
    private func folder() throws -> (folder: TemporaryFolder, feed: String, browser: String, notes: URL) {
        let folder = try TemporaryFolder()
        let feed = folder.appending(path: "feed.json")
        try #"""
        {"version":"https://jsonfeed.org/version/1.1","title":"Harbour Post","items":[
        {"id":"a","url":"https://post.example/a?x=1&y='2'","title":"Ferry $(touch pwned)","content_text":"`touch pwned`\u001b]52;c;cm0=\u0007; www.ferry.example/times;touch${IFS}pwned"},
        {"id":"b","url":"--version","title":"-rf","content_text":"--help http://one.example/$(touch) http://two.example/b;c"}]}
        """#.write(to: feed, atomically: true, encoding: .utf8)
        let (browser, notes) = (folder.appending(path: "browser"), folder.appending(path: "notes"))
        try
            "#!/bin/sh\nprintf '%s\\n' \"$#\" \"$@\" > '\(notes.path).new'\nmv '\(notes.path).new' '\(notes.path)'\nexit \"$STATUS\"\n"
            .write(to: browser, atomically: true, encoding: .utf8)
        chmod(browser.path, 0o700)
        return (folder, feed.path, browser.path, notes)
    }

    private func note(_ file: URL) throws -> String {
        let deadline = Date.now.addingTimeInterval(10)
        while Date.now < deadline {
            if let text = try? String(contentsOf: file, encoding: .utf8) {
                try FileManager.default.removeItem(at: file)
                return text
            }
            usleep(10_000)
        }
        return "nothing was written down"
    }

    private func open(_ feed: String, _ folder: TemporaryFolder, environment: [String: String] = [:]) throws -> Pty {
        let pty = try Pty(Tmux.program, [feed], columns: 100, rows: 30, folder: folder, environment: environment)
        try #require(pty.wait(for: "quit"))
        pty.settle()
        return pty
    }

    @Test func `y writes one OSC 52 that holds the story in base64, and nothing else unusual`() throws {
        let (folder, feed, _, _) = try folder()
        let pty = try open(feed, folder)
        defer { pty.end() }
        try pty.send("y")
        try #require(pty.wait(for: "characters"))
        try pty.send("q")
        #expect(pty.wait(seconds: 10) == 0)
        let text = String(decoding: pty.output, as: UTF8.self)
        let parts = text.components(separatedBy: "\u{1B}]52;")
        try #require(parts.count == 2 && parts[1].hasPrefix("c;"))
        let encoded = String(parts[1].dropFirst(2).prefix { $0 != "\u{7}" })
        let story = String(decoding: try #require(Data(base64Encoded: encoded)), as: UTF8.self)
        #expect(story.hasPrefix("Ferry $(touch pwned)\n\n`touch pwned`"))
        #expect(story.hasSuffix("— Harbour Post, “Ferry $(touch pwned)”\nhttps://post.example/a?x=1&y='2'\n"))
        #expect(!story.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        let rest = pty.output.split(separator: Array("\u{1B}]52;c;\(encoded)\u{7}".utf8)).joined()
        #expect(try TerminalStream.ncurses().faults(in: Array(rest)) == [])
    }

    @Test(.enabled(if: Tmux.isThere))
    func `in tmux the copy is where tmux pastes from, whatever it does with the clipboard`() throws {
        let (folder, feed, _, _) = try folder()
        let tmux = try Tmux(columns: 100, rows: 30, folder: folder)
        try tmux.type("\(Tmux.program) \(feed)")
        try tmux.wait("the reader") { $0.contains("quit") }
        try tmux.press("y")
        // Nobody is attached, so that there is no clipboard.
        try tmux.wait("the copy") { $0.contains("copied for tmux to paste") }
        #expect(tmux.buffer.hasPrefix("Ferry $(touch pwned)\n\n`touch pwned`"))
        try tmux.press("q")
        try tmux.wait("the shell") { $0.contains("$") }
    }

    @Test func `the terminal's modes of the mouse and of pastes are its own again at the end`() throws {
        let (folder, feed, _, _) = try folder()
        let pty = try open(feed, folder)
        defer { pty.end() }
        func last(_ mode: Int) -> Bool? {
            let text = String(decoding: pty.output, as: UTF8.self)
            let (on, off) = (
                text.range(of: "\u{1B}[?\(mode)h", options: .backwards),
                text.range(of: "\u{1B}[?\(mode)l", options: .backwards)
            )
            guard let on else { return nil }
            return off.map { $0.lowerBound < on.lowerBound } ?? true
        }
        for mode in [1000, 1002, 1006, 2004] { #expect(last(mode) == true, "\(mode)") }
        try pty.send("M")
        pty.settle()
        for mode in [1000, 1002, 1006] { #expect(last(mode) == false, "\(mode)") }
        try pty.send("M")
        pty.settle()
        #expect(last(1002) == true)
        try pty.send("q")
        #expect(pty.wait(seconds: 10) == 0)
        for mode in [1000, 1002, 1006, 2004] { #expect(last(mode) == false, "\(mode)") }
    }

    @Test(arguments: ["vt100", "linux"])
    func `where the terminal takes no copies, a file holds it, and the reader says which`(type: String) throws {
        let (folder, feed, _, _) = try folder()
        // The console's mouse is read by a library that leaks.
        let pty = try open(feed, folder, environment: ["TERM": type, "NCURSES_GPM_TERMS": "none"])
        defer { pty.end() }
        try pty.send("y")
        #expect(pty.wait(for: "this terminal does not accept copies"))
        #expect(pty.wait(for: "~/state/broadsheet/copied.txt"))
        let file = folder.appending(path: "state/broadsheet/copied.txt")
        #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix("Ferry"))
        #expect(!String(decoding: pty.output, as: UTF8.self).contains("]52;"))
        try pty.send("q")
        #expect(pty.wait(seconds: 10) == 0)
    }

    @Test func `a story too large for the clipboard goes to the file`() throws {
        let folder = try TemporaryFolder()
        let page = folder.appending(path: "long.txt")
        try ("长篇\n\n" + String(repeating: "这一句话说了一遍又一遍。", count: 4000) + "\n")
            .write(to: page, atomically: true, encoding: .utf8)
        let pty = try open(page.path, folder)
        defer { pty.end() }
        try pty.send("y")
        #expect(pty.wait(for: "too large for the terminal's clipboard"))
        #expect(!String(decoding: pty.output, as: UTF8.self).contains("]52;"))
        try pty.send("q")
        #expect(pty.wait(seconds: 10) == 0)
    }

    @Test func `a link goes to the browser as one argument, whatever it holds, and the screen comes back`() throws {
        let (folder, feed, browser, notes) = try folder()
        let pty = try open(
            feed, folder, environment: ["BROWSER": "/nowhere/browser:\(browser) --new '%s' x", "STATUS": "0"])
        defer { pty.end() }
        try pty.send("o")
        #expect(try note(notes) == "3\n--new\nhttps://post.example/a?x=1&y='2'\nx\n")
        #expect(pty.wait(for: "opened:"))
        // What says it is an option is no link; of those in the text the second is chosen.
        try pty.send("\u{1B}OBo")
        pty.settle()
        try pty.send("\u{1B}OB\r")
        #expect(try note(notes) == "3\n--new\nhttp://two.example/b;c\nx\n")
        pty.settle()
        try pty.send("q")
        #expect(pty.wait(seconds: 10) == 0)
        #expect(pty.isRestored)
        #expect(!FileManager.default.fileExists(atPath: "pwned"))
    }

    @Test func `a browser that fails, and one that is not there, are reported`() throws {
        let (folder, feed, browser, _) = try folder()
        for (value, words) in [
            (browser, "' exited with status 7"), ("/nowhere/browser", "cannot run '/nowhere/browser': No such"),
        ] {
            let pty = try open(feed, folder, environment: ["BROWSER": value, "STATUS": "7"])
            defer { pty.end() }
            try pty.send("o")
            #expect(pty.wait(for: words))
            try pty.send("q")
            #expect(pty.wait(seconds: 10) == 0)
        }
    }

    @Test func `a command reads the story, shows what it says, and its end is reported`() throws {
        let (folder, feed, _, notes) = try folder()
        let pty = try open(feed, folder, environment: ["SHELL": "/bin/sh"])
        defer { pty.end() }
        try pty.send("|cat > '\(notes.path)'; echo 'all said'; exit 3\r")
        #expect(pty.wait(for: "all said"))
        #expect(pty.wait(for: "exited with status 3; press any key"))
        #expect(try note(notes).hasPrefix("Ferry $(touch pwned)\n\n"))
        let shown = pty.output.count
        try pty.send("\u{1B}[A")
        #expect(pty.wait(for: "Harbour Post", from: shown))
        pty.settle()
        // One that reads nothing of it.
        try pty.send("|true\r")
        #expect(pty.wait(for: "press any key", from: shown))
        try pty.send("x")
        pty.settle()
        try pty.send("q")
        #expect(pty.wait(seconds: 10) == 0)
        #expect(pty.isRestored)
    }

    @Test func `Ctrl-C ends the command and not the reader`() throws {
        let (folder, feed, _, _) = try folder()
        let pty = try open(feed, folder, environment: ["SHELL": "/bin/sh"])
        defer { pty.end() }
        try pty.send("|echo sleeping; exec sleep 60\r")
        #expect(pty.wait(for: "sleeping\r\n"))
        usleep(300_000)
        try pty.send("\u{3}")
        #expect(pty.wait(for: "was killed by signal 2"))
        try pty.send("x")
        pty.settle()
        try pty.send("q")
        #expect(pty.wait(seconds: 10) == 0)
    }

    @Test(.enabled(if: Tmux.isThere, "tmux is not installed"))
    func `in tmux a copy is what tmux pastes`() throws {
        let (folder, feed, _, _) = try folder()
        let tmux = try Tmux(folder: folder)
        try tmux.run(["set-option", "-g", "set-clipboard", "on"])
        try tmux.type("clear; \(Tmux.program) \(feed)")
        try tmux.wait(for: "quit")
        try tmux.press("y")
        try tmux.wait(for: "copied")
        #expect(try tmux.run(["show-buffer"]).hasPrefix("Ferry $(touch pwned)\n"))
        try tmux.press("q")
    }
}
