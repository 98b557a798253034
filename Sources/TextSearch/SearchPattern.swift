import CUnicodeTables

/// Words to find in text. Simplified and traditional Han match one another, and so do full and half width and upper and
/// lower case. White space and punctuation are ignored on both sides, unless the words consist of punctuation alone.
package struct SearchPattern: Sendable, Equatable {
    /// The scalars to find, folded; never empty, never 0.
    private let folded: [UInt32]
    /// The failure function of Knuth, Morris and Pratt: after a mismatch behind n + 1 matching scalars, `shorter[n]`
    /// scalars still match.
    private let shorter: [Int]
    /// Whether the words are punctuation alone, so that punctuation is compared.
    private let countsMarks: Bool

    /// Nil if there is nothing to find: the words are empty or white space.
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

    /// The representative of all code points that match this one; 0 for code points that are ignored.
    @inline(__always)
    package static func fold(_ point: UInt32) -> UInt32 { broadsheet_fold(point) }

    /// As `fold`, for a search for punctuation: full-width marks, and the Chinese marks ，、 and 。, match the narrow mark
    /// that is typed for them. 0 for white space and invisible characters.
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

    /// All matches in a text in order, without overlaps, as ranges of UTF-8 bytes from the first to the last matching
    /// scalar. Takes time linear in the length of the text, whatever the pattern.
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
            // A ring buffer: where each of the last `count` scalars that are not ignored begins.
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

    /// The scalar at `place` in valid UTF-8. Moves `place` past it.
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
