import Localization
import Newspaper
@testable import Reader
import Screen
import Settings
import TestSupport
import Testing
import Typesetting

/// What the keys do: (state, key) → state and effects.
struct ReadingTests {
    private func state(columns: Int = 80, rows: Int = 24) throws -> ReaderState {
        ReaderState(
            edition: try Gold.sample(), texts: Localization(language: "zh-Hans"),
            size: Size(columns: columns, rows: rows))
    }

    private func press(_ state: inout ReaderState, _ keys: Key...) -> [Effect] {
        keys.flatMap { state.press($0) }
    }

    private func marked(_ effects: [Effect]) -> [StoryID: Bool] {
        var marks: [StoryID: Bool] = [:]
        for case .mark(let changes) in effects {
            for change in changes where change.kind == .read { marks[change.story] = change.isSet }
        }
        return marks
    }

    @Test func `moving through the list marks nothing as read`() throws {
        var state = try state()
        for _ in 0..<40 { #expect(press(&state, .down) == []) }
        #expect(state.marks.read.isEmpty)
        #expect(state.story == state.edition.stories.count - 1)
    }

    @Test func `the story under the cursor is shown at once`() throws {
        var state = try state()
        _ = press(&state, .down)
        #expect(state.compose().text.contains(String(state.edition.stories[1].body[0].text.dropFirst(1).prefix(4))))
    }

    @Test func `a story counts as read when its last line was on the screen while the body had the keys`() throws {
        var state = try state()
        _ = press(&state, .right)
        #expect(state.marks.read.isEmpty)
        let effects = press(&state, .end)
        #expect(marked(effects) == [state.edition.stories[0].id: true])
        #expect(state.isRead(0))
    }

    @Test func `the end on the screen does not count while the list has the keys`() throws {
        var state = try state(columns: 140, rows: 60)
        _ = press(&state, .down, .up)
        #expect(state.marks.read.isEmpty)
    }

    @Test func `m marks, m again takes back, and seeing the end again does not count at once`() throws {
        var state = try state(columns: 140, rows: 60)
        _ = press(&state, .right)
        #expect(state.isRead(0))
        #expect(marked(press(&state, .character("m"))) == [state.edition.stories[0].id: false])
        #expect(!state.isRead(0))
        _ = press(&state, .down, .up)
        #expect(!state.isRead(0))
    }

    @Test func `Space reads on to the end, then to the next unread story`() throws {
        var state = try state()
        _ = press(&state, .right)
        var seen: [Int] = []
        for _ in 0..<400 where state.unread(in: 0) > 0 {
            if let story = state.story, seen.last != story { seen.append(story) }
            _ = press(&state, .character(" "))
        }
        if let story = state.story, seen.last != story { seen.append(story) }
        #expect(state.unread(in: 0) == 0)
        #expect(seen == Array(state.edition.stories.indices))
        _ = press(&state, .character(" "), .character(" "))
        #expect(state.message == "今天的报纸读完了：26 篇，约 17 分钟")
    }

    @Test func `when the last unread story is finished it is said with stories and minutes`() throws {
        var state = try state(columns: 80, rows: 24)
        state.receive(MarkedStories(read: Set(state.edition.stories.dropFirst().map(\.id))))
        _ = state.press(.right)
        #expect(state.message == nil)
        _ = state.press(.end)
        let words = "今天的报纸读完了：26 篇，约 17 分钟"
        #expect(state.message == nil && state.compose().text.contains(words))
        expectGolden(state.compose().text, "screens/finished-80x24")
        // A low screen has room for it only in place of the hints.
        state = try self.state(columns: 80, rows: 8)
        state.receive(MarkedStories(read: Set(state.edition.stories.dropFirst().map(\.id))))
        _ = state.press(.right)
        _ = state.press(.end)
        #expect(state.message == words)
    }

    @Test func `marks that are not saved stand in the masthead before everything else, until they are`() throws {
        for columns in [10, 16, 24, 40, 80, 140] {
            var state = ReaderState(
                edition: try Gold.sample(), texts: Localization(language: "zh-Hans"),
                size: Size(columns: columns, rows: 24))
            func masthead() -> String { String(state.compose().text.prefix { $0 != "\n" }) }
            let before = masthead()
            _ = state.update(.unsaved(3))
            #expect(masthead().contains("未保存 3"), "\(columns)")
            #expect(columns < 24 || masthead().contains("未读 26/26"), "\(columns)")
            #expect(columns < 40 || masthead().contains("砚浦日报"), "\(columns)")
            _ = state.update(.unsaved(0))
            #expect(masthead() == before)
        }
    }

    @Test func `the masthead tells the minutes that the unread stories take together, where there is room`() throws {
        func story(_ han: Int) -> Story {
            Story(
                id: StoryID(UInt64(han)), headline: "题\(han)",
                body: [Block(.paragraph, String(repeating: "字", count: han))])
        }
        // Small ones count together; what is left counts a minute at least.
        for (stories, minutes) in [
            ([story(450), story(900)], 3), ((0..<10).map { story(180 + $0) }, 4), ([story(9)], 1),
        ] {
            let edition = Edition(stories: stories)
            var state = ReaderState(
                edition: edition, texts: Localization(language: "zh-Hans"), size: Size(columns: 80, rows: 24))
            func masthead() -> String { String(state.compose().text.prefix { $0 != "\n" }) }
            #expect(masthead().hasSuffix("未读 \(stories.count)/\(stories.count) · \(minutes)分钟"))
            if stories.count == 2 {
                _ = press(&state, .character("m"))
                #expect(masthead().hasSuffix("未读 1/2 · 2分钟"))
            }
            _ = press(&state, .character("A"))
            #expect(masthead().hasSuffix("未读 0/\(stories.count)"))
        }
        let narrow = try state(columns: 50, rows: 20).compose().text
        #expect(narrow.contains("未读 26/26\n"))
    }

    @Test(arguments: [(140, 40), (80, 24), (50, 20), (40, 12)])
    func `below the end mark stands what is next, whatever the story's length, and one Space leads there`(
        columns: Int, rows: Int
    ) throws {
        let opened = try state(columns: columns, rows: rows)
        for story in opened.edition.stories.indices {
            var state = opened
            state.open(story)
            _ = state.press(.enter)
            _ = state.press(.end)
            let next = try #require(state.nextUnread(after: story))
            let title = state.edition.stories[next].listTitle ?? ""
            #expect(state.compose().text.contains("下一篇：\(title.prefix(2))"))
            // From the beginning too: where the end mark is on the screen the story is over.
            _ = state.press(.home)
            while !state.compose().text.contains("■") { _ = state.press(.character(" ")) }
            #expect(state.story == story)
            _ = state.press(.character(" "))
            #expect(state.story == next)
        }
    }

    @Test func `n and N go to unread stories across sections`() throws {
        var state = try state()
        _ = press(&state, .left, .down, .down, .right)
        #expect(state.section == 2)
        _ = press(&state, .character("m"), .character("n"))
        #expect(state.section == 0)
        #expect(state.story.map { !state.isRead($0) } == true)
        let story = state.story
        _ = press(&state, .character("n"), .character("N"))
        #expect(state.story == story)
    }

    @Test func `any number of marks can be taken back and made again, a whole section's included`() throws {
        var state = try state()
        _ = press(&state, .character("A"))
        #expect(state.unread(in: 0) == 0)
        _ = press(&state, .character("m"), .character("s"))
        let marked = state.marks
        _ = press(&state, .character("u"), .character("u"), .character("u"))
        #expect(state.marks == MarkedStories())
        _ = press(&state, .control("R"), .control("R"), .control("R"))
        #expect(state.marks == marked)
    }

    @Test func `the filter keeps the open story in the list`() throws {
        var state = try state()
        _ = press(&state, .character("f"), .character("m"))
        #expect(state.listed.contains(0))
        _ = press(&state, .down)
        #expect(!state.listed.contains(0))
    }

    @Test func `the place in a story stays through every resize, and through looking at another`() throws {
        var state = try state()
        _ = press(&state, .right, .pageDown)
        let before = state.compose().text
        let id = state.edition.stories[0].id
        let place = state.places[id]
        for (columns, rows) in [(140, 40), (40, 12), (12, 3), (200, 70), (1, 1), (64, 8)] {
            state.size = Size(columns: columns, rows: rows)
            #expect(state.update(.key(.resize)) == [])
            _ = state.compose()
        }
        _ = press(&state, .left)
        state.size = Size(columns: 80, rows: 24)
        _ = press(&state, .down, .up, .right)
        #expect(state.places[id] == place)
        #expect(state.compose().text == before)
    }

    @Test(arguments: [12, 20, 50, 80, 110, 200])
    func `down to the end and up again passes every line of the story`(columns: Int) throws {
        var state = try state(columns: columns, rows: 12)
        _ = press(&state, .right)
        let story = state.edition.stories[0]
        var shown = ""
        for _ in 0..<2000 {
            shown += state.setStory(0).lines(from: state.place(in: 0), count: 1).first?.line.text ?? ""
            if press(&state, .down).isEmpty { break }
        }
        for block in story.body.dropLast(4) {
            let plain = shown.filter { !$0.isWhitespace }
            #expect(plain.contains(String(block.text.filter { !$0.isWhitespace }.prefix(4))))
        }
        for _ in 0..<3000 where !press(&state, .up).isEmpty {}
        #expect(state.place(in: 0) == .start)
    }

    @Test func `a burst of n marks nothing, and each story that is looked at for a second is read`() throws {
        let stories = (1...6).map {
            Story(id: StoryID(UInt64($0)), headline: "渡口\($0)", body: [Block(.paragraph, "船来了，第\($0)班。")])
        }
        var state = ReaderState(
            edition: Edition(stories: stories), texts: Localization(language: "zh-Hans"),
            size: Size(columns: 80, rows: 24))
        _ = state.press(.right, after: 100)
        for _ in 0..<3 { #expect(state.press(.character("n"), after: 300) == []) }
        #expect(state.marks.read.isEmpty && state.story == 3)
        #expect(state.dueTime == state.attention.now + 1000)
        // Nothing is pressed: the clock alone makes it read, and notes it as the story read last.
        #expect(marked(state.look(999)) == [:])
        #expect(marked(state.look(1)) == [stories[3].id: true] && state.dueTime == nil)
        // And with the next key, what was read until then.
        _ = state.press(.character("n"), after: 10)
        #expect(marked(state.press(.character("n"), after: 1500)) == [stories[4].id: true])
        #expect(state.story == 5 && state.marks.read.count == 2)
    }

    @Test func `the setting that marks stories as they are opened passes over those that were leafed through`() throws {
        var preferences = Preferences()
        preferences.markRead = .open
        var state = ReaderState(
            edition: try Gold.sample(), texts: Localization(language: "zh-Hans"), preferences: preferences,
            size: Size(columns: 80, rows: 24))
        _ = state.press(.right, after: 100)
        for _ in 0..<3 { _ = state.press(.character("n"), after: 100) }
        #expect(state.marks.read.isEmpty)
        _ = state.look(1000)
        #expect(state.marks.read == [state.edition.stories[3].id])
    }

    @Test func `a click into a short story marks nothing, however long it stays, until a key is pressed`() throws {
        var state = ReaderState(
            edition: Edition(stories: [Story(headline: "渡口重开", body: [Block(.paragraph, "船来了。")])]),
            texts: Localization(language: "zh-Hans"), size: Size(columns: 80, rows: 24))
        _ = press(&state, .click(column: 60, row: 5))
        #expect(state.focus == .body)
        _ = state.look(60_000)
        _ = press(&state, .click(column: 60, row: 6))
        #expect(state.marks.read.isEmpty)
        _ = press(&state, .down)
        #expect(state.marks.read.count == 1)
    }

    @Test func `who reads with the wheel reads`() throws {
        var state = ReaderState(
            edition: try Gold.sample(), texts: Localization(language: "zh-Hans"), size: Size(columns: 80, rows: 24))
        _ = press(&state, .click(column: 60, row: 5))
        for _ in 0..<30 { _ = state.press(.wheelDown(column: 60, row: 5), after: 20) }
        #expect(state.focus == .body && state.marks.read.isEmpty)
        _ = state.look(1000)
        #expect(state.marks.read == [state.edition.stories[0].id])
        // Over the body while the list has the keys it only looks.
        _ = state.press(.left)
        _ = state.press(.down)
        for _ in 0..<30 { _ = state.press(.wheelDown(column: 60, row: 5), after: 100) }
        _ = state.look(5000)
        #expect(state.marks.read.count == 1)
    }

    @Test func `time in which nobody was at the screen does not count`() throws {
        var state = try short(Size(columns: 80, rows: 24))
        _ = state.press(.right, after: 5000)
        _ = state.look(300)
        // Stopped, or another program had the terminal.
        _ = state.update(.time(state.attention.now + 60_000))
        #expect(state.marks.read.isEmpty && state.dueTime == state.attention.now + 1000)
        _ = state.look(1000)
        #expect(state.marks.read.count == 1)
    }

    @Test func `a story whose end was on the screen for less than a second is not read, whatever was before`() throws {
        func state() throws -> ReaderState {
            ReaderState(
                edition: try Gold.sample(), texts: Localization(language: "zh-Hans"), size: Size(columns: 80, rows: 24))
        }
        // Some seconds on the screen before, with the keys of the list or of the story.
        var state = try state()
        _ = state.look(5000)
        _ = state.press(.right, after: 0)
        _ = state.look(5000)
        _ = state.press(.end, after: 0)
        _ = state.press(.home, after: 300)
        _ = state.press(.end, after: 100)
        _ = state.press(.character("n"), after: 900)
        #expect(state.marks.read.isEmpty)
        // A short one, seen beside the list for long.
        state = try self.short(Size(columns: 140, rows: 40))
        _ = state.look(5000)
        _ = state.press(.tab, after: 0)
        #expect(state.marks.read.isEmpty && state.dueTime == state.attention.now + 1000)
        _ = state.look(1000)
        #expect(state.marks.read.count == 1)
    }

    @Test func `a click on a hint marks nothing that its key would not`() throws {
        var state = try short(Size(columns: 140, rows: 40))
        _ = state.press(.right, after: 0)
        let row = Array(state.compose()[row: 39]).map(\.text)
        _ = state.press(.click(column: try #require(row.firstIndex(of: "?")), row: 39), after: 10)
        #expect(state.help != nil)
        _ = state.look(5000)
        _ = state.press(.click(column: 1, row: 39), after: 10)
        _ = state.look(60_000)
        #expect(state.marks.read.isEmpty)
    }

    private func short(_ size: Size) throws -> ReaderState {
        ReaderState(
            edition: Edition(stories: [Story(headline: "渡口重开", body: [Block(.paragraph, "船来了。")])]),
            texts: Localization(language: "zh-Hans"), size: size)
    }

    @Test func `a story is not on the screen while help, or in one pane the list, is over it`() throws {
        var state = ReaderState(
            edition: Edition(stories: [Story(headline: "渡口重开", body: [Block(.paragraph, "船来了。")])]),
            texts: Localization(language: "zh-Hans"), size: Size(columns: 40, rows: 12))
        _ = state.press(.right, after: 5000)
        #expect(state.marks.read.isEmpty && state.dueTime != nil)
        _ = state.press(.character("?"), after: 10)
        #expect(state.dueTime == nil)
        _ = state.look(5000)
        _ = state.press(.escape, after: 0)
        #expect(state.marks.read.isEmpty)
        _ = state.look(1000)
        #expect(state.marks.read.count == 1)
    }

    @Test func `the interface's words keep their own marks beside a Chinese headline`() throws {
        let stories = (1...2).map {
            Story(id: StoryID(UInt64($0)), headline: "渡口,桥头\($0)", body: [Block(.paragraph, "船来了。")])
        }
        var state = ReaderState(
            edition: Edition(stories: stories), texts: Localization(language: "en"),
            size: Size(columns: 80, rows: 24))
        _ = press(&state, .right)
        #expect(state.compose().text.contains("Next: 渡口，"))
    }

    @Test func `the paper is not read while more of it is on its way, or one story is unread`() throws {
        let stories = (1...2).map {
            Story(id: StoryID(UInt64($0)), headline: "渡口\($0)", body: [Block(.paragraph, "船来了。")])
        }
        var state = ReaderState(
            edition: Edition(stories: stories), texts: Localization(language: "zh-Hans"),
            size: Size(columns: 80, rows: 24))
        _ = press(&state, .right, .character(" "), .character("m"), .character(" "))
        #expect(state.marks.read.count == 1 && !state.compose().text.contains(state.finished))
        _ = press(&state, .character("m"))
        #expect(state.marks.read.count == 2 && state.compose().text.contains(state.finished))
        _ = state.update(.progress("正在读取"))
        #expect(!state.compose().text.contains(state.finished))
    }

    @Test func `a click selects, the wheel scrolls what is under it and marks nothing`() throws {
        var state = try state(columns: 140, rows: 40)
        _ = press(&state, .click(column: 30, row: 5))
        #expect(state.story == 1 && state.focus == .stories)
        for _ in 0..<100 { _ = press(&state, .wheelDown(column: 100, row: 10)) }
        #expect(state.story == 1)
        #expect(state.marks.read.isEmpty)
        _ = press(&state, .wheelDown(column: 30, row: 10), .wheelDown(column: 30, row: 10))
        #expect(state.story == 1)
        _ = press(&state, .click(column: 3, row: 4))
        #expect(state.section == 2 && state.focus == .sections)
    }

    /// What is selected may be out of sight after the wheel; whatever is pressed then, it is in sight again.
    @Test(arguments: [Pane.sections, .stories], [(80, 24), (140, 20), (40, 12)])
    func `the cursor returns to the selection after the wheel has moved it out of sight`(
        pane: Pane, size: (Int, Int)
    ) throws {
        var first = try state(columns: size.0, rows: size.1)
        first.focus = pane
        let area = first.layout.area(of: pane)
        for _ in 0..<30 { _ = first.press(.wheelDown(column: area.column + 1, row: area.row)) }
        let isFarther = pane == .stories || first.sections.count > area.rows
        let before = first.compose()
        #expect(Array(before[row: before.cursor.row])[before.cursor.column].text != "▌" || !isFarther)
        for key: Key in [
            .character("X"), .character("t"), .character("u"), .tab, .backTab, .character("n"), .character("f"),
        ] {
            var state = first
            _ = state.press(key)
            _ = state.compose()
            if state.focus == .body { _ = state.press(.backTab) }
            let frame = state.compose()
            let cells = Array(frame[row: frame.cursor.row])
            #expect(cells[frame.cursor.column].text == "▌", "\(key)")
        }
    }

    @Test func `Escape comes back from anywhere to the sections, and stays there`() throws {
        var state = try state()
        _ = press(&state, .right, .escape, .escape, .escape, .escape)
        #expect(state.focus == .sections)
    }

    @Test func `an empty edition takes every key`() {
        var state = ReaderState(
            edition: Edition(), texts: Localization(language: "en"), size: Size(columns: 80, rows: 24))
        for row in ActionTable.rows where row.action != .quit {
            for key in row.keys { _ = state.press(key) }
            _ = state.compose()
        }
    }

    @Test func `the edition is not called read while its only story is not`() {
        var state = ReaderState(
            edition: Edition(stories: [Story(headline: "渡口重开", body: [Block(.paragraph, "船来了。")])]),
            texts: Localization(language: "zh-Hans"), size: Size(columns: 80, rows: 24))
        #expect(!state.compose().text.contains(state.finished))
        _ = state.press(.right)
        #expect(state.marks.read.count == 1 && state.compose().text.contains(state.finished))
        _ = state.press(.character("m"))
        #expect(!state.compose().text.contains(state.finished))
        _ = state.press(.character(" "))
        #expect(!state.compose().text.contains(state.finished))
    }
}
