/// How pictures are shown on a terminal.
package struct PictureDisplay: Sendable, Hashable {
    /// What they are drawn with.
    package enum Means: Sendable, Hashable {
        /// They are not shown.
        case none
        /// Half blocks, two colours in a cell.
        case blocks
        /// Pixels, over blank cells.
        case graphics
    }

    /// The size of a cell in pixels.
    package struct CellSize: Sendable, Hashable {
        /// Across, and down.
        package var width, height: Int

        /// Nil for what no letter can be read in, and what no screen has.
        package init?(width: Int, height: Int) {
            guard (2...64).contains(width), (4...128).contains(height) else { return nil }
            (self.width, self.height) = (width, height)
        }

        private init() { (width, height) = (10, 20) }

        /// Twice as high as wide: what most terminals have, where one does not tell.
        package static let usual = CellSize()
    }

    /// What they are drawn with.
    package var means: Means
    /// The size of a cell.
    package var cell: CellSize

    /// Pictures drawn so.
    package init(_ means: Means, cell: CellSize = .usual) { (self.means, self.cell) = (means, cell) }

    /// No pictures.
    package static let none = PictureDisplay(.none)
}
