import Newspaper

/// What an export of ours says of a story beyond what a feed can.
struct PrintedRecord: Decodable {
    /// The story's id, where the item's own is the one that another feed gave it.
    var id: String?
    var kind, section, kicker, deck, byline, continues, continued: String?
    /// The story's times as its source has them, where that is no form that a feed has.
    var published, modified: String?
    /// What `content_html` was made of, where it is not the story's own.
    var html: String?
    /// Index into the document's pages.
    var page: Double?
    var isHighlighted: Bool
    /// nil where there is no such list.
    var credits: [Credit]?
    var body: [Block]?
    var photos: [Photo]
    var relations: [Relation]
    /// nil where there is none, and where it is no box.
    var box: Box?
    var isAsItShould: Bool

    private enum Key: String, CodingKey {
        case id, kind, page, section, kicker, deck, byline, continues, continued, credits, body, photos, box, relations,
            published, modified, html
        case isHighlighted = "highlighted"
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
        published = fields.text(.published)
        modified = fields.text(.modified)
        html = fields.text(.html)
        isHighlighted = fields.flag(.isHighlighted)
        credits = fields.isPresent(.credits) ? fields.list(.credits, of: CreditRecord.self) : nil
        body = fields.isPresent(.body) ? fields.list(.body, of: BlockRecord.self) : nil
        photos = fields.list(.photos, of: PhotoRecord.self)
        relations = fields.list(.relations, of: RelationRecord.self)
        box = fields.object(.box, as: BoxRecord.self)?.value
        isAsItShould = fields.faults.isEmpty
    }
}

private struct BoxRecord: Decodable {
    let value: Box

    /// Points that a page has at most: what is further away is none of it.
    private static let farthest = 1e6

    private enum Key: String, CodingKey { case x, y, w, h }

    init(from decoder: any Decoder) throws {
        var fields = try LenientFields<Key>(decoder)
        let numbers = [fields.number(.x), fields.number(.y), fields.number(.w), fields.number(.h)].compactMap(\.self)
        guard numbers.count == 4, numbers.allSatisfy({ abs($0) <= Self.farthest }) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no box"))
        }
        let (left, top) = (numbers[0], numbers[1])
        value = Box(left: left, top: top, right: left + numbers[2], bottom: top + numbers[3])
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
