import Foundation
import TestSupport
import Testing

/// Nothing that a page, a file's name or an argument holds steers the terminal: the bytes that come out are looked at, all
/// of them.
struct HostileBytesTests {
    /// Samples so many at a time, as a page each.
    private static let shares: [Int] = Array(0..<(HostileSamples.all.count + size - 1) / size)
    private static let size = 42

    private static func samples(_ share: Int) -> ArraySlice<[UInt8]> {
        HostileSamples.all[share * size..<min(HostileSamples.all.count, (share + 1) * size)]
    }

    /// A folder that holds an edition: one page under a hostile name in a hostile folder.
    private func edition(_ samples: ArraySlice<[UInt8]>) throws -> TemporaryFolder {
        let home = try TemporaryFolder()
        let name = samples.flatMap { $0.prefix(4).filter { $0 != 0 && $0 != 0x2F } }.prefix(180)
        let folder = Array(home.path.utf8) + [0x2F] + Array("报".utf8) + name
        let page = folder + [0x2F] + Array("01".utf8) + name + Array(".txt".utf8)
        try #require(mkdir(folder.map { CChar(bitPattern: $0) } + [0], 0o700) == 0)
        let descriptor = open(page.map { CChar(bitPattern: $0) } + [0], O_WRONLY | O_CREAT, 0o600)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        let bytes = HostileSamples.page(samples)
        try #require(write(descriptor, bytes, bytes.count) == bytes.count)
        return home
    }

    /// Every key that a terminal can send but those that leave the reader, and those that copy: what they write is looked
    /// at by itself.
    private static let keys: [[UInt8]] = {
        let leaving: Set<UInt8> = [UInt8(ascii: "q"), 0x03, 0x1A, 0x1C, 0x13, UInt8(ascii: "y"), UInt8(ascii: "Y")]
        let bytes = (1...255).map { [UInt8($0)] }.filter { !leaving.contains($0[0]) }
        let sequences = [
            "\u{1B}OA", "\u{1B}OB", "\u{1B}OC", "\u{1B}OD", "\u{1B}OH", "\u{1B}OF", "\u{1B}[5~", "\u{1B}[6~",
            "\u{1B}[3~",
            "\u{1B}[Z", "\u{1B}OP", "\u{1B}[15~", "\u{1B}[<0;30;5M", "\u{1B}[<64;40;5M", "\u{1B}[<65;40;5M", "中",
            "\u{1B}[99;99R", "\u{1B}]52;c;cm0=\u{7}", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[200~:!rm\u{1B}[201~",
        ]
        return bytes + sequences.map { Array($0.utf8) }
    }()

    @Test(arguments: shares)
    func `the reader writes what ncurses draws with, and clean text`(share: Int) throws {
        let home = try edition(Self.samples(share))
        let pty = try Pty(Tmux.program, [home.path], columns: 130, rows: 40, folder: home)
        defer { pty.end() }
        try #require(pty.wait(for: "渡口"), "\(TerminalStream.plainText.faults(in: pty.output))")
        pty.settle()
        // Every story from its beginning to its end, the list and the body.
        for _ in 0..<Self.size + 4 {
            try pty.send("\u{1B}OC")
            try pty.send("   gG")
            try pty.send("\u{1B}OD\u{1B}OB")
            pty.settle(quiet: 0.03, seconds: 2)
        }
        for key in Self.keys {
            try pty.send(key)
            usleep(1_000)
        }
        pty.settle()
        for (columns, rows) in [(70, 20), (40, 10), (12, 3), (130, 40)] {
            pty.resize(columns: columns, rows: rows)
            pty.settle(quiet: 0.05, seconds: 2)
        }
        // Out of whatever the keys went into.
        try pty.send("\u{1B}")
        pty.settle()
        try pty.send("\u{1B}")
        pty.settle()
        try pty.send("q")
        #expect(pty.wait(seconds: 10) == 0)
        #expect(pty.isRestored)
        let faults = try TerminalStream.ncurses().faults(in: pty.output)
        #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
    }

    @Test(arguments: shares)
    func `what is printed holds no sequence and nothing unseen, on a terminal too`(share: Int) throws {
        let home = try edition(Self.samples(share))
        for command in ["list", "show", "explain", "export"] {
            let result = try run(
                Tmux.program, [command, home.path],
                environment: ["XDG_STATE_HOME": home.path, "HOME": home.path, "LANG": "C.UTF-8"])
            #expect(result.status == 0)
            for text in [result.output, result.error] {
                // Soft hyphens and joiners that a word needs are the source's own, and the export keeps the source.
                var seen = text.unicodeScalars
                if command == "export" {
                    seen.removeAll { ["\u{AD}", "\u{200C}", "\u{200D}", "\u{FE0F}"].contains($0) }
                }
                let faults = TerminalStream.plainText.faults(in: Array(String(seen).utf8))
                #expect(faults.isEmpty, "\(command): \(faults.joined(separator: "\n"))")
            }
        }
        for command in ["list", "explain"] {
            let pty = try Pty(Tmux.program, [command, home.path], folder: home)
            defer { pty.end() }
            #expect(pty.wait(seconds: 10) == 0)
            pty.settle()
            let faults = TerminalStream.coloredText.faults(in: pty.output)
            #expect(faults.isEmpty, "\(command): \(faults.joined(separator: "\n"))")
        }
    }

    @Test func `messages show hostile arguments and a hostile environment harmlessly`() throws {
        let home = try TemporaryFolder()
        let page = home.appending(path: "page.txt")
        try Data(HostileSamples.page([[0x41]])).write(to: page)
        let harmful = "\u{1B}[31m\u{9B}2J\u{1B}]0;t\u{7}\u{202E}\u{200B}\u{7F}\u{E000}"
        let feed = home.appending(path: "a\(harmful).json")
        try Data("{".utf8).write(to: feed)
        let commands = [
            ["list", harmful], ["show", page.path, harmful], ["--" + harmful], ["show", harmful, "--width", harmful],
            ["marks", harmful], ["marks", "import", harmful], ["list", feed.path], [harmful],
            ["export", "x", "--" + harmful],
            ["list", "a/" + harmful + "/b"], ["-" + harmful], ["explain", home.path + "/" + harmful],
        ]
        for arguments in commands {
            for language in ["C", "zh_CN.UTF-8"] {
                let result = try run(
                    Tmux.program, arguments,
                    environment: ["XDG_STATE_HOME": home.path, "HOME": home.path, "LANG": language])
                #expect(result.status != 0, "\(arguments)")
                for text in [result.output, result.error] {
                    let faults = TerminalStream.plainText.faults(in: Array(text.utf8))
                    #expect(faults.isEmpty, "\(arguments): \(faults.joined(separator: "\n"))")
                }
            }
        }
        let variables = ["TERM": "x\(harmful)", "TERMINFO": "/nowhere", "XDG_STATE_HOME": "/dev/null/\(harmful)"]
        let pty = try Pty(Tmux.program, [], folder: home, environment: variables)
        defer { pty.end() }
        pty.settle()
        try pty.send("mq")
        _ = pty.wait(seconds: 10)
        pty.settle()
        let faults = try TerminalStream.ncurses().faults(in: pty.output)
        #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
    }

    /// What the tests above stand on.
    @Test func `a stream's faults are found`() throws {
        let ncurses = try TerminalStream.ncurses()
        let drawn =
            "\u{1B}[?1049h\u{1B}[22;0;0t\u{1B}[1;30r\u{1B}(B\u{1B}[m\u{1B}[4l\u{1B}[?7h\u{1B}[39;49m\u{1B}[12;3H报\u{1B}[38;5;67m"
        #expect(ncurses.faults(in: Array(drawn.utf8)) == [])
        let bad = [
            "\u{1B}]0;t\u{7}", "\u{9B}31m", "\u{1B}c", "\u{1B}[6n", "a\u{202E}", "\u{200B}", "\u{7}", "\u{0}", "\u{7F}",
            "\u{AD}",
            "\u{1B}[", "\u{E000}", "\u{FEFF}", "\u{1B}P+q\u{1B}\\", "\u{1B}[21t", "\u{2028}", "\u{FE0F}", "\u{1B}#8",
            "\t",
        ]
        for text in bad { #expect(!ncurses.faults(in: Array(text.utf8)).isEmpty, "\(text.debugDescription)") }
        for text in bad.dropLast() {
            #expect(!TerminalStream.plainText.faults(in: Array(text.utf8)).isEmpty, "\(text.debugDescription)")
        }
        for bytes: [UInt8] in [[0x9B], [0xC0, 0x9B], [0xE4, 0xBD], [0xFF]] {
            #expect(!ncurses.faults(in: bytes).isEmpty)
        }
    }
}
