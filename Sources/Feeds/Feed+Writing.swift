import FoundationEssentials
import Newspaper

extension Feed {
    /// Writes a list as one document, item by item, so that only one story is held at a time.
    ///
    /// - Parameters:
    ///   - fileName: the title where neither publication nor page has a name.
    ///   - write: called with each part of the document, in order; UTF-8.
    /// - Returns: how many stories are missing because their words can no longer be read.
    @discardableResult
    package static func write(
        _ list: any StoryList, fileName: String, to write: (ArraySlice<UInt8>) throws -> Void
    ) throws -> Int {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        func put(_ value: some Encodable) throws { try write(ArraySlice(encoder.encode(value))) }
        func put(text: String) throws { try write(ArraySlice(text.utf8)) }

        try put(text: #"{"version":"#)
        try put(version)
        try put(text: #","title":"#)
        try put(list.title ?? list.pages.lazy.compactMap(\.name).first ?? fileName)
        let feed = list.feed ?? FeedDetails()
        func put(_ key: String, _ value: (some Encodable)?) throws {
            guard let value else { return }
            try put(text: ",\"\(key)\":")
            try put(value)
        }
        try put("home_page_url", feed.homePage)
        try put("feed_url", feed.address)
        try put("description", feed.description)
        try put("icon", feed.icon)
        try put("favicon", feed.favicon)
        if !feed.authors.isEmpty { try put("authors", feed.authors.map(FeedAuthor.init)) }
        try put("language", list.language)
        try put(text: #","_broadsheet":{"pages":"#)
        try put(list.pages.map(FeedPage.init))
        try put("updated", feed.updated.map(date))
        if !feed.tags.isEmpty { try put("tags", feed.tags) }
        if !feed.relations.isEmpty { try put("relations", feed.relations.map(FeedRelation.init)) }
        try put(text: #","furniture":["#)
        for (place, text) in list.furniture.enumerated() {
            try put(text: place == 0 ? "\n" : ",\n")
            try put(text)
        }
        try put(text: #"]},"items":["#)
        let pages = list.pages
        var written = 0
        for position in 0..<list.count {
            guard let story = list.story(at: position) else { continue }
            try put(text: written == 0 ? "\n" : ",\n")
            try put(FeedItem(story, published: published(page: story.page, of: pages)))
            written += 1
        }
        try put(text: "]}\n")
        return list.count - written
    }

    /// The same of an edition in memory.
    package static func write(_ edition: Edition, fileName: String, to write: (ArraySlice<UInt8>) throws -> Void) throws
    {
        try Self.write(StoriesInMemory(edition), fileName: fileName, to: write)
    }

    /// A time as JSON Feed has it, RFC 3339, where it can be read.
    static func date(_ text: String) -> String {
        // What is written so keeps its parts of seconds.
        let isWritten = text.utf8.count >= 20 && text.utf8.dropFirst(10).first == UInt8(ascii: "T")
        return isWritten ? text : FeedTime(text)?.rfc3339 ?? text
    }

    /// When the stories of a page were published, RFC 3339: at the beginning of the page's day, else of the edition's.
    package static func published(page: Int, of pages: [Page]) -> String? {
        let own = pages.indices.contains(page) ? pages[page].date : nil
        return (own ?? pages.lazy.compactMap(\.date).first).map { $0 + "T00:00:00Z" }
    }
}
