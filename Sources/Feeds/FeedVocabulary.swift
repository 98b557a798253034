/// What an element of a feed belongs to, by its namespace.
enum FeedVocabulary: Equatable, Sendable {
    /// RSS, in whatever version, with a namespace or without, and CDF.
    case rss
    case atom
    case rdf, dublinCore, terms, content, media, itunes, xhtml, feedBurner, xml
    case other

    /// By the address that a document declares.
    init(uri: String) {
        let uri = uri.lowercased()
        switch true {
        case uri.contains("purl.org/dc/terms"): self = .terms
        case uri.contains("purl.org/dc/"), uri.contains("purl.org/metadata/dublin_core"): self = .dublinCore
        case uri.contains("purl.org/rss/1.0/modules/content"): self = .content
        case uri.contains("purl.org/rss/1.0/modules/"): self = .other
        case uri.contains("purl.org/atom"), uri.contains("/2005/atom"), uri.contains("echo"): self = .atom
        case uri.contains("purl.org/rss"), uri.contains("purl.org/net/rss"), uri.contains("netscape.com/rdf"),
            uri.contains("backend.userland.com"), uri.contains("blogs.law.harvard.edu"),
            uri.contains("netscape.com/publish"),
            uri.contains("my.netscape.com"), uri.contains("rssboard.org"), uri.isEmpty:
            self = .rss
        case uri.contains("22-rdf-syntax"): self = .rdf
        case uri.contains("search.yahoo.com/mrss"), uri.contains("/media-rss"): self = .media
        case uri.contains("itunes.com/dtds"), uri.contains("example.com/dtds/podcast"): self = .itunes
        case uri.contains("1999/xhtml"): self = .xhtml
        case uri.contains("feedburner"): self = .feedBurner
        default: self = .other
        }
    }

    /// By the prefix that everybody uses, where a document does not declare it.
    init(prefix: String) {
        switch prefix.lowercased() {
        case "": self = .rss
        case "rss", "rss1", "rss10": self = .rss
        case "atom", "a10": self = .atom
        case "rdf": self = .rdf
        case "dc": self = .dublinCore
        case "dcterms", "dcterm": self = .terms
        case "content": self = .content
        case "media": self = .media
        case "itunes": self = .itunes
        case "xhtml", "body", "html": self = .xhtml
        case "feedburner": self = .feedBurner
        case "xml": self = .xml
        default: self = .other
        }
    }

    /// Whether elements of it are a feed's own.
    var isFeed: Bool { self == .rss || self == .atom }
}

/// The vocabularies of the addresses that a reader has met: to tell one takes longer than to read an item.
final class FeedVocabularies {
    private var known: [String: FeedVocabulary] = [:]

    func vocabulary(uri: String) -> FeedVocabulary {
        if let found = known[uri] { return found }
        let vocabulary = FeedVocabulary(uri: uri)
        // A document may declare as many as it likes.
        if known.count < 100 { known[uri] = vocabulary }
        return vocabulary
    }
}
