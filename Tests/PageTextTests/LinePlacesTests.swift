import Newspaper
import Testing

@testable import PageText

/// Places of lines become places of stories.
struct LinePlacesTests {
    private func line(_ text: String, _ role: LaidLine.Role, _ left: Double, _ top: Double) -> LaidLine {
        LaidLine(text, role, box: Box(left: left, top: top, right: left + 100, bottom: top + 10))
    }

    private var first: LaidPage {
        var caption = line("桥上的人。", .caption, 0, 90)
        caption.pictures = [Box(left: 0, top: 50, right: 100, bottom: 88)]
        return LaidPage(
            [
                line("澜河日报", .furniture, 0, 0), line("老街看花", .headline, 10, 20),
                line("\(Sample.body.dropLast(8))（下转第二版）", .paragraph, 0, 32), caption,
                line("河道清淤开工", .headline, 120, 20), line(Sample.more, .paragraph, 120, 32),
            ], on: PageSheet(width: 300, height: 200))
    }

    private var second: LaidPage {
        LaidPage(
            [
                line("第2版", .furniture, 0, 0), line("老街看花", .headline, 50, 300),
                line("（上接第一版）\(Sample.body.suffix(8))", .paragraph, 50, 312),
            ], on: PageSheet(width: 310, height: 400))
    }

    private let empty = LaidPage([], on: PageSheet(width: 1, height: 1))

    @Test func `a story is where its lines and pictures are, and its headline names it`() throws {
        let list = PageTextEdition([PageSource(path: "1.pdf", laid: [empty, first])])
        #expect(list.pages.map { $0.sheet?.width } == [300])
        let story = try #require(list.story(at: 0))
        let place = StoryPlace(
            page: 0, box: Box(left: 0, top: 20, right: 110, bottom: 100),
            heading: Box(left: 10, top: 20, right: 110, bottom: 30),
            pictures: [Box(left: 0, top: 50, right: 100, bottom: 88)])
        #expect(story.headline == "老街看花" && story.places == [place])
        #expect(list.story(at: 1)?.places.map(\.box) == [Box(left: 120, top: 20, right: 220, bottom: 42)])
    }

    @Test func `a story that goes on elsewhere is on both pages`() throws {
        let sources = [
            PageSource(path: "01.pdf", laid: [first]), PageSource(path: "02.pdf", laid: [second]),
        ]
        let list = PageTextEdition(sources)
        #expect(list.count == 2)
        #expect(list.story(at: 0)?.places.map(\.page) == [0, 1])
        #expect(list.positions(onPage: 0) == [0, 1] && list.positions(onPage: 1) == [0])
        #expect(PageMap(ofPage: 1, in: list)?.items.map(\.place.box.top) == [300])
        let edition = PageParser.edition(from: sources)
        #expect(edition.stories.map(\.places) == (0..<2).map { list.story(at: $0)?.places })
        #expect(edition.pages == list.pages)
    }

    @Test func `text has no places`() {
        let list = PageTextEdition([PageSource(path: "01.txt", text: "老街看花\n\n\(Sample.body)\n")])
        #expect(list.story(at: 0)?.places == [] && list.pages.first?.sheet == nil)
        #expect(PageMap(ofPage: 0, in: list) == nil)
    }
}
