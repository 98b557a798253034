import Fetching
import Files
import Following
import Foundation
import Newspaper
import Sources
import TestSupport
import Testing

struct FetchRoundTests {
    let stand: Newsstand

    init() throws { stand = try Newsstand() }

    @Test func `what arrives is in the day's edition, and nothing is filed twice`() {
        stand.serve("/a", title: "渡口日报", [("新桥通车", 0), ("书市开张", 0)])
        stand.serve("/b", title: "灯塔周刊", [("灯会", 0)])
        stand.follow("/a", section: "要闻")
        stand.follow("/b")
        #expect(stand.fetch() == .done)
        #expect(stand.outcomes == [.filed(2), .filed(1)])
        #expect(stand.headlines("2026-03-05") == ["新桥通车", "书市开张", "灯会"])
        #expect(stand.fetch(asking: [0, 1]) == .done)
        #expect(stand.outcomes == [.filed(0), .filed(0)])
        stand.now += 86_400
        stand.serve("/a", title: "渡口日报", [("夜航恢复", 0), ("新桥通车", 1), ("书市开张", 1)])
        stand.fetch()
        #expect(stand.headlines("2026-03-06") == ["夜航恢复"])
        #expect(stand.headlines("2026-03-05") == ["新桥通车", "书市开张", "灯会"])
    }

    @Test func `a day is read section by section, what several sources report first, and each story names its source`()
        throws
    {
        let long = (1...40).map { "渡口管理处第\($0)号通告说，轮渡加开夜班。" }.joined()
        stand.serve("/a", title: "渡口日报", [("新桥通车", 0), ("轮渡加开夜班", 0), ("书市开张", 0)])
        stand.serve("/b", title: "灯塔周刊", [("灯会", 0), ("轮渡加开夜班", 0)])
        stand.serve("/c", title: "潮汐", [(long, 0)])
        stand.follow("/a", section: "要闻")
        stand.follow("/b", section: "文化")
        stand.follow("/c", section: "要闻")
        stand.fetch()
        let content = ContentLoader().load(Catalog.find([stand.editions.appending("2026-03-05")]).editions)
        #expect(content.list.sections.map(\.name) == ["要闻", "文化"])
        let headlines = stand.headlines("2026-03-05")
        #expect(headlines.count == 6 && headlines[0] == "轮渡加开夜班" && headlines[1] == StoryHeader.beginning(of: long))
        #expect(headlines[4] == "轮渡加开夜班")
        #expect(content.list.header(at: 0).writers == ["渡口日报"] && content.list.date == "2026-03-05")
        for place in 0..<6 {
            let story = try #require(content.list.story(at: place))
            #expect(content.list.position(of: story.id) == place)
            #expect(StoryHeader(story) == content.list.header(at: place))
        }
    }

    @Test func `a source that is not due is left alone, and one that is asked for by name is not`() {
        stand.serve("/a", title: "渡口日报", [("新桥通车", 0)])
        stand.follow("/a")
        stand.fetch()
        stand.now += 600
        stand.fetch()
        #expect(stand.events == [.began(0)])
        stand.fetch(asking: [0])
        #expect(stand.outcomes == [.filed(0)])
        stand.now += 3600
        stand.fetch()
        #expect(stand.outcomes == [.filed(0)])
    }

    @Test func `a feed is asked as seldom as it wishes`() {
        stand.serve("/a", title: "渡口日报", [("新桥通车", 0)], head: "<ttl>240</ttl>")
        stand.follow("/a")
        stand.fetch()
        stand.now += 3 * 3600
        stand.fetch()
        #expect(stand.events == [.began(0)])
        stand.now += 3600
        stand.fetch()
        #expect(stand.events.first == .began(1))
    }

    @Test func `what has not changed is not sent again`() {
        stand.serve("/a", title: "渡口日报", [("新桥通车", 0)], fields: ["ETag: \"one\""])
        stand.follow("/a")
        stand.fetch()
        stand.fetch(asking: [0])
        #expect(stand.outcomes == [.filed(0)])
        #expect(stand.server.count.requests.map { $0.fields["if-none-match"] } == [nil, "\"one\""])
        // Also what could not be filed would be asked for again: only a tag of what is on the disk is kept.
        stand.serve("/a", title: "渡口日报", [("夜航恢复", 0)], fields: ["ETag: \"two\""])
        stand.fetch(asking: [0])
        #expect(stand.outcomes == [.filed(1)])
    }

    @Test func `of a new source the last week is news, each story of its own day, and older ones only make up for few`()
    {
        stand.serve(
            "/a", title: "渡口日报",
            [("今天", 0), ("昨天", 1), ("前天", 2)] + (0..<9).map { ("旧闻\($0)", 40 + $0) })
        stand.follow("/a")
        stand.fetch()
        #expect(stand.outcomes == [.filed(5)])
        #expect(stand.days == ["2026-03-03", "2026-03-04", "2026-03-05"])
        #expect(stand.headlines("2026-03-05") == ["今天", "旧闻0", "旧闻1"])
        // What was passed over is no news later on.
        stand.fetch(asking: [0])
        #expect(stand.outcomes == [.filed(0)])
    }

    @Test func `a round that was killed before it remembered anything files nothing twice`() {
        stand.serve("/a", title: "渡口日报", [("新桥通车", 0), ("书市开张", 0)])
        stand.follow("/a")
        stand.fetch()
        try? FileManager.default.removeItem(atPath: stand.state.shown)
        stand.now += 86_400
        stand.serve("/a", title: "渡口日报", [("夜航恢复", 0), ("新桥通车", 1)])
        stand.fetch()
        #expect(stand.outcomes == [.filed(1)])
        #expect(stand.headlines("2026-03-06") == ["夜航恢复"])
    }

    @Test func `a page in place of a feed is no news, and its address is kept`() throws {
        stand.serve("/a", title: "渡口日报", [("新桥通车", 0)])
        stand.follow("/a")
        stand.fetch()
        stand.serve(
            "/a",
            .init(
                body: "<html><body><h1>Log in</h1><p>Please accept the terms of this network first.</p></body></html>"))
        stand.fetch(asking: [0])
        #expect(stand.outcomes == [.trouble(.noFeed)])
        #expect(stand.headlines("2026-03-05") == ["新桥通车"])
        #expect(SourceRecords(in: stand.state)[stand.sources[0]].trouble != nil)
        #expect(SourceRecords(in: stand.state)[stand.sources[0]].failures == 1)
    }

    @Test func `a feed that has moved for good is reported, and what is remembered of it moves with it`() throws {
        stand.serve("/old", .init(status: 301, fields: ["Location: /new"]))
        stand.serve("/new", title: "渡口日报", [("新桥通车", 0)])
        stand.follow("/old")
        stand.fetch()
        let address = FollowedSource.Address.web(stand.server.address("/new"))
        #expect(stand.events.contains(.moved(0, address)))
        try FetchRound.move(stand.sources[0], to: address, in: stand.state)
        stand.sources[0].address = address
        stand.now += 600
        stand.fetch()
        #expect(stand.events == [.began(0)])
        stand.now += 86_400
        stand.fetch()
        #expect(stand.outcomes == [.filed(0)])
    }

    @Test func `a page that moved for good is not believed`() {
        stand.serve("/old", .init(status: 301, fields: ["Location: /new"]))
        stand.serve("/new", .init(body: "<html><body><p>渡口的网页，一句话就够了。</p></body></html>"))
        stand.follow("/old")
        stand.fetch()
        #expect(!stand.events.contains { if case .moved = $0 { true } else { false } })
    }

    @Test func `what is wrong with one source keeps none of the others back`() {
        stand.serve("/gone", .init(status: 410))
        stand.serve("/noise", .init(body: "\u{0}\u{1}\u{2}\u{3}\u{4}"))
        stand.serve("/a", title: "渡口日报", [("新桥通车", 0)])
        for path in ["/gone", "/missing", "/noise", "/a"] { stand.follow(path) }
        stand.fetch()
        #expect(stand.outcomes[0] == .trouble(.fetch(.gone)))
        #expect(stand.outcomes[1] == .trouble(.fetch(.status(404, retryAfter: nil))))
        #expect(stand.outcomes[3] == .filed(1))
        if case .trouble(.reading) = stand.outcomes[2] {} else { Issue.record("\(stand.outcomes)") }
        stand.now += 400 * 86_400
        stand.fetch()
        // 410 is the end.
        #expect(stand.events.first == .began(3))
    }

    @Test func `files, folders and programs are followed as well`() throws {
        let page = stand.folder.appending(path: "notes.html")
        try Data("<html><body><h1>值班表</h1><p>本周由老陈值班，有事请打电话到门房。</p></body></html>".utf8).write(to: page)
        try FileManager.default.createDirectory(
            at: stand.folder.appending(path: "papers"), withIntermediateDirectories: true)
        try Data("渡口日报\n\n新桥通车\n\n新桥今晨通车，两岸居民步行过江只要八分钟。\n".utf8).write(
            to: stand.folder.appending(path: "papers/01.txt"))
        stand.sources = [
            FollowedSource(.path(page.path)), FollowedSource(.path("~/papers")),
            FollowedSource(
                .command([
                    "printf",
                    "<rss version='2.0'><channel><title>门房</title><item><title>停水通知</title></item></channel></rss>",
                ])),
            FollowedSource(.path("/nowhere/at/all")), FollowedSource(.command(["no-such-program"])),
        ]
        stand.fetch()
        #expect(stand.outcomes.prefix(3) == [.filed(1), .filed(1), .filed(1)])
        for outcome in stand.outcomes.suffix(2) {
            if case .trouble = outcome {} else { Issue.record("\(String(describing: outcome))") }
        }
        stand.fetch(asking: [0, 1, 2])
        #expect(stand.outcomes.prefix(3) == [.filed(0), .filed(0), .filed(0)])
    }

    @Test func `a login is what a program prints, and is nowhere in what is remembered`() throws {
        stand.serve("/a", title: "渡口日报", [("新桥通车", 0)])
        stand.follow("/a")
        stand.sources[0].access.user = "reader"
        stand.sources[0].access.passwordCommand = ["printf", "open sesame\nmore"]
        stand.fetch()
        #expect(stand.outcomes == [.filed(1)])
        let sent = stand.server.count.requests.first?.fields["authorization"]
        #expect(sent == "Basic " + Data("reader:open sesame".utf8).base64EncodedString())
        for file in FileManager.default.enumerator(atPath: stand.folder.path) ?? FileManager.DirectoryEnumerator() {
            let bytes = FileManager.default.contents(atPath: stand.folder.path + "/\(file)") ?? Data()
            #expect(!String(decoding: bytes, as: UTF8.self).contains("sesame"))
        }
        stand.sources[0].access.passwordCommand = ["false"]
        stand.fetch(asking: [0])
        #expect(stand.outcomes == [.trouble(.password(program: "false"))])
    }

    @Test func `filters hide, mark, move and highlight what comes, and nothing that is hidden is lost`() throws {
        stand.serve("/a", title: "渡口日报", ["新桥通车", "书市开张", "夜航恢复", "灯会", "潮汐"].map { ($0, 0) })
        stand.follow("/a", section: "要闻")
        let file = SourcesFile(
            Array(
                """
                [[filter]]
                words = "书市"
                action = "hide"
                [[filter]]
                words = "夜航"
                action = "read"
                [[filter]]
                words = "夜航 OR 灯会"
                action = "star"
                [[filter]]
                words = "灯会"
                move-to = "文化"
                [[filter]]
                words = "潮汐"
                action = "highlight"
                """.utf8))
        #expect(file.faults.isEmpty)
        stand.filters = file.filters
        stand.fetch()
        #expect(stand.outcomes == [.filed(4)])
        #expect(stand.headlines("2026-03-05") == ["新桥通车", "夜航恢复", "潮汐", "灯会"])
        #expect(stand.headlines("2026-03-05/.hidden") == ["书市开张"])
        let stories = DayEditions(stand.editions).stories(of: stand.sources[0], on: "2026-03-05")
        #expect(stories.map(\.section) == ["要闻", "要闻", "文化", "要闻"])
        #expect(stories.map(\.isHighlighted) == [false, false, false, true])
        let (read, starred) = ([stories[1].id], [stories[1].id, stories[2].id])
        #expect(stand.events.contains(.marked(read: read, starred: starred)))
        // Nor is it filed a second time where all that was remembered is lost.
        try FileManager.default.removeItem(atPath: stand.state.shown)
        stand.fetch()
        #expect(stand.outcomes == [.filed(0)])
        #expect(stand.headlines("2026-03-05/.hidden") == ["书市开张"])
    }

    @Test
    func
        `where a feed has only beginnings, the stories' own pages are read, and none within the network for strangers`()
        throws
    {
        func item(_ name: String, _ link: String) -> String {
            "<item><title>\(name)</title><guid>\(name)</guid><link>\(link)</link><description>\(name)的开头。</description></item>"
        }
        let items =
            item("新桥通车", stand.server.address("/bridge.html")) + item("书市开张", stand.server.address("/none.html"))
            + item("灯会", stand.server.address("/lamp.html", host: "127.0.0.9"))
        stand.serve("/a", .init(body: "<rss version='2.0'><channel><title>渡口日报</title>\(items)</channel></rss>"))
        let article = (1...6).map { "<p>第\($0)段：新桥今晨通车，两岸居民步行过江只要八分钟，比轮渡快了一半。</p>" }.joined()
        for path in ["/bridge.html", "/lamp.html"] {
            stand.serve(
                path,
                .init(body: "<html><body><nav>首页 要闻</nav><article><h1>新桥通车</h1>\(article)</article></body></html>"))
        }
        stand.follow("/a")
        stand.sources[0].wantsArticles = true
        stand.fetch()
        #expect(stand.outcomes == [.filed(3)])
        let stories = DayEditions(stand.editions).stories(of: stand.sources[0], on: "2026-03-05")
        #expect(stories.map(\.headline) == ["新桥通车", "书市开张", "灯会"])
        #expect(stories.map { $0.body.filter { $0.kind == .paragraph }.count } == [6, 1, 1])
        #expect(stories[0].web.summary == "新桥通车的开头。" && stories[1].web.summary == nil)
        // One page was not there, and one is another host's within the network, which a feed may not lead to.
        #expect(SourceRecords(in: stand.state)[stand.sources[0]].trouble?.contains("articles(2)") == true)
        #expect(!stand.server.count.requests.contains { $0.target == "/lamp.html" })
    }

    @Test func `two never fetch at the same time`() throws {
        stand.follow("/a")
        let lock = try #require(try FetchLock.acquire(in: stand.state))
        #expect(stand.fetch() == .busy)
        #expect(stand.events.isEmpty)
        withExtendedLifetime(lock) {}
    }

    @Test func `a round that is stopped keeps what has come`() {
        stand.serve("/a", title: "渡口日报", [("新桥通车", 0)])
        stand.follow("/a")
        for number in 0..<40 { stand.follow("/\(number)") }
        var ended = 0
        let end = stand.round.run(stand.sources, words: { "\($0)" }, while: { ended == 0 }) {
            if case .ended = $0 { ended += 1 }
        }
        #expect(end == .done)
        #expect(SourceRecords(in: stand.state)[stand.sources[0]].last == stand.now)
        #expect(stand.headlines("2026-03-05") == ["新桥通车"])
    }
}
