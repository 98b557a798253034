import Glibc
import TextDecoding

/// Standard error. What is written is sanitized, because it may quote an argument or the name of a file.
package enum ErrorOutput {
    /// Says what is wrong and what to do.
    package static func report(_ words: String) { write("broadsheet: \(words)\n") }

    /// Writes lines as they are, without a name before them.
    package static func write(_ text: String) {
        let bytes = Array(TextDecoder.cleanLines(text).utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// Shows what is going on, in the place of what was shown so before; nil takes it away. Where standard error is no terminal
    /// nothing is shown.
    package static func show(progress words: String?) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        // The line's beginning, and nothing behind it (ECMA-48, EL).
        let bytes = Array("\r\u{1B}[K".utf8) + TextDecoder.clean(words ?? "").utf8
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
