import Markup
import Newspaper
import TextDecoding
import XML

/// An OPML document as stories: one for each feed that somebody follows, filed in sections as the document has them.
package struct OutlineList: StoryList {
    /// The entries, one for each story.
    package let outlines: [Outline]
    /// How the document is written.
    package let encoding: SourceText.Encoding
    /// Whether the document broke off.
    package let isCutShort: Bool
    private let list: StoriesInMemory

    /// What parts the names of sections that are in each other.
    static let separator = " / "

    /// Reads a document.
    ///
    /// - Parameter given: how it is written; nil where that is to be found out.
    /// - Throws: where it is no OPML, declares entities of entities, or has no entry.
    package init(_ bytes: [UInt8], as given: SourceText.Encoding? = nil) throws(FeedFault) {
        let text = XMLEncoding.decode(bytes, as: given)
        encoding = text.encoding
        let entities = FeedEntities(Array(text.utf8.prefix(1 << 20)))
        guard !entities.areNested else { throw .nestedEntities }
        var reader = OutlineReader()
        if !XMLReader.read(text.utf8, to: reader) || !reader.isWhole {
            reader = OutlineReader()
            text.utf8.withUnsafeBytes { XMLRepair.read($0, to: reader, entities: entities.texts) }
        }
        guard reader.isOPML else { throw .notAFeed }
        outlines = reader.outlines
        // The repair ends what is open.
        isCutShort = ByteSearch.find("</opml", in: text.utf8) == nil && ByteSearch.find("</OPML", in: text.utf8) == nil
        guard !outlines.isEmpty else { throw isCutShort ? .notAFeed : .itemsAreNoList }
        let owner = Author(
            name: reader.head["ownername"], url: reader.head["ownerid"], email: reader.head["owneremail"])
        let details = FeedDetails(
            authors: owner == Author() ? [] : [owner],
            updated: reader.head["datemodified"] ?? reader.head["datecreated"])
        list = StoriesInMemory(
            Edition(
                title: reader.head["title"], stories: outlines.map(\.story),
                feed: details == FeedDetails() ? nil : details))
    }

    /// What the document is called.
    package var title: String? { list.title }
    /// Nothing tells.
    package var language: String? { nil }
    /// None.
    package var pages: [Page] { [] }
    /// How many entries there are.
    package var count: Int { list.count }
    /// In the order of the document.
    package var sections: [Section] { list.sections }
    /// None.
    package var furniture: [String] { [] }
    /// Whose list it is, and of when.
    package var feed: FeedDetails? { list.feed }
    /// The header at a position.
    package func header(at position: Int) -> StoryHeader { list.header(at: position) }
    /// Where an entry is, by its id; nil where it is not there.
    package func position(of id: StoryID) -> Int? { list.position(of: id) }
    /// The entry at a position.
    package func story(at position: Int) -> Story? { list.story(at: position) }
}

extension Outline {
    /// The entry as a story: its feed is a file that comes with it, so that it can be opened. It is known by the feed's address, in
    /// whatever list that stands.
    var story: Story {
        var story = Story(section: path.isEmpty ? nil : path.joined(separator: OutlineList.separator), link: page)
        let isText = feed == nil && page == nil
        if isText {
            story.body = [title, text].compactMap(\.self).uniqued.flatMap { HTMLText($0).blocks }
        } else {
            story.headline = (title ?? text).map(HTMLText.line)?.unlessBlank
            if let text, let title, text != title { story.deck = HTMLText.line(text).unlessBlank }
        }
        if let description { story.body += Block.paragraphs(description) }
        if let feed {
            let address = Link(feed) == nil ? [] : [Span(.link(feed), 0..<feed.utf8.count)]
            story.body.append(Block(.paragraph, feed, spans: address))
            story.web.attachments = [Attachment(url: feed, type: mediaType)]
        }
        story.web.tags = tags
        story.web.published = created
        story.web.language = language
        if let address = feed ?? page {
            story.id = StoryID(feed: "", item: address)
        } else {
            story.name(date: nil)
        }
        return story
    }
}

extension [String] {
    /// Without repetitions, in order.
    fileprivate var uniqued: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
