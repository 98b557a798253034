/// Everything a terminal shows: a value, so that a screen can be compared, printed and tested without a terminal.
///
/// All rows are exactly as wide as the screen, and half of a wide cluster never stands alone: a cluster that does not
/// fit is left out, and a half whose other half is overwritten becomes blank.
package struct Frame: Sendable, Equatable {
    /// The place of the hardware cursor, in cells from the top left.
    package struct Cursor: Sendable, Hashable {
        /// The column, from 0 at the left.
        package var column: Int
        /// The row, from 0 at the top.
        package var row: Int

        /// A place from its column and row.
        package init(column: Int, row: Int) {
            self.column = column
            self.row = row
        }
    }

    /// The extent of the screen, at least 1 × 1.
    package let size: Size
    /// Whether the terminal draws characters of ambiguous width two cells wide.
    package let ambiguousIsWide: Bool
    /// The cells row by row, `size.columns` in each.
    package private(set) var cells: [Cell]
    /// Where the hardware cursor is, for screen readers and braille displays to follow. Always inside the frame.
    package var cursor: Cursor
    /// What a terminal with graphics draws over the cells; they do not overlap.
    package var pictures: [FramePicture] = []

    /// A blank frame. A size below 1 × 1 is raised to it.
    package init(size: Size, ambiguousIsWide: Bool = false) {
        self.ambiguousIsWide = ambiguousIsWide
        self.size = Size(columns: max(1, size.columns), rows: max(1, size.rows))
        cells = [Cell](repeating: .blank, count: self.size.columns * self.size.rows)
        cursor = Cursor(column: 0, row: 0)
    }

    /// The cells of one row.
    package subscript(row row: Int) -> ArraySlice<Cell> {
        cells[row * size.columns..<(row + 1) * size.columns]
    }

    /// The columns of a row, from the first to the last that looks otherwise in another frame of the same size, with whole
    /// clusters at both ends; nil where the row is the same.
    package func columns(of row: Int, unlike other: Frame) -> Range<Int>? {
        cells.withUnsafeBufferPointer { cells in
            other.cells.withUnsafeBufferPointer { others in
                let (start, end) = (row * size.columns, (row + 1) * size.columns)
                var (first, last) = (start, end)
                while first < end, cells[first] == others[first] { first += 1 }
                if first == end { return nil }
                while cells[last - 1] == others[last - 1] { last -= 1 }
                if cells[first].isRightHalf { first -= 1 }
                if last < end, cells[last].isRightHalf { last += 1 }
                return first - start..<last - start
            }
        }
    }

    /// Writes one cluster of 1 or 2 cells. Does nothing if it does not fit into the row.
    package mutating func put(_ text: PrintedText, cells width: Int, column: Int, row: Int, style: Style) {
        guard row >= 0, row < size.rows, column >= 0, column <= size.columns - width, !text.isEmpty else { return }
        let start = row * size.columns + column
        blankHalves(start, width: width, row: row)
        cells[start] = Cell(text, style: style)
        if width == 2 { cells[start + 1] = Cell(PrintedText(0), style: style) }
    }

    /// Writes one cluster, of whose text the first five scalars are kept.
    package mutating func put(_ text: String, cells width: Int, column: Int, row: Int, style: Style) {
        put(PrintedText(text), cells: width, column: column, row: row, style: style)
    }

    /// Fills an area, as far as it is inside the frame, with blanks of a style.
    package mutating func fill(_ area: Area, style: Style) {
        let (rows, columns) = inside(area)
        guard !columns.isEmpty else { return }
        for row in rows {
            let start = row * size.columns + columns.lowerBound
            blankHalves(start, width: columns.count, row: row)
            for place in start..<start + columns.count { cells[place] = Cell(.space, style: style) }
        }
    }

    /// Changes the style of the cells of an area, as far as it is inside the frame, and keeps their text.
    package mutating func restyle(_ area: Area, _ change: (inout Style) -> Void) {
        let (rows, columns) = inside(area)
        for row in rows {
            for column in columns { change(&cells[row * size.columns + column].style) }
        }
    }

    /// The rows and columns of an area that are on the screen.
    private func inside(_ area: Area) -> (rows: Range<Int>, columns: Range<Int>) {
        func clipped(_ start: Int, _ extent: Int, to limit: Int) -> Range<Int> {
            let (end, isBeyond) = start.addingReportingOverflow(extent)
            return (start..<(isBeyond ? .max : end)).clamped(to: 0..<limit)
        }
        return (clipped(area.row, area.rows, to: size.rows), clipped(area.column, area.columns, to: size.columns))
    }

    /// Blanks the other half of each wide cluster that a write of `width` cells at `start` cuts in two.
    private mutating func blankHalves(_ start: Int, width: Int, row: Int) {
        if cells[start].isRightHalf, start > row * size.columns { cells[start - 1].printed = .space }
        let next = start + width
        if next < (row + 1) * size.columns, cells[next].isRightHalf { cells[next].printed = .space }
    }

    /// The screen as text for tests to compare: one line for each row, without trailing blanks.
    package var text: String {
        (0..<size.rows).map { row in
            var line = ""
            for cell in self[row: row] { line += cell.text }
            while line.last == " " { line.removeLast() }
            return line
        }.joined(separator: "\n")
    }
}
