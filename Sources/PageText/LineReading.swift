/// What one line of a page was taken for.
package struct LineReading: Sendable, Equatable {
    /// Index of the source that the line is in.
    package var source: Int
    /// 1 for the source's first line.
    package var line: Int
    /// The line as it stands in the source, without its line break.
    package var text: String
    package var kind: LineKind
    /// 0 … 1: how much dearer the next best reading of the page would have been.
    package var confidence: Double
    /// Why: the rule that decided.
    package var rule: Rule
    /// Index into the edition's stories; nil for furniture.
    package var story: Int?
    /// The line goes on where an earlier line of its paragraph was cut.
    package var isJoined: Bool
    /// The line stood inside a paragraph of another text and was moved out of it.
    package var isMoved: Bool

    package init(
        source: Int, line: Int, text: String, kind: LineKind, confidence: Double, rule: Rule, story: Int?,
        isJoined: Bool,
        isMoved: Bool
    ) {
        self.source = source
        self.line = line
        self.text = text
        self.kind = kind
        self.confidence = confidence
        self.rule = rule
        self.story = story
        self.isJoined = isJoined
        self.isMoved = isMoved
    }
}
