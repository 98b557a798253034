import CGumbo

/// Whether a table holds figures or a page's layout.
enum TableShape {
    /// Rows of several cells, each of them a line of text. Of a table that has a heading or a caption one such row is enough.
    static func isData(_ table: Int, in tree: HTMLTree) -> Bool {
        if tree.value(.role, of: table) == "presentation" || tree.value(.role, of: table) == "none" { return false }
        var (rows, wideRows, cells, blocks, words) = (0, 0, 0, 0, 0)
        var isMarked = false
        func endRow() {
            if cells > 0 { rows += 1 }
            if cells > 1 { wideRows += 1 }
        }
        for node in table + 1..<Int(tree.nodes[table].end) {
            guard let tag = tree.nodes[node].tag else { continue }
            switch tag {
            case GUMBO_TAG_TR:
                endRow()
                cells = 0
            case GUMBO_TAG_CAPTION, GUMBO_TAG_THEAD: isMarked = true
            case GUMBO_TAG_TD, GUMBO_TAG_TH:
                cells += 1
                blocks = 0
                words += tree.nodes[node].text.count
                // A column of text is no cell.
                if tree.nodes[node].text.count > 600 { return false }
            case GUMBO_TAG_TABLE, GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_DL, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_PRE,
                GUMBO_TAG_FIGURE,
                GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_ARTICLE, GUMBO_TAG_SECTION, GUMBO_TAG_FORM:
                return false
            case GUMBO_TAG_P, GUMBO_TAG_DIV:
                blocks += 1
                if blocks > 2 { return false }
            default: break
            }
        }
        endRow()
        return rows > 0 && words > 0 && (wideRows * 2 > rows || isMarked && wideRows > 0)
    }
}

/// Where in a row the next cell stands: of a cell that is as wide or as high as several the others are empty (HTML, 4.9.12).
struct TableRow {
    /// Cells that one may take, across and down.
    private static let widest = 20
    private static let highest = 1000
    /// Columns in which cells of other rows are looked for.
    private static let most = 256

    /// The column after the last cell, and that of the last cell that was written.
    private var next = 0
    private var last = 0
    /// Rows that cells of rows before this one still take, by columns.
    private var taken: [Int] = []

    /// Ends the row.
    mutating func end() {
        for column in taken.indices.dropFirst(next) where taken[column] > 0 { taken[column] -= 1 }
        (next, last) = (0, 0)
    }

    /// Begins a cell: how many cells' ends are before it.
    mutating func begin(width: Int, height: Int) -> Int {
        while next < taken.count, taken[next] > 0 {
            taken[next] -= 1
            next += 1
        }
        let ends = next - last
        last = next
        next += max(1, min(width, Self.widest))
        if height > 1, next <= Self.most {
            while taken.count < next { taken.append(0) }
            for column in last..<next { taken[column] = min(height, Self.highest) - 1 }
        }
        return ends
    }
}
