/// Sanitized text: valid, and with nothing in it that could steer a terminal.
package struct SourceText: Sendable, Equatable {
    /// Well-formed UTF-8.
    package var utf8: [UInt8]
    /// How the bytes were written.
    package var encoding: Encoding
    /// The bytes are plainly in `encoding`, but this machine has no converter for it: `utf8` is what they give as UTF-8.
    package var lacksConverter: Bool
    /// Whether the document itself says that it is in `encoding`.
    package var isDeclared = false
    /// What the sanitizer took out.
    package var removed: SanitizerReport
    /// What was written wrongly and is mended.
    package var mending: Mending?
    /// Where bytes are ill-formed and no encoding fits plainly: those that fit best, the best first.
    package var likely: [Encoding] = []

    /// What goes wrong between programs that do not agree on an encoding.
    package enum Mending: Hashable, Sendable {
        /// The text, or some lines of it, were read as this encoding, which they were not in, and written as UTF-8.
        case misread(as: Encoding)
        /// So many lines were in this encoding, unlike the rest.
        case lines(Int, Encoding)
    }

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

    /// Whether there is anything but white space.
    package var hasCharacters: Bool {
        utf8.withUnsafeBufferPointer { bytes in
            var place = 0
            while place < bytes.count {
                let (scalar, length) = bytes.scalar(at: place)
                if Unicode.Scalar(scalar)?.properties.isWhitespace != true { return true }
                place += length
            }
            return false
        }
    }

    /// The text as a string.
    package var text: String { String(decoding: utf8, as: UTF8.self) }
}
