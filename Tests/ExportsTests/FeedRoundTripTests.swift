import Newspaper
import TestSupport
import Testing

@testable import Exports
@testable import Feeds

/// Editions made by chance, written as feeds of XML and read again.
struct FeedRoundTripTests {
    @Test(arguments: ["rss", "atom"])
    func `a feed gives the stories that it was made of`(format: String) throws {
        var maker = RoundTripTests.Maker(random: Seeded(seed: 14))
        for round in 0..<150 {
            let edition = maker.edition()
            guard !edition.stories.isEmpty else { continue }
            let bytes = try export(edition, as: format)
            let found = try read(bytes, as: "a.\(format)")
            #expect(found.stories.count == edition.stories.count, "\(round)")
            for (story, other) in zip(edition.stories, found.stories) {
                let body = Self.words(of: story)
                guard other.body == body else {
                    for (block, otherBlock) in zip(body, other.body) where block != otherBlock {
                        Issue.record("\(round): \(block)\nwas read as\n\(otherBlock)")
                        return
                    }
                    Issue.record("\(round): \(body)\nwas read as\n\(other.body)")
                    return
                }
                #expect(other.headline == story.headline && other.section == (story.section ?? story.web.tags.first))
                #expect(other.credits == story.credits.filter { $0.role == .reporter })
                #expect(other.link == story.link && other.web.id?.hasSuffix(story.id.description) == true)
                let published = story.web.published ?? "2026-11-20T00:00:00Z"
                #expect(other.header.published == FeedTime(published).map(PublishedTime.init))
            }
            #expect(found.title == edition.title)
            // What was read is written as it was.
            let again = try read(export(found, as: format), as: "a.\(format)")
            #expect(again.stories.map(\.body) == found.stories.map(\.body))
            #expect(again.stories.map(\.web.id) == found.stories.map(\.web.id))
        }
    }

    /// What a feed has room for: what a newspaper has around the text is part of it.
    private static func words(of story: Story) -> [Block] {
        let above = [story.kicker, story.deck, story.byline, story.continued].compactMap {
            $0.map { Block(.paragraph, $0) }
        }
        let below = story.continues.map { [Block(.paragraph, $0)] } ?? []
        let photos = story.photos.map { photo in
            Block(.paragraph, photo.caption + (photo.credit.map { " " + $0 } ?? ""))
        }
        return above + story.body + below + photos
    }

    @Test(arguments: ["rss", "atom"])
    func `what a feed says of itself and of its files is read again`(format: String) throws {
        var story = Story(headline: "Low water", body: [Block(.paragraph, "At six.")], link: "https://quay.example/1")
        story.web.id = "tag:quay.example,2026:1"
        story.web.attachments = [Attachment(url: "https://quay.example/a.mp3", type: "audio/mpeg", size: 12)]
        story.web.image = "https://quay.example/a.jpg"
        story.web.summary = "Six < seven & eight"
        story.web.relations = [Relation("via", "https://alma.example/")]
        story.web.published = "2026-11-20T08:00:00+08:00"
        story.web.modified = "2026-11-21T08:00:00+08:00"
        let details = FeedDetails(
            description: "News & tides", homePage: "https://quay.example/", address: "https://quay.example/feed",
            authors: [Author(name: "Ada Tobin")], tags: ["harbour"])
        let edition = Edition(title: "Quay <Gazette>", language: "en", stories: [story], feed: details)
        let found = try read(export(edition, as: format), as: "a.\(format)")
        let other = try #require(found.stories.first)
        #expect(other.web.id == story.web.id && other.web.attachments == story.web.attachments)
        #expect(other.web.image == story.web.image && other.web.summary == story.web.summary)
        #expect(other.web.relations == story.web.relations)
        #expect(FeedTime(other.web.modified ?? "")?.seconds == FeedTime("2026-11-21T00:00:00Z")?.seconds)
        #expect(other.credits == [Credit(.reporter, "Ada Tobin")])
        #expect(found.title == edition.title && found.language == "en")
        #expect(found.feed?.address == details.address && found.feed?.homePage == details.homePage)
        #expect(found.feed?.description == details.description && found.feed?.tags == details.tags)
    }

    @Test func `an OPML document is written with the entries that it has`() throws {
        let text = """
            <opml version="1.1"><head><title>Followed</title><ownerName>Ada</ownerName></head><body>
            <outline text="Harbour"><outline text="Quay &amp; Tide" title="Quay" type="rss" xmlUrl="https://quay.example/f"
            htmlUrl="https://quay.example/" description="Low&#10;water" version="ATOM" language="en" category="/a/b,c"/>
            <outline text="Boats"><outline text="Alma" type="link" url="https://alma.example/"/></outline></outline>
            <outline text="A note"/><outline title="日报" xmlUrl="https://daily.example/feed"/></body></opml>
            """
        let list = try OutlineList(Array(text.utf8))
        let input = ExportInput(list, fileName: "a.opml", texts: .init(language: "en"))
        var bytes: [UInt8] = []
        try ExportFormat.opml.write(input) { bytes += $0 }
        let again = try OutlineList(bytes)
        func shown(_ list: OutlineList) -> [Outline] {
            list.outlines.map { outline in
                var outline = outline
                // What is required is made where it is not there.
                outline.text = outline.text ?? outline.title
                outline.type = outline.type ?? (outline.feed == nil ? nil : "rss")
                return outline
            }
        }
        #expect(shown(again) == shown(list) && again.title == "Followed" && again.feed?.authors.first?.name == "Ada")
    }

    @Test func `a feed is an entry of OPML by its address`() throws {
        let details = FeedDetails(homePage: "https://quay.example/", address: "https://quay.example/feed")
        let edition = Edition(title: "Quay & Tide", stories: [Story(headline: "Low water")], feed: details)
        let list = try OutlineList(export(edition, as: "opml"))
        #expect(list.outlines.map(\.feed) == ["https://quay.example/feed"])
        #expect(list.outlines.map(\.page) == ["https://quay.example/"])
        #expect(list.outlines.map(\.title) == ["Quay & Tide"])
    }
}
