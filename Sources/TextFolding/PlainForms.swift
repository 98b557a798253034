import CUnicodeTables

/// Characters that look like others, or like several at once, and the plain ones that they stand for: radicals (⽇ as 日),
/// compatibility ideographs, ligatures (ﬁ as fi), units in one square (㎡ as m2), forms for vertical text (︒ as 。), small
/// forms; and letters with a mark of their own (e and U+0301 as é).
package enum PlainForms {
    /// The plain characters that a look-alike stands for, one to six; nil for what is no look-alike.
    package static func plain(_ point: UInt32) -> [UInt32]? {
        // Most text is below or among the Han.
        guard point >= 0x2103, !(0x3400..<0xF900).contains(point) else { return nil }
        var count: UInt32 = 0
        guard let forms = broadsheet_plain(point, &count) else { return nil }
        return Array(UnsafeBufferPointer(start: forms, count: Int(count)))
    }

    /// The letter that a letter and the mark after it make up; nil where there is none.
    package static func composed(_ base: UInt32, _ mark: UInt32) -> UInt32? {
        guard mark >= 0x300 else { return nil }
        let letter = broadsheet_composed(base, mark)
        return letter == 0 ? nil : letter
    }

    /// A text with plain characters in place of look-alikes, and with its letters composed. Of a plain text it is the text
    /// itself.
    package static func plain(_ text: String) -> String {
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
