import Markup
import Newspaper
import Testing

/// What belongs to an article beside its paragraphs, and what is said of it around them.
struct SavedPagePartsTests {
    private let long = "渡口的船工们一早就来了，把缆绳换成新的，老周说今年的水比往年高，两岸的人都站在堤上看，谁也没有说话。"

    private func read(_ body: String, head: String = "<title>新桥</title>") -> SavedPage {
        SavedPage(Array("<html><head>\(head)</head><body>\(body)</body></html>".utf8))
    }

    @Test(arguments: ["visibility: hidden; opacity: 0;", "VISIBILITY:HIDDEN"])
    func `text that scripts show when they have run is the page's text`(style: String) {
        let menu = "<div style='visibility:hidden'>菜单，首页，要闻</div>"
        let page = read("<h1>新桥</h1>\(menu)<div id=js_content style='\(style)'><p>\(long)</p></div>")
        #expect(page.blocks.map(\.text) == [long])
        #expect(read("\(menu)<section style='\(style)'><p>\(long)</p></section>").blocks.map(\.text) == [long])
    }

    @Test func `lists, quotations and crossheads of an article stay`() {
        let page = read(
            "<article><h1>新桥</h1><ul><li>船两条<li>桥一座</ul><blockquote><p>\(long)</p></blockquote><pre>a = 1</pre></article>"
        )
        #expect(page.blocks.map(\.kind) == [.item, .item, .quotation, .preformatted])
        let parts = read(
            "<article><h1>新桥</h1><h2>开工</h2><p>很短。</p><h2>通车</h2><div><p>\(long)</p><p>\(long)</p></div><h2>以后</h2><p>再说。</p></article>"
        )
        #expect(
            parts.blocks.map(\.kind) == [
                .crosshead, .paragraph, .crosshead, .paragraph, .paragraph, .crosshead, .paragraph,
            ])
    }

    @Test(arguments: [
        ("渡口日报", ""), ("无标题文档", ""), ("新桥今日通车 - 渡口网", ""), ("新桥今日通车_要闻_渡口网", ""),
        ("新桥今日通车：渡口新闻", "<meta property=og:site_name content=渡口新闻>"),
        ("渡口网", "<meta property=og:title content='新桥今日通车 - 渡口周报'>"),
    ])
    func `the heading is the headline where the title is less or more`(title: String, meta: String) {
        let page = read("<h1>新桥今日通车</h1><p>\(long)</p><p>\(long)</p>", head: "<title>\(title)</title>\(meta)")
        #expect(page.headline == "新桥今日通车")
        #expect(page.blocks.map(\.text) == [long, long])
    }

    @Test func `a site's name as heading is no headline`() {
        #expect(read("<h1>渡口网</h1><p>\(long)</p>", head: "<title>新桥今日通车</title>").headline == "新桥今日通车")
    }

    @Test func `microdata marks the headline, and abbreviations the day`() {
        let page = read(
            "<div itemscope><h2 itemprop=headline>新桥今日通车</h2><abbr class=published title='2026-03-05T10:20:00+08:00'>周四</abbr><div itemprop=articleBody><p>\(long)</p></div></div>",
            head: "<title>桥</title>")
        #expect(page.headline == "新桥今日通车" && page.published == "2026-03-05T10:20:00+08:00")
    }

    @Test func `lines between the headline and the text say where it is from`() {
        let page = read(
            "<h1>新桥</h1><h2>三年完工</h2><div class=info><span>2026-03-05 10:20:11</span> <span>来源：渡口日报</span> <span>记者：许南星</span></div><div class=content><p>\(long)</p><p>\(long)</p><p>责任编辑：路文遥</p></div>"
        )
        #expect(page.published == "2026-03-05T10:20" && page.site == "渡口日报")
        #expect(page.authors == ["许南星"] && page.editors == ["路文遥"])
        #expect(page.blocks.map(\.text) == [long, long])
    }

    @Test(arguments: [
        "<p>2026-03-05 10:20 来源：渡口日报 记者 许南星</p><p>LONG</p>", "<div>作者：许南星 | 时间：2026/03/05 10:20</div><p>LONG</p>",
        "<p>LONG</p><p>（记者 许南星）</p>",
    ])
    func `who wrote it is found in a line of its own`(body: String) {
        let page = read("<h1>新桥</h1>" + body.replacing("LONG", with: long + long))
        #expect(page.authors == ["许南星"] && page.blocks.map(\.text) == [long + long])
    }

    @Test func `addresses, accounts and what is said of somebody are no writer`() {
        #expect(read("<p>\(long)</p>", head: "<meta name=author content=https://quay.example/a/1>").byline == nil)
        #expect(read("<p>\(long)</p>", head: "<meta name=author content=admin>").byline == nil)
        let page = read(
            "<div class=content><p>\(long)</p><p>\(long)</p></div><div class=author-box><p>作者简介：许南星，记者。</p></div>")
        #expect(page.byline == nil && page.authors == [])
        #expect(
            read("<p class=author>By Ada Pier, Staff Writer</p><p>\(long)</p>").authors == ["Ada Pier"])
    }

    @Test func `what leads elsewhere before the headline comes again is dropped, and so are advertisements`() {
        let page = read(
            "<table><tr><td><a href=1>要闻</a><br><a href=2>财经</a></td><td><b>新桥今日通车</b><p>\(long)</p><p>广告</p><p>\(long)</p><p>点击进入专题</p></td></tr></table>",
            head: "<title>新桥今日通车_渡口新闻网</title>")
        #expect(page.blocks.map(\.text) == [long, long])
    }

    @Test func `where the page has no text its data may have it`() {
        let data =
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"新桥\",\"articleBody\":\"船开了。\\n\\n桥通了。\"}</script>"
        #expect(read("<div id=root></div>", head: data).blocks.map(\.text) == ["船开了。", "桥通了。"])
    }
}
