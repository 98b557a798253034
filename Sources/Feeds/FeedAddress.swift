import Newspaper

/// References of feeds, and people's names with addresses.
enum FeedAddress {
    /// Where a reference leads from a base; as it is where it is whole, or nothing says from where. One that leaves out no more
    /// than the scheme (RFC 3986, 4.2) is of the web.
    static func resolve(_ reference: String, from base: String?) -> String {
        let reference = cleanName(reference).trimmed
        guard !hasScheme(reference) else { return reference }
        guard let base, !base.isEmpty else {
            return reference.hasPrefix("//") ? Link("https:" + reference)?.address ?? reference : reference
        }
        // The document itself (RFC 3986, 4.4).
        if reference.isEmpty { return String(base.prefix { $0 != "#" }) }
        if let link = Link(reference, from: base) { return link.address }
        return reference.hasPrefix("#") ? base.prefix { $0 != "#" } + reference : reference
    }

    /// Whether a reference is an address by itself (RFC 3986, 3.1).
    static func hasScheme(_ reference: String) -> Bool {
        guard let colon = reference.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let scheme = reference.utf8[..<colon]
        return scheme.first.map { (0x61...0x7A).contains($0 | 0x20) } ?? false
            && scheme.allSatisfy {
                (0x61...0x7A).contains($0 | 0x20) || (0x2B...0x39).contains($0) && $0 != 0x2C && $0 != 0x2F
            }
    }

    /// Whether an address may be handed on: it does nothing by itself where a program opens it.
    static func isHarmless(_ address: String) -> Bool {
        // Browsers pass over white space wherever it is.
        let address = String(String.UnicodeScalarView(address.unicodeScalars.filter { $0.value > 0x20 }))
        guard hasScheme(address) else { return true }
        return !["javascript", "vbscript", "data"].contains(address.prefix { $0 != ":" }.lowercased())
    }

    /// Somebody as RSS has people: `ada@quay.example (Ada Tobin)`, `Ada Tobin <ada@quay.example>`, either alone.
    static func author(_ text: String) -> Author? {
        let text = cleanLine(text).trimmed
        guard !text.isEmpty else { return nil }
        guard let mail = mailbox(in: text) else { return Author(name: text) }
        let address = String(text[mail])
        var name = (text[..<mail.lowerBound] + " " + text[mail.upperBound...])
        while let mailto = name.firstRange(of: "mailto:") { name.removeSubrange(mailto) }
        var plain = String(name).trimmed
        let marks: [(Character, Character)] = [("(", ")"), ("<", ">"), ("[", "]"), ("\"", "\"")]
        // Brackets that are left empty, or that stand around the name.
        for (open, close) in marks {
            plain = plain.replacing("\(open)\(close)", with: "").trimmed
            plain = plain.replacing("\(open) \(close)", with: "").trimmed
            if plain.first == open, plain.last == close, plain.count > 1 {
                plain = String(plain.dropFirst().dropLast()).trimmed
            }
        }
        return Author(name: plain.isEmpty ? nil : plain, email: address)
    }

    /// Where the first mailbox in a text is.
    private static func mailbox(in text: String) -> Range<String.Index>? {
        func isPart(_ byte: UInt8) -> Bool {
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "._%+-".utf8.contains(byte)
        }
        let bytes = text.utf8
        guard let at = bytes.firstIndex(of: UInt8(ascii: "@")) else { return nil }
        var (start, end) = (at, bytes.index(after: at))
        while start > bytes.startIndex, isPart(bytes[bytes.index(before: start)]) { start = bytes.index(before: start) }
        while end < bytes.endIndex, isPart(bytes[end]) { end = bytes.index(after: end) }
        return start < at && end > bytes.index(after: at) ? start..<end : nil
    }

    /// Seconds, as `3725`, `62:05` or `1:02:05`.
    static func duration(_ text: String) -> Double? {
        var seconds = 0.0
        let parts = text.trimmed.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count) else { return nil }
        for part in parts {
            guard let value = Double(part.isEmpty ? "0" : String(part)), value >= 0, value < 1e9 else { return nil }
            seconds = seconds * 60 + value
        }
        return seconds
    }
}

extension String {
    /// Without white space around it.
    var trimmed: String {
        // What begins and ends with a letter of ASCII has none.
        if let first = utf8.first, let last = utf8.last, 0x21..<0x7F ~= first, 0x21..<0x7F ~= last { return self }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}
