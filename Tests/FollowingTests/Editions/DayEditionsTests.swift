import Feeds
import Files
import Newspaper
import TestSupport
import Testing

@testable import Following

struct DayEditionsTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private var editions: DayEditions { DayEditions(FileName(folder.path).appending("editions")) }

    private func delivery(_ numbers: some Sequence<Int>) -> DayEditions.Delivery {
        let stories = numbers.map { number in
            var story = Story(headline: "第\(number)条", body: [Block(.paragraph, "渡口的第\(number)条消息。")])
            story.link = "https://quay.example/\(number)"
            story.web.id = "item \(number)"
            story.id = StoryID(feed: "https://quay.example/feed", item: "item \(number)")
            return story
        }
        return DayEditions.Delivery(StoriesInMemory(Edition(title: "渡口日报", stories: stories)))
    }

    private func source(_ name: String? = nil) -> FollowedSource {
        var source = FollowedSource(.web("https://quay.example/feed"))
        source.name = name
        return source
    }

    /// What the files of a day hold.
    private func headlines(_ day: String) throws -> [String] {
        let path = editions.folder.appending(day)
        return try listFolder(path).names.sorted { $0.shown < $1.shown }.flatMap { name in
            var reader = FeedReader()
            _ = try reader.consume(try FileBytes.read(path.appending(name), mayWait: false, limit: 1 << 20)[...])
            let list = try reader.finish()
            return (0..<list.count).map { list.header(at: $0).title ?? "" }
        }
    }

    @Test func `what is new comes before what was there, and nothing comes twice`() throws {
        #expect(try editions.file(delivery([2, 1]), of: source(), rank: 0, day: "2026-03-05").count == 2)
        #expect(
            try editions.file(delivery([3, 2, 1]), of: source(), rank: 7, day: "2026-03-05").map(\.headline) == ["第3条"])
        #expect(try editions.file(delivery([3, 2]), of: source(), rank: 0, day: "2026-03-05").isEmpty)
        #expect(try headlines("2026-03-05") == ["第3条", "第2条", "第1条"])
        #expect(listFolder(editions.folder.appending("2026-03-05")).names.count == 1)
    }

    @Test func `a day takes as many stories of a source as it may`() throws {
        var source = source()
        source.most = 3
        try editions.file(delivery([2, 1]), of: source, rank: 0, day: "2026-03-05")
        #expect(
            try editions.file(delivery([4, 3, 2, 1]), of: source, rank: 0, day: "2026-03-05").map(\.headline) == ["第4条"]
        )
        #expect(try editions.file(delivery([4, 3]), of: source, rank: 0, day: "2026-03-06").count == 2)
    }

    @Test func `stories are filed in the section that the reader wants`() throws {
        var source = source("渡口")
        source.section = "要闻"
        #expect(try editions.file(delivery([1]), of: source, rank: 0, day: "2026-03-05").first?.section == "要闻")
        source.section = nil
        #expect(try editions.file(delivery([2]), of: source, rank: 0, day: "2026-03-05").first?.section == "渡口")
    }

    @Test func `a file that cannot be read is an error, and is not replaced`() throws {
        try editions.file(delivery([1]), of: source(), rank: 0, day: "2026-03-05")
        let name = try #require(listFolder(editions.folder.appending("2026-03-05")).names.first)
        // A folder where a file should be.
        _ = try makeFolders(editions.folder.appending("2026-03-06").appending(name))
        #expect(throws: FileFault.self) { try editions.file(delivery([1]), of: source(), rank: 0, day: "2026-03-06") }
    }

    @Test(arguments: [
        ("渡口日报", "渡口日报-"), ("../../etc/passwd", "etc-passwd-"), ("a/b c", "a-b-c-"), ("...", "source-"),
        ("", "source-"),
    ])
    func `names of files are plain, whatever a source is called`(name: String, start: String) {
        let file = DayEditions.fileName(of: source(name))
        #expect(file.hasPrefix(start) && file.hasSuffix(".json") && !file.contains("/"))
    }
}
