/// The columns of a table whose rows are set one by one, each cell on one line. All lengths are in cells.
package struct TableColumns: Sendable, Hashable {
    /// One column.
    package struct Column: Sendable, Hashable {
        /// Its widest cell.
        package var width: Int
        /// Whether its cells stand at its right edge, as figures do.
        package var isRight: Bool
        /// What its cells are called where a row does not fit and is set cell by cell; nil where the table has no head.
        package var name: String?

        /// A column.
        package init(width: Int, isRight: Bool, name: String? = nil) {
            self.width = width
            self.isRight = isRight
            self.name = name
        }
    }

    /// From left to right.
    package var columns: [Column]

    /// Columns of a table.
    package init(_ columns: [Column]) { self.columns = columns }

    /// Blank cells between two columns.
    private static let gap = 2

    /// From the left edge of the first column to the right edge of the last.
    package var width: Int { columns.reduce(0) { $0 + $1.width } + Self.gap * max(0, columns.count - 1) }

    /// The left edges of the columns.
    fileprivate var edges: [Int] {
        var edges: [Int] = []
        var edge = 0
        for column in columns {
            edges.append(edge)
            edge += column.width + Self.gap
        }
        return edges
    }
}

/// Typesets a row of a table, its cells parted by tabs: on one line where all columns fit into the measure after the style's first indent, else
/// cell by cell, each on lines of its own with the name of its column, the first one at the first indent. Every byte of the row is in the `source` of
/// exactly one line.
package func typesetRow(_ row: String, _ style: ParagraphStyle, _ table: TableColumns) -> [Line] {
    let cells = cellRanges(of: row)
    let measure = max(2, style.measure)
    if cells.count <= table.columns.count, style.firstIndent + table.width <= measure,
        let line = alignedRow(row, cells, style, table)
    {
        return [line]
    }
    return stackedRow(row, cells, style, table)
}

/// The UTF-8 bytes of each cell, without the tabs between them.
private func cellRanges(of row: String) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for (place, byte) in row.utf8.enumerated() where byte == 0x09 {
        ranges.append(start..<place)
        start = place + 1
    }
    return ranges + [start..<row.utf8.count]
}

/// A cell by itself.
private func cell(_ row: String, _ range: Range<Int>) -> String {
    String(decoding: row.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
}

/// All cells on one line; nil where one of them has several lines.
private func alignedRow(_ row: String, _ cells: [Range<Int>], _ style: ParagraphStyle, _ table: TableColumns) -> Line? {
    var plain = style
    (plain.measure, plain.firstIndent, plain.indent) = (10_000, 0, 0)
    (plain.alignment, plain.hanging) = (.ragged, .none)
    // As the columns were measured.
    (plain.padsQuotes, plain.restoresPunctuation) = (false, false)
    var glyphs: [Glyph] = []
    for (range, (column, edge)) in zip(cells, zip(table.columns, table.edges)) where !range.isEmpty {
        let lines = typeset(cell(row, range), plain)
        guard lines.count == 1, lines[0].cells <= column.width else { return nil }
        let start = style.firstIndent + edge + (column.isRight ? column.width - lines[0].cells : 0)
        glyphs += lines[0].glyphs.map { $0.moved(columns: start, bytes: range.lowerBound) }
    }
    return Line(glyphs: glyphs, source: 0..<row.utf8.count, endsParagraph: true)
}

/// Each cell on lines of its own.
private func stackedRow(_ row: String, _ cells: [Range<Int>], _ style: ParagraphStyle, _ table: TableColumns) -> [Line]
{
    var lines: [Line] = []
    for (index, range) in cells.enumerated() {
        let end = index + 1 < cells.count ? range.upperBound + 1 : range.upperBound
        guard !range.isEmpty else {
            if lines.isEmpty, end < row.utf8.count { continue }
            if lines.isEmpty { return [Line(glyphs: [], source: 0..<end, endsParagraph: true)] }
            lines[lines.count - 1].source = lines[lines.count - 1].source.lowerBound..<end
            continue
        }
        var cellStyle = style
        let isFirst = lines.isEmpty
        cellStyle.firstIndent = isFirst ? style.firstIndent : style.indent
        var name: [Glyph] = []
        if !isFirst, index < table.columns.count, let words = table.columns[index].name {
            var nameStyle = cellStyle
            (nameStyle.alignment, nameStyle.hanging) = (.ragged, .none)
            // A name that leaves the cell too little room is left out, and that of the head itself.
            let set = typeset(words + " ", nameStyle)
            let room = min(table.columns[index].width, 8)
            if set.count == 1, set[0].cells + 1 + room <= style.measure, words != cell(row, range) {
                name = set[0].glyphs.map { $0.at(offset: range.lowerBound) }
                cellStyle.firstIndent = set[0].cells + 1
            }
        }
        var set = typeset(cell(row, range), cellStyle)
        if !set.isEmpty { set[0].glyphs = name + set[0].glyphs.map { $0.moved(columns: 0, bytes: range.lowerBound) } }
        for at in set.indices.dropFirst() {
            set[at].glyphs = set[at].glyphs.map { $0.moved(columns: 0, bytes: range.lowerBound) }
        }
        for at in set.indices {
            let source = set[at].source
            set[at].source = range.lowerBound + source.lowerBound..<range.lowerBound + source.upperBound
            set[at].endsParagraph = false
        }
        guard let last = set.indices.last else { continue }
        set[last].source = set[last].source.lowerBound..<end
        // Empty cells at the row's beginning belong to the first line.
        if lines.isEmpty { set[0].source = 0..<set[0].source.upperBound }
        lines += set
    }
    if let last = lines.indices.last { lines[last].endsParagraph = true }
    return lines
}
