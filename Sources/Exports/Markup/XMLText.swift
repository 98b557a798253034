/// XML being written: text with what has a meaning in it escaped, and without what XML 1.0 (2.2) has no place for.
struct XMLText {
    private(set) var bytes: [UInt8] = []

    /// Appends markup as it is.
    mutating func append(_ markup: String) { bytes += markup.utf8 }

    /// Appends what was written apart.
    mutating func append(_ other: XMLText) { bytes += other.bytes }

    /// Appends text or the value of an attribute.
    mutating func append(text: String) {
        var text = text
        text.withUTF8 { append(text: $0) }
    }

    /// The same of some bytes of a text.
    mutating func append(text: UnsafeBufferPointer<UInt8>) {
        var at = 0
        while at < text.count {
            switch text[at] {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case 0x09, 0x0A: bytes.append(text[at])
            case ..<0x20, 0x7F: bytes.append(0x20)
            // U+FFFE and U+FFFF
            case 0xEF where at + 2 < text.count && text[at + 1] == 0xBF && text[at + 2] >= 0xBE:
                bytes += "\u{FFFD}".utf8
                at += 2
            default: bytes.append(text[at])
            }
            at += 1
        }
    }

    /// Appends an element that holds only a text; nothing for nil.
    mutating func append(_ element: String, class name: String? = nil, text: String?) {
        guard let text else { return }
        append("<\(element)")
        if let name { append(" class=\"\(name)\"") }
        append(">")
        append(text: text)
        append("</\(element)>\n")
    }
}
