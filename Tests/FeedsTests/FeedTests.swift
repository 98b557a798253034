import Feeds
import Newspaper
import TestSupport
import Testing

struct FeedTests {
    private func written(_ edition: Edition) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try Feed.write(edition, fileName: "page.txt") { bytes += $0 }
        return bytes
    }

    @Test func `what is written is read back, story by story`() throws {
        let edition = try Gold.sample()
        let back = try Feed.read(written(edition))
        #expect(back.title == edition.title)
        #expect(back.pages == edition.pages)
        #expect(back.furniture == edition.furniture)
        #expect(back.stories == edition.stories)
    }

    @Test func `the title falls back on the page's name, then on the file's`() throws {
        #expect(try Feed.read(written(Edition(pages: [Page(name: "综合")]))).title == "综合")
        #expect(try Feed.read(written(Edition())).title == "page.txt")
    }

    @Test func `a feed of another program is read by its standard fields`() throws {
        let json = #"""
            {"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Notes", "items": [
              {"id": "https://example.invalid/1", "title": "Tide table", "content_text": "High at noon.\n\nLow at six.",
               "authors": [{"name": "R. Quayle"}], "tags": ["Port"], "date_published": "2026-03-04T08:00:00Z"}]}
            """#
        let edition = try Feed.read(Array(json.utf8))
        let story = try #require(edition.stories.first)
        #expect(story.headline == "Tide table" && story.section == "Port")
        #expect(story.body == [Block(.paragraph, "High at noon."), Block(.paragraph, "Low at six.")])
        #expect(story.credits == [Credit(.reporter, "R. Quayle")])
    }

    @Test func `escapes spelled out in JSON do not come through`() throws {
        let json =
            #"{"title": "a\u001b[31mb\u202e", "items": [{"title": "\u0000x\u009by", "content_text": "\u001b]0;t\u0007ok"}]}"#
        let edition = try Feed.read(Array(json.utf8))
        let all = (edition.title ?? "") + (edition.stories[0].headline ?? "") + edition.stories[0].body[0].text
        #expect(
            !all.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || $0.value == 0x202E })
    }
}
