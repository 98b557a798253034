/// Text that has come through the gate: valid, and with nothing in it that could steer a terminal.
package struct SourceText: Sendable, Equatable {
    /// How the bytes were written.
    package enum Encoding: String, Sendable {
        case utf8 = "UTF-8"
        case utf16LittleEndian = "UTF-16LE"
        case utf16BigEndian = "UTF-16BE"
        case gb18030 = "GB18030"
    }

    package var text: String
    package var encoding: Encoding
    /// The bytes are plainly in `encoding`, but this machine has no converter for it: `text` is what they give as UTF-8.
    package var lacksConverter: Bool
    package var removed: Removals

    package init(
        text: String, encoding: Encoding = .utf8, lacksConverter: Bool = false, removed: Removals = Removals()
    ) {
        self.text = text
        self.encoding = encoding
        self.lacksConverter = lacksConverter
        self.removed = removed
    }
}
