import Glibc

/// Asks a terminal what it shows: how wide it draws a character of ambiguous width (prints `“` and asks where the cursor is, CSI 6n),
/// what its background is (OSC 11), and what pictures it can draw. Every terminal answers the first, which is asked last, so that
/// nothing is waited for once that is there.
struct TerminalProbe {
    /// Whether the terminal said two cells; nil where it did not answer in time, or cannot be asked.
    private(set) var isWide: Bool?
    private(set) var background: Background?
    private(set) var graphics = GraphicsAbility()
    /// What came meanwhile besides.
    private(set) var inputs: [TerminalInput] = []
    /// Whether an answer may still come.
    private(set) var isLate = false

    /// What is asked. The first shows nothing; the second goes to the line's start and leaves it blank: all at once, so that nothing is
    /// left of it even where no answer comes.
    struct Question: OptionSet {
        var rawValue: Int
        static let background = Question(rawValue: 1)
        static let width = Question(rawValue: 2)
        static let graphics = Question(rawValue: 4)
        /// The part of `graphics` that is asked only where no other program stands between, which would take it for a title.
        static let kitty = Question(rawValue: 8)

        init(rawValue: Int) { self.rawValue = rawValue }

        /// What a type of terminal is asked. One that calls itself dumb would show the question; one that is not known to be of
        /// xterm's kind may show what it does not understand.
        init(
            type: String, asksWidth: Bool, asksBackground: Bool, asksGraphics: Bool = false,
            isInTmux: Bool = getenv("TMUX") != nil, isInScreen: Bool = getenv("STY") != nil
        ) {
            self = []
            if asksWidth, !type.isEmpty, type != "dumb" { insert(.width) }
            guard Self.likeXterm.contains(where: type.hasPrefix) else { return }
            if asksBackground { insert(.background) }
            guard asksGraphics else { return }
            insert(.graphics)
            let isInside = isInTmux || isInScreen || type.hasPrefix("tmux") || type.hasPrefix("screen")
            if !isInside { insert(.kitty) }
        }

        private static let likeXterm = [
            "xterm", "tmux", "screen", "rxvt", "foot", "alacritty", "kitty", "wezterm", "ghostty", "contour", "mintty",
            "st-",
            "vte", "konsole", "gnome", "iterm",
        ]

        var bytes: [UInt8] {
            var asked = contains(.background) ? "\u{1B}]11;?\u{1B}\\" : ""
            if contains(.kitty) { asked += KittyGraphics.question }
            // What it can do, how many colours a picture may have, and how large a cell is.
            if contains(.graphics) { asked += "\u{1B}[c\u{1B}[?1;1;0S\u{1B}[16t" }
            return Array((asked + (contains(.width) ? "\r“\u{1B}[6n\r\u{1B}[K" : "\u{1B}[6n")).utf8)
        }
    }

    /// Milliseconds that an answer may take.
    static let timeout: Int64 = 100
    /// Milliseconds that a late one may take to come before whoever uses the terminal next.
    static let patience: Int64 = 600

    /// To be asked before anything else uses the terminal, whose modes are as before afterwards.
    init(_ question: Question, input: Int32, output: Int32, decoder: inout KeyDecoder, timeout: Int64 = Self.timeout) {
        var before = termios()
        guard isatty(output) == 1, tcgetattr(input, &before) == 0 else { return }
        let held = HeldSignals()
        defer { held.release() }
        var raw = before
        raw.c_lflag &= ~UInt32(ICANON | ECHO)
        guard tcsetattr(input, TCSANOW, &raw) == 0 else { return }
        defer { tcsetattr(input, TCSANOW, &before) }
        let bytes = question.bytes
        guard write(output, bytes, bytes.count) == bytes.count else { return }
        isLate = true
        let deadline = Self.now + timeout
        while isLate, Self.read(input, until: deadline, into: &decoder) {
            while let input = decoder.next() {
                switch input {
                case .cursor(let column) where isLate:
                    isLate = false
                    if question.contains(.width) { isWide = column == 3 }
                case .background(let color): background = color
                case .graphics(let answer): graphics.adopt(answer)
                default: inputs.append(input)
                }
            }
        }
    }

    /// Waits a while for an answer that is late, which would be read by whoever uses the terminal next. The modes are the
    /// caller's to set.
    static func forget(input: Int32, until deadline: Int64, decoder: inout KeyDecoder) {
        var modes = termios()
        guard tcgetattr(input, &modes) == 0 else { return }
        modes.c_lflag &= ~UInt32(ICANON | ECHO)
        tcsetattr(input, TCSANOW, &modes)
        while read(input, until: deadline, into: &decoder) {
            while let input = decoder.next() { if case .cursor = input { return } }
        }
    }

    /// Adds what there is to read; false where nothing came in time.
    static func read(_ input: Int32, until deadline: Int64, into decoder: inout KeyDecoder) -> Bool {
        var waiting = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        while true {
            let ready = poll(&waiting, 1, Int32(max(0, deadline - now)))
            if ready < 0, errno == EINTR, deadline > now { continue }
            guard ready > 0, Int32(waiting.revents) & POLLIN != 0 else { return false }
            break
        }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4096) { chunk in
            let count = Glibc.read(input, chunk.baseAddress, chunk.count)
            guard count > 0 else { return false }
            decoder.append(chunk[..<count])
            return true
        }
    }

    /// Milliseconds of a clock that nobody sets.
    static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
