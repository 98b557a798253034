import TextSearch
import Newspaper
import Screen
import TestSupport
import Testing
import Localization
import Typesetting

@testable import Reader

/// `/` in the story: words are found in the document, marked on the screen and gone to.
struct FindTests {
    private func state(columns: Int = 80, rows: Int = 24, edition: Edition? = nil) throws -> ReaderState {
        var state = ReaderState(
            edition: try edition ?? Gold.sample(), texts: Localization(language: "zh-Hans"),
            size: Size(columns: columns, rows: rows))
        _ = state.press(.right)
        return state
    }

    @Test(arguments: ["班车", "班車", "“班，车”"])
    func `a find, typed and settled, at 80 by 24`(words: String) throws {
        var state = try state()
        state.type("/" + words)
        if words == "班车" { expectGolden(state.picture, "screens/find-typing-80x24") }
        _ = state.press(.enter)
        for _ in 0..<3 { _ = state.press(.character("n")) }
        expectGolden(state.picture, "screens/find-fourth-hit-80x24")
    }

    @Test func `a find in columns`() throws {
        var state = try state(columns: 100, rows: 30)
        state.type("zc/车")
        _ = state.press(.enter)
        for _ in 0..<12 { _ = state.press(.character("n")) }
        expectGolden(state.picture, "screens/find-columns-100x30")
    }

    @Test(arguments: [
        (80, 24, ""), (12, 6, ""), (50, 8, ""), (140, 40, ""), (100, 30, "zc"), (200, 12, "zc"), (60, 20, "z"),
    ])
    func `n goes through every hit and round, N back again, each on the screen and under the cursor`(
        columns: Int, rows: Int, keys: String
    ) throws {
        var state = try state(columns: columns, rows: rows)
        state.type(keys + "/的")
        _ = state.press(.enter)
        let count = try #require(state.find?.hits.count)
        #expect(count > 10)
        let pattern = try #require(SearchPattern("的"))
        #expect(
            count == state.setStory(0).document.parts.dropLast(2).reduce(0) { $0 + pattern.ranges(in: $1.text).count })
        for backwards in [false, true] {
            var seen: [Int] = []
            for _ in 0..<count {
                let frame = state.compose()
                let cursor = frame.cells[frame.cursor.row * columns + frame.cursor.column]
                #expect(cursor.text == "的" && cursor.style == state.theme.currentHit)
                seen.append(try #require(state.find?.current))
                _ = state.press(.character(backwards ? "N" : "n"))
            }
            #expect(Set(seen).count == count)
            #expect(state.find?.current == seen[0])
        }
    }

    @Test func `every hit on the screen is marked and nothing else, over line ends, gaps and columns`() throws {
        for (columns, rows, keys) in [(80, 24, ""), (34, 20, ""), (100, 30, "zc"), (180, 30, "zc")] {
            var state = try state(columns: columns, rows: rows)
            state.type(keys + "/")
            // A sentence of the story, without its marks, the other way of writing: it is set over several lines.
            let sentence = "一台用棉被裹著的電動縫紉機司機高有田繞車走了一圈"
            state.type(sentence)
            let frame = state.compose()
            var marked = ""
            for cell in frame.cells where cell.style == state.theme.currentHit {
                marked += cell.text
            }
            #expect(marked.filter { !" ，。".contains($0) } == "一台用棉被裹着的电动缝纫机司机高有田绕车走了一圈")
            #expect(state.find?.hits.count == 1)
        }
    }

    @Test func `while typing the first hit at or after the screen's top is shown, and Escape goes back`() throws {
        var state = try state()
        _ = state.press(.pageDown)
        let before = state.compose()
        let place = state.place(in: 0)
        state.type("/车")
        let hit = try #require(state.find.flatMap { find in find.current.map { find.hits[$0] } })
        #expect(hit.place >= place)
        #expect(state.find?.hits.contains { $0.place < hit.place && $0.place >= place } == false)
        // What stands before the top is come to round the end.
        _ = state.press(.control("U"))
        state.type("17条农村客运线")
        #expect(state.find?.current == 0 && state.place(in: 0) == .start)
        #expect(state.press(.escape) == [])
        #expect(state.compose() == before && state.place(in: 0) == place && state.find == nil)
    }

    @Test func `typing tells the place to nobody, Enter does`() throws {
        var state = try state()
        var effects: [Effect] = []
        for scalar in "/捎着".unicodeScalars { effects += state.press(.character(scalar)) }
        #expect(effects.isEmpty)
        _ = state.press(.control("U"))
        state.type("山里人口少")
        _ = state.press(.control("U"))
        state.type("读者")
        let last = state.setStory(0).document.parts.last { $0.body != nil }!.text
        _ = state.press(.control("U"))
        state.type(String(last.suffix(6)))
        effects = state.press(.enter)
        #expect(effects.contains { if case .place(state.edition.stories[0].id, _) = $0 { true } else { false } })
    }

    @Test func `Escape ends the marks, and then goes back as ever`() throws {
        var state = try state()
        state.type("/车")
        _ = state.press(.enter)
        #expect(state.find != nil)
        _ = state.press(.escape)
        #expect(state.find == nil && state.focus == .body)
        _ = state.press(.escape)
        #expect(state.focus == .stories)
    }

    @Test func `what is not there is said, and the story stays where it is`() throws {
        var state = try state()
        let before = state.place(in: 0)
        state.type("/鲸鱼")
        #expect(state.compose().text.contains("0/0"))
        _ = state.press(.enter)
        #expect(state.message?.contains("鲸鱼") == true && state.find == nil && state.place(in: 0) == before)
    }

    @Test func `another story has no marks of this one`() throws {
        var state = try state()
        state.type("/车")
        _ = state.press(.enter)
        _ = state.press(.left)
        _ = state.press(.down)
        #expect(state.find == nil)
    }

    @Test func `hits are found anew from the screen after scrolling away`() throws {
        var state = try state()
        state.type("/的")
        _ = state.press(.enter)
        _ = state.press(.end)
        let top = state.shownPlace
        _ = state.press(.character("n"))
        #expect(try #require(state.find.flatMap { $0.hits[$0.current!].place }) >= top)
        _ = state.press(.home)
        _ = state.press(.character("n"))
        #expect(state.find?.current == 0)
    }

    // MARK: - The prompt

    @Test func `the prompt is edited, and remembers what was looked for`() throws {
        var state = try state()
        state.type("/班客车")
        for key in [Key.left, .backspace, .end, .backspace, .backspace] { _ = state.press(key) }
        #expect(state.prompt?.words == "")
        state.type("门e\u{301}诊")
        for key in [Key.left, .backspace] { _ = state.press(key) }
        #expect(state.prompt?.words == "门诊")
        for key in [Key.home, .delete, .control("U")] { _ = state.press(key) }
        #expect(state.prompt?.words == "诊")
        for key in [Key.end, .control("U")] { _ = state.press(key) }
        state.type("班车")
        _ = state.press(.enter)
        state.type("/客运")
        _ = state.press(.enter)
        state.type("/药")
        for (key, words) in [
            (Key.up, "客运"), (.up, "班车"), (.up, "班车"), (.down, "客运"), (.down, "药"), (.down, "药"),
        ] {
            _ = state.press(key)
            #expect(state.prompt?.words == words)
        }
        _ = state.press(.escape)
        // Nothing but Enter: the same again.
        state.type("/")
        _ = state.press(.enter)
        #expect(state.find?.hits.isEmpty == false && state.history.last == "客运")
        // Backspace in an empty prompt ends it.
        state.type("/")
        _ = state.press(.backspace)
        #expect(state.prompt == nil)
    }

    @Test func `what is pasted is typed, line breaks as spaces, controls left out, and no key is pressed by it`() throws
    {
        var state = try state()
        #expect(state.press(.paste("q\nm\nA")) == [] && state.prompt == nil)
        state.type("/")
        _ = state.press(.paste("班\n车\u{1B}[31m\u{7}"))
        #expect(state.prompt?.words == "班 车[31m")
        _ = state.press(.paste(String(repeating: "长", count: 100_000)))
        #expect(state.prompt?.words.unicodeScalars.count == Prompt.limit)
    }

    @Test(arguments: [1, 2, 5, 12, 20, 39, 80])
    func `the cursor stays in the prompt's line whatever is typed at any width`(columns: Int) throws {
        var state = try state(columns: columns, rows: 10)
        state.type("/")
        for word in ["a", "长", "👨‍👩‍👧", "e\u{301}", "\u{202E}", "🇨🇳", "한"] {
            for _ in 0..<6 {
                state.type(word)
                let frame = state.compose()
                #expect(frame.cursor.row == 9 && frame.cursor.column < columns)
                #expect(!frame.text.unicodeScalars.contains("\u{202E}"))
            }
        }
        state.type("末")
        let frame = state.compose()
        let line = Array(frame[row: 9])
        if columns >= 5 {
            try #require(frame.cursor.column >= 2)
            #expect(line[frame.cursor.column - 2].text == "末" && line[frame.cursor.column].text == " ")
        }
        if columns >= 24 { #expect(frame.text.hasSuffix("0/0") || frame.text.hasSuffix("%")) }
        for _ in 0..<60 {
            _ = state.press(.left)
            #expect(state.compose().cursor.row == 9)
        }
    }

    @Test func `hostile stories and words`() throws {
        for words in ["a", "好", "👨", "\u{301}", "，", "…", "\u{200B}", "[", "1"] {
            for (columns, rows) in [(80, 24), (30, 8), (7, 3), (1, 1), (150, 40)] {
                var state = try state(columns: columns, rows: rows, edition: FrameConsistencyTests.hostile)
                for story in state.edition.stories.indices {
                    state.open(story)
                    state.focus = .body
                    state.type("/" + words)
                    _ = state.compose()
                    _ = state.press(.enter)
                    _ = state.press(.character("n"))
                    let frame = state.compose()
                    #expect(frame.cells.count == columns * rows)
                }
            }
        }
    }
}

extension ReaderState {
    /// Presses the keys of a text.
    mutating func type(_ text: String) { for scalar in text.unicodeScalars { _ = press(.character(scalar)) } }

    /// The screen as text, and under it what is marked as found: row, column and words, the current one with an arrow.
    var picture: String {
        let frame = compose()
        var marks: [String] = []
        for row in 0..<frame.size.rows {
            var run: (column: Int, style: Style, text: String)?
            func end() {
                if let run {
                    marks.append("\(row):\(run.column) \(run.style == theme.currentHit ? "→ " : "")\(run.text)")
                }
            }
            for (column, cell) in frame[row: row].enumerated() {
                let isMarked = cell.style == theme.hit || cell.style == theme.currentHit
                if run?.style == cell.style { run?.text += cell.text; continue }
                end()
                run = isMarked ? (column, cell.style, cell.text) : nil
            }
            end()
        }
        return frame.text + "\n\n" + marks.joined(separator: "\n")
            + "\ncursor \(frame.cursor.row):\(frame.cursor.column)"
    }
}
