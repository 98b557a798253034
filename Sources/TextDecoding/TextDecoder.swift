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

    /// The same of a file that is a text and nothing else, in which also is mended what was written wrongly.
    ///
    /// - Parameter encoding: how the bytes were written, where somebody knows. Only a byte order mark knows better.
    package static func readText(_ bytes: [UInt8], as encoding: SourceText.Encoding? = nil) -> SourceText {
        bytes.withUnsafeBufferPointer { changed($0, as: encoding, mends: true) } ?? SourceText(utf8: bytes)
    }

    /// The same of bytes that are in memory for the call only.
    package static func readText(
        _ bytes: UnsafeBufferPointer<UInt8>, as encoding: SourceText.Encoding? = nil
    ) -> SourceText {
        changed(bytes, as: encoding, mends: true) ?? SourceText(utf8: Array(bytes))
    }

    /// What comes of the bytes; nil where they are UTF-8 that passes the sanitizer unchanged.
    private static func changed(
        _ bytes: UnsafeBufferPointer<UInt8>, as given: SourceText.Encoding? = nil, mends: Bool = false
    ) -> SourceText? {
        let mark = EncodingDetector.mark(bytes)
        let content = UnsafeBufferPointer(rebasing: bytes.dropFirst(mark?.length ?? 0))
        if let known = mark?.encoding ?? given, known != .utf8 {
            var text = converted(content, known)
            if mark == nil, text.removed.malformed > 0 { text.likely = likely(content, but: known) }
            return text
        }
        let plain = PlainTextScanner.scanning(content) { $0.end(from: 0) }
        // Somebody who says that it is UTF-8 wants it as it is.
        let mends = mends && given == nil
        if mends, let mended = Mojibake.mended(content) {
            return passed(mended.utf8, mending: .misread(as: mended.misread))
        }
        if mends, let mended = Mojibake.mendedLines(content) {
            return passed(mended.utf8, mending: .misread(as: mended.misread))
        }
        if plain == content.count {
            if mends, mark == nil, mayBeHZ(content), let shifted = EncodingDetector.shifted(content) {
                return converted(content, shifted)
            }
            return mark == nil ? nil : SourceText(utf8: Array(content))
        }
        let verdict = mark == nil && given == nil ? EncodingDetector.weigh(content) : .init(encoding: .utf8)
        if mends, mark == nil,
            let (conversion, lines, encoding) = OddLines.mendedAround(
                content, isLatin: verdict.encoding == .windows1252 || verdict.likely.first == .windows1252)
        {
            var text = passed(conversion.bytes, mending: .lines(lines, .utf8))
            text.encoding = encoding
            text.removed.malformed += conversion.malformed
            return text
        }
        if verdict.encoding != .utf8 { return converted(content, verdict.encoding) }
        if mends, verdict.likely.isEmpty, let (utf8, lines, encoding) = OddLines.mended(content, plain: plain) {
            return passed(utf8, mending: .lines(lines, encoding))
        }
        let (utf8, removed) = TextSanitizer.pass(content, plain: plain) ?? (Array(content), SanitizerReport())
        var text = SourceText(utf8: utf8, removed: removed)
        text.likely = given != nil && removed.malformed > 0 ? likely(content, but: .utf8) : verdict.likely
        return text
    }

    /// What bytes are likely in that are not in the encoding that somebody named.
    private static func likely(
        _ bytes: UnsafeBufferPointer<UInt8>, but named: SourceText.Encoding
    ) -> [SourceText.Encoding] {
        let verdict = EncodingDetector.weigh(bytes)
        return (verdict.likely.isEmpty ? [verdict.encoding] : verdict.likely).filter { $0 != named }
    }

    /// All of HZ is ASCII, so that nothing else shows it. Its switch stands on the first page.
    private static func mayBeHZ(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.first.map({ $0 < 0x80 }) == true else { return false }
        let start = UnsafeBufferPointer(rebasing: bytes.prefix(1 << 12).prefix { $0 < 0x80 })
        return start.indices.dropLast().contains {
            start[$0] == UInt8(ascii: "~") && start[$0 + 1] == UInt8(ascii: "{")
        }
    }

    private static func converted(
        _ bytes: UnsafeBufferPointer<UInt8>, _ encoding: SourceText.Encoding
    ) -> SourceText {
        guard let conversion = Conversion.utf8(from: bytes, in: encoding) else {
            let (utf8, removed) = TextSanitizer.pass(bytes) ?? (Array(bytes), SanitizerReport())
            return SourceText(utf8: utf8, encoding: encoding, lacksConverter: true, removed: removed)
        }
        var text = passed(conversion.bytes)
        text.encoding = encoding
        text.removed.malformed += conversion.malformed
        return text
    }

    /// UTF-8 past the sanitizer, without the mark that may have come to light.
    private static func passed(_ utf8: [UInt8], mending: SourceText.Mending? = nil) -> SourceText {
        let content = utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(utf8.dropFirst(3)) : utf8
        let (utf8, removed) = TextSanitizer.pass(content)
        var text = SourceText(utf8: utf8, removed: removed)
        text.mending = mending
        return text
    }

    /// Appends well-formed UTF-8 past the sanitizer; without a copy of its own where that leaves it as it is.
    package static func append(_ utf8: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        if let passed = TextSanitizer.pass(utf8) {
            bytes += passed.utf8
        } else {
            bytes.append(contentsOf: utf8)
        }
    }

    /// A text of one line that is kept, such as a headline: sanitized, with line breaks and tabs as spaces.
    package static func line(_ text: String) -> String {
        var passed = sanitized(text)
        guard passed.withUTF8({ bytes in bytes.contains { $0 < 0x20 } }) else { return passed }
        return String(decoding: passed.utf8.map { $0 < 0x20 ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }

    /// A text of one line, such as a file's name, an argument or a setting, fit to be shown as it is: without soft hyphens
    /// too, which only typesetting knows to show.
    package static func clean(_ text: String) -> String { withoutSoftHyphens(line(text)) }

    /// Whether bytes are UTF-8 that passes the sanitizer unchanged.
    package static func isClean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        PlainTextScanner.scanning(bytes) { $0.end(from: 0) } == bytes.count
    }

    /// The same of a text of several lines, such as a message: a form feed is a space too.
    package static func cleanLines(_ text: String) -> String {
        var bytes: [UInt8] = []
        append(lines: text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends a text as `cleanLines` makes it; without a copy where that leaves it as it is.
    package static func append(lines text: String, to bytes: inout [UInt8]) {
        var text = text
        let isClean = text.withUTF8 { utf8 in
            guard PlainTextScanner.scanning(utf8, { $0.end(from: 0) }) == utf8.count else { return false }
            // What the scanner knows no harm of: U+000C and U+00AD.
            for place in utf8.indices {
                let byte = utf8[place]
                if byte == 0x0C || byte == 0xAD && place > 0 && utf8[place - 1] == 0xC2 { return false }
            }
            bytes.append(contentsOf: utf8)
            return true
        }
        if isClean { return }
        let clean = withoutSoftHyphens(sanitized(text))
        bytes.append(contentsOf: clean.utf8.lazy.map { $0 == 0x0C ? UInt8(ascii: " ") : $0 })
    }

    private static func sanitized(_ text: String) -> String {
        var text = text
        return text.withUTF8 { TextSanitizer.pass($0) }.map { String(decoding: $0.utf8, as: UTF8.self) } ?? text
    }

    private static func withoutSoftHyphens(_ text: String) -> String {
        guard text.utf8.contains(0xAD) else { return text }
        var text = text
        text.unicodeScalars.removeAll { $0 == "\u{AD}" }
        return text
    }
}
