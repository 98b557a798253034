import Screen
import Typesetting

extension Frame {
    /// Replaces all that a terminal with wide ambiguous characters would draw in other cells than ncurses counts: wide
    /// forms where there are two cells, ASCII where there is one. Afterwards the terminal and ncurses agree about every
    /// width in the frame.
    mutating func replaceAmbiguous() {
        for row in 0..<size.rows {
            for (column, cell) in self[row: row].enumerated() where cell.isDoubtful {
                let base = cell.text.unicodeScalars.first!
                let isWide = column + 1 < size.columns && self[row: row][row * size.columns + column + 1].isRightHalf
                guard isWide else {
                    put(AmbiguousForms.narrow[base] ?? "?", cells: 1, column: column, row: row, style: cell.style)
                    continue
                }
                let form = AmbiguousForms.wide(base)
                let count = form.unicodeScalars.count
                if Typesetting.cells(of: form) == 2, count == 1 {
                    put(form, cells: 2, column: column, row: row, style: cell.style)
                } else {
                    // Two narrow ones; a letter that keeps its marks is one, and a blank follows.
                    for (offset, character) in (Array(form) + " ").prefix(2).enumerated() {
                        put(String(character), cells: 1, column: column + offset, row: row, style: cell.style)
                    }
                }
            }
        }
    }
}

extension Cell {
    /// Whether terminals differ about the cells that the text takes.
    fileprivate var isDoubtful: Bool {
        guard let base = text.unicodeScalars.first, base.value > 0x7F else { return false }
        let text = String(base)
        return Typesetting.cells(of: text) != Typesetting.cells(of: text, ambiguousIsWide: true)
    }
}
