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

    /// Adds to each line that may be a heading what the labels of the first reading tell of it; returns whether there is any.
    static func mark(
        _ lines: ContiguousArray<TextLine>, _ labels: [Label], _ bytes: UnsafeBufferPointer<UInt8>, _ shape: PageShape
    ) -> Bool {
        guard lines.indices.contains(where: { mayHead(lines, labels, $0) }) else { return false }
        SecondReading(
            lines: lines, labels: labels, bytes: bytes, shape: shape, habits: PageHabits(lines, labels, shape)
        )
        .markAll()
        return true
    }

    /// Whether what was found speaks for another label of a line more than for the one that it has. Else the labels are the cheapest
    /// for the second reading as well.
    static func speaksAgainst(_ labels: [Label], of lines: ContiguousArray<TextLine>, _ costs: CostTable) -> Bool {
        lines.indices.contains { at in
            var sums = SIMD32<Float>.zero
            lines[at].second.forEach { feature in
                for label in Label.allCases { sums[Int(label.rawValue)] += costs[.line(feature, label)] }
            }
            let own = sums[Int(labels[at].rawValue)]
            return (0..<Label.count).contains { sums[$0] < own }
        }
    }

    /// Ems of a line that may be a heading though it was not taken for one, at most.
    private static let widest = 32

    /// Whether the line is looked at again: headings, and short lines that end no sentence.
    private static func mayHead(_ lines: ContiguousArray<TextLine>, _ labels: [Label], _ at: Int) -> Bool {
        let line = lines[at]
        guard line.settled.isEmpty, !line.features.contains(.vertical) else { return false }
        switch labels[at] {
        case .rubric, .kicker, .headline, .headlineMore, .deck, .deckMore, .crosshead: return true
        case .more, .jumpTo, .jumpFrom, .captionMore: return false
        case .furniture, .caption, .picture, .byline, .signature, .paragraph:
            return line.ems <= widest
                && line.features.isDisjoint(with: [.endsStop, .endsPause, .endsHyphen, .startsInside])
        }
    }

    private func markAll() {
        var at = 0
        while at < lines.count {
            guard Self.mayHead(lines, labels, at) else {
                at += 1
                continue
            }
            // Lines that stand together head the same text.
            let first = at
            while at < lines.count, Self.mayHead(lines, labels, at) { at += 1 }
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
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: (Self.reachAbove + Self.reachBelow) / 3 + 16) { room in
            let first = words(above.reversed(), Self.reachAbove, into: room)
            let second = words(below, Self.reachBelow, into: UnsafeMutableBufferPointer(rebasing: room[first...]))
            guard min(first, second) >= 8 else { return nil }
            var (a, b, both) = (0, first, 0)
            while a < first, b < first + second {
                if room[a] == room[b] {
                    both += 1
                    a += 1
                    b += 1
                } else if room[a] < room[b] {
                    a += 1
                } else {
                    b += 1
                }
            }
            return both * 100 / min(first, second)
        }
    }

    /// Writes the words of the lines, each once, in order of their numbers; returns how many there are.
    private func words(
        _ range: some Sequence<Int>, _ reach: Int, into room: UnsafeMutableBufferPointer<UInt32>
    ) -> Int {
        var (count, left) = (0, reach)
        for at in range where labels[at].isText || labels[at].isHeading || labels[at] == .crosshead {
            guard left > 0 else { break }
            SharedWords.forEachWord(lines[at], bytes, limit: left) { word in
                guard count < room.count else { return }
                room[count] = word
                count += 1
            }
            left -= lines[at].length
        }
        var all = UnsafeMutableBufferPointer(rebasing: room[..<count])
        all.sort()
        var kept = 0
        for at in all.indices where at == 0 || all[at] != all[kept - 1] {
            all[kept] = all[at]
            kept += 1
        }
        return kept
    }
}
