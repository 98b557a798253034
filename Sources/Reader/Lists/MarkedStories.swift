import Newspaper

/// What the reader has marked, as far as the lists show it.
package struct MarkedStories: Sendable, Equatable {
    package var read: Set<StoryID>
    package var starred: Set<StoryID>

    package init(read: Set<StoryID> = [], starred: Set<StoryID> = []) {
        self.read = read
        self.starred = starred
    }
}

/// A mark that was made or taken back.
package struct Change: Sendable, Hashable {
    package enum Kind: Sendable { case read, starred }

    package var story: StoryID
    package var kind: Kind
    package var isSet: Bool

    package init(story: StoryID, kind: Kind, isSet: Bool) {
        self.story = story
        self.kind = kind
        self.isSet = isSet
    }

    var opposite: Change { Change(story: story, kind: kind, isSet: !isSet) }
}
