import Fetching
import Files
import Glibc
import Newspaper
import Sources

/// Asks those sources that are due, and files what is new in the day's edition.
///
/// What a source gave is in its file before anything is remembered of it: a round that is killed at any point is made up for by
/// the next one.
package struct FetchRound {
    /// Where everything is.
    package struct Folders: Sendable {
        /// With the days' editions.
        package var editions: FileName
        /// What is remembered from round to round.
        package var state: FileName
        /// What `~/` stands for; nil where there is no such folder.
        package var home: FileName?

        /// The folders of a reader.
        package init(editions: FileName, state: FileName, home: FileName?) {
            (self.editions, self.state, self.home) = (editions, state, home)
        }
    }

    /// Why a source gave nothing. Data: the edge puts it into words.
    package enum Trouble: Error, Equatable, Sendable {
        case fetch(FetchFault)
        /// What came cannot be read.
        case reading(SourceFault)
        /// A page came in place of the feed: a network asks to log in, or the feed has moved.
        case noFeed
        /// What came cannot be filed.
        case file(FileFault)
        /// The program that prints the password could not be started, or ended otherwise than well.
        case password(program: String)
    }

    /// What came of one source.
    package enum Outcome: Equatable, Sendable {
        /// So many new stories were filed.
        case filed(Int)
        case trouble(Trouble)
    }

    /// What a round has to tell, as it happens.
    package enum Event: Equatable, Sendable {
        /// So many sources are asked.
        case began(Int)
        /// What came of a source, by its index.
        case ended(Int, Outcome)
        /// Filters have these stories, which were just filed, marked.
        case marked(read: [StoryID], starred: [StoryID])
        /// A source has another address from now on.
        case moved(Int, FollowedSource.Address)
    }

    /// How a round ended.
    package enum End: Equatable, Sendable {
        case done
        /// Somebody else is fetching.
        case busy
        /// What is remembered could not be written.
        case notSaved(FileFault)
    }

    let folders: Folders
    private let day: EditionDay
    let fetcher: Fetcher
    private let now: () -> Int64

    /// - Parameter now: the time, in seconds since 1970.
    package init(_ folders: Folders, day: EditionDay, fetcher: Fetcher, now: @escaping () -> Int64) {
        (self.folders, self.day, self.fetcher, self.now) = (folders, day, fetcher, now)
    }

    /// - Parameters:
    ///   - filters: those of all sources.
    ///   - wanted: the indices of the sources that are asked whether they are due or not; nil for those that are due.
    ///   - words: what is remembered of a trouble.
    ///   - goesOn: asked several times a second; false ends the round with what has come.
    ///   - report: called as things happen.
    package func run(
        _ sources: [FollowedSource], filters: [StoryFilter] = [], asking wanted: Set<Int>? = nil,
        words: (Trouble) -> String,
        while goesOn: () -> Bool = { true }, report: (Event) -> Void
    ) -> End {
        let lock: FetchLock?
        do throws(FileFault) {
            lock = try FetchLock.acquire(in: folders.state)
        } catch {
            return .notSaved(error)
        }
        guard let lock else { return .busy }
        return withExtendedLifetime(lock) {
            withoutActuallyEscaping(words) { words in
                withoutActuallyEscaping(report) { report in
                    var work = Work(self, sources, filters, words: words, report: report)
                    return work.run(asking: wanted, while: goesOn)
                }
            }
        }
    }

    /// Has a source's record and what it has given belong to another address.
    package static func move(
        _ source: FollowedSource, to address: FollowedSource.Address, in state: FileName
    ) throws(FileFault) {
        var records = SourceRecords(in: state)
        records.move(source, to: address)
        try records.save()
        var other = source
        other.address = address
        SeenStories.move(source, to: other, in: state.appending("seen"))
    }

    // MARK: -

    /// A round while it goes on.
    private struct Work {
        let round: FetchRound
        let sources: [FollowedSource]
        let filters: [StoryFilter]
        let words: (Trouble) -> String
        let report: (Event) -> Void
        var records: SourceRecords
        /// What has been filed and is remembered at the end.
        var seen: [Int: SeenStories] = [:]
        /// What is in the files that something was filed in, by day.
        var filed: [String: [FileName: [DayOrder.Entry]]] = [:]

        var folders: Folders { round.folders }
        var seenFolder: FileName { folders.state.appending("seen") }

        init(
            _ round: FetchRound, _ sources: [FollowedSource], _ filters: [StoryFilter],
            words: @escaping (Trouble) -> String,
            report: @escaping (Event) -> Void
        ) {
            (self.round, self.sources, self.filters) = (round, sources, filters)
            (self.words, self.report) = (words, report)
            records = SourceRecords(in: round.folders.state)
        }

        mutating func run(asking wanted: Set<Int>?, while goesOn: () -> Bool) -> End {
            let start = round.now()
            let asked = sources.indices.filter { index in
                wanted?.contains(index) ?? records[sources[index]].isDue(sources[index], now: start)
            }
            report(.began(asked.count))
            var requests: [FetchRequest] = []
            var indices: [Int] = []
            for index in asked where goesOn() {
                let source = sources[index]
                do throws(Trouble) {
                    guard let request = try round.request(for: source, records[source], while: goesOn) else {
                        try read(folder: index, while: goesOn)
                        continue
                    }
                    requests.append(request)
                    indices.append(index)
                } catch {
                    fail(index, error)
                }
            }
            round.fetcher.fetch(requests, while: goesOn) { receive(indices[$0], $1) }
            return finish()
        }

        // MARK: Receiving

        private mutating func receive(_ index: Int, _ result: Result<FetchResult, FetchFault>) {
            let source = sources[index]
            var record = records[source]
            record.history.enter(result, at: round.now())
            switch result {
            case .failure(.cancelled): return
            case .failure(let fault):
                records[source] = record
                fail(index, .fetch(fault))
            case .success(let result) where result.isNotModified:
                record.trouble = nil
                (record.entityTag, record.lastModified) = (result.entityTag, result.lastModified)
                records[source] = record
                report(.ended(index, .filed(0)))
            case .success(let result):
                do throws(Trouble) {
                    let reading = try FetchRound.read(result, of: source)
                    if record.isFeed == true, !reading.isFeed { throw .noFeed }
                    // What was filed is not asked for again, but what could not be filed is.
                    let filed = try file(reading, of: index, &record)
                    (record.entityTag, record.lastModified) = (result.entityTag, result.lastModified)
                    records[source] = record
                    if reading.isFeed, let address = result.permanentAddress { move(index, to: address) }
                    report(.ended(index, .filed(filed)))
                } catch {
                    record.failures += 1
                    records[source] = record
                    fail(index, error)
                }
            }
        }

        private mutating func read(folder index: Int, while goesOn: () -> Bool) throws(Trouble) {
            guard case .path(let path) = sources[index].address else { return }
            var record = records[sources[index]]
            record.history.enter(.success(FetchResult(status: 200)), at: round.now())
            let reading: SourceReading.Reading
            do throws(SourceFault) {
                reading = try SourceReading.read(folder: round.expanded(path), while: goesOn)
            } catch {
                throw .reading(error)
            }
            let filed = try file(reading, of: index, &record)
            records[sources[index]] = record
            report(.ended(index, .filed(filed)))
        }

        private mutating func fail(_ index: Int, _ trouble: Trouble) {
            records[sources[index]].trouble = words(trouble)
            report(.ended(index, .trouble(trouble)))
        }

        private mutating func move(_ index: Int, to text: String) {
            guard let address = FollowedSource.Address(text), address != sources[index].address,
                !sources.contains(where: { $0.address == address })
            else { return }
            report(.moved(index, address))
        }

        // MARK: Filing

        /// Files what has not been filed on any day; returns how many stories that were.
        private mutating func file(
            _ reading: SourceReading.Reading, of index: Int, _ record: inout SourceRecord
        ) throws(Trouble) -> Int {
            let source = sources[index]
            let now = round.now()
            record.title = reading.list.title ?? record.title
            let wishes = reading.list.feed?.wishes ?? UpdateWishes()
            (record.ttl, record.skippedHours, record.skippedDays) = (
                wishes.ttl, wishes.skippedHours, wishes.skippedDays
            )
            record.isFeed = reading.isFeed
            record.trouble = nil
            var seen = seen[index] ?? SeenStories(of: source, in: seenFolder)
            let headers = (0..<reading.list.count).map { reading.list.header(at: $0) }
            let unseen = headers.indices.filter { !seen.contains(headers[$0].id) }
            let editions = DayEditions(folders.editions)
            var count = 0
            do throws(FileFault) {
                // A round that was killed may have filed them without remembering it.
                let filed = unseen.isEmpty ? [] : try editions.recentStories(of: source)
                let new = unseen.filter { !filed.contains(headers[$0].id) }
                if !new.isEmpty, let today = round.day.day(of: now) {
                    let plan = FilingPlan(
                        new.map { ($0, headers[$0].published?.seconds) },
                        filed: seen.isEmpty ? headers.indices.filter { filed.contains(headers[$0].id) } : nil,
                        today: today, now: now, round.day)
                    for (day, positions) in plan.days {
                        let stories = positions.compactMap { reading.list.story(at: $0) }
                        let sorted = FilteredDelivery(
                            stories, from: reading.list,
                            by: StoryFilters(
                                global: filters, own: source.filters, language: source.language ?? reading.list.language
                            ),
                            now: now)
                        try editions.file(sorted.hidden, of: source, rank: index, day: day, isHidden: true)
                        let new = try editions.file(sorted.shown, of: source, rank: index, day: day) { file, stories in
                            self.filed[day, default: [:]][file] = stories.map(DayOrder.Entry.init)
                        }
                        if !new.isEmpty { record.count(new.count, on: day) }
                        count += new.count
                        if let marks = sorted.marks(of: new) { report(marks) }
                    }
                }
            } catch {
                throw .file(error)
            }
            seen.add(headers.map(\.id))
            self.seen[index] = seen
            if count > 0 { record.newest = now }
            return count
        }

        // MARK: The end

        private mutating func finish() -> End {
            do throws(FileFault) {
                let editions = DayEditions(folders.editions)
                for (day, known) in filed {
                    try DayOrder.write(for: day, in: editions, known: known, now: round.now())
                }
                // What is filed is on the disk before it counts as seen.
                if !seen.isEmpty { syncFileSystem(of: folders.editions) }
                for seen in seen.values { try seen.save() }
                records.keep(only: sources)
                try records.save()
            } catch {
                return .notSaved(error)
            }
            return .done
        }
    }
}
