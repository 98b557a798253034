import Screen

/// A cluster at its place in a line: 24 bytes of plain memory.
package struct Glyph: Sendable, Equatable {
    /// What to print: a base scalar and at most four combining marks, or one space.
    package let printed: PrintedText
    private var start: UInt32
    private var edge: UInt16
    private var width: UInt8

    /// The same as a String.
    package var text: String { printed.string }
    /// Width: 1 or 2 cells.
    package var cells: Int { Int(width) }
    /// Cells from the left edge of the measure to the left edge of the glyph.
    package var column: Int { Int(edge) }
    /// UTF-8 bytes from the start of the source paragraph to the cluster that this glyph shows.
    package var offset: Int { Int(start) }

    /// A glyph from its parts; of `text` the first five scalars are kept.
    package init(text: String, cells: Int, column: Int, offset: Int) {
        self.init(PrintedText(text), cells: UInt8(cells), column: column, offset: UInt32(offset))
    }

    @inline(__always)
    init(_ printed: PrintedText, cells: UInt8, column: Int, offset: UInt32) {
        self.printed = printed
        start = offset
        edge = UInt16(truncatingIfNeeded: column)
        width = cells
    }

    /// The glyph further to the right, of a text that begins further on.
    func moved(columns: Int, bytes: Int) -> Glyph {
        Glyph(printed, cells: width, column: column + columns, offset: start + UInt32(bytes))
    }

    /// The glyph as one that shows what begins at an offset.
    func at(offset: Int) -> Glyph { Glyph(printed, cells: width, column: column, offset: UInt32(offset)) }
}
