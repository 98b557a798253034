import Newspaper

/// What a reader notes about a story.
package enum Mark: Hashable, Sendable {
    case read, unread
    case star, unstar
    case place(ReadingPlace)

    /// The mark that undoes this one; nil for a place, which is undone by the place before.
    package var opposite: Mark? {
        switch self {
        case .read: .unread
        case .unread: .read
        case .star: .unstar
        case .unstar: .star
        case .place: nil
        }
    }
}

/// A mark that was made: one line of a log.
package struct MarkEvent: Hashable, Sendable {
    /// Milliseconds since 1970, 13 digits.
    package var time: Int64
    package var story: StoryID
    package var mark: Mark

    package init(time: Int64, story: StoryID, mark: Mark) {
        self.time = time
        self.story = story
        self.mark = mark
    }

    /// Times have 13 digits, from 2001 to 2286, so that a line with a digit too many or too few is known to be damaged.
    package static let times: ClosedRange<Int64> = 1_000_000_000_000...9_999_999_999_999
}

/// What is known of one story.
package struct StoryMarks: Hashable, Sendable {
    package var isRead = false
    package var isStarred = false
    package var place: ReadingPlace?

    package init(isRead: Bool = false, isStarred: Bool = false, place: ReadingPlace? = nil) {
        self.isRead = isRead
        self.isStarred = isStarred
        self.place = place
    }
}
