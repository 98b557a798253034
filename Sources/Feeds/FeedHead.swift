import Newspaper

/// What a feed says of itself before and after its items.
struct FeedHead: Sendable {
    private(set) var version: String?
    private(set) var title: String?
    private(set) var language: String?
    /// What else it says of itself; its authors are those of the items that name none.
    private(set) var details = FeedDetails()
    private(set) var pages: [Page] = []
    /// Whether it is an export of ours, so that its ids are ours.
    private(set) var isExport = false
    /// Whether `items` is something else than a list.
    private(set) var hasOtherItems = false
    /// The bytes of `_broadsheet`.
    private var extensionRange: Range<Int>?

    /// What tells the feed from others: its address, else that of its page, else its title; nil while nothing is known.
    var identity: String? { details.address ?? details.homePage ?? title }

    /// Whether `version` says that it is JSON Feed.
    var isDeclared: Bool { version?.contains("jsonfeed.org") ?? false }

    /// The head of a feed of XML.
    init(title: String?, language: String?, details: FeedDetails) {
        (self.title, self.language, self.details) = (title, language, details)
    }

    /// A head of nothing.
    init() {}

    /// Reads a top-level field; one that a feed has not is passed over.
    mutating func read(_ field: FeedScanner.Field, in bytes: FeedBytes) {
        func text() -> String? { JSONText.decode(LenientText.self, field.value, in: bytes)?.value }
        switch field.name {
        case "version": version = text()
        case "title": title = text().map(cleanLine)
        case "language": language = text().map(cleanLine)
        case "home_page_url": details.homePage = text().map(cleanName)
        case "feed_url": details.address = text().map(cleanName)
        case "description": details.description = text().map(cleanText)
        case "icon": details.icon = text().map(cleanName)
        case "favicon": details.favicon = text().map(cleanName)
        case "authors", "author":
            let authors = JSONText.decode(AuthorList.self, field.value, in: bytes)?.value ?? []
            if details.authors.isEmpty { details.authors = authors.map(\.clean) }
        // Lists are split by the scanner.
        case "items": hasOtherItems = !bytes.bytes(field.value).elementsEqual("null".utf8)
        case "_broadsheet":
            isExport = true
            extensionRange = field.value
            let records = JSONText.decode(PagesRecord.self, field.value, in: bytes)?.value ?? []
            pages = records.map {
                Page(name: $0.name.map(cleanLine), number: $0.number.map(cleanLine), date: $0.date.map(cleanLine))
            }
            guard let more = JSONText.decode(DetailsRecord.self, field.value, in: bytes) else { break }
            details.updated = more.updated.map(cleanLine)
            details.tags = more.tags.map(cleanLine)
            details.relations = more.relations.map { Relation(cleanLine($0.relation), cleanName($0.url)) }
        default: break
        }
    }

    /// What belongs to the pages and to no story.
    func furniture(in bytes: FeedBytes) -> [String] {
        guard let extensionRange else { return [] }
        return (JSONText.decode(FurnitureRecord.self, extensionRange, in: bytes)?.value ?? []).map(cleanText)
    }
}

/// The pages under the document's `_broadsheet`.
private struct PagesRecord: LenientElement {
    var value: [PageRecord]?
    var isAsItShould: Bool

    private enum Key: String, CodingKey { case pages }

    init(from decoder: any Decoder) throws {
        var fields = try LenientFields<Key>(decoder)
        value = fields.list(.pages, of: PageRecord.self)
        isAsItShould = fields.faults.isEmpty
    }
}

/// What a feed says of itself under `_broadsheet`, since JSON Feed has no place for it.
private struct DetailsRecord: LenientElement {
    var updated: String?
    var tags: [String]
    var relations: [Relation]
    var value: DetailsRecord? { self }
    var isAsItShould: Bool

    private enum Key: String, CodingKey { case updated, tags, relations }

    init(from decoder: any Decoder) throws {
        var fields = try LenientFields<Key>(decoder)
        updated = fields.text(.updated)
        tags = fields.list(.tags, of: LenientText.self)
        relations = fields.list(.relations, of: RelationRecord.self)
        isAsItShould = fields.faults.isEmpty
    }
}

/// An address that is named for something.
struct RelationRecord: LenientElement {
    var value: Relation?
    var isAsItShould = false

    private enum Key: String, CodingKey {
        case url
        case relation = "rel"
    }

    init(from decoder: any Decoder) throws {
        guard var fields = try? LenientFields<Key>(decoder), let url = fields.text(.url) else { return }
        value = Relation(fields.text(.relation) ?? "related", url)
        isAsItShould = fields.faults.isEmpty
    }
}

private struct PageRecord: LenientElement {
    var name, number, date: String?
    var value: PageRecord? { self }
    var isAsItShould = false

    private enum Key: String, CodingKey { case name, number, date }

    init(from decoder: any Decoder) throws {
        guard var fields = try? LenientFields<Key>(decoder) else { return }
        name = fields.text(.name)
        number = fields.text(.number)
        date = fields.text(.date)
        isAsItShould = fields.faults.isEmpty
    }
}

private struct FurnitureRecord: LenientElement {
    var value: [String]?
    var isAsItShould: Bool

    private enum Key: String, CodingKey { case furniture }

    init(from decoder: any Decoder) throws {
        var fields = try LenientFields<Key>(decoder)
        value = fields.list(.furniture, of: LenientText.self)
        isAsItShould = fields.faults.isEmpty
    }
}
