import Newspaper
import Typesetting

/// Where the reader is in each story, and the stories as they are set.
package struct BodyState: Sendable {
    /// Where the reader is in each story that was shown in this sitting.
    package internal(set) var places: [StoryID: TextLayout.Place] = [:]
    /// Where they were when they last read it.
    var remembered: [StoryID: ReadingPlace]
    /// Stories set lately, so that a key does not set them again.
    var setStories = SetStories()
    /// Pictures of stories that were obtained.
    var pictures = PictureShelf()
    /// List entries set lately.
    var entries = EntryCache()

    init(remembered: [StoryID: ReadingPlace]) { self.remembered = remembered }

    mutating func forgetSetStories() {
        setStories = SetStories()
        entries = EntryCache()
    }
}
