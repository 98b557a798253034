/// How a paragraph is typeset. All lengths are in cells.
package struct ParagraphStyle: Sendable, Hashable {
    /// Where the slack of a line goes.
    package enum Alignment: Sendable {
        /// Lines except the last are filled to the measure.
        case justified
        /// Lines keep their natural width, flush left.
        case ragged
        /// Lines keep their natural width, centred.
        case centred
        /// Lines keep their natural width, flush right.
        case right
    }

    /// What may reach into the two cells to the right of the measure (clreq 3.1.6).
    package enum Hanging: String, Sendable, CaseIterable {
        /// One of 。，、；： with both cells.
        case full
        /// Only the blank right half of a mark, one cell (GB/T 15834 5.1.10).
        case half
        /// Nothing.
        case none
    }

    /// Width of the lines; values are clamped to 2...10,000.
    package var measure: Int
    /// Indent of the first line.
    package var firstIndent: Int
    /// Indent of the other lines.
    package var indent: Int
    /// Where the slack of a line goes.
    package var alignment: Alignment
    /// What may reach past the measure.
    package var hanging: Hanging
    /// Whether half-width marks in Chinese text are shown full-width (see `restorations(of:)`).
    package var restoresPunctuation: Bool
    /// Whether the terminal draws characters of ambiguous width (“ … —) two cells wide.
    package var ambiguousIsWide: Bool
    /// Whether a quote has a blank cell on its outer side, so that it takes the room of a Han.
    package var padsQuotes: Bool

    /// A style from its parts; the defaults are those of justified Chinese body text without indents.
    package init(
        measure: Int, firstIndent: Int = 0, indent: Int = 0, alignment: Alignment = .justified,
        hanging: Hanging = .full,
        restoresPunctuation: Bool = true, ambiguousIsWide: Bool = false, padsQuotes: Bool = true
    ) {
        self.measure = measure
        self.firstIndent = firstIndent
        self.indent = indent
        self.alignment = alignment
        self.hanging = hanging
        self.restoresPunctuation = restoresPunctuation
        self.ambiguousIsWide = ambiguousIsWide
        self.padsQuotes = padsQuotes
    }
}
