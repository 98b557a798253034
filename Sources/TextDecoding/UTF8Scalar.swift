/// How UTF-8 packs scalars into bytes (The Unicode Standard, table 3-6): the one place that knows.
///
/// For bytes that are known to be well-formed, as all text of the program is; `UTF8Decoder` reads the others. Inlined into
/// the loops of other modules, which run over every byte of a page.
@usableFromInline package enum UTF8Scalar {
    /// How many bytes a scalar has that begins with this byte.
    @inlinable @inline(__always)
    package static func length(lead: UInt8) -> Int { lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

    /// Whether the byte continues a scalar instead of beginning one.
    @inlinable @inline(__always)
    package static func isTail(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

    /// The scalar of two bytes.
    @inlinable @inline(__always)
    package static func value(_ lead: UInt8, _ second: UInt8) -> UInt32 {
        UInt32(lead & 0x1F) &<< 6 | UInt32(second & 0x3F)
    }

    /// The scalar of three bytes.
    @inlinable @inline(__always)
    package static func value(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
        UInt32(lead & 0x0F) &<< 12 | UInt32(second & 0x3F) &<< 6 | UInt32(third & 0x3F)
    }

    /// The scalar of four bytes.
    @inlinable @inline(__always)
    package static func value(_ lead: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) -> UInt32 {
        UInt32(lead & 0x07) &<< 18 | UInt32(second & 0x3F) &<< 12 | UInt32(third & 0x3F) &<< 6 | UInt32(fourth & 0x3F)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The scalar that begins at an offset of well-formed UTF-8, and its length in bytes. What is cut off by the end of the
    /// buffer is U+FFFD.
    @inlinable @inline(__always)
    package func scalar(at offset: Int) -> (value: UInt32, length: Int) {
        let bytes = baseAddress.unsafelyUnwrapped + offset
        let lead = bytes[0]
        if lead < 0x80 { return (UInt32(lead), 1) }
        let length = UTF8Scalar.length(lead: lead)
        guard offset &+ length <= count else { return (0xFFFD, count &- offset) }
        if length == 3 { return (UTF8Scalar.value(lead, bytes[1], bytes[2]), 3) }
        if length == 2 { return (UTF8Scalar.value(lead, bytes[1]), 2) }
        return (UTF8Scalar.value(lead, bytes[1], bytes[2], bytes[3]), 4)
    }

    /// The offset at which the scalar begins that ends before an offset of well-formed UTF-8; `start` at the least.
    @inlinable @inline(__always)
    package func scalarStart(before offset: Int, from start: Int = 0) -> Int {
        var place = offset &- 1
        while place > start, UTF8Scalar.isTail(self[place]) { place &-= 1 }
        return place
    }
}
