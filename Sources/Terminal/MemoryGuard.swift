import CMemory
import Glibc

/// Ends the program with one line, and the terminal restored, where memory that a limit (`ulimit -v`) leaves to it is used up.
package enum MemoryGuard {
    nonisolated(unsafe) private static var words: UnsafeMutableBufferPointer<UInt8>?

    /// Whether there is such a limit. Without one the system ends a program that asks for too much, and nobody can say
    /// anything.
    package static var isLimited: Bool {
        [RLIMIT_AS, RLIMIT_DATA].contains { resource in
            var limit = rlimit()
            return getrlimit(Int32(resource.rawValue), &limit) == 0 && limit.rlim_cur != .max
        }
    }

    /// From now on these words are said on standard error, and the exit status is 1.
    package static func arm(_ message: String) {
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: message.utf8.count)
        _ = bytes.initialize(from: message.utf8)
        words = bytes
        broadsheet_on_memory_exhausted {
            TerminalGuard.restore()
            if let words = MemoryGuard.words { _ = write(STDERR_FILENO, words.baseAddress, words.count) }
            _exit(1)
        }
    }
}
