import Newspaper
import TestSupport
import Testing

@testable import Feeds

struct UpdateWishesTests {
    private func wishes(_ head: String) throws -> UpdateWishes {
        let list = try xmlFeed(rss("<item><title>Tide</title></item>", head: "<title>Quay</title>" + head))
        return list.feed?.wishes ?? UpdateWishes()
    }

    @Test func `RSS names the minutes between two requests, and the hours and days without any`() throws {
        let found = try wishes(
            """
            <ttl> 90 </ttl><skipHours><hour>0</hour><hour> 7 </hour><hour>24</hour><hour>23</hour></skipHours>\
            <skipDays><day>Saturday</day><day>SUNDAY</day><day>monday</day></skipDays>
            """)
        #expect(found == UpdateWishes(ttl: 5400, skippedHours: [0, 7, 23], skippedDays: [6, 7, 1]))
    }

    @Test(arguments: [
        ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", 1800),
        ("<sy:updatePeriod> Weekly\n</sy:updatePeriod>", 604_800),
        ("<sy:updateFrequency>4</sy:updateFrequency>", 21_600),
        ("<sy:updatePeriod>hourly</sy:updatePeriod><ttl>240</ttl>", 14_400),
        ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", 3600),
    ])
    func `the syndication module names a period and how often in it`(head: String, ttl: Int) throws {
        let module = "xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\""
        for text in [
            "<rss version=\"2.0\" \(module)><channel><title>Quay</title>\(head)<item><title>Tide</title></item></channel></rss>",
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" \(module)>\
            <channel><title>Quay</title>\(head)</channel><item><title>Tide</title></item></rdf:RDF>
            """,
            atom("<entry><title>Tide</title></entry>", attributes: " " + module, head: "<title>Quay</title>" + head),
        ] where !text.hasPrefix("<feed") || !head.contains("<ttl>") {
            #expect(try xmlFeed(text).feed?.wishes == UpdateWishes(ttl: ttl), "\(text)")
        }
        let renamed = head.split(separator: "sy:").joined(separator: "when:")
        let other =
            "<rss xmlns:when=\"http://purl.org/rss/1.0/modules/syndication/\"><channel>\(renamed)<item/></channel></rss>"
        #expect(try xmlFeed(other).feed?.wishes.ttl == ttl)
    }

    @Test func `times that are none are passed over, and those that are too long are bounded`() throws {
        for ttl in ["-5", "NaN", "0", "", "soon", "∞", "٣"] {
            #expect(try wishes("<ttl>\(ttl)</ttl>").ttl == nil, "\(ttl)")
        }
        #expect(try wishes("<ttl>\(String(repeating: "9", count: 4000))</ttl>").ttl == UpdatePlan.longest)
        #expect(
            try wishes("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>999999999</sy:updateFrequency>")
                .ttl
                == UpdatePlan.shortest)
        let entries = (-3000..<3000).map { "<hour>\($0)</hour><day>Friday</day><other>5</other>" }.joined()
        let found = try wishes("<skipHours>\(entries)<day>Friday</day></skipHours><skipDays>\(entries)</skipDays>")
        #expect(found.skippedHours == Set(0..<24) && found.skippedDays == [5])
    }

    @Test func `what stands in an item is not the feed's wish`() throws {
        let item = "<item><title>Tide</title><ttl>5</ttl><skipDays><day>Friday</day></skipDays></item>"
        #expect(try #require(try xmlFeed(rss(item)).feed).wishes == UpdateWishes())
    }

    @Test func `a feed says where it has moved to, and only a place on the web is taken`() throws {
        func moved(_ address: String) throws -> String? {
            let head = "<title>Quay</title><itunes:new-feed-url>\(address)</itunes:new-feed-url>"
            return try xmlFeed(rss("<item><title>Tide</title></item>", head: head)).feed?.newAddress
        }
        #expect(try moved(" https://quay.example/new.xml\n") == "https://quay.example/new.xml")
        for other in [
            "file:///etc/hosts", "javascript:x", "mailto:ada@quay.example", "/new.xml", "", "-https://a.example",
        ] {
            #expect(try moved(other) == nil, "\(other)")
        }
    }
}
