import Dispatch
import Newspaper
import TextDecoding

/// The items of a feed that is being read: the document's bytes, a header for each story, and where in the bytes it is.
struct FeedItems: Sendable {
    private(set) var bytes = FeedBytes()
    private(set) var table = HeaderTable()
    /// Where the stories of `table` are.
    private(set) var places: [Range<Int>] = []
    private(set) var faults: [FeedItemFault] = []
    private(set) var faultCount = 0
    var encoding = SourceText.Encoding.utf8
    /// Whether the document itself says that it is in `encoding`.
    var isDeclared = false
    /// Items that were decoded, whether or not they gave a story.
    private var decoded = 0
    /// Stories and bytes of the list that was given last.
    private var given = (stories: 0, bytes: 0)

    /// How many items one core decodes at a time.
    private static let batch = 32

    mutating func append(_ part: UnsafeRawBufferPointer) { bytes.append(part) }

    var isEmpty: Bool { table.count == 0 }
    /// Whether a list has been given.
    var isShown: Bool { given.stories > 0 }

    /// Whether so much has come since the last list that the next is worth showing: the first with 200 stories or after 4 MB,
    /// then each after five times as many bytes. If so, it counts as given.
    mutating func isWorthShowing() -> Bool {
        let isWorth =
            given.stories == 0
            ? table.count >= 200 || table.count > 0 && bytes.count >= 4 << 20
            : bytes.count >= given.bytes * 5 && table.count > given.stories
        if isWorth { given = (table.count, bytes.count) }
        return isWorth
    }

    private struct DecodedItem: Sendable {
        var header: StoryHeader?
        var faults: [FieldFault]
        var encoding: SourceText.Encoding
    }

    /// Decodes the items at these places, on all cores.
    mutating func decode(_ ranges: [Range<Int>], with decoder: @Sendable () -> any FeedItemDecoding) {
        guard !ranges.isEmpty else { return }
        let bytes = bytes
        let batches = (ranges.count + Self.batch - 1) / Self.batch
        let decodedItems = [[DecodedItem]](unsafeUninitializedCapacity: batches) { room, count in
            // Each batch is written by one thread, into its own place.
            nonisolated(unsafe) let places = room.baseAddress!
            DispatchQueue.concurrentPerform(iterations: batches) { batch in
                let decoder = decoder()
                let first = batch * Self.batch
                let items = ranges[first..<min(first + Self.batch, ranges.count)].map { range in
                    let (header, faults, encoding) = bytes.withBytes(range, decoder.header)
                    return DecodedItem(header: header, faults: faults, encoding: encoding)
                }
                (places + batch).initialize(to: items)
            }
            count = batches
        }
        for (range, item) in zip(ranges, decodedItems.joined()) { adopt(item, at: range) }
    }

    private mutating func adopt(_ item: DecodedItem, at range: Range<Int>) {
        decoded += 1
        faultCount += item.faults.count
        if encoding == .utf8 { encoding = item.encoding }
        for fault in item.faults.prefix(FeedReader.mostFaults - faults.count) {
            faults.append(FeedItemFault(item: decoded, field: fault.field, isLeftOut: fault.isLeftOut))
        }
        guard let header = item.header else { return }
        table.append(header)
        places.append(range)
    }
}
