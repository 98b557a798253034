import TextSearch

/// What two texts that tell the same do not have in common: the sentences of each that the other has nowhere, as UTF-8 bytes, in order. Width,
/// case, Simplified and Traditional, punctuation and white space make no difference.
package struct DifferingSentences: Equatable, Sendable {
    package private(set) var first: [Range<Int>] = []
    package private(set) var second: [Range<Int>] = []

    /// Compares two texts.
    package init(_ one: String, _ other: String) {
        let (one, other) = (Sentences(one), Sentences(other))
        let (inOne, inOther) = (Set(one.tokens.map(\.tokens)), Set(other.tokens.map(\.tokens)))
        first = zip(one.ranges, one.tokens).filter { !inOther.contains($1.tokens) }.map(\.0)
        second = zip(other.ranges, other.tokens).filter { !inOne.contains($1.tokens) }.map(\.0)
    }
}
