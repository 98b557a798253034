import Newspaper

/// What a reader has said about one line of a page.
package struct LineCorrection: Hashable, Sendable {
    /// The line's words, as many as tell it apart.
    package let words: String
    /// Words of the line before it on its page and of the one after it, which tell equal lines apart; empty where there is none.
    package let before: String
    package let after: String
    /// What was said.
    package let ruling: LineRuling

    /// What is said about a line with these words between these two others, however long they are.
    package init(_ ruling: LineRuling, words: String, before: String = "", after: String = "") {
        self.ruling = ruling
        self.words = Self.beginning(of: words, Self.longestWords)
        self.before = Self.beginning(of: before, Self.longestNeighbour)
        self.after = Self.beginning(of: after, Self.longestNeighbour)
    }

    /// What is said about the line of an address.
    package init(_ ruling: LineRuling, of line: LineAddress) {
        self.init(ruling, words: line.words, before: line.before, after: line.after)
    }

    /// Scalars that are kept of a line, and of its neighbours.
    static let longestWords = 160
    static let longestNeighbour = 40

    /// What a line that begins so is recognised by, and what a neighbour is.
    static func key(of line: String) -> FoldedWords { FoldedWords(beginning(of: line, longestWords)) }
    static func neighbourKey(of line: String) -> FoldedWords { FoldedWords(beginning(of: line, longestNeighbour)) }

    /// Whether both speak of the same line.
    func isAboutSameLine(as other: LineCorrection) -> Bool {
        FoldedWords(words) == FoldedWords(other.words) && FoldedWords(before) == FoldedWords(other.before)
            && FoldedWords(after) == FoldedWords(other.after)
    }

    /// The beginning of a line, of so many scalars, on one line and without tabs. Of what it returns it returns the same.
    static func beginning(of line: String, _ limit: Int) -> String {
        var text = ""
        for scalar in line.unicodeScalars.prefix(limit) {
            text.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
        }
        return text.trimmed
    }
}
