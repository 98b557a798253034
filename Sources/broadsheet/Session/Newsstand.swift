import Files
import Sources
import Newspaper
import PageText
import Reader

/// The editions that there are, the one that is read, and the work of reading others: on threads beside the loop, so that
/// the screen is never kept waiting.
struct Newsstand {
    typealias Reading = Errand<Swift.Result<Material, Complaint>>

    /// What is read; nothing while the first is on its way.
    private(set) var material: Material
    private(set) var rawPages: RawPages
    private let paths: [String]
    /// Every edition that was found in this sitting; its place is its id.
    private var known: [EditionReference] = []
    private var ids: [Source: Int] = [:]
    /// Those that are there now.
    private var present: [Int] = []
    private var counted: [Int: Counted] = [:]
    private var watches: [EditionWatch?] = []

    private var reading: (errand: Reading, purpose: Purpose)?
    private var scanning: Errand<Catalog>?
    private var counting: (id: Int, errand: Errand<Counted>)?

    private enum Purpose {
        case start
        case open(page: Int?)
        /// The same edition, its pages having changed.
        case update
    }

    /// The stories of an edition, page by page.
    private struct Counted: Sendable {
        var edition: EditionReference
        var date: String?
        var pages: [(page: Page, stories: [StoryID])]

        init(_ edition: EditionReference, _ content: Edition) {
            self.edition = edition
            date = content.date
            pages = content.pages.map { ($0, []) }
            for story in content.stories where pages.indices.contains(story.page) {
                pages[story.page].stories.append(story.id)
            }
            if pages.isEmpty { pages = [(Page(), content.stories.map(\.id))] }
        }
    }

    init(paths: [String], material: Material) {
        self.paths = paths
        self.material = material
        rawPages = RawPages(material)
        begin()
    }

    /// While the first edition is still being read.
    init(paths: [String], reading: Reading) {
        self.init(paths: paths, material: Material())
        self.reading = (reading, .start)
    }

    /// Begins to read what the reader opens with.
    static func reading(_ paths: [String]) -> Reading {
        Errand { progress in
            Swift.Result { () throws(Complaint) in
                try Material(paths: paths, library: nil, onlyLatest: true, progress: progress)
            }
        }
    }

    var isStarting: Bool { if case .start? = reading?.purpose { true } else { false } }

    /// Milliseconds until there is something to do.
    var patience: Int32 {
        if reading != nil || scanning != nil { return 100 }
        let due = watches.compactMap { $0?.deadline }.min() ?? .max
        return Int32(max(10, min(1000, due == .max ? 1000 : due - Surroundings.now)))
    }

    // MARK: - What the reader asks for

    /// Shows the editions that are known, and looks for more.
    mutating func show(_ state: inout ReaderState, _ marks: MarkKeeper) {
        state.show(editions: entries(marks))
        let paths = paths
        if scanning == nil {
            scanning = Errand { progress in
                Catalog.find(paths) { progress.tell(.finding($0)) }
            }
        }
    }

    mutating func open(_ id: Int, page: Int?) {
        reading = (Self.read([known[id]], of: material.catalog), .open(page: page))
    }

    /// Stops what takes long, and says what there is. What has come too far to be stopped is left to itself.
    mutating func cancel(_ state: inout ReaderState) {
        switch reading?.purpose {
        case .start?:
            guard let errand = reading?.errand else { break }
            if errand.progress.isCancelled || errand.progress.step == .parsing {
                reading = nil
                state.message = state.texts(.stopped)
            }
            errand.progress.cancel()
        case .open?:
            reading?.errand.progress.cancel()
            reading = nil
            state.message = state.texts(.stoppedOpening)
        case .update?, nil: scanning?.progress.cancel()
        }
        state.progress = nil
    }

    // MARK: - What comes of it

    /// Takes what is ready, and begins what is due.
    mutating func tick(_ state: inout ReaderState, _ marks: MarkKeeper) throws(Complaint) {
        if let (errand, purpose) = reading, let result = errand.result {
            reading = nil
            try take(result, purpose, errand.progress, &state, marks)
        }
        if let shelf = scanning?.result {
            scanning = nil
            present = shelf.editions.map { know($0) }
            if state.calendar != nil { state.show(editions: entries(marks)) }
        }
        if let (id, errand) = counting, let result = errand.result {
            counting = nil
            counted[id] = result
            recount(&state, marks)
        }
        if counting == nil, reading == nil, let id = state.wantedCounts.first { count(id) }
        lookForChanges()
        tellProgress(&state)
    }

    /// Shows the counts as the marks are now.
    func recount(_ state: inout ReaderState, _ marks: MarkKeeper) {
        if state.calendar != nil { state.show(editions: entries(marks)) }
    }

    private mutating func take(
        _ result: Swift.Result<Material, Complaint>, _ purpose: Purpose, _ progress: Progress,
        _ state: inout ReaderState, _ marks: MarkKeeper
    ) throws(Complaint) {
        let new: Material
        switch (result, purpose) {
        case (.success(let material), _): new = material
        case (.failure(let complaint), .start): throw complaint
        // What was there before is still there.
        case (.failure(let complaint), .open):
            state.message = complaint.words
            return
        case (.failure, .update): return
        }
        let old = material.edition
        material = new
        rawPages = RawPages(new)
        begin()
        let (marksNow, places) = (marks.marks(of: new.edition), marks.places(of: new.edition))
        switch purpose {
        case .update:
            guard new.edition != old else { return }
            state.take(new.edition, marks: marksNow, places: places)
            let added = Set(new.edition.stories.map(\.id)).subtracting(old.stories.map(\.id)).count
            let pages = new.edition.pages.count - old.pages.count
            state.message = pages > 0 ? state.texts(.newPages, pages, added) : state.texts(.changedPages)
        case .start, .open:
            var page: Int?
            if case .open(let wanted) = purpose { page = wanted }
            state.open(new.edition, marks: marksNow, places: places, page: page)
            state.message = new.notes.first
            if progress.isCancelled, let pages = progress.pages {
                state.message = state.texts(.stoppedAfter, pages.read, pages.all)
            }
        }
        recount(&state, marks)
    }

    /// What is read now is known, counted and watched.
    private mutating func begin() {
        let ids = material.catalog.editions.map { know($0) }
        if present.isEmpty { present = ids }
        watches = material.opened.map { EditionWatch($0) }
        guard material.opened.count == 1 else { return }
        let id = know(material.opened[0])
        counted[id] = Counted(material.opened[0], material.edition)
    }

    private mutating func know(_ edition: EditionReference) -> Int {
        if let id = ids[edition.source] {
            known[id] = edition
            return id
        }
        ids[edition.source] = known.count
        known.append(edition)
        return known.count - 1
    }

    private func entries(_ marks: MarkKeeper) -> [EditionEntry] {
        let open = material.opened.count == 1 ? material.opened[0].source : nil
        return present.map { id in
            let edition = known[id]
            var entry = EditionEntry(
                id: id, date: edition.date, name: edition.name,
                pages: edition.pages.map { EditionEntry.Page(number: $0.number, name: $0.name) },
                isOpen: edition.source == open)
            guard let known = counted[id], known.edition == edition else { return entry }
            entry.date = known.date ?? entry.date
            entry.pages = known.pages.map { page, stories in
                EditionEntry.Page(
                    number: page.number, name: page.name,
                    count: .init(unread: marks.unread(among: stories), total: stories.count))
            }
            let counts = entry.pages.compactMap(\.count)
            entry.count = .init(
                unread: counts.reduce(0) { $0 + $1.unread }, total: counts.reduce(0) { $0 + $1.total })
            return entry
        }
    }

    // MARK: - Work

    private static func read(_ editions: [EditionReference], of catalog: Catalog) -> Reading {
        Errand { progress in
            Swift.Result { () throws(Complaint) in
                try Material(editions, of: catalog, progress: progress)
            }
        }
    }

    private mutating func count(_ id: Int) {
        let (edition, catalog) = (known[id], material.catalog)
        counting = (
            id,
            Errand { progress in
                let material = try? Material([edition], of: catalog, progress: progress)
                return Counted(edition, material?.edition ?? Edition())
            }
        )
    }

    /// Reads the edition again where its files have changed.
    private mutating func lookForChanges() {
        guard reading == nil else { return }
        var editions = material.opened
        var hasNews = false
        for index in watches.indices {
            watches[index]?.changed(now: Surroundings.now)
            guard let new = watches[index]?.check(now: Surroundings.now) else { continue }
            editions[index] = new
            hasNews = true
        }
        if hasNews { reading = (Self.read(editions, of: material.catalog), .update) }
    }

    private func tellProgress(_ state: inout ReaderState) {
        state.progress = nil
        let progress: Progress
        switch (reading, scanning) {
        case (let (errand, .start)?, _): progress = errand.progress
        case (let (errand, .open)?, _) where errand.isLong: progress = errand.progress
        case (_, let errand?) where errand.isLong && state.calendar != nil: progress = errand.progress
        default: return
        }
        state.progress =
            switch progress.step {
            case .finding(let count): state.texts(.progressFinding, count)
            case .reading(let read, let all): state.texts(.progressReading, min(read + 1, all), all)
            case .parsing: state.texts(.progressParsing)
            }
    }
}
