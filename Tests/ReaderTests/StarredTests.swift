import Newspaper
import Screen
import TestSupport
import Testing
import Localization

@testable import Reader

/// The starred stories of all editions stand in a section of their own.
struct StarredTests {
    private static let other = Edition(
        title: "清水镇报", pages: [Page(name: "副刊", number: "4", date: "2025-01-31")],
        stories: [Story(id: StoryID(77), headline: "渡口改成了桥头", body: [Block(.paragraph, "横跨清水河的步行桥通行。")])])

    private func state(starred: Set<StoryID> = []) throws -> ReaderState {
        ReaderState(
            edition: try Gold.sample(), marks: MarkedStories(starred: starred),
            texts: Localization(language: "zh-Hans"),
            size: Size(columns: 80, rows: 24))
    }

    @Test func `the section comes with the first star and goes with the last`() throws {
        var state = try state()
        let count = state.sections.count
        #expect(!state.sections.contains { $0.name == .starred })
        _ = state.press(.character("s"))
        #expect(state.sections.count == count + 1 && state.sections.last?.stories == .chosen([0]))
        _ = state.press(.character("u"))
        #expect(state.sections.count == count)
    }

    @Test
    func `what is starred in other editions is asked for when the section is gone to, and shown after this one's`()
        throws
    {
        var state = try state(starred: [StoryID(77), StoryID(78)])
        let own = state.edition.stories.count
        _ = state.press(.character("s"))
        _ = state.press(.left)
        let effects = state.press(.end)
        #expect(state.sections[state.section].name == .starred)
        #expect(effects == [.starredStories([StoryID(77), StoryID(78)])])
        #expect(state.press(.up) == [] && state.press(.down) == [])
        state.show(starred: [Self.other], places: [:], missing: 1)
        #expect(state.message?.contains("1") == true && state.listed == [0, own])
        _ = state.press(.right)
        _ = state.press(.down)
        expectGolden(state.compose().text, "screens/starred-80x24")
        // The edition is no larger for it.
        #expect(state.unread(in: 0) == own && state.sections[0].stories.count == own)
        state.type("F渡口改成了桥头")
        #expect(state.results?.entries.isEmpty == true)
        _ = state.press(.escape)
        // Read to its end, it counts as any other.
        _ = state.press(.right)
        #expect(state.marks.read == [StoryID(77)])
    }

    @Test func `the last star taken back in the section leaves it and its story until the reader goes elsewhere`()
        throws
    {
        var state = try state(starred: [StoryID(77)])
        _ = state.press(.left)
        _ = state.press(.end)
        state.show(starred: [Self.other], places: [:], missing: 0)
        _ = state.press(.right)
        let story = state.story
        _ = state.press(.character("s"))
        #expect(state.story == story && state.listed == [story] && state.marks.starred.isEmpty)
        _ = state.press(.character("s"))
        #expect(state.marks.starred == [StoryID(77)])
        _ = state.compose()
    }

    @Test func `marks that were made elsewhere bring the section`() throws {
        var state = try state()
        var marks = MarkedStories()
        marks.starred = [state.edition.stories[3].id]
        state.receive(marks)
        #expect(state.sections.last?.name == .starred && state.sections.last?.stories == .chosen([3]))
    }

    @Test func `a filter of the sections follows the section of stars when it goes`() throws {
        var state = ReaderState(
            edition: try Gold.sample(), texts: Localization(language: "en"), size: Size(columns: 80, rows: 24))
        _ = state.press(.character("s"))
        _ = state.press(.left)
        // All, and the starred stories.
        state.type("/a")
        _ = state.press(.enter)
        #expect(state.listedSections.contains(state.sections.count - 1) && state.section == 0)
        _ = state.press(.right)
        _ = state.press(.character("s"))
        _ = state.compose()
        #expect(state.listedSections.allSatisfy(state.sections.indices.contains))
    }

    @Test func `the pane of sections has room for the name of the section that came with the first star`() throws {
        var state = ReaderState(
            edition: Edition(stories: [Story(headline: "甲", body: [Block(.paragraph, "乙。")])]),
            texts: Localization(language: "en"), size: Size(columns: 140, rows: 20))
        _ = state.press(.character("s"))
        let name = try #require(state.sections.last).title(in: state.texts)
        #expect(state.sections.last?.name == .starred && state.compose().text.contains(name))
    }

    @Test func `what was read of other editions' stories stays read when the list is taken anew`() throws {
        var state = try state(starred: [StoryID(77)])
        let guest = ReadingList.Guest(story: Self.other.stories[0], page: Self.other.pages[0], paper: "清水镇报")
        _ = state.update(.starred([guest], read: [StoryID(77)], places: [:], missing: 0))
        let position = try #require(state.stories.position(of: StoryID(77)))
        #expect(state.isRead(position))
        // The application knows the marks of the list that it read.
        _ = state.update(
            .updated(state.stories.base, marks: MarkedStories(starred: [StoryID(77)]), places: [:]))
        #expect(state.isRead(try #require(state.stories.position(of: StoryID(77)))))
        #expect(state.sections.last?.unread == 0)
    }
}
