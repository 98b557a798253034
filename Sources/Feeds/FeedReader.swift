import Dispatch
import Newspaper
import TextDecoding

/// Reads a JSON Feed while its bytes arrive, and gives the list of what is there at growing distances, so that the first
/// screen is shown long before the last story is read.
package struct FeedReader: Sendable {
    /// How many faults a list names; of a broken feed that is enough.
    package static let mostFaults = 1_000

    private var scanner = FeedScanner()
    private var bytes = FeedBytes()
    private var head = FeedHead()
    /// What is known of the feed where its items begin; nil until something tells the feed from others.
    private var itemHead: FeedHead?
    private var table = HeaderTable()
    /// Where the stories of `table` are.
    private var places: [Range<Int>] = []
    /// Items that wait for `itemHead`.
    private var waiting: [Range<Int>] = []
    /// Items that were decoded, whether or not they gave a story.
    private var decoded = 0
    private var faults: [FeedItemFault] = []
    private var faultCount = 0
    private var encoding = SourceText.Encoding.utf8
    /// Stories and bytes of the list that was given last.
    private var given = (stories: 0, bytes: 0)
    /// The beginning of the document, until it shows the encoding; all of a document that is no UTF-8.
    private var held: [UInt8] = []
    private var isUTF8: Bool?

    /// A reader that has been given nothing yet.
    package init() {}

    /// The list of what has been read so far.
    package var list: FeedList { list(isWhole: false) }

    /// Reads the next bytes. Parts of about a megabyte give the first list soon and keep all cores busy.
    ///
    /// - Returns: the list as it is now, where so much has come since the last that it is worth showing: the first with
    ///   200 stories or after 4 MB, then each after five times as many bytes.
    package mutating func consume(_ part: UnsafeRawBufferPointer) throws(FeedFault) -> FeedList? {
        guard isUTF8 != true else { return try read(part) }
        held += part
        guard isUTF8 == nil, held.count >= 4 else { return nil }
        // JSON has no zero bytes, and UTF-16 has one in each of the first characters.
        isUTF8 = !held.starts(with: [0xFF, 0xFE]) && !held.starts(with: [0xFE, 0xFF]) && !held.prefix(4).contains(0)
        return isUTF8 == true ? try readHeld() : nil
    }

    /// The same of bytes in memory.
    package mutating func consume(_ part: ArraySlice<UInt8>) throws(FeedFault) -> FeedList? {
        try part.withUnsafeBufferPointer { bytes throws(FeedFault) in try consume(UnsafeRawBufferPointer(bytes)) }
    }

    /// Ends the document, and gives the list of all that was in it.
    ///
    /// - Throws: where it was no feed; one that broke off gives what came before (`FeedList.isCutShort`).
    package mutating func finish() throws(FeedFault) -> FeedList {
        if isUTF8 == false {
            let text = TextDecoder.read(held)
            (held, encoding) = (text.utf8, text.encoding)
        }
        if isUTF8 != true { _ = try readHeld() }
        if itemHead == nil { decode(waiting, with: head) }
        guard head.isDeclared || table.count > 0 else { throw .notAFeed }
        if head.hasOtherItems, table.count == 0 { throw .itemsAreNoList }
        return list(isWhole: true)
    }

    private mutating func readHeld() throws(FeedFault) -> FeedList? {
        let held = held
        self.held = []
        return try held.withUnsafeBufferPointer { bytes throws(FeedFault) in try read(UnsafeRawBufferPointer(bytes)) }
    }

    private mutating func read(_ part: UnsafeRawBufferPointer) throws(FeedFault) -> FeedList? {
        guard !scanner.isAtEnd else { return nil }
        bytes.append(part)
        scanner.scan(part)
        let (fields, items) = scanner.drain()
        let itemsStart = scanner.itemsStart
        for field in fields where field.value.lowerBound < itemsStart ?? .max { head.read(field, in: bytes) }
        if itemHead == nil, itemsStart != nil, waiting.isEmpty, head.identity != nil || head.isExport {
            itemHead = head
        }
        for field in fields where field.value.lowerBound >= itemsStart ?? .max { head.read(field, in: bytes) }
        guard itemsStart != nil || !scanner.isBroken else { throw .notAFeed }
        if let itemHead {
            decode(items, with: itemHead)
        } else {
            waiting += items
        }
        guard isWorthShowing else { return nil }
        given = (table.count, bytes.count)
        return list
    }

    private var isWorthShowing: Bool {
        if given.stories == 0 { return table.count >= 200 || table.count > 0 && bytes.count >= 4 << 20 }
        return bytes.count >= given.bytes * 5 && table.count > given.stories
    }

    private func list(isWhole: Bool) -> FeedList {
        FeedList(
            head: head, itemHead: itemHead ?? head, bytes: bytes, table: table, places: places, encoding: encoding,
            faults: faults, faultCount: faultCount, isCutShort: isWhole && !scanner.isComplete)
    }

    // MARK: - Items

    private struct DecodedItem: Sendable {
        var header: StoryHeader?
        var faults: [FieldFault]
        var encoding: SourceText.Encoding
    }

    /// How many items one core decodes at a time.
    private static let batch = 32

    private mutating func decode(_ ranges: [Range<Int>], with head: FeedHead) {
        guard !ranges.isEmpty else { return }
        let bytes = bytes
        let batches = (ranges.count + Self.batch - 1) / Self.batch
        let decodedItems = [[DecodedItem]](unsafeUninitializedCapacity: batches) { room, count in
            // Each batch is written by one thread, into its own place.
            nonisolated(unsafe) let places = room.baseAddress!
            DispatchQueue.concurrentPerform(iterations: batches) { batch in
                let decoder = FeedItemDecoder(head: head)
                let first = batch * Self.batch
                let items = ranges[first..<min(first + Self.batch, ranges.count)].map { range in
                    let (story, faults, encoding) = bytes.withBytes(range, decoder.story)
                    return DecodedItem(header: story?.header, faults: faults, encoding: encoding)
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
        for fault in item.faults.prefix(Self.mostFaults - faults.count) {
            faults.append(FeedItemFault(item: decoded, field: fault.field, isLeftOut: fault.isLeftOut))
        }
        guard let header = item.header else { return }
        table.append(header)
        places.append(range)
    }
}
