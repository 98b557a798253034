/// UTF-8 that may be ill-formed, read scalar by scalar.
enum UTF8Decoder {
    /// The scalar at `offset` and its length in bytes; nil, with the length of the part that one U+FFFD stands for, where
    /// the bytes are ill-formed ("substitution of maximal subparts", The Unicode Standard, section 3.9, table 3-7).
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (scalar: UInt32?, length: Int) {
        let lead = bytes[offset]
        if lead < 0x80 { return (UInt32(lead), 1) }
        let left = bytes.count - offset
        guard lead >= 0xC2, lead <= 0xF4, left > 1, seconds(after: lead).contains(bytes[offset + 1]) else {
            return (nil, 1)
        }
        let length = UTF8Scalar.length(lead: lead)
        guard length < 3 || left > 2 && UTF8Scalar.isTail(bytes[offset + 2]) else { return (nil, 2) }
        guard length < 4 || left > 3 && UTF8Scalar.isTail(bytes[offset + 3]) else { return (nil, 3) }
        return (bytes.scalar(at: offset).value, length)
    }

    /// The bytes that may follow one: none that would make a surrogate, a scalar beyond U+10FFFF, or one that has a shorter
    /// form.
    @inline(__always)
    private static func seconds(after lead: UInt8) -> ClosedRange<UInt8> {
        switch lead {
        case 0xE0: 0xA0...0xBF
        case 0xED: 0x80...0x9F
        case 0xF0: 0x90...0xBF
        case 0xF4: 0x80...0x8F
        default: 0x80...0xBF
        }
    }
}
