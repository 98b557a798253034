import Foundation
import TestSupport
import Testing

/// What a terminal can do to the reader: bursts of sizes and keys, stopping, blocking, going away. It goes on, comes to
/// rest, and leaves the terminal as it was.
struct StormTests {
    /// The reader with the sample edition, its first screen drawn.
    private func reader(columns: Int = 100, rows: Int = 30) throws -> Pty {
        let pty = try Pty(columns: columns, rows: rows, folder: try TemporaryFolder())
        try #require(pty.wait(for: "砚浦日报"))
        pty.settle()
        return pty
    }

    /// It comes to rest, once what was asked for is done: under a twentieth of the processor's time in four seconds. Two
    /// seconds alone can be a machine that gave it nothing.
    private func expectRest(_ pty: Pty, within seconds: Int = 60, sourceLocation: SourceLocation = #_sourceLocation) {
        pty.settle()
        var (share, last) = (1.0, 1.0)
        for _ in 0..<seconds / 2 where share >= 0.05 || last >= 0.05 {
            let before = pty.processorTime
            usleep(2_000_000)
            (last, share) = (share, (pty.processorTime - before) / 2)
        }
        #expect(share < 0.05, "\(share * 100) % of the processor while idle", sourceLocation: sourceLocation)
    }

    /// It still draws what is asked for, quits, and leaves the terminal as it was.
    private func expectGoodEnd(_ pty: Pty, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let mark = pty.output.count
        try pty.send("\u{0C}")
        let isDrawn = pty.wait(for: "砚浦日报", from: mark, seconds: 120)
        let drawn = String(decoding: pty.output.dropFirst(mark).suffix(2_000), as: UTF8.self)
        #expect(isDrawn, "it does not draw any more: \(drawn.debugDescription)", sourceLocation: sourceLocation)
        pty.settle()
        try pty.send("q")
        #expect(pty.wait(seconds: 10) == 0, sourceLocation: sourceLocation)
        #expect(pty.isRestored, sourceLocation: sourceLocation)
        pty.settle()
        #expect(
            Data(pty.output.suffix(200)).range(of: Data("\u{1B}[?1049l".utf8)) != nil, sourceLocation: sourceLocation)
        let faults = try TerminalStream.ncurses().faults(in: pty.output)
        #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))", sourceLocation: sourceLocation)
    }

    @Test func `two hundred sizes in five seconds, down to one cell`() throws {
        let pty = try reader()
        defer { pty.end() }
        try pty.send("\u{1B}OC   ")
        var random = Seeded(seed: 3)
        for number in 0..<200 {
            let isSmall = number % 7 == 0
            pty.resize(
                columns: number % 20 == 0 ? 1 : Int.random(in: 1...(isSmall ? 12 : 220), using: &random),
                rows: number % 20 == 0 ? 1 : Int.random(in: 1...(isSmall ? 4 : 70), using: &random))
            if number % 3 == 0 { try pty.send(["j", " ", "b", "\t", "G", "g"][number / 3 % 6]) }
            usleep(25_000)
        }
        pty.resize(columns: 100, rows: 30)
        expectRest(pty)
        try expectGoodEnd(pty)
    }

    @Test func `twenty thousand keys pasted at once`() throws {
        let pty = try reader()
        defer { pty.end() }
        var random = Seeded(seed: 5)
        let keys = Array("jkhlnNmsufAbgG \t?r\r\u{12}".utf8)
        let began = pty.processorTime
        try pty.send((0..<20_000).map { _ in keys.randomElement(using: &random)! })
        // As long as the keys may take.
        expectRest(pty, within: 240)
        // Milliseconds a key, far above what it takes: a flood must not cost more than its keys.
        #expect((pty.processorTime - began) / 20_000 < 0.005)
        // Help may be open: any key closes it.
        try pty.send("\u{1B}")
        pty.settle()
        try pty.send("\u{1B}")
        pty.settle()
        try expectGoodEnd(pty)
    }

    @Test func `a paste that holds no key at all`() throws {
        let pty = try reader()
        defer { pty.end() }
        let bytes = HostileSamples.all.flatMap { $0 }.filter { ![3, 0x1A, 0x1C, 0x13, 0x71, 0x59, 0x79].contains($0) }
        try pty.send(bytes)
        expectRest(pty)
        for _ in 0..<3 {
            try pty.send("\u{1B}")
            pty.settle()
        }
        try expectGoodEnd(pty)
    }

    @Test func `SIGHUP ends it, and its marks are there`() throws {
        let folder = try TemporaryFolder()
        let pty = try Pty(columns: 100, rows: 30, folder: folder)
        defer { pty.end() }
        try #require(pty.wait(for: "砚浦日报"))
        try pty.send("m")
        pty.settle()
        pty.signal(SIGHUP)
        #expect(pty.wait(seconds: 5) == 128 + SIGHUP)
        #expect(pty.isRestored)
        #expect(try marks(in: folder) == 1)
    }

    @Test(arguments: [false, true])
    func `a terminal that goes away ends it, in the middle of a flood too`(isFlooded: Bool) throws {
        let folder = try TemporaryFolder()
        let pty = try Pty(columns: 100, rows: 30, folder: folder)
        defer { pty.end() }
        try #require(pty.wait(for: "砚浦日报"))
        try pty.send("m")
        pty.settle()
        if isFlooded { try pty.send(String(repeating: "j", count: 3_000)) }
        pty.hangUp()
        #expect(pty.wait(seconds: 5) == 128 + SIGHUP)
        #expect(try marks(in: folder) == 1)
    }

    @Test func `a terminal that goes away ends it even where SIGHUP does not come`() throws {
        let pty = try Pty(columns: 100, rows: 30, folder: try TemporaryFolder(), blocking: SIGHUP)
        defer { pty.end() }
        try #require(pty.wait(for: "砚浦日报"))
        pty.settle()
        pty.hangUp()
        #expect(pty.wait(seconds: 5) == 128 + SIGHUP)
    }

    @Test(arguments: [SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGIO, SIGQUIT])
    func `every signal that ends it restores the terminal first, and is what ended it`(signal: Int32) throws {
        let folder = try TemporaryFolder()
        let pty = try Pty(columns: 100, rows: 30, folder: folder)
        defer { pty.end() }
        try #require(pty.wait(for: "砚浦日报"))
        try pty.send("m")
        pty.settle()
        pty.signal(signal)
        #expect(pty.wait(seconds: 5).map { $0 & ~0x80 } == signal)
        #expect(pty.isRestored)
        #expect(Data(pty.output.suffix(200)).range(of: Data("\u{1B}[?1049l".utf8)) != nil)
        #expect(try marks(in: folder) == 1)
    }

    @Test(.enabled(if: Tmux.isThere, "tmux is not installed"), arguments: ["linux", "vt100", "xterm"])
    func `after quitting the prompt is on a clean line, where there is no second screen too`(type: String) throws {
        let tmux = try Tmux(environment: ["NCURSES_GPM_TERMS": "none"])
        try tmux.type("TERM=\(type) \(Tmux.program)")
        try tmux.wait(for: "quit")
        try tmux.press("q")
        try tmux.settled("the prompt") { screen in
            screen.split(separator: "\n").last { !$0.allSatisfy(\.isWhitespace) } == "$"
        }
        // What another program writes is not on the line of hints either.
        try tmux.type("TERM=\(type) SHELL=/bin/sh \(Tmux.program)")
        try tmux.wait(for: "quit")
        try tmux.type("|echo began")
        try tmux.wait(for: "press any key")
        #expect(tmux.screen.split(separator: "\n").contains("began"), "\(tmux.screen)")
    }

    @Test func `it stops and goes on, in another size`() throws {
        let pty = try reader()
        defer { pty.end() }
        for round in 0..<5 {
            pty.signal(SIGSTOP)
            usleep(50_000)
            pty.resize(columns: 60 + round * 20, rows: 10 + round * 5)
            try pty.send("j")
            usleep(50_000)
            pty.signal(SIGCONT)
            pty.settle()
        }
        expectRest(pty)
        try expectGoodEnd(pty)
    }

    @Test func `output that nobody takes for three seconds`() throws {
        let pty = try reader(columns: 200, rows: 60)
        defer { pty.end() }
        pty.setReading(false)
        let before = pty.processorTime
        for round in 0..<60 {
            pty.resize(columns: 200 - round % 2, rows: 60)
            // As much as the terminal has room for; its line discipline drops the rest.
            try? pty.send(Array("n  j\u{0C}".utf8), seconds: 0.01)
            usleep(50_000)
        }
        #expect(pty.processorTime - before < 1.5, "it turns round while it cannot write")
        pty.setReading(true)
        expectRest(pty)
        try expectGoodEnd(pty)
    }

    /// The reader in a terminal that ^S has stopped, with something to draw.
    private func stopped() throws -> Pty {
        let pty = try reader()
        try pty.send("\u{13}")
        usleep(200_000)
        try pty.send("j")
        usleep(300_000)
        return pty
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func `a signal while the terminal is stopped ends it and gives the terminal back`(signal: Int32) throws {
        let pty = try stopped()
        defer { pty.end() }
        pty.signal(signal)
        #expect(pty.wait(seconds: 10) == 128 + signal)
        #expect(pty.isRestored)
        #expect(pty.wait(for: "\u{1B}[?1049l", seconds: 5))
    }

    @Test func `what is suspended while the terminal is stopped draws again when it goes on`() throws {
        let pty = try stopped()
        defer { pty.end() }
        // Nobody could continue it here: the system lets it go on at once.
        pty.signal(SIGTSTP)
        usleep(300_000)
        try pty.send("\u{11}")
        pty.settle()
        expectRest(pty)
        try expectGoodEnd(pty)
    }

    @Test(arguments: [true, false])
    func `output that nobody takes does not keep it from ending`(takesAgain: Bool) throws {
        let pty = try reader(columns: 200, rows: 60)
        defer { pty.end() }
        pty.setReading(false)
        for round in 0..<40 {
            pty.resize(columns: 200 - round % 2, rows: 60)
            try? pty.send(Array("n \u{0C}".utf8), seconds: 0.01)
            usleep(10_000)
        }
        pty.signal(SIGTERM)
        // Taken again a little later, or never.
        if takesAgain {
            usleep(200_000)
            pty.setReading(true)
        }
        #expect(pty.wait(seconds: 10) == 128 + SIGTERM)
        #expect(pty.isRestored)
    }

    /// The marks that the program lists.
    private func marks(in folder: TemporaryFolder) throws -> Int {
        let list = try run(
            Tmux.program, ["marks", "list"],
            environment: ["XDG_STATE_HOME": folder.appending(path: "state").path, "LANG": "C"])
        return list.output.split(separator: "\n").count { $0.contains("\tread\t") }
    }
}
