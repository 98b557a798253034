import Newspaper
import TextDecoding

/// Reads a JSON Feed while its bytes arrive, and gives the list of what is there at growing distances, so that the first
/// screen is shown long before the last story is read.
package struct FeedReader: Sendable {
    /// How many faults a list names; of a broken feed that is enough.
    package static let mostFaults = 1_000

    private var scanner = FeedScanner()
    private var items = FeedItems()
    private var head = FeedHead()
    /// What is known of the feed where its items begin; nil until something tells the feed from others.
    private var itemHead: FeedHead?
    /// Items that wait for `itemHead`.
    private var waiting: [Range<Int>] = []
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
            (held, items.encoding) = (text.utf8, text.encoding)
        }
        if isUTF8 != true { _ = try readHeld() }
        if itemHead == nil { decode(waiting, with: head) }
        guard head.isDeclared || !items.isEmpty else { throw .notAFeed }
        if head.hasOtherItems, items.isEmpty { throw .itemsAreNoList }
        return list(isWhole: true)
    }

    private mutating func readHeld() throws(FeedFault) -> FeedList? {
        let held = held
        self.held = []
        return try held.withUnsafeBufferPointer { bytes throws(FeedFault) in try read(UnsafeRawBufferPointer(bytes)) }
    }

    private mutating func read(_ part: UnsafeRawBufferPointer) throws(FeedFault) -> FeedList? {
        guard !scanner.isAtEnd else { return nil }
        items.append(part)
        scanner.scan(part)
        let (fields, found) = scanner.drain()
        let itemsStart = scanner.itemsStart
        for field in fields where field.value.lowerBound < itemsStart ?? .max { head.read(field, in: items.bytes) }
        if itemHead == nil, itemsStart != nil, waiting.isEmpty, head.identity != nil || head.isExport {
            itemHead = head
        }
        for field in fields where field.value.lowerBound >= itemsStart ?? .max { head.read(field, in: items.bytes) }
        guard itemsStart != nil || !scanner.isBroken else { throw .notAFeed }
        if let itemHead {
            decode(found, with: itemHead)
        } else {
            waiting += found
        }
        return items.isWorthShowing() ? list : nil
    }

    private mutating func decode(_ ranges: [Range<Int>], with head: FeedHead) {
        items.decode(ranges) { FeedItemDecoder(head: head) }
    }

    private func list(isWhole: Bool) -> FeedList {
        let itemHead = itemHead ?? head
        return FeedList(
            head: head, items: items, isCutShort: isWhole && !scanner.isComplete
        ) { FeedItemDecoder(head: itemHead) }
    }
}
