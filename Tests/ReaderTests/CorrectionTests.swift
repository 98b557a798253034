import Localization
import Newspaper
import Screen
import TestSupport
import Testing
import Typesetting

@testable import Reader

/// Correcting the lines of the page, on the page's own text.
struct CorrectionTests {
    private static let lines: [(text: String, kind: LineKind)] = [
        ("南滩渡口添了新船", .headline), ("□本报记者 卢一帆", .byline),
        ("11月18日清晨，南滩渡口的雾还没有散，新下水的钢质渡船已经靠上码头，挑担的、推车的一个接一个踏上", .paragraph),
        ("老谭在船头系缆。（邵青禾 摄）", .caption), ("跳板。这条船能载六十人，比旧船多了一倍。", .paragraph), ("护林员的望远镜", .crosshead),
        ("石梁林场的护林员孟广田有一架旧望远镜，是父亲传下来的。", .paragraph),
    ]

    private static func address(_ line: Int) -> LineAddress {
        LineAddress(page: [1], words: lines[line].text, before: "", after: "")
    }

    private static func page(_ rulings: [Int: LineRuling] = [:]) -> RawPage {
        RawPage(
            lines: lines.enumerated().map { index, line in
                var kind = line.kind
                if case .kind(let said)? = rulings[index] { kind = said }
                return PrintedLine(
                    text: line.text, role: kind == .paragraph ? .body : .story, isJoined: index == 4,
                    isMoved: index == 3,
                    kind: kind, ruling: rulings[index], address: address(index))
            })
    }

    private static func story(_ id: UInt64, _ headline: String, _ body: String...) -> Story {
        Story(id: StoryID(id), headline: headline, body: body.map { Block(.paragraph, $0) })
    }

    private static let before = Edition(
        title: "澜河日报",
        stories: [
            story(1, "凉亭", "河边的凉亭。"),
            story(2, "南滩渡口添了新船", lines[2].text + lines[4].text, lines[6].text), story(3, "灯", "灯亮了。"),
        ])
    private static let after = Edition(
        title: "澜河日报",
        stories: [
            story(1, "凉亭", "河边的凉亭。"), story(12, "南滩渡口添了新船", lines[2].text + lines[4].text),
            story(13, "护林员的望远镜", lines[6].text), story(3, "灯", "灯亮了。"),
        ])

    /// The second story's page, opened by its key.
    private func reader(_ language: String = "zh-Hans", columns: Int = 80, rows: Int = 24) -> ReaderState {
        var state = ReaderState(
            edition: Self.before, texts: Localization(language: language), size: Size(columns: columns, rows: rows))
        state.story = 1
        state.focus = .body
        #expect(state.press(.character("r")).first == .rawPage(StoryID(2)))
        state.show(Self.page(), of: 1)
        return state
    }

    private func cursorLine(_ state: ReaderState) -> Int? { state.raw?.cursor }

    @Test(arguments: [("zh-Hans", 80, 24), ("zh-Hant", 40, 12), ("en", 80, 24), ("en", 40, 12)])
    func `a line is selected, with what each is beside it, and what it can be is asked below`(
        language: String, columns: Int, rows: Int
    ) {
        var state = reader(language, columns: columns, rows: rows)
        for _ in 0..<3 { state.press(.down) }
        expectGolden(state.compose().text, "screens/correct-\(language)-\(columns)x\(rows)")
        state.press(.enter)
        expectGolden(state.compose().text, "screens/correct-menu-\(language)-\(columns)x\(rows)")
    }

    @Test func `each choice has its key, in the menu and without it`() {
        for choice in CorrectionMenu.choices where choice.ruling != nil {
            for keys in [[Key.character(choice.key)], [.enter, .character(choice.key)]] {
                var state = reader()
                for _ in 0..<5 { state.press(.down) }
                var effects: [Effect] = []
                for key in keys { effects += state.press(key) }
                #expect(effects == [.correct(Self.address(5), choice.ruling)])
                #expect(state.raw?.menu == nil && state.raw?.cursor == 5)
                #expect(state.message?.contains(choice.words(in: state.texts)) == true)
            }
        }
    }

    @Test func `in the menu arrows select, Enter chooses, Escape leaves it and the page open`() {
        var state = reader("en")
        state.press(.down)
        state.press(.character("C"))
        #expect(state.raw?.menu?.selected == 3)
        #expect(state.press(.up) == [] && state.press(.up) == [])
        #expect(state.press(.enter) == [.correct(Self.address(1), .kind(.kicker))])
        state.press(.enter)
        for key in [Key.right, .right, .right, .left, .down, .home, .end, .character(" "), .character("%")] {
            state.press(key)
        }
        #expect(state.raw?.menu?.selected == CorrectionMenu.choices.count - 1)
        #expect(state.press(.escape) == [] && state.raw != nil && state.raw?.menu == nil)
        #expect(state.press(.escape) == [] && state.raw == nil)
    }

    @Test func `a click selects a line, two ask what it is, and a click on a choice chooses`() throws {
        var state = reader()
        func place(of words: String) throws -> (column: Int, row: Int) {
            let rows = state.compose().text.split(separator: "\n", omittingEmptySubsequences: false)
            let row = try #require(rows.firstIndex { $0.contains(words) })
            return (cells(of: String(rows[row].prefix(upTo: rows[row].range(of: words)!.lowerBound))), row)
        }
        let line = try place(of: "跳板。")
        state.press(.click(column: line.column, row: line.row))
        #expect(cursorLine(state) == 4)
        state.press(.doubleClick(column: line.column, row: line.row))
        #expect(state.raw?.menu != nil)
        let choice = try place(of: "另起一段")
        #expect(
            state.press(.click(column: choice.column, row: choice.row)) == [.correct(Self.address(4), .begins)])
    }

    @Test func `what was said is taken back by its key, by undo, and said again by redo`() {
        var state = reader()
        for _ in 0..<5 { state.press(.down) }
        #expect(state.press(.character("0")) == [] && state.message == "这一行没有改过")
        state.press(.character("1"))
        state.show(Self.page([5: .kind(.headline)]), of: 1)
        #expect(state.press(.character("0")) == [.correct(Self.address(5), nil)])
        #expect(state.press(.character("u")) == [.correct(Self.address(5), .kind(.headline))])
        #expect(state.press(.character("u")) == [.correct(Self.address(5), nil)])
        #expect(state.press(.control("R")) == [.correct(Self.address(5), .kind(.headline))])
    }

    @Test func `the corrected list keeps the story at hand, its place, the page and the line`() throws {
        var state = reader()
        state.show(nil, of: 5)
        for _ in 0..<5 { state.press(.down) }
        state.press(.character("1"))
        let effects = state.update(
            .corrected(
                StoriesInMemory(Self.after), marks: MarkedStories(read: [StoryID(12)]), places: [:],
                successors: [StoryID(2): StoryID(12)]))
        #expect(state.stories.count == 4 && state.story == 1 && state.focus == .body)
        #expect(effects.contains(.rawPage(StoryID(12))))
        #expect(cursorLine(state) == 5 && state.raw?.story == StoryID(12))
        state.show(Self.page([5: .kind(.headline)]), of: 1)
        #expect(cursorLine(state) == 5)
        #expect(state.compose().text.contains("主题    * 护林员的望远镜"))
        // Of the story that it was, the marks are undone under the name that it has now.
        var marked = reader()
        marked.press(.character("r"))
        marked.press(.character("s"))
        _ = marked.update(
            .corrected(
                StoriesInMemory(Self.after), marks: MarkedStories(starred: [StoryID(12)]), places: [:],
                successors: [StoryID(2): StoryID(12)]))
        #expect(
            marked.press(.character("u")).first
                == .mark([Change(story: StoryID(12), kind: .starred, isSet: false)]))
    }

    @Test func `a story that is gone without another in its place leaves the page to its neighbour`() {
        var state = reader()
        var edition = Self.after
        edition.stories.removeAll { $0.id == StoryID(12) || $0.id == StoryID(13) }
        let effects = state.update(
            .corrected(StoriesInMemory(edition), marks: MarkedStories(), places: [:], successors: [:]))
        #expect(state.story == 1 && effects.contains(.rawPage(StoryID(3))))
        _ = state.update(.rawPage(nil, of: StoryID(3)))
        #expect(state.raw == nil)
        let none = state.update(
            .corrected(StoriesInMemory(Edition()), marks: MarkedStories(), places: [:], successors: [:]))
        #expect(state.stories.count == 0 && !none.contains { if case .rawPage = $0 { true } else { false } })
    }

    @Test func `a line longer than the screen is gone through row by row, and each line comes into sight`() {
        var state = ReaderState(
            edition: Self.before, texts: Localization(language: "en"), size: Size(columns: 40, rows: 8))
        state.story = 1
        state.focus = .body
        let long = String(repeating: "渡口的人说，水退了，路也就通了。", count: 20)
        let texts = ["短的一行", long, "又一行", long, "末行"]
        state.show(RawPage(lines: texts.map { PrintedLine(text: $0, role: .body) }), of: 1)
        var seen: [Int] = []
        for _ in 0..<200 {
            if seen.last != cursorLine(state) { seen.append(cursorLine(state) ?? -1) }
            #expect(state.compose().text.contains("▌"))
            state.press(.down)
        }
        #expect(seen == [0, 1, 2, 3, 4] && state.compose().text.contains("末行"))
        for _ in 0..<200 { state.press(.up) }
        #expect(cursorLine(state) == 0 && state.compose().text.contains("短的一行"))
        for key in [Key.pageDown, .pageDown, .end, .pageUp, .wheelUp(column: 5, row: 3), .home] {
            state.press(key)
            #expect(state.compose().text.contains("▌"), "\(key)")
        }
        #expect(cursorLine(state) == 0)
        // It can be looked at, not corrected.
        state.press(.enter)
        #expect(state.raw?.menu == nil && state.message == "this line cannot be corrected")
    }

    @Test func `every size shows it without harm`() {
        for columns in [1, 3, 12, 20, 33, 64, 120] {
            for rows in [1, 2, 3, 5, 9, 30] {
                var state = reader("en", columns: columns, rows: rows)
                for key in [Key.down, .enter, .down, .right, .end] {
                    state.press(key)
                    #expect(state.compose().size == Size(columns: columns, rows: rows))
                }
            }
        }
    }
}
