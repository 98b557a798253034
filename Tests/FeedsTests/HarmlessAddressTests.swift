import Newspaper
import Testing

@testable import Feeds

struct HarmlessAddressTests {
    @Test(arguments: ["javascript:alert(1)", " JavaScript:alert(1)", "vbscript:x", "data:text/html,x"])
    func `an address that would do something by itself is no link, file or picture of a story`(_ address: String) throws
    {
        let rss = """
            <rss version="2.0"><channel><title>渡口</title><item><title>新桥</title><link>\(address)</link>
            <enclosure url="\(address)" type="audio/mpeg" length="1"/><description>通车。</description></item></channel></rss>
            """
        var reader = XMLFeedReader()
        _ = reader.consume(Array(rss.utf8)[...])
        let json = """
            {"version": "https://jsonfeed.org/version/1.1", "title": "渡口", "items": [{"id": "1", "title": "新桥",
            "url": "\(address)", "external_url": "\(address)", "image": "\(address)", "content_text": "通车。",
            "attachments": [{"url": "\(address)", "mime_type": "audio/mpeg"}]}]}
            """
        for list in [try reader.finish(), try Feed.list(Array(json.utf8))] {
            let story = try #require(list.story(at: 0))
            #expect(story.link == nil && story.web.externalLink == nil && story.web.image == nil)
            #expect(story.web.attachments.isEmpty && story.headline == "新桥")
        }
    }
}
