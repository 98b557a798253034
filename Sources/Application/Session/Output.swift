import Glibc
import Localization
import TextDecoding
import Typesetting

/// Standard output in large pieces: the one place where text is printed, sanitized, whatever it quotes. A reader that goes away (`| head`) ends the program quietly.
package struct Output: ~Copyable {
    private var pending: [UInt8] = []
    private static let size = 64 * 1024

    private let texts: Localization

    /// - Parameter texts: for the message where nothing can be written.
    package init(_ texts: Localization) {
        self.texts = texts
        pending.reserveCapacity(Self.size)
    }

    /// Writes text as a terminal may have it.
    package mutating func write(_ text: String) {
        TextDecoder.append(lines: text, to: &pending)
        if pending.count >= Self.size { flush() }
    }

    /// Writes text in a colour or style, the parameter of its SGR sequence.
    package mutating func write(_ text: String, style: Int) {
        write(bytes: "\u{1B}[\(style)m".utf8)
        write(text)
        write(bytes: "\u{1B}[0m".utf8)
    }

    /// Writes bytes as they are: JSON, logs and names for other programs.
    package mutating func write(bytes: some Sequence<UInt8>) {
        pending.append(contentsOf: bytes)
        if pending.count >= Self.size { flush() }
    }

    /// Hands on all that was written. Ends the program where that fails: nobody would see the rest.
    package mutating func flush() {
        var sent = 0
        while sent < pending.count {
            let count = pending.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress! + sent, $0.count - sent) }
            if count < 0 {
                if errno == EINTR { continue }
                if errno == EPIPE { exit(0) }
                let reason = String(cString: strerror(errno))
                pending = []
                ErrorOutput.report(texts(.outputFailed, reason))
                exit(1)
            }
            sent += count
        }
        pending.removeAll(keepingCapacity: true)
    }
}

/// The text as a terminal shows it: a tab is a space, and what cannot be seen is not there.
package func printed(_ text: String) -> String {
    isShownAsItIs(text) ? text : clusters(of: text).reduce(into: "") { $0 += $1.text }
}
