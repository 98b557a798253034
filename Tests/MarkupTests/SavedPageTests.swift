import Markup
import Newspaper
import TestSupport
import Testing

struct SavedPageTests {
    private let paragraphs = (1...6).map { number in
        "<p>渡口镇的第\(number)条船今天开了，镇上的人都来了，老周说这是入秋以来的头一回，河面上灯火通明，船工们一直忙到半夜，才把货卸完。</p>"
    }.joined()

    private func read(_ html: String, address: String? = nil) -> SavedPage {
        SavedPage(Array(html.utf8), address: address)
    }

    private func page(head: String = "", before: String = "", after: String = "") -> SavedPage {
        read(
            """
            <html><head>\(head)</head><body><div class="nav"><ul><li><a href=/1>要闻</a><li><a href=/2>财经</a></ul></div>
            <div class="main"><div class="article-body">\(before)\(paragraphs)\(after)</div>
            <div class="sidebar"><p>热门新闻，今天，昨天，明天，都在这里，点开就能看到更多的内容</p></div></div>
            <div class="footer"><p>渡口报社版权所有，未经许可，不得转载，违者必究，谢谢合作</p></div></body></html>
            """)
    }

    @Test(arguments: ["", "<caption>表1</caption>", "<thead><tr><th>甲</th></tr></thead>"], [1, 6, 30])
    func `a table never takes the place of the article that it is in, however long it is`(head: String, rows: Int) {
        let row = "<tr>" + String(repeating: "<td>因为新垦水田而比上年略有增长的缘故</td>", count: 6) + "</tr>"
        let table = "<table>\(head)\(String(repeating: row, count: rows))</table>"
        for (open, close) in [("<article>", "</article>"), ("", ""), ("<div>", "</div>")] {
            let page = read(
                """
                <html><head><title>收成</title></head><body>\(open)<p>县统计局昨日发布各乡镇收成统计，以下为全表，供读者查阅，数字以年鉴为准。</p>
                \(table)<p>以上数据，如有出入，请以《年鉴》为准，并欢迎来电指正。</p>\(close)</body></html>
                """)
            let texts = page.blocks.map(\.text)
            #expect(
                texts.first?.hasPrefix("县统计局") == true && texts.last?.hasPrefix("以上数据") == true,
                "\(open) \(texts.prefix(2))")
            #expect(page.blocks.contains { $0.kind == .table })
        }
    }

    @Test func `the article is found among the rest of the page`() {
        let texts = page().blocks.map(\.text)
        #expect(texts.count == 6)
        #expect(texts.first?.hasPrefix("渡口镇的第1条船") == true)
    }

    @Test func `whose words are quoted is said below them, and who wrote it is said once`() {
        let quote = "<blockquote><p>桥最好的样子，是让人忘了脚下有河。</p><footer>— 伍一桥</footer></blockquote>"
        let page = page(
            head: "<meta name=author content=许南星>", before: "<p class=byline>许南星</p>",
            after: quote + "<footer>分享</footer>")
        #expect(page.blocks.first?.text.hasPrefix("渡口镇的第1条船") == true && page.byline == "许南星")
        #expect(page.blocks.suffix(2).map(\.text) == ["桥最好的样子，是让人忘了脚下有河。", "— 伍一桥"])
    }

    @Test func `an English page too, its parts joined`() {
        let paragraph =
            "<p>The ferry left the quay at noon, with the tide, and the keeper said that it was the first this autumn, by far.</p>"
        let html = """
            <body><header class=site-header><a href=/>The Quay</a></header><article><h1>Tides</h1><div class=post-text>\(paragraph)\(paragraph)</div>
            <div class=post-text>\(paragraph)\(paragraph)\(paragraph)</div></article><div class=comments><p>Nice, nice, very nice, and so on, as they say.</p></div></body>
            """
        #expect(read(html).blocks.map(\.text).count { $0.hasPrefix("The ferry") } == 5)
        #expect(read(html).blocks.count == 5)
    }

    @Test func `linked data says what the article is`() {
        let data = """
            <title>x</title><script type="application/ld+json">[{"@context":"https://schema.org","@type":"WebSite","name":"no"},
            {"@graph":[{"@type":"NewsArticle","headline":"Boats &amp; nets","author":[{"@type":"Person","name":"Ada Pier"},"Tom Lamp"],
            "publisher":{"name":"The Quay"},"datePublished":"2026-03-05T10:20:00+08:00","dateModified":"2026-03-06",
            "articleSection":"Harbour","keywords":["boats","nets"],"image":{"url":"/b.jpg"}}]}]</script>
            <link rel=canonical href="https://quay.example/news/1.html"><meta property="og:title" content="no">
            """
        let page = page(head: data)
        #expect(page.headline == "Boats & nets")
        #expect(page.byline == "Ada Pier, Tom Lamp" && page.authors == ["Ada Pier", "Tom Lamp"])
        #expect(page.site == "The Quay" && page.section == "Harbour" && page.tags == ["boats", "nets"])
        #expect(page.published == "2026-03-05T10:20:00+08:00" && page.modified == "2026-03-06")
        #expect(page.address == "https://quay.example/news/1.html" && page.picture == "https://quay.example/b.jpg")
    }

    @Test func `so do Open Graph and the page's own fields`() {
        let page = page(
            head: """
                <meta property="og:title" content="潮汐"><meta property="og:site_name" content="渡口报"><meta name="author" content="许南星">
                <meta property="article:published_time" content="2026-03-05"><meta property="og:url" content="https://quay.example/2">
                <meta property="og:image" content="/c.jpg"><meta property="article:section" content="要闻">
                """)
        #expect(
            page.headline == "潮汐" && page.site == "渡口报" && page.authors == ["许南星"] && page.published == "2026-03-05")
        #expect(
            page.address == "https://quay.example/2" && page.picture == "https://quay.example/c.jpg"
                && page.section == "要闻")
    }

    @Test(arguments: [
        ("Tides rise at the old quay | The Quay", "Tides rise at the old quay"), ("新桥通车_要闻_渡口报", "新桥通车"),
        ("新桥今日正式通车-渡口网", "新桥今日正式通车"),
        ("Quay News: Tides rise at the old quay", "Tides rise at the old quay"), ("The Quay", "The Quay"),
    ])
    func `the page's title without the site's name is the headline`(title: String, headline: String) {
        #expect(page(head: "<title>\(title)</title>").headline == headline)
    }

    @Test func `the lines around the text of a Chinese site are taken for what they say`() {
        let page = page(
            before: "<h1>新桥通车</h1><p>2026年03月05日 10:20　来源：渡口日报　作者：许南星</p><p>字号：大 中 小</p>",
            after: "<p>（责任编辑：路文遥）</p><h3>相关阅读</h3><ul><li><a href=/3>旧桥</a></ul>")
        #expect(page.blocks.map(\.text).allSatisfy { $0.hasPrefix("渡口镇的第") })
        #expect(page.published == "2026-03-05T10:20" && page.site == "渡口日报")
        #expect(page.authors == ["许南星"] && page.editors == ["路文遥"])
    }

    @Test(arguments: [
        ("<a rel=author href=/a>Ada Pier</a>", "Ada Pier"),
        ("<div class=byline>By Ada Pier and Tom Lamp</div>", "By Ada Pier and Tom Lamp"),
        ("<div itemprop=author>by <span itemprop=name>Ada Pier</span>, today</div>", "Ada Pier"),
    ])
    func `who wrote it may be marked in the text`(html: String, byline: String) {
        let page = page(before: html)
        #expect(page.byline == byline && page.authors.first == "Ada Pier")
        #expect(page.blocks.count == 6)
    }

    @Test func `nothing below the editor's line is the article's, nor is what buttons say`() {
        let page = page(before: "<p>分享到微博</p>", after: "<p>[责任编辑：路文遥]</p><p>您觉得这篇文章怎么样？</p>")
        #expect(page.blocks.count == 6 && page.editors == ["路文遥"])
        let last = self.page(after: "<p>渡口镇的船又开了，人都来了。（责任编辑：路文遥）</p>").blocks.last
        #expect(last?.text == "渡口镇的船又开了，人都来了。")
    }

    @Test func `a page without an article gives what it has`() {
        let links = (1...9).map { "<li><a href=/\($0)>第\($0)条新闻</a>" }.joined()
        #expect(read("<title>渡口网</title><body><ul>\(links)</ul>").blocks.count == 9)
        #expect(read("<html><head><title>x</title></head><body><script>1</script></body>").blocks == [])
    }

    @Test(arguments: [
        ("GB18030", "<meta charset=gbk>"), ("GB18030", "<meta charset=utf-8>"), ("UTF-8", "<meta charset=gb2312>"),
        ("BIG5", "<meta charset=big5>"),
        ("CP1251", "<meta http-equiv=content-type content='text/html; charset=windows-1251'>"),
        ("UTF-16LE", "<meta charset=utf-8>"), ("GB18030", "<meta charset=iso-8859-1>"),
        ("BIG5", "<meta charset=gb2312>"),
        ("CP1251", ""), ("CP1251", "<meta charset=iso-8859-1>"), ("KOI8-R", ""),
    ])
    func `the encoding is found, whatever is declared`(encoding: String, declaration: String) throws {
        let text =
            ["CP1251", "KOI8-R"].contains(encoding)
            ? "Паром ушёл от причала в полдень, и вода поднялась." : "河水漲了，船又開了，渡口的人說這是入秋以來的頭一回，橋上人來人往。"
        let bytes = try encoded("<html><head>\(declaration)</head><body><p>\(text)</p></body></html>", encoding)
        #expect(SavedPage(PageEncoding.decode(bytes).utf8).blocks.map(\.text) == [text])
    }

    @Test func `dates are made those of a feed`() {
        for (text, date) in [
            ("2026年3月5日 10:20", "2026-03-05T10:20"), ("2026/03/05 10:20:11", "2026-03-05T10:20"),
            ("2026-3-5", "2026-03-05"), ("2026年3月5日(木) 6時05分", "2026-03-05T06:05"),
            ("Mar. 5, 2026 at 8:20 PM EST", "2026-03-05T20:20:00-05:00"), ("5. März 2026", "2026-03-05"),
            ("March 5th, 2026", "2026-03-05"), ("2026-03-05T10:20:00Z", "2026-03-05T10:20:00Z"),
            ("Thu, 05 Mar 2026 10:20:00 +0800", "Thu, 05 Mar 2026 10:20:00 +0800"), ("spring", "spring"),
            ("2026-13-05", "2026-13-05"),
        ] {
            #expect(page(head: "<meta name=pubdate content=\"\(text)\">").published == date)
        }
    }
}
