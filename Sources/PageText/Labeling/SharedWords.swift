import Newspaper
import TextDecoding

/// Words that a short line has in common with the text around it: a headline says what the text below it says, and has little to
/// do with the text above.
enum SharedWords {
    /// Width in Han of a line that may be a heading, at most.
    static let widest = 32
    /// Lines below and above that are looked at, and UTF-8 bytes of each.
    static let reach = 4
    static let longest = 400

    static func mark(_ lines: inout ContiguousArray<TextLine>, _ bytes: UnsafeBufferPointer<UInt8>, _ shape: PageShape)
    {
        let others = LineFeatures.furniture.union([
            .endsStop, .endsPause, .endsHyphen, .byline, .signature, .creditOnly, .jumpTo, .jumpFrom, .dateline,
            .startsInside,
        ])
        let recent = RecentWords()
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
            for at in lines.indices
            where lines[at].ems <= widest && lines[at].ems >= 4 && lines[at].features.isDisjoint(with: others)
                && mayHead(lines, at, shape)
            {
                var count = 0
                var filter = WordFilter()
                forEachWord(lines[at], bytes, limit: longest) { word in
                    guard count < words.count, !words[..<count].contains(word) else { return }
                    words[count] = word
                    filter.insert(word)
                    count += 1
                }
                guard count >= 2 else { continue }
                let wanted = UnsafeBufferPointer(rebasing: words[..<count])
                let (first, last) = (max(0, at - reach), min(at + 1 + reach, lines.count))
                let below = shared(wanted, filter, min(at + 1, last)..<last, lines, bytes, recent)
                let above = shared(wanted, filter, first..<at, lines, bytes, recent)
                if below != above {
                    lines[at].features.insert(below > above ? .wordsBelow : .wordsAbove)
                } else if below > 0 {
                    lines[at].features.insert(.wordsAround)
                }
            }
        }
    }

    /// Not in the middle of a column of full lines.
    private static func mayHead(_ lines: ContiguousArray<TextLine>, _ at: Int, _ shape: PageShape) -> Bool {
        guard shape.isWrapped, lines[at].gap <= shape.gap, lines[at].indent == 0, at > 0, at + 1 < lines.count,
            lines[at + 1].gap <= shape.gap
        else { return true }
        let room = shape.isSolid ? 4 : 10
        return lines[at].width + room < lines[at].measure || lines[at - 1].width + room < lines[at - 1].measure
    }

    /// How many of the words are in the lines.
    private static func shared(
        _ words: UnsafeBufferPointer<UInt32>, _ filter: WordFilter, _ range: Range<Int>,
        _ lines: ContiguousArray<TextLine>, _ bytes: UnsafeBufferPointer<UInt8>, _ recent: RecentWords
    ) -> Int {
        var found: UInt64 = 0
        for line in range {
            for word in recent.words(of: line, lines[line], bytes) where filter.mayContain(word) {
                for at in words.indices where words[at] == word { found |= 1 << UInt64(at) }
            }
        }
        return found.nonzeroBitCount
    }

    /// The words of the last lines that were asked for: a line is near many that may be headings.
    private final class RecentWords {
        /// More than the lines that are looked at around one.
        private static let kept = 16
        /// A word has three bytes at least.
        private static let most = longest / 3 + 2
        private let room = UnsafeMutablePointer<UInt32>.allocate(capacity: kept * most)
        private let lines = UnsafeMutablePointer<(line: Int, count: Int)>.allocate(capacity: kept)

        init() { lines.initialize(repeating: (-1, 0), count: Self.kept) }

        deinit {
            room.deallocate()
            lines.deallocate()
        }

        func words(
            of index: Int, _ line: TextLine, _ bytes: UnsafeBufferPointer<UInt8>
        ) -> UnsafeBufferPointer<UInt32> {
            let place = index % Self.kept
            let start = room + place * Self.most
            if lines[place].line != index {
                var count = 0
                forEachWord(line, bytes, limit: longest) { word in
                    start[count] = word
                    count += 1
                }
                lines[place] = (index, count)
            }
            return UnsafeBufferPointer(start: start, count: lines[place].count)
        }
    }

    /// Tells most words that are not in a small set from those that are.
    private struct WordFilter {
        private var bits: (UInt64, UInt64) = (0, 0)

        @inline(__always)
        private static func place(of word: UInt32) -> (UInt64, Bool) {
            let hash = (word &* 2_654_435_761) >> 25
            return (1 << UInt64(hash & 63), hash & 64 == 0)
        }

        @inline(__always)
        mutating func insert(_ word: UInt32) {
            let (bit, isFirst) = Self.place(of: word)
            if isFirst { bits.0 |= bit } else { bits.1 |= bit }
        }

        @inline(__always)
        func mayContain(_ word: UInt32) -> Bool {
            let (bit, isFirst) = Self.place(of: word)
            return (isFirst ? bits.0 : bits.1) & bit != 0
        }
    }

    /// Calls the body with a number for each two Han or kana beside each other, and for each word of four letters or more.
    @inline(__always)
    private static func forEachWord(
        _ line: TextLine, _ bytes: UnsafeBufferPointer<UInt8>, limit: Int, _ body: (UInt32) -> Void
    ) {
        let end = min(line.end, line.start + limit)
        var at = line.start
        var (word, letters) = (FNV1a(), 0)
        var before: UInt32 = 0
        while at < end {
            let byte = bytes[at]
            if byte >= 0xE2, byte < 0xF0, at + 2 < end {
                if letters >= 4 { body(UInt32(truncatingIfNeeded: word.value)) }
                letters = 0
                var scalar = bytes.scalar(at: at).value
                // Radicals and compatible forms count as the plain characters.
                if scalar >= 0xF900 || (0x2E80..<0x2FE0).contains(scalar) { scalar = FoldedText.fold(scalar) }
                let isWord = scalar >= 0x3040 && scalar < 0xFF00
                if isWord, before != 0 { body(before << 16 | scalar) }
                before = isWord ? scalar : 0
                at += 3
                continue
            }
            before = 0
            let lower = byte | 0x20
            if lower >= 0x61 && lower <= 0x7A || byte >= 0xC3 {
                if letters == 0 { word = FNV1a() }
                word.add(lower)
                letters += 1
            } else if byte < 0x80 {
                if letters >= 4 { body(UInt32(truncatingIfNeeded: word.value)) }
                letters = 0
            }
            at += 1
        }
        if letters >= 4 { body(UInt32(truncatingIfNeeded: word.value)) }
    }
}
