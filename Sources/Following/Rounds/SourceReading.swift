import Feeds
import Files
import Newspaper
import Sources

/// Makes stories of what a source gave, whatever its format.
enum SourceReading {
    /// What was read.
    struct Reading {
        var list: any StoryList
        /// Whether it is a feed, and no page or book.
        var isFeed: Bool
    }

    /// The stories of a fetched body.
    ///
    /// - Parameter name: what a fault calls it.
    static func read(_ bytes: [UInt8], name: String) throws(SourceFault) -> Reading {
        let loader = ContentLoader(memory: [memory: [MemoryFile(name: name, bytes: bytes)]])
        return try result(of: loader.load([EditionReference(.memory(memory))]))
    }

    /// The article of a page of the web; nil where there is none to be read.
    static func article(_ bytes: [UInt8], address: String) -> Story? {
        guard let reading = try? read(bytes, name: address), !reading.isFeed else { return nil }
        return reading.list.story(at: 0)
    }

    /// The stories of the latest edition in a folder.
    static func read(folder: FileName, while goesOn: () -> Bool) throws(SourceFault) -> Reading {
        let catalog = Catalog.find([folder], .latest) { _ in goesOn() }
        if catalog.latest.isEmpty, let fault = catalog.faults.first { throw fault }
        return try result(of: ContentLoader().load(catalog.latest) { _ in goesOn() })
    }

    private static func result(of content: LoadedContent) throws(SourceFault) -> Reading {
        if content.list.isEmpty, let fault = content.faults.first { throw fault }
        return Reading(list: content.list, isFeed: content.list is FeedList)
    }

    private static let memory = "source"
}
