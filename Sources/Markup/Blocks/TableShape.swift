import CGumbo

/// Whether a table holds figures or a page's layout.
enum TableShape {
    /// Rows of several cells, each of them a line of text.
    static func isData(_ table: Int, in tree: HTMLTree) -> Bool {
        if tree.value(.role, of: table) == "presentation" || tree.value(.role, of: table) == "none" { return false }
        var (rows, wideRows, cells, blocks, words) = (0, 0, 0, 0, 0)
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
        return rows > 0 && words > 0 && wideRows * 2 > rows
    }
}
