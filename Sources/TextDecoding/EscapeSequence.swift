/// The control sequences and control strings of ECMA-48, as far as they have to be told from the text behind them.
///
/// A complete sequence goes out whole; of one that is cut short only the introducer goes, so that a stray ESC in damaged
/// text takes nothing readable with it. A control string (OSC, DCS, SOS, PM, APC) is complete when its terminator (ST,
/// or BEL) comes on the same line and before any other control.
enum EscapeSequence {
    /// Parameters and intermediates of a CSI sequence, at most, in bytes; real ones stay far below.
    private static let longestParameters = 64

    /// The offset behind the control at `offset` and what belongs to it; `introducer` is that control, a scalar of Cc,
    /// and `length` the bytes it takes.
    static func end(
        in bytes: UnsafeBufferPointer<UInt8>, at offset: Int, introducer: UInt32, length: Int
    ) -> Int {
        let next = offset + length
        switch introducer {
        case 0x1B: return endOfEscape(in: bytes, from: next)
        case 0x9B: return endOfControlSequence(in: bytes, from: next)
        case 0x90, 0x98, 0x9D...0x9F: return endOfString(in: bytes, from: next)
        default: return next
        }
    }

    private static func endOfEscape(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard start < bytes.count else { return start }
        switch bytes[start] {
        case UInt8(ascii: "["):
            return endOfControlSequence(in: bytes, from: start + 1)
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
            return endOfString(in: bytes, from: start + 1)
        case 0x20...0x2F:
            // Intermediates and a final byte: ESC ( B.
            var end = start
            while end < bytes.count, end - start < 4, (0x20...0x2F).contains(bytes[end]) { end += 1 }
            guard end < bytes.count, (0x30...0x7E).contains(bytes[end]) else { return start }
            return end + 1
        case 0x30...0x7E:
            return start + 1
        default:
            return start
        }
    }

    private static func endOfControlSequence(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let limit = min(bytes.count, start + longestParameters)
        var end = start
        while end < limit, (0x30...0x3F).contains(bytes[end]) { end += 1 }
        while end < limit, (0x20...0x2F).contains(bytes[end]) { end += 1 }
        guard end < bytes.count, (0x40...0x7E).contains(bytes[end]) else { return start }
        return end + 1
    }

    /// Stops at the first control, so that text with many unfinished strings is still read in linear time.
    private static func endOfString(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var end = start
        while end < bytes.count {
            switch bytes[end] {
            case 0x07:
                return end + 1
            case 0x1B:
                return end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: "\\") ? end + 2 : start
            case 0xC2 where end + 1 < bytes.count && (0x80...0x9F).contains(bytes[end + 1]):
                return bytes[end + 1] == 0x9C ? end + 2 : start
            case 0x09:
                end += 1
            case ..<0x20, 0x7F:
                return start
            default:
                end += 1
            }
        }
        return start
    }
}
