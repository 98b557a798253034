import Files
import Jobs
import Newspaper
import Reader
import Sources

/// The editions that there are, the one that is read, and the jobs that read others.
final class EditionController {
    private let paths: [FileName]
    private let loader: ContentLoader
    /// Of a folder of editions the latest alone is opened, unless all of them are wanted.
    private let scope: Catalog.Scope
    /// Every edition that was found in this sitting; its place is its id.
    private var known: [EditionReference] = []
    private var ids: [Source: Int] = [:]
    /// Those that are there now.
    private var present: [Int] = []
    private var counts: [Int: EditionCounts] = [:]
    /// What is read; nil while the first is on its way.
    private(set) var content: LoadedContent?
    private var watches: [EditionWatch] = []
    /// Looks at files of the watches, by their indices.
    private var checking: Job?

    private var loading: (job: Job, purpose: Purpose)?
    private var scanning: Job?
    private var counting: (job: Job, id: Int)?
    /// Whether what is on the screen is a part of what is being loaded.
    private var isGrowing = false

    private enum Purpose {
        case start
        case open(page: Int?)
        /// The same edition, its files having changed.
        case update
    }

    init(paths: [FileName], loader: ContentLoader, scope: Catalog.Scope = .latest) {
        self.paths = paths
        self.loader = loader
        self.scope = scope
    }

    /// Whether there is nothing to read yet.
    var isStarting: Bool { if case .start? = loading?.purpose { !isGrowing } else { false } }

    /// Milliseconds until there is something to do; nil where there is not.
    func timeout(now: Int64) -> Int64? {
        let isShown = loading != nil || scanning != nil || counting != nil
        let mayCheck = loading == nil && checking == nil
        let settled = mayCheck ? watches.compactMap(\.deadline).min().map { max(0, $0 - now) } : nil
        return [isShown ? Job.timeout / 2 : nil, settled].compactMap(\.self).min()
    }

    /// The files and folders whose changes are of interest.
    var watchedFiles: [FileName] { watches.flatMap(\.paths) }

    /// The raw pages of what is read.
    var rawPages: RawPages? { content.map { RawPages(list: $0.list) } }

    // MARK: - Loading

    /// Begins to read what the program was started with.
    func start(_ application: Application) {
        let (paths, loader, scope) = (paths, loader, scope)
        load(.start, application) { progress, publish in
            let catalog = Catalog.find(paths, scope) { progress.report(.init(.finding, $0)) }
            if catalog.isStopped { progress.resume() }
            let editions = scope == .latest ? catalog.latest : catalog.editions
            return (catalog, Self.watches(editions), loader.load(editions, progress, publish))
        }
    }

    /// Opens an edition that is known, from a page on.
    func open(_ id: Int, page: Int?, _ application: Application) {
        load([known[id]], .open(page: page), application)
    }

    private func load(_ editions: [EditionReference], _ purpose: Purpose, _ application: Application) {
        let loader = loader
        load(purpose, application) { progress, publish in
            (nil, Self.watches(editions), loader.load(editions, progress, publish))
        }
    }

    private func load(
        _ purpose: Purpose, _ application: Application,
        _ work: @escaping @Sendable (Progress, (any StoryList) -> Void) -> (Catalog?, [EditionWatch], LoadedContent)
    ) {
        loading?.job.cancel()
        isGrowing = false
        let job = application.jobs.start { job, send in
            let (catalog, watches, content) = work(job.progress) { list in
                send { $0.editions.show(list, of: job, $0) }
            }
            send { $0.editions.finish(job, catalog, watches, content, $0) }
        }
        loading = (job, purpose)
    }

    private static func watches(_ editions: [EditionReference]) -> [EditionWatch] {
        editions.compactMap { EditionWatch($0) }
    }

    /// Shows what has been loaded so far.
    private func show(_ list: any StoryList, of job: Job, _ application: Application) {
        guard let loading, loading.job === job else { return }
        let (marks, places) = application.marks.state(of: list)
        if isGrowing {
            application.send(.updated(list, marks: marks, places: places))
        } else if case .update = loading.purpose {
            return
        } else {
            application.send(.opened(list, marks: marks, places: places, page: nil))
        }
        isGrowing = true
    }

    /// Adopts what was loaded.
    private func finish(
        _ job: Job, _ catalog: Catalog?, _ watches: [EditionWatch], _ new: LoadedContent, _ application: Application
    ) {
        guard let (current, purpose) = loading, current === job else { return }
        loading = nil
        let wasGrowing = isGrowing
        isGrowing = false
        if let catalog { present = catalog.editions.map { know($0) } }
        let faults = (catalog?.faults ?? []) + new.faults
        if new.list.isEmpty, !faults.isEmpty, !job.progress.isCancelled {
            switch purpose {
            case .start: application.end(.fault(faults))
            // What was there before is still there.
            case .open: application.say(application.state.texts.words(for: faults[0]))
            case .update: break
            }
            return
        }
        let old = content
        content = new
        self.watches = watches
        checking = nil
        application.watchFiles()
        for edition in new.editions { know(edition) }
        if new.editions.count == 1 { counts[know(new.editions[0])] = EditionCounts(new.editions[0], new.list) }
        let (marks, places) = application.marks.state(of: new.list)
        switch purpose {
        case .update:
            guard let old, !isSame(old.list, new.list) else { break }
            application.send(.updated(new.list, marks: marks, places: places))
            let added = (0..<new.list.count).count { old.list.position(of: new.list.header(at: $0).id) == nil }
            let pages = new.list.pages.count - old.list.pages.count
            let texts = application.state.texts
            application.say(pages > 0 ? texts(.newPages, pages, added) : texts(.changedPages))
        case .start, .open:
            if wasGrowing {
                application.send(.updated(new.list, marks: marks, places: places))
            } else {
                var page: Int?
                if case .open(let wanted) = purpose { page = wanted }
                application.send(.opened(new.list, marks: marks, places: places, page: page))
            }
            application.say(remark(on: new, catalog, faults, isStopped: job.progress.isCancelled, application))
        }
        recount(application)
    }

    /// What is to be said of an edition that was opened.
    private func remark(
        on new: LoadedContent, _ catalog: Catalog?, _ faults: [SourceFault], isStopped: Bool,
        _ application: Application
    ) -> String? {
        let texts = application.state.texts
        if isStopped { return texts(.stoppedAfter, new.files.read, new.files.all) }
        if let catalog, catalog.isStopped { return texts(.stoppedFinding, catalog.editions.count) }
        if let fault = faults.first { return texts.words(for: fault) }
        return application.settingsFault ?? new.notes.lazy.compactMap { texts.words(for: $0).first }.first
    }

    /// Whether two lists hold the same stories, to the letter.
    private func isSame(_ one: any StoryList, _ other: any StoryList) -> Bool {
        guard one.count == other.count, one.pages == other.pages, one.title == other.title else { return false }
        return (0..<one.count).allSatisfy {
            one.header(at: $0) == other.header(at: $0) && one.story(at: $0) == other.story(at: $0)
        }
    }

    /// Stops what takes long. What has come too far to be stopped is left to itself.
    func cancel(_ application: Application) {
        switch loading?.purpose {
        case .start?:
            guard let job = loading?.job else { break }
            if job.progress.isCancelled || job.progress.step.kind == .parsing, !isGrowing {
                loading = nil
                application.say(application.state.texts(.stopped))
            }
            job.cancel()
        case .open?:
            loading?.job.cancel()
            loading = nil
            application.say(application.state.texts(.stoppedOpening))
        case .update?, nil: scanning?.cancel()
        }
        application.send(.progress(nil))
    }

    // MARK: - The calendar

    /// Shows the editions that are known, and looks for more.
    func show(_ application: Application) {
        application.send(.editions(entries(application.marks)))
        guard scanning == nil else { return }
        let paths = paths
        scanning = application.jobs.start { job, send in
            let catalog = Catalog.find(paths) { job.progress.report(.init(.finding, $0)) }
            send { $0.editions.adopt(catalog, of: job, $0) }
        }
    }

    private func adopt(_ catalog: Catalog, of job: Job, _ application: Application) {
        guard scanning === job else { return }
        scanning = nil
        present = catalog.editions.map { know($0) }
        recount(application)
    }

    /// Shows the counts as the marks are now.
    func recount(_ application: Application) {
        if application.state.calendar != nil { application.send(.editions(entries(application.marks))) }
    }

    @discardableResult
    private func know(_ edition: EditionReference) -> Int {
        if let id = ids[edition.source] {
            known[id] = edition
            return id
        }
        ids[edition.source] = known.count
        known.append(edition)
        return known.count - 1
    }

    private func entries(_ marks: MarkStore) -> [EditionEntry] {
        let open = content.flatMap { $0.editions.count == 1 ? $0.editions[0].source : nil }
        return present.map { id in
            let edition = known[id]
            var entry = EditionEntry(
                id: id, date: edition.date, name: edition.name,
                pages: edition.pages.map { EditionEntry.Page(number: $0.number, name: $0.name) },
                isOpen: edition.source == open)
            if let known = counts[id], known.edition == edition {
                known.fill(&entry) { marks.unread(among: $0) }
            }
            return entry
        }
    }

    private func count(_ id: Int, _ application: Application) {
        let (edition, loader) = (known[id], loader)
        let job = application.jobs.start { job, send in
            let content = loader.load([edition], job.progress) { _ in }
            let counts = EditionCounts(edition, content.list)
            send { $0.editions.adopt(counts, of: job, $0) }
        }
        counting = (job, id)
    }

    private func adopt(_ new: EditionCounts, of job: Job, _ application: Application) {
        guard let (current, id) = counting, current === job else { return }
        counting = nil
        counts[id] = new
        recount(application)
    }

    // MARK: - Changes

    /// Something has happened to files that are watched.
    func filesChanged(_ files: [FileName], now: Int64) {
        for index in watches.indices where !Set(watches[index].paths).isDisjoint(with: files) {
            watches[index].changed(now: now)
        }
    }

    /// Reads changed files again, counts what is on the screen, and reports progress.
    func work(_ application: Application) {
        if counting == nil, loading == nil, let id = application.state.wantedCounts.first { count(id, application) }
        if loading == nil, checking == nil { check(application) }
        application.show(progress: progress(isCalendarOpen: application.state.calendar != nil))
    }

    private func check(_ application: Application) {
        let now = application.environment.now
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
        var editions = content?.editions ?? []
        var hasChanged = false
        for (index, outcome) in outcomes {
            let usable = loading == nil ? outcome : nil
            guard let changed = watches[index].finish(usable, now: application.environment.now),
                let place = editions.firstIndex(where: { $0.source == changed.source })
            else { continue }
            editions[place] = changed
            hasChanged = true
        }
        if hasChanged { load(editions, .update, application) }
    }

    private func progress(isCalendarOpen: Bool) -> Progress.Step? {
        switch (loading, scanning) {
        case (let (job, .start)?, _): job.progress.step
        case (let (job, .open)?, _) where job.isLong: job.progress.step
        case (_, let job?) where job.isLong && isCalendarOpen: job.progress.step
        default: nil
        }
    }
}

extension ContentLoader {
    fileprivate func load(
        _ editions: [EditionReference], _ progress: Progress, _ publish: (any StoryList) -> Void
    ) -> LoadedContent {
        load(
            editions,
            report: { step in
                switch step {
                case .reading(let count, let all): progress.report(.init(.reading, count, of: all))
                case .parsing: progress.report(.init(.parsing))
                }
            }, publish: publish)
    }
}
