import Feeds
import Newspaper
import TestSupport
import Testing

@Suite("Feeds of XML")
struct XMLFeedTests {
    @Test func `RSS gives stories with all that it says of them`() throws {
        let list = try xmlFeed(
            rss(
                """
                <item><title>Ferry &amp;amp; tide</title><link>/ferry</link><guid isPermaLink="false">q-7</guid>\
                <pubDate>Fri, 03 Apr 2026 08:05:00 EST</pubDate><author>ada@quay.example (Ada Tobin)</author>\
                <category>Harbour</category><category>Boats</category><description>In short.</description>\
                <content:encoded><![CDATA[<p>The <b>ferry</b> sails.</p><p>Twice.</p>]]></content:encoded>\
                <enclosure url="https://quay.example/f.mp3" length="4096" type="audio/mpeg"/>\
                <itunes:duration>1:02:05</itunes:duration><media:thumbnail url="https://quay.example/f.png"/></item>
                """,
                head: """
                    <title>Quay Gazette</title><link>https://quay.example/</link><description>All &lt;b&gt;news&lt;/b&gt;</description>\
                    <language>en_GB</language><image><url>https://quay.example/i.png</url><link>https://other.example/</link></image>\
                    <atom:link rel="self" href="https://quay.example/rss"/><lastBuildDate>3 Apr 2026 09:00 GMT</lastBuildDate>
                    """))
        let feed = try #require(list.feed)
        #expect(list.title == "Quay Gazette" && list.language == "en-GB" && feed.description == "All news")
        #expect(feed.homePage == "https://quay.example/" && feed.address == "https://quay.example/rss")
        #expect(feed.icon == "https://quay.example/i.png" && feed.updated == "3 Apr 2026 09:00 GMT")
        let story = try #require(list.story(at: 0))
        #expect(story.headline == "Ferry & tide" && story.body.map(\.text) == ["The ferry sails.", "Twice."])
        #expect(story.web.summary == "In short." && story.section == "Harbour" && story.web.tags == ["Boats"])
        #expect(story.web.id == "q-7" && story.web.published == "Fri, 03 Apr 2026 08:05:00 EST")
        #expect(story.credits == [Credit(.reporter, "Ada Tobin")])
        #expect(story.web.authors == [Author(name: "Ada Tobin", url: "mailto:ada@quay.example")])
        #expect(
            story.web.attachments == [
                Attachment(url: "https://quay.example/f.mp3", type: "audio/mpeg", size: 4096, duration: 3725)
            ])
        #expect(story.web.image == "https://quay.example/f.png")
        #expect(list.header(at: 0).title == story.headline && list.header(at: 0).minutes == story.readingTime.minutes)
    }

    @Test func `Atom gives texts of every type, people, and links by what they are for`() throws {
        let list = try xmlFeed(
            atom(
                """
                <entry xml:base="https://quay.example/a/"><id>tag:quay.example,2026:1</id>\
                <title type="html">&lt;i&gt;Low&lt;/i&gt; water</title><link href="1.html"/>\
                <link rel="enclosure" href="1.mp3" length="12" type="audio/mpeg"/><link rel="via" href="https://x.example/"/>\
                <author><name>Ada Tobin</name><email>ada@quay.example</email><uri>https://quay.example/ada</uri></author>\
                <published>2026-04-03T08:05:00Z</published><updated>2026-04-04T08:05:00Z</updated>\
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>See <a href="2.html">this</a> &amp; 5 &lt; 6.</p></div>\
                </content><source><title>Elsewhere</title><id>x</id></source></entry>\
                <entry><id>2</id><title>5 &lt; 6</title><summary type="text">1 &lt; 2 &amp;amp; 3</summary></entry>\
                <entry><id>3</id><title>Three</title><content type="application/octet-stream">PHA+VGlkZTwvcD4=</content></entry>
                """))
        let one = try #require(list.story(at: 0))
        #expect(one.headline == "Low water" && one.link == "https://quay.example/a/1.html")
        #expect(one.body.map(\.text) == ["See this & 5 < 6."])
        #expect(one.web.html?.contains("href=\"https://quay.example/a/2.html\"") == true)
        #expect(one.web.attachments.map(\.url) == ["https://quay.example/a/1.mp3"])
        #expect(one.web.relations == [Relation("via", "https://x.example/")])
        #expect(
            one.web.authors == [Author(name: "Ada Tobin", url: "https://quay.example/ada", email: "ada@quay.example")])
        let two = try #require(list.story(at: 1))
        #expect(two.headline == "5 < 6" && two.body.map(\.text) == ["1 < 2 &amp; 3"] && two.web.html == nil)
        #expect(list.story(at: 2)?.body.map(\.text) == ["Tide"])
    }

    @Test(arguments: [
        #"<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://quay.example/"><title>Quay</title></channel><item rdf:about="https://quay.example/1"><title>Tide</title></item></rdf:RDF>"#,
        #"<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Quay</title></channel><item><title>Tide</title><link>https://quay.example/1</link></item></rdf:RDF>"#,
        #"<r:rss xmlns:r="http://purl.org/rss/1.0/"><r:channel><r:title>Quay</r:title><r:item><r:title>Tide</r:title><r:link>https://quay.example/1</r:link></r:item></r:channel></r:rss>"#,
        #"<rss version="0.91"><channel><title>Quay</title><item><title>Tide</title><link>https://quay.example/1</link></channel></rss>"#,
        #"<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Quay</title><entry><title mode="base64">VGlkZQ==</title><link rel="alternate" href="https://quay.example/1"/></entry></feed>"#,
        #"<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Quay</a:title><a:entry><a:title>Tide</a:title><a:link href="https://quay.example/1"/></a:entry></a:feed>"#,
        #"<CHANNEL><TITLE>Quay</TITLE><ITEM HREF="https://quay.example/1"><TITLE>Tide</TITLE></ITEM></CHANNEL>"#,
    ])
    func `every version and way of writing gives the same story`(text: String) throws {
        let list = try xmlFeed(text)
        #expect(list.title == "Quay" && list.count == 1)
        #expect(list.story(at: 0)?.headline == "Tide" && list.story(at: 0)?.link == "https://quay.example/1")
    }

    @Test func `what stands deeper in an item belongs to something else`() throws {
        let story = try first(
            rss(
                "<item><image><title>Not this</title><link>https://no.example/</link></image><title>Tide</title></item>"
            ))
        #expect(story.headline == "Tide" && story.link == nil)
    }

    @Test(arguments: [
        ("<item><title>Tea & milk</title></item>", "Tea & milk"),
        ("<item><title>Caf&eacute;</title></item>", "Café"),
        ("<item><title>Low <water</title></item>", "Low"),
        ("<item><title>Tide</link></title></item>", "Tide"),
        ("<item><title>Tide</title><zz:x>y</zz:x></item>", "Tide"),
        ("<item><dc:title>Tide</dc:title>", "Tide"),
        ("<item><title>Ti\u{1}de\u{0}</title></item>", "Tide"),
        ("<item><title>Tide</title><description>cut", "Tide"),
    ])
    func `broken XML is read as it was meant`(item: String, headline: String) throws {
        #expect(try first(rss(item)).headline?.hasPrefix(headline) == true)
    }

    @Test func `an item without its end ends where the next begins`() throws {
        let list = try xmlFeed(rss("<item><title>One</title><item><title>Two</title></item>"))
        #expect((0..<list.count).compactMap { list.story(at: $0)?.headline } == ["One", "Two"])
    }

    @Test func `what runs or loads by itself is in no export`() throws {
        let html = """
            <p onclick="x()">Tide<script>alert(1)</script><iframe src="https://x.example/"></iframe>\
            <a href=" java&#115;cript:x()">a</a><a href='https://quay.example/?a=1&amp;b="2"'>b</a><img src=/i.png onerror=x></p>
            """
        let story = try first(
            rss("<item><link>https://quay.example/1</link><description><![CDATA[\(html)]]></description></item>"))
        #expect(
            story.web.html == """
                <p>Tide<a>a</a><a href="https://quay.example/?a=1&amp;b=&quot;2&quot;">b</a>\
                <img src="https://quay.example/i.png"></p>
                """)
        #expect(story.web.image == "https://quay.example/i.png")
    }

    @Test func `an id is the feed's and the item's, whatever its words`() throws {
        let one = try first(rss("<item><guid>7</guid><title>Tide</title></item>"))
        let other = try first(rss("<item><guid>7</guid><title>Ebb</title></item>"))
        #expect(one.id == other.id)
    }

    @Test func `addresses lead from the item's page, else from the feed's`() throws {
        let body =
            "<description>&lt;p&gt;At &lt;a href='b'&gt;six&lt;/a&gt;&lt;/p&gt;</description><enclosure url='/c.mp3' type='audio/mpeg'/>"
        let without = try first(rss("<item><title>Tide</title>\(body)</item>"))
        #expect(without.body[0].spans.map(\.kind) == [.link("https://quay.example/b")])
        #expect(without.web.attachments.map(\.url) == ["https://quay.example/c.mp3"] && without.link == nil)
        let relative = try first(rss("<item><title>Tide</title><link>news/1</link>\(body)</item>"))
        #expect(relative.link == "https://quay.example/news/1")
        #expect(relative.body[0].spans.map(\.kind) == [.link("https://quay.example/news/b")])
        let nowhere = try first(rss("<item><title>Tide</title>\(body)</item>", head: "<title>Quay</title>"))
        #expect(nowhere.web.attachments.map(\.url) == ["/c.mp3"])
    }

    @Test func `an address without its scheme is of the web`() throws {
        let item = "<item><title>Tide</title><link>//quay.example/1</link><enclosure url='//a.example/c.mp3'/></item>"
        let story = try first(rss(item, head: "<title>Quay</title>"))
        #expect(story.link == "https://quay.example/1")
        #expect(story.web.attachments.map(\.url) == ["https://a.example/c.mp3"])
    }

    @Test func `the export of a feed can be read and gives the same export`() throws {
        let list = try xmlFeed(
            rss(
                """
                <item><title>Tide</title><guid>https://quay.example/1</guid><pubDate>Fri, 03 Apr 2026 08:05 GMT</pubDate>\
                <dc:creator>ada@quay.example</dc:creator><dc:language>de</dc:language><comments>https://quay.example/1#c</comments>\
                <description>Short</description><content:encoded>&lt;p&gt;Long&lt;/p&gt;</content:encoded></item>
                """, head: "<title>Quay</title><category>News</category><dc:date>2026-04-03</dc:date>"))
        let bytes = try export(list)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(
            text.contains(#""date_published":"2026-04-03T08:05:00Z""#)
                && text.contains(#""url":"mailto:ada@quay.example""#))
        #expect(try export(try Feed.list(bytes)) == bytes)
    }
}
