/// Makes text of bytes that come from outside. Total: any bytes give text.
package enum TextIntake {
    /// Finds how the bytes were written, and lets them through the gate.
    ///
    /// Fast for clean UTF-8, which is looked at once and copied once.
    package static func read(_ bytes: [UInt8]) -> SourceText {
        bytes.withUnsafeBufferPointer { read($0) }
    }

    package static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> SourceText {
        let mark = EncodingEvidence.mark(bytes)
        let content = UnsafeBufferPointer(rebasing: bytes.dropFirst(mark?.length ?? 0))
        let plain = PlainText.scanning(content) { $0.end(from: 0) }
        let encoding = mark?.encoding ?? (plain == content.count ? .utf8 : EncodingEvidence.weigh(content))

        if encoding != .utf8, let conversion = Conversion.utf8(from: content, in: encoding) {
            var (text, removed) = conversion.bytes.withUnsafeBufferPointer { Gate.pass($0) }
            removed.malformed += conversion.malformed
            return SourceText(text: text, encoding: encoding, removed: removed)
        }
        let (text, removed) = Gate.pass(content, plain: plain)
        return SourceText(text: text, encoding: encoding, lacksConverter: encoding != .utf8, removed: removed)
    }

    /// A text of one line, such as a file's name, an argument or a setting, fit to be shown: through the gate, with line
    /// breaks and tabs as spaces, and without soft hyphens, which only typesetting knows to show.
    package static func clean(_ text: String) -> String {
        let passed = cleanLines(text)
        guard passed.utf8.contains(where: { $0 < 0x20 }) else { return passed }
        return String(decoding: passed.utf8.map { $0 < 0x20 ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }

    /// The same of a text of several lines, such as a message.
    package static func cleanLines(_ text: String) -> String {
        var text = text
        var passed = text.withUTF8 { Gate.pass($0).text }
        passed.unicodeScalars.removeAll { $0 == "\u{AD}" }
        return passed
    }
}
