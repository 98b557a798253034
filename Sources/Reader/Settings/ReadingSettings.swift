import Typesetting

/// How the reader wants stories set, and what is known of the terminal that shows them. The enumerations' raw values are
/// the words for them in options.
package struct ReadingSettings: Sendable, Hashable {
    /// How the terminal draws characters of ambiguous width (East_Asian_Width A: “ … — ─ ●).
    package enum AmbiguousWidth: String, Sendable, CaseIterable {
        /// The terminal is asked once, at start.
        case asked = "ask"
        /// One cell, as nearly all terminals do; nothing is asked.
        case narrow
        /// Two cells; nothing is asked.
        case wide
    }

    /// The most cells that a line of the body may have; even, at least 2.
    package var measure: Int
    /// Whether the body's lines end flush where the text is Chinese or Japanese; else their right edge is ragged, as it
    /// always is in text set in words, which gaps of whole cells would tear.
    package var isJustified: Bool
    /// What may stand in the two cells right of the body's measure.
    package var hanging: ParagraphStyle.Hanging
    /// Whether half-width marks left by normalisation are shown full-width in Chinese text.
    package var restoresPunctuation: Bool
    package var ambiguousWidth: AmbiguousWidth
    /// Whether the body is set in newspaper columns from the start.
    package var columns: Bool

    package init(
        measure: Int = 76, isJustified: Bool = true, hanging: ParagraphStyle.Hanging = .full,
        restoresPunctuation: Bool = true, ambiguousWidth: AmbiguousWidth = .asked, columns: Bool = false
    ) {
        self.measure = max(2, measure & ~1)
        self.isJustified = isJustified
        self.hanging = hanging
        self.restoresPunctuation = restoresPunctuation
        self.ambiguousWidth = ambiguousWidth
        self.columns = columns
    }

    package var ambiguousIsWide: Bool { ambiguousWidth == .wide }
}
