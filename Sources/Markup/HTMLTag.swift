/// A tag: `<p class="a">`, `</p>`, `<br/>`.
struct HTMLTag {
    /// In small letters.
    private(set) var name: String
    private(set) var isEnd: Bool
    /// The offset behind its `>`.
    private(set) var end = 0
    /// The bytes of the attribute `alt`, without quotation marks.
    private(set) var description: Range<Int>?
    /// The bytes of the attribute `href`, likewise.
    private(set) var address: Range<Int>?

    /// Whether a tag begins at an offset, where `<` is: with a letter, or with `/` and a letter.
    static func begins(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        let next = bytes[(offset + 1)...].prefix(2)
        let letter = next.first == UInt8(ascii: "/") ? next.dropFirst().first : next.first
        return letter.map { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 } ?? false
    }

    /// The tag that begins at an offset; nil where it does not end.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
        var at = offset + 1
        isEnd = bytes[at] == UInt8(ascii: "/")
        if isEnd { at += 1 }
        let nameStart = at
        while at < bytes.count, !Self.ends(bytes[at]) { at += 1 }
        name = String(decoding: bytes[nameStart..<at].prefix(16).map { $0 < 0x80 ? $0 | 0x20 : 0x3F }, as: UTF8.self)

        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: ">"):
                end = at + 1
                return
            case let byte where Self.ends(byte): at += 1
            default:
                let attribute = at
                while at < bytes.count, !Self.ends(bytes[at]), bytes[at] != UInt8(ascii: "=") { at += 1 }
                let name = bytes[attribute..<at].lazy.map { $0 | 0x20 }
                let (isDescription, isAddress) = (name.elementsEqual("alt".utf8), name.elementsEqual("href".utf8))
                Self.passSpace(bytes, &at)
                guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { continue }
                at += 1
                Self.passSpace(bytes, &at)
                guard at < bytes.count else { return nil }
                let value: Range<Int>
                if bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") {
                    let quote = bytes[at]
                    guard let close = bytes[(at + 1)...].firstIndex(of: quote) else { return nil }
                    value = at + 1..<close
                    at = close + 1
                } else {
                    let start = at
                    while at < bytes.count, bytes[at] > 0x20, bytes[at] != UInt8(ascii: ">") { at += 1 }
                    value = start..<at
                }
                if isDescription { description = value }
                if isAddress { address = value }
            }
        }
        return nil
    }

    private static func ends(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
    }

    private static func passSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) {
        while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    }
}
