import Newspaper
import TextDecoding

/// Reads a feed of XML (RSS, RDF, Atom, CDF) while its bytes arrive, and gives the list of what is there at growing distances.
package struct XMLFeedReader: Sendable {
    private var scanner = XMLFeedScanner()
    private var items = FeedItems()
    private var start: (head: FeedHead, context: [UInt8], entities: FeedEntities)?
    /// All of a document whose encoding is still to be found out.
    private var held: [UInt8]? = []
    private let encoding: SourceText.Encoding?

    /// - Parameter encoding: how the document is written; nil where that is to be found out.
    package init(as encoding: SourceText.Encoding? = nil) { self.encoding = encoding }

    /// Reads the next bytes, as `FeedReader.consume` does.
    package mutating func consume(_ part: UnsafeRawBufferPointer) -> FeedList? {
        if let held {
            self.held = held + part
            guard encoding == nil, let held = self.held, XMLEncoding.isStream(held) else { return nil }
            self.held = nil
            return held.withUnsafeBytes { read($0) }
        }
        return read(part)
    }

    /// The same of bytes in memory.
    package mutating func consume(_ part: ArraySlice<UInt8>) -> FeedList? {
        part.withUnsafeBytes { consume($0) }
    }

    /// Ends the document, and gives the list of all that was in it.
    ///
    /// - Throws: where it is no feed; one that broke off gives what came before (`FeedList.isCutShort`).
    package mutating func finish() throws(FeedFault) -> FeedList {
        if let held {
            self.held = nil
            let text = XMLEncoding.decode(held, as: encoding)
            (items.encoding, items.isDeclared) = (text.encoding, text.isDeclared)
            _ = text.utf8.withUnsafeBytes { read($0) }
        }
        scanner.finish()
        decode(scanner.drain())
        if (start ?? beginning()).entities.areNested { throw .nestedEntities }
        guard scanner.hasRoot || !items.isEmpty else { throw .notAFeed }
        return list(isWhole: true)
    }

    private mutating func read(_ part: UnsafeRawBufferPointer) -> FeedList? {
        items.append(part)
        scanner.scan(part)
        decode(scanner.drain())
        return items.isWorthShowing() ? list(isWhole: false) : nil
    }

    private mutating func decode(_ ranges: [Range<Int>]) {
        guard !ranges.isEmpty else { return }
        let start = start ?? beginning()
        self.start = start
        guard !start.entities.areNested else { return }
        items.decode(ranges) {
            XMLItemDecoder(head: start.head, context: start.context, entities: start.entities.texts)
        }
    }

    private func list(isWhole: Bool) -> FeedList {
        let start = start ?? beginning()
        let head = FeedHead(xml: scanner.head, entities: start.entities.texts)
        return FeedList(head: head, items: items, isCutShort: isWhole && scanner.isCut) {
            XMLItemDecoder(head: start.head, context: start.context, entities: start.entities.texts)
        }
    }

    /// What is known where the items begin.
    private func beginning() -> (head: FeedHead, context: [UInt8], entities: FeedEntities) {
        let entities = FeedEntities(scanner.head)
        return (FeedHead(xml: scanner.head, entities: entities.texts), scanner.context ?? [], entities)
    }
}
