/// UTF-8 that may be ill-formed, read scalar by scalar.
enum UTF8Decoder {
    /// The scalar at `offset` and its length in bytes; nil, with the length of the part that one U+FFFD stands for, where
    /// the bytes are ill-formed ("substitution of maximal subparts", The Unicode Standard, section 3.9, table 3-7).
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (scalar: UInt32?, length: Int) {
        let lead = bytes[offset]
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case ..<0x80: return (UInt32(lead), 1)
        case 0xC2...0xDF, 0xE1...0xEC, 0xEE...0xEF, 0xF1...0xF3: break
        case 0xE0: second = 0xA0...0xBF
        case 0xED: second = 0x80...0x9F
        case 0xF0: second = 0x90...0xBF
        case 0xF4: second = 0x80...0x8F
        default: return (nil, 1)
        }
        let whole = UTF8Scalar.length(lead: lead)
        for length in 1..<whole {
            guard offset + length < bytes.count else { return (nil, length) }
            let byte = bytes[offset + length]
            guard length == 1 ? second.contains(byte) : UTF8Scalar.isTail(byte) else { return (nil, length) }
        }
        return (bytes.scalar(at: offset).value, whole)
    }
}
