import Feeds
import Newspaper
import Testing

/// Which story an item is: marks hang on it.
struct FeedIdentityTests {
    private func ids(_ items: String..., head: String = #""title": "Harbour Notes""#) throws -> [StoryID] {
        try Feed.read(document(items.joined(separator: ","), head: head)).stories.map(\.id)
    }

    @Test func `a corrected headline, text or date keeps the id`() throws {
        let first = try ids(
            #"{"id": "https://pier.example/7", "title": "Tide table", "content_text": "High at noon."}"#)
        let text = try ids(#"{"id": "https://pier.example/7", "title": "Tide table", "content_text": "High at one."}"#)
        let all = try ids(
            #"{"id": "https://pier.example/7", "title": "Tides", "content_text": "Low.", "date_published": "2026-01-02"}"#
        )
        #expect(first == text && first == all)
    }

    @Test func `another id is another story, whatever its words`() throws {
        let two = try ids(
            #"{"id": "7", "title": "Tide table", "content_text": "High."}"#,
            #"{"id": "8", "title": "Tide table", "content_text": "High."}"#)
        #expect(two[0] != two[1])
    }

    @Test func `the same id in another feed is another story`() throws {
        let item = #"{"id": "7", "title": "Tide table"}"#
        let here = try ids(item, head: #""title": "Harbour Notes", "feed_url": "https://pier.example/feed.json""#)
        let there = try ids(item, head: #""title": "Harbour Notes", "feed_url": "https://quay.example/feed.json""#)
        #expect(here != there)
    }

    @Test func `a feed is known by its address, else its page's, else its title`() throws {
        let item = #"{"id": "7", "title": "Tide table"}"#
        func id(_ head: String) throws -> StoryID { try ids(item, head: head)[0] }
        let full = #""feed_url": "https://pier.example/f", "home_page_url": "https://pier.example/""#
        #expect(try id(#""title": "A", \#(full)"#) == id(#""title": "B", \#(full)"#))
        let page = #""home_page_url": "https://pier.example/""#
        #expect(try id(#""title": "A", \#(page)"#) == id(#""title": "B", \#(page)"#))
        #expect(try id(#""title": "A""#) != id(#""title": "B""#))
        #expect(StoryID(feed: "A1", item: "1") != StoryID(feed: "A", item: "11"))
        #expect(try id(#""title": "A", \#(full)"#) != id(#""title": "A", \#(page)"#))
    }

    @Test func `an id that looks like one of ours is the feed's, unless the document is an export of ours`() throws {
        let item = #"{"id": "1755500000000", "title": "Tide table"}"#
        let ours = try #require(StoryID("1755500000000"))
        #expect(try ids(item) != [ours])
        #expect(try ids(item, head: #""title": "Harbour Notes", "_broadsheet": {"pages": []}"#) == [ours])
        // Any feed can write that of an item.
        #expect(try ids(#"{"id": "7", "title": "Tide table", "_broadsheet": {"id": "1755500000000"}}"#) != [ours])
    }

    @Test func `an id that occurs twice gives two stories`() throws {
        let twice = try ids(
            #"{"id": "1755500000000", "title": "Tide table"}"#, #"{"id": "1755500000000", "title": "Crane sold"}"#)
        #expect(Set(twice).count == 2)
    }

    @Test func `many items of one id take linear time`() throws {
        let items = Array(repeating: #"{"id": "1", "title": "x"}"#, count: 60_000).joined(separator: ",")
        var count = 0
        let duration = try ContinuousClock().measure { count = try Feed.list(document(items)).count }
        #expect(count == 60_000)
        #expect(duration < .seconds(20))
    }

    @Test func `without an id the address tells the story, and without both its words`() throws {
        let first = try ids(#"{"url": "https://pier.example/7", "title": "Tide table"}"#)
        #expect(try first == ids(#"{"url": "https://pier.example/7", "title": "Tides"}"#))
        #expect(try first == ids(#"{"id": "  ", "url": "https://pier.example/7", "title": "Tides"}"#))
        let words = try ids(#"{"title": "Tide table", "content_text": "High."}"#)
        #expect(words == [StoryID(date: nil, headline: "Tide table", body: ["High."])])
    }

    @Test func `an export keeps the feed's id beside ours, and the story stays the same`() throws {
        let list = try Feed.list(
            document(#"{"id": "1755500000000", "title": "Tide table"}"#, #"{"title": "Crane sold"}"#))
        let back = try Feed.list(export(list))
        #expect(back.edition.stories.map(\.id) == list.edition.stories.map(\.id))
        #expect(back.edition.stories.map(\.web.id) == ["1755500000000", nil])
        #expect(String(decoding: try export(list), as: UTF8.self).contains(#""id":"1755500000000""#))
    }
}
