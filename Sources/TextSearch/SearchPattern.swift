import CUnicodeTables

/// Words that are looked for in text, folded: simplified and traditional Han count as one another, and so do full and half
/// width and upper and lower case; white space and punctuation do not count, unless there is nothing else.
package struct SearchPattern: Sendable, Equatable {
    /// What each scalar counts as.
    private let folded: [UInt32]
    /// How much of the beginning still matches where the scalar after so many does not (Knuth, Morris, Pratt).
    private let shorter: [Int]
    /// Nothing but punctuation is looked for, so that it counts.
    private let countsMarks: Bool

    /// Nil where there is nothing to look for.
    package init?(_ words: String) {
        var folded = words.unicodeScalars.map { Self.fold($0.value) }.filter { $0 != 0 }
        countsMarks = folded.isEmpty
        if countsMarks { folded = words.unicodeScalars.map { Self.foldMark($0.value) }.filter { $0 != 0 } }
        guard !folded.isEmpty else { return nil }
        self.folded = folded
        var shorter = [0]
        var length = 0
        for scalar in folded.dropFirst() {
            while length > 0, folded[length] != scalar { length = shorter[length - 1] }
            if folded[length] == scalar { length += 1 }
            shorter.append(length)
        }
        self.shorter = shorter
    }

    /// What a code point counts as among words; 0 for what does not count.
    @inline(__always)
    package static func fold(_ point: UInt32) -> UInt32 { broadsheet_fold(point) }

    /// What a code point counts as where punctuation does: marks of both widths as one, and the stops that a narrow one is
    /// shown as in Chinese text; 0 for white space and what cannot be seen.
    package static func foldMark(_ point: UInt32) -> UInt32 {
        switch point {
        case 0...0x20, 0x7F...0xA0, 0xAD, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF,
            0xE0000...0xE0FFF:
            0
        case 0x3001: 0x2C
        case 0x3002: 0x2E
        case 0x2018, 0x2019: 0x27
        case 0x201C, 0x201D: 0x22
        case 0xFF01...0xFF5E: point - 0xFEE0
        default: point
        }
    }

    /// Where the words stand in a text, as UTF-8 bytes, from the first letter that counts to the last; in order, none
    /// overlapping another. The time grows with the text alone.
    package func ranges(in text: String) -> [Range<Int>] {
        var text = text
        return text.withUTF8 { bytes in
            var found: [Range<Int>] = []
            if countsMarks {
                search(bytes, Self.foldMark) { found.append($0) }
            } else {
                search(bytes, Self.fold) { found.append($0) }
            }
            return found
        }
    }

    @inline(__always)
    private func search(
        _ bytes: UnsafeBufferPointer<UInt8>, _ fold: (UInt32) -> UInt32, _ report: (Range<Int>) -> Void
    ) {
        folded.withUnsafeBufferPointer { folded in
            let count = folded.count
            let first = folded[0]
            // Where each of the last scalars that count began, round and round.
            var starts = [Int](repeating: 0, count: count)
            var newest = 0
            var matched = 0
            var place = 0
            while place < bytes.count {
                let start = place
                let scalar = fold(Self.scalar(bytes, &place))
                if matched == 0, scalar != first { continue }
                if scalar == 0 { continue }
                while matched > 0, folded[matched] != scalar { matched = shorter[matched - 1] }
                guard folded[matched] == scalar else { continue }
                matched += 1
                starts[newest] = start
                newest = newest + 1 == count ? 0 : newest + 1
                if matched == count {
                    report(starts[newest]..<place)
                    matched = 0
                }
            }
        }
    }

    /// The scalar at a place of well-formed UTF-8; the place is moved past it.
    @inline(__always)
    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> UInt32 {
        let lead = UInt32(bytes[place])
        if lead < 0x80 {
            place += 1
            return lead
        }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard place + length <= bytes.count else {
            place = bytes.count
            return 0
        }
        var value = lead & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { value = value << 6 | UInt32(bytes[place + offset] & 0x3F) }
        place += length
        return value
    }
}
