import Fetching
import Foundation
import TestSupport
import Testing

@testable import Following

struct SourceFinderTests {
    let stand: Newsstand

    init() throws { stand = try Newsstand() }

    private func find(_ path: String) throws -> SourceFinder.Answer {
        try SourceFinder(stand.round).find(FollowedSource(.web(stand.server.address(path))))
    }

    private func page(_ links: String) -> Newsstand.Page {
        .init(body: "<html><head><title>渡口</title>\(links)</head><body><p>欢迎来到渡口，今天风平浪静。</p></body></html>")
    }

    @Test func `a feed is itself, with its name and what is newest in it`() throws {
        stand.serve("/feed", title: "渡口日报", [("新桥通车", 0), ("书市开张", 1), ("灯会", 2), ("旧闻", 3)])
        guard case .source(let found) = try find("/feed") else { return #expect(Bool(false)) }
        #expect(found.title == "渡口日报" && found.count == 4 && found.newest == ["新桥通车", "书市开张", "灯会"])
    }

    @Test func `a page's one feed is found, and of several somebody chooses`() throws {
        stand.serve("/news.xml", title: "渡口日报", [("新桥通车", 0)])
        stand.serve("/", page("<link rel='alternate' type='application/rss+xml' href='/news.xml'>"))
        guard case .source(let found) = try find("/") else { return #expect(Bool(false)) }
        #expect(found.address == .web(stand.server.address("/news.xml")))
        stand.serve(
            "/",
            page(
                "<link rel='alternate' type='application/rss+xml' title='要闻' href='/news.xml'>"
                    + "<link rel='alternate' type='application/atom+xml' title='文化' href='/arts.xml'>"))
        guard case .several(let entries) = try find("/") else { return #expect(Bool(false)) }
        #expect(entries.map(\.title) == ["要闻", "文化"])
    }

    @Test func `a page that names none has it where sites usually have it, or has none`() throws {
        stand.serve("/", page(""))
        guard case .page = try find("/") else { return #expect(Bool(false)) }
        stand.serve("/feed", title: "渡口日报", [("新桥通车", 0)])
        guard case .source(let found) = try find("/") else { return #expect(Bool(false)) }
        #expect(found.address == .web(stand.server.address("/feed")))
    }

    @Test func `an address that has moved for good is the new one`() throws {
        stand.serve("/old", .init(status: 308, fields: ["Location: /feed"]))
        stand.serve("/feed", title: "渡口日报", [("新桥通车", 0)])
        guard case .source(let found) = try find("/old") else { return #expect(Bool(false)) }
        #expect(found.address == .web(stand.server.address("/feed")))
    }

    @Test func `what cannot be asked is the trouble`() {
        #expect(throws: FetchRound.Trouble.fetch(.status(404, retryAfter: nil))) { try find("/nowhere") }
    }
}
