/// A story's name for life: 64 bits of its own words, so that a mark follows the story wherever its file goes.
///
/// Made from the paper's date, the headline and the beginning of the body, with width, case, white space and
/// punctuation folded (design of the marks file); the path is not in it.
package struct StoryID: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let bits: UInt64

    package init(_ bits: UInt64) { self.bits = bits }

    /// How many letters and digits of the body take part; enough to tell two notices apart, few enough that a better
    /// parse of a story's end keeps its name.
    static let bodyLetters = 40

    package init(date: String?, headline: String?, body: [String]) {
        var hash = FoldedHash(date: date, headline: headline)
        var left = Self.bodyLetters
        for text in body where left > 0 {
            left -= hash.mix(text, atMost: left)
        }
        bits = hash.value
    }

    /// The id of a feed's item, from what identifies the feed and from the item's own id, letter for letter: its text may be
    /// corrected, and another feed may have the same ids.
    package init(feed: String, item: String) {
        var hash = FoldedHash()
        hash.mix(exactly: feed)
        hash.separate()
        hash.mix(exactly: item)
        bits = hash.value
    }

    /// 13 characters of Crockford's base 32, most significant first.
    package var description: String {
        let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
        var text = [UInt8](repeating: 0, count: 13)
        var rest = bits
        for place in stride(from: 12, through: 0, by: -1) {
            text[place] = digits[Int(rest & 31)]
            rest >>= 5
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads the 13-character form, in either case; nil for anything else.
    package init?(_ text: some StringProtocol) {
        guard let bits = Self.bits(of: text.utf8) else { return nil }
        self.bits = bits
    }

    /// The bits that 13 ASCII bytes of Crockford's base 32 stand for; nil for anything else.
    package static func bits(of bytes: some Collection<UInt8>) -> UInt64? {
        guard bytes.count == 13 else { return nil }
        var bits: UInt64 = 0
        for (place, byte) in bytes.enumerated() {
            guard let digit = digit(byte), place > 0 || digit < 16 else { return nil }
            bits = bits << 5 | UInt64(digit)
        }
        return bits
    }

    /// The value of a Crockford digit, in either case; the letters I, L, O and U are not digits.
    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "H"): byte - UInt8(ascii: "A") + 10
        case UInt8(ascii: "J")...UInt8(ascii: "K"): byte - UInt8(ascii: "J") + 18
        case UInt8(ascii: "M")...UInt8(ascii: "N"): byte - UInt8(ascii: "M") + 20
        case UInt8(ascii: "P")...UInt8(ascii: "T"): byte - UInt8(ascii: "P") + 22
        case UInt8(ascii: "V")...UInt8(ascii: "Z"): byte - UInt8(ascii: "V") + 27
        case UInt8(ascii: "a")...UInt8(ascii: "z"): digit(byte - 0x20)
        default: nil
        }
    }

    /// The id of the n-th story of a list that has the same words, counted from 2.
    package func repeated(_ number: UInt64) -> StoryID {
        StoryID((bits ^ number) &* 0x9E37_79B9_7F4A_7C15 ^ bits >> 29)
    }

    package static func < (one: StoryID, other: StoryID) -> Bool { one.bits < other.bits }
}

extension Story {
    /// Gives it the identity that its words make, in a paper of that date.
    package mutating func name(date: String?) {
        var hasher = StoryIDHasher(date: date, headline: headline)
        for block in body where !hasher.isComplete { hasher.add(block.text) }
        if body.isEmpty {
            for photo in photos where !hasher.isComplete { hasher.add(photo.caption) }
        }
        id = hasher.id
    }
}

/// Makes a story's id while its body is read text by text, so that the body need not be kept for it.
package struct StoryIDHasher {
    private var hash: FoldedHash
    /// Letters and digits of the body that are still wanted.
    private var left = StoryID.bodyLetters

    package init(date: String?, headline: String?) { hash = FoldedHash(date: date, headline: headline) }

    /// Whether more of the body would not change the id.
    package var isComplete: Bool { left <= 0 }

    package var id: StoryID { StoryID(hash.value) }

    /// Adds the next paragraph or, in a story without text, the next caption.
    package mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add($0) }
    }

    /// The same of well-formed UTF-8.
    package mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        if !isComplete { left -= hash.mix(bytes, atMost: left) }
    }
}

/// FNV-1a over the letters and digits of a text, folded so that damage of extraction does not change the value.
struct FoldedHash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    init() {}

    /// What of a story comes before its body.
    init(date: String?, headline: String?) {
        mix(date ?? "")
        separate()
        mix(headline ?? "")
        separate()
    }

    mutating func separate() { add(0x1F) }

    /// Mixes in every byte of a text, unfolded.
    mutating func mix(exactly text: String) { for byte in text.utf8 { add(byte) } }

    /// Mixes in at most `limit` letters and digits, and says how many it took.
    @discardableResult
    mutating func mix(_ text: String, atMost limit: Int = .max) -> Int {
        var text = text
        return text.withUTF8 { mix($0, atMost: limit) }
    }

    /// The same of well-formed UTF-8.
    mutating func mix(_ bytes: UnsafeBufferPointer<UInt8>, atMost limit: Int) -> Int {
        var taken = 0
        var at = 0
        while at < bytes.count, taken < limit {
            let lead = UInt32(bytes[at])
            func tail(_ place: Int) -> UInt32 { UInt32(bytes[at + place] & 0x3F) }
            let (value, size): (UInt32, Int) =
                switch lead {
                case ..<0x80: (lead, 1)
                case ..<0xE0: ((lead & 0x1F) << 6 | tail(1), 2)
                case ..<0xF0: ((lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
                default: ((lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
                }
            at += size
            if value >= 0x4E00, value <= 0x9FFF {
                mix(folded: value)
            } else {
                guard let scalar = Unicode.Scalar(value), let folded = Self.fold(scalar) else { continue }
                mix(folded: folded)
            }
            taken += 1
        }
        return taken
    }

    mutating func mix(folded: UInt32) {
        add(UInt8(truncatingIfNeeded: folded))
        add(UInt8(truncatingIfNeeded: folded >> 8))
        add(UInt8(truncatingIfNeeded: folded >> 16))
    }

    private mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }

    /// The scalar with width and case folded; nil for white space, punctuation and symbols.
    static func fold(_ scalar: Unicode.Scalar) -> UInt32? {
        var value = scalar.value
        if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
        switch value {
        case 0x30...0x39, 0x61...0x7A: return value
        case 0x41...0x5A: return value + 0x20
        case 0..<0x80: return nil
        // Kana, Han and Hangul: letters without case, and most of what there is. Looking properties up is slow.
        case 0x3041...0x3096, 0x30A1...0x30FA, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: return value
        // Punctuation and symbols of Han text, none of them a letter or a figure.
        case 0x2010...0x203E, 0x3000...0x3004, 0x3008...0x3020: return nil
        default: break
        }
        let properties = scalar.properties
        guard properties.isAlphabetic || properties.numericType != nil else { return nil }
        return properties.lowercaseMapping.unicodeScalars.first?.value ?? value
    }
}
