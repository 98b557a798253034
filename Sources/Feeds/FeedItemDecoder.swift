import FoundationEssentials
import Newspaper
import TextDecoding

/// Makes a story of an item's bytes, always the same one of the same bytes.
struct FeedItemDecoder {
    /// What is known of the feed where its items begin.
    private let head: FeedHead
    private let decoder = JSONDecoder()

    init(head: FeedHead) { self.head = head }

    /// The story, its id without regard to other stories of the list; nil where there is nothing to read in the item.
    func story(_ bytes: UnsafeRawBufferPointer) -> (story: Story?, faults: [FieldFault]) {
        var record = JSONText.decode(FeedItemRecord.self, from: bytes, with: decoder)
        var faults = record?.faults ?? [FieldFault(field: nil, isLeftOut: true)]
        if !faults.isEmpty, let repaired = JSONText.repaired(bytes),
            let mended = repaired.withUnsafeBytes({ JSONText.decode(FeedItemRecord.self, from: $0, with: decoder) })
        {
            let unmended = Set(mended.faults.map(\.field))
            faults =
                mended.faults
                + faults.lazy.filter { !unmended.contains($0.field) }.map {
                    FieldFault(field: $0.field, isLeftOut: false)
                }
            record = mended
        }
        guard let record else { return (nil, faults) }
        let story = story(record)
        guard story.isEmpty else { return (story, faults) }
        return (nil, [FieldFault(field: nil, isLeftOut: true)])
    }

    private func story(_ record: FeedItemRecord) -> Story {
        let printed = record.printed
        var story = Story()
        story.kind = printed?.kind.flatMap(Story.Kind.init) ?? .story
        story.page =
            printed?.page.flatMap { Int(exactly: $0) }.flatMap { head.pages.indices.contains($0) ? $0 : nil } ?? 0
        story.headline = (head.isExport ? record.title.map(cleanLine) : record.title.map(HTMLText.line))?.unlessBlank
        story.kicker = printed?.kicker.map(cleanLine)
        story.deck = printed?.deck.map(cleanLine)
        story.byline = printed?.byline.map(cleanLine)
        story.continues = printed?.continues.map(cleanLine)
        story.continued = printed?.continued.map(cleanLine)
        story.photos = (printed?.photos ?? []).map {
            Photo(caption: cleanText($0.caption), credit: $0.credit.map(cleanText))
        }
        read(record, into: &story)
        if let printed {
            story.credits = printed.credits.map { Credit($0.role, cleanLine($0.name)) }
        } else {
            let names = record.authors.map(cleanLine)
            story.credits = (names.isEmpty ? head.authors : names).compactMap(\.unlessBlank).map {
                Credit(.reporter, $0)
            }
        }

        var tags = record.tags.map(cleanLine)
        story.section = printed?.section.map(cleanLine) ?? (printed == nil || !head.isExport ? tags.first : nil)
        if tags.first == story.section { tags = Array(tags.dropFirst()) }
        story.web.tags = tags

        let url = record.url?.unlessBlank
        story.web.externalLink = record.externalURL?.unlessBlank.map(cleanLine)
        story.link = url.map(cleanLine) ?? story.web.externalLink
        story.web.image = record.image?.unlessBlank.map(cleanLine)
        story.web.attachments = record.attachments.map(clean)
        story.web.modified = record.modified?.unlessBlank.map(cleanLine)
        let published = record.published?.unlessBlank.map(cleanLine)
        // What `Feed.write` derives from the page is no date of the story's own.
        if published != Feed.published(page: story.page, of: head.pages) { story.web.published = published }
        name(&story, record, day: published)
        return story
    }

    /// The body: blocks where an export gives them, else the first text that there is.
    private func read(_ record: FeedItemRecord, into story: inout Story) {
        story.web.html = record.html?.unlessBlank.map(cleanText)
        if let blocks = record.printed?.body {
            story.body = blocks.map { Block($0.kind, cleanText($0.text)) }
        } else if let text = record.text?.unlessBlank {
            story.body = paragraphs(text)
        } else if let html = record.html?.unlessBlank {
            let html = HTMLText(html)
            story.body = html.blocks
            story.photos += html.descriptions.map { Photo(caption: $0) }
        } else if let text = record.summary?.unlessBlank {
            story.body = paragraphs(text)
        }
    }

    /// Gives the story its id: an export's is ours, another feed's is of the feed and the item's own id, so that a
    /// corrected text keeps it. Without an id the address stands for it, and without both the story's words.
    private func name(_ story: inout Story, _ record: FeedItemRecord, day: String?) {
        let ours = head.isExport ? record.printed?.id.flatMap { StoryID($0) } : nil
        if head.isExport, ours == nil, let id = record.id.flatMap({ StoryID($0) }) {
            story.id = id
            return
        }
        let id = record.id?.unlessBlank
        story.web.id = id.map(cleanLine)
        if let ours {
            story.id = ours
        } else if let own = id ?? record.url?.unlessBlank {
            story.id = StoryID(feed: head.identity ?? "", item: own)
        } else {
            story.name(date: day.map { String($0.prefix(10)) })
        }
    }

    private func clean(_ attachment: Attachment) -> Attachment {
        Attachment(
            url: cleanLine(attachment.url), title: attachment.title.map(cleanLine),
            type: attachment.type.map(cleanLine), size: attachment.size, duration: attachment.duration)
    }

    /// The lines of a plain text; blank ones part paragraphs and are none.
    private func paragraphs(_ text: String) -> [Block] {
        var text = text
        return text.withUTF8 { bytes in
            TextDecoder.read(bytes).utf8.split { $0 == 0x0A || $0 == 0x0C }.compactMap { line in
                guard line.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { return nil }
                return Block(.paragraph, String(decoding: line, as: UTF8.self))
            }
        }
    }
}

extension Story {
    /// Whether there is nothing in it to read or to open.
    fileprivate var isEmpty: Bool {
        headline == nil && body.isEmpty && photos.isEmpty && link == nil && web.image == nil && web.attachments.isEmpty
            && kicker == nil && deck == nil && byline == nil
    }
}

extension String {
    /// nil where there is nothing but white space in it.
    fileprivate var unlessBlank: String? {
        unicodeScalars.contains { !$0.properties.isWhitespace } ? self : nil
    }
}
