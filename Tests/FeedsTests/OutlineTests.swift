import Feeds
import Newspaper
import TestSupport
import Testing

@Suite("Lists of feeds")
struct OutlineTests {
    static let whole = """
        <?xml version="1.0" encoding="UTF-8"?><opml version="2.0"><head><title>What Ada reads</title>
        <ownerName>Ada Tobin</ownerName><dateModified>Fri, 20 Nov 2026 08:00:00 GMT</dateModified></head><body>
        <outline text="Harbour"><outline text="Quay Gazette" type="rss" xmlUrl="https://quay.example/feed"
        htmlUrl="https://quay.example/" description="Tides &amp; boats"/><outline text="Ferries">
        <outline text="Alma" type="rss" xmlUrl="https://alma.example/atom" version="ATOM"/></outline></outline>
        <outline text="灯里日报" XMLURL="https://daily.example/rss"/></body></opml>
        """

    private func list(_ text: String) throws -> OutlineList { try OutlineList(Array(text.utf8)) }

    @Test func `a list of feeds is an edition, filed as the document has it`() throws {
        let list = try list(Self.whole)
        #expect(list.title == "What Ada reads" && list.feed?.authors == [Author(name: "Ada Tobin")])
        #expect((0..<list.count).map { list.header(at: $0).title } == ["Quay Gazette", "Alma", "灯里日报"])
        #expect((0..<list.count).map { list.header(at: $0).section } == ["Harbour", "Harbour / Ferries", nil])
        let story = try #require(list.story(at: 0))
        #expect(story.link == "https://quay.example/")
        #expect(story.body.map(\.text) == ["Tides & boats", "https://quay.example/feed"])
        #expect(story.web.attachments == [Attachment(url: "https://quay.example/feed", type: "application/rss+xml")])
        #expect(list.story(at: 1)?.web.attachments.first?.type == "application/atom+xml")
        #expect(!list.isCutShort)
    }

    @Test func `a feed has one id in every list`() throws {
        let other = try list(#"<opml><body><outline title="Q" xmlUrl="https://quay.example/feed"/></body></opml>"#)
        #expect(try list(Self.whole).header(at: 0).id == other.header(at: 0).id)
    }

    @Test func `links and lines of text are entries too`() throws {
        let list = try list(
            """
            <opml><body><outline text="Read &lt;b&gt;this&lt;/b&gt;"/><outline type="link" text="Alma"
            url="https://alma.example/"/><outline type="rss" text="Quay" url="https://quay.example/f"/></body></opml>
            """)
        #expect(list.outlines.map(\.page) == [nil, "https://alma.example/", nil])
        #expect(list.outlines.map(\.feed) == [nil, nil, "https://quay.example/f"])
        #expect(list.story(at: 0)?.body.map(\.text) == ["Read this"])
    }

    @Test func `broken XML is repaired`() throws {
        let list = try list(
            #"<opml><body><outline text="A & B" xmlUrl="https://a.example/?x=1&y=2"><outline text="C" xmlUrl="https://c.example/"></body></opml>"#
        )
        #expect(list.outlines.map(\.feed) == ["https://a.example/?x=1&y=2", "https://c.example/"])
        #expect(list.outlines.map(\.text) == ["A & B", "C"])
    }

    @Test func `other encodings are read`() throws {
        let text = Self.whole.replacing("UTF-8", with: "UTF-16")
        let bytes: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try OutlineList(bytes).header(at: 2).title == "灯里日报")
    }

    @Test func `what is no list, empty or a bomb is a fault`() {
        #expect(throws: FeedFault.notAFeed) { try list("<html/>") }
        #expect(throws: FeedFault.itemsAreNoList) { try list("<opml><body/></opml>") }
        #expect(throws: FeedFault.nestedEntities) {
            try list(
                #"<!DOCTYPE o [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><opml><body><outline text="&b;"/></body></opml>"#)
        }
    }

    @Test func `a list cut anywhere gives what came before, or a fault`() {
        let bytes = Array(Self.whole.utf8)
        for end in bytes.indices.dropLast(8) {
            guard let list = try? OutlineList(Array(bytes[..<end])) else { continue }
            #expect(list.isCutShort && list.count <= 3, "cut at \(end)")
        }
    }

    @Test func `spoiled bytes give a list or a fault`() {
        var random = Seeded(seed: 5)
        for _ in 0..<1_000 {
            guard let list = try? OutlineList(Array(Self.whole.utf8).mutated(using: &random)) else { continue }
            for position in 0..<list.count { #expect(list.story(at: position) != nil) }
        }
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: ["<outline text='a'>", "<outline xmlUrl='a'>", "<outline text='", "</outline>"])
    func `whatever comes again and again takes linear time`(part: String) {
        _ = try? list("<opml><body>" + String(repeating: part, count: 100_000))
    }
}
