import CNcurses
import Glibc

/// Restores the terminal when the program dies under it: everything is worked out beforehand, so that the handler only
/// writes bytes and sets the modes, which is all that a signal handler may do.
enum TerminalGuard {
    nonisolated(unsafe) private static var bytes: UnsafeMutablePointer<UInt8>?
    nonisolated(unsafe) private static var count = 0
    nonisolated(unsafe) private static var descriptor: Int32 = -1
    nonisolated(unsafe) private static var stack: UnsafeMutableRawPointer?
    /// In memory of its own: the compiler makes room for a global of this type that is three bytes too small.
    nonisolated(unsafe) private static let modes = UnsafeMutablePointer<termios>.allocate(capacity: 1)

    /// Crashes of our own: illegal instructions are Swift's traps.
    private static let crashes = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV]

    /// Notes the terminal's modes as they are now.
    static func save(descriptor: Int32) {
        tcgetattr(descriptor, modes)
        self.descriptor = descriptor
    }

    /// Sets the modes that `save` noted, unless the terminal is another job's: that would stop this one.
    static func restoreModes() {
        guard descriptor >= 0 else { return }
        let owner = tcgetpgrp(descriptor)
        if owner < 0 || owner == getpgrp() { tcsetattr(descriptor, TCSANOW, modes) }
    }

    /// From now on a crash restores what `save` noted.
    static func arm() {
        let ends = ["BD", "rmkx", "cnorm", "sgr0", "op", "rmcup"].compactMap { capability($0) }
        // Mouse reports off, in each of the forms that terminals know.
        let text = Array("\u{1B}[?1000l\u{1B}[?1002l\u{1B}[?1006l".utf8) + ends.flatMap { $0 }
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: text.count)
        bytes.initialize(from: text, count: text.count)
        self.bytes = bytes
        count = text.count
        // A stack of its own: the crash may have been the stack's end.
        let room = 64 * 1024
        stack = malloc(room)
        var signals = stack_t(ss_sp: stack, ss_flags: 0, ss_size: room)
        sigaltstack(&signals, nil)
        for signal in crashes {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { signal in TerminalGuard.die(signal) }
            action.sa_flags = SA_ONSTACK | Int32(bitPattern: UInt32(SA_RESETHAND))
            sigaction(signal, &action, nil)
        }
    }

    static func disarm() {
        for signal in crashes { Glibc.signal(signal, SIG_DFL) }
        bytes?.deallocate()
        bytes = nil
        var none = stack_t(ss_sp: nil, ss_flags: Int32(SS_DISABLE), ss_size: 0)
        sigaltstack(&none, nil)
        free(stack)
        stack = nil
    }

    private static func die(_ signal: Int32) {
        restore()
        raise(signal)
    }

    /// A capability as text; nil where the terminal has it not.
    static func text(_ name: String) -> String? { capability(name).map { String(decoding: $0, as: UTF8.self) } }

    /// Restores screen and modes, if the screen is ours. Asks for no memory.
    static func restore() {
        guard let bytes else { return }
        _ = write(STDOUT_FILENO, bytes, count)
        restoreModes()
    }

    /// A capability's bytes, its padding (`$<5>`) left out.
    static func capability(_ name: String) -> [UInt8]? {
        guard let value = tigetstr(name), Int(bitPattern: value) != -1 else { return nil }
        var text: [UInt8] = []
        var isPadding = false
        var place = value
        while place.pointee != 0 {
            let byte = UInt8(bitPattern: place.pointee)
            if byte == UInt8(ascii: "$"), place[1] == Int8(UInt8(ascii: "<")) { isPadding = true }
            if !isPadding { text.append(byte) }
            if byte == UInt8(ascii: ">") { isPadding = false }
            place += 1
        }
        return text
    }
}
