import Newspaper
import TextDecoding

/// The stories of a JSON Feed, as far as it has been read: the document's bytes, a header for each story, and where in
/// the bytes it is. A story is decoded again when it is asked for.
package struct FeedList: StoryList {
    private let head: FeedHead
    /// What was known of the feed where its items began: what the items are decoded with.
    private let itemHead: FeedHead
    private let bytes: FeedBytes
    private let table: HeaderTable
    private let places: [Range<Int>]
    /// How the document is written; where its items differ, the first encoding that is not UTF-8.
    package let encoding: SourceText.Encoding
    /// What could not be read as it was written, in the order of the items: the first `FeedReader.mostFaults`.
    package let faults: [FeedItemFault]
    /// How many there were in all.
    package let faultCount: Int
    /// Whether the document broke off, or stopped being JSON, after its items had begun.
    package let isCutShort: Bool

    init(
        head: FeedHead, itemHead: FeedHead, bytes: FeedBytes, table: HeaderTable, places: [Range<Int>],
        encoding: SourceText.Encoding, faults: [FeedItemFault], faultCount: Int, isCutShort: Bool
    ) {
        self.head = head
        self.itemHead = itemHead
        self.bytes = bytes
        self.table = table
        self.places = places
        self.encoding = encoding
        self.faults = faults
        self.faultCount = faultCount
        self.isCutShort = isCutShort
    }

    /// The feed's title; nil where it has none.
    package var title: String? { head.title }
    /// As the feed gives it; nil where it does not.
    package var language: String? { head.language }
    /// The pages of an export; another feed has none.
    package var pages: [Page] { head.pages }
    /// How many stories have been read.
    package var count: Int { table.count }
    /// In the order in which they first come.
    package var sections: [Section] { table.sections }
    /// The header at a position.
    package func header(at position: Int) -> StoryHeader { table[position] }
    /// Where a story is, by its id; nil where it is not there.
    package func position(of id: StoryID) -> Int? { table.position(of: id) }

    /// The story at a position, decoded again; nil where its bytes can no longer be read.
    package func story(at position: Int) -> Story? {
        var story = bytes.withBytes(places[position]) { FeedItemDecoder(head: itemHead).story($0).story }
        story?.id = table[position].id
        return story
    }

    /// What belongs to the pages and to no story; decoded at every call.
    package var furniture: [String] { head.furniture(in: bytes) }
}
