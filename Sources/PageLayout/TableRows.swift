import Newspaper

/// Finds tables: rows of short words and figures that stand one below the other in columns.
struct TableRows {
    /// What is in no table.
    private(set) var rest: [SheetLine] = []
    /// The rows of each, their cells parted by tabs.
    private(set) var tables: [[SheetLine]] = []

    private let body: BodyStyle
    private let frames: [Box]
    /// Rules across the page, which may stand between two rows.
    private let rules: [Box]
    /// Those down the page: no row goes over one that is longer than a row is high.
    private let edges: [Box]

    /// Rows of a table, at least.
    private static let leastRows = 3
    /// Ems of the widest cell, and of the white space beside it.
    private static let (widest, farthest) = (14.0, 16.0)

    /// - Parameter frames: a table goes into none of them, and out of none.
    init(_ lines: [SheetLine], _ body: BodyStyle, _ drawing: Drawing) {
        let frames = drawing.frames
        (self.body, self.frames) = (body, frames)
        (rules, edges) = (drawing.across, drawing.down.filter { $0.height > 40 * body.size })
        var rows: [Int: [Int]] = [:]
        func row(_ line: SheetLine) -> Int { Int(((line.box.top + line.box.bottom) / 2 / 4).rounded()) }
        let cells = lines.indices.filter { isCell(lines[$0]) }.sorted { lines[$0].box.left < lines[$1].box.left }
        for at in cells { rows[row(lines[at]), default: []].append(at) }
        var taken = Set<Int>()
        for first in rows.keys.sorted() {
            for seed in runs(of: beside(first, rows, lines).filter { !taken.contains($0) }, in: lines, frames)
            where seed.count > 1 && !taken.contains(seed[0]) {
                var table = [seed]
                var at = first
                while let next = nextRow(below: table, at: &at, rows, lines, frames, taken) { table.append(next) }
                guard isTable(table, lines) else { continue }
                table.forEach { taken.formUnion($0) }
                let whole = completed(table, lines, taken)
                whole.forEach { taken.formUnion($0) }
                tables.append(joined(whole, lines))
            }
        }
        rest = lines.indices.filter { !taken.contains($0) }.map { lines[$0] }
    }

    private func isCell(_ line: SheetLine) -> Bool {
        // Text in narrow columns is none.
        if body.isBody(line), line.box.width > 7 * line.size { return false }
        return line.size < 1.25 * body.size && line.box.width < Self.widest * line.size
            && line.text.unicodeScalars.count < 24
    }

    /// What stands on one row, from the left; a row's letters may differ by a point or two.
    private func beside(_ row: Int, _ rows: [Int: [Int]], _ lines: [SheetLine]) -> [Int] {
        (rows[row, default: []] + rows[row + 1, default: []]).sorted { lines[$0].box.left < lines[$1].box.left }
    }

    /// Parts of a row that no text, and no frame's edge, stands between.
    private func runs(of cells: [Int], in lines: [SheetLine], _ frames: [Box]) -> [[Int]] {
        var runs: [[Int]] = []
        for at in cells {
            if let last = runs.last?.last, lines[at].box.left - lines[last].box.right < Self.farthest * body.size,
                lines[at].box.left - lines[last].box.right > 0.6 * lines[at].size,
                lines[at].box.sharedHeight(with: lines[last].box) > 0.5 * lines[at].box.height,
                body.isBody(lines[at]) == body.isBody(lines[last]),
                !frames.contains(where: {
                    $0.contains(middleOf: lines[at].box) != $0.contains(middleOf: lines[last].box)
                }),
                !edges.contains(where: {
                    $0.left > lines[last].box.right - 2 && $0.right < lines[at].box.left + 2
                        && $0.sharedHeight(with: lines[at].box) > 0
                })
            {
                runs[runs.count - 1].append(at)
            } else {
                runs.append([at])
            }
        }
        return runs
    }

    /// The next row of a table, within two lines of its last one: each of its cells stands below one of them.
    private func nextRow(
        below table: [[Int]], at row: inout Int, _ rows: [Int: [Int]], _ lines: [SheetLine], _ frames: [Box],
        _ taken: Set<Int>
    ) -> [Int]? {
        let last = table[table.count - 1]
        let bottom = last.map { lines[$0].box.bottom }.max() ?? 0
        let all = last.dropFirst().reduce(lines[last[0]].box) { $0.union(lines[$1].box) }
        let isRuled = rules.contains {
            $0.top > bottom - 2 && $0.top < bottom + 2.2 * body.size && $0.sharedWidth(with: all) > 0.9 * all.width
        }
        var next = row + 1
        while Double(next) * 4 < bottom + (isRuled ? 4.2 : 2.2) * body.size {
            for run in runs(
                of: beside(next, rows, lines).filter {
                    !taken.contains($0) && lines[$0].box.top > bottom - 0.3 * body.size
                }, in: lines, frames)
            where run.count > 1 {
                let fitting = run.filter { cell in
                    table.suffix(4).contains { $0.contains { isAligned(lines[cell].box, lines[$0].box) } }
                }
                guard fitting.count * 3 >= run.count * 2, fitting.count > 1 else { continue }
                row = next
                return run
            }
            next += 1
        }
        return nil
    }

    /// Whether two boxes have an edge, or the middle, in common.
    private func isAligned(_ box: Box, _ other: Box) -> Bool {
        let least = 0.5 * body.size
        return abs(box.left - other.left) < least || abs(box.right - other.right) < least
            || abs(box.middle - other.middle) < least
    }

    /// Whether there are enough rows of cells that are as short as a table's, most of the rows with a figure. What is only two
    /// columns has figures in one of them: else it may be text in narrow columns.
    private func isTable(_ table: [[Int]], _ lines: [SheetLine]) -> Bool {
        guard table.count >= Self.leastRows else { return false }
        let cells = table.flatMap { $0 }
        let columns = Double(cells.count) / Double(table.count)
        let width = cells.reduce(0) { $0 + lines[$1].box.width / lines[$1].size } / Double(cells.count)
        let figures = cells.filter { lines[$0].text.unicodeScalars.contains { (0x30...0x39).contains($0.value) } }.count
        let ends = cells.filter { "。，；,;".contains(lines[$0].text.last ?? " ") }.count
        guard ends * 8 < cells.count, width < 6 else { return false }
        // Names and what they are, in a box.
        let firsts = table.map { lines[$0[0]] }
        let seconds = table.compactMap { $0.count == 2 ? lines[$0[1]] : nil }
        if columns < 2.5, table.count > Self.leastRows, seconds.count == table.count,
            firsts.allSatisfy({ $0.box.width < 4.5 * $0.size }), width < 5.5,
            seconds.allSatisfy({ abs($0.box.left - seconds[0].box.left) < 2 }),
            seconds[0].box.left - (firsts.map(\.box.right).max() ?? 0) > 0.8 * body.size,
            frames.contains(where: { $0.contains(middleOf: firsts[0].box) && $0.contains(middleOf: seconds[0].box) })
        {
            return true
        }
        if columns > 2.5 { return figures * 4 > cells.count || width < 3.5 }
        return figures * 5 > cells.count * 2 && table.count > Self.leastRows && width < 7
    }

    /// A table with what else is among its rows: one whose cells an extractor has put together.
    private func completed(_ table: [[Int]], _ lines: [SheetLine], _ taken: Set<Int>) -> [[Int]] {
        let boxes = table.joined().map { lines[$0].box }
        let all = boxes.reduce(boxes[0]) { $0.union($1) }
        let others = lines.indices.filter {
            !taken.contains($0) && all.contains(middleOf: lines[$0].box)
                && body.isBody(lines[$0]) == body.isBody(lines[table[0][0]])
                && lines[$0].box.width < Self.widest * lines[$0].size
        }
        var rows = table
        for at in others {
            if let row = rows.indices.first(where: {
                lines[rows[$0][0]].box.sharedHeight(with: lines[at].box) > 0.5 * lines[at].box.height
            }) {
                rows[row] = (rows[row] + [at]).sorted { lines[$0].box.left < lines[$1].box.left }
            } else {
                rows.append([at])
            }
        }
        rows.sort { lines[$0[0]].box.top < lines[$1[0]].box.top }
        // Where names of groups stand among the rows, the first one stands over them.
        if rows.contains(where: { $0.count == 1 }), let first = rows.first, first.count > 1 {
            let name = lines.indices.first { at in
                let gap = all.top - lines[at].box.bottom
                return !taken.contains(at) && isCell(lines[at]) && gap > -0.5 * body.size && gap < 0.8 * body.pitch
                    && abs(lines[at].box.left - all.left) < 0.5 * body.size
                    && lines[at].size < 1.1 * lines[first[0]].size
            }
            if let name { rows.insert([name], at: 0) }
        }
        return rows
    }

    private func joined(_ table: [[Int]], _ lines: [SheetLine]) -> [SheetLine] {
        let edges = columns(table, lines)
        return table.map { row in
            var line = lines[row[0]]
            var at = 0
            var text = ""
            for cell in row {
                let column = edges.lastIndex { $0.left <= lines[cell].box.middle } ?? 0
                if cell != row[0] { text += String(repeating: "\t", count: max(1, column - at)) }
                text += lines[cell].text
                line.box = line.box.union(lines[cell].box)
                at = max(at, column)
            }
            line.text = text
            return line
        }
    }

    /// The boxes of a table's columns, from the left.
    private func columns(_ table: [[Int]], _ lines: [SheetLine]) -> [Box] {
        var columns: [Box] = []
        for cell in table.flatMap({ $0 }).sorted(by: { lines[$0].box.left < lines[$1].box.left }) {
            let box = lines[cell].box
            if let last = columns.last, box.left < last.right {
                columns[columns.count - 1] = last.union(box)
            } else {
                columns.append(box)
            }
        }
        return columns
    }
}
