/// The cheapest way to label all lines of a page: a dynamic programme over labels and situations.
///
/// A state is a label with its situation; of two ways into the same state only the cheaper lives on. Each way carries
/// where its open paragraph stands, so that a caption between two halves does not hide the one from the other.
struct Labelling {
    let lines: ContiguousArray<TextLine>
    let shape: PageShape
    let joins: JoinCosts
    let room: Room

    /// Ways dearer than the cheapest by more than this are given up.
    static let beam: Float = 10

    init(_ lines: ContiguousArray<TextLine>, shape: PageShape, room: Room) {
        self.lines = lines
        self.shape = shape
        joins = JoinCosts(shape: shape)
        self.room = room
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
        var steps: [Range<Int>]?
        let end = search(room.ways, &steps)
        return trace(room.ways, end)
    }

    /// Follows all ways, and gives those of the last line; `steps` takes the ways of each line, where it is asked for.
    func search(_ ways: Ways, _ steps: inout [Range<Int>]?) -> Range<Int> {
        let (slots, choices) = (room.slots, room.choices)
        var from = 0..<1
        ways.count = 0
        ways.reserve(1)
        ways.start[0] = Way(cost: 0, label: .furniture, situation: [], last: -1, depth: 0, back: -1)
        ways.count = 1
        for at in lines.indices {
            let start = ways.count
            // What the next line gives up need not be kept, unless all ways are to be compared.
            extend(ways, from: from, to: at, slots: slots, choices, keepsAll: steps != nil || at + 1 == lines.count)
            from = start..<ways.count
            steps?.append(from)
        }
        return from
    }

    func slot(_ way: Way) -> Int { Int(way.label.rawValue) * Situation.count + Int(way.situation.rawValue) }

    typealias Choices = UnsafeMutablePointer<(label: Label, cost: Float)>

    /// A line with what each label costs on it, dear ones left out.
    struct Place {
        var at: Int
        var line: TextLine
        var previous: TextLine?
        /// Blank lines behind it.
        var nextGap: Int
        let choices: Choices
        var count = 0

        mutating func append(_ label: Label, _ cost: Float) {
            choices[count] = (label, cost)
            count += 1
        }
    }

    /// A label dearer by this than the line's cheapest is not followed.
    private static let widest: Float = 10

    /// - Parameter choices: room for every label.
    func place(_ at: Int, _ choices: Choices) -> Place {
        let line = lines[at]
        let previous = at > 0 ? lines[at - 1] : nil
        let next = at + 1 < lines.count ? lines[at + 1] : nil
        var place = Place(at: at, line: line, previous: previous, nextGap: next?.gap ?? 9, choices: choices)
        if line.clues.contains(.downwards) {
            let isFirst = previous?.clues.contains(.downwards) != true
            place.append(isFirst ? .paragraph : .more, 0)
            return place
        }
        let looks = LineCosts(line, shape: shape, isFull: Self.isFull(line, next, shape), nextGap: place.nextGap)
        var cheapest = Float.infinity
        for label in 0..<Label.count { cheapest = min(cheapest, looks.costs[label]) }
        for raw in 0..<Label.count {
            let label = unsafeBitCast(UInt8(truncatingIfNeeded: raw), to: Label.self)
            let cost = looks.costs[raw]
            // Text and furniture can follow anything: a way is never without a next line.
            if cost <= cheapest + Self.widest || label == .paragraph || label == .furniture {
                place.append(label, cost)
            }
        }
        return place
    }

    /// What a way brings to its next line, whatever that is.
    struct Standing {
        /// A paragraph is open, or waits behind what lies in its way.
        var isWaiting = false
        /// The next line's first word would not have fitted where the paragraph stopped.
        var isFull = false
        /// What it costs to let the paragraph end.
        var closing: Float = 0
    }

    func standing(_ way: Way, before at: Int) -> Standing {
        guard way.label.isText || way.situation.contains(.pending) else { return Standing() }
        let last = Int(way.last)
        return Standing(isWaiting: true, isFull: last >= 0 && isFull(last, at), closing: close(way))
    }

    private func extend(
        _ ways: Ways, from: Range<Int>, to at: Int, slots: UnsafeMutablePointer<Int32>, _ choices: Choices,
        keepsAll: Bool
    ) {
        let place = place(at, choices)
        ways.reserve(min(from.count * place.count, Label.count * Situation.count))
        let all = ways.start
        let successors = room.successors
        var count = ways.count
        var best = Float.infinity
        for index in from { best = min(best, all[index].cost) }
        let dearest = best + Self.beam
        var cheapest = Float.infinity
        for index in from where all[index].cost <= dearest {
            let way = all[index]
            let standing = standing(way, before: at)
            let successors = successors[Int(way.label.rawValue)]
            for choice in 0..<place.count {
                let (label, cost) = place.choices[choice]
                guard successors >> UInt32(label.rawValue) & 1 == 1, var next = step(way, standing, label, place) else {
                    continue
                }
                next.cost += cost
                if next.cost < cheapest { cheapest = next.cost }
                next.back = Int32(truncatingIfNeeded: index)
                let slot = slot(next)
                let taken = Int(slots[slot])
                if taken < 0 {
                    slots[slot] = Int32(truncatingIfNeeded: count)
                    all[count] = next
                    count += 1
                } else if next.cost < all[taken].cost {
                    all[taken] = next
                }
            }
        }
        for index in ways.count..<count { slots[slot(all[index])] = -1 }
        guard !keepsAll else {
            ways.count = count
            return
        }
        // In their order, which decides between equals.
        for index in ways.count..<count where all[index].cost <= cheapest + Self.beam {
            all[ways.count] = all[index]
            ways.count += 1
        }
    }

    func close(_ way: Way) -> Float {
        let last = Int(way.last)
        guard last >= 0 else { return 0 }
        return joins.close(
            lines[last], depth: way.opened, isFull: isFull(last, last + 1), isItem: way.isItem, situation: way.situation
        )
    }

    func isFull(_ at: Int, _ next: Int) -> Bool {
        Self.isFull(lines[at], next < lines.count ? lines[next] : nil, shape)
    }

    func clamp(_ depth: Int) -> Int16 { Int16(max(-3, min(9, depth))) }

    private func trace(_ ways: Ways, _ end: Range<Int>) -> [Label] {
        var labels = [Label](repeating: .furniture, count: lines.count)
        guard var at = end.min(by: { finalCost(ways[$0]) < finalCost(ways[$1]) }) else { return labels }
        for line in lines.indices.reversed() {
            labels[line] = ways[at].label
            at = Int(ways[at].back)
        }
        return labels
    }

    /// The page ends here: a heading without its story and a paragraph without its end are dear.
    func finalCost(_ way: Way) -> Float {
        var cost = way.cost
        if way.label.isText || way.situation.contains(.pending) { cost += close(way) * 0.7 }
        if way.label.isHeading || way.label == .rubric || way.label == .crosshead || way.label == .byline { cost += 6 }
        return cost
    }
}
