import FoundationEssentials
import Markup
import Newspaper
import TextDecoding

/// Makes a story of an item's bytes, always the same one of the same bytes.
struct FeedItemDecoder: FeedItemDecoding {
    /// What is known of the feed where its items begin.
    private let head: FeedHead
    private let decoder = JSONDecoder()

    init(head: FeedHead) { self.head = head }

    /// The story, its id without regard to other stories of the list; nil where there is nothing to read in the item.
    func story(
        _ bytes: UnsafeRawBufferPointer
    ) -> (story: Story?, faults: [FieldFault], encoding: SourceText.Encoding) {
        var encoding = SourceText.Encoding.utf8
        var record = JSONText.decode(FeedItemRecord.self, from: bytes, with: decoder)
        var faults = record?.faults ?? [FieldFault(field: nil, isLeftOut: true)]
        if !faults.isEmpty, let repaired = JSONText.repaired(bytes),
            let mended = repaired.utf8.withUnsafeBytes({ JSONText.decode(FeedItemRecord.self, from: $0, with: decoder) }
            )
        {
            encoding = repaired.encoding
            let unmended = Set(mended.faults.map(\.field))
            // In another encoding every text was refused; that is no fault of the fields.
            let others = encoding == .utf8 ? faults : []
            faults =
                mended.faults
                + others.lazy.filter { !unmended.contains($0.field) }.map {
                    FieldFault(field: $0.field, isLeftOut: false)
                }
            record = mended
        }
        guard let record else { return (nil, faults, encoding) }
        let story = story(record)
        guard story.isEmpty, !head.isExport else { return (story, faults, encoding) }
        return (nil, [FieldFault(field: nil, isLeftOut: true)], encoding)
    }

    private func story(_ record: FeedItemRecord) -> Story {
        var story = Story()
        read(record.printed, into: &story)
        story.headline = head.isExport ? line(record.title) : record.title.map(HTMLText.line)?.unlessBlank
        readBody(record, into: &story)
        if let credits = record.printed?.credits {
            story.credits = credits.map { Credit($0.role, cleanLine($0.name)) }
        } else {
            let own = record.authors.map(\.clean)
            story.credits = (own.isEmpty ? head.details.authors : own).compactMap {
                $0.name.map { Credit(.reporter, $0) }
            }
        }
        let authors = record.authors.map(\.clean)
        if authors.contains(where: { $0.url != nil }) {
            story.web.authors = authors
        }

        var tags = record.tags.compactMap(line)
        if !head.isExport, story.section == nil { story.section = tags.first }
        if tags.first == story.section { tags = Array(tags.dropFirst()) }
        story.web.tags = tags

        let url = address(record.url)
        story.web.externalLink = address(record.externalURL)
        story.link = url ?? story.web.externalLink
        story.web.image = address(record.image)
        story.web.relations =
            record.printed?.relations.map { Relation(cleanLine($0.relation), cleanName($0.url)) } ?? []
        story.web.attachments = record.attachments.compactMap(clean)
        story.web.modified = line(record.printed?.modified) ?? line(record.modified)
        story.web.language = line(record.language)
        let published = line(record.published)
        // What `Feed.write` derives from the page is no date of the story's own.
        if let own = line(record.printed?.published) {
            story.web.published = own
        } else if published != Feed.published(page: story.page, of: head.pages) {
            story.web.published = published
        }

        identify(&story, record, address: url, day: published)
        return story
    }

    /// What an export of ours says of the story beyond what a feed can.
    private func read(_ printed: PrintedRecord?, into story: inout Story) {
        guard let printed else { return }
        story.kind = printed.kind.flatMap(Story.Kind.init) ?? .story
        if let page = printed.page.flatMap({ Int(exactly: $0) }), head.pages.indices.contains(page) {
            story.page = page
        }
        story.section = line(printed.section)
        story.isHighlighted = printed.isHighlighted
        story.kicker = line(printed.kicker)
        story.deck = line(printed.deck)
        story.byline = line(printed.byline)
        story.continues = line(printed.continues)
        story.continued = line(printed.continued)
        if let box = printed.box { story.places = [StoryPlace(page: story.page, box: box, heading: box)] }
        story.photos = printed.photos.map { Photo(caption: cleanText($0.caption), credit: $0.credit.map(cleanText)) }
    }

    /// The body: blocks where an export gives them, else those of the HTML, which says most, else the first text that there is.
    private func readBody(_ record: FeedItemRecord, into story: inout Story) {
        let base = name(record.url) ?? name(record.externalURL) ?? head.details.homePage
        let html = record.html?.unlessBlank.map {
            String(decoding: FeedMarkup.read($0, base: base).html, as: UTF8.self)
        }
        let isMade = record.printed?.html == FeedItem.madeOfBody
        story.web.html = isMade ? nil : html.map(cleanText)?.unlessBlank
        story.web.summary = record.summary?.unlessBlank.map(cleanText)
        story.body =
            record.printed?.body
            ?? html.map { HTMLText($0, base: base).blocks }?.unlessEmpty
            ?? (record.text?.unlessBlank ?? record.summary?.unlessBlank).map(Block.paragraphs) ?? []
    }

    /// Gives the story its id: an export's is ours, another feed's is of the feed and the item's own id, so that a
    /// corrected text keeps it. Without an id the address stands for it, and without both the story's words.
    private func identify(_ story: inout Story, _ record: FeedItemRecord, address: String?, day: String?) {
        let id = name(record.id)
        if head.isExport, let ours = record.printed?.id.flatMap({ StoryID($0) }) {
            story.id = ours
            story.web.id = id
        } else if head.isExport, let ours = id.flatMap({ StoryID($0) }) {
            story.id = ours
        } else {
            story.web.id = id
            if let own = id ?? address, let feed = head.identity {
                story.id = StoryID(feed: feed, item: own)
            } else {
                story.name(date: day.map { String($0.prefix(10)) })
            }
        }
    }

    private func clean(_ attachment: Attachment) -> Attachment? {
        address(attachment.url).map { url in
            Attachment(
                url: url, title: line(attachment.title), type: line(attachment.type), size: attachment.size,
                duration: attachment.duration)
        }
    }

    /// A text of one line; nil where it is blank.
    private func line(_ text: String?) -> String? { text.map(cleanLine)?.unlessBlank }

    /// An address; nil where it is blank, or would do something by itself.
    private func address(_ text: String?) -> String? { name(text).flatMap { FeedAddress.isHarmless($0) ? $0 : nil } }

    /// An id or an address; nil where it is blank.
    private func name(_ text: String?) -> String? { text.map(cleanName)?.unlessBlank }
}

extension Story {
    /// Whether there is nothing in it to read or to open.
    var isEmpty: Bool {
        headline == nil && body.isEmpty && photos.isEmpty && link == nil && web.image == nil && web.attachments.isEmpty
            && kicker == nil && deck == nil && byline == nil
    }
}

extension String {
    /// nil where there is nothing but white space in it.
    var unlessBlank: String? {
        unicodeScalars.contains { !$0.properties.isWhitespace } ? self : nil
    }
}

extension Block {
    /// The lines of a plain text; blank ones part paragraphs and are none.
    static func paragraphs(_ text: String) -> [Block] {
        var text = text
        return text.withUTF8 { bytes in
            TextDecoder.read(bytes).utf8.split { $0 == 0x0A || $0 == 0x0C }.compactMap { line in
                guard line.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { return nil }
                return Block(.paragraph, String(decoding: line, as: UTF8.self))
            }
        }
    }
}

extension [Block] {
    fileprivate var unlessEmpty: [Block]? { isEmpty ? nil : self }
}
