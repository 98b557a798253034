import Newspaper

extension Feed {
    /// Reads a small feed at once, with all of its stories; a large one is read by `FeedReader`.
    package static func read(_ bytes: [UInt8]) throws(FeedFault) -> Edition {
        try list(bytes).edition
    }

    /// The list of a whole document.
    package static func list(_ bytes: [UInt8]) throws(FeedFault) -> FeedList {
        var reader = FeedReader()
        _ = try reader.consume(bytes[...])
        return try reader.finish()
    }
}

extension FeedList {
    /// All stories, decoded; for lists that are small.
    package var edition: Edition {
        Edition(
            title: title, language: language, pages: pages, stories: (0..<count).compactMap(story),
            furniture: furniture,
            feed: feed
        )
    }
}
