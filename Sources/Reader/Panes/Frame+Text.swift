import Settings
import Screen
import Typesetting

extension Frame {
    /// Writes text from a column on, at most `limit` cells; what does not fit is left out. Returns the cells written.
    @discardableResult
    mutating func write(_ text: String, column: Int, row: Int, limit: Int, style: Style) -> Int {
        var used = 0
        eachCluster(of: text, ambiguousIsWide: ambiguousIsWide) { cluster in
            guard used + cluster.cells <= limit else { return false }
            put(cluster.printed, cells: cluster.cells, column: column + used, row: row, style: style)
            used += cluster.cells
            return true
        }
        return used
    }

    /// Writes a set line, its measure beginning at a column; nothing beyond `limit` cells from there.
    mutating func write(_ line: Line, column: Int, row: Int, limit: Int, style: Style) {
        for glyph in line.glyphs where glyph.column + glyph.cells <= limit {
            put(glyph.printed, cells: glyph.cells, column: column + glyph.column, row: row, style: style)
        }
    }
}

/// Widths as the terminal of this state draws them.
extension ReaderState {
    func cells(of text: String) -> Int { Typesetting.cells(of: text, ambiguousIsWide: settings.ambiguousIsWide) }

    /// The text on one line as it would be set, its marks full-width again where the settings want that.
    func restored(_ text: String) -> String {
        guard settings.restoresPunctuation else { return text }
        return typeset(
            text,
            ParagraphStyle(
                measure: 1000, alignment: .ragged, ambiguousIsWide: settings.ambiguousIsWide,
                padsQuotes: settings.padsQuotes)
        ).first?.text ?? text
    }

    /// The text cut to a number of cells, with an ellipsis where anything was cut.
    func shortened(_ text: String, to limit: Int) -> String {
        truncated(text, to: limit, ambiguousIsWide: settings.ambiguousIsWide)
    }
}
