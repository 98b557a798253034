import TextDecoding

/// How a document of XML is written (XML 1.0, appendix F), where what it says of itself is evidence and no more.
enum XMLEncoding {
    /// Bytes of the beginning in which an encoding is told.
    private static let window = 1 << 22

    /// Whether the document can be read as UTF-8 from here on, while it arrives: there is much of it, all of that is UTF-8, and it
    /// does not say that it is anything else.
    static func isStream(_ start: [UInt8]) -> Bool {
        guard start.count >= 1 << 16, let declared = declared(start), declared == .utf8 else { return false }
        // A character may be cut.
        return start.withUnsafeBufferPointer { bytes in
            (0..<4).contains { cut in
                String(validating: UnsafeBufferPointer(rebasing: bytes.dropLast(cut)), as: UTF8.self) != nil
            }
        }
    }

    /// The text of a document.
    ///
    /// - Parameter given: how somebody says that it is written.
    static func decode(_ bytes: [UInt8], as given: SourceText.Encoding?) -> SourceText {
        let declared = declared(bytes)
        var text = given.map { TextDecoder.readText(bytes, as: $0) } ?? decode(bytes, declared: declared)
        text.isDeclared = declared == text.encoding
        return text
    }

    private static func decode(_ bytes: [UInt8], declared: SourceText.Encoding?) -> SourceText {
        // What is UTF-8 is so by no chance, whatever it says. Its texts are sanitized one by one.
        let isUTF8 = !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
        let isSevenBit = declared == .iso2022JP || declared == .hz
        if isUTF8, !isSevenBit {
            return SourceText(utf8: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes)
        }
        guard let declared, declared != .utf8, !beginsWithMark(bytes) else {
            return mended(TextDecoder.read(bytes), bytes)
        }
        let text = TextDecoder.readText(bytes, as: declared)
        guard text.removed.malformed > 0 || text.lacksConverter else { return text }
        let other = TextDecoder.read(bytes)
        return other.removed.malformed < text.removed.malformed || text.lacksConverter ? other : text
    }

    /// Where nothing else was found, single bytes that are no UTF-8 are windows-1252, which browsers take them for.
    private static func mended(_ text: SourceText, _ bytes: [UInt8]) -> SourceText {
        guard text.encoding == .utf8, text.removed.malformed > 0, !beginsWithMark(bytes), text.likely.count < 2 else {
            return text
        }
        if let likely = text.likely.first { return TextDecoder.readText(bytes, as: likely) }
        let other = TextDecoder.readText(bytes, as: .windows1252)
        let hasUTF8 = bytes.indices.dropLast().contains {
            (0xC3...0xF4).contains(bytes[$0]) && bytes[$0 + 1] & 0xC0 == 0x80
        }
        return hasUTF8 ? text : other
    }

    private static func beginsWithMark(_ bytes: [UInt8]) -> Bool {
        [[0xEF, 0xBB, 0xBF], [0xFE, 0xFF], [0xFF, 0xFE], [0, 0, 0xFE, 0xFF]].contains { bytes.starts(with: $0) }
    }

    /// The encoding that the declaration names or that the first bytes show; UTF-8 where there is none, nil where the beginning shows
    /// nothing.
    private static func declared(_ bytes: [UInt8]) -> SourceText.Encoding? {
        let start = Array(bytes.prefix(4))
        guard start.count == 4 else { return .utf8 }
        // “<” or white space in units of two and four bytes.
        switch (start[0] == 0, start[1] == 0, start[2] == 0, start[3] == 0) {
        case (true, true, true, false): return .utf32BigEndian
        case (false, true, true, true): return .utf32LittleEndian
        case (true, false, true, false): return .utf16BigEndian
        case (false, true, false, true): return .utf16LittleEndian
        default: break
        }
        let head = bytes.prefix(4096)
        guard let mark = head.firstIndex(of: UInt8(ascii: "<")), head[mark...].starts(with: "<?xml".utf8) else {
            // The declaration may come after a comment.
            return named(in: bytes.prefix(4096)) ?? .utf8
        }
        let end = head[mark...].firstIndex(of: UInt8(ascii: ">")) ?? head.endIndex
        return named(in: head[mark..<end]) ?? .utf8
    }

    private static func named(in head: ArraySlice<UInt8>) -> SourceText.Encoding? {
        let text = String(decoding: head, as: UTF8.self)
        guard let start = text.firstRange(of: "<?xml"), let key = text[start.upperBound...].firstRange(of: "encoding")
        else {
            return nil
        }
        if let end = text[start.upperBound...].firstRange(of: "?>"), end.lowerBound < key.lowerBound { return nil }
        let rest = text[key.upperBound...].drop { $0 == " " || $0 == "=" }
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
        let name = String(rest.dropFirst().prefix { $0 != quote && $0 != ">" }).trimmed
        switch name.lowercased() {
        // An encoding of two bytes a character cannot be that of a declaration in single bytes.
        case let name where name.hasPrefix("utf-16") || name.hasPrefix("utf-32") || name.hasPrefix("ucs"): return nil
        case "ebcdic", "ebcdic-us": return SourceText.Encoding(named: "EBCDIC-US")
        default: return SourceText.Encoding(named: name)
        }
    }
}
