import Newspaper

/// What the reader has marked, as far as the lists show it.
package struct MarkedStories: Sendable, Equatable {
    /// The stories that are marked as read.
    package var read: Set<StoryID>
    /// The stories that are starred.
    package var starred: Set<StoryID>

    /// Stories that nothing else is known of need not exist.
    package init(read: Set<StoryID> = [], starred: Set<StoryID> = []) {
        self.read = read
        self.starred = starred
    }
}

/// A mark that was made or taken back.
package struct Change: Sendable, Hashable {
    /// What is marked.
    package enum Kind: Sendable { case read, starred }

    /// The story that is marked.
    package var story: StoryID
    /// Which of its marks changes.
    package var kind: Kind
    /// Whether the mark is made; else it is taken back.
    package var isSet: Bool

    /// A change of one mark.
    package init(story: StoryID, kind: Kind, isSet: Bool) {
        self.story = story
        self.kind = kind
        self.isSet = isSet
    }

    var opposite: Change { Change(story: story, kind: kind, isSet: !isSet) }
}
