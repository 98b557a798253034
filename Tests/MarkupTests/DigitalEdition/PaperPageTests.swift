import Newspaper
import TestSupport
import TextDecoding
import Testing

@testable import Markup

struct PaperPageTests {
    private func read(_ html: String) -> SavedPage { SavedPage(Array(html.utf8)) }

    @Test(
        arguments: [
            ("第A01版：头版", "A01", "头版"), ("A02版 要闻", "A02", "要闻"), ("01 广告", "01", "广告"), ("第三版", "三", nil),
            ("03版:灯里·副刊", "03", "灯里·副刊"), ("B1：【体育】", "B1", "体育"),
        ] as [(String, String?, String?)])
    func `a page's name has a number and a name`(text: String, number: String?, name: String?) {
        #expect(PageName(text) == PageName(number: number, name: name))
    }

    @Test(arguments: ["3月5日", "三农", "2026年", "头版", "第一", "第A01版 第A02版"])
    func `other words are no page's name`(text: String) { #expect(PageName(text) == nil) }

    @Test func `a page's number is the same however it is written`() {
        #expect(PageName("第01版")?.key == "1" && PageName("第一版")?.key == "1" && PageName("第十二版")?.key == "12")
        #expect(PageName("A01版")?.key == "A1")
    }

    @Test(arguments: [
        ("content_12.htm?div=-1", "content_12", PaperReference.Kind.story),
        ("http://a.example/x/NODE_2.htm", "node_2", .page),
        ("./nbs.D110000dk_01.htm#a", "nbs.d110000dk_01", .page),
        ("nw.D110000dk_20260305_1-01.htm", "nw.d110000dk_20260305_1-01", .story),
        ("a/content_12 (1).html", "content_12", .story), ("../p/A01.PDF", "a01", .pdf), ("about.html", "about", .other),
    ])
    func `an address tells what is behind it`(address: String, key: String, kind: PaperReference.Kind) {
        #expect(PaperReference(address)?.key == key && PaperReference(address)?.kind == kind)
    }

    @Test func `an address tells the day`() {
        for path in [
            "html/2026-03/05/node_2.htm", "pc/layout/202603/05/n", "nw.D1_20260305_1-01.htm", "2026/03/05/x",
            "2026-03-05/x",
        ] {
            #expect(PaperReference.date(in: path) == "2026-03-05", "\(path)")
        }
        #expect(PaperReference.date(in: "content_20261399.htm") == nil && PaperReference.date(in: "2026/a") == nil)
    }

    @Test func `an area's place is the box around it`() {
        #expect(PaperPage.box("5,10,205,10,205,210,5,210") == Box(left: 5, top: 10, right: 205, bottom: 210))
        #expect(PaperPage.box("50, 60, 10") == Box(left: 40, top: 50, right: 60, bottom: 70))
        #expect(PaperPage.box("1,2") == nil && PaperPage.box("") == nil && PaperPage.box("1,2,1,9") == nil)
    }

    @Test func `fields stand in comments or in elements`() {
        let body = "<div id=ozoom><p>渡口镇的船今天开了。</p></div>"
        let fields = "<founder-title>新桥</founder-title><founder-subtitle><![CDATA[通车了]]></founder-subtitle>"
        for html in [
            "<!-- \(fields) -->\(body)", "\(fields)\(body)",
            "<div>\(body.replacing("<p>", with: fields + "<p>"))</div>",
        ] {
            let page = read("<html><body>\(html)</body></html>")
            #expect(page.headline == "新桥" && page.paper?.deck == "通车了", "\(html)")
            #expect(page.blocks.map(\.text) == ["渡口镇的船今天开了。"])
        }
    }

    @Test func `fields that hold the end of a comment end at their own`() {
        let page = read(
            "<html><!--enpproperty <title>新桥</title><abstract><!--enpcontent-->船开了<!--/enpcontent--></abstract><author>老周</author>/enpproperty--><body><div id=ozoom>船今天开了。</div>"
        )
        #expect(page.headline == "新桥" && page.byline == "老周" && page.blocks.map(\.text) == ["船今天开了。"])
    }

    @Test func `the headline is the nearest that says something`() {
        let page = read(
            "<h1>渡口报</h1><div><h1></h1><h3>引题</h3><h1>新桥</h1><h2>副题</h2><div><div id=ozoom><p>船开了。</div></div></div>")
        #expect(page.headline == "新桥" && page.paper?.kicker == "引题" && page.paper?.deck == "副题")
    }

    @Test func `every picture of a table has the words below it`() {
        let rows = (1...2).map {
            "<tr><td><img src=http://a.example/\($0).jpg></td></tr><tr><td><p>图\($0)。</p></td></tr>"
        }
        let page = read("<h1>新桥</h1><div id=ozoom><table>\(rows.joined())</table><p>船开了。</p></div>")
        #expect(page.blocks.map(\.text) == ["图1。", "图2。", "船开了。"])
        #expect(page.blocks.map(\.kind) == [.figure, .figure, .paragraph])
    }

    @Test(arguments: [
        "<table><tr><td><img src=../../res/9.jpg></td></tr><tr><td><p>拖船靠岸。</p></td></tr></table>",
        "<table class=pci_c><tr><td><img src=../../res/9.jpg></td></tr></table><div class=tushuo>拖船靠岸。</div>",
    ])
    func `a picture above the text is the story's, with its caption`(picture: String) {
        let page = read(
            "<table><tr><td><h1>新桥</h1><img src=/button.gif>\(picture)<div id=ozoom><p>船开了。</p></div></td></tr></table>"
        )
        #expect(page.blocks.map(\.text) == ["拖船靠岸。", "船开了。"])
        #expect(page.blocks.first?.kind == .figure)
    }

    @Test func `a deck may have several lines, and the writer may stand before the place`() {
        let page = read(
            "<h1>新桥</h1><h2>三年完工</h2><h2>今日通车</h2><p>许南星 老周《渡口日报》（2026年03月05日 第01版）</p><div id=ozoom><p>船开了。</p></div>")
        #expect(page.paper?.deck == "三年完工 今日通车" && page.authors == ["许南星", "老周"])
    }

    @Test func `a story without a headline does not take the paper's name`() {
        for title in ["渡口日报", "-渡口日报", ""] {
            let page = read(
                "<title>\(title)</title><h1></h1><p>《渡口日报》（2026年03月05日 第01版）</p><div id=ozoom><p>图为新桥。</p></div>")
            #expect(page.headline == nil, "\(title)")
        }
        #expect(
            read("<!--enpproperty <title>新桥&lt;br&gt;通车</title>/enpproperty--><div id=ozoom><p>船开了。</p></div>").headline
                == "新桥 通车")
    }

    @Test func `pages of other sites are none of a paper`() {
        for html in [
            "<div id=content><h1>潮汐</h1><p>船开了。</p></div>", "<div id=articleContent><p>船开了。</p></div>",
            "<img usemap=#m><map name=m><area href=a.html coords=0,0,9,9></map><p>船开了。</p>",
            "<a href=content_1.htm>一</a><p>船开了。</p>",
        ] {
            #expect(read(html).paper == nil, "\(html)")
        }
    }

    @Test func `a story whose text is not marked is found like that of any page`() {
        let text = (1...5).map { "<p>渡口镇的第\($0)艘船今天开了，镇上的人都来了，河面上灯火通明，船工们一直忙到半夜，老周也在。</p>" }
        let page = read(
            "<!--enpproperty <articleid>7</articleid><title>新桥</title>/enpproperty--><div>\(text.joined())</div>")
        #expect(page.headline == "新桥" && page.blocks.count == 5 && page.paper?.hasStory == true)
    }

    private static let all = [DigitalPapers.tables, DigitalPapers.lists, DigitalPapers.folders].map { paper in
        paper.sorted { $0.key < $1.key }.map(\.value)
    }

    private func put(together pages: [[UInt8]]) {
        let items = pages.enumerated().map { number, bytes in
            PaperEdition.Item(path: "content_\(number).htm", page: SavedPage(PageEncoding.decode(bytes).utf8))
        }.filter { $0.page.paper != nil }
        let edition = PaperEdition(items)
        for story in edition.stories {
            #expect(edition.pages.indices.contains(story.page) && story.places.allSatisfy { $0.page == story.page })
        }
        #expect(Set(edition.stories.map(\.item)).count == edition.stories.count)
    }

    @Test func `a page may end anywhere`() {
        for paper in Self.all {
            let pages = paper.map { Array($0.utf8) }
            for page in [pages[0], pages[pages.count - 1]] {
                for end in 0...page.count { put(together: [Array(page[..<end])]) }
            }
        }
    }

    @Test func `any pages that were changed are put together`() {
        var random = Seeded(seed: 5)
        for paper in Self.all {
            for _ in 0..<60 { put(together: paper.map { Array($0.utf8).mutated(using: &random) }) }
        }
    }
}
