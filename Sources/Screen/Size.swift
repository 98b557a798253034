/// The extent of a screen in cells.
package struct Size: Sendable, Hashable {
    /// Width in cells.
    package var columns: Int
    /// Height in cells.
    package var rows: Int

    /// A size from its width and height.
    package init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }
}
