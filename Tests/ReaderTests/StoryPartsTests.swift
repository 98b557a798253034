import Foundation
import Localization
import Newspaper
import Screen
import Settings
import TestSupport
import Testing
import Typesetting

@testable import Reader

/// How each part of a story is set.
struct StoryPartsTests {
    private func lines(_ story: Story, measure: Int, settings: ReadingSettings = ReadingSettings()) -> [String] {
        let set = SetStory(
            StoryDocument(story, texts: Localization(language: "en"), settings: settings), measure: measure)
        return set.lines(from: .start, count: 200).map(\.line.text)
    }

    private static let poem = ["渡口的雾还没有散", "船先醒了", "桨声一下一下", "把对岸划近", "又把我们划远"]

    private func story(_ body: [String], photos: [Photo] = []) -> Story {
        Story(headline: "渡口", body: body.map { Block(.paragraph, $0) }, photos: photos)
    }

    @Test func `verse stands in the middle as one block and keeps its lines`() {
        let set = lines(story(Self.poem), measure: 40)
        for line in Self.poem { #expect(set.contains(String(repeating: " ", count: 12) + line), "\(set)") }
        let narrow = lines(story(Self.poem), measure: 12)
        #expect(narrow.allSatisfy { cells(of: $0) <= 14 })
        #expect(narrow.joined().filter { !$0.isWhitespace }.contains(Self.poem.joined()))
    }

    @Test(arguments: [
        ["“来了？”", "“来了。”", "“坐。”", "“不坐了。”", "“那走吧。”"], ["他走了。", "雨停了。", "船开了。", "没有人说话。"],
        ["1.带好证件", "2.排好队", "3.听叫号", "4.到窗口"], ["时间：周一", "地点：礼堂", "票价：免费", "电话：见背面"],
        ["短的一行", "又短的一行", "第三行"],
    ])
    func `speech, sentences, lists and notices are no verse`(body: [String]) {
        let document = StoryDocument(story(body), texts: Localization(language: "en"))
        #expect(!document.parts.contains { $0.role == .verse })
    }

    @Test func `a caption is set in on both sides, with a mark before it; one that the paper set is enough`() {
        let photos = [
            Photo(caption: "清晨的渡口，摆渡人把第一船人送到了对岸，又回头去接那些等在雾里的人。", credit: "何一舟 摄"),
            Photo(caption: "▲渡口旧影", credit: nil),
        ]
        let set = lines(story(["正文一段，说的是渡口的事，从早到晚都有人在等船。"], photos: photos), measure: 40)
        #expect(set.contains("  ▣ 清晨的渡口，摆渡人把第一船人送到"))
        #expect(set.contains { $0.hasPrefix("    ") && $0.contains("何一舟 摄") })
        #expect(set.contains("  ▲渡口旧影"))
        let caption = set.drop { !$0.contains("▣") }.prefix { !$0.contains("▲") }
        #expect(caption.allSatisfy { cells(of: $0) <= 38 })
    }

    @Test func `kicker, headline and deck are balanced, none with a lone word on its last line`() throws {
        let long = "渡口镇新桥今日合龙通车两岸百姓结束绕行七里山路的日子"
        let story = Story(kicker: long, headline: long, deck: long, body: [Block(.paragraph, "正文。")])
        for measure in stride(from: 16, through: 50, by: 2) {
            let set = SetStory(StoryDocument(story, texts: Localization(language: "en")), measure: measure)
            let rows = set.lines(from: .start, count: 60)
            for part in 0..<3 {
                let widths = rows.filter { $0.paragraph == part }.map { row in
                    row.line.glyphs.reduce(0) { $0 + $1.cells }
                }
                let (least, most) = (try #require(widths.min()), try #require(widths.max()))
                #expect(most - least <= 12, "\(widths) at \(measure)")
            }
        }
    }

    @Test func `headlines in the list are balanced over two lines`() throws {
        let headline = "县医院开出夜间门诊 下班也能从容看病"
        let edition = Edition(stories: [Story(headline: headline, body: [Block(.paragraph, "正文。")])])
        let state = ReaderState(
            edition: edition, texts: Localization(language: "zh-Hans"), size: Size(columns: 80, rows: 24))
        let title = state.storyEntries(state.layout.stories)[0].title.map(\.text)
        #expect(title == ["县医院开出夜间门诊", "下班也能从容看病"])
    }

    @Test func `what comes next is named with its marks restored`() {
        let edition = Edition(stories: [
            Story(id: StoryID(1), headline: "一", body: [Block(.paragraph, "正文。")]),
            Story(id: StoryID(2), headline: "听懂,是一种体贴", body: [Block(.paragraph, "正文。")]),
        ])
        let state = ReaderState(
            edition: edition, texts: Localization(language: "zh-Hans"), size: Size(columns: 80, rows: 24))
        #expect(state.compose().text.contains("下一篇：听懂，是一种体贴"))
    }

    @Test(
        arguments: [
            (WebDetails(published: "2026-03-06"), "zh-Hans", "2026年3月6日"),
            (WebDetails(published: "2026-03-06T08:05:00"), "en", "2026-03-06 08:05"),
            (WebDetails(published: "2026-03-06", modified: "2026-03-07"), "zh-Hant", "2026年3月6日 · 更新於 2026年3月7日"),
            (WebDetails(published: "2026-03-06T08:05", modified: "2026-03-06T08:05:30"), "zh-Hans", "2026年3月6日 08:05"),
            (WebDetails(modified: "2026-03-07"), "en", "updated 2026-03-07"), (WebDetails(published: "春天"), "en", "春天"),
            (WebDetails(), "en", nil),
        ] as [(WebDetails, String, String?)])
    func `when a feed's story was published and changed stands below its headline and writers`(
        web: WebDetails, language: String, words: String?
    ) {
        var story = story(["船开了。"])
        story.byline = "本报记者 何一舟"
        story.web = web
        let parts = StoryDocument(story, texts: Localization(language: language)).parts.prefix { $0.role != .paragraph }
        #expect(parts.map(\.text) == ["渡口", "", "本报记者 何一舟"] + (words.map { [$0] } ?? []) + [""])
        #expect(parts.map(\.role) == [.headline, .blank, .byline] + (words.map { _ in [.byline] } ?? []) + [.blank])
    }

    @Test func `a time with its zone is shown as it is in the reader's zone`() throws {
        let seconds = try #require(FeedTime("2026-03-06T08:05:00+08:00")?.seconds)
        var (time, parts) = (time_t(seconds), tm())
        localtime_r(&time, &parts)
        let words = Localization(language: "en").time("2026-03-06T08:05:00+08:00")
        #expect(words == String(format: "2026-03-%02d %02d:%02d", parts.tm_mday, parts.tm_hour, parts.tm_min))
    }

    @Test(
        arguments: [
            ("2026-11-30T10:00:00Z", "刚刚", "just now"), ("2026-11-30T09:48:00Z", "12分钟前", "12 min ago"),
            ("2026-11-30T06:30:00Z", "3小时前", "3 h ago"), ("2026-11-12", "11月12日", "12 November"),
            ("2025-11-30", "2025年11月30日", "2025-11-30"), ("2026-12-24", "12月24日", "24 December"),
        ])
    func `lists say how old a story of the web is, further back its day`(time: String, chinese: String, english: String)
        throws
    {
        let published = PublishedTime(try #require(FeedTime(time)))
        let now = try #require(FeedTime("2026-11-30T10:00:20Z")?.seconds)
        #expect(Localization(language: "zh-Hans").age(published, now: now) == chinese)
        #expect(Localization(language: "en").age(published, now: now) == english)
    }

    @Test func `the age of a story stands in the list before its writers, once the time is known`() {
        var story = story(["船开了。"])
        story.web.published = "2026-11-30T09:48:00Z"
        var state = ReaderState(
            edition: Edition(stories: [story]), texts: Localization(language: "zh-Hans"),
            size: Size(columns: 80, rows: 24))
        #expect(!state.about(0).contains("前"))
        _ = state.update(.date(FeedTime("2026-11-30T10:00:20Z")?.seconds ?? 0))
        #expect(state.about(0).hasPrefix("12分钟前 · "))
    }
}
