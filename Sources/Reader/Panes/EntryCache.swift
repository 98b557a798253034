import Newspaper
import Settings
import Synchronization
import Typesetting

/// What the list shows of the stories that were in sight lately, so that a key does not set their headlines again. What is
/// in it never changes what is shown, only how soon.
final class EntryCache: Sendable {
    private struct Key: Hashable {
        var story: StoryID
        /// Cells of the pane.
        var columns: Int
        var settings: ReadingSettings
    }

    private let titles = Mutex<[Key: [Line]]>([:])
    private let limit = 512

    func title(of story: StoryID, columns: Int, settings: ReadingSettings, make: () -> [Line]) -> [Line] {
        let key = Key(story: story, columns: columns, settings: settings)
        if let known = titles.withLock({ $0[key] }) { return known }
        let made = make()
        titles.withLock { titles in
            if titles.count >= limit { titles.removeAll(keepingCapacity: true) }
            titles[key] = made
        }
        return made
    }
}
