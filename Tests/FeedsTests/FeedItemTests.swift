import Feeds
import Newspaper
import TestSupport
import Testing

/// Items as they are found in the wild.
struct FeedItemTests {
    private func faults(_ items: String...) throws -> [FeedItemFault] {
        try Feed.list(document(items.joined(separator: ","))).faults
    }

    @Test func `a number or truth value where a text belongs is read as its spelling`() throws {
        let item = #"{"id": 41, "title": 7.5, "content_text": true, "date_published": 20260304}"#
        let story = try story(item)
        #expect(story.headline == "7.5" && story.web.id == "41" && story.web.published == "20260304")
        #expect(story.body == [Block(.paragraph, "true")])
        #expect(
            try faults(item)
                == ["id", "title", "content_text", "date_published"].map {
                    FeedItemFault(item: 1, field: $0, isLeftOut: false)
                })
    }

    @Test func `a list where a text belongs gives a paragraph for each text`() throws {
        #expect(
            try story(#"{"content_text": ["High.", 6, {"a": []}, "Low."]}"#).body.map(\.text) == ["High.", "6", "Low."])
    }

    @Test func `a field that means nothing is left out, and the rest is read`() throws {
        let item =
            #"{"id": {"a": 1}, "title": "Tides", "content_text": "High.", "url": {}, "attachments": "none", "tags": {}}"#
        let story = try story(item)
        #expect(story.headline == "Tides" && story.link == nil && story.web == WebDetails())
        #expect(
            Set(try faults(item).map { "\($0.field ?? "") \($0.isLeftOut)" }) == [
                "id true", "url true", "attachments true", "tags true",
            ])
    }

    @Test func `null is no fault`() throws {
        #expect(
            try faults(
                #"{"id": null, "title": "a", "tags": null, "authors": null, "attachments": null, "_broadsheet": null}"#
            )
            .isEmpty)
    }

    @Test func `an item that is none is passed over and named by its place`() throws {
        let list = try Feed.list(document(#"{"title": "a"}"#, "5", "null", #"["x"]"#, "{}", #"{"title": "b"}"#))
        #expect(list.edition.stories.map(\.headline) == ["a", "b"])
        #expect(list.faults == [2, 3, 4, 5].map { FeedItemFault(item: $0, field: nil, isLeftOut: true) })
        #expect(list.faultCount == 4)
    }

    @Test func `an item that is no JSON does not take the others with it`() throws {
        let list = try Feed.list(document(#"{"title": "a"}"#, #"{"title": "x" "y": 1}"#, #"{"title": "b"}"#))
        #expect(list.edition.stories.map(\.headline) == ["a", "b"])
        #expect(list.faults == [FeedItemFault(item: 2, field: nil, isLeftOut: true)])
    }

    @Test func `a lone surrogate becomes a replacement character`() throws {
        let item = #"{"title": "a\ud83d\ude8cb\udc00c\ud800", "content_text": "\ud800\u0041 \uD83D\uD83D\uDE8C"}"#
        #expect(try story(item).headline == "a🚌b\u{FFFD}c\u{FFFD}")
        #expect(try story(item).body.map(\.text) == ["\u{FFFD}A \u{FFFD}🚌"])
        #expect(try faults(item).map(\.isLeftOut) == [false, false])
        #expect(try Feed.read(document(head: #""title": "a\ud83d""#)).title == "a\u{FFFD}")
    }

    @Test func `escapes and control characters that JSON forbids are mended`() throws {
        #expect(try story("{\"title\": \"a\\qb\", \"content_text\": \"x\ny\u{1}z\\u12\"}").headline == "aqb")
        #expect(
            try story("{\"title\": \"a\", \"content_text\": \"x\ny\u{1}z\\u12\"}").body.map(\.text) == ["x", "yzu12"])
    }

    @Test func `bytes that are no UTF-8 are decoded or replaced`() throws {
        let broken = Array(#"{"title": "High"#.utf8) + [0xFF] + Array(#" at noon", "content_text": "ok"}"#.utf8)
        let bytes = document("@").split(separator: UInt8(ascii: "@")).map(Array.init)
        #expect(try Feed.read(bytes[0] + broken + bytes[1]).stories.map(\.headline) == ["High\u{FFFD} at noon"])
        // 县医院开出夜间门诊每晚到九点 in GBK.
        let gbk: [UInt8] = [
            0xCF, 0xD8, 0xD2, 0xBD, 0xD4, 0xBA, 0xBF, 0xAA, 0xB3, 0xF6, 0xD2, 0xB9, 0xBC, 0xE4, 0xC3, 0xC5, 0xD5, 0xEF,
            0xC3, 0xBF, 0xCD, 0xED, 0xB5, 0xBD, 0xBE, 0xC5, 0xB5, 0xE3, 0xA1, 0xA3,
        ]
        let item = Array(#"{"content_text": ""#.utf8) + gbk + Array(#""}"#.utf8)
        let list = try Feed.list(bytes[0] + item + bytes[1])
        #expect(list.edition.stories.first?.body.map(\.text) == ["县医院开出夜间门诊每晚到九点。"])
        // It is the encoding that is worth a word, not the field.
        #expect(list.encoding == .gb18030 && list.faults.isEmpty)
    }

    @Test func `a number keeps all its digits`() throws {
        let items = #"{"id": 12345678901234567891, "title": "a"}, {"id": 12345678901234567892, "title": "a"}"#
        let list = try Feed.list(document(items))
        let stories = list.edition.stories
        #expect(stories.map(\.web.id) == ["12345678901234567891", "12345678901234567892"])
        #expect(Set(stories.map(\.id)).count == 2)
        #expect(list.faults == [1, 2].map { FeedItemFault(item: $0, field: "id", isLeftOut: false) })
    }

    @Test func `what is nested too deeply costs no more than itself`() throws {
        let deep = String(repeating: #"[{"x": "]"}, {"a": "#, count: 600) + "1" + String(repeating: "}]", count: 600)
        let story = try story(#"{"title": "Tides", "_other": \#(deep), "content_text": "High."}"#)
        #expect(story.headline == "Tides" && story.body.map(\.text) == ["High."])
    }

    @Test func `writers come from authors in all their forms, else from the feed`() throws {
        func writers(_ fields: String, head: String = #""title": "N""#) throws -> [String] {
            try story(#"{"title": "a", \#(fields)}"#, head: head).credits.map(\.name)
        }
        #expect(
            try writers(#""authors": [{"name": "R. Quayle"}, {"url": "x"}, "M. Corrin"]"#) == [
                "R. Quayle", "M. Corrin",
            ])
        #expect(try writers(#""authors": {"name": "R. Quayle"}"#) == ["R. Quayle"])
        #expect(try writers(#""author": {"name": "R. Quayle"}"#) == ["R. Quayle"])
        #expect(try writers(#""author": "R. Quayle", "authors": []"#) == ["R. Quayle"])
        let head = #""title": "N", "author": {"name": "The Editors"}"#
        #expect(try writers(#""authors": []"#, head: head) == ["The Editors"])
        #expect(try writers(#""authors": [{"name": "R. Quayle"}]"#, head: head) == ["R. Quayle"])
        let both = #""title": "N", "authors": [{"name": "The Editors"}], "author": {"name": "The Editor"}"#
        #expect(try writers(#""authors": []"#, head: both) == ["The Editors"])
        // Version 1's own.
        #expect(try faults(#"{"title": "a", "author": {"name": "R. Quayle", "url": "x"}}"#).isEmpty)
        #expect(try faults(#"{"title": "a", "author": "R. Quayle"}"#).map(\.field) == ["author"])
        #expect(
            try faults(#"{"title": "a", "authors": {"name": "R. Quayle"}}"#) == [
                FeedItemFault(item: 1, field: "authors", isLeftOut: false)
            ])
    }

    @Test func `the first tag is the section, the others are kept`() throws {
        let story = try story(#"{"title": "a", "tags": ["Port", null, 4, "Weather"]}"#)
        #expect(story.section == "Port" && story.web.tags == ["4", "Weather"])
        #expect(try FeedItemTests.tags(#""Port""#) == ["Port"])
        #expect(
            try faults(#"{"title": "a", "tags": ["Port", null, 4, null]}"#, #"{"title": "a", "tags": ["Port", 4]}"#)
                == [
                    FeedItemFault(item: 1, field: "tags", isLeftOut: false),
                    FeedItemFault(item: 1, field: "tags", isLeftOut: true),
                    FeedItemFault(item: 2, field: "tags", isLeftOut: false),
                ])
    }

    private static func tags(_ json: String) throws -> [String] {
        let story = try story(#"{"title": "a", "tags": \#(json)}"#)
        return [story.section].compactMap { $0 } + story.web.tags
    }

    @Test func `links, dates, picture and attachments are kept`() throws {
        let story = try story(
            #"""
            {"title": "a", "url": "https://pier.example/7", "external_url": "https://quay.example/", "image": "https://pier.example/7.png",
             "date_published": "2026-03-04T08:00:00+08:00", "date_modified": "2026-03-05T09:00:00Z",
             "attachments": [{"url": "https://pier.example/7.mp3", "mime_type": "audio/mpeg", "title": "Listen",
                              "size_in_bytes": 12.0, "duration_in_seconds": "61.5"}, {"title": "no address"}]}
            """#)
        #expect(story.link == "https://pier.example/7" && story.web.externalLink == "https://quay.example/")
        #expect(story.web.image == "https://pier.example/7.png")
        #expect(story.web.published == "2026-03-04T08:00:00+08:00" && story.web.modified == "2026-03-05T09:00:00Z")
        #expect(
            story.web.attachments == [
                Attachment(
                    url: "https://pier.example/7.mp3", title: "Listen", type: "audio/mpeg", size: 12, duration: 61.5)
            ])
    }

    @Test func `an outer address alone is the story's link`() throws {
        #expect(try story(#"{"external_url": "https://quay.example/"}"#).link == "https://quay.example/")
    }

    @Test func `content in HTML gives the blocks, and plain text where there is none`() throws {
        #expect(try story(#"{"content_html": "<p>High.<p>Low."}"#).body.map(\.text) == ["High.", "Low."])
        #expect(try story(#"{"content_text": " ", "content_html": "<p>High."}"#).body.map(\.text) == ["High."])
        #expect(try story(#"{"content_text": "Plain.", "content_html": "<p>High."}"#).body.map(\.text) == ["High."])
        #expect(try story(#"{"content_text": "Plain.", "content_html": "<p> </p>"}"#).body.map(\.text) == ["Plain."])
        let linked = #"{"content_text": "Plain.", "content_html": "<a href='https://quay.example/'>High"}"#
        #expect(try story(linked).body.flatMap(\.links).map(\.address) == ["https://quay.example/"])
        let relative = #"{"url": "https://quay.example/a/b", "content_html": "<a href='/c'>High"}"#
        #expect(try story(relative).body.flatMap(\.links).map(\.address) == ["https://quay.example/c"])
        #expect(try story(#"{"content_html": "<p>High.", "summary": "S."}"#).body.map(\.text) == ["High."])
        #expect(try story(#"{"summary": "S."}"#).body.map(\.text) == ["S."])
        let pictures = #"{"content_html": "<img alt='quay'>", "_broadsheet": {"photos": [{"caption": "crane"}]}}"#
        #expect(try story(pictures).photos.map(\.caption) == ["crane"])
        #expect(try story(pictures).body == [Block(.figure, "", illustration: Illustration(description: "quay"))])
    }

    @Test func `what is spelled out in JSON passes the sanitizer in every field`() throws {
        let evil = #"a\u001b[31m\u0000\u009b\u202e\u0007z"#
        let fields = [
            "id", "url", "external_url", "title", "content_text", "content_html", "summary", "image",
            "date_published", "date_modified",
        ].map { #""\#($0)": "\#(evil)""# }.joined(separator: ",")
        let item = #"""
            {\#(fields), "tags": ["\#(evil)", "b\#(evil)"], "authors": [{"name": "\#(evil)"}],
             "attachments": [{"url": "\#(evil)", "title": "\#(evil)", "mime_type": "\#(evil)"}],
             "_broadsheet": {"kicker": "\#(evil)", "deck": "\#(evil)", "byline": "\#(evil)", "section": "\#(evil)",
              "continues": "\#(evil)", "continued": "\#(evil)", "credits": [{"role": "editor", "name": "\#(evil)"}],
              "body": [{"type": "paragraph", "text": "\#(evil)"}], "photos": [{"caption": "\#(evil)", "credit": "\#(evil)"}]}}
            """#
        let head =
            #""title": "\#(evil)", "language": "\#(evil)", "_broadsheet": {"pages": [{"name": "\#(evil)"}], "furniture": ["\#(evil)"]}"#
        var shown = ""
        dump(try Feed.read(document(item, head: head)), to: &shown)
        #expect(shown.contains("az"))
        #expect(
            !shown.unicodeScalars.contains {
                $0.value < 0x0A || (0x0B..<0x20).contains($0.value) || (0x7F..<0xA0).contains($0.value)
                    || $0.value == 0x202E
            })
    }

    @Test func `no more faults are named than are of use, and all are counted`() throws {
        let items = Array(repeating: #"{"title": 5}"#, count: 3_000).joined(separator: ",")
        let list = try Feed.list(document(items))
        #expect(list.faults.count == FeedReader.mostFaults && list.faultCount == 3_000 && list.count == 3_000)
    }

    @Test func `what runs, loads or sends by itself is taken out of the HTML`() throws {
        let story = try story(
            #"{"id":"1","url":"https://quay.example/a/","content_html":"<p onclick='x()'>At <a href='b?c=1&amp;d=2'>six</a>.</p><script>y()</script><img src='c.jpg'>"}"#
        )
        #expect(
            story.web.html
                == #"<p>At <a href="https://quay.example/a/b?c=1&amp;d=2">six</a>.</p><img src="https://quay.example/a/c.jpg">"#
        )
        #expect(story.body.first?.text == "At six.")
    }

    @Test(arguments: [
        (#""url":"https://quay.example/tides/2026/""#, "quay.example/tides/2026"),
        (#""external_url":"https://quay.example/%E7%81%AF%E9%87%8C""#, "quay.example/灯里"),
        (
            #""attachments":[{"url":"https://quay.example/low%20water.mp3?x=1","mime_type":"audio/mpeg"}]"#,
            "low water.mp3"
        ),
        (
            #""url":"https://quay.example/1","attachments":[{"url":"https://quay.example/1.mp3","title":"Tides"}]"#,
            "Tides"
        ),
        (#""content_html":"<img src='https://quay.example/1.jpg' alt='A lamp'>""#, "A lamp"),
    ])
    func `an item without words is listed by what it has`(fields: String, title: String) throws {
        let header = try story(#"{"id":"1",\#(fields)}"#).header
        #expect(header.title == title && !header.hasHeadline)
    }
}
