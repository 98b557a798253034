/// A rectangle of cells. Its extent is never negative, but it may lie outside the screen.
package struct Area: Sendable, Hashable {
    /// The leftmost column, from 0 at the left of the screen.
    package var column: Int
    /// The topmost row, from 0 at the top of the screen.
    package var row: Int
    /// Width in cells.
    package var columns: Int
    /// Height in cells.
    package var rows: Int

    /// A rectangle from its top left corner and extent; a negative extent counts as 0.
    package init(column: Int, row: Int, columns: Int, rows: Int) {
        self.column = column
        self.row = row
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }

    /// Whether a cell is inside.
    package func contains(column: Int, row: Int) -> Bool {
        column >= self.column && column < self.column + columns && row >= self.row && row < self.row + rows
    }

    /// Whether there is no cell inside.
    package var isEmpty: Bool { columns == 0 || rows == 0 }
}
