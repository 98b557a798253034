/// Where the edges of boxes come to be along one side of a grid of cells: in their order, near ones on one line, the two of a
/// box apart.
struct MapAxis {
    /// From where to where a box goes, in points.
    struct Span {
        var start: Double
        var end: Double
        /// Cells from its first line to its last, at least, where there is room.
        var least: Int
    }

    /// Edges that are one line: where on the sheet, and where in the grid.
    private struct Line {
        var first: Double
        var sum: Double
        var count = 1.0
        var cell = 0
        var value: Double { sum / count }
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
            } else {
                lines.append(Line(first: edge.value, sum: edge.value))
            }
            if edge.isEnd { ends[edge.span] = lines.count - 1 } else { starts[edge.span] = lines.count - 1 }
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
        if last >= limit { moveBack(into: limit) }
    }

    /// Moves back what goes beyond the grid; where there are more places than cells, several share one.
    private mutating func moveBack(into limit: Int) {
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
