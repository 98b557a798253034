/// Where columns part.
extension ColumnGrid {
    mutating func gutter(of region: Region) -> Cut? {
        regions += 1
        guard regions <= Self.mostRegions, region.rows.count >= Self.shortest else { return nil }
        var starts: [Int: Int] = [:]
        for row in region.rows {
            for piece in pieces(row, region.positions).dropFirst() { starts[piece.start, default: 0] += 1 }
        }
        let candidates = starts.filter { $0.value >= 2 }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostCandidates)
        var best: Cut?
        var most = (0, 0)
        for position in candidates.map(\.key).sorted() {
            for rows in runs(of: region, at: position) {
                guard let strength = strength(of: region, rows, at: position), strength > most else { continue }
                (best, most) = (Cut(rows: rows, position: position), strength)
            }
        }
        return best
    }

    /// The runs of lines whose text does not cross a position.
    private func runs(of region: Region, at position: Int) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = region.rows.lowerBound
        for row in region.rows
        where crossing(row, region, at: position) != nil && fusedLine(row, of: region, at: position) == nil {
            if row > start { runs.append(start..<row) }
            start = row + 1
        }
        if start < region.rows.upperBound { runs.append(start..<region.rows.upperBound) }
        return runs.flatMap { parts(of: region, $0, at: position) }
    }

    /// Lines without a blank one between them.
    private struct Group {
        var rows: Range<Int>
        var left = 0
        var both = 0
        /// Cells of the widest text on the left.
        var widest = 0
        /// Where the text on the right begins on the last line with both.
        var start = -1
    }

    /// The parts of a run that belong together: cut at a short heading on the left that stands by itself, and without what
    /// comes before and after the columns.
    private func parts(of region: Region, _ run: Range<Int>, at position: Int) -> [Range<Int>] {
        var groups: [Group] = []
        var widths: [Int] = []
        var starts: [Int: Int] = [:]
        var isOpen = false
        for row in run {
            let (left, right) = sides(row, region, at: position)
            guard left != nil || right != nil else {
                isOpen = false
                continue
            }
            var group = (isOpen ? groups.popLast() : nil) ?? Group(rows: row..<row)
            isOpen = true
            group.rows = group.rows.lowerBound..<row + 1
            if let left {
                group.left += 1
                group.widest = max(group.widest, left.cells)
                widths.append(left.cells)
                if let right {
                    group.both += 1
                    group.start = right.start
                    starts[right.start, default: 0] += 1
                }
            }
            groups.append(group)
        }
        let measure = Self.measure(of: widths)
        var parts: [Range<Int>] = []
        var part: Range<Int>?
        for group in groups {
            let isText = group.rows.count > 1 && (group.left == 0 || group.widest * 5 >= measure * 3)
            // A folio has gaps anywhere.
            let isFolio = group.rows.count == 1 && starts[group.start, default: 0] < 3 && isAtEdge(group.rows)
            let isRow = group.both > 0 && !isFolio
            if isText || isRow || group.left == 0 && part != nil {
                part = (part?.lowerBound ?? group.rows.lowerBound)..<group.rows.upperBound
            } else if let done = part {
                parts.append(done)
                part = nil
            }
        }
        if let part { parts.append(part) }
        return parts
    }

    /// Whether no text is above or below the lines.
    private func isAtEdge(_ rows: Range<Int>) -> Bool {
        pieces[..<rows.lowerBound].allSatisfy(\.isEmpty) || pieces[rows.upperBound...].allSatisfy(\.isEmpty)
    }

    /// Lines with text, and of those with text on both sides, how many are aligned; nil where the text is not plainly that of
    /// two columns.
    private func strength(of region: Region, _ rows: Range<Int>, at position: Int) -> (Int, Int)? {
        var (both, aligned, count) = (0, 0, 0)
        var (left, right): ([Piece], [Piece]) = ([], [])
        for row in rows {
            let side = sides(row, region, at: position)
            if side.left != nil || side.right != nil { count += 1 }
            if let piece = side.left { left.append(piece) }
            guard let piece = side.right else { continue }
            right.append(piece)
            guard side.left != nil else { continue }
            both += 1
            // Paragraphs are indented.
            if piece.start - position < 6 { aligned += 1 }
        }
        guard both >= Self.fewestLines, aligned >= Self.fewestLines, aligned * 4 >= both, Self.isRunningText(left),
            Self.isRunningText(right)
        else { return nil }
        return (count, aligned)
    }

    private static func isRunningText(_ column: [Piece]) -> Bool {
        guard column.count >= shortest, measure(of: column.map(\.cells)) >= narrowest else { return false }
        let wide = column.count { $0.cells >= narrowest }
        let ended = column.count { $0.endsWithMark }
        return wide * 2 >= column.count && ended * 4 <= column.count * 3 && column.contains { $0.stops > 0 }
            && column.reduce(0) { $0 + $1.marks } >= 2
    }

    /// What a tenth of the lines exceed at most.
    private static func measure(of widths: [Int]) -> Int {
        widths.isEmpty ? 0 : widths.sorted()[widths.count * 9 / 10]
    }
}
