import TextDecoding

/// What an address is called where nothing else names what is there.
enum AddressName {
    /// The last part of its path, with the characters that are spelt in it; nil where it has none.
    static func file(_ address: String) -> String? {
        let path = address.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").dropFirst(2)
        return path.last.map { decoded(String($0)) } ?? page(address)
    }

    /// Host and path; nil for an address of nothing.
    static func page(_ address: String) -> String? {
        var name = address[...]
        if let mark = name.firstRange(of: "://") { name = name[mark.upperBound...] }
        while name.hasSuffix("/") { name = name.dropLast() }
        return name.isEmpty ? nil : decoded(String(name))
    }

    /// An address in which percent signs spell UTF-8 (RFC 3986, 2.1), as it is read; as it is where they spell anything else.
    private static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        let bytes = Array(text.utf8)
        var plain: [UInt8] = []
        var at = 0
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count, let high = digit(bytes[at + 1]),
                let low = digit(bytes[at + 2])
            {
                plain.append(high << 4 | low)
                at += 3
            } else {
                plain.append(bytes[at])
                at += 1
            }
        }
        return String(validating: plain, as: UTF8.self).map(TextDecoder.line) ?? text
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x57
        default: nil
        }
    }
}
