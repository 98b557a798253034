import Typesetting

/// A table as a story's text has it: rows on lines of their own, cells parted by tabs.
struct TextTable {
    private let rows: [[Substring]]
    /// For each row, the UTF-8 offset in the text at which it begins.
    let offsets: [Int]

    init(_ text: String) {
        var rows: [[Substring]] = []
        var offsets: [Int] = []
        var offset = 0
        // By bytes: to look for whole characters would take many times as long.
        for row in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            rows.append(row.split(separator: 0x09, omittingEmptySubsequences: false).map(Substring.init))
            offsets.append(offset)
            offset += row.count + 1
        }
        (self.rows, self.offsets) = (rows, offsets)
    }

    /// The rows as the text has them.
    var lines: [String] { rows.map { $0.joined(separator: "\t") } }

    /// The columns that the cells stand in, figures at the right of theirs, named by the first row where it is a head.
    func columns(ambiguousIsWide: Bool) -> TableColumns {
        // Row by row: one may have thousands of cells, and the others few.
        var columns: [(width: Int, filled: Int, figures: Int)] = []
        for row in rows {
            while columns.count < row.count { columns.append((0, 0, 0)) }
            for (place, cell) in row.enumerated() where !cell.isEmpty {
                columns[place].width = max(
                    columns[place].width, cells(of: String(cell), ambiguousIsWide: ambiguousIsWide))
                columns[place].filled += 1
                if Self.isFigure(cell) { columns[place].figures += 1 }
            }
        }
        let hasHead = hasHead
        return TableColumns(
            columns.enumerated().map { place, column in
                let name = hasHead && rows[0].count > place ? String(rows[0][place]) : ""
                return TableColumns.Column(
                    width: column.width, isRight: column.figures * 2 > column.filled, name: name.isEmpty ? nil : name)
            })
    }

    /// Whether the first row names the columns: it has no figures, and others have.
    private var hasHead: Bool {
        guard rows.count > 1, rows[0].count > 1, !rows[0].contains(where: Self.isFigure) else { return false }
        return rows.dropFirst().contains { $0.contains(where: Self.isFigure) }
    }

    /// The rows as they are heard: cells with a pause between them.
    var spoken: [String] { rows.map { $0.filter { !$0.isEmpty }.joined(separator: ", ") } }

    /// Whether it is a number, with its sign, unit or score: +0.55, 12.4%, 3:2.
    private static func isFigure(_ cell: Substring) -> Bool {
        cell.utf8.first.map { (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2D } == true
            && cell.unicodeScalars.count { (0x30...0x39).contains($0.value) } * 2 >= cell.unicodeScalars.count
    }
}
