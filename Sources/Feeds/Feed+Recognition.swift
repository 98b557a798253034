extension Feed {
    /// Whether a document that begins with these bytes of UTF-8 is a JSON Feed: an object that has, at its top level, a
    /// `version` of jsonfeed.org, an array `items`, or `_broadsheet`. A few kilobytes are enough; other JSON is none.
    package static func isFeed(head: UnsafeRawBufferPointer) -> Bool {
        var scanner = FeedScanner()
        scanner.scan(head)
        if scanner.itemsStart != nil || scanner.isAtExtension { return true }
        var bytes = FeedBytes()
        bytes.append(head)
        var feed = FeedHead()
        for field in scanner.drain().fields where field.name == "version" { feed.read(field, in: bytes) }
        return feed.isDeclared
    }
}
