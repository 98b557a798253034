import Glibc
import Files
import Marks
import Sources
import Newspaper
import Reader
import TextDecoding
import Localization

/// Carries marks and places between the reading screen and the logs on disk.
final class MarkKeeper {
    private let log: MarkLog
    private let starred: StarredStories
    /// Where the reader is in the stories of this sitting, and not written down yet: each line scrolled is no event.
    private var pendingPlaces: [StoryID: ReadingPlace] = [:]
    private var placesSince: Int64?
    private var lastTold: FileFault?
    /// Stories whose star was taken back in this sitting.
    private var dropped: [StoryID: Edition] = [:]

    /// `stateFolder` is the program's own; the logs stand in its folder `marks`.
    init(stateFolder: String) {
        log = MarkLog.open(stateFolder: stateFolder)
        starred = StarredStories(stateFolder: stateFolder)
    }

    func marks(of edition: Edition) -> Reader.Marks {
        var marks = Reader.Marks()
        for at in edition.stories.indices {
            let id = edition.stories[at].id
            if log.marks.state(of: id).isRead { marks.read.insert(id) }
        }
        marks.starred = Set(log.marks.starred)
        return marks
    }

    /// How many of these stories are not read yet.
    func unread(among stories: [StoryID]) -> Int { stories.count { !log.marks.state(of: $0).isRead } }

    func places(of edition: Edition) -> [StoryID: ReadingPlace] {
        var places: [StoryID: ReadingPlace] = [:]
        for story in edition.stories {
            places[story.id] = pendingPlaces[story.id] ?? log.marks.state(of: story.id).place
        }
        return places
    }

    /// The starred stories that are at hand, an edition each.
    func starred(_ stories: [StoryID]) -> [Edition] { stories.compactMap(starred.edition) }

    /// What is starred is kept whole: its edition may not be at hand the next time.
    func keep(_ change: Change, in edition: Edition) {
        if change.kind == .starred {
            if change.isSet, let story = edition.stories.first(where: { $0.id == change.story }) {
                starred.keep(story, of: edition)
            } else if change.isSet, let kept = dropped[change.story] {
                // Undone while another edition is open.
                starred.keep(kept.stories[0], of: kept)
            } else if !change.isSet {
                dropped[change.story] = starred.edition(of: change.story)
                starred.drop(change.story)
            }
        }
        let mark: Mark =
            switch (change.kind, change.isSet) {
            case (.read, true): .read
            case (.read, false): .unread
            case (.starred, true): .star
            case (.starred, false): .unstar
            }
        log.mark(change.story, mark, now: ProcessEnvironment.now)
    }

    func keep(_ place: ReadingPlace, in story: StoryID) {
        pendingPlaces[story] = place
        if placesSince == nil { placesSince = ProcessEnvironment.now }
    }

    /// How long the loop may sleep: until something is to be written, and not longer than it may take for another
    /// reader's marks to appear here.
    var patience: Int32 {
        let due = [log.deadline, placesSince.map { $0 + MarkLog.patience }].compactMap(\.self).min()
        return Int32(max(10, min(1000, (due ?? .max) - ProcessEnvironment.now)))
    }

    /// Does what is due; true where another reader's marks have come in.
    func tick() -> Bool {
        if let since = placesSince, ProcessEnvironment.now - since >= MarkLog.patience { writePlaces() }
        log.flush(now: ProcessEnvironment.now)
        return log.refresh()
    }

    /// Writes everything down, and tells what could not be.
    func close(in texts: Localization) -> String? {
        writePlaces()
        log.finish()
        if let loss = log.loss(in: texts) { return loss }
        if log.isWorthCompacting { _ = try? log.compact() }
        return nil
    }

    /// Why marks cannot be saved, said once for each new reason.
    func trouble(in texts: Localization) -> String? {
        guard let fault = log.saveFault else {
            lastTold = nil
            return nil
        }
        guard fault != lastTold else { return nil }
        lastTold = fault
        return texts(.marksNotSaved, TextDecoder.clean(log.folder), fault.reason)
    }

    private func writePlaces() {
        for (story, place) in pendingPlaces { log.mark(story, .place(place), now: ProcessEnvironment.now) }
        pendingPlaces = [:]
        placesSince = nil
    }
}
