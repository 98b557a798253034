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
    /// Writes and reads the starred stories, for jobs.
    let starred: StarredWriter
    private let environment: ProcessEnvironment
    /// What to watch for marks that are made elsewhere: the folder of the logs, and each log.
    private(set) var watched: [FileName]
    /// Where the reader is in the stories of this sitting, and not written down yet: each line scrolled is no event.
    private var pendingPlaces: [StoryID: ReadingPlace] = [:]
    /// The stories of those places, the one that was read last at the end.
    private var pendingOrder: [StoryID] = []
    /// Since when, on the monotonic clock.
    private var placesSince: Int64?
    /// Whether the logs have been read since it was last said which lines of theirs are no marks.
    private var hasNewLines = true
    /// Lines that are no marks, as it was said.
    private var reportedLines: [FileName: Int] = [:]
    private var lastReported: FileFault?
    private var hasReportedNoHome = false
    private var reportedStories: Set<StoryID> = []
    /// When starred stories that could not be written were tried last, on the monotonic clock.
    private var lastStarredTry: Int64?

    /// The logs are in the folder `marks` of the program's state folder.
    package init(_ environment: ProcessEnvironment) {
        self.environment = environment
        log = MarkLog.open(environment)
        watched = log.watched
        starred = StarredWriter(StarredStories(stateFolder: environment.stateFolder))
    }

    /// The folder of the logs.
    var folder: FileName { log.folder }

    // MARK: - Reading

    /// What is known of the stories of a list.
    package struct ListState {
        /// What is marked.
        package var marks: MarkedStories
        /// Where the reader is.
        package var places: [StoryID: ReadingPlace]
        /// The story that was read last; nil where none was.
        package var last: StoryID?
    }

    /// What is marked of a list's stories, and where the reader is in them.
    package func state(of list: any StoryList) -> ListState {
        var state = ListState(marks: MarkedStories(starred: Set(log.marks.starred)), places: pendingPlaces)
        state.last = pendingOrder.last { list.position(of: $0) != nil }
        guard log.marks.count > 0 else { return state }
        var latest = state.last == nil ? Int64.min : .max
        for position in 0..<list.count {
            let id = list.header(at: position).id
            let known = log.marks.state(of: id)
            if known.isRead { state.marks.read.insert(id) }
            guard let place = known.place else { continue }
            if state.places[id] == nil { state.places[id] = place }
            if let time = log.marks.timeOfPlace(in: id), time > latest { (latest, state.last) = (time, id) }
        }
        return state
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

    /// Keeps the list's starred stories of which there is no copy.
    func keepMissing(of stories: ReadingList) {
        let starred = stories.starred.filter { stories.base.position(of: $0) != nil }
        if !starred.isEmpty { self.starred.add(.keepMissing(Array(starred), from: stories)) }
    }

    /// Makes marks. What is starred is to be kept whole, since its edition may not be at hand the next time: `starred` has
    /// work to do after this.
    func keep(_ changes: [Change], of stories: ReadingList) {
        // While marks cannot be saved, that is said with each of them.
        lastReported = nil
        for change in changes where change.kind == .starred {
            guard change.isSet else {
                starred.add(.drop(change.story))
                continue
            }
            // Undone while another edition is open, the story is not among those that are read.
            starred.add(.keep(change.story, stories.position(of: change.story).map(stories.guest)))
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

    /// What is to be marked where stories have other ids after a correction, their places being kept at once: a story is read
    /// if all of those were that its words were in, and stars move with most of the words.
    func follow(_ succession: StorySuccession) -> [Change] {
        var changes: [Change] = []
        for (new, origins) in succession.origins {
            let isRead = origins.allSatisfy { log.marks.state(of: $0).isRead }
            guard isRead != log.marks.state(of: new).isRead else { continue }
            changes.append(Change(story: new, kind: .read, isSet: isRead))
        }
        let starred = Set(log.marks.starred)
        for (old, new) in succession.successors {
            if starred.contains(old) {
                changes.append(Change(story: new, kind: .starred, isSet: true))
                changes.append(Change(story: old, kind: .starred, isSet: false))
            }
            let isNew = succession.origins[new] != nil
            guard let place = pendingPlaces[old] ?? log.marks.state(of: old).place,
                isNew || pendingPlaces[new] ?? log.marks.state(of: new).place == nil
            else { continue }
            keep(place, in: new)
        }
        return changes
    }

    func keep(_ place: ReadingPlace, in story: StoryID) {
        if pendingOrder.last != story {
            pendingOrder.removeAll { $0 == story }
            pendingOrder.append(story)
        }
        pendingPlaces[story] = place
        if placesSince == nil { placesSince = environment.uptime }
    }

    /// Milliseconds until something is to be written; nil where nothing is.
    var timeout: Int64? {
        // The log goes by the clock that its marks are dated by; set back, that one would have it wait for long.
        let log = log.deadline.map { min(max(0, $0 - environment.now), MarkLog.saveDelay) }
        let places = placesSince.map { max(0, $0 + MarkLog.saveDelay - environment.uptime) }
        return [log, places, starredTimeout].compactMap(\.self).min()
    }

    /// Milliseconds until starred stories that could not be written are to be tried again.
    private var starredTimeout: Int64? {
        if starred.failed.isEmpty { return nil }
        return lastStarredTry.map { max(0, $0 + MarkLog.saveDelay - environment.uptime) } ?? MarkLog.saveDelay
    }

    /// How many marks no file holds for now: the star of a story that could not be written is one.
    var unsaved: Int { max(log.saveFault == nil ? 0 : log.unsaved, starred.failed.count) }

    /// Writes what is due. Starred stories may be to be written after this: `starred` has work to do then.
    func save() {
        if starred.failed.isEmpty {
            lastStarredTry = nil
        } else if lastStarredTry == nil || starredTimeout == 0 {
            if lastStarredTry != nil { starred.retry() }
            lastStarredTry = environment.uptime
        }
        if let since = placesSince, environment.uptime - since >= MarkLog.saveDelay { writePlaces() }
        log.flush(now: environment.now)
    }

    /// Adopts what other readers have marked; true where there was something.
    func refresh() -> Bool {
        defer { watched = log.watched }
        hasNewLines = true
        return log.refresh()
    }

    /// Writes all marks down; returns a message for each kind of thing that could not be.
    func close(_ texts: Localization) -> [String] {
        writePlaces()
        log.finish()
        if !environment.hasStateFolder { return unsaved > 0 ? [texts(.noHome)] : [] }
        let lost = starred.failed.isEmpty ? [] : [words(forStarred: starred.failed.count, texts)]
        if let loss = log.loss { return [loss.words(in: texts)] + lost }
        if log.isWorthCompacting { _ = try? log.compact() }
        return lost
    }

    /// What cannot be saved, once for each new reason and for each new mark.
    func newTroubles(_ texts: Localization) -> [String] {
        if !environment.hasStateFolder {
            // At the start, and then with each mark.
            defer { (lastReported, hasReportedNoHome) = (log.saveFault, true) }
            return hasReportedNoHome && log.saveFault == lastReported ? [] : [texts(.noHome)]
        }
        var words: [String] = []
        if log.saveFault != lastReported {
            lastReported = log.saveFault
            if let fault = lastReported {
                words.append(texts(.marksNotSaved, folder.shown, fault.reason))
            }
        }
        let failed = starred.failed
        if !failed.isSubset(of: reportedStories) { words.append(self.words(forStarred: failed.count, texts)) }
        reportedStories = failed
        return words
    }

    /// What is no mark in the logs, once for each log and again where there is more of it.
    func newLinesNotUnderstood(_ texts: Localization) -> [String] {
        guard hasNewLines else { return [] }
        hasNewLines = false
        let lines = log.unreadable.filter { $0.lines > reportedLines[$0.file] ?? 0 }
        for (file, count) in lines { reportedLines[file] = count }
        return lines.map { texts(.marksNotUnderstood, $0.file.shown, $0.lines) }
    }

    private func words(forStarred count: Int, _ texts: Localization) -> String {
        texts(.starredNotKept, count, starred.folder.shown)
    }

    private func writePlaces() {
        let places = pendingOrder.compactMap { story in pendingPlaces[story].map { (story, Mark.place($0)) } }
        log.mark(places, now: environment.now)
        pendingPlaces = [:]
        pendingOrder = []
        placesSince = nil
    }
}

/// Marks that were not saved, and why.
package struct MarkLoss: Error, Sendable {
    /// How many.
    package var count: Int
    /// Where they should be.
    package var folder: FileName
    /// Why they are not.
    package var fault: FileFault

    /// What was lost, and why.
    package func words(in texts: Localization) -> String {
        texts(.marksLost, count, folder.shown, fault.reason)
    }
}

extension MarkLog {
    /// The log of this machine and the logs of all others, in the program's state folder.
    package static func open(_ environment: ProcessEnvironment) -> MarkLog {
        let stateFolder = environment.stateFolder
        return load(folder: stateFolder.appending("marks"), device: Device.nameHere(stateFolder: stateFolder))
    }

    /// After the last try to save: what was not saved, and why; nil where all was.
    package var loss: MarkLoss? {
        guard unsaved > 0, let saveFault else { return nil }
        return MarkLoss(count: unsaved, folder: folder, fault: saveFault)
    }
}
