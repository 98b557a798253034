import TextSearch
import Newspaper
import Screen
import TestSupport
import Testing
import Localization

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

    @Test func `each hit that is gone to is in sight in the story, its place unchanged until the reader goes in`()
        throws
    {
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
        #expect(state.focus == .body && !state.places.isEmpty)
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
