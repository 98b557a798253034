import Newspaper
import TestSupport
import TextSearch
import Testing

@testable import Following

struct StoryFilterTests {
    /// 2026-05-28T20:26:40Z.
    private static let now: Int64 = 1_780_000_000

    /// A filter of `sources.toml` with these lines.
    private func filter(_ lines: String) throws -> StoryFilter {
        let file = SourcesFile(Array("[[filter]]\n\(lines)\naction = \"hide\"\n".utf8))
        #expect(file.faults.isEmpty, "\(lines)")
        return try #require(file.filters.first)
    }

    private func holds(_ lines: String, _ story: Story, language: String? = nil) throws -> Bool {
        StoryFilters(global: [try filter(lines)], language: language).verdict(on: story, now: Self.now).isHidden
    }

    private let ferry: Story = {
        var story = Story(
            section: "Harbour", kicker: "渡口新事", headline: "夜航渡輪復航", byline: "本报记者 许南星",
            credits: [Credit(.reporter, "许南星")],
            body: [Block(.paragraph, "末班渡輪延至夜裏十一點。"), Block(.paragraph, "The ＬＡＳＴ ferry leaves at eleven.")],
            photos: [Photo(caption: "码头灯火", credit: "路文遥 摄")])
        story.web.authors = [Author(name: "Ada Tobin")]
        story.web.tags = ["Boats"]
        return story
    }()

    @Test(arguments: [
        ("渡轮 码头", true), ("渡轮 桥", false), ("last  FERRY", true), ("ferry last", true), ("\\\"ferry last\\\"", false),
        ("\\\"last ferry\\\"", true), ("“last ferry”", true), ("渡轮 -码头", false), ("渡轮 -桥", true), ("-桥", true),
        ("桥 OR 渡轮", true), ("桥 OR 塔", false), ("码头 桥 OR 渡轮", true), ("桥 码头 OR 渡轮", false),
        ("-\\\"last ferry\\\"", false),
        ("桥 OR -塔", true), ("OR 渡轮 OR", true), ("十一点the", false), ("新事夜航", false), ("许南星", true), ("\\\"last", true),
    ])
    func `words are found as the search finds them`(words: String, isFound: Bool) throws {
        #expect(try holds("words = \"\(words)\"", ferry) == isFound)
    }

    @Test(arguments: [
        ("author = '許南星'", true), ("author = 'ada'", true), ("author = '路文遥'", false),
        ("author = '路文遥 OR tobin'", true),
        ("section = 'ＨＡＲＢＯＵＲ'", true), ("section = 'boats'", true), ("section = 'Harb'", false),
        ("longer-than = 0.01", true), ("longer-than = 1", false), ("shorter-than = 1", true),
        ("shorter-than = 0", false),
        ("kind = 'story'", true), ("kind = 'brief'", false), ("language = 'zh'", false),
        ("words = '渡轮'\nauthor = 'ada'", true), ("words = '渡轮'\nauthor = 'bo'", false),
    ])
    func `all that is asked for has to be true`(lines: String, isTrue: Bool) throws {
        #expect(try holds(lines, ferry) == isTrue)
    }

    @Test func `a language is also its forms, and that of the source where a story does not say`() throws {
        var story = ferry
        #expect(try holds("language = 'zh'", story, language: "zh-Hans"))
        #expect(try !holds("language = 'z'", story, language: "zh-Hans"))
        #expect(try !holds("language = 'zh-Hans'", story, language: "zh"))
        story.web.language = "en-GB"
        #expect(try !holds("language = 'zh'", story, language: "zh-Hans"))
        #expect(try holds("language = 'EN'", story, language: "zh-Hans"))
    }

    @Test func `a story without a time has no age`() throws {
        var story = ferry
        #expect(try !holds("older-than = '1m'", story))
        story.web.published = "2026-05-25T20:26:40Z"
        #expect(try holds("older-than = '71h'", story))
        #expect(try !holds("older-than = '3d'", story))
        story.web.published = "9999-01-01T00:00:00Z"
        #expect(try !holds("older-than = '1m'", story))
    }

    @Test func `each story is of one kind`() {
        func kind(_ change: (inout Story) -> Void) -> StoryFilter.Kind {
            var story = ferry
            change(&story)
            var filtered = FilteredStory(story, feedLanguage: nil)
            return filtered.kind
        }
        #expect(kind { _ in } == .story && kind { $0.kind = .brief } == .brief && kind { $0.kind = .photo } == .picture)
        #expect(kind { $0.body = [Block(.figure, "灯")] } == .picture && kind { $0.body = [] } == .picture)
        #expect(kind { ($0.body, $0.photos) = ([], []) } == .story)
        #expect(kind { $0.web.attachments = [Attachment(url: "a", type: "Audio/mpeg")] } == .podcast)
        #expect(kind { $0.web.attachments = [Attachment(url: "a", type: "video/mp4")] } == .video)
        #expect(kind { $0.web.attachments = [Attachment(url: "a", type: "application/pdf")] } == .story)
    }

    @Test func `no filter takes back what another has said, and the source's own section comes first`() throws {
        let file = SourcesFile(
            Array(
                """
                [[filter]]
                words = "渡轮"
                action = "star"
                move-to = "All boats"
                [[filter]]
                words = "ferry"
                action = "read"
                move-to = "Later"
                [[source]]
                address = "https://quay.example/feed"
                [[source.filter]]
                kind = "story"
                move-to = "Quay"
                [[source.filter]]
                kind = "brief"
                action = "hide"
                """.utf8))
        #expect(file.faults.isEmpty && file.filters.map(\.line) == [1, 5])
        let own = try #require(file.sources.first).filters
        #expect(own.map(\.line) == [11, 14])
        var verdict = StoryFilters(global: file.filters, own: own).verdict(on: ferry, now: Self.now)
        var expected = FilterVerdict()
        (expected.isStarred, expected.isRead, expected.section) = (true, true, "Quay")
        #expect(verdict == expected)
        verdict = StoryFilters(global: file.filters).verdict(on: ferry, now: Self.now)
        #expect(verdict.section == "All boats" && !verdict.isHighlighted)
        #expect(StoryFilters(global: []).verdict(on: ferry, now: Self.now) == FilterVerdict())
    }

    @Test func `a filter with a fault is none, and is reported with its line`() {
        let file = SourcesFile(
            Array(
                """
                [[filter]]
                wrods = "a"
                action = "hide"
                [[source]]
                address = "https://a.example/"
                [[source.filter]]
                action = "hide"
                [[source.filter]]
                words = " "
                longer-than = -1
                older-than = 3
                action = "delete"
                [[source]]
                address = "https://b.example/"
                filter = [{kind = "brief"}, 5]
                [[source]]
                address = "https://c.example/"
                filter = "x"
                """.utf8))
        #expect(file.filters.isEmpty && file.sources.count == 3 && file.sources.allSatisfy { $0.filters.isEmpty })
        #expect(
            file.faults == [
                .init(kind: .unknown(name: "wrods", nearest: "words"), line: 1), .init(kind: .noCondition, line: 6),
                .init(kind: .value(name: "words"), line: 8), .init(kind: .value(name: "longer-than"), line: 8),
                .init(kind: .value(name: "older-than"), line: 8), .init(kind: .value(name: "action"), line: 8),
                .init(kind: .noAction, line: 13), .init(kind: .value(name: "filter"), line: 13),
                .init(kind: .value(name: "filter"), line: 16),
            ])
    }

    @Test func `a source is taken out with its filters, and those of all sources stay`() {
        let text = """
            [[source]]
            address = "https://a.example/"
              [[ source.filter ]] # hide
              kind = "brief"
              action = "hide"
            # of all
            [[filter]]
            words = "[[source]]"
            action = "star"
            [[source]]
            address = "https://b.example/"
            """
        let without = SourcesFile(SourcesFile.removing(line: 1, from: Array(text.utf8)))
        #expect(without.faults.isEmpty && without.sources.map(\.address.text) == ["https://b.example/"])
        #expect(without.sources.map(\.filters.count) == [0] && without.filters.count == 1)
        let last = SourcesFile(SourcesFile.removing(line: 10, from: Array(text.utf8)))
        #expect(last.sources.map(\.filters.count) == [1] && last.filters.map(\.line) == [7])
        #expect(SourcesFile.removing(line: 7, from: Array(text.utf8)) == Array(text.utf8))
        let filters = Array("[[source]]\naddress = \"/a\"\n[[source.filter]]\nkind = \"brief\"\naction = \"read\"".utf8)
        let more = SourcesFile(SourcesFile.adding(FollowedSource(.path("/b")), to: filters))
        #expect(more.faults.isEmpty && more.sources.map(\.filters.count) == [1, 0])
    }

    @Test func `whatever the filters are, they are read, and say something of every story`() {
        var random = Seeded(seed: 153)
        let text = Array(
            """
            [[filter]]
            words = "渡轮 -\\"b c\\" OR d"
            longer-than = 1.5
            action = "hide"
            [[source]]
            address = "/a"
            [[source.filter]]
            older-than = "3d"
            kind = "brief"
            move-to = "x"
            """.utf8)
        for _ in 0..<3000 {
            let file = SourcesFile(text.mutated(using: &random))
            let own = file.sources.first?.filters ?? []
            _ = StoryFilters(global: file.filters, own: own).verdict(on: ferry, now: .min)
        }
    }
}
