import Files
import Newspaper
import Reader
import Sources
import Synchronization

/// Writes starred stories down and removes them, in the order in which the stars were set and taken back. Waits for the disk,
/// so that it works in jobs: `add` and `failed` answer at once, all else does not.
final class StarredWriter: Sendable {
    enum Task: Sendable {
        /// Nil for a story that is not at hand: as it was when its star was taken back.
        case keep(StoryID, ReadingList.Guest?)
        case drop(StoryID)
        /// Keeps those that are not there: starred on another machine, or where there was no room for them.
        case keepMissing([StoryID], from: ReadingList)
    }

    private struct Queue {
        var waiting: [Task] = []
        /// What could not be written.
        var failed: [StoryID: Task] = [:]
        /// Whether a job is at it.
        var isBusy = false
    }

    private let stories: StarredStories
    private let queue = Mutex(Queue())
    /// Held while files are read and written. Stories whose star was taken back in this sitting.
    private let dropped = Mutex<[StoryID: ReadingList.Guest]>([:])

    init(_ stories: StarredStories) { self.stories = stories }

    /// Where the stories are.
    var folder: FileName { stories.folder }

    /// Whether there is something to write.
    var hasWork: Bool { queue.withLock { !$0.waiting.isEmpty } }

    /// Starred stories that could not be written.
    var failed: Set<StoryID> { queue.withLock { Set($0.failed.keys) } }

    func add(_ task: Task) { queue.withLock { $0.waiting.append(task) } }

    /// Tries once more what could not be written, unless there is work already.
    func retry() {
        queue.withLock { queue in
            if queue.waiting.isEmpty, !queue.isBusy { queue.waiting = Array(queue.failed.values) }
        }
    }

    /// Does all that is waiting, after what another job is doing.
    func work() {
        dropped.withLock { dropped in
            queue.withLock { $0.isBusy = true }
            defer { queue.withLock { $0.isBusy = false } }
            while let task = queue.withLock({ $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }) {
                switch task {
                case .keep(let id, let guest): keep(guest ?? dropped[id], id)
                case .keepMissing(let ids, let list):
                    for id in ids where !stories.has(id) {
                        if let guest = list.readableGuest(id) { keep(guest, id) }
                    }
                case .drop(let id):
                    dropped[id] = stories.guest(id) ?? dropped[id]
                    stories.drop(id)
                    queue.withLock { $0.failed[id] = nil }
                }
            }
        }
    }

    private func keep(_ guest: ReadingList.Guest?, _ id: StoryID) {
        let isKept = guest.map(stories.keep) ?? false
        queue.withLock { $0.failed[id] = isKept ? nil : .keep(id, guest) }
    }

    /// The stories that are there, and how many are not; `goesOn` is asked before each, and false stops.
    func guests(
        _ wanted: [StoryID], goesOn: (Int) -> Bool
    ) -> (guests: [ReadingList.Guest], missing: Int) {
        work()
        var guests: [ReadingList.Guest] = []
        for (number, id) in wanted.enumerated() {
            guard goesOn(number) else { return (guests, number - guests.count) }
            if let guest = stories.guest(id) { guests.append(guest) }
        }
        return (guests, wanted.count - guests.count)
    }
}

extension ReadingList {
    /// A story with its page and paper.
    func guest(at position: Int) -> Guest {
        Guest(story: story(at: position), page: page(at: position) ?? Page(), paper: paper(at: position))
    }

    /// One of the list's own stories; nil where it is none of them, or can no longer be read.
    fileprivate func readableGuest(_ id: StoryID) -> Guest? {
        guard let position = base.position(of: id), let story = base.story(at: position) else { return nil }
        return Guest(story: story, page: page(at: position) ?? Page(), paper: paper(at: position))
    }
}

extension StarredStories {
    /// A starred story with its page and paper; nil where it is not here.
    fileprivate func guest(_ story: StoryID) -> ReadingList.Guest? {
        guard let edition = edition(of: story), let story = edition.stories.first else { return nil }
        return ReadingList.Guest(story: story, page: edition.pages.first ?? Page(), paper: edition.title ?? "")
    }

    fileprivate func keep(_ guest: ReadingList.Guest) -> Bool {
        var edition = Edition(title: guest.paper.isEmpty ? nil : guest.paper, pages: [guest.page])
        var story = guest.story
        story.move(toPage: 0)
        edition.stories = [story]
        return keep(story, of: edition)
    }
}
