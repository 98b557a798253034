/// Chinese set in a font that says that it is Western, as old typesetting programs did: a program that reads the page gives
/// `Ä¿¡¡Â¼` for 目　录, a letter of ISO 8859-1 for each byte of GB 2312.
package enum WesternFont {
    /// Characters of Han from which on a line is Chinese: one may be chance.
    private static let fewest = 2

    /// The line as it is printed; nil where it is one of Western letters. Each letter beyond ASCII is half of an everyday character,
    /// and none is a Latin one: no Western language has a line of words like that.
    package static func chinese(_ line: String) -> String? {
        var bytes: [UInt8] = []
        var han: Set<UInt16> = []
        var lead: UInt8?
        for scalar in line.unicodeScalars {
            switch scalar.value {
            case 0xA1...0xFE:
                let byte = UInt8(scalar.value)
                if let first = lead {
                    guard isEveryday(first) else { return nil }
                    // A letter twice may be a word: Öö.
                    if first >= 0xB0, first != byte { han.insert(UInt16(first) << 8 | UInt16(byte)) }
                    lead = nil
                } else {
                    lead = byte
                }
                bytes.append(byte)
            case 0x20...0x40, 0x5B...0x60, 0x7B...0x7E:
                guard lead == nil else { return nil }
                bytes.append(UInt8(scalar.value))
            default: return nil
            }
        }
        guard lead == nil, han.count >= fewest else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            guard let text = Conversion.utf8(from: bytes, in: .gb18030), text.malformed == 0 else { return nil }
            return String(decoding: text.bytes, as: UTF8.self)
        }
    }

    /// Rows of GB 2312: A1 and A3 are marks and wide letters, B0 to D7 the first level of Han.
    private static func isEveryday(_ lead: UInt8) -> Bool {
        [0xA1, 0xA3].contains(lead) || (0xB0...0xD7).contains(lead)
    }
}
