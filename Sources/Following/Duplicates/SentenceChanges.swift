import TextSearch

/// What was done to a text: which sentences came, went or were changed, from an earlier text to a later one. What is told again in another
/// place went from the one and came to the other.
package struct SentenceChanges: Equatable, Sendable {
    /// UTF-8 bytes of the texts.
    package enum Change: Hashable, Sendable {
        /// A sentence of the later text alone.
        case new(Range<Int>)
        /// A sentence of the earlier text alone.
        case gone(Range<Int>)
        /// A sentence of the earlier text, and the one in its place that has at least half of its words.
        case changed(Range<Int>, Range<Int>)
    }

    /// In the order of the texts.
    package private(set) var changes: [Change] = []

    /// Sentences behind a gap in which a changed one is looked for.
    private static let reach = 8

    /// Compares two texts, in space linear in their length and in time in the product of their sentences, of which there are at most
    /// 2,048 (`Sentences.most`).
    package init(from earlier: String, to later: String) {
        let (one, other) = (Sentences(earlier), Sentences(later))
        var numbers: [[UInt32]: Int32] = [:]
        func number(_ tokens: FoldedTokens) -> Int32 {
            let number = numbers[tokens.tokens] ?? Int32(numbers.count)
            numbers[tokens.tokens] = number
            return number
        }
        let common = CommonSequence(one.tokens.map(number), other.tokens.map(number)).pairs
        var (start, otherStart) = (0, 0)
        for (place, otherPlace) in common + [(one.ranges.count, other.ranges.count)] {
            add(one, start..<place, other, otherStart..<otherPlace)
            (start, otherStart) = (place + 1, otherPlace + 1)
        }
    }

    /// Adds what is between two sentences that both texts have.
    private mutating func add(_ one: Sentences, _ gone: Range<Int>, _ other: Sentences, _ new: Range<Int>) {
        var next = new.lowerBound
        for place in gone {
            let near = next..<min(next + Self.reach, new.upperBound)
            guard let partner = near.first(where: { Self.isLike(one.tokens[place], other.tokens[$0]) }) else {
                changes.append(.gone(one.ranges[place]))
                continue
            }
            changes += other.ranges[next..<partner].map { .new($0) }
            changes.append(.changed(one.ranges[place], other.ranges[partner]))
            next = partner + 1
        }
        changes += other.ranges[next..<new.upperBound].map { .new($0) }
    }

    /// Whether two sentences have at least half of their tokens in common (Dice's coefficient).
    private static func isLike(_ one: FoldedTokens, _ other: FoldedTokens) -> Bool {
        var counts: [UInt32: Int] = [:]
        for token in one.tokens { counts[token, default: 0] += 1 }
        var common = 0
        for token in other.tokens {
            guard let count = counts[token], count > 0 else { continue }
            counts[token] = count - 1
            common += 1
        }
        return 4 * common >= one.tokens.count + other.tokens.count
    }
}
