/// Stories of a day that are one and the same.
package struct StoryGroup: Equatable, Sendable {
    /// Why stories are taken for the same, the surest first. Of a group it is what was needed to bring all of them together.
    package enum Reason: Int, Comparable, Sendable {
        /// They have one id.
        case id
        /// They are at one address (``CanonicalAddress``).
        case address
        /// They have the same headline and the same text.
        case words
        /// Their texts are the same for the most part, as of one agency in several papers.
        case text

        package static func < (one: Reason, other: Reason) -> Bool { one.rawValue < other.rawValue }
    }

    /// Places in the order of all stories that were compared, ascending; never empty.
    package var members: [Int]
    /// The one of them that is shown first: the longest, of several the first.
    package var shown: Int
    /// Nil for a story that no other is the same as.
    package var reason: Reason?
}
