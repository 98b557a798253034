import Localization
import Newspaper
import Screen
import Settings
import TestSupport
import Testing

@testable import Reader

/// `v`: the page as it was printed, and a story chosen by its place.
struct PageMapOverlayTests {
    private func state(
        columns: Int = 80, rows: Int = 24, edition: Edition = PrintedPages.edition, language: String = "zh-Hans",
        depth: ColorDepth = .direct
    ) -> ReaderState {
        var state = ReaderState(
            edition: edition, marks: MarkedStories(read: [StoryID(3), StoryID(6)]),
            texts: Localization(language: language), depth: depth, size: Size(columns: columns, rows: rows))
        state.press(.character("v"))
        return state
    }

    private func selected(_ state: ReaderState) -> StoryID? { state.pageMap?.story }

    @Test(arguments: [(60, 20), (80, 24), (140, 40)])
    func `the map of a page`(columns: Int, rows: Int) {
        var state = state(columns: columns, rows: rows)
        expectGolden(state.picture, "screens/page-map-\(columns)x\(rows)")
        state.press(.end)
        expectGolden(state.picture, "screens/page-map-end-\(columns)x\(rows)")
    }

    @Test func `where ambiguous characters are wide, its lines are drawn with narrow ones`() {
        var preferences = Preferences()
        preferences.reading.ambiguousWidth = .wide
        var state = ReaderState(
            edition: PrintedPages.edition, texts: Localization(language: "zh-Hans"), preferences: preferences,
            size: Size(columns: 80, rows: 24))
        state.press(.character("v"))
        expectGolden(state.picture, "screens/page-map-wide-80x24")
    }

    @Test func `arrows go from box to box, and the opposite one goes back`() {
        var state = state()
        #expect(selected(state) == StoryID(1))
        let keys: [Key] = [.down, .right, .right, .down, .down, .left]
        var seen = [selected(state)]
        for key in keys {
            state.press(key)
            seen.append(selected(state))
        }
        #expect(Set(seen).count > 4)
        let back: [Key: Key] = [.up: .down, .down: .up, .left: .right, .right: .left]
        for (key, before) in zip(keys, seen).reversed() {
            state.press(back[key] ?? key)
            #expect(selected(state) == before)
        }
    }

    @Test func `Enter opens the story in its pane, and marks nothing by itself`() {
        var state = state()
        state.press(.down)
        let wanted = selected(state)
        #expect(state.update(.key(.enter)).allSatisfy { if case .mark = $0 { false } else { true } })
        #expect(state.pageMap == nil && state.lists.openStory == wanted && state.focus == .body)
    }

    @Test(arguments: [Key.escape, .character("v")])
    func `Escape and v leave, and everything is as it was`(key: Key) {
        var state = state()
        let before = (state.story, state.focus, state.section)
        state.press(.down)
        state.press(.pageDown)
        #expect(state.press(key) == [])
        #expect(state.pageMap == nil && (state.story, state.focus, state.section) == before)
    }

    @Test func `a click selects, the second one opens`() throws {
        var state = state()
        let grid = PageMapPicture(
            try #require(state.pageMap).map, columns: 80, settings: state.settings, texts: state.texts
        ).grid
        let area = try #require(grid.seen[1])
        let key = Key.click(column: area.column, row: state.layout.whole.row + area.row)
        state.press(key)
        #expect(selected(state) == StoryID(2))
        state.press(key)
        #expect(state.pageMap == nil && state.lists.openStory == StoryID(2))
    }

    @Test func `pages without a map are passed over, and the masthead names the page that is shown`() {
        var state = state()
        state.press(.pageDown)
        #expect(selected(state) == StoryID(11))
        #expect(state.compose().text.contains("第3版"))
        state.press(.pageDown)
        #expect(selected(state) == StoryID(11))
        state.press(.pageUp)
        #expect(selected(state) == StoryID(1))
        #expect(!state.compose().text.contains("第3版"))
    }

    @Test func `the wheel scrolls, and the selected box comes into sight with the next key`() throws {
        var state = state()
        let first = state.compose().text
        for _ in 0..<20 { state.press(.wheelDown(column: 3, row: 9)) }
        #expect(state.compose().text != first && selected(state) == StoryID(1))
        state.press(.down)
        #expect(state.compose().text.contains("护林员的望远镜"))
    }

    @Test func `what is selected is in sight and the cursor is on it, wherever keys lead`() throws {
        var state = state(columns: 70, rows: 20)
        var random = Seeded(seed: 3)
        for _ in 0..<120 {
            state.press([.up, .down, .left, .right, .home, .end, .pageUp, .pageDown].randomElement(using: &random)!)
            let cursor = state.compose().cursor
            #expect(state.layout.whole.contains(column: cursor.column, row: cursor.row))
            #expect(state.compose()[row: cursor.row][cursor.row * 70 + cursor.column].style == selection(state))
        }
    }

    private func selection(_ state: ReaderState) -> Style {
        var style = state.theme.selection
        if let position = state.position(of: selected(state)), !state.isRead(position) {
            style.attributes.insert(.bold)
        }
        return style
    }

    @Test func `without colours what is selected has heavy lines, and what is read no mark`() {
        let text = state(depth: .none).compose().text
        #expect(text.contains("┏━") && text.contains("● 护林员"))
        #expect(!text.contains("● 山里的图书车") && text.contains("山里的图书车"))
    }

    @Test func `where there is no map, the key says why`() {
        var state = state()
        state.press(.escape)
        state.open(9)
        state.press(.character("v"))
        #expect(state.pageMap == nil && state.message == state.texts(.noMap))
        for (columns, rows) in [(59, 24), (80, 19), (40, 12)] {
            let state = self.state(columns: columns, rows: rows)
            #expect(state.pageMap == nil && state.message == state.texts(.mapNeedsRoom, 60, 20))
        }
        #expect(self.state(edition: Edition()).message == state.texts(.noMap))
    }

    @Test func `a screen that has become too small says so, and Escape leaves`() {
        var state = state()
        _ = state.update(.resized(Size(columns: 50, rows: 12), ambiguousIsWide: nil))
        #expect(state.compose().text.contains("版面图要 60 列、20 行的屏幕"))
        state.press(.down)
        #expect(state.pageMap == nil)
    }

    @Test func `on a screen of another size what is selected stays in sight`() {
        var state = state(columns: 140, rows: 60)
        state.press(.end)
        _ = state.update(.resized(Size(columns: 70, rows: 20), ambiguousIsWide: nil))
        let cursor = state.compose().cursor
        #expect(state.layout.whole.contains(column: cursor.column, row: cursor.row))
        #expect(state.compose()[row: cursor.row][cursor.row * 70 + cursor.column].style == selection(state))
    }

    @Test func `in another language its words are others`() {
        var state = state(rows: 40)
        #expect(state.compose().text.contains(" 图片 "))
        let texts = Localization(language: "zh-Hant")
        _ = state.update(.preferences(Preferences(), texts))
        #expect(state.compose().text.contains(" 圖片 ") && !state.compose().text.contains(" 图片 "))
    }

    @Test func `when the list is read again the same story stays selected, or the map goes with the page`() {
        var state = state()
        state.press(.down)
        let wanted = selected(state)
        var edition = PrintedPages.edition
        edition.stories.removeFirst()
        state.receive(edition, marks: MarkedStories(), places: [:])
        #expect(selected(state) == wanted && state.pageMap?.map.items.count == 8)
        for at in edition.pages.indices { edition.pages[at].sheet = nil }
        state.receive(edition, marks: MarkedStories(), places: [:])
        #expect(state.pageMap == nil)
    }

    @Test func `a story beyond the filter is shown all the same`() {
        var state = state()
        state.press(.escape)
        state.press(.character("f"))
        state.press(.character("v"))
        state.press(.end)
        state.press(.home)
        state.press(.down)
        let wanted = selected(state)
        state.press(.enter)
        #expect(state.lists.openStory == wanted)
    }
}
