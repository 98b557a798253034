import Foundation
import Newspaper
import Testing

@testable import Exports
@testable import Feeds

struct JSONExportTests {
    private func items(_ bytes: [UInt8]) throws -> [[String: Any]] {
        let document = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        return try #require(document?["items"] as? [[String: Any]])
    }

    @Test func `what is more than paragraphs is there as HTML too`() throws {
        let items = try items(export(sample, as: "json"))
        let html = try #require(items[0]["content_html"] as? String)
        #expect(html.contains("<p>The <em>bell</em> rang twice &amp; the ") && html.contains("<h2>Grain</h2>"))
        #expect(html.contains("<td>Sacks</td>") && html.contains("<figcaption>The wheel at dusk</figcaption>"))
        #expect(items.dropFirst().allSatisfy { $0["content_html"] == nil })
    }

    @Test func `the blocks are read back as they were, and the HTML is not taken for the story's own`() throws {
        let bytes = try export(sample, as: "json")
        let found = try read(bytes, as: "a.json")
        #expect(found.stories.map(\.body) == sample.stories.map(\.body))
        #expect(found.stories.allSatisfy { $0.web.html == nil })
        let again = try export(found, as: "json")
        #expect(again == bytes)
    }

    @Test func `a feed's own HTML stays as it is`() throws {
        var edition = sample
        edition.stories[0].web.html = "<p>Rye <b>flour</b></p>"
        let bytes = try export(edition, as: "json")
        let html = try items(bytes)[0]["content_html"] as? String
        #expect(html == "<p>Rye <b>flour</b></p>")
        let story = try read(bytes, as: "a.json").stories[0]
        #expect(story.web.html == "<p>Rye <b>flour</b></p>" && story.body == sample.stories[0].body)
    }
}
