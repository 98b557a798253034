import Newspaper

/// A mark that was made: one line of a log.
package struct MarkEvent: Hashable, Sendable {
    /// Milliseconds since 1970, 13 digits.
    package var time: Int64
    /// The story that was marked.
    package var story: StoryID
    /// The mark that it was given.
    package var mark: Mark

    /// An event at a time, within `times`.
    package init(time: Int64, story: StoryID, mark: Mark) {
        self.time = time
        self.story = story
        self.mark = mark
    }

    /// Times have 13 digits, from 2001 to 2286, so that a line with a digit too many or too few is known to be damaged.
    package static let times: ClosedRange<Int64> = 1_000_000_000_000...9_999_999_999_999
}
