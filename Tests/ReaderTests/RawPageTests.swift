import Foundation
import Newspaper
import PageText
import Screen
import TestSupport
import Testing
import Localization
import Typesetting

@testable import Reader

/// The raw text of the page, at the place where the reader is.
struct RawPageTests {
    /// A page of columns: a paragraph cut and joined, a caption in the middle of it, half-width marks.
    static let lines = [
        "渡口镇修桥记", "□本报记者 何一舟", "入冬以来,渡口镇的人每天都要绕七里路过河,桥", "孩子们在旧桥头等船。（何一舟 摄）",
        "面的木板早在秋天就被洪水冲走了。镇上的老木匠说:", "“修桥的事,等不得。”", "", "天气预报", "今天晴,明天阴。",
    ]

    private static func sources(_ text: String) -> [PageSource] { [PageSource(path: "page.txt", text: text)] }

    /// What the program gives the reader.
    private static func raw(_ sources: [PageSource], of story: Int) -> RawPage {
        RawPage(
            lines: PageParser.explanation(of: sources).map { reading in
                let isBody = reading.kind == .paragraph || reading.kind == .crosshead
                return RawPage.Line(
                    text: reading.text, role: reading.story != story ? .elsewhere : isBody ? .body : .story,
                    isJoined: reading.isJoined, isMoved: reading.isMoved)
            })
    }

    private func byHand() -> (ReaderState, RawPage) {
        let body = [
            Block(
                .paragraph,
                "入冬以来,渡口镇的人每天都要绕七里路过河,桥面的木板早在秋天就被洪水冲走了。镇上的老木匠说:"),
            Block(.paragraph, "“修桥的事,等不得。”"),
        ]
        let story = Story(
            id: StoryID(1), headline: Self.lines[0], byline: Self.lines[1], body: body,
            photos: [Photo(caption: "孩子们在旧桥头等船。", credit: "何一舟 摄")])
        let roles: [RawPage.Line.Role] = [
            .story, .story, .body, .story, .body, .body, .elsewhere, .elsewhere, .elsewhere,
        ]
        let page = RawPage(
            lines: zip(Self.lines, roles).enumerated().map { index, line in
                RawPage.Line(text: line.0, role: line.1, isJoined: index == 4, isMoved: index == 3)
            })
        let state = ReaderState(
            edition: Edition(title: "渡口报", stories: [story]), texts: Localization(language: "zh-Hans"),
            size: Size(columns: 50, rows: 14))
        return (state, page)
    }

    @Test func `r asks for the page, shows it with its marks, and r again shows the story as it was`() {
        var (state, page) = byHand()
        _ = state.press(.right)
        // That all is read is said until the next key.
        _ = state.look(1000)
        state.message = nil
        let before = state.compose()
        #expect(state.press(.character("r")) == [.rawPage(state.stories.id(at: 0))])
        state.show(page, of: 0)
        expectGolden(state.compose().text, "screens/raw-50x14")
        #expect(state.press(.character("r")) == [])
        #expect(state.compose() == before)
    }

    @Test func `joined and moved lines and restored marks look otherwise than the rest`() throws {
        var (state, page) = byHand()
        _ = state.press(.right)
        state.show(page, of: 0)
        let frame = state.compose()
        var marked: [String] = []
        for row in 0..<frame.size.rows {
            marked += frame[row: row].filter { $0.style == state.theme.mark }.map(\.text)
        }
        #expect(marked.filter { $0 == "," }.count == 4)
        #expect(marked.filter { $0 == ":" }.count == 1)
        #expect(marked.filter { $0 == "↷" }.count == 1 && marked.filter { $0 == "↳" }.count == 1)
        state.settings.restoresPunctuation = false
        let plain = state.compose()
        #expect(
            !(0..<plain.size.rows).contains {
                plain[row: $0].contains { $0.text == "," && $0.style == state.theme.mark }
            })
    }

    @Test
    func `the place on the page is that of the words in the story, and a byline in the paragraph does not move it`() {
        var (state, page) = byHand()
        let body = state.edition.stories[0].body
        func line(_ block: Int, _ character: Int) -> (Int, Substring) {
            let place = page.place(of: ReadingPlace(block, character, body), in: body)
            let text = page.lines[place.paragraph].text
            return (place.paragraph, text[text.utf8.index(text.startIndex, offsetBy: place.offset)...])
        }
        #expect(line(0, 0) == (0, Self.lines[0][...]))
        #expect(line(0, 8) == (2, "的人每天都要绕七里路过河,桥"))
        #expect(line(0, 22) == (4, Self.lines[4][...]))
        #expect(line(1, 0) == (5, Self.lines[5][...]))
        var lines = page.lines
        lines[2].text = "本报讯(记者 何一舟)" + lines[2].text
        page = RawPage(lines: lines)
        #expect(line(0, 8) == (2, "的人每天都要绕七里路过河,桥"))
        #expect(line(1, 0) == (5, Self.lines[5][...]))
    }

    @Test func `a line as long as a book is marked where it is looked at`() {
        let sentence = "渡口的人说,水退了,路也就通了。"
        let long = String(repeating: sentence, count: 20_000)
        let story = Story(id: StoryID(1), headline: "长", body: [Block(.paragraph, long)])
        var state = ReaderState(
            edition: Edition(stories: [story]), texts: Localization(language: "en"), size: Size(columns: 60, rows: 20))
        _ = state.press(.right)
        state.show(RawPage(lines: [RawPage.Line(text: long, role: .body)]), of: 0)
        for keys in [[Key.home], [.end], [.pageUp, .pageUp]] {
            for key in keys { _ = state.press(key) }
            let frame = state.compose()
            let commas = (0..<frame.size.rows).flatMap { frame[row: $0].filter { $0.text == "," } }
            #expect(commas.count > 10 && commas.allSatisfy { $0.style == state.theme.mark })
        }
    }

    @Test func `a story without a page says so; a page that comes too late is not shown`() throws {
        var (state, page) = byHand()
        state.show(nil, of: 0)
        #expect(state.message == "这一篇没有版面原文" && state.raw == nil)
        state.show(page, of: 3)
        #expect(state.raw == nil)
        var other = ReaderState(
            edition: try Gold.sample(), texts: Localization(language: "en"), size: Size(columns: 140, rows: 40))
        other.show(page, of: 0)
        #expect(other.raw != nil)
        _ = other.press(.click(column: 30, row: 6))
        #expect(other.story != 0 && other.raw == nil)
    }

    @Test func `Escape leaves it, and its end does not count as the story's`() {
        var (state, page) = byHand()
        state.size = Size(columns: 50, rows: 6)
        _ = state.press(.right)
        state.show(page, of: 0)
        #expect(state.press(.end) == [] && state.marks.read.isEmpty)
        #expect(state.compose().text.contains("今天晴,明天阴。") && state.compose().text.contains("100%"))
        _ = state.press(.escape)
        #expect(state.raw == nil && state.focus == .body)
    }

    @Test func `every line of every story's pages is reached, at the place of each of its paragraphs`() throws {
        for text in try Self.pages() {
            let sources = Self.sources(text)
            let edition = PageParser.edition(from: sources)
            for story in edition.stories.indices {
                let page = Self.raw(sources, of: story)
                let body = edition.stories[story].body
                for block in body.indices where block > 0 {
                    let place = page.place(of: ReadingPlace(block, 0, body), in: body)
                    let line = page.lines[place.paragraph].text
                    let rest = line[line.utf8.index(line.startIndex, offsetBy: place.offset)...]
                    let shown = rest.filter { !$0.isWhitespace }
                    let wanted = body[block].text.filter { !$0.isWhitespace }
                    #expect(wanted.hasPrefix(shown.prefix(4)), "\(shown) is not \(wanted.prefix(8))")
                }
            }
        }
    }

    /// Pages of the corpus that the parser is tried on.
    private static func pages() throws -> [String] {
        try ["01-zh-evening-city", "07-zh-picture-page", "12-ja-regional", "11-en-local-weekly"].map { name in
            try String(
                contentsOf: projectRoot.appending(path: "Tests/Fixtures/pages/tuning/\(name)/page.txt"), encoding: .utf8
            )
        }
    }
}

extension ReadingPlace {
    fileprivate init(_ block: Int, _ character: Int, _ body: [Block]) {
        var offsets = ScalarOffsets(body)
        self = offsets.place(block: block, character: character)
    }
}
