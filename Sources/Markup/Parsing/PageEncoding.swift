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
        else { return found }
        let text = TextDecoder.readText(bytes, as: named)
        // A few letters that an encoding has not are no sign of another.
        if text.removed.malformed * 200 <= bytes.count, found.removed.malformed > 0 || text.removed.malformed == 0 {
            return text
        }
        return found.removed.malformed < text.removed.malformed ? found : text
    }

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
