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

        /// All keys have the same settings, most of the time.
        func hash(into hasher: inout Hasher) {
            hasher.combine(story)
            hasher.combine(columns)
        }
    }

    private typealias Lines = Mutex<[Key: [Line]]>

    private let titles = Lines([:])
    private let leads = Lines([:])
    private let limit = 512

    func title(of story: StoryID, columns: Int, settings: ReadingSettings, make: () -> [Line]) -> [Line] {
        lines(in: titles, Key(story: story, columns: columns, settings: settings), make)
    }

    /// The beginning of a story's text; without lines where it has none.
    func lead(of story: StoryID, columns: Int, settings: ReadingSettings, make: () -> [Line]) -> [Line] {
        lines(in: leads, Key(story: story, columns: columns, settings: settings), make)
    }

    private func lines(in cache: borrowing Lines, _ key: Key, _ make: () -> [Line]) -> [Line] {
        if let known = cache.withLock({ $0[key] }) { return known }
        let made = make()
        cache.withLock { lines in
            if lines.count >= limit { lines.removeAll(keepingCapacity: true) }
            lines[key] = made
        }
        return made
    }
}
