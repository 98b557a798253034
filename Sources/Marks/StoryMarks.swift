import Newspaper

/// What is known of one story.
package struct StoryMarks: Hashable, Sendable {
    /// Marked as read.
    package var isRead = false
    /// Starred.
    package var isStarred = false
    /// Where the reader left it; nil where there is no place.
    package var place: ReadingPlace?

    /// Marks of a story; without arguments, of one that nothing is known of.
    package init(isRead: Bool = false, isStarred: Bool = false, place: ReadingPlace? = nil) {
        self.isRead = isRead
        self.isStarred = isStarred
        self.place = place
    }
}
