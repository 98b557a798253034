import Fetching
import Files
import Following
import Foundation
import Newspaper
import Sources
import Synchronization
import TestSupport

/// Feeds on a server of the test, and a reader in UTC who follows them.
final class Newsstand {
    /// What the server gives at a path.
    struct Page: Sendable {
        var status = 200
        var fields: [String] = []
        var body = ""
    }

    private final class Pages: Sendable { let all = Mutex<[String: Page]>([:]) }

    let server: LoopbackServer
    let folder: TemporaryFolder
    private let pages: Pages
    /// Seconds since 1970: noon of 5 March 2026 in UTC.
    var now: Int64 = 1_772_712_000
    var sources: [FollowedSource] = []
    var filters: [StoryFilter] = []
    private(set) var events: [FetchRound.Event] = []

    init() throws {
        let pages = Pages()
        self.pages = pages
        folder = try TemporaryFolder()
        server = try LoopbackServer { request in
            let page = pages.all.withLock { $0[request.target] } ?? Page(status: 404)
            if let tag = page.fields.first(where: { $0.hasPrefix("ETag: ") })?.dropFirst(6),
                request.fields["if-none-match"] == String(tag)
            {
                return LoopbackServer.response(304)
            }
            return LoopbackServer.response(page.status, page.fields, body: Array(page.body.utf8))
        }
    }

    var editions: FileName { FileName(folder.path).appending("editions") }
    var state: FileName { FileName(folder.path).appending("state") }

    func serve(_ path: String, _ page: Page) { pages.all.withLock { $0[path] = page } }

    /// Serves RSS with these stories, each published so many days ago.
    func serve(
        _ path: String, title: String, _ stories: [(name: String, daysAgo: Int)], fields: [String] = [],
        head: String = ""
    ) {
        let items = stories.map { name, daysAgo in
            let date = Date(timeIntervalSince1970: Double(now) - Double(daysAgo) * 86_400)
            return "<item><title>\(name)</title><guid>\(name)</guid>"
                + "<pubDate>\(date.formatted(.iso8601))</pubDate><description>\(name)的全文。</description></item>"
        }
        serve(
            path,
            Page(
                fields: fields,
                body: "<rss version=\"2.0\"><channel><title>\(title)</title>\(head)\(items.joined())</channel></rss>"))
    }

    func follow(_ path: String, section: String? = nil) {
        var source = FollowedSource(.web(server.address(path)))
        source.section = section
        sources.append(source)
    }

    var round: FetchRound {
        let folders = FetchRound.Folders(editions: editions, state: state, home: FileName(folder.path))
        return FetchRound(folders, day: EditionDay(local: FeedTime.utc), fetcher: Fetcher()) { [now] in now }
    }

    /// One round.
    @discardableResult
    func fetch(asking wanted: Set<Int>? = nil) -> FetchRound.End {
        events = []
        return round.run(sources, filters: filters, asking: wanted, words: { "\($0)" }) { self.events.append($0) }
    }

    /// What came of each source, in the order of the sources.
    var outcomes: [FetchRound.Outcome?] {
        sources.indices.map { index in
            events.lazy.compactMap { if case .ended(index, let outcome) = $0 { outcome } else { nil } }.first
        }
    }

    /// The headlines of a day, file by file.
    func headlines(_ day: String) -> [String] {
        let content = ContentLoader().load(Catalog.find([editions.appending(day)]).editions)
        return (0..<content.list.count).map { content.list.header(at: $0).title ?? "" }
    }

    var days: [String] { listFolder(editions).names.map(\.shown).sorted() }
}
