import TextDecoding

extension Feed {
    /// Whether a document that begins with these bytes is a JSON Feed: an object that has, at its top level, a `version`
    /// of jsonfeed.org or an array `items`. A few kilobytes are enough; other JSON is none.
    package static func isFeed(head: UnsafeRawBufferPointer) -> Bool {
        guard isUTF8(head) else {
            let text = TextDecoder.read(Array(head))
            return text.encoding != .utf8 && text.utf8.withUnsafeBytes { isFeedInUTF8($0) }
        }
        return isFeedInUTF8(head)
    }

    private static func isFeedInUTF8(_ head: UnsafeRawBufferPointer) -> Bool {
        var scanner = FeedScanner()
        scanner.scan(head)
        if scanner.itemsStart != nil { return true }
        var bytes = FeedBytes()
        bytes.append(head)
        var feed = FeedHead()
        for field in scanner.drain().fields where field.name == "version" { feed.read(field, in: bytes) }
        return feed.isDeclared
    }

    /// Whether a document can be UTF-8; JSON has no zero bytes, and UTF-16 has one in each of the first characters.
    static func isUTF8(_ head: UnsafeRawBufferPointer) -> Bool {
        !head.starts(with: [0xFF, 0xFE]) && !head.starts(with: [0xFE, 0xFF]) && !head.prefix(4).contains(0)
    }
}
