import Foundation
import Newspaper
import Testing

@testable import Feeds

@Suite("An edition is written as JSON Feed 1.1")
struct FeedWritingTests {
    private let edition = Edition(
        title: "青石日报", language: "zh-Hans", pages: [Page(name: "民生", number: "3", date: "2024-05-06")],
        stories: [
            Story(
                id: StoryID(1), page: 0, section: "民生", headline: "老街“看花”", byline: "□本报记者 王明",
                credits: [Credit(.reporter, "王明"), Credit(.photographer, "王明")],
                body: [Block(.paragraph, "第一段/。"), Block(.crosshead, "桥")],
                photos: [Photo(caption: "花", credit: "(王明 摄)")]),
            Story(id: StoryID(2), kind: .brief, page: 0, body: [Block(.paragraph, "简讯。")]),
        ],
        furniture: ["第3版"])

    private func written(_ edition: Edition, fileName: String = "page.txt") throws -> (
        text: String, json: [String: Any]
    ) {
        var bytes: [UInt8] = []
        try Feed.write(edition, fileName: fileName) { bytes += $0 }
        let json = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        return (String(decoding: bytes, as: UTF8.self), json)
    }

    @Test("version, title, language, pages and furniture stand at its head")
    func head() throws {
        let json = try written(edition).json
        #expect(json["version"] as? String == "https://jsonfeed.org/version/1.1")
        #expect(json["title"] as? String == "青石日报")
        #expect(json["language"] as? String == "zh-Hans")
        let more = try #require(json["_broadsheet"] as? [String: Any])
        #expect(more["furniture"] as? [String] == ["第3版"])
        #expect((more["pages"] as? [[String: String]]) == [["name": "民生", "number": "3", "date": "2024-05-06"]])
    }

    @Test("an item has the feed's own keys and the newspaper's")
    func items() throws {
        let items = try #require(written(edition).json["items"] as? [[String: Any]])
        #expect(items[0]["id"] as? String == StoryID(1).description)
        #expect(items[0]["content_text"] as? String == "第一段/。\n\n桥")
        #expect(items[0]["tags"] as? [String] == ["民生"])
        #expect((items[0]["authors"] as? [[String: String]]) == [["name": "王明"]])
        #expect(items[0]["date_published"] as? String == "2024-05-06T00:00:00Z")
        let more = try #require(items[0]["_broadsheet"] as? [String: Any])
        #expect(more["byline"] as? String == "□本报记者 王明")
        #expect((more["body"] as? [[String: String]])?.last == ["type": "crosshead", "text": "桥"])
        #expect((more["photos"] as? [[String: String]]) == [["caption": "花", "credit": "(王明 摄)"]])
    }

    @Test("what is not there has no key")
    func absent() throws {
        let items = try #require(written(edition).json["items"] as? [[String: Any]])
        #expect(Set(items[1].keys) == ["id", "content_text", "date_published", "_broadsheet"])
        #expect(Set((items[1]["_broadsheet"] as? [String: Any] ?? [:]).keys) == ["kind", "credits", "body", "photos"])
    }

    @Test("the title is the publication, else the page, else the file")
    func titles() throws {
        var edition = edition
        edition.title = nil
        #expect(try written(edition).json["title"] as? String == "民生")
        edition.pages = []
        #expect(try written(edition, fileName: "page.txt").json["title"] as? String == "page.txt")
    }

    @Test("no part that is written holds more than one item")
    func parts() throws {
        var edition = edition
        edition.stories = Array(repeating: edition.stories[0], count: 1_000)
        var widest = 0
        try Feed.write(edition, fileName: "-") { widest = max(widest, $0.count) }
        #expect(widest < 2_000)
    }

    @Test func `the export of an import is the same export`() throws {
        let list = try Feed.list(
            document(
                #"""
                {"id": "1755500000000", "title": "<b>Tides</b> &mdash; 5<6", "content_html": "<p>High<p>Low<img alt='quay'>",
                 "url": "https://pier.example/7", "external_url": "https://quay.example/", "image": "https://pier.example/7.png",
                 "tags": ["Port", "Weather"], "authors": [{"name": "R. Quayle"}], "summary": "S.",
                 "date_published": "2026-03-04T08:00:00+08:00", "date_modified": "2026-03-05T09:00:00Z",
                 "attachments": [{"url": "https://pier.example/7.mp3", "duration_in_seconds": "nan", "size_in_bytes": 1e300}]}
                """#,
                #"{"title": "only", "external_url": "https://quay.example/"}"#,
                #"{"id": "\u0001", "title": "b\u0000"}"#,
                #"{"title": "only", "external_url": "https://quay.example/"}"#))
        let once = try export(list)
        let back = try Feed.list(once)
        #expect(back.edition == list.edition)
        #expect(try String(decoding: export(back), as: UTF8.self) == String(decoding: once, as: UTF8.self))
    }

    @Test func `soft hyphens come back, in lines as in paragraphs`() throws {
        let text = "extra\u{AD}ordinary"
        var edition = edition
        edition.title = text
        edition.pages[0].name = text
        edition.stories = [
            Story(
                id: StoryID(1), section: text, kicker: text, headline: text, deck: text, byline: text,
                credits: [Credit(.reporter, text)], body: [Block(.paragraph, text)])
        ]
        let back = try Feed.list(Array(written(edition).text.utf8))
        #expect(back.edition == edition)
    }

    @Test func `pages, their dates and furniture come back`() throws {
        var edition = edition
        edition.pages.append(Page(name: "要闻", number: "4", date: "2024-05-07"))
        edition.pages.append(Page(name: "文艺"))
        edition.stories[1].page = 1
        edition.stories.append(Story(id: StoryID(3), page: 2, headline: "书"))
        edition.stories.append(Story(id: StoryID(4), headline: "空"))
        let once = try written(edition).text
        let back = try Feed.list(Array(once.utf8))
        #expect(back.edition == edition)
        #expect(try String(decoding: export(back), as: UTF8.self) == once)
        #expect(back.edition.stories.allSatisfy { $0.web == WebDetails() })
        let items = try #require(written(edition).json["items"] as? [[String: Any]])
        #expect(
            items.map { $0["date_published"] as? String } == [
                "2024-05-06T00:00:00Z", "2024-05-07T00:00:00Z", "2024-05-06T00:00:00Z", "2024-05-06T00:00:00Z",
            ])
    }

    @Test func `what only the web has comes back, beside what only a newspaper has`() throws {
        var edition = edition
        edition.stories[0].web.published = "2024-05-05T20:00:00+08:00"
        edition.stories[0].web.externalLink = "https://quay.example/"
        edition.stories[0].link = "https://quay.example/"
        edition.stories[0].credits += [Credit(.correspondent, "王明"), Credit(.reporter, "李青")]
        edition.stories[1].section = nil
        edition.stories[1].headline = "&amp;mdash; <b>粗</b>"
        edition.stories[1].web.tags = ["桥"]
        edition.stories.append(Story(id: StoryID(3)))
        let (text, json) = try written(edition)
        let items = try #require(json["items"] as? [[String: Any]])
        #expect(items[0]["date_published"] as? String == "2024-05-05T20:00:00+08:00")
        #expect(items[0]["external_url"] as? String == "https://quay.example/" && items[0]["url"] == nil)
        #expect((items[0]["authors"] as? [[String: String]]) == [["name": "王明"], ["name": "李青"]])
        #expect(try Feed.read(Array(text.utf8)) == edition)
    }

    @Test func `the box of a printed story is on the page where it begins, and comes back`() throws {
        var edition = edition
        edition.pages.append(Page(number: "4"))
        edition.stories[1].page = 1
        func place(_ page: Int, _ left: Double) -> StoryPlace {
            let box = Box(left: left, top: 20.04, right: left + 100.5, bottom: 60)
            return StoryPlace(page: page, box: box, heading: box)
        }
        edition.stories[1].places = [place(1, 10.26), place(2, 7)]
        let (once, json) = try written(edition)
        let items = try #require(json["items"] as? [[String: Any]])
        let boxes = items.map { ($0["_broadsheet"] as? [String: Any])?["box"] as? [String: Double] }
        #expect(boxes == [nil, ["page": 1, "x": 10.3, "y": 20, "w": 100.5, "h": 40]])
        let back = try Feed.list(Array(once.utf8))
        #expect(try String(decoding: export(back), as: UTF8.self) == once)
        #expect(back.edition.stories[1].places.map(\.page) == [1])
    }

    @Test(arguments: [#"{"x":1}"#, #"{"x":1,"y":1e300,"w":1,"h":1}"#, "7", #"{"x":"","y":0,"w":0,"h":0}"#])
    func `a box that is none is left out, and the story stays`(box: String) throws {
        let text = try written(edition).text.replacing(#""kind":"story""#, with: #""box":\#(box),"kind":"story""#)
        let back = try Feed.read(Array(text.utf8))
        #expect(back == edition)
    }

    @Test func `stories whose words can no longer be read are counted`() throws {
        struct Torn: StoryList {
            let whole: StoriesInMemory
            var title: String? { nil }
            var language: String? { nil }
            var pages: [Page] { [] }
            var count: Int { whole.count }
            var sections: [Section] { [] }
            var furniture: [String] { [] }
            func header(at position: Int) -> StoryHeader { whole.header(at: position) }
            func position(of id: StoryID) -> Int? { whole.position(of: id) }
            func story(at position: Int) -> Story? { position == 0 ? nil : whole.story(at: position) }
        }
        var bytes: [UInt8] = []
        let torn = Torn(whole: StoriesInMemory(edition))
        #expect(try Feed.write(torn, fileName: "-") { bytes += $0 } == 1)
        #expect(try Feed.read(bytes).stories.map(\.id) == [StoryID(2)])
    }
}
