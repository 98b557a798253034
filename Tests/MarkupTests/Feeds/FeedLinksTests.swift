import Markup
import TestSupport
import Testing

struct FeedLinksTests {
    private func rows(_ html: String, at address: String? = "https://quay.example/news/today.html") -> [String] {
        FeedLinks(Array(html.utf8), address: address).entries.map { "\($0.address) \($0.title ?? "–")" }
    }

    @Test func `what the head declares comes first, comments last, and nothing twice`() {
        let page = """
            <head><link rel="alternate" type="application/rss+xml" title="渡口 » 评论" href="/comments/feed/">
            <link rel="Alternate" type="application/atom+xml; charset=utf-8" title="Tides &amp; boats" href="atom.xml">
            <link rel="alternate" type="text/xml" href="//other.example/rss#top">
            <link rel="alternate" type="application/rss+xml" href="https://quay.example/news/atom.xml">
            <link rel="alternate" type="application/json" href="/wp-json/posts/1"><link rel=alternate type=application/json title="JSON Feed" href=/j>
            <link rel="alternate" hreflang="en" href="/en/feed"><link rel="alternate stylesheet" type="text/xml" href="/x.xml">
            <link rel="alternate" type="application/json+oembed" href="/oembed?feed"></head>
            <body><a href="/feed/">here</a> <a href="/feed/#x">again</a></body>
            """
        #expect(
            rows(page) == [
                "https://quay.example/news/atom.xml Tides & boats", "https://other.example/rss –",
                "https://quay.example/j JSON Feed", "https://quay.example/feed/ here",
                "https://quay.example/comments/feed/ 渡口 » 评论",
            ])
    }

    @Test func `links of the text count where they look like feeds of the same site`() {
        let page = """
            <a href="/sub">邮件<b>订阅</b></a><a href="rss.xml"><img src=x></a><a href="https://www.quay.example/?p=1&feed=rss2">x</a>
            <a href="https://feeds.quay.example/boats.RSS">boats</a><a href="https://elsewhere.example/feed">theirs</a>
            <a href="/sitemap.xml">map</a><a href="/tide.html">the tide</a><a href="mailto:a@quay.example">RSS</a>
            <a href="javascript:x">RSS</a><a href="#rss">RSS</a><a href="/all" title="RSS"></a><a href="/x">Harassment</a>
            <a href="/comments/feed">留言</a><a href="today.html">RSS</a>
            """
        #expect(
            rows(page) == [
                "https://quay.example/news/rss.xml –", "https://www.quay.example/?p=1&feed=rss2 x",
                "https://feeds.quay.example/boats.RSS boats", "https://quay.example/sub 邮件订阅",
                "https://quay.example/all RSS", "https://quay.example/comments/feed 留言",
            ])
    }

    @Test func `references lead on from the page's base`() {
        let link = "<link rel=alternate type=application/rss+xml href=rss>"
        #expect(rows("<base href='/a/b/'>" + link) == ["https://quay.example/a/b/rss –"])
        #expect(rows("<base href='https://lamp.example/'>" + link, at: nil) == ["https://lamp.example/rss –"])
        #expect(rows(link, at: nil) == [])
        #expect(rows(link, at: "mailto:a@quay.example") == [])
    }

    @Test func `titles are read in the page's encoding`() {
        let page =
            Array("<link rel=alternate type=application/rss+xml href=/rss title=\"".utf8)
            + [0xB6, 0xC9, 0xBF, 0xDA] + Array("\">".utf8)
        let found = FeedLinks(page, declared: "gbk", address: "https://quay.example/")
        #expect(found.entries.map(\.address) == ["https://quay.example/rss"] && found.entries[0].title == "渡口")
    }

    @Test func `a page that names thousands gives the first ones, and long titles are cut`() {
        let long = String(repeating: "潮", count: 1000)
        let page =
            String(repeating: "<a href='/menu.rss'>RSS</a>", count: 100)
            + (0..<20_000).map { "<a href='/\($0).rss'>RSS</a>" }.joined()
            + "<link rel=alternate type=text/xml href=/main title='\(long)'>"
        let found = FeedLinks(Array(page.utf8), address: "https://quay.example/").entries
        #expect(found.count == FeedLinks.most && found[0].address == "https://quay.example/main")
        #expect(found[0].title?.count == 200 && found[1].address == "https://quay.example/menu.rss")
        #expect(found[2].address == "https://quay.example/0.rss")
    }

    @Test func `guesses begin in the page's folder`() {
        #expect(
            FeedLinks.guesses(for: "https://quay.example") == [
                "https://quay.example/feed", "https://quay.example/rss", "https://quay.example/rss.xml",
                "https://quay.example/atom.xml", "https://quay.example/feed.xml", "https://quay.example/index.xml",
                "https://quay.example/feed.json",
            ])
        let deep = FeedLinks.guesses(for: "http://quay.example:8080/ada/notes.html?a=/b/#c")
        #expect(deep.first == "http://quay.example:8080/ada/feed" && deep.count == 14)
        #expect(deep[7] == "http://quay.example:8080/feed")
        #expect(FeedLinks.guesses(for: "quay.example").isEmpty && FeedLinks.guesses(for: "mailto:a@b.example").isEmpty)
        #expect(FeedLinks.guesses(for: "https://quay.example?a=b").first == "https://quay.example/feed")
    }

    @Test func `any page is read, and gives addresses of the web alone`() {
        var random = Seeded(seed: 151)
        let page = Array(
            """
            <base href="/a/"><link rel="alternate" type="application/rss+xml" title="a &quot;b" href="rss?x=1#y">
            <a href="//b.example/feed">RSS <b>c</a><a href='https://quay.example/订阅'>订阅</a>
            """.utf8)
        for _ in 0..<2000 {
            let found = FeedLinks(page.mutated(using: &random), address: "https://quay.example/").entries
            #expect(Set(found.map(\.address)).count == found.count)
            #expect(found.allSatisfy { $0.address.hasPrefix("http://") || $0.address.hasPrefix("https://") })
        }
    }
}
