/// How stories are set, and what is known about the terminal's character widths. The raw values of the enumerations are
/// what the settings file and options accept.
package struct ReadingSettings: Sendable, Hashable {
    /// How the terminal draws characters of ambiguous width (East_Asian_Width A: “ … — ─ ●).
    package enum AmbiguousWidth: String, Sendable, CaseIterable {
        /// Ask the terminal once, at the start.
        case asked = "ask"
        /// One cell, as in nearly all terminals; do not ask.
        case narrow
        /// Two cells; do not ask.
        case wide
    }

    /// What may stand in the two cells to the right of the body's measure.
    package enum Hanging: String, Sendable, CaseIterable {
        /// A whole mark, one of 。，、；：.
        case full
        /// The blank right half of a mark.
        case half
        case none
    }

    /// The most cells that a line of the body may have; even, at least 2.
    package var measure: Int
    /// Whether lines of Chinese and Japanese text end flush at the right. Text in words is always ragged: gaps of whole
    /// cells would tear it.
    package var isJustified: Bool
    /// What may stand in the two cells to the right of the body's measure.
    package var hanging: Hanging
    /// Whether half-width marks left by normalisation are shown full-width in Chinese text.
    package var restoresPunctuation: Bool
    /// How the terminal draws characters of ambiguous width.
    package var ambiguousWidth: AmbiguousWidth
    /// Whether the body is set in newspaper columns from the start.
    package var columns: Bool
    /// Whether quotes have a blank cell on their outer side; not what is given to other programs or read aloud.
    package var padsQuotes = true

    /// The default settings but for those given; an odd measure is rounded down.
    package init(
        measure: Int = 76, isJustified: Bool = true, hanging: Hanging = .full,
        restoresPunctuation: Bool = true, ambiguousWidth: AmbiguousWidth = .asked, columns: Bool = false
    ) {
        self.measure = max(2, measure & ~1)
        self.isJustified = isJustified
        self.hanging = hanging
        self.restoresPunctuation = restoresPunctuation
        self.ambiguousWidth = ambiguousWidth
        self.columns = columns
    }

    /// Whether characters of ambiguous width take two cells.
    package var ambiguousIsWide: Bool { ambiguousWidth == .wide }
}
