/// Finds how far UTF-8 text is well-formed and passes the sanitizer unchanged; nearly all text of a paper, so this
/// is the loop that decides the sanitizer's speed.
struct PlainTextScanner {
    private let start: UnsafeRawPointer
    private let count: Int
    private let plain: UnsafePointer<UInt64>

    /// Runs `body` with a scanner over the bytes; it is good for the call only.
    static func scanning<Result>(
        _ bytes: UnsafeBufferPointer<UInt8>, _ body: (PlainTextScanner) -> Result
    ) -> Result {
        PlainScalars.basicPlane.withWords { plain in
            guard let base = bytes.baseAddress else {
                return withUnsafeBytes(of: UInt8(0)) {
                    body(PlainTextScanner(start: $0.baseAddress!, count: 0, plain: plain))
                }
            }
            return body(PlainTextScanner(start: UnsafeRawPointer(base), count: bytes.count, plain: plain))
        }
    }

    private init(start: UnsafeRawPointer, count: Int, plain: UnsafePointer<UInt64>) {
        self.start = start
        self.count = count
        self.plain = plain
    }

    /// The offset of the first byte from `offset` on that begins something ill-formed or not plain.
    ///
    /// Not inlined: a tenth faster by itself, with all registers for one loop.
    @inline(never)
    func end(from offset: Int) -> Int {
        var offset = offset
        while offset < count {
            let lead = start.load(fromByteOffset: offset, as: UInt8.self)
            switch lead {
            case ..<0x80:
                guard isPlain(UInt32(lead)) else { return offset }
                offset += 1
                while offset + 8 <= count, isPlainASCII(word(offset)) { offset += 8 }

            case 0xE4...0xE9:
                // U+4000 … U+9FFF: Han without a gap, the greater part of a Chinese page.
                guard offset + 2 < count, tail(offset + 1), tail(offset + 2) else { return offset }
                offset += 3
                while offset + 12 <= count, isFourHan(word(offset), word(offset + 4)) { offset += 12 }

            case 0xE0...0xEF:
                guard offset + 2 < count, tail(offset + 1), tail(offset + 2) else { return offset }
                let scalar = UTF8Scalar.value(lead, byte(offset + 1), byte(offset + 2))
                guard scalar >= 0x800, isPlain(scalar) else { return offset }
                offset += 3

            case 0xC2...0xDF:
                guard offset + 1 < count, tail(offset + 1) else { return offset }
                guard isPlain(UTF8Scalar.value(lead, byte(offset + 1))) else { return offset }
                offset += 2

            case 0xF0...0xF4:
                guard offset + 3 < count, tail(offset + 1), tail(offset + 2), tail(offset + 3) else {
                    return offset
                }
                let scalar = UTF8Scalar.value(lead, byte(offset + 1), byte(offset + 2), byte(offset + 3))
                guard scalar >= 0x10000, scalar <= 0x10FFFF else { return offset }
                // Extension B of Han is without a gap.
                guard (0x20000...0x2A6DF).contains(scalar) || SanitizerClass(of: scalar) == .plain else {
                    return offset
                }
                offset += 4

            default:
                return offset
            }
        }
        return offset
    }

    /// A scalar of the Basic Multilingual Plane.
    @inline(__always)
    private func isPlain(_ scalar: UInt32) -> Bool {
        plain[Int(scalar >> 6)] >> UInt64(scalar & 63) & 1 == 1
    }

    @inline(__always)
    private func word(_ offset: Int) -> UInt64 {
        UInt64(littleEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// Whether the byte continues a sequence.
    @inline(__always)
    private func tail(_ offset: Int) -> Bool { UTF8Scalar.isTail(byte(offset)) }

    @inline(__always)
    private func byte(_ offset: Int) -> UInt8 { start.load(fromByteOffset: offset, as: UInt8.self) }

    /// Whether all eight bytes are U+0020 … U+007E.
    @inline(__always)
    private func isPlainASCII(_ word: UInt64) -> Bool {
        let high: UInt64 = 0x8080_8080_8080_8080
        let ones: UInt64 = 0x0101_0101_0101_0101
        // Adding 1 carries DEL into the high bit; taking 0x20 away borrows from it below the space.
        return (word | ((word & ~high) &+ ones)) & high == 0 && ((word | high) &- 0x20 &* ones) & high == high
    }

    /// Whether twelve bytes, given as the words at 0 and at 4, are four scalars of U+4000 … U+9FFF.
    @inline(__always)
    private func isFourHan(_ first: UInt64, _ second: UInt64) -> Bool {
        // Bytes of `first`: E t t E t t E t; of `second`, from byte 4 on: t t E t t E t t.
        guard first & 0xC0F0_C0C0_F0C0_C0F0 == 0x80E0_8080_E080_80E0,
            second & 0xC0C0_F0C0_C0F0_C0C0 == 0x8080_E080_80E0_8080
        else { return false }
        // A lead's low nibble is 4 … 9: adding 12 reaches 16 from 4 on, adding 6 reaches it from 10 on.
        let leads = first & 0x000F_0000_0F00_000F | second >> 32 & 0x0F00
        return (leads &+ 0x000C_0000_0C00_0C0C) & 0x0010_0000_1000_1010 == 0x0010_0000_1000_1010
            && (leads &+ 0x0006_0000_0600_0606) & 0x0010_0000_1000_1010 == 0
    }
}
