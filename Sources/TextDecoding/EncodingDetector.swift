/// Tells from the bytes alone how a text was written.
///
/// A byte order mark decides. Else it is UTF-8 unless the bytes are plainly something else: a newspaper's archive holds
/// GB18030 (and GBK and GB 2312, which are parts of it) and UTF-16 beside UTF-8, and hardly anything else.
enum EncodingDetector {
    /// How much of the text is weighed, in bytes.
    private static let window = 1 << 18

    /// The encoding that a byte order mark at the start gives, and the bytes that the mark takes.
    static func mark(_ bytes: UnsafeBufferPointer<UInt8>) -> (encoding: SourceText.Encoding, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        return nil
    }

    /// The encoding of bytes without a mark.
    static func weigh(_ bytes: UnsafeBufferPointer<UInt8>) -> SourceText.Encoding {
        let start = UnsafeBufferPointer(rebasing: bytes.prefix(window))
        // From the first byte that is not ASCII: there a character begins in UTF-8 and in GB18030.
        let high = UnsafeBufferPointer(rebasing: bytes.drop { $0 < 0x80 }.prefix(window))
        let utf8 = UTF8Evidence(high)
        if start.contains(0) {
            for order in [SourceText.Encoding.utf16LittleEndian, .utf16BigEndian]
            where UTF16Evidence(start, isBigEndian: order == .utf16BigEndian).isPlain(besideUTF8: utf8) {
                return order
            }
        }
        guard utf8.illFormed * 4 > utf8.sequences, GB18030Evidence(high).isPlain else { return .utf8 }
        return .gb18030
    }
}

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

    /// Everyday text nearly throughout, with ASCII among it (a line feed at least). Where the bytes are UTF-8 as well,
    /// nearly all must be ASCII: in UTF-8 with a few NULs pairs of letters look like Han.
    func isPlain(besideUTF8 utf8: UTF8Evidence) -> Bool {
        guard ascii > 0, everyday * 20 >= units * 19 else { return false }
        return utf8.illFormed > 0 || ascii * 10 >= units * 9
    }
}

/// How far bytes look like Chinese in GB18030.
struct GB18030Evidence {
    /// Characters of two and four bytes.
    private var characters = 0
    private var illFormed = 0
    /// Characters of GB 2312's first level and of its rows of marks, letters and figures.
    private var everyday = 0
    /// Of the first level, those behind row C8, where EUC-KR (otherwise alike) has no Hangul.
    private var late = 0
    /// Rows A4 and A5, kana: everywhere in EUC-JP (otherwise alike), and hardly ever in a Chinese paper.
    private var kana = 0
    /// The characters and marks that stand most often in a Chinese newspaper.
    private var frequent = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var offset = 0
        while offset < bytes.count {
            let lead = bytes[offset]
            guard lead >= 0x80 else {
                offset += 1
                continue
            }
            // One that the end cuts is not held against the text.
            guard offset + 1 < bytes.count else { return }
            let second = bytes[offset + 1]
            switch (lead, second) {
            case (0x81...0xFE, 0x40...0x7E), (0x81...0xFE, 0x80...0xFE):
                characters += 1
                offset += 2
                guard second >= 0xA1 else { continue }
                switch lead {
                case 0xA1...0xA3, 0xB0...0xC8: everyday += 1
                case 0xC9...0xD7: (everyday, late) = (everyday + 1, late + 1)
                case 0xA4, 0xA5: kana += 1
                default: break
                }
                if Self.mostFrequent.contains(UInt16(lead) << 8 | UInt16(second)) { frequent += 1 }
            case (0x81...0xFE, 0x30...0x39):
                guard offset + 3 < bytes.count else { return }
                if (0x81...0xFE).contains(bytes[offset + 2]), (0x30...0x39).contains(bytes[offset + 3]) {
                    characters += 1
                    offset += 4
                } else {
                    illFormed += 1
                    offset += 1
                }
            default:
                illFormed += 1
                offset += 1
            }
        }
    }

    /// Well-formed, but for one part in a thousand characters, and either in everyday characters (a short text need show
    /// no more) with some frequent ones among them, or, as traditional characters do, in rarer ones with many.
    var isPlain: Bool {
        guard characters > 0, illFormed * 1000 <= characters, kana * 20 <= characters else { return false }
        guard characters < 8 || late * 10 >= characters else { return false }
        if everyday * 10 >= characters * 9 { return characters < 40 || frequent * 33 >= characters }
        return everyday * 2 >= characters && frequent * 16 >= characters
    }

    /// 的一是了在不有人中国年和为日月上大地个会报新，。、“”：
    private static let mostFrequent: Set<UInt16> = [
        0xB5C4, 0xD2BB, 0xCAC7, 0xC1CB, 0xD4DA, 0xB2BB, 0xD3D0, 0xC8CB, 0xD6D0, 0xB9FA, 0xC4EA, 0xBACD, 0xCEAA, 0xC8D5,
        0xD4C2, 0xC9CF, 0xB4F3, 0xB5D8, 0xB8F6, 0xBBE1, 0xB1A8, 0xD0C2, 0xA3AC, 0xA1A3, 0xA1A2, 0xA1B0, 0xA1B1, 0xA3BA,
    ]
}
