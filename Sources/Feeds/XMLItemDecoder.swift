import Markup
import Newspaper
import TextDecoding
import XML

/// Makes a story of the bytes of an item of XML.
///
/// Expat reads the item in the tags that are open around it; what is not well-formed is read again by `XMLRepair`.
final class XMLItemDecoder: FeedItemDecoding {
    private let head: FeedHead
    private let context: [UInt8]
    private let entities: [String: String]
    private let reader = XMLReader()
    private let vocabularies = FeedVocabularies()
    /// What has read the start tags around the items, and the items since; nil where expat is to begin anew.
    private var strict: FeedElementReader?

    /// - Parameters:
    ///   - head: what is known of the feed where its items begin.
    ///   - context: the start tags of the elements around the items.
    ///   - entities: texts of the document's own entities by name.
    init(head: FeedHead, context: [UInt8], entities: [String: String]) {
        (self.head, self.context, self.entities) = (head, context, entities)
    }

    func story(_ bytes: UnsafeRawBufferPointer) -> (story: Story?, faults: [FieldFault], encoding: SourceText.Encoding)
    {
        let (element, encoding) = element(bytes)
        guard !element.isBlank else { return (nil, [FieldFault(field: nil, isLeftOut: true)], encoding) }
        return (XMLStory(element, of: head).story, [], encoding)
    }

    func header(
        _ bytes: UnsafeRawBufferPointer
    ) -> (header: StoryHeader?, faults: [FieldFault], encoding: SourceText.Encoding) {
        let (element, encoding) = element(bytes)
        guard !element.isBlank else { return (nil, [FieldFault(field: nil, isLeftOut: true)], encoding) }
        var story = XMLStory(headOf: element, of: head)
        return (story.header, [], encoding)
    }

    private func element(_ bytes: UnsafeRawBufferPointer) -> (FeedElement, SourceText.Encoding) {
        if let element = wellFormed(bytes) { return (element, .utf8) }
        // In the encoding of the document, which most of its items showed, or in another.
        let text = bytes.withMemoryRebound(to: UInt8.self) { TextDecoder.read($0) }
        let lenient = FeedElementReader(isItem: true, base: nil, vocabularies)
        (context + text.utf8).withUnsafeBytes { XMLRepair.read($0, to: lenient, entities: entities) }
        return (lenient.element, text.encoding)
    }

    /// Reads an item after those that were read before, as if they were one document; nil where it is not well-formed, or cut.
    private func wellFormed(_ bytes: UnsafeRawBufferPointer) -> FeedElement? {
        guard let reader else { return nil }
        let strict = self.strict ?? FeedElementReader(isItem: true, base: nil, vocabularies)
        if self.strict == nil {
            reader.begin()
            guard context.withUnsafeBytes({ reader.read($0, to: strict) }) else { return nil }
            strict.beginItems()
            self.strict = strict
        }
        let isRead = reader.read(bytes, to: strict)
        // Of one that is cut the last text has not come to its end.
        let element = isRead && strict.isComplete ? strict.element : nil
        if element == nil || !strict.beginNextItem() { self.strict = nil }
        return element
    }
}
