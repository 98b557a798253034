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
}
