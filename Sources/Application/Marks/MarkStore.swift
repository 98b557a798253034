import Files
import Localization
import Marks
import Newspaper
import Reader
import Sources
import TextDecoding

/// Carries marks and places between the reading screen and the logs on disk.
package final class MarkStore {
    private let log: MarkLog
    let starredStories: StarredStories
    private let environment: ProcessEnvironment
    /// Where the reader is in the stories of this sitting, and not written down yet: each line scrolled is no event.
    private var pendingPlaces: [StoryID: ReadingPlace] = [:]
    private var placesSince: Int64?
    private var lastReported: FileFault?
    /// Stories whose star was taken back in this sitting.
    private var dropped: [StoryID: ReadingList.Guest] = [:]

    /// The logs are in the folder `marks` of the program's state folder.
    package init(_ environment: ProcessEnvironment) {
        self.environment = environment
        log = MarkLog.open(environment)
        starredStories = StarredStories(stateFolder: environment.stateFolder)
    }

    /// The folder of the logs.
    var folder: FileName { log.folder }

    /// The files and folders whose changes are of interest.
    var watchedFiles: [FileName] { log.watched }

    // MARK: - Reading

    /// What is marked of a list's stories, and where the reader is in them.
    package func state(of list: any StoryList) -> (marks: MarkedStories, places: [StoryID: ReadingPlace]) {
        var marks = MarkedStories(starred: Set(log.marks.starred))
        var places = pendingPlaces
        guard log.marks.count > 0 else { return (marks, places) }
        for position in 0..<list.count {
            let id = list.header(at: position).id
            let known = log.marks.state(of: id)
            if known.isRead { marks.read.insert(id) }
            if let place = known.place, places[id] == nil { places[id] = place }
        }
        return (marks, places)
    }

    /// The marks of all that is read: of starred stories of other editions too.
    func marks(of stories: ReadingList) -> MarkedStories {
        var marks = MarkedStories(starred: Set(log.marks.starred))
        for position in 0..<stories.count {
            let id = stories.header(at: position).id
            if log.marks.state(of: id).isRead { marks.read.insert(id) }
        }
        return marks
    }

    func readAndPlaces(of stories: [StoryID]) -> (read: Set<StoryID>, places: [StoryID: ReadingPlace]) {
        var places: [StoryID: ReadingPlace] = [:]
        for id in stories { places[id] = pendingPlaces[id] ?? log.marks.state(of: id).place }
        return (Set(stories.filter { log.marks.state(of: $0).isRead }), places)
    }

    /// How many of these stories are not read yet.
    func unread(among stories: [StoryID]) -> Int { stories.count { !log.marks.state(of: $0).isRead } }

    // MARK: - Keeping

    /// What is starred is kept whole: its edition may not be at hand the next time.
    package func keep(_ changes: [Change], of stories: ReadingList) {
        for change in changes where change.kind == .starred {
            if change.isSet {
                // Undone while another edition is open, the story is not among those that are read.
                let guest = stories.position(of: change.story).map { position in
                    ReadingList.Guest(
                        story: stories.story(at: position), page: stories.page(at: position) ?? Page(),
                        paper: stories.paper(at: position))
                }
                if let kept = guest ?? dropped[change.story] { starredStories.keep(kept) }
            } else {
                dropped[change.story] = starredStories.guest(change.story)
                starredStories.drop(change.story)
            }
        }
        let marks = changes.map { change -> (StoryID, Mark) in
            switch (change.kind, change.isSet) {
            case (.read, true): (change.story, .read)
            case (.read, false): (change.story, .unread)
            case (.starred, true): (change.story, .star)
            case (.starred, false): (change.story, .unstar)
            }
        }
        log.mark(marks, now: environment.now)
    }

    func keep(_ place: ReadingPlace, in story: StoryID) {
        pendingPlaces[story] = place
        if placesSince == nil { placesSince = environment.now }
    }

    /// When something is to be written, in milliseconds since 1970; nil where nothing is.
    var deadline: Int64? {
        [log.deadline, placesSince.map { $0 + MarkLog.saveDelay }].compactMap(\.self).min()
    }

    /// Writes what is due.
    package func save() {
        if let since = placesSince, environment.now - since >= MarkLog.saveDelay { writePlaces() }
        log.flush(now: environment.now)
    }

    /// Adopts what other readers have marked; true where there was something.
    func refresh() -> Bool { log.refresh() }

    /// Writes everything down; what could not be is returned.
    package func close() -> MarkLoss? {
        writePlaces()
        log.finish()
        if let loss = log.loss { return loss }
        if log.isWorthCompacting { _ = try? log.compact() }
        return nil
    }

    /// Why marks cannot be saved, once for each new reason.
    package func newTrouble() -> FileFault? {
        guard log.saveFault != lastReported else { return nil }
        lastReported = log.saveFault
        return log.saveFault
    }

    private func writePlaces() {
        log.mark(pendingPlaces.map { ($0.key, .place($0.value)) }, now: environment.now)
        pendingPlaces = [:]
        placesSince = nil
    }
}

/// Marks that were not saved, and why.
package struct MarkLoss: Error, Sendable {
    package var count: Int
    package var folder: FileName
    package var fault: FileFault

    package func words(in texts: Localization) -> String {
        texts(.marksLost, count, folder.shown, fault.reason)
    }
}

extension MarkLog {
    /// The log of this machine and the logs of all others, in the program's state folder.
    package static func open(_ environment: ProcessEnvironment) -> MarkLog {
        let stateFolder = FileName(environment.stateFolder)
        return load(folder: stateFolder.appending("marks"), device: Device.nameHere(stateFolder: stateFolder))
    }

    /// After the last try to save: what was not saved, and why; nil where all was.
    package var loss: MarkLoss? {
        guard unsaved > 0, let saveFault else { return nil }
        return MarkLoss(count: unsaved, folder: folder, fault: saveFault)
    }
}

extension StarredStories {
    /// A starred story with its page and paper; nil where it is not here.
    func guest(_ story: StoryID) -> ReadingList.Guest? {
        guard let edition = edition(of: story), let story = edition.stories.first else { return nil }
        return ReadingList.Guest(story: story, page: edition.pages.first ?? Page(), paper: edition.title ?? "")
    }

    @discardableResult
    func keep(_ guest: ReadingList.Guest) -> Bool {
        var edition = Edition(title: guest.paper.isEmpty ? nil : guest.paper, pages: [guest.page])
        var story = guest.story
        story.page = 0
        edition.stories = [story]
        return keep(story, of: edition)
    }
}
