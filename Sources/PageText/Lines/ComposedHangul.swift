import Glibc
import TextDecoding
import TextFolding

/// Hangul as macOS and some extractors write it, a letter a scalar, as the syllables that readers see. They are the same text
/// (The Unicode Standard, section 3.12), but a letter is no character: it has no width, and no word is made of it.
enum ComposedHangul {
    /// The text with its syllables composed; nil where there is nothing to compose.
    static func of(_ utf8: [UInt8]) -> [UInt8]? {
        utf8.withUnsafeBufferPointer { bytes in
            guard var place = firstLetter(bytes) else { return nil }
            var result = Array(bytes[..<place])
            result.reserveCapacity(bytes.count)
            while place < bytes.count {
                var (scalar, length) = bytes.scalar(at: place)
                let start = place
                place += length
                var isComposed = false
                while isLetter(bytes, at: place),
                    let syllable = PlainForms.composed(scalar, bytes.scalar(at: place).value)
                {
                    (scalar, isComposed) = (syllable, true)
                    place += 3
                }
                if isComposed, let syllable = Unicode.Scalar(scalar) {
                    result.append(contentsOf: UTF8.encode(syllable).unsafelyUnwrapped)
                } else {
                    result += bytes[start..<place]
                }
            }
            return result
        }
    }

    /// Where the first is: few texts have its first byte at all.
    private static func firstLetter(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        var place = 0
        while let found = memchr(base + place, 0xE1, bytes.count - place) {
            place = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
            if isLetter(bytes, at: place) { return place }
            place += 1
        }
        return nil
    }

    /// Whether a Hangul letter, U+1100 to U+11FF, is at an offset.
    @inline(__always)
    private static func isLetter(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        offset + 2 < bytes.count && bytes[offset] == 0xE1 && (0x84...0x87).contains(bytes[offset + 1])
    }
}
