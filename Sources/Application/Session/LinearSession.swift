import Glibc
import Jobs
import Reader
import TextDecoding

/// One sitting without a screen: asks for a line, prints what it asks for, until there are no more lines.
package struct LinearSession {
    private let application: Application
    private let columns: Int
    private var reading: LinearReading
    private let input: Int32
    private let isTyped: Bool
    private var pending: [UInt8] = []

    /// - Parameters:
    ///   - columns: cells of a line.
    ///   - input: where lines come from; nil for nowhere.
    package init(_ application: Application, columns: Int, input: Int32?) {
        self.application = application
        self.columns = columns
        reading = LinearReading(state: application.state, columns: columns)
        let input = input ?? open("/dev/null", O_RDONLY | O_CLOEXEC)
        self.input = input
        isTyped = isatty(input) == 1
    }

    /// Where lines come from when a page came from standard input: the terminal itself; nil where there is none.
    package static func keyboard(pageIsInput: Bool) -> Int32? {
        guard pageIsInput else { return STDIN_FILENO }
        let terminal = open("/dev/tty", O_RDONLY | O_CLOEXEC)
        return terminal < 0 ? nil : terminal
    }

    /// Returns at the end of the lines, or when the reader quits.
    package mutating func run(notes: [String]) -> Application.Ending {
        let signals = Signals.open()
        var output = Output(reading.state.texts)
        let remarks =
            application.faults + application.notes + application.newLinesNotUnderstood + application.newTroubles
        for remark in notes + remarks { output.write(remark + "\n") }
        reading.open { output.write($0) }
        var ending = Application.Ending.quit
        loop: while true {
            output.write(reading.prompt)
            output.flush()
            switch line(signals: signals) {
            case .line(let bytes):
                // What is typed is on the terminal already.
                if !isTyped { output.write("\n") }
                let text = TextDecoder.clean(String(decoding: bytes, as: UTF8.self))
                var effects = reading.answer(text, write: { output.write($0) })[...]
                while let effect = effects.popFirst() {
                    switch effect {
                    case .mark(let changes): application.keep(changes, of: reading.state.stories)
                    case .editions:
                        effects += reading.show(editions: application.findEditions()) { output.write($0) }
                    case .openEdition(let id, _): change(toEdition: id, &output)
                    case .open(let link):
                        output.flush()
                        if let words = application.open(link) { output.write(words + "\n") }
                    case .quit: break loop
                    default: break
                    }
                }
                application.save()
                // There is no later moment to say that a starred story could not be written.
                application.finishStarred(milliseconds: Job.timeout)
                for trouble in application.newTroubles { output.write(trouble + "\n") }
            case .end:
                output.write("\n")
                break loop
            case .signal(let signal):
                ending = .signal(signal)
                break loop
            }
        }
        output.flush()
        return ending
    }

    /// Goes on with another edition; one that cannot be read is said, and nothing changes.
    private mutating func change(toEdition id: Int, _ output: inout Output) {
        let isOpen = application.open(edition: id)
        if let message = application.state.message { output.write(message + "\n") }
        guard isOpen else { return }
        reading = LinearReading(state: application.state, columns: columns)
        for remark in application.faults + application.notes { output.write(remark + "\n") }
        reading.open { output.write($0) }
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
            poll(&descriptors, 2, application.marks.timeout.map { Int32(min($0, 60_000)) } ?? -1)
            if let signal = Signals.next(signals) { return .signal(signal) }
            guard descriptors[0].revents != 0 else {
                application.save()
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
