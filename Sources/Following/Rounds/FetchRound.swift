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
        /// So many stories' own pages could not be read; what the feed has of them is there.
        case articles(Int)
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
        /// What has arrived and waits for the stories' own pages.
        var waiting: [Arrival] = []
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
            fetchArticles(while: goesOn)
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
                    let arrival = try arrival(of: reading, from: index, result)
                    if source.wantsArticles, arrival.count > 0 {
                        waiting.append(arrival)
                    } else {
                        file(arrival)
                    }
                } catch {
                    record.failures += 1
                    records[source] = record
                    fail(index, error)
                }
            }
        }

        /// Fetches the pages of stories whose feed has only their beginnings, and files them.
        private mutating func fetchArticles(while goesOn: () -> Bool) {
            let stories = waiting.indices.flatMap { arrival in
                waiting[arrival].articles(limit: Self.mostArticles).map { (arrival, $0.position, $0.request) }
            }
            var pages: [Int: [Int: Story]] = [:]
            var missing: [Int: Int] = [:]
            round.fetcher.fetch(stories.map { $0.2 }, while: goesOn) { index, result in
                let (arrival, position, request) = stories[index]
                if case .success(let result) = result,
                    let story = SourceReading.article(result.body, address: result.address ?? "\(request)")
                {
                    pages[arrival, default: [:]][position] = story
                } else {
                    missing[arrival, default: 0] += 1
                }
            }
            for (index, arrival) in waiting.enumerated() {
                file(arrival, articles: pages[index] ?? [:])
                if let missing = missing[index] { records[arrival.source].trouble = words(.articles(missing)) }
            }
            waiting = []
        }

        /// Pages of one source that are fetched in a round.
        private static let mostArticles = 40

        private mutating func read(folder index: Int, while goesOn: () -> Bool) throws(Trouble) {
            guard case .path(let path) = sources[index].address else { return }
            let reading: SourceReading.Reading
            do throws(SourceFault) {
                reading = try SourceReading.read(folder: round.expanded(path), while: goesOn)
            } catch {
                throw .reading(error)
            }
            file(try arrival(of: reading, from: index, FetchResult(status: 200)))
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

        /// What is new of what a source gave.
        private mutating func arrival(
            of reading: SourceReading.Reading, from index: Int, _ result: FetchResult
        ) throws(Trouble) -> Arrival {
            let source = sources[index]
            let seen = SeenStories(of: source, in: seenFolder)
            let ids = (0..<reading.list.count).map { reading.list.header(at: $0).id }
            let unseen = ids.indices.filter { !seen.contains(ids[$0]) }
            var days: [(day: String, positions: [Int])] = []
            do throws(FileFault) {
                // A round that was killed may have filed them without remembering it.
                let filed = unseen.isEmpty ? [] : try DayEditions(folders.editions).recentStories(of: source)
                let new = unseen.filter { !filed.contains(ids[$0]) }
                let now = round.now()
                if !new.isEmpty, let today = round.day.day(of: now) {
                    days =
                        FilingPlan(
                            new.map { ($0, reading.list.header(at: $0).published?.seconds) },
                            filed: seen.isEmpty ? ids.indices.filter { filed.contains(ids[$0]) } : nil,
                            today: today, now: now, round.day
                        ).days
                }
            } catch {
                throw .file(error)
            }
            return Arrival(
                index: index, source: source, reading: reading, result: result, seen: seen, ids: ids, days: days)
        }

        /// Files what is new, and remembers what was there.
        ///
        /// - Parameter articles: the stories as their own pages have them, by their positions.
        private mutating func file(_ arrival: Arrival, articles: [Int: Story] = [:]) {
            let (source, list, now) = (arrival.source, arrival.reading.list, round.now())
            var record = records[source]
            record.enter(arrival, at: now)
            let editions = DayEditions(folders.editions)
            let filters = StoryFilters(
                global: filters, own: source.filters, language: source.language ?? list.language)
            var count = 0
            do throws(FileFault) {
                for (day, positions) in arrival.days {
                    let stories = positions.compactMap { position in
                        list.story(at: position).map { $0.completed(by: articles[position]) }
                    }
                    let sorted = FilteredDelivery(stories, from: list, by: filters, now: now)
                    try editions.file(sorted.hidden, of: source, rank: arrival.index, day: day, isHidden: true)
                    let new = try editions.file(sorted.shown, of: source, rank: arrival.index, day: day) {
                        self.filed[day, default: [:]][$0] = $1.map(DayOrder.Entry.init)
                    }
                    if !new.isEmpty { record.count(new.count, on: day) }
                    count += new.count
                    if let marks = sorted.marks(of: new) { report(marks) }
                }
            } catch {
                // What could not be filed is asked for again.
                records[source].failures += 1
                return fail(arrival.index, .file(error))
            }
            if count > 0 { record.newest = now }
            records[source] = record
            var seen = arrival.seen
            seen.add(arrival.ids)
            self.seen[arrival.index] = seen
            if arrival.reading.isFeed, let address = arrival.result.permanentAddress {
                move(arrival.index, to: address)
            }
            report(.ended(arrival.index, .filed(count)))
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
