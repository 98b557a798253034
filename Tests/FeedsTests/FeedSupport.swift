import Feeds
import Newspaper

/// A document with the usual head and these items, each written as JSON.
func document(_ items: String..., head: String = #""title": "Harbour Notes""#) -> [UInt8] {
    Array(
        #"{"version": "https://jsonfeed.org/version/1.1", \#(head), "items": [\#(items.joined(separator: ","))]}"#.utf8)
}

/// The only story of a document with one item.
func story(_ item: String, head: String = #""title": "Harbour Notes""#) throws -> Story {
    let edition = try Feed.read(document(item, head: head))
    return edition.stories.count == 1 ? edition.stories[0] : Story(headline: "\(edition.stories.count) stories")
}

/// The export of a list.
func export(_ list: some StoryList) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try Feed.write(list, fileName: "feed.json") { bytes += $0 }
    return bytes
}

/// The list that comes of a document which arrives in parts of a size, with the lists given on the way.
func read(_ bytes: [UInt8], parts size: Int) throws -> (list: FeedList, given: [FeedList]) {
    var reader = FeedReader()
    var given: [FeedList] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
        if let list = try reader.consume(bytes[start..<min(start + size, bytes.count)]) { given.append(list) }
    }
    return (try reader.finish(), given)
}
