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
        let strict = FeedElementReader(isItem: true, base: nil, vocabularies)
        let isRead = context.withUnsafeBytes { reader?.read([$0, bytes], to: strict, isWhole: false) ?? false }
        // Of one that is cut the last text has not come to its end.
        if isRead, strict.isComplete { return (strict.element, .utf8) }
        // In the encoding of the document, which most of its items showed, or in another.
        let text = bytes.withMemoryRebound(to: UInt8.self) { TextDecoder.read($0) }
        let lenient = FeedElementReader(isItem: true, base: nil, vocabularies)
        (context + text.utf8).withUnsafeBytes { XMLRepair.read($0, to: lenient, entities: entities) }
        return (lenient.element, text.encoding)
    }
}
