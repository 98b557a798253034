import Feeds
import Markup
import Newspaper

extension ExportFormat {
    /// RSS 2.0 (rssboard.org) with the modules that readers know: content, Dublin Core, Media RSS, iTunes, Atom.
    static let rss = ExportFormat(name: "rss", isText: true) { input, write in
        let feed = input.list.feed ?? FeedDetails()
        var text = XMLElements()
        text.begin(
            "rss",
            [
                ("version", "2.0"), ("xmlns:atom", "http://www.w3.org/2005/Atom"),
                ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
                ("xmlns:dc", "http://purl.org/dc/elements/1.1/"), ("xmlns:media", "http://search.yahoo.com/mrss/"),
                ("xmlns:itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
            ])
        text.begin("channel")
        text.title(input.title)
        // Required, so that what has no page is named by something that opens nothing.
        text.element("link", feed.homePage ?? feed.address ?? ExportInput.name(input.title))
        text.element("description", feed.description ?? input.title)
        text.element("language", input.list.language)
        text.element("lastBuildDate", feed.updated.flatMap { FeedTime($0) }?.mail)
        for author in feed.authors { text.element("dc:creator", author.name) }
        for tag in feed.tags { text.element("category", tag) }
        if let address = feed.address {
            text.empty("atom:link", [("rel", "self"), ("type", "application/rss+xml"), ("href", address)])
        }
        if let icon = feed.icon {
            text.begin("image")
            text.element("url", icon)
            text.element("title", input.title)
            text.element("link", feed.homePage ?? feed.address ?? ExportInput.name(input.title))
            text.end()
        }
        let pages = input.list.pages
        for position in 0..<input.list.count {
            guard let story = input.list.story(at: position) else { continue }
            text.item(ExportedItem(story, of: pages))
            try write(text.take())
        }
        text.end()
        text.end()
        try write(text.take())
    }
}

extension XMLElements {
    /// A headline, which is read as HTML where it may be: only then is it written so.
    fileprivate mutating func title(_ title: String?) {
        guard let title else { return }
        guard HTMLText.line(title) != title else { return element("title", title) }
        var escaped = XMLText()
        escaped.append(text: title)
        element("title", String(decoding: escaped.bytes, as: UTF8.self))
    }

    fileprivate mutating func item(_ item: ExportedItem) {
        let (story, web) = (item.story, item.story.web)
        begin("item")
        title(story.headline)
        element("link", story.link)
        element("guid", item.id, [("isPermaLink", "false")])
        element("pubDate", item.published?.mail)
        element("atom:updated", item.modified?.rfc3339)
        for author in item.authors { element("dc:creator", author.name) }
        for tag in item.tags { element("category", tag) }
        element("dc:language", web.language)
        let html = item.html
        // Required where there is no title.
        element("description", web.summary.map(Self.html) ?? (story.headline == nil && html == nil ? "" : nil))
        element("content:encoded", html)
        for file in web.attachments {
            empty(
                "enclosure",
                [
                    ("url", file.url), ("length", String(file.size ?? 0)),
                    ("type", file.type ?? "application/octet-stream"),
                ])
        }
        if let duration = web.attachments.lazy.compactMap(\.duration).first {
            element("itunes:duration", String(Int(duration.rounded())))
        }
        if let image = web.image { empty("media:thumbnail", [("url", image)]) }
        for relation in item.story.web.relations {
            empty("atom:link", [("rel", relation.relation), ("href", relation.url)])
        }
        if let other = web.externalLink, other != story.link {
            empty("atom:link", [("rel", "related"), ("href", other)])
        }
        end()
    }

    /// A text without markup as HTML, which descriptions are: a line a paragraph.
    private static func html(_ text: String) -> String {
        let lines = text.split(separator: "\n").map { line in
            var escaped = XMLText()
            escaped.append(text: String(line))
            return String(decoding: escaped.bytes, as: UTF8.self)
        }
        return lines.count < 2 ? lines.joined() : "<p>" + lines.joined(separator: "</p><p>") + "</p>"
    }
}
