import FoundationEssentials
import Newspaper

extension Feed {
    /// Writes a list as one document, item by item, so that only one story is held at a time.
    ///
    /// - Parameters:
    ///   - fileName: the title where neither publication nor page has a name.
    ///   - markup: makes HTML of a story's body; nil where that says no more than its text.
    ///   - write: called with each part of the document, in order; UTF-8.
    /// - Returns: how many stories are missing because their words can no longer be read.
    @discardableResult
    package static func write(
        _ list: any StoryList, fileName: String, markup: (Story) -> String? = { _ in nil },
        to write: (ArraySlice<UInt8>) throws -> Void
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
        try put("updated", feed.updated.flatMap(date))
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
            let html = story.web.html == nil ? markup(story) : nil
            try put(FeedItem(story, published: published(story, of: pages), markup: html))
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

    /// A time as JSON Feed has it, RFC 3339; nil where it cannot be read.
    static func date(_ text: String) -> String? {
        guard let time = FeedTime(text) else { return nil }
        // What is written so keeps its parts of seconds.
        return isRFC3339(text) ? text : time.rfc3339
    }

    /// RFC 3339, 5.6: 2026-03-05T02:25:00.5+08:00.
    private static func isRFC3339(_ text: String) -> Bool {
        var rest = Substring(text).utf8[...]
        func digits(_ count: Int) -> Bool {
            guard rest.count >= count, rest.prefix(count).allSatisfy({ (0x30...0x39).contains($0) }) else {
                return false
            }
            rest = rest.dropFirst(count)
            return true
        }
        func byte(_ bytes: StaticString) -> Bool {
            let known = UnsafeBufferPointer(start: bytes.utf8Start, count: bytes.utf8CodeUnitCount)
            guard let first = rest.first, known.contains(first) else { return false }
            rest = rest.dropFirst()
            return true
        }
        guard digits(4), byte("-"), digits(2), byte("-"), digits(2), byte("T"), digits(2), byte(":"), digits(2),
            byte(":"),
            digits(2)
        else { return false }
        if byte(".") {
            guard digits(1) else { return false }
            while digits(1) {}
        }
        if byte("Z") { return rest.isEmpty }
        return byte("+-") && digits(2) && byte(":") && digits(2) && rest.isEmpty
    }

    /// When a story that has no time of its own was published: by its page, and of one of the web by no other.
    package static func published(_ story: Story, of pages: [Page]) -> String? {
        published(page: story.page, of: pages, isOfWeb: story.link != nil || story.web.id != nil)
    }

    /// When the stories of a page were published, RFC 3339: at the beginning of the page's day, else of the edition's.
    ///
    /// - Parameter isOfWeb: whether the story is of the web, where no other page says when.
    static func published(page: Int, of pages: [Page], isOfWeb: Bool = false) -> String? {
        let own = pages.indices.contains(page) ? pages[page].date : nil
        if isOfWeb { return own.map { $0 + "T00:00:00Z" } }
        return (own ?? pages.lazy.compactMap(\.date).first).map { $0 + "T00:00:00Z" }
    }
}
