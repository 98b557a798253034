import Screen
import Typesetting

extension Frame {
    /// Gives what a terminal with wide ambiguous characters draws in two cells two cells: with the blank beside it, or else,
    /// and for rules, ASCII takes its place.
    mutating func widenAmbiguous() {
        for row in 0..<size.rows {
            for column in 0..<size.columns {
                let cell = self[row: row][row * size.columns + column]
                guard cell.isAmbiguous, let base = cell.text.unicodeScalars.first else { continue }
                let next = column + 1 < size.columns ? self[row: row][row * size.columns + column + 1] : nil
                if next?.isRightHalf == true {
                    // xterm leaves the right half of a narrow point unpainted before a blank; the full-width one looks the same.
                    if base == "·" { put("・", cells: 2, column: column, row: row, style: cell.style) }
                    continue
                }
                if base == "┃" {
                    // The handle of a scroll bar, apart from the rule beside it.
                    let style = Style(
                        foreground: cell.style.foreground, background: cell.style.background,
                        attributes: cell.style.attributes.symmetricDifference(.reverse))
                    put(.space, cells: 1, column: column, row: row, style: style)
                } else if let form = Self.narrowForms[base] {
                    put(form, cells: 1, column: column, row: row, style: cell.style)
                } else if next?.text == " " {
                    put(cell.text, cells: 2, column: column, row: row, style: cell.style)
                } else {
                    put(Self.lastForms[base] ?? "?", cells: 1, column: column, row: row, style: cell.style)
                }
            }
        }
    }

    /// Rules, whose parts have to meet.
    private static let narrowForms: [Unicode.Scalar: String] = [
        "─": "-", "│": "|", "┤": "+", "├": "+", "┼": "+", "┴": "+", "┬": "+",
        "┌": "+", "┐": "+", "└": "+", "┘": "+",
    ]
    /// The reader's own marks where no blank follows.
    private static let lastForms: [Unicode.Scalar: String] = [
        "▌": ">", "●": "o", "★": "*", "■": "#", "▣": "#", "…": ".", "·": ".", "↑": "^", "↓": "v", "←": "<", "→": ">",
    ]
}

extension Cell {
    /// Whether the text takes two cells in some terminals and one in others.
    fileprivate var isAmbiguous: Bool {
        guard let base = text.unicodeScalars.first, base.value > 0x7F else { return false }
        let text = String(base)
        return Typesetting.cells(of: text) != Typesetting.cells(of: text, ambiguousIsWide: true)
    }
}
