import Newspaper
import TextDecoding

/// The stories of a feed, as far as it has been read: the document's bytes, a header for each story, and where in
/// the bytes it is. A story is decoded again when it is asked for.
package struct FeedList: StoryList {
    private let head: FeedHead
    private let items: FeedItems
    private let decoder: @Sendable () -> any FeedItemDecoding
    /// Whether the document broke off, or stopped being what it was, after its items had begun.
    package let isCutShort: Bool

    /// - Parameter decoder: makes the stories again of the bytes of their items.
    init(
        head: FeedHead, items: FeedItems, isCutShort: Bool, decoder: @escaping @Sendable () -> any FeedItemDecoding
    ) {
        self.head = head
        self.items = items
        self.isCutShort = isCutShort
        self.decoder = decoder
    }

    /// How the document is written; where its items differ, the first encoding that is not UTF-8.
    package var encoding: SourceText.Encoding { items.encoding }
    /// Whether the document itself says so.
    package var isDeclared: Bool { items.isDeclared }
    /// What could not be read as it was written, in the order of the items: the first `FeedReader.mostFaults`.
    package var faults: [FeedItemFault] { items.faults }
    /// How many there were in all.
    package var faultCount: Int { items.faultCount }
    /// What the feed says of itself; nil for an export of pages.
    package var feed: FeedDetails? { head.details == FeedDetails() ? nil : head.details }
    /// Whether it is an export of an edition, whose stories say themselves where they are filed.
    package var isExport: Bool { head.isExport }
    /// The feed's title; nil where it has none.
    package var title: String? { head.title }
    /// As the feed gives it; nil where it does not.
    package var language: String? { head.language }
    /// The pages of an export; another feed has none.
    package var pages: [Page] { head.pages }
    /// How many stories have been read.
    package var count: Int { items.table.count }
    /// In the order in which they first come.
    package var sections: [Section] { items.table.sections }
    /// The header at a position.
    package func header(at position: Int) -> StoryHeader { items.table[position] }
    /// Where a story is, by its id; nil where it is not there.
    package func position(of id: StoryID) -> Int? { items.table.position(of: id) }

    /// The story at a position, decoded again; nil where its bytes can no longer be read.
    package func story(at position: Int) -> Story? {
        var story = items.bytes.withBytes(items.places[position]) { decoder().story($0).story }
        story?.id = items.table[position].id
        return story
    }

    /// What belongs to the pages and to no story; decoded at every call.
    package var furniture: [String] { head.furniture(in: items.bytes) }
}
