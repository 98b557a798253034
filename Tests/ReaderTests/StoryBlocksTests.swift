import Localization
import Newspaper
import Screen
import Settings
import TestSupport
import TextSearch
import Testing
import Typesetting

@testable import Reader

/// How the blocks of a story from the web are set, found, copied and opened.
struct StoryBlocksTests {
    private func lines(_ body: [Block], measure: Int = 40, form: StoryDocument.Form = .screen) -> [String] {
        SetStory(document(body, form: form), measure: measure).lines(from: .start, count: 200).map(\.line.text)
    }

    private func document(_ body: [Block], form: StoryDocument.Form = .screen) -> StoryDocument {
        StoryDocument(Story(headline: "新桥", body: body), texts: Localization(language: "en"), form: form)
    }

    /// The span of the first place of some words in a text.
    private func span(_ kind: Span.Kind, _ words: String, in text: String) throws -> Span {
        let range = try #require(text.range(of: words))
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        return Span(kind, start..<start + words.utf8.count)
    }

    private static let address = "https://bridge.example/notice"

    private func linked() throws -> Block {
        let text = "县交通局发布了公告全文，工期提前四十天。"
        return Block(
            .paragraph, text,
            spans: [
                try span(.link(Self.address), "公告全文", in: text), try span(.strong, "提前四十天", in: text),
            ])
    }

    private func state(_ body: [Block]) -> ReaderState {
        var state = ReaderState(
            edition: Edition(stories: [Story(id: StoryID(1), headline: "新桥", body: body)]),
            texts: Localization(language: "en"), size: Size(columns: 80, rows: 24))
        _ = state.update(.key(.right))
        return state
    }

    @Test func `items hang behind their marks, numbers under each other, deeper ones further in`() {
        let set = lines([
            Block(.item, "通车首周实行单向放行，早高峰由东向西，晚高峰由西向东。", mark: "9."), Block(.item, "载重车绕行。", mark: "10."),
            Block(.item, "绕行路线见路口标牌。"), Block(.item, "农用三轮车", level: 1, mark: "•"), Block(.paragraph, "其余照旧。"),
        ])
        #expect(set.contains { $0.hasPrefix("   9. 通车首周") } && set.contains { $0.hasPrefix("  10. 载重车") })
        #expect(set.contains("      绕行路线见路口标牌。") && set.contains("      • 农用三轮车"))
        let after = set.firstIndex { $0.contains("其余照旧") } ?? 0
        #expect(set[after - 1].isEmpty)
    }

    @Test func `lines and spaces of what is preformatted stay, and none is stretched`() {
        let set = lines([Block(.preformatted, "let a = 1\n\n    if a  >  0 {")])
        let first = set.firstIndex { $0.contains("let a") } ?? 0
        #expect(Array(set[first..<first + 3]) == ["  let a = 1", "", "      if a  >  0 {"])
    }

    @Test func `a picture has its caption, what it shows, and the number of its address`() {
        let set = lines([
            Block(
                .figure, "新桥合龙。",
                illustration: Illustration(address: "https://bridge.example/1.jpg", description: "一节钢梁")),
            Block(.figure, "", illustration: Illustration(description: "老桥的石拱")),
        ])
        #expect(set.contains("  ▣ 新桥合龙。[1]") && set.contains { $0.contains("一节钢梁") })
        #expect(set.contains("  ▣ 老桥的石拱"))
    }

    @Test func `a crosshead of a lower rank is told from the highest that the story has`() {
        let roles = document([
            Block(.crosshead, "过桥须知", level: 2), Block(.paragraph, "正文。"), Block(.crosshead, "老桥", level: 3),
        ]).parts.map(\.role)
        #expect(roles.filter { $0 == .crosshead }.count == 1 && roles.filter { $0 == .subhead }.count == 1)
    }

    @Test func `words that lead somewhere have a number, which is no part of what is searched or kept`() throws {
        let document = document([try linked()])
        #expect(document.links.map(\.address) == [Self.address])
        let part = try #require(document.parts.firstIndex { $0.body == 0 })
        #expect(document.parts[part].text.contains("公告全文\u{2060}[1]，"))
        #expect(document.parts[part].words == "县交通局发布了公告全文，工期提前四十天。")
        let pattern = try #require(SearchPattern("全文，工期"))
        let hits = document.hits(of: pattern)
        #expect(hits.count == 1)
        let bytes = Array(document.parts[part].text.utf8)
        #expect(String(decoding: bytes[hits[0].range], as: UTF8.self) == "全文\u{2060}[1]，工期")
        // A place behind the number is the same at another look.
        let place = TextLayout.Place(paragraph: part, offset: hits[0].range.upperBound)
        #expect(document.place(of: document.readingPlace(of: place)) == place)
        #expect(document.readingPlace(of: place).character == 14)
    }

    @Test func `places in any text with links are found again`() throws {
        var generator = Seeded(seed: 5)
        for _ in 0..<100 {
            let words = (0..<20).map { _ in ["桥", "a", "é", " ", "，"].randomElement(using: &generator)! }
            let text = words.joined() + "。"
            let starts = text.unicodeScalars.indices.map { text.utf8.distance(from: text.startIndex, to: $0) }
            let spans = (0..<3).compactMap { number -> Span? in
                let (from, to) = (starts.randomElement(using: &generator)!, starts.randomElement(using: &generator)!)
                return from < to ? Span(.link("https://a.example/\(number)"), from..<to) : nil
            }
            let document = document([Block(.paragraph, text, spans: spans)])
            let part = try #require(document.parts.first { $0.body == 0 })
            #expect(part.words == document.story.body[0].text)
            for start in starts {
                let offset = part.textOffset(ofWords: start)
                #expect(part.wordOffset(ofText: offset) == start)
            }
        }
    }

    /// In quadratic time this runs for minutes.
    @Test func `a paragraph of a hundred thousand links is set and searched in linear time`() throws {
        let count = 100_000
        let text = String(repeating: "灯 a，", count: count)
        let spans = (0..<count).map { Span(.link("https://a.example/\($0)"), $0 * 8..<$0 * 8 + 3) }
        let document = document([Block(.paragraph, text, spans: spans)])
        let hits = document.hits(of: try #require(SearchPattern("a")))
        let part = try #require(document.parts.first { $0.body == 0 })
        #expect(hits.count == count && document.links.count == count && part.words == document.story.body[0].text)
        let last = try #require(hits.last)
        #expect(part.text.utf8.dropFirst(last.range.lowerBound).starts(with: "a".utf8))
    }

    @Test func `a figure typed over a story chooses the link of that number, and Enter opens it`() throws {
        var state = state([try linked()])
        _ = state.update(.key(.character("1")))
        #expect(state.links?.links.map(\.address) == [Self.address])
        let effects = state.update(.key(.enter))
        #expect(effects.contains { if case .open(let link) = $0 { link.address == Self.address } else { false } })
        #expect(state.links == nil)
    }

    @Test func `numbers of two figures are typed figure by figure`() throws {
        let text = String(repeating: "桥", count: 12)
        let spans = (0..<12).map { Span(.link("https://bridge.example/\($0 + 1)"), $0 * 3..<$0 * 3 + 3) }
        var state = state([Block(.paragraph, text, spans: spans)])
        for figure in ["1", "2"] as [Unicode.Scalar] { _ = state.update(.key(.character(figure))) }
        #expect(state.links?.selected == 11)
        _ = state.update(.key(.character("3")))
        #expect(state.links?.selected == 2)
    }

    @Test func `strong words are bold on the screen, and the number of a link is set apart from it`() throws {
        let state = state([try linked()])
        let frame = state.compose()
        let cell = try #require((0..<24).lazy.flatMap { frame[row: $0] }.first { $0.text == "提" })
        #expect(cell.style.attributes.contains(.bold))
    }

    @Test func `copies and lines for the ear have marks, numbers and addresses`() throws {
        let body = [try linked(), Block(.item, "绕行。", mark: "1."), Block(.item, "慢行。", mark: "2.")]
        let text = state(body).plainText(of: 0)
        #expect(text.contains("公告全文[1]，") && text.contains("1. 绕行。\n2. 慢行。") && text.contains("[1] " + Self.address))
        #expect(lines(body, form: .linear).contains("1. 绕行。"))
    }
}
