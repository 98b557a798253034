/// One cell of the screen.
package struct Cell: Sendable, Hashable {
    /// What is printed: one cluster; empty in the right half of a cluster two cells wide.
    package var text: String
    package var style: Style

    package init(text: String, style: Style) {
        self.text = text
        self.style = style
    }

    package static let blank = Cell(text: " ", style: .plain)

    /// The right half of a cluster two cells wide.
    package var isRightHalf: Bool { text.isEmpty }
}

/// All that the terminal is to show: a value, so that a screen can be compared, printed and tested without a terminal.
///
/// Rows are always exactly as wide as the screen, and no half of a wide cluster ever stands alone: what does not fit is
/// left out, what is written over is blanked.
package struct Frame: Sendable, Equatable {
    package struct Cursor: Sendable, Hashable {
        package var column: Int
        package var row: Int

        package init(column: Int, row: Int) {
            self.column = column
            self.row = row
        }
    }

    package let size: Size
    /// Whether the terminal draws characters of ambiguous width two cells wide.
    package let ambiguousIsWide: Bool
    /// Row by row, `size.columns` each.
    package private(set) var cells: [Cell]
    /// Where the hardware cursor stands, so that screen readers and braille displays follow; always within the frame.
    package var cursor: Cursor

    package init(size: Size, ambiguousIsWide: Bool = false) {
        self.ambiguousIsWide = ambiguousIsWide
        self.size = Size(columns: max(1, size.columns), rows: max(1, size.rows))
        cells = [Cell](repeating: .blank, count: self.size.columns * self.size.rows)
        cursor = Cursor(column: 0, row: 0)
    }

    package subscript(row row: Int) -> ArraySlice<Cell> {
        cells[row * size.columns..<(row + 1) * size.columns]
    }

    /// Puts one cluster of 1 or 2 cells at a place; nothing where it does not fit whole.
    package mutating func put(_ text: String, cells width: Int, column: Int, row: Int, style: Style) {
        guard row >= 0, row < size.rows, column >= 0, column + width <= size.columns, !text.isEmpty else { return }
        let start = row * size.columns + column
        blankHalves(start, width: width, row: row)
        cells[start] = Cell(text: text, style: style)
        if width == 2 { cells[start + 1] = Cell(text: "", style: style) }
    }

    /// Fills an area with blanks of a style.
    package mutating func fill(_ area: Area, style: Style) {
        for row in max(0, area.row)..<max(0, min(size.rows, area.row + area.rows)) {
            let left = max(0, area.column)
            let right = min(size.columns, area.column + area.columns)
            guard left < right else { return }
            let start = row * size.columns + left
            blankHalves(start, width: right - left, row: row)
            for place in start..<start + right - left { cells[place] = Cell(text: " ", style: style) }
        }
    }

    /// Gives the cells of an area another style, and leaves their text.
    package mutating func restyle(_ area: Area, _ change: (inout Style) -> Void) {
        for row in max(0, area.row)..<max(0, min(size.rows, area.row + area.rows)) {
            let left = max(0, area.column)
            let right = min(size.columns, area.column + area.columns)
            for column in left..<max(left, right) { change(&cells[row * size.columns + column].style) }
        }
    }

    /// Blanks the other half of each wide cluster that a write at `start` is going to cut.
    private mutating func blankHalves(_ start: Int, width: Int, row: Int) {
        if cells[start].isRightHalf, start > row * size.columns { cells[start - 1].text = " " }
        let next = start + width
        if next < (row + 1) * size.columns, cells[next].isRightHalf { cells[next].text = " " }
    }

    /// The screen as text, a line a row, trailing blanks left out: what the tests compare.
    package var text: String {
        (0..<size.rows).map { row in
            var line = ""
            for cell in self[row: row] { line += cell.text }
            while line.last == " " { line.removeLast() }
            return line
        }.joined(separator: "\n")
    }
}
