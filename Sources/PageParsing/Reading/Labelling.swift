/// The cheapest way to label all lines of a page: a dynamic programme over labels and situations.
///
/// A state is a label with its situation; of two ways into the same state only the cheaper lives on. Each way carries
/// where its open paragraph stands, so that a caption between two halves does not hide the one from the other.
struct Labelling {
    let lines: ContiguousArray<TextLine>
    let shape: PageShape
    private let joins: JoinCosts

    /// Ways dearer than the cheapest by more than this are given up.
    static let beam: Float = 10

    private struct Way {
        var cost: Float
        var label: Label
        var situation: Situation
        /// Line that the open paragraph stopped at; -1 for none.
        var last: Int32
        /// Brackets and quotes that the open paragraph has not closed.
        var depth: Int16
        /// It has an odd number of straight quotes so far.
        var isOdd = false
        /// It is an item of a list.
        var isItem = false
        /// The way that it came from, among those of the line before.
        var back: Int32

        var opened: Int { Int(depth) + (isOdd ? 1 : 0) }
    }

    init(_ lines: ContiguousArray<TextLine>, shape: PageShape) {
        self.lines = lines
        self.shape = shape
        joins = JoinCosts(shape: shape)
    }

    /// Whether the next line's first word would not have fitted behind the line.
    static func isFull(_ line: TextLine, _ next: TextLine?, _ shape: PageShape) -> Bool {
        guard shape.isWrapped else { return false }
        let used = line.width + line.indent
        guard let next else { return used + 4 > line.measure }
        if shape.isHangul, used + 4 > line.measure { return true }
        let slack = shape.isSolid ? 2 : 0
        return used + (shape.isSolid ? 0 : 1) + min(next.firstToken, 24) + slack > line.measure
    }

    /// One label a line.
    func run() -> [Label] {
        guard !lines.isEmpty else { return [] }
        var ends: [Range<Int>]?
        let (ways, end) = search(&ends)
        return trace(ways, end)
    }

    /// All ways that were followed, and those of the last line; `steps` takes the ways of each line, where it is asked for.
    private func search(_ steps: inout [Range<Int>]?) -> (ContiguousArray<Way>, Range<Int>) {
        var ways: ContiguousArray<Way> = []
        ways.reserveCapacity(lines.count * 6)
        var slots = [Int32](repeating: -1, count: Label.count * Situation.count)
        var from = 0..<1
        ways.append(Way(cost: 0, label: .furniture, situation: [], last: -1, depth: 0, back: -1))
        for at in lines.indices {
            let start = ways.count
            extend(&ways, from: from, to: at, slots: &slots)
            for way in start..<ways.count { slots[slot(ways[way])] = -1 }
            from = start..<ways.count
            steps?.append(from)
        }
        return (ways, from)
    }

    private func slot(_ way: Way) -> Int { Int(way.label.rawValue) * Situation.count + Int(way.situation.rawValue) }

    /// A line with what each label costs on it, dear ones left out.
    private struct Place {
        var at: Int
        var line: TextLine
        var previous: TextLine?
        /// Blank lines behind it.
        var nextGap: Int
        var labels: [(label: Label, cost: Float)]
    }

    /// A label dearer by this than the line's cheapest is not followed.
    private static let widest: Float = 10

    private func place(_ at: Int) -> Place {
        let line = lines[at]
        if line.clues.contains(.downwards) {
            let isFirst = at == 0 || !lines[at - 1].clues.contains(.downwards)
            return Place(
                at: at, line: line, previous: at > 0 ? lines[at - 1] : nil,
                nextGap: at + 1 < lines.count ? lines[at + 1].gap : 9, labels: [(isFirst ? .paragraph : .more, 0)])
        }
        let next = at + 1 < lines.count ? lines[at + 1] : nil
        let looks = LineCosts(line, shape: shape, isFull: Self.isFull(line, next, shape), nextGap: next?.gap ?? 9)
        var cheapest = Float.infinity
        for label in Label.all { cheapest = min(cheapest, looks[label]) }
        var labels: [(label: Label, cost: Float)] = []
        labels.reserveCapacity(Label.count)
        for label in Label.all {
            let cost = looks[label]
            // Text and furniture can follow anything: a way is never without a next line.
            if cost <= cheapest + Self.widest || label == .paragraph || label == .furniture {
                labels.append((label, cost))
            }
        }
        return Place(
            at: at, line: line, previous: at > 0 ? lines[at - 1] : nil,
            nextGap: at + 1 < lines.count ? lines[at + 1].gap : 9, labels: labels)
    }

    private func extend(_ ways: inout ContiguousArray<Way>, from: Range<Int>, to at: Int, slots: inout [Int32]) {
        let place = place(at)
        var best = Float.infinity
        for index in from { best = min(best, ways[index].cost) }
        let dearest = best + Self.beam
        for index in from where ways[index].cost <= dearest {
            let way = ways[index]
            for (label, cost) in place.labels {
                guard var next = step(way, label, place) else { continue }
                next.cost += cost
                next.back = Int32(truncatingIfNeeded: index)
                let slot = slot(next)
                if slots[slot] < 0 {
                    slots[slot] = Int32(truncatingIfNeeded: ways.count)
                    ways.append(next)
                } else if next.cost < ways[Int(slots[slot])].cost {
                    ways[Int(slots[slot])] = next
                }
            }
        }
    }

    /// The way with one more line, and what following and joining cost; nil where the line cannot stand there.
    private func step(_ way: Way, _ label: Label, _ place: borrowing Place) -> Way? {
        let at = place.at
        var cost = Following.cost(
            way.label, label, place.line, after: place.previous, nextGap: place.nextGap, way.situation, shape)
        guard cost < 100 else { return nil }
        var result = way
        result.label = label
        var situation = way.situation
        let isWaiting = way.label.isText || situation.contains(.pending)
        let last = Int(way.last)
        switch label {
        case .more:
            guard isWaiting, last >= 0 else { return nil }
            let isDown = place.line.clues.contains(.downwards) && lines[last].clues.contains(.downwards)
            let crossed = last != at - 1 || place.line.gap > shape.gap
            if !isDown {
                cost += joins.join(
                    lines[last], place.line, depth: way.opened, isFull: isFull(last, at), isItem: way.isItem,
                    crossed: crossed)
            }
            result.depth = clamp(Int(way.depth) + place.line.depth)
            result.isOdd = way.isOdd != (place.line.quotes % 2 == 1)
            result.last = Int32(at)
            situation.remove(.pending)
        case .paragraph:
            if isWaiting { cost += close(way) + joins.begin(place.line, isFull: last >= 0 && isFull(last, at)) }
            // An open quotation goes on in what does not open one anew.
            if isWaiting, way.opened > 0, last >= 0, lines[last].clues.contains(.endsSentence),
                !place.line.clues.contains(.startsQuote), !lines[last].clues.contains(.endsQuote)
            {
                cost += 1.5
            }
            result.depth = clamp(place.line.depth)
            result.isOdd = place.line.quotes % 2 == 1
            result.isItem = !place.line.clues.isDisjoint(with: [.startsNumber, .startsBullet])
            // Under their rubric each item with a bullet is one of its own.
            if place.line.clues.contains(.startsJump), situation.contains(.body) {
                cost += 1
                situation.subtract([.ended, .signed, .body, .notice, .briefs, .divided])
            }
            if situation.contains(.briefs), !place.line.clues.isDisjoint(with: [.startsBullet, .startsLead]) {
                situation.subtract([.ended, .signed, .body, .divided])
            }
            result.last = Int32(at)
            situation.remove(.pending)
            situation.formUnion([.story, .body])
            if place.line.clues.contains(.salutation) { situation.insert(.letter) }
            if place.line.clues.contains(.opening) || place.line.clues.contains(.startsJump) {
                situation.insert(.signed)
                situation.remove(.briefs)
            }
        case .caption, .captionMore, .furniture:
            if way.label.isText, situation.contains(.body) { situation.insert(.pending) }
            if label == .caption { situation.insert(.story) }
        case .jumpTo:
            situation.remove(.pending)
            situation.insert(.ended)
        default:
            if isWaiting { cost += close(way) }
            situation.remove(.pending)
            result.last = -1
            enter(label, place.line, from: way.label, &situation)
        }
        if label != .more, label != .paragraph, place.line.clues.contains(.endsSignature) { situation.insert(.ended) }
        if label.isText, place.line.clues.contains(.endsSignature) || place.line.clues.contains(.endsJump) {
            if place.line.clues.contains(.endsSignature), situation.contains(.signed) { cost += 2 }
            situation.formUnion([.signed, .ended])
        } else if label.isText {
            if way.situation.contains(.ended), situation.contains(.ended) {
                // Who asks may sign the question; the answer follows.
                if label == .paragraph, place.line.clues.contains(.startsSpeaker) {
                    situation.subtract([.ended, .signed])
                } else {
                    cost += 4
                }
            }
        }
        result.situation = situation
        result.cost = way.cost + cost
        return result
    }

    private func enter(_ label: Label, _ line: TextLine, from: Label, _ situation: inout Situation) {
        switch label {
        case .rubric:
            situation.subtract([.body, .signed, .ended, .notice, .letter, .briefs, .divided])
            if line.clues.contains(.briefRubric) { situation.insert(.briefs) }
        case .kicker, .picture:
            situation.subtract([.body, .signed, .ended, .notice, .letter, .divided])
            situation.insert(.story)
        case .headline:
            situation.subtract([.body, .signed, .ended, .notice, .letter, .divided])
            situation.insert(.story)
            if line.clues.contains(.notice) { situation.insert(.notice) }
        case .headlineMore:
            if line.clues.contains(.notice) { situation.insert(.notice) }
        case .jumpFrom:
            if ![.headline, .headlineMore, .deck, .deckMore, .byline].contains(from) {
                situation.subtract([.body, .signed, .ended, .notice, .letter, .divided])
            }
            situation.insert(.story)
        case .byline:
            situation.insert(.signed)
            situation.remove(.briefs)
        case .signature: situation.formUnion([.signed, .ended])
        case .crosshead: situation.insert(.divided)
        default: break
        }
    }

    private func close(_ way: Way) -> Float {
        let last = Int(way.last)
        guard last >= 0 else { return 0 }
        return joins.close(
            lines[last], depth: way.opened, isFull: isFull(last, last + 1), isItem: way.isItem, situation: way.situation
        )
    }

    private func isFull(_ at: Int, _ next: Int) -> Bool {
        Self.isFull(lines[at], next < lines.count ? lines[next] : nil, shape)
    }

    private func clamp(_ depth: Int) -> Int16 { Int16(max(-3, min(9, depth))) }

    private func trace(_ ways: ContiguousArray<Way>, _ end: Range<Int>) -> [Label] {
        var labels = [Label](repeating: .furniture, count: lines.count)
        guard var at = end.min(by: { finalCost(ways[$0]) < finalCost(ways[$1]) }) else { return labels }
        for line in lines.indices.reversed() {
            labels[line] = ways[at].label
            at = Int(ways[at].back)
        }
        return labels
    }

    /// The page ends here: a heading without its story and a paragraph without its end are dear.
    private func finalCost(_ way: Way) -> Float {
        var cost = way.cost
        if way.label.isText || way.situation.contains(.pending) { cost += close(way) * 0.7 }
        if way.label.isHeading || way.label == .rubric || way.label == .crosshead || way.label == .byline { cost += 6 }
        return cost
    }

    // MARK: Confidence

    /// For each line, how much dearer the whole page would be were the line of another kind.
    func margins(_ labels: [Label]) -> [Float] {
        guard !lines.isEmpty else { return [] }
        var steps: [Range<Int>]? = []
        let (ways, _) = search(&steps)
        let ranges = steps ?? []
        var rest = [Float](repeating: .infinity, count: ways.count)
        for way in ranges[ranges.count - 1] { rest[way] = finalCost(ways[way]) - ways[way].cost }
        for at in ranges.indices.dropLast().reversed() {
            spread(ways, from: ranges[at], to: ranges[at + 1], at + 1, &rest)
        }
        return lines.indices.map { at in
            var same = Float.infinity
            var other = Float.infinity
            for way in ranges[at] {
                let cost = ways[way].cost + rest[way]
                if ways[way].label.kind == labels[at].kind { same = min(same, cost) } else { other = min(other, cost) }
            }
            return max(0, min(other - same, 100))
        }
    }

    private func spread(
        _ ways: ContiguousArray<Way>, from: Range<Int>, to: Range<Int>, _ at: Int, _ rest: inout [Float]
    ) {
        var places: [Int: Int] = [:]
        for way in to { places[slot(ways[way])] = way }
        let next = place(at)
        for index in from {
            for (label, cost) in next.labels {
                guard let way = step(ways[index], label, next), let place = places[slot(way)] else { continue }
                rest[index] = min(rest[index], way.cost - ways[index].cost + cost + rest[place])
            }
        }
    }
}
