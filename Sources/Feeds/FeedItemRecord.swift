import Newspaper

/// An item of a feed as JSON has it. Only what is no object fails to decode.
struct FeedItemRecord: Decodable {
    var id, url, externalURL, title, text, html, summary, image, published, modified: String?
    var authors: [String]
    var tags: [String]
    var attachments: [Attachment]
    var printed: PrintedRecord?
    var faults: [FieldFault]

    private enum Key: String, CodingKey {
        case id, url, title, summary, image, authors, author, tags, attachments
        case externalURL = "external_url"
        case text = "content_text"
        case html = "content_html"
        case published = "date_published"
        case modified = "date_modified"
        case printed = "_broadsheet"
    }

    init(from decoder: any Decoder) throws {
        var fields = try LenientFields<Key>(decoder)
        id = fields.text(.id)
        url = fields.text(.url)
        externalURL = fields.text(.externalURL)
        title = fields.text(.title)
        text = fields.text(.text)
        html = fields.text(.html)
        summary = fields.text(.summary)
        image = fields.text(.image)
        published = fields.text(.published)
        modified = fields.text(.modified)
        authors = fields.list(.authors, of: AuthorRecord.self)
        if authors.isEmpty { authors = fields.list(.author, of: AuthorRecord.self) }
        tags = fields.list(.tags, of: LenientText.self)
        attachments = fields.list(.attachments, of: AttachmentRecord.self)
        printed = fields.object(.printed, as: PrintedRecord.self)
        faults = fields.faults
        if printed?.isAsItShould == false { faults.append(FieldFault(field: Key.printed.stringValue, isLeftOut: true)) }
    }
}

/// What an export of ours says of a story beyond what a feed can.
struct PrintedRecord: Decodable {
    /// The story's id, where the item's own is the one that another feed gave it.
    var id: String?
    var kind, section, kicker, deck, byline, continues, continued: String?
    /// Index into the document's pages.
    var page: Double?
    /// nil where there is no such list.
    var credits: [Credit]?
    var body: [Block]?
    var photos: [Photo]
    var isAsItShould: Bool

    private enum Key: String, CodingKey {
        case id, kind, page, section, kicker, deck, byline, continues, continued, credits, body, photos
    }

    init(from decoder: any Decoder) throws {
        var fields = try LenientFields<Key>(decoder)
        id = fields.text(.id)
        kind = fields.text(.kind)
        page = fields.number(.page)
        section = fields.text(.section)
        kicker = fields.text(.kicker)
        deck = fields.text(.deck)
        byline = fields.text(.byline)
        continues = fields.text(.continues)
        continued = fields.text(.continued)
        credits = fields.isPresent(.credits) ? fields.list(.credits, of: CreditRecord.self) : nil
        body = fields.isPresent(.body) ? fields.list(.body, of: BlockRecord.self) : nil
        photos = fields.list(.photos, of: PhotoRecord.self)
        isAsItShould = fields.faults.isEmpty
    }
}

/// JSON Feed's author; of version 1.0's `author` the same.
private struct AuthorRecord: LenientElement {
    var value: String?
    var isAsItShould = true

    private enum Key: String, CodingKey { case name }

    init(from decoder: any Decoder) throws {
        if var fields = try? LenientFields<Key>(decoder) {
            value = fields.text(.name)
            isAsItShould = fields.faults.isEmpty
        } else {
            value = try? LenientText(from: decoder).value
            isAsItShould = false
        }
    }
}

/// `authors` or version 1.0's `author` by itself.
struct AuthorList: LenientElement {
    var value: [String]?
    var isAsItShould: Bool

    init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        let records = try (try? single.decode([AuthorRecord].self)) ?? [single.decode(AuthorRecord.self)]
        value = records.compactMap(\.value)
        isAsItShould = records.allSatisfy(\.isAsItShould)
    }
}

private struct AttachmentRecord: LenientElement {
    var value: Attachment?
    var isAsItShould = false

    private enum Key: String, CodingKey {
        case url, title
        case type = "mime_type"
        case size = "size_in_bytes"
        case duration = "duration_in_seconds"
    }

    init(from decoder: any Decoder) throws {
        guard var fields = try? LenientFields<Key>(decoder), let url = fields.text(.url) else { return }
        let size = fields.number(.size).flatMap { Int(exactly: $0.rounded()) }
        value = Attachment(
            url: url, title: fields.text(.title), type: fields.text(.type), size: size,
            duration: fields.number(.duration))
        isAsItShould = fields.faults.isEmpty
    }
}

private struct BlockRecord: LenientElement {
    var value: Block?
    var isAsItShould = false

    private enum Key: String, CodingKey { case type, text }

    init(from decoder: any Decoder) throws {
        guard var fields = try? LenientFields<Key>(decoder), let text = fields.text(.text) else { return }
        let kind = fields.text(.type).flatMap(Block.Kind.init)
        value = Block(kind ?? .paragraph, text)
        isAsItShould = kind != nil && fields.faults.isEmpty
    }
}

private struct CreditRecord: LenientElement {
    var value: Credit?
    var isAsItShould = false

    private enum Key: String, CodingKey { case role, name }

    init(from decoder: any Decoder) throws {
        guard var fields = try? LenientFields<Key>(decoder), let name = fields.text(.name) else { return }
        let role = fields.text(.role).flatMap(Credit.Role.init)
        value = Credit(role ?? .reporter, name)
        isAsItShould = role != nil && fields.faults.isEmpty
    }
}

private struct PhotoRecord: LenientElement {
    var value: Photo?
    var isAsItShould = false

    private enum Key: String, CodingKey { case caption, credit }

    init(from decoder: any Decoder) throws {
        guard var fields = try? LenientFields<Key>(decoder), let caption = fields.text(.caption) else { return }
        value = Photo(caption: caption, credit: fields.text(.credit))
        isAsItShould = fields.faults.isEmpty
    }
}
