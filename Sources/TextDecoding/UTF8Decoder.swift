/// UTF-8 that may be ill-formed, read scalar by scalar.
enum UTF8Decoder {
    /// The scalar at `offset` and its length in bytes; nil, with the length of the part that one U+FFFD stands for, where
    /// the bytes are ill-formed ("substitution of maximal subparts", The Unicode Standard, section 3.9, table 3-7).
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (scalar: UInt32?, length: Int) {
        let lead = bytes[offset]
        var scalar: UInt32
        var left: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case ..<0x80: return (UInt32(lead), 1)
        case 0xC2...0xDF: (scalar, left) = (UInt32(lead & 0x1F), 1)
        case 0xE0...0xEF:
            (scalar, left) = (UInt32(lead & 0x0F), 2)
            if lead == 0xE0 { second = 0xA0...0xBF }
            if lead == 0xED { second = 0x80...0x9F }
        case 0xF0...0xF4:
            (scalar, left) = (UInt32(lead & 0x07), 3)
            if lead == 0xF0 { second = 0x90...0xBF }
            if lead == 0xF4 { second = 0x80...0x8F }
        default: return (nil, 1)
        }
        var length = 1
        var expected = second
        while left > 0 {
            guard offset + length < bytes.count, expected.contains(bytes[offset + length]) else { return (nil, length) }
            scalar = scalar << 6 | UInt32(bytes[offset + length] & 0x3F)
            length += 1
            left -= 1
            expected = 0x80...0xBF
        }
        return (scalar, length)
    }
}
