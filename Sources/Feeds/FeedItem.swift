import Newspaper

/// A page as the export names it; what the page does not say is absent.
struct FeedPage: Encodable {
    var name: String?
    var number: String?
    var date: String?

    init(_ page: Page) {
        name = page.name
        number = page.number
        date = page.date
    }
}

/// Somebody who wrote a story or a feed.
struct FeedAuthor: Encodable {
    struct More: Encodable { var email: String }

    var name, url: String?
    /// What JSON Feed has no place for.
    var more: More?

    enum CodingKeys: String, CodingKey {
        case name, url
        case more = "_broadsheet"
    }

    init(_ author: Author) {
        (name, url) = (author.name, author.url)
        more = author.email.map(More.init)
    }
}

/// An address that is named for something.
struct FeedRelation: Encodable {
    var rel, url: String

    init(_ relation: Relation) { (rel, url) = (relation.relation, relation.url) }
}

/// A story as an item of JSON Feed.
struct FeedItem: Encodable {
    struct Picture: Encodable {
        var caption: String
        var credit: String?
    }
    struct Credit: Encodable { var role, name: String }

    /// What the item takes up of its page, in points from the upper left, to a tenth.
    struct Area: Encodable {
        /// Index into the document's pages.
        var page: Int
        var x, y, w, h: Double

        init(_ place: StoryPlace) {
            func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
            page = place.page
            x = rounded(place.box.left)
            y = rounded(place.box.top)
            w = rounded(place.box.width)
            h = rounded(place.box.height)
        }
    }

    struct File: Encodable {
        var url: String
        var title, type: String?
        var size: Int?
        var duration: Double?

        enum CodingKeys: String, CodingKey {
            case url, title
            case type = "mime_type"
            case size = "size_in_bytes"
            case duration = "duration_in_seconds"
        }
    }

    /// What a newspaper has and a feed has not.
    struct Newspaper: Encodable {
        /// The story's id where the item's own is the one that another feed gave it.
        var id: String?
        /// Index into the document's pages; absent for the first.
        var page: Int?
        var kind: String
        var section, kicker, deck, byline, continues, continued: String?
        var credits: [Credit]
        var body: [FeedBlock]
        var photos: [Picture]
        /// Addresses for which a feed has no place.
        var relations: [FeedRelation]?
        /// When it was published and changed, where the source says that in another form: without a time zone, or not readably.
        var published, modified: String?
        /// `body` where `content_html` is made of the body, and says nothing else.
        var html: String?
        /// Whether the reader has asked for stories like it to stand out; absent where not.
        var highlighted: Bool?
        /// Absent where it is not known.
        var box: Area?
    }

    /// What `_broadsheet.html` says of `content_html` that is not the story's own.
    static let madeOfBody = "body"

    enum CodingKeys: String, CodingKey {
        case id, url, title, image, summary, authors, tags, language, attachments
        case externalURL = "external_url"
        case text = "content_text"
        case html = "content_html"
        case published = "date_published"
        case modified = "date_modified"
        case newspaper = "_broadsheet"
    }

    var id: String
    var url, externalURL, image: String?
    var title: String?
    var text: String
    var html, summary, language: String?
    var authors: [FeedAuthor]?
    var tags: [String]?
    var published, modified: String?
    var attachments: [File]?
    var newspaper: Newspaper

    /// - Parameters:
    ///   - published: when the story's page was published, RFC 3339: the date of a story that has none of its own.
    ///   - markup: the body as HTML, where its feed gave none.
    init(_ story: Story, published: String?, markup: String?) {
        let web = story.web
        id = web.id ?? story.id.description
        url = story.link == web.externalLink ? nil : story.link
        externalURL = web.externalLink
        image = web.image
        title = story.headline
        html = web.html ?? markup
        let texts = story.body.isEmpty ? story.photos.map(\.caption) : story.body.map(\.plainText)
        text = texts.joined(separator: "\n\n")
        var seen: Set<String> = []
        let names = story.credits.filter { $0.role == .reporter || $0.role == .correspondent }.map(\.name)
            .filter { seen.insert($0).inserted }
        let authors =
            web.authors.isEmpty ? names.map { FeedAuthor(Author(name: $0)) } : web.authors.map(FeedAuthor.init)
        self.authors = authors.isEmpty ? nil : authors
        summary = web.summary
        language = web.language
        let tags = (story.section.map { [$0] } ?? []) + web.tags
        self.tags = tags.isEmpty ? nil : tags
        self.published = web.published == nil ? published : web.published.flatMap(Feed.date)
        modified = web.modified.flatMap(Feed.date)
        attachments =
            web.attachments.isEmpty
            ? nil
            : web.attachments.map {
                File(url: $0.url, title: $0.title, type: $0.type, size: $0.size, duration: $0.duration)
            }
        newspaper = Newspaper(
            id: web.id == nil ? nil : story.id.description, page: story.page == 0 ? nil : story.page,
            kind: story.kind.rawValue, section: story.section, kicker: story.kicker, deck: story.deck,
            byline: story.byline,
            continues: story.continues, continued: story.continued,
            credits: story.credits.map { Credit(role: $0.role.rawValue, name: $0.name) },
            body: story.body.map(FeedBlock.init),
            photos: story.photos.map { Picture(caption: $0.caption, credit: $0.credit) },
            relations: web.relations.isEmpty ? nil : web.relations.map(FeedRelation.init),
            published: web.published == self.published ? nil : web.published,
            modified: web.modified == modified ? nil : web.modified,
            html: markup == nil ? nil : Self.madeOfBody,
            highlighted: story.isHighlighted ? true : nil,
            box: story.places.first { $0.page == story.page }.map(Area.init))
    }
}

extension Newspaper.Block {
    /// The block where there is nothing but text: an item with its mark, a picture without a caption by what it shows.
    fileprivate var plainText: String {
        if let mark { return mark + " " + text }
        return kind == .figure && text.isEmpty ? illustration?.description ?? "" : text
    }
}
