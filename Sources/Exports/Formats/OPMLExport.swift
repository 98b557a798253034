import Feeds
import Newspaper

extension ExportFormat {
    /// OPML 2.0: the feeds of what was read, each by its address; of an OPML document its entries, as they stand in it.
    static let opml = ExportFormat(name: "opml", isText: true) { input, write in
        let lists = input.list.lists
        var text = XMLElements()
        text.begin("opml", [("version", "2.0")])
        text.begin("head")
        text.element("title", input.title)
        let head = lists.contains { $0 is OutlineList } ? lists.lazy.compactMap(\.feed).first : nil
        text.element("dateModified", head?.updated.map { FeedTime($0)?.mail ?? $0 })
        text.element("ownerName", head?.authors.first?.name)
        text.element("ownerEmail", head?.authors.first?.email)
        text.element("ownerId", head?.authors.first?.url)
        text.end()
        text.begin("body")
        // The sections that are open.
        var open: [String] = []
        for list in lists {
            for outline in (list as? OutlineList)?.outlines ?? [Outline(list, in: input)] {
                let shared = zip(open, outline.path).prefix { $0 == $1 }.count
                for _ in shared..<open.count { text.end() }
                for name in outline.path[shared...] { text.begin("outline", [("text", name)]) }
                open = outline.path
                text.empty("outline", outline.attributes)
                try write(text.take())
            }
        }
        for _ in open { text.end() }
        text.end()
        text.end()
        try write(text.take())
    }
}

extension Outline {
    /// The entry of a list that was read: of a feed its own, of anything else no more than its name.
    fileprivate init(_ list: any StoryList, in input: ExportInput) {
        self.init()
        title = list.title ?? list.pages.lazy.compactMap(\.name).first ?? input.title
        feed = list.feed?.address
        page = list.feed?.homePage
        description = list.feed?.description
        language = list.language
        if feed != nil { type = "rss" } else if page != nil { type = "link" }
    }

    /// In the order in which others write them. `text` is required.
    fileprivate var attributes: [(String, String?)] {
        [
            ("text", text ?? title ?? feed ?? page ?? ""), ("title", title),
            ("type", type ?? (feed == nil ? nil : "rss")),
            ("xmlUrl", feed), (feed == nil ? "url" : "htmlUrl", page), ("description", description),
            ("version", version), ("language", language), ("created", created),
            ("category", tags.isEmpty ? nil : tags.joined(separator: ",")),
        ]
    }
}
