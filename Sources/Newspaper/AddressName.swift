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
        let plain = PercentEncoding.decode(text.utf8)
        return String(validating: plain, as: UTF8.self).map(TextDecoder.line) ?? text
    }
}
