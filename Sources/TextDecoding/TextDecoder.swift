/// Makes text of bytes that come from outside. Total: any bytes give text.
package enum TextDecoder {
    /// Finds how the bytes were written, and sanitizes them.
    ///
    /// Clean UTF-8 is looked at once, and is itself what comes out.
    package static func read(_ bytes: [UInt8]) -> SourceText {
        bytes.withUnsafeBufferPointer { changed($0) } ?? SourceText(utf8: bytes)
    }

    /// The same of bytes that are in memory for the call only.
    package static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> SourceText {
        changed(bytes) ?? SourceText(utf8: Array(bytes))
    }

    /// What comes of the bytes; nil where they are UTF-8 that passes the sanitizer unchanged.
    private static func changed(_ bytes: UnsafeBufferPointer<UInt8>) -> SourceText? {
        let mark = EncodingDetector.mark(bytes)
        let content = UnsafeBufferPointer(rebasing: bytes.dropFirst(mark?.length ?? 0))
        let plain = PlainTextScanner.scanning(content) { $0.end(from: 0) }
        if mark == nil, plain == content.count { return nil }
        let encoding = mark?.encoding ?? (plain == content.count ? .utf8 : EncodingDetector.weigh(content))

        if encoding != .utf8, let conversion = Conversion.utf8(from: content, in: encoding) {
            var (utf8, removed) = TextSanitizer.pass(conversion.bytes)
            removed.malformed += conversion.malformed
            return SourceText(utf8: utf8, encoding: encoding, removed: removed)
        }
        let (utf8, removed) = TextSanitizer.pass(content, plain: plain) ?? (Array(content), SanitizerReport())
        return SourceText(utf8: utf8, encoding: encoding, lacksConverter: encoding != .utf8, removed: removed)
    }

    /// A text of one line that is kept, such as a headline: sanitized, with line breaks and tabs as spaces.
    package static func line(_ text: String) -> String {
        let passed = sanitized(text)
        guard passed.utf8.contains(where: { $0 < 0x20 }) else { return passed }
        return String(decoding: passed.utf8.map { $0 < 0x20 ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }

    /// A text of one line, such as a file's name, an argument or a setting, fit to be shown as it is: without soft hyphens
    /// too, which only typesetting knows to show.
    package static func clean(_ text: String) -> String { withoutSoftHyphens(line(text)) }

    /// The same of a text of several lines, such as a message.
    package static func cleanLines(_ text: String) -> String { withoutSoftHyphens(sanitized(text)) }

    private static func sanitized(_ text: String) -> String {
        var text = text
        return text.withUTF8 { TextSanitizer.pass($0) }.map { String(decoding: $0.utf8, as: UTF8.self) } ?? text
    }

    private static func withoutSoftHyphens(_ text: String) -> String {
        var text = text
        text.unicodeScalars.removeAll { $0 == "\u{AD}" }
        return text
    }
}
