import Files
import Jobs
import Newspaper
import Reader
import Sources

/// The editions that there are, how many of their stories are unread, and the jobs that find and count them.
final class EditionCalendar {
    private let paths: [FileName]
    private let loader: any EditionLoading
    /// Every edition that was found in this sitting; its place is its id.
    private var known: [EditionReference] = []
    private var ids: [Source: Int] = [:]
    /// Those that are there now.
    private var present: [Int] = []
    private var counts: [Int: EditionCounts] = [:]

    private var finding: Job?
    private var counting: (job: Job, id: Int)?
    /// When the first of the editions on the screen was begun to be counted; nil while none is.
    private var countingSince: Int64?
    /// Whether Escape has stopped the counting, until the calendar is opened again.
    private var isStopped = false
    /// Since when the entries on the screen are no longer true; nil while they are.
    private var staleSince: Int64?

    init(paths: [FileName], loader: any EditionLoading) {
        self.paths = paths
        self.loader = loader
    }

    /// An edition by its id.
    subscript(id: Int) -> EditionReference { known[id] }

    /// Milliseconds until there is something to do; nil where there is not.
    var timeout: Int64? { finding != nil || counting != nil || staleSince != nil ? Job.timeout / 2 : nil }

    // MARK: - Finding

    /// Shows the editions that are known, and looks for more.
    func show(_ application: Application) {
        isStopped = false
        build(application)
        find(application)
    }

    var isFinding: Bool { finding != nil }

    /// Looks for all editions.
    func find(_ application: Application) {
        guard finding == nil else { return }
        let paths = paths
        finding = application.jobs.start { job, send in
            let catalog = Catalog.find(paths) { job.progress.report(.init(.finding, $0)) }
            send { application in
                guard application.calendar.finding === job else { return }
                application.calendar.finding = nil
                application.calendar.adopt(catalog)
                application.calendar.invalidate(now: application.environment.uptime)
            }
        }
    }

    /// These editions are there now.
    func adopt(_ catalog: Catalog) { present = catalog.editions.map(know) }

    /// The edition as it is now; returns its id.
    @discardableResult
    func know(_ edition: EditionReference) -> Int {
        if let id = ids[edition.source] {
            known[id] = edition
            return id
        }
        ids[edition.source] = known.count
        known.append(edition)
        return known.count - 1
    }

    // MARK: - Counting

    func adopt(_ new: EditionCounts) { counts[know(new.edition)] = new }

    /// Editions or marks are others now.
    func invalidate(now: Int64) { staleSince = staleSince ?? now }

    /// Counts what is on the screen, and shows what was counted.
    func work(_ application: Application) {
        guard application.state.calendar != nil else {
            (staleSince, countingSince) = (nil, nil)
            return
        }
        let now = application.environment.uptime
        if counting == nil, !isStopped, !application.editions.isLoading {
            if let id = application.state.wantedCounts.first(where: { !isCounted($0) }) {
                countingSince = countingSince ?? now
                count(id, application)
            } else {
                countingSince = nil
            }
        }
        // All entries are made anew, so not for each edition that is counted.
        if let staleSince, counting == nil || now - staleSince >= Job.timeout { build(application) }
    }

    private func isCounted(_ id: Int) -> Bool { counts[id]?.edition == known[id] }

    private func count(_ id: Int, _ application: Application) {
        let (edition, loader) = (known[id], loader)
        let job = application.jobs.start { job, send in
            let counts = EditionCounts(edition, loader.load([edition], job.progress).list)
            send { application in
                let calendar = application.calendar
                guard calendar.counting?.job === job else { return }
                calendar.counting = nil
                calendar.counts[id] = counts
                calendar.invalidate(now: application.environment.uptime)
            }
        }
        counting = (job, id)
    }

    private func build(_ application: Application) {
        staleSince = nil
        application.send(.editions(entries(application)))
    }

    /// What is known of the editions that are there now.
    func entries(_ application: Application) -> [EditionEntry] {
        let open = application.editions.open.count == 1 ? application.editions.open[0].source : nil
        return present.map { id in
            let edition = known[id]
            var entry = EditionEntry(
                id: id, date: edition.date, name: edition.name,
                pages: edition.pages.map { EditionEntry.Page(number: $0.number, name: $0.name) },
                isOpen: edition.source == open)
            if let known = counts[id], isCounted(id) { known.fill(&entry) { application.marks.unread(among: $0) } }
            return entry
        }
    }

    // MARK: - What takes long

    /// Finding or counting, once it takes long and the calendar is open.
    func task(_ application: Application) -> LongTask? {
        guard application.state.calendar != nil else { return nil }
        let texts = application.state.texts
        if let finding, finding.isLong {
            return LongTask(words: texts.words(for: finding.progress.step)) { _ in finding.cancel() }
        }
        guard let counting, let countingSince, application.environment.uptime - countingSince >= Job.timeout else {
            return nil
        }
        return LongTask(words: texts(.progressCounting)) { application in
            counting.job.cancel()
            application.calendar.counting = nil
            application.calendar.countingSince = nil
            application.calendar.isStopped = true
        }
    }
}
