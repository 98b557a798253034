/// Base64 (RFC 4648), also with the letters of its form for addresses, and with white space wherever it is.
package enum Base64 {
    /// The bytes that a text stands for, up to its padding.
    ///
    /// - Parameter skipsOthers: whether what is no letter of it is passed over, as mail has it (RFC 2045, 6.8).
    /// - Returns: nil for a text with other characters, where these are not passed over.
    package static func decode(_ text: some Sequence<UInt8>, skipsOthers: Bool = false) -> [UInt8]? {
        var output: [UInt8] = []
        output.reserveCapacity(text.underestimatedCount / 4 * 3)
        var (bits, count): (UInt32, Int) = (0, 0)
        for byte in text where byte > 0x20 {
            let value: UInt8
            switch byte {
            case 0x41...0x5A: value = byte - 0x41
            case 0x61...0x7A: value = byte - 0x61 + 26
            case 0x30...0x39: value = byte - 0x30 + 52
            case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
            case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
            case UInt8(ascii: "="): return output
            default:
                if skipsOthers { continue }
                return nil
            }
            bits = bits << 6 | UInt32(value)
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            output.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
        return output
    }
}
