import Newspaper
import TextDecoding

/// Words that a short line has in common with the text around it: a headline says what the text below it says, and has little to
/// do with the text above.
enum SharedWords {
    /// Width in Han of a line that may be a heading, at most.
    static let widest = 32
    /// Lines below and above that are looked at.
    static let reach = 4

    /// - Parameter lineWords: begun for the page.
    static func mark(
        _ lines: inout ContiguousArray<TextLine>, _ bytes: UnsafeBufferPointer<UInt8>, _ shape: PageShape,
        _ lineWords: LineWords
    ) {
        let others = LineFeatures.furniture.union([
            .endsStop, .endsPause, .endsHyphen, .byline, .signature, .creditOnly, .jumpTo, .jumpFrom, .dateline,
            .startsInside,
        ])
        let recent = RecentWords(lineWords)
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
            for at in lines.indices
            where lines[at].ems <= widest && lines[at].ems >= 4 && lines[at].features.isDisjoint(with: others)
                && mayHead(lines, at, shape)
            {
                var count = 0
                for word in lineWords.words(of: at, lines[at], bytes) where !words[..<count].contains(word) {
                    guard count < words.count else { break }
                    words[count] = word
                    count += 1
                }
                guard count >= 2 else { continue }
                let wanted = UnsafeBufferPointer(rebasing: words[..<count])
                let (first, last) = (max(0, at - reach), min(at + 1 + reach, lines.count))
                let below = shared(wanted, min(at + 1, last)..<last, lines, bytes, recent)
                let above = shared(wanted, first..<at, lines, bytes, recent)
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
        _ words: UnsafeBufferPointer<UInt32>, _ range: Range<Int>,
        _ lines: ContiguousArray<TextLine>, _ bytes: UnsafeBufferPointer<UInt8>, _ recent: RecentWords
    ) -> Int {
        var found: UInt64 = 0
        for line in range {
            let others = recent.words(of: line, lines[line], bytes)
            for at in words.indices where others.contains(words[at]) { found |= 1 << UInt64(at) }
        }
        return found.nonzeroBitCount
    }

    /// The words of the last lines that were asked for: a line is near many that may be headings.
    private final class RecentWords {
        /// More than the lines that are looked at around one.
        private static let kept = 16
        private let room = UnsafeMutablePointer<WordSet>.allocate(capacity: kept)
        private let lines = UnsafeMutablePointer<Int>.allocate(capacity: kept)
        private let lineWords: LineWords

        init(_ lineWords: LineWords) {
            self.lineWords = lineWords
            for place in 0..<Self.kept { (room + place).initialize(to: WordSet()) }
            lines.initialize(repeating: -1, count: Self.kept)
        }

        deinit {
            for place in 0..<Self.kept { room[place].deallocate() }
            room.deallocate()
            lines.deallocate()
        }

        func words(of index: Int, _ line: TextLine, _ bytes: UnsafeBufferPointer<UInt8>) -> WordSet {
            let place = index % Self.kept
            if lines[place] != index {
                room[place].removeAll()
                for word in lineWords.words(of: index, line, bytes) { room[place].append(word) }
                lines[place] = index
            }
            return room[place]
        }
    }

    /// The words of a line, with a filter that tells most others from them.
    private struct WordSet {
        /// A word has three bytes at least.
        private static let most = LineWords.longest / 3 + 2
        private static let filterWords = 32
        private let words = UnsafeMutablePointer<UInt32>.allocate(capacity: most)
        private let filter = UnsafeMutablePointer<UInt64>.allocate(capacity: filterWords)
        private var count = 0

        init() { filter.initialize(repeating: 0, count: Self.filterWords) }

        func deallocate() {
            words.deallocate()
            filter.deallocate()
        }

        mutating func removeAll() {
            count = 0
            filter.update(repeating: 0, count: Self.filterWords)
        }

        @inline(__always)
        private static func hash(_ word: UInt32) -> Int {
            Int(truncatingIfNeeded: (word &* 2_654_435_761) &>> 21)
        }

        @inline(__always)
        mutating func append(_ word: UInt32) {
            words[count] = word
            count &+= 1
            let hash = Self.hash(word)
            filter[hash &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: hash & 63)
        }

        @inline(__always)
        func contains(_ word: UInt32) -> Bool {
            let hash = Self.hash(word)
            guard filter[hash &>> 6] &>> UInt64(truncatingIfNeeded: hash & 63) & 1 == 1 else { return false }
            for place in 0..<count where words[place] == word { return true }
            return false
        }
    }

    /// Calls the body with a number for each two Han or kana beside each other, and for each word of four letters or more.
    @inline(__always)
    static func forEachWord(
        _ line: TextLine, _ bytes: UnsafeBufferPointer<UInt8>, limit: Int, _ body: (UInt32) -> Void
    ) {
        let end = min(line.end, line.start + limit)
        var at = line.start
        var (word, letters) = (FNV1a(), 0)
        var before: UInt32 = 0
        while at < end {
            let byte = bytes[at]
            // U+4000 to U+9FFF: most of a Han text.
            if byte >= 0xE4, byte <= 0xE9, at + 2 < end {
                if letters >= 4 { body(UInt32(truncatingIfNeeded: word.value)) }
                letters = 0
                let scalar = UTF8Scalar.value(byte, bytes[at + 1], bytes[at + 2])
                if before != 0 { body(before << 16 | scalar) }
                before = scalar
                at += 3
                continue
            }
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
