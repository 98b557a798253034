/// One typeset line of a paragraph: glyphs from left to right, with blank cells between them where columns are not
/// adjacent.
package struct Line: Sendable, Equatable {
    /// The glyphs, by ascending column. Empty for a blank line.
    package var glyphs: [Glyph]
    /// The UTF-8 bytes of the source paragraph that this line covers, including white space at its end.
    package var source: Range<Int>
    /// True for the last line of its paragraph.
    package var endsParagraph: Bool

    /// A line from its parts.
    package init(glyphs: [Glyph], source: Range<Int>, endsParagraph: Bool) {
        self.glyphs = glyphs
        self.source = source
        self.endsParagraph = endsParagraph
    }

    /// Cells from the left edge of the measure to the right edge of the last glyph. A hanging mark makes it up to two
    /// cells more than the measure.
    package var cells: Int { glyphs.last.map { $0.column + $0.cells } ?? 0 }

    /// The line as plain text, with blank cells as spaces, without trailing space.
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
