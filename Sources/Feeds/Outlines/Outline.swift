/// An entry of an OPML document (OPML 2.0): a feed that somebody follows, the address of something else, or a line of text.
package struct Outline: Sendable, Equatable {
    /// What it is called, and what outliners show of it; one of them, or both.
    package var title, text: String?
    /// The address of the feed; nil for what is none.
    package var feed: String?
    /// The page that the feed is of, or what the entry leads to.
    package var page: String?
    /// What the feed is about.
    package var description: String?
    /// What the document says that it is: "rss", "atom", "link", "include".
    package var type: String?
    /// The feed's format: "RSS2", "ATOM".
    package var version: String?
    /// BCP 47.
    package var language: String?
    /// When it was taken into the list.
    package var created: String?
    /// What it is filed under beside its place in the list.
    package var tags: [String] = []
    /// The names of the entries that it is in, the outermost first.
    package var path: [String] = []

    /// An entry of which nothing is known.
    package init() {}

    /// The media type of the feed.
    var mediaType: String {
        let words = ((type ?? "") + " " + (version ?? "")).lowercased()
        switch true {
        case words.contains("atom"): return "application/atom+xml"
        case words.contains("json"): return "application/feed+json"
        default: return "application/rss+xml"
        }
    }
}
