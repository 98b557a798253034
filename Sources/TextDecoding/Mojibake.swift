import Glibc

/// Text that a program read as ISO 8859-1 or windows-1252 and wrote as UTF-8: `å·¥` for 工, where it was UTF-8 before, once or
/// several times over, and `ÇàÆÖ` for 青浦, where it was GBK.
enum Mojibake {
    /// The text as it was, and what it was read as; nil where the way back is not exact, or leads to no plain text.
    static func mended(_ bytes: UnsafeBufferPointer<UInt8>) -> (utf8: [UInt8], misread: SourceText.Encoding)? {
        guard mayBeMisread(bytes) else { return nil }
        return mended(bytes) { back in
            // Written as UTF-8 several times, it looks like Latin on the way.
            original(back, mended)
                ?? Conversion.plain(from: back, in: EncodingDetector.weigh(back).encoding, atLeast: 8)
        }
    }

    /// The text with those lines mended that were UTF-8 and were misread; nil where there are none.
    static func mendedLines(_ bytes: UnsafeBufferPointer<UInt8>) -> (utf8: [UInt8], misread: SourceText.Encoding)? {
        guard mayBeMisread(bytes) else { return nil }
        var result: [UInt8] = []
        var found: SourceText.Encoding?
        // Where what has been copied ends.
        var copied = 0
        var offset = 0
        while offset < bytes.count {
            let end = bytes[offset...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
            let line = UnsafeBufferPointer(rebasing: bytes[offset..<end])
            if mayBeMisread(line), let (utf8, misread) = mended(line, { original($0) { _ in nil } }) {
                result += bytes[copied..<offset]
                result += utf8
                copied = end
                found = found ?? misread
            }
            offset = end
        }
        guard let found else { return nil }
        result += bytes[copied...]
        return (result, found)
    }

    /// Every first byte of a sequence is U+00C2 to U+00F4, nearly always led by C3; a text without it costs no more.
    private static func mayBeMisread(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.baseAddress.map { memchr($0, 0xC3, min(bytes.count, window)) != nil } ?? false
    }

    /// What `original` makes of the bytes that were read, and what they were read as.
    private static func mended(
        _ bytes: UnsafeBufferPointer<UInt8>, _ original: (UnsafeBufferPointer<UInt8>) -> [UInt8]?
    ) -> (utf8: [UInt8], misread: SourceText.Encoding)? {
        var result: [UInt8] = []
        var isWindows = false
        var offset = 0
        while offset < bytes.count {
            let (scalar, length) = UTF8Decoder.decode(bytes, at: offset)
            guard let scalar, let byte = self.byte(scalar) else { return nil }
            if scalar > 0xFF { isWindows = true }
            result.append(byte)
            offset += length
        }
        guard let text = result.withUnsafeBufferPointer(original) else { return nil }
        return (text, isWindows ? .windows1252 : .system("ISO-8859-1"))
    }

    /// UTF-8 as it is, or as it was before it was misread once more; nil where it is none, or no plain text.
    private static func original(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ again: (UnsafeBufferPointer<UInt8>) -> (utf8: [UInt8], misread: SourceText.Encoding)?
    ) -> [UInt8]? {
        var offset = 0
        while offset < bytes.count {
            let (scalar, length) = UTF8Decoder.decode(bytes, at: offset)
            if scalar == nil { return nil }
            offset += length
        }
        return again(bytes)?.utf8 ?? (isPlainText(bytes) ? Array(bytes) : nil)
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
