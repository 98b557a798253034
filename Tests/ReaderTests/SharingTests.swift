import Newspaper
import Screen
import TestSupport
import Testing
import Localization

@testable import Reader

/// What the reader takes out of the paper: copies, links, and text for commands.
struct SharingTests {
    private func state(_ edition: Edition, columns: Int = 80, rows: Int = 24, language: String = "zh-Hans")
        -> ReaderState
    {
        ReaderState(edition: edition, texts: Localization(language: language), size: Size(columns: columns, rows: rows))
    }

    private func edition(_ paragraphs: String..., headline: String? = "渡口重开", link: String? = nil) -> Edition {
        Edition(
            title: "砚浦日报", pages: [Page(name: "要闻", number: "1", date: "2026-11-20")],
            stories: [
                Story(
                    id: StoryID(7), headline: headline, byline: "本报记者 方敏行",
                    body: paragraphs.map { Block(.paragraph, $0) }, link: link)
            ])
    }

    // MARK: - Copies

    @Test func `a copy is headline, byline, paragraphs and citation`() throws {
        var state = state(edition("渡口(东)重开,人人都来。", "第二段。"))
        #expect(
            state.press(.character("y")) == [
                .copy("渡口重开\n本报记者 方敏行\n\n渡口（东）重开，人人都来。\n\n第二段。\n\n— 砚浦日报，2026年11月20日，第1版，《渡口重开》\n")
            ])
    }

    @Test func `a citation in English, and one of which little is known`() {
        #expect(
            state(edition("a"), language: "en").citation(of: 0) == "— 砚浦日报, 2026-11-20, page 1, “渡口重开”")
        let bare = Edition(stories: [Story(body: [Block(.paragraph, "a")])])
        #expect(state(bare).citation(of: 0) == "— ")
    }

    @Test func `every word of every story of the sample edition is in its copy`() throws {
        let edition = try Gold.sample()
        let state = state(edition)
        func letters(_ text: String) -> [Unicode.Scalar] {
            text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        }
        for (index, story) in edition.stories.enumerated() {
            let text = letters(state.plainText(of: index))
            for block in story.body { #expect(text.contains(letters(block.text)), "\(block.text)") }
        }
    }

    @Test func `Y copies the paragraph on top, and while the headline is there the first`() throws {
        var state = try state(Gold.sample())
        let first = "11月17日7:30，砚浦汽车站3号发车位，开往雁回岭的8路班车还没发动"
        guard case .copy(let paragraph)? = state.press(.character("Y")).first else {
            Issue.record("nothing was copied")
            return
        }
        #expect(paragraph.hasPrefix(first) && paragraph.hasSuffix("满车人哄地笑了。\n"))
        _ = state.press(.right)
        for _ in 0..<3 { _ = state.press(.pageDown) }
        guard case .copy(let text)? = state.press(.character("Y")).first else {
            Issue.record("nothing was copied")
            return
        }
        let top = try #require(state.shownLines.first { $0.line.glyphs.count > 4 })
        #expect(text.contains(top.line.glyphs.dropFirst(4).prefix(4).map(\.text).joined()))
        #expect(text != paragraph)
    }

    @Test func `without a story nothing is copied, opened or asked`() {
        var state = state(Edition())
        for key in "yYoO|" { #expect(state.press(.character(key.unicodeScalars.first!)) == []) }
        #expect(state.prompt == nil && state.links == nil)
    }

    // MARK: - Links

    @Test(arguments: [
        ("见 https://a.example/路 。", ["https://a.example/%E8%B7%AF"]),
        ("(http://a.example/b_(c)).", ["http://a.example/b_(c)"]),
        ("HTTP://A.example, www.b.example/x?y=1&z; 完", ["http://A.example", "https://www.b.example/x?y=1&z"]),
        ("来信 desk-1@post.example.cn。", ["mailto:desk-1@post.example.cn"]),
        ("mailto:a@b.example!", ["mailto:a@b.example"]),
        ("http://one.example-http://two.example", ["http://one.example-http://two.example"]),
        ("ftp://a.example file:///etc/passwd javascript:alert(1) http:// https://- www. a@b @c", []),
        ("xhttp://a.example", []), ("http://a.example|sh 'x'", ["http://a.example"]),
        ("http://[::1]:8080/x", ["http://[::1]:8080/x"]),
    ])
    func `addresses are found where they stand in the text`(text: String, addresses: [String]) {
        #expect(Link.all(in: text).map(\.address) == addresses)
    }

    @Test(arguments: [
        "javascript:alert(1)", "file:///etc/passwd", "-rf", "--help", " https://a.example", "https://a.example x",
        "https://a.example\n--new", "https://", "https://-o", "mailto:-x", "http://\"", "https://a`b`", "",
    ])
    func `what is no web address, or might be an option, is no link`(text: String) {
        #expect(Link(text) == nil)
    }

    @Test func `a feed's address with Han letters is encoded`() {
        #expect(Link("https://a.example/报?q=1")?.address == "https://a.example/%E6%8A%A5?q=1")
    }

    @Test func `whatever the bytes, a link is printing ASCII and begins with its scheme`() {
        var random = Seeded(seed: 3)
        let pieces = [
            "http://", "https:", "//", "mailto:", "www.", "@", "a", ".b", "-", " ", "(", ")", "\u{1B}", "报", "%", "'",
        ]
        for _ in 0..<4000 {
            let text = (0..<12).map { _ in pieces.randomElement(using: &random)! }.joined()
            for link in Link.all(in: text) {
                #expect(link.address.utf8.allSatisfy { (0x21...0x7E).contains($0) })
                #expect(["http://", "https://", "mailto:"].contains { link.address.hasPrefix($0) })
            }
        }
    }

    @Test func `o opens the feed's link, or the only one; of several the reader chooses`() throws {
        var one = state(edition("见 www.a.example 。"))
        #expect(one.press(.character("o")) == [.open(try #require(Link("https://www.a.example")))])
        var feed = state(edition("http://b.example http://c.example", link: "https://a.example/"))
        #expect(feed.press(.character("o")) == [.open(try #require(Link("https://a.example/")))])
        var several = state(edition("http://b.example http://c.example http://b.example"))
        #expect(several.press(.character("o")) == [])
        #expect(several.links?.links.count == 2)
        _ = several.press(.down)
        #expect(several.press(.enter) == [.open(try #require(Link("http://c.example")))])
        #expect(several.links == nil)
        var none = state(edition("没有"))
        #expect(none.press(.character("o")) == [])
        #expect(none.message == "这篇文章里没有链接")
    }

    @Test func `the links of the words come first, by their numbers, then the files that come with a story`() {
        var story = Story(
            id: StoryID(7), headline: "渡口广播", body: [Block(.paragraph, "听 http://b.example/1 。")],
            link: "https://a.example/")
        story.web = WebDetails(
            externalLink: "https://c.example/",
            attachments: [Attachment(url: "https://a.example/灯 1.mp3"), Attachment(url: "x")])
        story.body[0].spans = [
            Span(.link("https://d.example/"), 0..<3), Span(.emphasis, 0..<3), Span(.link("http://b.example/1"), 4..<22),
        ]
        var state = state(Edition(stories: [story]))
        _ = state.press(.character("O"))
        #expect(
            state.links?.links.map(\.address) == [
                "https://d.example/", "http://b.example/1", "https://a.example/%E7%81%AF%201.mp3",
                "https://a.example/", "https://c.example/",
            ])
    }

    /// In quadratic time this runs for minutes.
    @Test func `a story may have very many links`() {
        var state = state(edition((0..<100_000).map { "http://a.example/\($0)" }.joined(separator: " ")))
        _ = state.press(.character("O"))
        #expect(state.links?.links.count == 100_000)
    }

    @Test(arguments: [(80, 24), (40, 12)])
    func `the links of a story`(columns: Int, rows: Int) {
        let text = (1...30).map { "http://a.example/\($0)/" + String(repeating: "x", count: $0 * 3) }.joined(
            separator: " ")
        var state = state(edition(text, link: "https://post.example/story"), columns: columns, rows: rows)
        _ = state.press(.character("O"))
        for _ in 0..<24 { _ = state.press(.down) }
        expectGolden(state.picture, "screens/links-\(columns)x\(rows)")
        _ = state.press(.escape)
        #expect(state.links == nil)
    }

    // MARK: - Commands

    @Test func `a command is asked for, and has a history of its own`() throws {
        var state = try state(Gold.sample())
        state.type("/车")
        _ = state.press(.enter)
        _ = state.press(.escape)
        state.type("|wc -m")
        guard case .pipe("wc -m", let text)? = state.press(.enter).first else {
            Issue.record("no command")
            return
        }
        #expect(text == state.plainText(of: 0))
        state.type("|")
        _ = state.press(.up)
        #expect(state.prompt?.words == "wc -m")
        _ = state.press(.up)
        #expect(state.prompt?.words == "wc -m")
        _ = state.press(.escape)
        #expect(state.prompt == nil)
        state.type("| ")
        #expect(state.press(.enter) == [])
    }
}
