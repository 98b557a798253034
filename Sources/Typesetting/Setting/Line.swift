/// One grapheme cluster, placed.
package struct Glyph: Sendable, Equatable {
    private var printed: PrintedText
    private var start: UInt32
    private var edge: UInt16
    private var width: UInt8

    /// What to print: a base scalar and at most four marks, or one space.
    package var text: String { printed.string }
    /// 1 or 2.
    package var cells: Int { Int(width) }
    /// Cells from the measure's left edge to the glyph's.
    package var column: Int { Int(edge) }
    /// UTF-8 bytes from the start of the paragraph, as it was given, to the cluster that this glyph shows.
    package var offset: Int { Int(start) }

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
}

/// One line of a paragraph, set: glyphs from left to right, gaps between them left blank.
package struct Line: Sendable, Equatable {
    package var glyphs: [Glyph]
    /// The UTF-8 bytes of the paragraph, as it was given, that this line shows, the white space at its end included.
    package var source: Range<Int>
    /// True for the last line of its paragraph.
    package var endsParagraph: Bool

    package init(glyphs: [Glyph], source: Range<Int>, endsParagraph: Bool) {
        self.glyphs = glyphs
        self.source = source
        self.endsParagraph = endsParagraph
    }

    /// Cells from the measure's left edge to the right edge of the last glyph; a hanging mark reaches past the measure.
    package var cells: Int { glyphs.last.map { $0.column + $0.cells } ?? 0 }

    /// The line as plain text, gaps as spaces, without trailing space.
    package var text: String {
        var text = ""
        var column = 0
        for glyph in glyphs {
            text.append(String(repeating: " ", count: max(0, glyph.column - column)))
            text.append(glyph.text)
            column = glyph.column + glyph.cells
        }
        return text
    }
}
