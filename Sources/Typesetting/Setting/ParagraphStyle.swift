/// How a paragraph is to be set.
package struct ParagraphStyle: Sendable, Hashable {
    package enum Alignment: Sendable { case justified, ragged, centred, right }

    /// What may stand in the two cells right of the measure (clreq 3.1.6).
    package enum Hanging: String, Sendable, CaseIterable {
        /// One of 。，、；： may hang whole (two cells).
        case full
        /// The blank right half of a mark may fall into the gutter (one cell; GB/T 15834 5.1.10).
        case half
        case none
    }

    /// Cells of the lines; at least 2.
    package var measure: Int
    /// Cells by which the first line is indented.
    package var firstIndent: Int
    /// Cells by which the other lines are.
    package var indent: Int
    package var alignment: Alignment
    package var hanging: Hanging
    /// Whether half-width marks left by normalisation are shown full-width in Chinese text.
    package var restoresPunctuation: Bool
    /// Whether the terminal draws characters of ambiguous width (“ … —) two cells wide.
    package var ambiguousIsWide: Bool

    package init(
        measure: Int, firstIndent: Int = 0, indent: Int = 0, alignment: Alignment = .justified,
        hanging: Hanging = .full,
        restoresPunctuation: Bool = true, ambiguousIsWide: Bool = false
    ) {
        self.measure = measure
        self.firstIndent = firstIndent
        self.indent = indent
        self.alignment = alignment
        self.hanging = hanging
        self.restoresPunctuation = restoresPunctuation
        self.ambiguousIsWide = ambiguousIsWide
    }
}
