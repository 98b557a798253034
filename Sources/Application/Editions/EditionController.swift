import Files
import Jobs
import Newspaper
import Reader
import Sources

/// Which editions are read, and the job that reads them, others in their place, or what has changed in them.
///
/// The list of their stories is the reader's alone (`state.stories.base`): `open` changes when the reader gets a list, never
/// before, so that both always speak of the same editions.
final class EditionController {
    private let loader: any EditionLoading
    /// The editions that the reader's list was made of; none while the first are on their way.
    private(set) var open: [EditionReference] = []
    /// What was done to their texts while they were decoded.
    private(set) var notes: [SourceNote] = []
    /// What of them could not be read, so that an update does not say it again.
    private(set) var faults: [SourceFault] = []
    /// What could not be read of what the program was started with.
    private(set) var startFaults: [SourceFault] = []
    private var watches: [EditionWatch] = []
    /// Whether it was said that a file is empty or gone.
    private var isMissing = false
    /// Looks at files of the watches, by their indices.
    private var checking: Job?
    private var loading: Loading?
    /// The editions as they have changed, until that was read; not to be read before a time of the monotonic clock.
    private var outdated: (editions: [EditionReference], due: Int64)?
    /// Whether a line was corrected, and the editions have not been read with that.
    private var isCorrected = false

    private enum Purpose {
        case start
        case open(page: Int?)
        /// The same editions, their files having changed.
        case update
        /// The same editions, a line of theirs having been corrected.
        case correct

        /// Whether what is on the screen stays until all has been read.
        var isUpdate: Bool {
            switch self {
            case .start, .open: false
            case .update, .correct: true
            }
        }
    }

    /// What is to be read.
    private struct Target: Sendable {
        var editions: [EditionReference]
        /// Made before anything is read, so that no change falls between.
        var watches: [EditionWatch]
        /// What the paths lead to; nil where the editions were known.
        var catalog: Catalog?

        init(_ editions: [EditionReference], watched: Bool = true, _ catalog: Catalog? = nil) {
            self.editions = editions
            self.catalog = catalog
            watches = watched ? editions.compactMap { EditionWatch($0) } : []
        }
    }

    private struct Loading {
        let job: Job
        let purpose: Purpose
        /// Nil while it is still being looked for.
        var target: Target?
        /// Whether a part of it is on the screen.
        var isShown = false
    }

    /// What came of a job, with all that takes a look at every story.
    private struct Outcome: Sendable {
        var content: LoadedContent
        /// Nil where several editions were read.
        var counts: EditionCounts?
        /// What an update brings; nil where it brings nothing.
        var change: ListChange?
        /// Of a correction: which stories are which now.
        var succession: StorySuccession?
    }

    /// Milliseconds until changes are read again whose reading was stopped by Escape.
    static let postponement: Int64 = 60_000

    /// Begins to read what the program was started with.
    init(paths: [FileName], loader: any EditionLoading, _ jobs: Jobs<Application.Callback>) {
        self.loader = loader
        load(.start, jobs) { progress in
            let catalog = Catalog.find(paths, .latest) { progress.report(.init(.finding, $0)) }
            // What was found until Escape is read; another one stops that.
            if catalog.isStopped { progress.resume() }
            return Target(catalog.latest, catalog)
        }
    }

    /// Whether there is nothing to read yet.
    var isStarting: Bool {
        guard let loading, case .start = loading.purpose else { return false }
        return !loading.isShown
    }

    /// Whether an edition is not whole yet.
    var isLoading: Bool { loading != nil }

    /// Milliseconds until there is something to do; nil where there is not.
    func timeout(now: Int64) -> Int64? {
        if loading != nil { return Job.timeout / 2 }
        let looks = checking == nil ? watches.compactMap(\.deadline) : []
        return (looks + (outdated.map { [$0.due] } ?? [])).min().map { max(0, $0 - now) }
    }

    /// The files and folders whose changes are of interest.
    var watchedFiles: [FileName] { watches.flatMap(\.watched) }

    // MARK: - Loading

    /// Opens another edition, from a page on.
    func open(_ edition: EditionReference, page: Int?, _ application: Application) {
        load(.open(page: page), application.jobs) { _ in Target([edition]) }
    }

    /// - Parameter old: the list that an update changes.
    private func load(
        _ purpose: Purpose, _ jobs: Jobs<Application.Callback>, from old: (any StoryList)? = nil,
        _ find: @escaping @Sendable (Progress) -> Target
    ) {
        loading?.job.cancel()
        let loader = loader
        var page: Int?
        if case .open(let wanted) = purpose { page = wanted }
        var isCorrection = false
        if case .correct = purpose { isCorrection = true }
        let job = jobs.start { [page, isCorrection] job, send in
            let target = find(job.progress)
            send { $0.editions.begin(target, job, $0) }
            let content = loader.load(target.editions, job.progress) { list in
                // A part of an update is less than what is there; and a chosen page is shown when it has come.
                guard old == nil, page.map(list.reaches) != false else { return }
                send { $0.editions.show(list, of: job, $0) }
            }
            let outcome = Outcome(
                content: content,
                counts: target.editions.count == 1 ? EditionCounts(target.editions[0], content.list) : nil,
                change: isCorrection ? nil : old.flatMap { ListChange(from: $0, to: content.list, job.progress) },
                succession: isCorrection
                    ? old.map { StorySuccession(from: $0, to: content.list, job.progress) } : nil)
            send { $0.editions.finish(outcome, of: job, $0) }
        }
        loading = Loading(job: job, purpose: purpose)
    }

    /// Notes what a job has found to read.
    private func begin(_ target: Target, _ job: Job, _ application: Application) {
        guard loading?.job === job else { return }
        loading?.target = target
        if let catalog = target.catalog { application.calendar.adopt(catalog) }
    }

    /// Shows what has been loaded so far.
    private func show(_ list: any StoryList, of job: Job, _ application: Application) {
        guard let loading, loading.job === job else { return }
        send(list, loading, application)
        self.loading?.isShown = true
    }

    /// Gives the reader a list; with the first of them its editions are the open ones.
    private func send(_ list: any StoryList, _ loading: Loading, _ application: Application) {
        let known = application.marks.state(of: list)
        if loading.isShown {
            return application.send(.updated(list, marks: known.marks, places: known.places, last: known.last))
        }
        var wanted: Int?
        if case .open(let page) = loading.purpose { wanted = page }
        open = loading.target?.editions ?? []
        watches = loading.target?.watches ?? []
        (notes, faults, outdated, checking, isMissing) = ([], [], nil, nil, false)
        application.watchFiles()
        // What has changed before they were watched has not been reported.
        for index in watches.indices { watches[index].changed(now: application.environment.uptime) }
        application.send(
            .opened(list, marks: known.marks, places: known.places, page: wanted, last: known.last))
        application.calendar.invalidate(now: application.environment.uptime)
    }

    /// Adopts what was loaded.
    private func finish(_ outcome: Outcome, of job: Job, _ application: Application) {
        application.stopWaiting(for: job)
        guard let loading, loading.job === job else { return }
        self.loading = nil
        if loading.purpose.isUpdate { return finishUpdate(outcome, loading, application) }
        let content = outcome.content
        let faults = (loading.target?.catalog?.faults ?? []) + content.faults
        if content.list.isEmpty, !faults.isEmpty, !job.progress.isCancelled {
            if case .start = loading.purpose {
                application.end(.fault(faults))
            } else {
                // What was there before is still there.
                application.say(application.state.texts.words(for: faults[0]))
            }
            return
        }
        send(content.list, loading, application)
        (notes, self.faults) = (content.notes, faults)
        note(outcome, application)
        application.say(remark(on: content, loading, faults, application))
        if case .start = loading.purpose {
            startFaults = faults
            application.showSettingsFaults()
        }
    }

    private func finishUpdate(_ outcome: Outcome, _ loading: Loading, _ application: Application) {
        outdated = nil
        let (content, texts) = (outcome.content, application.state.texts)
        let new = content.faults.first { !faults.contains($0) }
        faults = content.faults
        var words = new.map { texts.words(for: $0) }
        // Where nothing can be read any more, what was there before is still there: an archive may hold another day now.
        if content.list.isEmpty {
            words = words ?? (content.faults.isEmpty ? texts(.noStories, open.first?.name ?? "") : nil)
        } else {
            open = loading.target?.editions ?? open
            notes = content.notes
            note(outcome, application)
            if let succession = outcome.succession {
                application.follow(succession)
                let known = application.marks.state(of: content.list)
                application.send(
                    .corrected(
                        content.list, marks: known.marks, places: known.places, successors: succession.successors))
            } else if let change = outcome.change {
                let known = application.marks.state(of: content.list)
                application.send(.updated(content.list, marks: known.marks, places: known.places))
                words =
                    words ?? (change.pages > 0 ? texts(.newPages, change.pages, change.stories) : texts(.changedPages))
            }
        }
        // What was said to be missing is back, if only as it was.
        application.say(words ?? (isMissing ? texts(.changedPages) : nil))
        isMissing = false
    }

    private func note(_ outcome: Outcome, _ application: Application) {
        for edition in open { application.calendar.know(edition) }
        // Of an edition that was not read to its end they are too few.
        if let counts = outcome.counts, !outcome.content.isStopped { application.calendar.adopt(counts) }
        application.calendar.invalidate(now: application.environment.uptime)
    }

    /// What is to be said of an edition that was opened.
    private func remark(
        on content: LoadedContent, _ loading: Loading, _ faults: [SourceFault], _ application: Application
    ) -> String? {
        let texts = application.state.texts
        if loading.job.progress.isCancelled {
            let (read, all) = content.files
            return read == 0 ? texts(.stopped) : texts(.stoppedAfter, read, all)
        }
        if let catalog = loading.target?.catalog, catalog.isStopped {
            return texts(.stoppedFinding, catalog.editions.count)
        }
        if let fault = faults.first { return texts.words(for: fault) }
        return content.notes.lazy.compactMap { texts.words(for: $0).first }.first
    }

    // MARK: - What takes long

    /// The opening of an edition, once it takes long.
    func opening(_ application: Application) -> LongTask? {
        guard let loading else { return nil }
        switch loading.purpose {
        case .start: break
        case .open: if !loading.job.isLong { return nil }
        case .update, .correct: return nil
        }
        let words = application.state.texts.words(for: loading.job.progress.step)
        return LongTask(words: words) { $0.editions.stopOpening($0) }
    }

    /// The reading of changes, once it takes long.
    func updating(_ application: Application) -> LongTask? {
        guard let loading, loading.purpose.isUpdate, loading.job.isLong else { return nil }
        let words = application.state.texts.words(for: loading.job.progress.step)
        return LongTask(words: words) { application in
            loading.job.cancel()
            let editions = application.editions
            editions.loading = nil
            let due = application.environment.uptime + Self.postponement
            editions.outdated = (editions.outdated?.editions ?? editions.open, due)
        }
    }

    /// Stops, and keeps what was read so far; what does not stop is left to itself the second time.
    private func stopOpening(_ application: Application) {
        guard let loading else { return }
        let texts = application.state.texts
        if case .open = loading.purpose, !loading.isShown {
            self.loading = nil
            application.say(texts(.stoppedOpening))
        } else if loading.job.progress.isCancelled {
            self.loading = nil
            let read = loading.job.progress.lastReading
            application.say(
                loading.isShown ? texts(.stoppedAfter, read?.done ?? 0, read?.total ?? 0) : texts(.stopped))
        }
        loading.job.cancel()
    }

    // MARK: - Changes

    /// Something has happened to files that are watched.
    func filesChanged(_ files: [FileName], now: Int64) {
        for index in watches.indices where !Set(watches[index].watched).isDisjoint(with: files) {
            watches[index].changed(now: now)
        }
    }

    /// Reads the editions with a correction that was written down.
    func correct(_ application: Application) {
        isCorrected = true
        work(application)
    }

    /// Reads changed files again.
    func work(_ application: Application) {
        guard loading == nil else { return }
        if isCorrected {
            isCorrected = false
            let editions = outdated?.editions ?? open
            load(.correct, application.jobs, from: application.state.stories.base) { _ in
                Target(editions, watched: false)
            }
            if let loading { application.startWaiting(for: loading.job) }
            return
        }
        if checking == nil { check(application) }
        // It stays outdated until it was read: opening another edition may stop that, and be stopped itself.
        if let outdated, application.environment.uptime >= outdated.due {
            load(.update, application.jobs, from: application.state.stories.base) { _ in
                Target(outdated.editions, watched: false)
            }
        }
    }

    /// Looks at the files in which something has happened.
    private func check(_ application: Application) {
        let now = application.environment.uptime
        let due = watches.indices.compactMap { index in watches[index].begin(now: now).map { (index, $0) } }
        guard !due.isEmpty else { return }
        checking = application.jobs.start { job, send in
            let outcomes = due.map { index, check in (index, check.run()) }
            send { $0.editions.adopt(outcomes, of: job, $0) }
        }
    }

    private func adopt(_ outcomes: [(Int, EditionCheck.Outcome)], of job: Job, _ application: Application) {
        guard checking === job else { return }
        checking = nil
        let now = application.environment.uptime
        for (index, outcome) in outcomes {
            // What is being read may be another state of the files than the one that was found: they are looked at again.
            switch watches[index].finish(loading == nil ? outcome : nil, now: now) {
            case .files(let changed):
                var editions = outdated?.editions ?? open
                guard let place = editions.firstIndex(where: { $0.source == changed.source }) else { continue }
                editions[place] = changed
                outdated = (editions, now)
            case .missing(let file):
                isMissing = true
                application.say(application.state.texts(.keptText, file.last.shown))
            case nil: break
            }
        }
    }
}

extension StoryList {
    /// Whether a list that grows page by page has come to a page.
    fileprivate func reaches(_ page: Int) -> Bool {
        (0..<count).reversed().contains { header(at: $0).page >= page }
    }
}
