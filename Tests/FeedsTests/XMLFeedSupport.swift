import Feeds
import Newspaper

/// The list of a feed of XML.
func xmlFeed(_ text: String) throws -> FeedList { try xmlFeed(Array(text.utf8)) }

/// The same of bytes, which arrive in parts of a size.
func xmlFeed(_ bytes: [UInt8], parts size: Int = 1 << 20) throws -> FeedList {
    var reader = XMLFeedReader()
    for start in stride(from: 0, to: bytes.count, by: size) {
        _ = reader.consume(bytes[start..<min(start + size, bytes.count)])
    }
    return try reader.finish()
}

/// RSS 2.0 with these items.
func rss(_ items: String, head: String = "<title>Quay Gazette</title><link>https://quay.example/</link>") -> String {
    """
    <?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" \
    xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" \
    xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom">\
    <channel>\(head)\(items)</channel></rss>
    """
}

/// Atom 1.0 with these entries.
func atom(_ entries: String, attributes: String = "", head: String = "<title>Quay Gazette</title>") -> String {
    "<feed xmlns=\"http://www.w3.org/2005/Atom\"\(attributes)>\(head)\(entries)</feed>"
}

/// The first story of a feed.
func first(_ text: String) throws -> Story { try xmlFeed(text).story(at: 0) ?? Story() }
