import XML

/// What an element of a feed belongs to, by its namespace.
enum FeedVocabulary: Equatable, Sendable {
    /// RSS, in whatever version, with a namespace or without, and CDF.
    case rss
    case atom
    case rdf, dublinCore, terms, content, syndication, media, itunes, xhtml, feedBurner, xml
    case other

    /// By the address that a document declares.
    init(uri: String) {
        var uri = uri.lowercased()
        self = uri.withUTF8 { Self.of(UnsafeRawBufferPointer($0)) }
    }

    /// By an address in lower case.
    private static func of(_ uri: UnsafeRawBufferPointer) -> FeedVocabulary {
        func has(_ part: StaticString) -> Bool { ByteSearch.find(part, in: uri, from: 0) != nil }
        switch true {
        case has("purl.org/dc/terms"): return .terms
        case has("purl.org/dc/"), has("purl.org/metadata/dublin_core"): return .dublinCore
        case has("purl.org/rss/1.0/modules/content"): return .content
        case has("purl.org/rss/1.0/modules/syndication"): return .syndication
        case has("purl.org/rss/1.0/modules/"): return .other
        case has("purl.org/atom"), has("/2005/atom"), has("echo"): return .atom
        case has("purl.org/rss"), has("purl.org/net/rss"), has("netscape.com/rdf"),
            has("backend.userland.com"), has("blogs.law.harvard.edu"),
            has("netscape.com/publish"),
            has("my.netscape.com"), has("rssboard.org"), uri.isEmpty:
            return .rss
        case has("22-rdf-syntax"): return .rdf
        case has("search.yahoo.com/mrss"), has("/media-rss"): return .media
        case has("itunes.com/dtds"), has("example.com/dtds/podcast"): return .itunes
        case has("1999/xhtml"): return .xhtml
        case has("feedburner"): return .feedBurner
        default: return .other
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
        case "sy": self = .syndication
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
