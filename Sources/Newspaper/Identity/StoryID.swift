/// A story's name for life: 64 bits of its own words, so that a mark follows the story wherever its file goes.
///
/// Made from the paper's date, the headline and the beginning of the body, with width, case, white space and punctuation
/// folded (`IdentityFolding`); the path is not in it. Written as 13 digits of `Base32`.
package struct StoryID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The number that the id is.
    package let bits: UInt64

    /// The id of that number.
    package init(_ bits: UInt64) { self.bits = bits }

    /// How many letters and digits of the body take part: enough to tell two notices apart, few enough that a better parse
    /// of a story's end keeps its name.
    static let bodyLetters = 40

    /// Digits of the written form; the first one has four bits.
    package static let digits = 13

    /// The id that a story's words make in a paper of that date, "2022-10-13".
    package init(date: String?, headline: String?, body: [String]) {
        var hasher = StoryIDHasher(date: date, headline: headline)
        for text in body where !hasher.isComplete { hasher.add(text) }
        self = hasher.id
    }

    /// The id of a feed's item, from what identifies the feed and from the item's own id, letter for letter: its text may be
    /// corrected, and another feed may have the same ids.
    package init(feed: String, item: String) {
        var hash = FoldedHash()
        hash.mix(exactly: feed)
        hash.separate()
        hash.mix(exactly: item)
        bits = hash.value
    }

    /// 13 characters of base 32, the most significant first.
    package var description: String { String(decoding: Base32.digits(of: bits, count: Self.digits), as: UTF8.self) }

    /// Reads the 13-character form, in either case; nil for anything else.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == Self.digits, let bits = Base32.number(of: text.utf8) else { return nil }
        self.bits = bits
    }

    /// The id of the n-th story of a list that has the same words, counted from 2.
    package func repeated(_ number: UInt64) -> StoryID {
        StoryID((bits ^ number) &* 0x9E37_79B9_7F4A_7C15 ^ bits >> 29)
    }

    /// By their numbers.
    package static func < (one: StoryID, other: StoryID) -> Bool { one.bits < other.bits }
}

extension Story {
    /// Sets the id that the story's words make in a paper of that date.
    package mutating func name(date: String?) {
        var hasher = StoryIDHasher(date: date, headline: headline)
        for block in body where !hasher.isComplete { hasher.add(block.text) }
        if body.isEmpty {
            for photo in photos where !hasher.isComplete { hasher.add(photo.caption) }
        }
        id = hasher.id
    }
}
