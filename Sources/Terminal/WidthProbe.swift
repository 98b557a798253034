import Glibc

/// Asks a terminal how wide it draws a character of ambiguous width: prints `“` and asks where the cursor is (CSI 6n).
struct WidthProbe {
    /// Whether the terminal said two cells; nil where it did not answer in time, or cannot be asked.
    private(set) var isWide: Bool?
    /// What was typed meanwhile.
    private(set) var typed: [UInt8] = []
    /// Whether an answer may still come.
    private(set) var isLate = false

    /// Milliseconds that an answer may take.
    static let timeout: Int64 = 100
    /// Milliseconds that a late one may take to come before whoever uses the terminal next.
    static let patience: Int64 = 600

    /// “ at the line's start, the question, and the line blank again: all at once, so that nothing is left of it even
    /// where no answer comes.
    private static let question = Array("\r“\u{1B}[6n\r\u{1B}[K".utf8)

    /// To be asked before anything else uses the terminal, whose modes are as before afterwards.
    init(input: Int32, output: Int32, timeout: Int64 = Self.timeout) {
        var before = termios()
        guard isatty(output) == 1, tcgetattr(input, &before) == 0 else { return }
        // Whoever ends the program now must not find the terminal without echo.
        var held = sigset_t()
        var earlier = sigset_t()
        sigemptyset(&held)
        for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP] { sigaddset(&held, signal) }
        pthread_sigmask(SIG_BLOCK, &held, &earlier)
        defer { pthread_sigmask(SIG_SETMASK, &earlier, nil) }
        var raw = before
        raw.c_lflag &= ~UInt32(ICANON | ECHO)
        guard tcsetattr(input, TCSANOW, &raw) == 0 else { return }
        defer { tcsetattr(input, TCSANOW, &before) }
        guard write(output, Self.question, Self.question.count) == Self.question.count else { return }
        isLate = true
        let deadline = Self.now + timeout
        while isWide == nil, Self.read(input, until: deadline, into: &typed) {
            guard let (range, column) = CursorReport.find(in: typed[...]) else { continue }
            typed.removeSubrange(range)
            isWide = column == 3
            isLate = false
        }
        // A key's sequence that has only half come is waited for, so that it stays one key.
        while CursorReport.isBegun(atEndOf: typed), Self.read(input, until: Self.now + 25, into: &typed) {}
    }

    /// Waits a while for an answer that is late, which would be read by whoever uses the terminal next. The modes are the
    /// caller's to set.
    static func forget(input: Int32, until deadline: Int64) {
        var modes = termios()
        guard tcgetattr(input, &modes) == 0 else { return }
        modes.c_lflag &= ~UInt32(ICANON | ECHO)
        tcsetattr(input, TCSANOW, &modes)
        var bytes: [UInt8] = []
        while CursorReport.find(in: bytes[...]) == nil, read(input, until: deadline, into: &bytes) {}
    }

    /// Adds what there is to read; false where nothing came in time.
    private static func read(_ input: Int32, until deadline: Int64, into bytes: inout [UInt8]) -> Bool {
        var waiting = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        while true {
            let left = deadline - now
            guard left > 0 else { return false }
            let ready = poll(&waiting, 1, Int32(left))
            if ready < 0, errno == EINTR { continue }
            guard ready > 0, Int32(waiting.revents) & POLLIN != 0 else { return false }
            break
        }
        var chunk = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(input, &chunk, chunk.count)
        guard count > 0 else { return false }
        bytes += chunk[..<count]
        return true
    }

    /// Milliseconds of a clock that nobody sets.
    static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}

/// A terminal's answer to CSI 6n: ESC [ row ; column R.
enum CursorReport {
    /// The first answer in the bytes, and its column.
    static func find(in bytes: ArraySlice<UInt8>) -> (range: Range<Int>, column: Int)? {
        for start in bytes.indices where bytes[start] == 0x1B {
            if let (end, column) = parse(bytes[start...]) { return (start..<end, column) }
        }
        return nil
    }

    /// Whether the bytes end in the middle of an escape sequence. A lone ESC is the key of that name.
    static func isBegun(atEndOf bytes: [UInt8]) -> Bool {
        guard let start = bytes.lastIndex(of: 0x1B), start + 1 < bytes.count else { return false }
        let rest = bytes[(start + 1)...]
        if rest.first == UInt8(ascii: "O") { return rest.count == 1 }
        return rest.first == UInt8(ascii: "[") && !rest.dropFirst().contains { (0x40...0x7E).contains($0) }
    }

    private static func parse(_ bytes: ArraySlice<UInt8>) -> (end: Int, column: Int)? {
        var place = bytes.startIndex + 1
        func number() -> Int? {
            let start = place
            var value = 0
            while place < bytes.endIndex, (0x30...0x39).contains(bytes[place]), place - start < 6 {
                value = value * 10 + Int(bytes[place] - 0x30)
                place += 1
            }
            return place > start ? value : nil
        }
        func takes(_ character: Unicode.Scalar) -> Bool {
            guard place < bytes.endIndex, bytes[place] == UInt8(ascii: character) else { return false }
            place += 1
            return true
        }
        guard takes("["), number() != nil, takes(";"), let column = number(), takes("R") else { return nil }
        return (place, column)
    }
}
