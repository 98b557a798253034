import TextDecoding

/// A fast test for text that `clusters(of:)` would print unchanged, one cluster for each character: ASCII, Latin
/// letters, squares and discs, Han, kana, Hangul syllables and common punctuation.
///
/// False means only that the test cannot tell.
package func isShownAsItIs(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
        var at = 0
        while at < bytes.count {
            let lead = bytes[at]
            if lead < 0x80 {
                guard lead >= 0x20, lead < 0x7F else { return false }
                at += 1
                continue
            }
            if lead == 0xC2 || lead == 0xC3 {
                // Latin letters and signs, without controls, no-break space and soft hyphen.
                guard lead == 0xC3 || bytes[at + 1] > 0xA0 && bytes[at + 1] != 0xAD else { return false }
                at += 2
                continue
            }
            guard lead >= 0xE0, lead < 0xF0 else { return false }
            switch UTF8Scalar.value(lead, bytes[at + 1], bytes[at + 2]) {
            case 0x2013, 0x2014, 0x2018...0x201D, 0x2026, 0x25A0...0x25CF: break
            case 0x3001...0x3003, 0x3005...0x3020, 0x3041...0x3096, 0x30A1...0x30FE: break
            case 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFF01...0xFF60: break
            default: return false
            }
            at += 3
        }
        return true
    }
}
