/// Where the edges of boxes come to be along one side of a grid of cells: in their order, near ones on one line, the two of a
/// box apart.
struct MapAxis {
    /// From where to where a box goes, in points.
    struct Span {
        var start: Double
        var end: Double
        /// Cells from its first line to its last, at least, where there is room.
        var least: Int
        /// The number of the box that this one is a part of, and that goes as far as it does.
        var whole: Int?
        /// Whether its edges go along with those of stories near them.
        var isPart = false
    }

    /// Edges that are one line: where on the sheet, and where in the grid.
    private struct Line {
        /// The first edge, and of stories if there are any.
        var first: Double
        var isFirstOfPart: Bool
        var sum: Double
        var count = 1.0
        var cell = 0
        var value: Double { sum / count }

        mutating func pin(to value: Double) { (sum, count) = (value, 1) }
    }

    private var lines: [Line] = []
    private var starts: [Int]
    private var ends: [Int]

    /// - Parameters:
    ///   - scale: cells a point.
    ///   - near: points up to which edges are one line.
    ///   - limit: cells that there are.
    init(_ spans: [Span], scale: Double, near: Double, limit: Int) {
        starts = [Int](repeating: 0, count: spans.count)
        ends = starts
        var edges: [(value: Double, isEnd: Bool, span: Int)] = []
        for (number, span) in spans.enumerated() {
            edges.append((span.start, false, number))
            edges.append((span.end, true, number))
        }
        edges.sort { ($0.value, $0.isEnd ? 1 : 0, $0.span) < ($1.value, $1.isEnd ? 1 : 0, $1.span) }
        for edge in edges {
            let last = lines.count - 1
            if last >= 0, edge.value - lines[last].first <= near, !edge.isEnd || starts[edge.span] != last {
                lines[last].sum += edge.value
                lines[last].count += 1
                if lines[last].isFirstOfPart, !spans[edge.span].isPart {
                    lines[last].first = edge.value
                    lines[last].isFirstOfPart = false
                }
            } else {
                lines.append(Line(first: edge.value, isFirstOfPart: spans[edge.span].isPart, sum: edge.value))
            }
            if edge.isEnd { ends[edge.span] = lines.count - 1 } else { starts[edge.span] = lines.count - 1 }
        }
        for (number, span) in spans.enumerated() {
            guard let whole = span.whole else { continue }
            starts[whole] = min(starts[whole], starts[number])
            ends[whole] = max(ends[whole], ends[number])
        }
        if let first = edges.first, let last = edges.last {
            // The outermost lines are not moved in, so that the map is as wide as it may be.
            lines[0].pin(to: first.value)
            lines[lines.count - 1].pin(to: last.value)
        }
        place(spans, scale: scale, limit: limit)
    }

    private mutating func place(_ spans: [Span], scale: Double, limit: Int) {
        guard let origin = lines.first?.value else { return }
        var ending: [Int: [Int]] = [:]
        for (number, end) in ends.enumerated() { ending[end, default: []].append(number) }
        var last = 0
        for at in lines.indices {
            var cell = max(last, Int(((lines[at].value - origin) * scale).rounded()))
            // Two lines with nothing between them are one.
            if cell == last + 1 { cell = last }
            for span in ending[at] ?? [] { cell = max(cell, lines[starts[span]].cell + spans[span].least) }
            lines[at].cell = cell
            last = cell
        }
        if last >= limit, !moveBack(spans, into: limit) { squeeze(into: limit) }
    }

    /// Moves back what goes beyond the grid and what is before it, each box as long as it has to be at least; returns whether
    /// there is room for that.
    private mutating func moveBack(_ spans: [Span], into limit: Int) -> Bool {
        var beginning: [Int: [Int]] = [:]
        for (number, start) in starts.enumerated() { beginning[start, default: []].append(number) }
        var moved = lines.map(\.cell)
        var most = limit - 1
        for at in lines.indices.reversed() {
            moved[at] = min(moved[at], most)
            for span in beginning[at] ?? [] where ends[span] > at {
                moved[at] = min(moved[at], moved[ends[span]] - spans[span].least)
            }
            let isApart = at > 0 && lines[at - 1].cell < lines[at].cell
            most = moved[at] - (isApart ? 2 : 0)
        }
        guard let first = moved.first, first >= 0 else { return false }
        for at in lines.indices { lines[at].cell = moved[at] }
        return true
    }

    /// Moves all into the grid; where there are more places than cells, several share one.
    private mutating func squeeze(into limit: Int) {
        var places: [Int] = []
        for line in lines where line.cell != places.last { places.append(line.cell) }
        var moved = places
        if places.count > limit {
            for at in places.indices { moved[at] = at * (limit - 1) / (places.count - 1) }
        } else {
            var most = limit - 1
            for at in places.indices.reversed() {
                moved[at] = min(moved[at], most)
                most = moved[at] - 1
            }
        }
        var place = 0
        for at in lines.indices {
            while places[place] != lines[at].cell { place += 1 }
            lines[at].cell = moved[place]
        }
    }

    /// Cells that it takes.
    var count: Int { (lines.last?.cell ?? -1) + 1 }

    /// The first and the last line of a box.
    func cells(of span: Int) -> ClosedRange<Int> { lines[starts[span]].cell...lines[ends[span]].cell }

    /// The cell of a place on the sheet.
    func cell(at value: Double) -> Int {
        guard let next = lines.firstIndex(where: { $0.value > value }) else { return max(0, count - 1) }
        guard next > 0 else { return 0 }
        let (before, after) = (lines[next - 1], lines[next])
        let share = (value - before.value) / max(after.value - before.value, .leastNormalMagnitude)
        return before.cell + Int((share * Double(after.cell - before.cell)).rounded())
    }
}
