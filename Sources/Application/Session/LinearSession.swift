import Glibc
import Reader
import TextDecoding

/// One sitting without a screen: asks for a line, prints what it asks for, until there are no more lines.
struct LinearSession {
    private var reading: LinearReading
    private let marks: MarkKeeper
    private let input: Int32
    private let isTyped: Bool
    private var pending: [UInt8] = []

    /// - Parameter input: where lines come from.
    init(reading: LinearReading, marks: MarkKeeper, input: Int32) {
        self.reading = reading
        self.marks = marks
        self.input = input
        isTyped = isatty(input) == 1
    }

    /// Where lines come from when a page came from standard input: the terminal itself; nil where there is none.
    static func keyboard(pageIsInput: Bool) -> Int32? {
        guard pageIsInput else { return STDIN_FILENO }
        let terminal = open("/dev/tty", O_RDONLY | O_CLOEXEC)
        return terminal < 0 ? nil : terminal
    }

    /// Returns at the end of the lines, or when the reader quits; ends the program where a signal does.
    mutating func run(notes: [String]) {
        let signals = Signals.open()
        var output = Output()
        for note in notes { output.write(note + "\n") }
        reading.open { output.write($0) }
        var end: Int32?
        loop: while true {
            output.write(reading.prompt)
            output.flush()
            switch line(signals: signals) {
            case .line(let bytes):
                // What is typed is on the terminal already.
                if !isTyped { output.write("\n") }
                let text = TextDecoder.clean(String(decoding: bytes, as: UTF8.self))
                for effect in reading.answer(text, write: { output.write($0) }) {
                    switch effect {
                    case .mark(let change): marks.keep(change, in: reading.state.edition)
                    case .quit: break loop
                    default: break
                    }
                }
                _ = marks.tick()
                if let trouble = marks.trouble() { output.write(trouble + "\n") }
            case .end:
                output.write("\n")
                break loop
            case .signal(let signal):
                end = signal
                break loop
            }
        }
        output.flush()
        if let loss = marks.close() { complain(loss) }
        if let end { Signals.die(of: end) }
    }

    private enum Input {
        case line([UInt8])
        case end
        case signal(Int32)
    }

    /// The next line, without its end; one of more than a megabyte is none that anybody typed, and comes in parts.
    private mutating func line(signals: Int32) -> Input {
        var bytes = [UInt8](repeating: 0, count: 4096)
        while true {
            if let end = pending.firstIndex(of: 0x0A) ?? (pending.count > 1 << 20 ? pending.count - 1 : nil) {
                let line = Array(pending[..<end])
                pending.removeSubrange(...end)
                return .line(line)
            }
            var descriptors = [
                pollfd(fd: input, events: Int16(POLLIN), revents: 0),
                pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
            ]
            poll(&descriptors, 2, marks.patience)
            var signal: UInt8 = 0
            if read(signals, &signal, 1) == 1 { return .signal(Int32(signal)) }
            guard descriptors[0].revents != 0 else {
                _ = marks.tick()
                continue
            }
            let count = read(input, &bytes, bytes.count)
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count > 0 else {
                guard !pending.isEmpty else { return .end }
                defer { pending = [] }
                return .line(pending)
            }
            pending += bytes[..<count]
        }
    }
}
