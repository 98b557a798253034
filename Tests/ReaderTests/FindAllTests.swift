import TextSearch
import Newspaper
import Screen
import TestSupport
import Testing
import Localization
import Settings
import Typesetting

@testable import Reader

/// `F`: words are found in all stories; `/` in a list narrows it.
struct FindAllTests {
    private func state(columns: Int = 80, rows: Int = 24, edition: Edition? = nil) throws -> ReaderState {
        ReaderState(
            edition: try edition ?? Gold.sample(), texts: Localization(language: "zh-Hans"),
            size: Size(columns: columns, rows: rows))
    }

    @Test(arguments: [(80, 24), (140, 40), (50, 20)])
    func `the hits in all stories`(columns: Int, rows: Int) throws {
        var state = try state(columns: columns, rows: rows)
        state.type("F夜間")
        _ = state.press(.enter)
        for _ in 0..<2 { _ = state.press(.down) }
        expectGolden(state.picture, "screens/find-all-\(columns)x\(rows)")
    }

    @Test func `every hit of every story is listed in the order of print`() throws {
        var state = try state()
        state.type("F车")
        let results = try #require(state.results)
        #expect(results.isDone)
        var expected: [Hit] = []
        var stories: [StoryID] = []
        for story in state.edition.stories.indices {
            let document = state.setStory(story).document
            let hits = document.hits(of: try #require(SearchPattern("车")))
            expected += hits
            stories += hits.map { _ in document.story.id }
        }
        #expect(results.hits.map(\.hit) == expected && expected.count > 20)
        #expect(results.hits.map(\.story) == stories)
    }

    @Test func `each hit that is gone to is in sight in the story, whose place stays as it was`() throws {
        var state = try state()
        state.type("F的")
        _ = state.press(.enter)
        let count = try #require(state.results?.entries.count)
        for index in 0..<count {
            #expect(state.results?.selected == index)
            let entry = try #require(state.results?.entries[index])
            #expect(state.lists.openStory == entry.story)
            #expect(state.compose().cells.contains { $0.style == state.theme.currentHit && $0.text == "的" })
            #expect(state.press(.down) == [])
        }
        #expect(state.places.isEmpty && state.marks.read.isEmpty)
        // Back to one that is not on its story's first screen.
        for _ in 0..<count where state.find?.view == nil { _ = state.press(.up) }
        #expect(state.find?.view != nil)
        _ = state.press(.right)
        #expect(state.focus == .body && state.places.isEmpty)
    }

    /// A story of many screens that has the words once in its middle and once at its end, and another one.
    private func longStory() -> Edition {
        let text = String(repeating: "山里的班车捎着药品。", count: 20)
        var body = (0..<20).map { Block(.paragraph, "\($0)：" + text) }
        body[10].text += "渡船停在对岸。"
        body[19].text += "渡船明天再来。"
        return Edition(stories: [
            Story(id: StoryID(1), headline: "渡口", body: body),
            Story(id: StoryID(2), headline: "春耕", body: [Block(.paragraph, "田间一派繁忙。")]),
        ])
    }

    @Test func `a story that is looked at for a hit is not read by that, and opens at its own place later`() throws {
        var state = try state(edition: longStory())
        for key: Key in [.right, .pageDown, .left] { state.press(key) }
        let place = state.place(in: 0)
        state.type("F渡船")
        for key: Key in [.enter, .down, .down, .enter] { state.press(key) }
        // The last hit is in the story's last line.
        #expect(state.focus == .body && state.isEndShown(of: 0) && state.place(in: 0) > place)
        state.look(5000)
        #expect(state.press(.down) == [] && state.marks.read.isEmpty)
        state.press(.character("N"))
        for key: Key in [.pageDown, .pageUp] { #expect(state.press(key) == []) }
        for key: Key in [.escape, .escape] { state.press(key) }
        #expect(state.results == nil && state.place(in: 0) == place && state.marks.read.isEmpty)
        state.press(.right)
        #expect(state.focus == .body && state.shownPlace == place)
    }

    @Test func `who reads on from a hit to the end has read the story, and who looks for other words reads there`()
        throws
    {
        var state = try state(edition: longStory())
        state.type("F停在对岸")
        for key: Key in [.enter, .enter] { state.press(key) }
        let view = state.shownPlace
        #expect(view > .start)
        state.type("/班车")
        state.press(.enter)
        #expect(state.results == nil && state.place(in: 0) == view)
        state.press(.escape)
        state.type("F停在对岸")
        for key: Key in [.enter, .enter] { state.press(key) }
        for _ in 0..<20 { state.press(.pageDown) }
        #expect(state.marks.read.count == 1)
    }

    @Test func `a jump to a hit in the open story's last lines does not read it, going on to the end does`() throws {
        var state = try state(edition: longStory())
        state.press(.right)
        state.type("/明天再来")
        state.press(.enter)
        #expect(state.isEndShown(of: 0))
        state.look(5000)
        #expect(state.marks.read.isEmpty)
        for key: Key in [.up, .down] { state.press(key) }
        #expect(state.marks.read.count == 1)
    }

    @Test func `the results show which stories are unread`() throws {
        var state = try state()
        state.type("F夜间")
        state.press(.enter)
        let story = try #require(state.results?.hits.first?.story)
        func title() -> String {
            let headline = state.position(of: story).flatMap { state.edition.stories[$0].headline } ?? ""
            return state.compose().text.split(separator: "\n").map(String.init)
                .first { $0.contains(headline.prefix(5)) && !$0.contains("│  ") } ?? ""
        }
        #expect(title().contains("●"))
        _ = state.update(.marked(MarkedStories(read: [story])))
        #expect(!title().prefix(8).contains("●"))
    }

    @Test(arguments: [10, 20, 33, 60, 500], [false, true])
    func `an excerpt ends with an ellipsis where anything of its sentence is cut`(cells: Int, isWide: Bool) {
        var settings = ReadingSettings()
        settings.ambiguousWidth = isWide ? .wide : .narrow
        let text = String(repeating: "山里的班车，", count: 60) + "停在对岸。"
        let document = StoryDocument(
            Story(headline: "渡口", body: [Block(.paragraph, text), Block(.paragraph, "班车到了")]),
            texts: Localization(language: "zh-Hans"), settings: settings)
        for hit in document.hits(of: SearchPattern("班车")!) {
            let (start, sentence) = Excerpt.sentence(of: hit, in: document)
            let excerpt = Excerpt(
                sentence, hit: hit.range.lowerBound - start..<hit.range.upperBound - start, cells: cells,
                settings: settings)
            let shown = excerpt.glyphs.map(\.text).joined()
            #expect(shown.hasSuffix("…") || text.hasSuffix(shown.drop { $0 == "…" }) || shown == "班车到了", "\(shown)")
            #expect((excerpt.glyphs.last.map { $0.column + $0.cells } ?? 0) <= cells)
            #expect(!excerpt.hit.isEmpty)
        }
    }

    @Test func `Escape leads from the story to the hits, from the hits to where the reader was`() throws {
        var state = try state()
        for _ in 0..<3 { _ = state.press(.down) }
        _ = state.press(.left)
        for _ in 0..<2 { _ = state.press(.down) }
        _ = state.press(.right)
        let before = state.compose()
        state.type("F雪")
        #expect(state.compose().text != before.text)
        for _ in 0..<3 { _ = state.press(.escape) }
        #expect(state.focus == .sections)
        _ = state.press(.right)
        #expect(state.compose() == before)
        state.type("F车")
        _ = state.press(.enter)
        _ = state.press(.down)
        _ = state.press(.enter)
        #expect(state.focus == .body && state.find != nil)
        _ = state.press(.escape)
        #expect(state.focus == .stories && state.results != nil)
        _ = state.press(.escape)
        #expect(state.results == nil && state.find == nil)
        #expect(state.compose().text.split(separator: "\n").dropLast() == before.text.split(separator: "\n").dropLast())
    }

    @Test func `n and N go from hit to hit across stories`() throws {
        var state = try state()
        state.type("F车")
        _ = state.press(.enter)
        _ = state.press(.enter)
        let count = try #require(state.results?.entries.count)
        var stories: Set<Int> = []
        for index in 1...count {
            _ = state.press(.character("n"))
            #expect(state.results?.selected == index % count && state.focus == .body)
            stories.insert(try #require(state.story))
        }
        #expect(stories.count > 3)
        _ = state.press(.character("N"))
        #expect(state.results?.selected == count - 1)
    }

    @Test func `a large edition is looked through little by little, and Escape ends that`() throws {
        let text = String(repeating: String(repeating: "山里的班车。", count: 100) + "捎着药品。", count: 300)
        let stories = (0..<40).map {
            Story(id: StoryID(UInt64($0)), headline: "第\($0)篇", body: [Block(.paragraph, text)])
        }
        var state = try state(edition: Edition(stories: stories))
        state.type("F药品")
        #expect(state.isFinding)
        let found = try #require(state.results?.entries.count)
        state.goOnFinding()
        _ = state.compose()
        #expect(found < state.results!.entries.count && state.isFinding)
        var other = try self.state(edition: Edition(stories: stories))
        other.type("F药品没有")
        #expect(other.isFinding)
        other.goOnFinding(isSlow: true)
        #expect(other.compose().text.contains("正在查找"))
        var slices = 0
        while other.isFinding {
            slices += 1
            other.goOnFinding()
        }
        #expect(slices > 10 && other.results?.entries.isEmpty == true)
        var third = try self.state(edition: Edition(stories: stories))
        third.type("F第7篇")
        _ = third.press(.enter)
        #expect(third.isFinding)
        _ = third.press(.escape)
        #expect(!third.isFinding && third.results != nil)
        _ = third.press(.escape)
        #expect(third.results == nil && third.story == 0)
    }

    @Test func `a find in the story that was gone into takes the place of the hits of all`() throws {
        var state = try state()
        state.type("F车")
        _ = state.press(.enter)
        _ = state.press(.enter)
        state.type("/的")
        _ = state.press(.enter)
        #expect(state.results == nil && state.focus == .body)
        let hits = try #require(state.find?.hits.count)
        for _ in 0..<hits { _ = state.press(.character("n")) }
        #expect(state.lists.openStory == state.find?.story)
        _ = state.press(.escape)
        _ = state.press(.escape)
        #expect(state.focus == .stories && state.find == nil)
    }

    @Test func `what is not there leads back, and says so`() throws {
        var state = try state()
        _ = state.press(.down)
        let before = state.compose()
        state.type("F鲸鱼")
        _ = state.press(.enter)
        #expect(state.message?.contains("鲸鱼") == true && state.results == nil)
        state.message = nil
        #expect(state.compose() == before)
    }

    @Test func `hits show while words are typed from the sections too, and Escape leads back there`() throws {
        var state = try state(columns: 40, rows: 12)
        _ = state.press(.left)
        let before = state.compose()
        state.type("F夜间")
        #expect(state.compose().text.contains("县医院开出夜间门诊 下班也能从容看病"))
        _ = state.press(.escape)
        #expect(state.compose() == before)
    }

    @Test func `hits are clicked and wheeled`() throws {
        var state = try state(columns: 140, rows: 40)
        state.type("F车")
        _ = state.press(.enter)
        let area = state.layout.stories
        let column = area.column + 3
        // The first headline, then a hit in each row.
        _ = state.press(.click(column: column, row: area.row + 5))
        #expect(state.results?.selected == 4)
        _ = state.press(.wheelDown(column: column, row: area.row + 5))
        #expect(state.results?.selected == 4)
        // The headline of the first hit that is shown moves along with it.
        _ = state.press(.click(column: column, row: area.row))
        #expect(state.results?.selected == 3)
    }

    @Test(arguments: [(140, 40), (80, 24), (40, 12), (40, 7), (30, 4)])
    func `each story's headline stands once over its hits, and the selected one is in sight`(
        columns: Int, rows: Int
    ) throws {
        var state = try state(columns: columns, rows: rows)
        state.type("F的")
        _ = state.press(.enter)
        while state.isFinding { state.goOnFinding() }
        let count = try #require(state.results?.entries.count)
        for step in 0..<count * 2 {
            let results = try #require(state.results)
            let area = state.layout.stories
            let shown = state.resultEntries(results, area)
            #expect(shown.contains { $0.place == results.selected && $0.rows.upperBound <= area.row + area.rows })
            #expect(shown.first?.rows.lowerBound == area.row)
            for (one, next) in zip(shown, shown.dropFirst()) {
                #expect(one.rows.upperBound == next.rows.lowerBound && one.place + 1 == next.place)
                let isNew = results.entries[one.place].story != results.entries[next.place].story
                let isWhole = next.rows.upperBound < area.row + area.rows
                if isWhole { #expect(next.rows.count == (isNew && area.rows >= 4 ? 2 : 1)) }
            }
            if shown.count < count - 1 {
                // No row of the pane is left empty but one, where a story's first hit would take two.
                #expect(try #require(shown.last).rows.upperBound >= area.row + area.rows - 1)
            }
            _ = state.press(step < count ? .down : .up)
        }
    }

    // MARK: - Narrowed lists

    @Test func `a list narrowed by initials`() throws {
        var state = try state()
        state.type("/sy")
        expectGolden(state.picture, "screens/narrowed-80x24")
    }

    @Test func `the list of stories is narrowed by words or initials, and Escape gives it back`() throws {
        var state = try state()
        _ = state.press(.down)
        let before = state.compose()
        state.type("/xyl")
        #expect(
            state.listed.map { state.edition.stories[$0].headline ?? "" }.allSatisfy {
                ListFilterPattern("xyl")!.matches($0)
            })
        _ = state.press(.escape)
        #expect(state.compose() == before)
        state.type("/門診")
        #expect(state.listed == [1] && state.story == 1)
        _ = state.press(.enter)
        #expect(state.listed == [1] && state.prompt == nil)
        _ = state.press(.escape)
        #expect(state.listed.count == state.edition.stories.count && state.focus == .stories)
    }

    @Test func `the list of sections is narrowed likewise`() throws {
        var state = try state()
        _ = state.press(.left)
        state.type("/xzkx")
        #expect(state.listedSections.map { state.sections[$0].title(in: state.texts) } == ["乡镇快讯"])
        #expect(state.sections[state.section].name == .named("乡镇快讯"))
        _ = state.press(.enter)
        _ = state.press(.down)
        #expect(state.sections[state.section].name == .named("乡镇快讯"))
        _ = state.press(.escape)
        #expect(state.listedSections.count == state.sections.count && state.focus == .sections)
        state.type("/qqq")
        _ = state.press(.enter)
        #expect(state.listedSections.count == state.sections.count && state.message != nil)
    }

    @Test func `a command that is not given leaves the hits, and the way back from them`() throws {
        var state = try state()
        _ = state.press(.down)
        let story = state.story
        state.type("F的")
        _ = state.press(.enter)
        for _ in 0..<3 { _ = state.press(.down) }
        #expect(state.story != story)
        _ = state.press(.character("|"))
        _ = state.press(.escape)
        _ = state.press(.escape)
        #expect(state.results == nil && state.story == story)
    }
}
