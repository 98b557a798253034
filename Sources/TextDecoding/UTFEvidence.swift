/// How far bytes are UTF-8.
struct UTF8Evidence {
    /// Well-formed sequences of two bytes and more.
    private(set) var sequences = 0
    /// Ill-formed parts; one that the end of the bytes cuts does not count.
    private(set) var illFormed = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var offset = 0
        while offset < bytes.count {
            let (scalar, length) = UTF8Decoder.decode(bytes, at: offset)
            offset += length
            if scalar == nil, offset < bytes.count || length == 1 { illFormed += 1 }
            if scalar != nil, length > 1 { sequences += 1 }
        }
    }
}

/// How far bytes look like UTF-16 of one byte order.
struct UTF16Evidence {
    private var units = 0
    /// Units of everyday text: ASCII, Latin 1, general and CJK punctuation, kana, Han, Hangul, full-width forms.
    private var everyday = 0
    /// Units of ASCII: what shows the byte order.
    private var ascii = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, isBigEndian: Bool) {
        var iterator = UTF16Units(bytes: bytes, isBigEndian: isBigEndian)
        while let unit = iterator.next() {
            units += 1
            switch unit {
            case 0x09, 0x0A, 0x0C, 0x0D, 0x20...0x7E:
                ascii += 1
                everyday += 1
            case 0xA0...0x17F, 0x2010...0x2027, 0x2030...0x205E, 0x2500...0x266F, 0x3000...0x30FF, 0x4E00...0x9FFF,
                0xAC00...0xD7A3, 0xFF01...0xFF60:
                everyday += 1
            default:
                break
            }
        }
    }

    /// Whether the bytes are rather in the order in which the high byte is first.
    static func isBigEndian(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = UnsafeBufferPointer(rebasing: bytes.prefix(1 << 12))
        return UTF16Evidence(start, isBigEndian: true).everyday > UTF16Evidence(start, isBigEndian: false).everyday
    }

    /// Everyday text nearly throughout, with ASCII among it (a line feed at least). Where the bytes are UTF-8 as well,
    /// nearly all must be ASCII: in UTF-8 with a few NULs pairs of letters look like Han.
    func isPlain(besideUTF8 utf8: UTF8Evidence) -> Bool {
        guard ascii > 0, everyday * 20 >= units * 19 else { return false }
        return utf8.illFormed > 0 || ascii * 10 >= units * 9
    }
}
