/// A picture that a terminal with graphics draws over blank cells of a frame.
package struct FramePicture: Sendable, Equatable {
    /// What is drawn.
    package var bitmap: Bitmap
    /// The cells over which it is seen: all its columns, and those of its rows that are on the screen.
    package var area: Area
    /// Rows of the whole picture.
    package var rows: Int
    /// Its rows that are out of sight above.
    package var firstRow: Int

    /// A picture, or the part of it that is seen.
    package init(_ bitmap: Bitmap, area: Area, rows: Int, firstRow: Int = 0) {
        (self.bitmap, self.area, self.rows, self.firstRow) = (bitmap, area, rows, firstRow)
    }
}
