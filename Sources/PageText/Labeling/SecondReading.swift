/// The page read again: what its first reading tells of the lines that may be headings.
///
/// Whether a line heads a new story or a part of the story above shows in what stands around it and not in the line: a story goes on
/// about the same people and places, a new one has others. The page's other headings, too, tell how it sets each kind.
struct SecondReading {
    private let lines: ContiguousArray<TextLine>
    private let labels: [Label]
    private let bytes: UnsafeBufferPointer<UInt8>
    private let shape: PageShape
    private let habits: PageHabits
    private let lineWords: LineWords

    /// Adds to each line that may be a heading what the labels of the first reading tell of it.
    ///
    /// - Parameter lineWords: begun for the page.
    static func mark(
        _ lines: ContiguousArray<TextLine>, _ labels: [Label], _ bytes: UnsafeBufferPointer<UInt8>, _ shape: PageShape,
        _ lineWords: LineWords
    ) {
        let habits = PageHabits(lines, labels, shape)
        SecondReading(
            lines: lines, labels: labels, bytes: bytes, shape: shape, habits: habits, lineWords: lineWords
        ).markAll()
    }

    /// Lines before and after a doubtful one whose labels may change with its own.
    private static let before = 6
    private static let after = 10

    /// Where something was found that speaks for another label of a line more than for the one that it has, with the lines around
    /// it, in order and apart from each other. Elsewhere the labels are the cheapest for the second reading as well.
    static func doubtful(
        _ lines: ContiguousArray<TextLine>, _ labels: [Label], _ costs: CostTable
    ) -> [Range<Int>] {
        var windows: [Range<Int>] = []
        for at in lines.indices where !lines[at].second.isEmpty && speaksAgainst(labels[at], lines[at].second, costs) {
            let window = max(0, at - before)..<min(at + after, lines.count)
            if let last = windows.last, last.upperBound >= window.lowerBound {
                windows[windows.count - 1] = last.lowerBound..<window.upperBound
            } else {
                windows.append(window)
            }
        }
        return windows
    }

    /// What is found for another label, in nats, and changes hardly any.
    private static let slight: Float = 0.5

    private static func speaksAgainst(_ label: Label, _ features: SecondFeatures, _ costs: CostTable) -> Bool {
        var sums = SIMD32<Float>.zero
        features.forEach { feature in
            let row = costs.row(of: .line(feature, .furniture)).assumingMemoryBound(to: Float.self)
            for other in 0..<Label.count { sums[other] += row[other] }
        }
        return (0..<Label.count).contains { sums[$0] + slight < sums[Int(label.rawValue)] }
    }

    /// Ems of a line that may be a heading though it was not taken for one, at most.
    private static let widest = 32

    /// Whether the line is looked at again: headings, and short lines that end no sentence.
    private static func mayHead(
        _ lines: ContiguousArray<TextLine>, _ labels: [Label], _ at: Int, _ shape: PageShape
    ) -> Bool {
        let line = lines[at]
        guard line.settled.isEmpty, !line.features.contains(.vertical) else { return false }
        switch labels[at] {
        case .rubric, .kicker, .headline, .headlineMore, .deck, .deckMore, .crosshead: return true
        case .more, .jumpTo, .jumpFrom, .captionMore: return false
        case .furniture, .caption, .picture, .byline, .signature, .paragraph:
            // A paragraph's first line fills its column.
            if shape.isWrapped, labels[at] == .paragraph,
                line.width + line.indent + (shape.isSolid ? 4 : 10) >= line.measure
            {
                return false
            }
            return line.ems <= widest
                && line.features.isDisjoint(with: [.endsStop, .endsPause, .endsHyphen, .startsInside])
        }
    }

    private func markAll() {
        var at = 0
        while at < lines.count {
            guard Self.mayHead(lines, labels, at, shape) else {
                at += 1
                continue
            }
            // Lines that stand together head the same text.
            let first = at
            while at < lines.count, Self.mayHead(lines, labels, at, shape) { at += 1 }
            mark(first..<at)
        }
    }

    private func mark(_ group: Range<Int>) {
        var found: SecondFeatures = []
        let above = storyAbove(group.lowerBound)
        let below = partBelow(group.upperBound)
        if above.ems > 0 {
            found.insert(
                above.ems < 100
                    ? .storyUnder100
                    : above.ems < 250 ? .storyUnder250 : above.ems < 600 ? .storyUnder600 : .storyOver600)
            found.insert(
                above.crossheads == 0 ? .storyWithoutParts : above.crossheads == 1 ? .storyOfTwoParts : .storyOfParts)
        }
        if below.ems > 0 {
            found.insert(
                below.ems < 60
                    ? .partUnder60 : below.ems < 150 ? .partUnder150 : below.ems < 400 ? .partUnder400 : .partOver400)
        }
        if above.ems > 0, below.ems > 0, let share = shared(above.lines, group.lowerBound..<below.end) {
            let limits = [2, 4, 6, 9, 13, 20]
            let place = limits.firstIndex { share < $0 } ?? limits.count
            found.insert(Feature.goesOn0.after(place))
        }
        let habits = habits.apart(from: group)
        for at in group {
            var own = found
            habits.find(at, into: &own)
            lines[at].second = own
        }
    }

    /// UTF-8 bytes of text above and below that are compared: some 400 and 300 Han.
    private static let reachAbove = 1200
    private static let reachBelow = 900

    /// The text above, back to the story's beginning: its lines, how much it is, and its crossheads.
    private func storyAbove(_ start: Int) -> (lines: Range<Int>, ems: Int, crossheads: Int) {
        var (at, ems, crossheads) = (start, 0, 0)
        // Far enough to tell a long story.
        while at > 0, ems < 800 || crossheads == 0 && ems < 1600 {
            switch labels[at - 1] {
            case .headline, .headlineMore, .kicker, .deck, .deckMore, .rubric, .picture:
                // The heading's own words, once there is text below it.
                while at > 0, labels[at - 1].isHeading { at -= 1 }
                return (at..<start, ems, crossheads)
            case .paragraph, .more: ems += lines[at - 1].ems
            case .crosshead: crossheads += 1
            default: break
            }
            at -= 1
        }
        return (at..<start, ems, crossheads)
    }

    /// The text below, as far as the next heading.
    private func partBelow(_ start: Int) -> (end: Int, ems: Int) {
        var (at, ems) = (start, 0)
        while at < lines.count, ems < 800 {
            let label = labels[at]
            if label.isHeading || label == .rubric || label == .crosshead || label == .picture { break }
            if label.isText { ems += lines[at].ems }
            at += 1
        }
        return (at, ems)
    }

    /// How many of a hundred words of the shorter text are in the other, too; nil where there are too few to tell.
    private func shared(_ above: Range<Int>, _ below: Range<Int>) -> Int? {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * WordTable.capacity) { room in
            var first = WordTable(UnsafeMutableBufferPointer(rebasing: room[..<WordTable.capacity]))
            var second = WordTable(UnsafeMutableBufferPointer(rebasing: room[WordTable.capacity...]))
            var both = 0
            forEachWord(above.reversed(), Self.reachAbove) { _ = first.insert($0) }
            guard first.count >= 8 else { return nil }
            forEachWord(below, Self.reachBelow) { if second.insert($0), first.contains($0) { both += 1 } }
            guard second.count >= 8 else { return nil }
            return both * 100 / min(first.count, second.count)
        }
    }

    /// Calls the body with the words of the lines, as far as they are text.
    @inline(__always)
    private func forEachWord(_ range: some Sequence<Int>, _ reach: Int, _ body: (UInt32) -> Void) {
        var left = reach
        for at in range where labels[at].isText || labels[at].isHeading || labels[at] == .crosshead {
            guard left > 0 else { break }
            let line = lines[at]
            if line.length <= min(left, LineWords.longest) {
                for word in lineWords.words(of: at, line, bytes) { body(word) }
            } else {
                SharedWords.forEachWord(line, bytes, limit: left, body)
            }
            left -= line.length
        }
    }
}

/// A set of words by their numbers, with open addressing: there are never more words than half of its places.
private struct WordTable {
    /// A word has three bytes at least, and the longest text is 1,200 long.
    static let capacity = 1024
    private let places: UnsafeMutableBufferPointer<UInt32>
    private(set) var count = 0

    init(_ places: UnsafeMutableBufferPointer<UInt32>) {
        self.places = places
        places.initialize(repeating: 0)
    }

    @inline(__always)
    private func place(of word: UInt32) -> Int {
        var place = Int((word &* 2_654_435_761) >> 22)
        while places[place] != 0, places[place] != word { place = (place + 1) & (Self.capacity - 1) }
        return place
    }

    @inline(__always)
    func contains(_ word: UInt32) -> Bool { places[place(of: word)] == word }

    /// Whether the word was not there before.
    @inline(__always)
    mutating func insert(_ word: UInt32) -> Bool {
        let place = place(of: word)
        guard places[place] == 0, word != 0, count < Self.capacity / 2 else { return false }
        places[place] = word
        count += 1
        return true
    }
}
