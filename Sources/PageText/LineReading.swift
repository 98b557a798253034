import Newspaper

/// What one line of a page was taken for.
package struct LineReading: Sendable, Equatable {
    /// Index of the source that the line is in.
    package var source: Int
    /// 1 for the source's first line. Columns side by side have the same lines.
    package var line: Int
    /// The line as it is in the source, or its part in one column, without white space at its ends.
    package var text: String
    /// What the line was taken for.
    package var kind: LineKind
    /// 0 … 1: how much more the best reading of the page costs in which the line is of another kind.
    package var confidence: Double
    /// What decided, the largest share first.
    package var reasons: [Reason]
    /// Index into the edition's stories; nil for furniture.
    package var story: Int?
    /// The line continues a paragraph that an earlier line began.
    package var isJoined: Bool
    /// The line was inside a paragraph, to which it does not belong, and was moved out of it.
    package var isMoved: Bool

    /// A reading of these parts.
    package init(
        source: Int, line: Int, text: String, kind: LineKind, confidence: Double, reasons: [Reason], story: Int?,
        isJoined: Bool,
        isMoved: Bool
    ) {
        self.source = source
        self.line = line
        self.text = text
        self.kind = kind
        self.confidence = confidence
        self.reasons = reasons
        self.story = story
        self.isJoined = isJoined
        self.isMoved = isMoved
    }
}
