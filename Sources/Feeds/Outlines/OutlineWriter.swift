import Newspaper
import XML

extension Feed {
    /// Writes lists as one OPML 2.0 document: the entries of those that are OPML, and of each feed an entry of its own.
    ///
    /// - Parameters:
    ///   - title: what the document is called.
    ///   - write: called with each part of the document, in order; UTF-8.
    package static func writeOutlines(
        _ lists: [any StoryList], title: String, to write: (ArraySlice<UInt8>) throws -> Void
    ) throws {
        var writer = XMLWriter()
        writer.declaration()
        writer.begin("opml", [("version", "2.0")])
        writer.begin("head")
        writer.element("title", title)
        let outlines = lists.contains { $0 is OutlineList } ? lists.lazy.compactMap(\.feed).first : nil
        writer.element("dateModified", outlines?.updated.map { FeedTime($0)?.mail ?? $0 })
        writer.element("ownerName", outlines?.authors.first?.name)
        writer.element("ownerEmail", outlines?.authors.first?.email)
        writer.element("ownerId", outlines?.authors.first?.url)
        writer.end()
        writer.begin("body")
        // The sections that are open.
        var open: [String] = []
        for list in lists {
            for outline in (list as? OutlineList)?.outlines ?? [Outline(feed: list)] {
                let shared = zip(open, outline.path).prefix { $0 == $1 }.count
                for _ in shared..<open.count { writer.end() }
                for name in outline.path[shared...] { writer.begin("outline", [("text", name)]) }
                open = outline.path
                writer.empty("outline", outline.attributes)
                try write(writer.take())
            }
        }
        for _ in open { writer.end() }
        writer.end()
        writer.end()
        try write(writer.take())
    }
}

extension Outline {
    /// The entry of a feed that was read.
    fileprivate init(feed list: any StoryList) {
        self.init()
        title = list.title ?? list.pages.lazy.compactMap(\.name).first
        feed = list.feed?.address
        page = list.feed?.homePage
        description = list.feed?.description
        language = list.language
        if feed != nil { type = "rss" } else if page != nil { type = "link" }
    }

    /// In the order in which others write them. `text` is required.
    fileprivate var attributes: [(String, String?)] {
        let isFeed = feed != nil
        return [
            ("text", text ?? title ?? feed ?? page ?? ""), ("title", title), ("type", type ?? (isFeed ? "rss" : nil)),
            ("xmlUrl", feed), (isFeed ? "htmlUrl" : "url", page), ("description", description), ("version", version),
            ("language", language), ("created", created),
            ("category", tags.isEmpty ? nil : tags.joined(separator: ",")),
        ]
    }
}
