import TextSearch

/// The hits in all stories of the edition, as far as it was searched.
package struct EditionFind: Sendable {
    package struct Entry: Sendable, Hashable {
        private let number: UInt32
        package let hit: Hit

        init(story: Int, hit: Hit) {
            number = UInt32(clamping: story)
            self.hit = hit
        }

        package var story: Int { Int(number) }
    }

    let pattern: SearchPattern
    /// In the order of print.
    package private(set) var entries: [Entry] = []
    /// Stories that were looked through, and how many there are.
    package private(set) var searched = 0
    let total: Int
    package var selected = 0
    /// First entry shown; only the pane moves it.
    var first = 0

    /// More hits than these nobody looks through.
    package static let most = 10_000

    init(_ pattern: SearchPattern, total: Int) {
        self.pattern = pattern
        self.total = total
    }

    package var isDone: Bool { searched >= total }
    var isFull: Bool { entries.count >= Self.most }
    /// In per cent.
    var progress: Int { total == 0 ? 100 : searched * 100 / total }

    mutating func add(_ hits: [Hit], of story: Int) {
        entries += hits.prefix(Self.most - entries.count).map { Entry(story: story, hit: $0) }
        searched = isFull ? total : story + 1
    }

    /// What was found so far is all.
    mutating func stop() { searched = total }

    /// Whether a story's hits begin with an entry.
    func isFirstOfStory(_ place: Int) -> Bool {
        place == 0 || entries[place - 1].story != entries[place].story
    }

    /// The entries of the selected one's story.
    var ofSelectedStory: Range<Int> {
        let story = entries[selected].story
        var start = selected
        var end = selected + 1
        while start > 0, entries[start - 1].story == story { start -= 1 }
        while end < entries.count, entries[end].story == story { end += 1 }
        return start..<end
    }
}
