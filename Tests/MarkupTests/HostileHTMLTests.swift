import Foundation
import Markup
import Newspaper
import Synchronization
import TestSupport
import TextDecoding
import Testing

struct HostileHTMLTests {
    /// Something of everything that is read.
    private static let sample = """
        <!DOCTYPE html><html lang=zh><head><title>潮汐 - 渡口报</title><base href="/a/"><meta property="og:title" content="潮汐 &amp; 船">
        <script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"headline":"潮\\u6c50","author":[{"name":"许南星"}]}]}</script>
        </head><body><!-- n --><div class="article"><h1>潮汐</h1><p>来源：渡口报　2026年3月5日 10:20</p><p>水<b>涨<i>了</b>，船</i>开了。<a href="b">灯</a></p>
        <ol type=i start=3><li>一<li>二<ul><li>三</ul></ol><blockquote><p>说&ldquo;是&rdquo;</blockquote><pre>a\n b</pre>
        <table><caption>表</caption><tr><th>时<th>潮<tr><td colspan=2>午<td>高</table><figure><picture><source srcset="c 2x"><img src=d alt=船></picture>
        <figcaption>船</figcaption></figure><ruby>潮<rt>しお</rt></ruby><q>x<sup>2</sup></q><noscript><img src=e></noscript><![CDATA[x]]>
        <svg><p></svg><textarea><p></textarea><template><td></template><p>（责任编辑：路文遥）<b>&nbsp;</b></p><p><i>　a</i><code>　</code></div></body></html>
        """

    private func readAll(_ bytes: [UInt8]) {
        let text = PageEncoding.decode(bytes)
        let page = SavedPage(text.utf8)
        for block in page.blocks + HTMLText(utf8: text.utf8).blocks {
            #expect(
                block.spans.allSatisfy {
                    $0.range.lowerBound < $0.range.upperBound && $0.range.upperBound <= block.text.utf8.count
                })
            #expect(!block.text.isEmpty || block.kind == .figure)
        }
    }

    @Test func `a page may end anywhere`() {
        let bytes = Array(Self.sample.utf8)
        for end in 0...bytes.count { readAll(Array(bytes[..<end])) }
    }

    @Test func `any page that was changed is read`() {
        var random = Seeded(seed: 14)
        let bytes = Array(Self.sample.utf8)
        for _ in 0..<1000 { readAll(bytes.mutated(using: &random)) }
    }

    @Test func `bytes that are no page are read`() {
        var random = Seeded(seed: 15)
        let parts = [
            "<", ">", "</", "=", "\"", "&", ";", "!", "-", "[", "p", "table", "td", "b", "a ", "\0", "svg", "\u{202E}",
        ]
        for _ in 0..<500 {
            readAll((0..<200).flatMap { _ in Array(parts.randomElement(using: &random)!.utf8) })
        }
    }

    @Test(arguments: [
        "<a ", "<a href=\"", "<!--", "<![CDATA[", "<script>", "<", "&", "&amp;", "</", "<pre>", "<a <a>", "<b>x",
        "<div>", "<blockquote>",
        "<p>", "<table>", "<table><tr><td>", "<ul><li>", "<b class=x>", "<a href=x>", "<i><p>", "<font>", "<span>",
        "<svg>", "<select>",
        "<template>", "<math>", "<ruby><rt>", "<html a=1>", "<body>", "<title>", "<form>", "<button>", "<object>",
        "<q>", "<sup>1",
        "<figure><img src=x>", "<noscript>", "<h1>", "<dd><dl>", "</p>", "</br>", "<frameset>", "<picture>", "<td>",
        "<caption>", "\0",
        "<p class=comment>x", "<div class=byline>", "<table><b>", "<b><table>", "<!DOCTYPE html>",
        "<img alt=x width=1>", "<b><i></b></i>",
        "<nobr>", "<marquee>", "<x-y>", "<li>", "<a><b></a>",
        "<!--enpcontent-->x", "<!--enpcontent-->x<!--/enpcontent-->", "<!--enpproperty ",
        "<!--enpproperty <title>x</title>-->", "<div id=ozoom>x",
        "<div id=ozoom><h1>x</h1>", "<area href=content_1.htm coords=1,2,3,4>", "<a href=node_1.htm>1版</a>",
        "<founder-content>x", "<founder-title>x",
        "<div id=ozoom><div class=tushuo>x</div>", "<div id=ozoom><table><tr><td><img>", "<div class=tushuo><img>",
    ])
    func `a part a hundred thousand times over takes linear time, and no deep stack`(part: String) {
        let duration = onSmallStack {
            let html = String(repeating: part, count: 100_000)
            _ = HTMLText(html)
            _ = SavedPage(Array(html.utf8))
            _ = HTMLText.line(html)
            _ = HTMLText.line(html + "</b>")
        }
        #expect(duration < .seconds(20))
    }

    @Test func `what is open a hundred thousand times over and closed again keeps its text`() {
        for (open, close) in [
            ("<div>", "</div>"), ("<blockquote>", "</blockquote>"), ("<span>", "</span>"), ("<b>", "</b>"),
        ] {
            let html = String(repeating: open, count: 100_000) + "潮" + String(repeating: close, count: 100_000) + "汐"
            let duration = onSmallStack { #expect(HTMLText(html).blocks.map(\.text).joined() == "潮汐") }
            #expect(duration < .seconds(20))
        }
    }

    @Test func `attributes without number take linear time`() {
        let tag = "<a " + (0..<200_000).map { "a\($0)=b" }.joined(separator: " ") + ">tide</a>"
        let pages = (0..<50_000).map { "<html a\($0)=b>" }.joined() + "x"
        let formatted = (0..<50_000).map { "<b class=a\($0)><p>" }.joined() + "x"
        for html in [tag, pages, formatted] {
            let duration = onSmallStack { _ = HTMLText(html) }
            #expect(duration < .seconds(20))
        }
    }

    /// Each paragraph opens all formatting again: 300,000 paragraphs with five elements in each.
    @Test func `where formatting takes too much memory the text is there without it`() {
        let html = "<p><a href='https://quay.example/'><b><i><em><code>" + String(repeating: "<p>潮", count: 300_000)
        let duration = onSmallStack {
            let blocks = HTMLText(html).blocks
            #expect(blocks.count == 300_000 && blocks.allSatisfy { $0.text == "潮" })
            #expect(blocks[1].spans.allSatisfy { $0.kind == .link("https://quay.example/") })
        }
        #expect(duration < .seconds(20))
    }

    @Test func `one element may be very large`() {
        let text = String(repeating: "潮水涨了，船开了。", count: 400_000)
        let duration = onSmallStack {
            #expect(SavedPage(Array("<html><body><div>\(text)</div>".utf8)).blocks.first?.text == text)
            #expect(HTMLText("<p title=\"\(text)\">tide").blocks.map(\.text) == ["tide"])
        }
        #expect(duration < .seconds(20))
    }

    @Test func `data that nests without end is read as far as it makes sense`() {
        let deep = String(repeating: "{\"@graph\":[", count: 100_000)
        let html = "<script type='application/ld+json'>\(deep)</script><p>tide"
        let duration = onSmallStack { #expect(SavedPage(Array(html.utf8)).blocks.map(\.text) == ["tide"]) }
        #expect(duration < .seconds(20))
    }
}
