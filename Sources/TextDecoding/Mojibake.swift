import Glibc

/// UTF-8 that a program read as ISO 8859-1 or windows-1252 and wrote as UTF-8 again: `å·¥` for 工.
enum Mojibake {
    /// The text as it was, and what it was read as; nil where the way back is not exact, or leads to no plain text.
    static func mended(_ bytes: UnsafeBufferPointer<UInt8>) -> (utf8: [UInt8], misread: SourceText.Encoding)? {
        // Every first byte of a sequence is U+00C2 to U+00F4, nearly always led by C3; a text without it costs no more.
        guard let base = bytes.baseAddress, memchr(base, 0xC3, min(bytes.count, window)) != nil else { return nil }
        var result: [UInt8] = []
        var isWindows = false
        var offset = 0
        // How many bytes of the sequence that has begun are still to come: what fails, fails early.
        var awaited = 0
        while offset < bytes.count {
            let (scalar, length) = UTF8Decoder.decode(bytes, at: offset)
            guard let scalar, let byte = self.byte(scalar) else { return nil }
            if byte < 0x80 {
                guard awaited == 0 else { return nil }
            } else if UTF8Scalar.isTail(byte) {
                guard awaited > 0 else { return nil }
                awaited -= 1
            } else {
                guard awaited == 0, (0xC2...0xF4).contains(byte) else { return nil }
                awaited = UTF8Scalar.length(lead: byte) - 1
            }
            if scalar > 0xFF { isWindows = true }
            result.append(byte)
            offset += length
        }
        guard result.withUnsafeBufferPointer(isPlainText) else { return nil }
        return (result, isWindows ? .windows1252 : .system("ISO-8859-1"))
    }

    private static let window = 1 << 18

    /// The byte that a character was read from; nil where there is none.
    private static func byte(_ scalar: UInt32) -> UInt8? {
        if scalar <= 0xFF { return UInt8(scalar) }
        return CharacterReference.windows.firstIndex(of: scalar).map { UInt8(0x80 + $0) }
    }

    /// Well-formed, nearly all letters and marks that papers use, no control of C1; more than one pair that could be chance.
    private static func isPlainText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var (sequences, long, usual) = (0, 0, 0)
        var offset = 0
        while offset < bytes.count {
            let (scalar, length) = UTF8Decoder.decode(bytes, at: offset)
            guard let scalar else { return false }
            offset += length
            guard length > 1 else { continue }
            sequences += 1
            if length > 2 { long += 1 }
            switch scalar {
            case 0x80...0x9F: return false
            case 0xA0...0x24F, 0x370...0x52F, 0x1E00...0x1EFF, 0x2010...0x2027, 0x2030...0x205E, 0x20AC,
                0x2100...0x266F,
                0x3000...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFEFF, 0xFF01...0xFF65:
                usual += 1
            default: break
            }
        }
        return (sequences > 1 || long > 0) && usual * 10 >= sequences * 9
    }
}
