import CUnicodeTables

/// Characters that look like others, or like several at once, and the plain ones that they stand for: radicals (⽇ as 日),
/// compatibility ideographs, ligatures (ﬁ as fi), units in one square (㎡ as m2), forms for vertical text (︒ as 。), small
/// forms; letters with a mark of their own (e and U+0301 as é), and Hangul in parts.
package enum PlainForms {
    /// The plain characters that a look-alike stands for, one to six; nil for what is no look-alike.
    package static func plain(_ point: UInt32) -> [UInt32]? {
        guard mayBeLookAlike(point) else { return nil }
        var count: UInt32 = 0
        guard let forms = broadsheet_plain(point, &count) else { return nil }
        return Array(UnsafeBufferPointer(start: forms, count: Int(count)))
    }

    /// The one character that a look-alike stands for; where it stands for several, or is no look-alike, it is itself.
    @inlinable @inline(__always)
    package static func single(_ point: UInt32) -> UInt32 { mayBeLookAlike(point) ? foundSingle(point) : point }

    @usableFromInline
    package static func foundSingle(_ point: UInt32) -> UInt32 {
        var count: UInt32 = 0
        guard let forms = broadsheet_plain(point, &count), count == 1 else { return point }
        return forms[0]
    }

    /// False for all that is no look-alike, and true for little else: the blocks in which they are.
    @inlinable @inline(__always)
    package static func mayBeLookAlike(_ point: UInt32) -> Bool {
        // Most text is below or among the Han.
        guard point >= 0x2103, !(0x3400..<0xF900).contains(point), !(0xFE70..<0x2F800).contains(point) else {
            return false
        }
        return !(0x213C..<0x2E80).contains(point) && !(0x2FE0..<0x3300).contains(point)
    }

    /// The letter that a letter and the mark after it make up; nil where there is none.
    package static func composed(_ base: UInt32, _ mark: UInt32) -> UInt32? {
        guard mark >= 0x300 else { return nil }
        if let syllable = syllable(base, mark) { return syllable }
        // Most of what is asked for is punctuation after a letter of Han or kana.
        guard !(0x3000..<0x10000).contains(mark) || mark == 0x3099 || mark == 0x309A else { return nil }
        let letter = broadsheet_composed(base, mark)
        return letter == 0 ? nil : letter
    }

    /// The syllable that two parts of Hangul make up (The Unicode Standard, section 3.12); nil where they make up none.
    private static func syllable(_ base: UInt32, _ part: UInt32) -> UInt32? {
        if (0x1161..<0x1176).contains(part), (0x1100..<0x1113).contains(base) {
            return 0xAC00 + ((base - 0x1100) * 21 + part - 0x1161) * 28
        }
        guard (0x11A8..<0x11C3).contains(part), (0xAC00..<0xD7A4).contains(base), (base - 0xAC00) % 28 == 0 else {
            return nil
        }
        return base + part - 0x11A7
    }

    /// Whether a byte may begin what `composed` adds to a letter: a mark of Latin, Greek and Cyrillic letters or of kana, a
    /// part of a Hangul syllable, or a voicing mark of half width.
    @inlinable @inline(__always)
    package static func mayBeginMark(_ byte: UInt8) -> Bool {
        byte == 0xCC || byte == 0xCD || byte == 0xE1 || byte == 0xE3 || byte == 0xEF
    }

    /// A text for comparisons: as `plain`, with katakana of half width as those of full width.
    package static func comparable(_ text: String) -> String {
        plain(text) { WidthFolding.katakana($0).map { [$0] } ?? plain($0) }
    }

    /// A text as it is shown: as `plain`, but with its units in one square (㎡, ℃), which terminals show as they are printed.
    package static func shown(_ text: String) -> String {
        mayNotBePlain(text) ? plain(text) { isUnit($0) ? nil : plain($0) } : text
    }

    private static func isUnit(_ point: UInt32) -> Bool { point < 0x2E80 || (0x3300..<0x3400).contains(point) }

    /// Whether a byte of the text begins a look-alike, or a mark over a letter. Most texts have none.
    private static func mayNotBePlain(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            for place in bytes.indices where bytes[place] >= 0xCC {
                let next = place + 1 < bytes.count ? bytes[place + 1] : 0
                switch bytes[place] {
                case 0xCC, 0xCD, 0xF0: return true
                // Parts of Hangul syllables.
                case 0xE1: if (0x84...0x87).contains(next) { return true }
                case 0xE2: if next >= 0xBA { return true }
                // The voicing marks of kana.
                case 0xE3: if next == 0x82, place + 2 < bytes.count, bytes[place + 2] >= 0x99 { return true }
                case 0xEF: if (0xA4...0xAC).contains(next) || next == 0xB8 || next == 0xB9 { return true }
                default: break
                }
            }
            return false
        }
    }

    /// A text with plain characters in place of look-alikes, and with its letters composed. Of a plain text it is the text
    /// itself.
    package static func plain(_ text: String) -> String { plain(text, plain) }

    private static func plain(_ text: String, _ plain: (UInt32) -> [UInt32]?) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            for point in plain(scalar.value) ?? [scalar.value] {
                if let last = result.last, let letter = composed(last.value, point), let scalar = Unicode.Scalar(letter)
                {
                    result.removeLast()
                    result.append(scalar)
                } else if let scalar = Unicode.Scalar(point) {
                    result.append(scalar)
                }
            }
        }
        return String(result)
    }
}
