import Feeds
import Newspaper

extension Format {
    /// JSON Feed (jsonfeed.org).
    static let jsonFeed = Format(type: .jsonFeed, role: .feed, suffixes: [".json", ".json.gz"]) {
        (file, content) throws(SourceFault) in
        let bytes = try file.stream.rest()
        guard let edition = try? Feed.read(bytes) else { throw .damaged(path: file.path, .jsonFeed) }
        content.add(StoriesInMemory(edition), path: file.path)
    }
}
