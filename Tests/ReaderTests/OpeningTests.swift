import Localization
import Newspaper
import Screen
import Settings
import TestSupport
import Testing
import Typesetting

@testable import Reader

/// Another edition is opened, and the same one is taken as its pages are now.
struct OpeningTests {
    private func state(columns: Int = 80, rows: Int = 24) throws -> ReaderState {
        ReaderState(
            edition: try Gold.sample(), texts: Localization(language: "zh-Hans"),
            size: Size(columns: columns, rows: rows))
    }

    /// The sample edition with a page put before it.
    private func longer(_ edition: Edition) -> Edition {
        var new = edition
        new.pages.insert(Page(name: "号外", number: "0"), at: 0)
        for index in new.stories.indices { new.stories[index].page += 1 }
        let extra = (1...3).map {
            Story(id: StoryID(UInt64($0)), section: "号外", headline: "号外第\($0)条", body: [Block(.paragraph, "车来了。")])
        }
        new.stories.insert(contentsOf: extra, at: 0)
        return new
    }

    @Test(arguments: [(80, 24), (140, 40), (50, 20)])
    func `a new page leaves story, place, marks and the lists' rows as they were`(columns: Int, rows: Int) throws {
        var state = try state(columns: columns, rows: rows)
        for _ in 0..<9 { _ = state.press(.down) }
        _ = state.press(.character("m"))
        _ = state.press(.up)
        _ = state.press(.right)
        _ = state.press(.pageDown)
        let id = state.edition.stories[try #require(state.story)].id
        let before = (state.shownLines.map { $0.line.text }, state.compose().cursor, state.marks, state.places)
        let body = bodyText(state)
        state.receive(longer(state.edition), marks: state.marks, places: [:])
        #expect(state.edition.stories[try #require(state.story)].id == id)
        #expect(state.shownLines.map { $0.line.text } == before.0)
        #expect(state.compose().cursor == before.1 && state.marks == before.2 && state.places == before.3)
        #expect(bodyText(state) == body)
        #expect(state.sections.contains { $0.name == .named("号外") })
    }

    private func bodyText(_ state: ReaderState) -> [String] {
        let area = state.layout.body
        let frame = state.compose()
        return (area.row..<area.row + area.rows).map { row in
            frame[row: row].dropFirst(area.column).map(\.text).joined()
        }
    }

    @Test func `the story in the list stays in its row`() throws {
        var state = try state(columns: 140, rows: 40)
        for _ in 0..<14 { _ = state.press(.down) }
        let row = state.compose().cursor.row
        state.receive(longer(state.edition), marks: state.marks, places: [:])
        #expect(state.compose().cursor.row == row)
    }

    @Test func `a place in a story that has grown is found by what stands there`() throws {
        var state = try state()
        _ = state.press(.right)
        for _ in 0..<2 { _ = state.press(.pageDown) }
        let top = try #require(state.shownLines.first?.line.text)
        var new = state.edition
        new.stories[0].body.insert(Block(.paragraph, "后来补上的一段，说的是另一件事。"), at: 0)
        state.receive(new, marks: state.marks, places: [:])
        #expect(state.story == 0 && state.shownLines.first?.line.text == top)
    }

    @Test func `what is found is found again, the hit that was selected too`() throws {
        var state = try state()
        state.type("F车")
        _ = state.press(.enter)
        for _ in 0..<12 { _ = state.press(.down) }
        let old = try #require(state.results)
        let entry = old.entries[old.selected]
        let id = entry.story
        state.receive(longer(state.edition), marks: state.marks, places: [:])
        let new = try #require(state.results)
        #expect(new.entries.count == old.entries.count + 3)
        #expect(new.entries[new.selected].story == id)
        #expect(new.entries[new.selected].hit == entry.hit)
        #expect(state.find?.hits.isEmpty == false)
    }

    @Test func `a narrowed list, the page's own text and the filter stay`() throws {
        var state = try state()
        state.type("/smsj")
        _ = state.press(.enter)
        state.receive(longer(state.edition), marks: state.marks, places: [:])
        #expect(state.listed.count == 1)
        _ = state.press(.escape)
        state.show(RawPage(lines: [.init(text: "一行", role: .body)]), of: try #require(state.story))
        state.receive(longer(try Gold.sample()), marks: state.marks, places: [:])
        #expect(state.raw?.story == state.lists.openStory && state.raw != nil)
    }

    @Test func `starred stories of other editions stay behind those of this one`() throws {
        var state = try state()
        let other = StoryID(99)
        state.receive(MarkedStories(starred: [other]))
        _ = state.press(.left)
        _ = state.press(.end)
        state.show(
            starred: [Edition(title: "旧报", pages: [Page(number: "9")], stories: [Story(id: other, headline: "旧闻")])],
            places: [:], missing: 0)
        #expect(state.story.map { state.edition.stories[$0].headline } == "旧闻")
        state.receive(longer(try Gold.sample()), marks: state.marks, places: [:])
        #expect(state.story.map { state.edition.stories[$0].headline } == "旧闻")
        #expect(state.sections[state.section].name == .starred)
        #expect(state.compose().text.contains("旧报"))
        #expect(state.ownStories == state.edition.stories.count - 1)
    }

    @Test func `pages that are gone leave something to read, or say that there is nothing`() throws {
        var state = try state()
        _ = state.press(.end)
        var new = state.edition
        new.stories.removeLast(5)
        state.receive(new, marks: state.marks, places: [:])
        #expect(state.story == new.stories.count - 1)
        _ = state.press(.right)
        state.receive(Edition(), marks: state.marks, places: [:])
        #expect(state.story == nil && state.focus == .stories)
        _ = state.compose()
        state.receive(try Gold.sample(), marks: state.marks, places: [:])
        #expect(state.story == 0)
    }

    @Test func `any change of any edition leaves a state that holds together`() throws {
        var random = Seeded(seed: 11)
        var state = try state()
        let all = longer(try Gold.sample())
        let keys = ActionTable.rows.flatMap(\.keys) + [.enter, .escape, .character("车")]
        for _ in 0..<400 {
            for _ in 0..<6 { _ = state.press(keys.randomElement(using: &random)!) }
            var new = all
            new.stories = all.stories.filter { _ in Bool.random(using: &random) }
            for index in new.stories.indices where Int.random(in: 0..<5, using: &random) == 0 {
                new.stories[index].body.reverse()
            }
            if Int.random(in: 0..<20, using: &random) == 0 { new = Edition() }
            state.receive(new, marks: state.marks, places: [:])
            #expect(state.sections.indices.contains(state.section))
            #expect(state.story.map(state.edition.stories.indices.contains) ?? true)
            #expect(state.find.map { $0.story == state.lists.openStory } ?? true)
            #expect(state.compose().cells.count == 80 * 24)
        }
    }

    @Test func `another edition begins at its first story or the page's, and what was settled stays`() throws {
        var state = try state()
        state.type("tcm")
        let theme = state.theme
        var other = Edition(pages: [Page(number: "1"), Page(number: "2")])
        other.stories = (0..<6).map { Story(id: StoryID(UInt64($0)), page: $0 / 3, headline: "第\($0)条") }
        state.open(other, marks: MarkedStories(read: [StoryID(1)]), places: [:], page: 1)
        #expect(state.story == 3 && state.isRead(1) && state.theme == theme && state.focus == .stories)
        // The mark that was made in the other edition can be undone here.
        guard case .mark(let changes)? = state.press(.character("u")).first, let change = changes.first else {
            Issue.record("nothing was undone")
            return
        }
        #expect(change.kind == .read && !change.isSet)
        state.open(other, marks: MarkedStories(), places: [:])
        #expect(state.story == 0)
    }

    @Test func `hits and pages that come late do not cover help, nor take a prompt's keys`() throws {
        var state = try state()
        state.type("F的")
        _ = state.press(.enter)
        _ = state.press(.character("?"))
        let help = state.compose().text
        state.receive(longer(state.edition), marks: state.marks, places: [:])
        let lines = { (text: String) in text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst() }
        #expect(state.overlays.top is HelpOverlay && lines(state.compose().text) == lines(help))
        _ = state.press(.escape)
        #expect(state.help == nil && state.results != nil)

        let page = RawPage(lines: [RawPage.Line(text: "车来了。", role: .body)])
        _ = state.press(.escape)
        _ = state.press(.character("?"))
        state.show(page, of: try #require(state.story))
        #expect(state.overlays.top is HelpOverlay && state.rawPage != nil)
        _ = state.press(.escape)
        _ = state.press(.character("r"))
        state.type("F车")
        #expect(state.rawPage == nil)
        state.show(page, of: try #require(state.story))
        #expect(state.rawPage == nil && state.prompt?.words == "车")
    }

    @Test func `a search ends with its edition, and its hits are not those of the next one`() throws {
        var state = try state()
        var searches: [SearchRequest] = []
        func run(_ effects: [Effect]) { for case .search(let request) in effects { searches.append(request) } }
        _ = state.update(.key(.character("F")))
        run(state.update(.key(.character("的"))))
        let old = try #require(searches.first)
        var late = StorySearch(state.stories.base, old)
        let effects = state.update(
            .opened(StoriesInMemory(longer(state.edition)), marks: MarkedStories(), places: [:], page: nil))
        #expect(effects.contains(.stopSearch))
        _ = state.update(.key(.character("F")))
        run(state.update(.key(.character("车"))))
        #expect(searches.last?.number != old.number)
        _ = state.update(.found(late.next()))
        #expect(state.results?.hits.isEmpty == true)
    }

    @Test func `Escape leads back to the section of its name, wherever that stands now`() throws {
        var state = try state()
        state.focus = .sections
        _ = state.press(.down)
        _ = state.press(.down)
        let name = state.sections[state.section].name
        state.type("F的")
        state.receive(longer(state.edition), marks: state.marks, places: [:])
        _ = state.press(.escape)
        #expect(state.results == nil && state.sections[state.section].name == name)
    }

    @Test func `the story that was read last is selected once it has come, unless the reader was quicker`() throws {
        let edition = try Gold.sample()
        let last = edition.stories[7].id
        var part = edition
        part.stories = Array(edition.stories.prefix(3))
        var state = ReaderState(
            edition: Edition(), texts: Localization(language: "zh-Hans"), size: Size(columns: 80, rows: 24))
        func event(_ edition: Edition, isFirst: Bool) -> ReaderEvent {
            isFirst
                ? .opened(StoriesInMemory(edition), marks: MarkedStories(), places: [:], page: nil, last: last)
                : .updated(StoriesInMemory(edition), marks: MarkedStories(), places: [:], last: last)
        }
        _ = state.update(event(part, isFirst: true))
        #expect(state.story == 0)
        var quick = state
        _ = state.update(event(edition, isFirst: false))
        #expect(state.story == 7 && state.compose().text.contains(edition.stories[7].headline?.prefix(4) ?? ""))
        quick.press(.down)
        _ = quick.update(event(edition, isFirst: false))
        #expect(quick.story == 1)
        // A page that was chosen counts more, and a filter is kept to.
        _ = state.update(.opened(StoriesInMemory(edition), marks: MarkedStories(), places: [:], page: 0, last: last))
        #expect(state.story == 0)
        state.press(.character("f"))
        _ = state.update(
            .opened(StoriesInMemory(edition), marks: MarkedStories(read: [last]), places: [:], page: nil, last: last))
        #expect(state.story == 8)
    }
}
