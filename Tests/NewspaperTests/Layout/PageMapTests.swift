import Testing

@testable import Newspaper

/// What is where on a page, from the places that stories know.
struct PageMapTests {
    private static func box(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) -> Box {
        Box(left: left, top: top, right: right, bottom: bottom)
    }

    private static func place(_ page: Int, _ left: Double) -> StoryPlace {
        let box = box(left, 0, left + 10, 40)
        return StoryPlace(page: page, box: box, heading: box)
    }

    private let edition = Edition(
        pages: [
            Page(number: "1", sheet: PageSheet(width: 100, height: 50, pictures: [box(80, 0, 90, 10)])),
            Page(number: "2"), Page(number: "3", sheet: PageSheet(width: 100, height: 50)),
        ],
        stories: [
            Story(id: StoryID(1), page: 0, headline: "渡口", places: [place(0, 10), place(2, 20)]),
            Story(id: StoryID(2), page: 0, headline: "无处"),
            Story(id: StoryID(3), page: 0, body: [Block(.paragraph, "老井不填。")], places: [place(0, 30)]),
            Story(id: StoryID(4), page: 1, headline: "文字版", places: [place(1, 10)]),
        ])

    @Test func `a page's map holds the stories that know where they are, and the page's own pictures`() throws {
        let map = try #require(PageMap(ofPage: 0, in: StoriesInMemory(edition)))
        #expect(map.items.map(\.story) == [StoryID(1), StoryID(3)])
        #expect(map.items.map(\.title) == ["渡口", "老井不填。"])
        #expect(map.items.map(\.place) == [Self.place(0, 10), Self.place(0, 30)])
        #expect(map.sheet.pictures == [Self.box(80, 0, 90, 10)])
    }

    @Test func `there is no map of a page without a sheet, without stories, or that is not there`() {
        let list = StoriesInMemory(edition)
        #expect(PageMap(ofPage: 1, in: list) == nil)
        #expect(PageMap(ofPage: 2, in: list) == nil)
        #expect(PageMap(ofPage: 3, in: list) == nil)
        #expect(PageMap(ofPage: -1, in: list) == nil)
    }

    @Test func `a story that is filed under another page takes its places along`() {
        var story = edition.stories[0]
        story.move(toPage: 5)
        #expect(story.page == 5 && story.places.map(\.page) == [5, 7])
    }

    @Test func `a box is never turned inside out`() {
        let box = Self.box(10, 20, 5, 7)
        #expect(box.width == 0 && box.height == 0)
        #expect(Self.box(0, 0, 1, 1).union(Self.box(5, 5, 6, 9)) == Self.box(0, 0, 6, 9))
    }
}
