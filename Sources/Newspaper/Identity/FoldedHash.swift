import TextDecoding
import TextFolding

/// A hash of the letters and digits of a text, folded so that damage of extraction does not change it.
struct FoldedHash {
    private var hash = FNV1a()

    var value: UInt64 { hash.value }

    init() {}

    /// What of a story comes before its body.
    init(date: String?, headline: String?) {
        mix(date ?? "")
        separate()
        mix(headline ?? "")
        separate()
    }

    /// Keeps the end of one text apart from the beginning of the next.
    mutating func separate() { hash.add(0x1F) }

    /// Mixes in every byte of a text, unfolded.
    mutating func mix(exactly text: String) { for byte in text.utf8 { hash.add(byte) } }

    /// Mixes in at most `limit` letters and digits, and returns how many there were.
    @discardableResult
    mutating func mix(_ text: String, atMost limit: Int = .max) -> Int {
        var text = text
        return text.withUTF8 { mix($0, atMost: limit) }
    }

    /// The same of well-formed UTF-8, with the characters that it spells (``CharacterReference``).
    mutating func mix(_ bytes: UnsafeBufferPointer<UInt8>, atMost limit: Int) -> Int {
        var count = 0
        var place = 0
        var before: UInt32 = 0
        while place < bytes.count, count < limit {
            var (value, end) = Self.character(bytes, at: place)
            place = end
            if PlainForms.mayBeLookAlike(value), let plain = PlainForms.plain(value) {
                for value in plain where count < limit { count += mix(one: value) }
                continue
            }
            // A letter and its mark.
            while place < bytes.count, PlainForms.mayBeginMark(bytes[place]),
                case let (mark, end) = Self.character(bytes, at: place), let letter = PlainForms.composed(value, mark)
            {
                value = letter
                place = end
            }
            if HanNumeral.isCircle(value), place < bytes.count,
                HanNumeral.isZero(value, after: before, before: bytes.scalar(at: place).value)
            {
                value = HanNumeral.zero
            }
            count += mix(one: value)
            before = value
        }
        return count
    }

    /// The character at an offset, katakana in full width, and the offset behind it.
    @inline(__always)
    private static func character(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (UInt32, Int) {
        if bytes[offset] == UInt8(ascii: "&"), let reference = CharacterReference.decodeTwice(bytes, at: offset) {
            return (reference.scalar.value, reference.end)
        }
        let (value, length) = bytes.scalar(at: offset)
        return (WidthFolding.katakana(value) ?? value, offset + length)
    }

    /// Mixes in a character; returns 1, or 0 where it does not count.
    private mutating func mix(one value: UInt32) -> Int {
        guard let scalar = Unicode.Scalar(value), let folded = IdentityFolding.fold(scalar) else { return 0 }
        mix(folded: folded)
        return 1
    }

    mutating func mix(folded: UInt32) {
        hash.add(UInt8(truncatingIfNeeded: folded))
        hash.add(UInt8(truncatingIfNeeded: folded >> 8))
        hash.add(UInt8(truncatingIfNeeded: folded >> 16))
    }
}
