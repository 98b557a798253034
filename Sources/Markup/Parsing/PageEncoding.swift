import TextDecoding

/// Finds how a page is written, and decodes it. A byte order mark decides; then what the bytes plainly are, since pages are
/// saved in other encodings than they declare, and served in others too; then what they declare.
package enum PageEncoding {
    /// Bytes in which a page declares its encoding (HTML, 4.2.5.4, has 1024; some come later).
    static let window = 4096

    /// The page as sanitized text.
    ///
    /// - Parameters:
    ///   - encoding: how the page is written, where somebody knows.
    ///   - declared: what was declared outside of it, which counts like its own declaration.
    package static func decode(
        _ bytes: [UInt8], as encoding: SourceText.Encoding? = nil, declared: String? = nil
    ) -> SourceText {
        if let encoding { return TextDecoder.readText(bytes, as: encoding) }
        let found = TextDecoder.readText(bytes)
        if found.encoding == .utf8, found.removed.malformed == 0 { return found }
        let start = bytes.prefix(window)
        guard let name = declared ?? self.declared(in: start), let named = SourceText.Encoding(named: name),
            named != .utf8,
            !isWide(named)
        else { return guess(found, bytes) }
        // Servers and old editors declare Latin letters for whatever is there, and any bytes can be read so.
        if named == .windows1252 {
            let guess = guess(found, bytes)
            if guess.encoding != .utf8, guess.encoding != .windows1252 { return guess }
        }
        let text = TextDecoder.readText(bytes, as: named)
        // A few letters that an encoding has not are no sign of another.
        if strange(text) * 200 <= bytes.count, strange(found) > 0 || strange(text) == 0 { return text }
        let other = guess(found, bytes)
        return strange(other) < strange(text) ? other : text
    }

    /// What was found, or where nothing is plain what is likeliest: a page is there to be shown, and browsers guess too.
    private static func guess(_ found: SourceText, _ bytes: [UInt8]) -> SourceText {
        guard found.encoding == .utf8, let likely = found.likely.first else { return found }
        let text = TextDecoder.readText(bytes, as: likely)
        return text.lacksConverter || strange(text) * 200 > bytes.count ? found : text
    }

    /// Bytes and letters that an encoding has not.
    private static func strange(_ text: SourceText) -> Int { text.removed.malformed + text.removed.unknown }

    /// Nobody can read the declaration in one of these.
    private static func isWide(_ encoding: SourceText.Encoding) -> Bool {
        switch encoding {
        case .utf16, .utf16BigEndian, .utf16LittleEndian, .utf32BigEndian, .utf32LittleEndian: true
        default: false
        }
    }

    /// What stands behind `charset=`, or `encoding=` of XML; nil where neither is there.
    static func declared(in start: ArraySlice<UInt8>) -> String? {
        let letters = start.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        for word in ["charset", "encoding"] {
            let word = Array(word.utf8)
            var at = 0
            while at + word.count < letters.count {
                guard letters[at] == word[0], letters[at...].starts(with: word) else {
                    at += 1
                    continue
                }
                at += word.count
                var rest = letters[at...].drop { $0 <= 0x20 }
                guard rest.first == UInt8(ascii: "=") else { continue }
                rest = rest.dropFirst().drop { $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
                let name = rest.prefix { $0 > 0x20 && !"\"'/>;?".utf8.contains($0) }
                if !name.isEmpty { return String(decoding: name.prefix(40), as: UTF8.self) }
            }
        }
        return nil
    }
}
