import TextDecoding
import TextFolding

/// Words to find in text. Simplified and traditional Han match one another, and so do full and half width and upper and
/// lower case, units in one square and their letters (㎡, m²), composed and decomposed ones. White space and punctuation are ignored on both sides, unless the
/// words consist of punctuation alone.
package struct SearchPattern: Sendable, Equatable {
    /// The scalars to find, folded; never empty, never 0.
    let folded: [UInt32]
    /// The failure function of Knuth, Morris and Pratt: after a mismatch behind n + 1 matching scalars, `shorter[n]`
    /// scalars still match.
    let shorter: [Int]
    /// Whether the words are punctuation alone, so that punctuation is compared.
    let countsMarks: Bool

    /// Nil if there is nothing to find: the words are empty or white space.
    package init?(_ words: String) {
        let plain = PlainForms.comparable(words)
        var folded = plain.unicodeScalars.map { SearchFolding.fold($0.value) }.filter { $0 != 0 }
        countsMarks = folded.isEmpty
        if countsMarks { folded = words.unicodeScalars.map { SearchFolding.foldMark($0.value) }.filter { $0 != 0 } }
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

    /// All matches in a text in order, without overlaps, as ranges of UTF-8 bytes from the first to the last matching
    /// scalar. Takes time linear in the length of the text, whatever the pattern.
    package func ranges(in text: String) -> [Range<Int>] {
        var text = text
        return text.withUTF8 { bytes in
            var found: [Range<Int>] = []
            if countsMarks {
                search(bytes, { SearchFolding.foldMark($0) }) { found.append($0) }
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
            Self.scan(bytes, fold) { scalar, start, end in
                if matched == 0, scalar != first { return }
                if scalar == 0 { return }
                while matched > 0, folded[matched] != scalar { matched = shorter[matched - 1] }
                guard folded[matched] == scalar else { return }
                matched += 1
                starts[newest] = start
                newest = newest + 1 == count ? 0 : newest + 1
                if matched == count {
                    report(starts[newest]..<end)
                    matched = 0
                }
            }
        }
    }

    /// What a scalar counts as among words.
    @inline(__always)
    static func fold(_ point: UInt32) -> UInt32 { SearchFolding.fold(point) }

    /// Goes over a text's letters: what each counts as, 0 for what does not count, and the offsets at which it begins and ends.
    @inline(__always)
    static func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, _ fold: (UInt32) -> UInt32, _ each: (UInt32, Int, Int) -> Void
    ) {
        var place = 0
        while place < bytes.count {
            let start = place
            var (point, length) = letter(bytes, at: place)
            place += length
            // A letter and its mark count as the letter with a mark.
            while place < bytes.count, PlainForms.mayBeginMark(bytes[place]) {
                let (mark, length) = letter(bytes, at: place)
                guard let letter = PlainForms.composed(point, mark) else { break }
                point = letter
                place += length
            }
            if PlainForms.mayBeLookAlike(point), let letters = PlainForms.plain(point), letters.count > 1 {
                for letter in letters { each(fold(letter), start, place) }
            } else {
                each(fold(point), start, place)
            }
        }
    }

    /// The scalar at an offset, katakana in full width, and its length in bytes.
    @inline(__always)
    private static func letter(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (value: UInt32, length: Int) {
        let (point, length) = bytes.scalar(at: offset)
        return (WidthFolding.katakana(point) ?? point, length)
    }
}
