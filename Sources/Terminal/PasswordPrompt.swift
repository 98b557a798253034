import Glibc

/// Asks for a password on the terminal of the program, whatever its standard streams are, and shows nothing of it. The terminal's
/// modes are as before afterwards, however it ends.
package enum PasswordPrompt {
    /// What came of it.
    package enum Answer: Equatable, Sendable {
        case typed(String)
        /// Nothing was typed, or there is no terminal.
        case nothing
        /// Ctrl-C.
        case interrupted
    }

    /// A password is no longer than this, in bytes.
    package static let longest = 1 << 10

    /// Asks once.
    ///
    /// - Parameter words: fit to be shown, with what parts them from the answer.
    package static func ask(_ words: String) -> Answer {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard terminal >= 0 else { return .nothing }
        defer { close(terminal) }
        return ask(words, on: terminal)
    }

    static func ask(_ words: String, on terminal: Int32) -> Answer {
        var before = termios()
        guard tcgetattr(terminal, &before) == 0 else { return .nothing }
        let held = HeldSignals()
        defer { held.release() }
        var silent = before
        // Keys come one by one, those that send signals too.
        silent.c_lflag &= ~UInt32(ICANON | ECHO | ISIG)
        guard tcsetattr(terminal, TCSAFLUSH, &silent) == 0 else { return .nothing }
        defer { tcsetattr(terminal, TCSAFLUSH, &before) }
        show(words, on: terminal)
        defer { show("\n", on: terminal) }
        return answer(from: terminal, while: { !hasEnd(held.earlier) })
    }

    /// Reads keys up to the end of the line.
    private static func answer(from terminal: Int32, while goesOn: () -> Bool) -> Answer {
        var typed: [UInt8] = []
        while goesOn() {
            var ready = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
            guard poll(&ready, 1, 100) > 0 else { continue }
            var key: UInt8 = 0
            guard read(terminal, &key, 1) == 1 else { return .nothing }
            switch key {
            case 0x0A, 0x0D: return typed.isEmpty ? .nothing : .typed(String(decoding: typed, as: UTF8.self))
            case 0x03, 0x1C: return .interrupted
            case 0x04: return .nothing
            case 0x08, 0x7F:
                // A character may be several bytes.
                while let last = typed.popLast(), last & 0xC0 == 0x80 {}
            case 0x15: typed = []
            case ..<0x20: break
            default: if typed.count < longest { typed.append(key) }
            }
        }
        return .nothing
    }

    /// Whether a signal waits that ends the program, and that was not held before.
    private static func hasEnd(_ earlier: sigset_t) -> Bool {
        var (waiting, earlier) = (sigset_t(), earlier)
        sigpending(&waiting)
        return [SIGINT, SIGTERM, SIGHUP, SIGQUIT].contains {
            sigismember(&waiting, $0) == 1 && sigismember(&earlier, $0) == 0
        }
    }

    private static func show(_ words: String, on terminal: Int32) {
        let bytes = Array(words.utf8)
        _ = write(terminal, bytes, bytes.count)
    }
}
