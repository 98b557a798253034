import Newspaper

/// An item of a feed as JSON has it. Only what is no object fails to decode.
struct FeedItemRecord: Decodable {
    var id, url, externalURL, title, text, html, summary, image, published, modified, language: String?
    var authors: [Author]
    var tags: [String]
    var attachments: [Attachment]
    var printed: PrintedRecord?
    var faults: [FieldFault]

    private enum Key: String, CodingKey {
        case id, url, title, summary, image, authors, author, tags, language, attachments
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
        language = fields.text(.language)
        authors = fields.list(.authors, of: AuthorRecord.self)
        let author = authors.isEmpty ? fields.object(.author, as: AuthorList.self) : nil
        authors += author?.value ?? []
        tags = fields.list(.tags, of: LenientText.self)
        attachments = fields.list(.attachments, of: AttachmentRecord.self)
        printed = fields.object(.printed, as: PrintedRecord.self)
        faults = fields.faults
        if author?.isAsItShould == false {
            faults.append(FieldFault(field: Key.author.stringValue, isLeftOut: authors.isEmpty))
        }
        if printed?.isAsItShould == false { faults.append(FieldFault(field: Key.printed.stringValue, isLeftOut: true)) }
    }
}

/// JSON Feed's author; of version 1.0's `author` the same.
private struct AuthorRecord: LenientElement {
    var value: Author?
    var isAsItShould = true

    private enum Key: String, CodingKey {
        case name, url
        case printed = "_broadsheet"
    }

    init(from decoder: any Decoder) throws {
        if var fields = try? LenientFields<Key>(decoder) {
            let mail = fields.object(.printed, as: MailRecord.self)
            let author = Author(name: fields.text(.name), url: fields.text(.url), email: mail?.value)
            value = author == Author() ? nil : author
            isAsItShould = fields.faults.isEmpty
        } else {
            value = (try? LenientText(from: decoder).value).map { Author(name: $0) }
            isAsItShould = false
        }
    }
}

/// What JSON Feed has no place for of an author.
private struct MailRecord: LenientElement {
    var value: String?
    var isAsItShould: Bool

    private enum Key: String, CodingKey { case email }

    init(from decoder: any Decoder) throws {
        var fields = try LenientFields<Key>(decoder)
        value = fields.text(.email)
        isAsItShould = fields.faults.isEmpty
    }
}

extension Author {
    /// Through the sanitizer; a mailbox in place of an address is one.
    var clean: Author {
        var author = Author(
            name: name.map { cleanLine($0).trimmed }, url: url.map { cleanName($0).trimmed },
            email: email.map { cleanName($0).trimmed })
        if author.name?.isEmpty == true { author.name = nil }
        if author.url?.isEmpty == true { author.url = nil }
        if author.url == nil, let mail = author.email { (author.url, author.email) = ("mailto:" + mail, nil) }
        return author
    }
}

/// `authors` or version 1.0's `author` by itself.
struct AuthorList: LenientElement {
    var value: [Author]?
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
