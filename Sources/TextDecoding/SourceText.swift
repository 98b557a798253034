/// Sanitized text: valid, and with nothing in it that could steer a terminal.
package struct SourceText: Sendable, Equatable {
    /// How the bytes were written.
    package enum Encoding: String, Sendable {
        case utf8 = "UTF-8"
        case utf16LittleEndian = "UTF-16LE"
        case utf16BigEndian = "UTF-16BE"
        case gb18030 = "GB18030"
    }

    /// Well-formed UTF-8.
    package var utf8: [UInt8]
    /// How the bytes were written.
    package var encoding: Encoding
    /// The bytes are plainly in `encoding`, but this machine has no converter for it: `utf8` is what they give as UTF-8.
    package var lacksConverter: Bool
    /// What the sanitizer took out.
    package var removed: SanitizerReport

    /// Text that came out of bytes in an encoding.
    package init(
        utf8: [UInt8], encoding: Encoding = .utf8, lacksConverter: Bool = false,
        removed: SanitizerReport = SanitizerReport()
    ) {
        self.utf8 = utf8
        self.encoding = encoding
        self.lacksConverter = lacksConverter
        self.removed = removed
    }

    /// The text as a string.
    package var text: String { String(decoding: utf8, as: UTF8.self) }
}
