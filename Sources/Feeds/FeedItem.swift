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

/// A story as an item of JSON Feed.
struct FeedItem: Encodable {
    struct Author: Encodable { var name: String }
    struct Block: Encodable { var type, text: String }
    struct Picture: Encodable {
        var caption: String
        var credit: String?
    }
    struct Credit: Encodable { var role, name: String }

    /// What a newspaper has and a feed has not.
    struct Newspaper: Encodable {
        var kind: String
        var section, kicker, deck, byline, continues, continued: String?
        var credits: [Credit]
        var body: [Block]
        var photos: [Picture]
    }

    enum CodingKeys: String, CodingKey {
        case id, url, title, authors, tags
        case text = "content_text"
        case date = "date_published"
        case newspaper = "_broadsheet"
    }

    var id: String
    var url: String?
    var title: String?
    var text: String
    var authors: [Author]?
    var tags: [String]?
    var date: String?
    var newspaper: Newspaper

    /// - Parameter date: the day of the page, "2022-10-13".
    init(_ story: Story, date: String?) {
        id = story.id.description
        url = story.link
        title = story.headline
        let texts = story.body.isEmpty ? story.photos.map(\.caption) : story.body.map(\.text)
        text = texts.joined(separator: "\n\n")
        var names: [String] = []
        for credit in story.credits
        where (credit.role == .reporter || credit.role == .correspondent) && !names.contains(credit.name) {
            names.append(credit.name)
        }
        authors = names.isEmpty ? nil : names.map(Author.init)
        tags = story.section.map { [$0] }
        self.date = date.map { $0 + "T00:00:00Z" }
        newspaper = Newspaper(
            kind: story.kind.rawValue, section: story.section, kicker: story.kicker, deck: story.deck,
            byline: story.byline,
            continues: story.continues, continued: story.continued,
            credits: story.credits.map { Credit(role: $0.role.rawValue, name: $0.name) },
            body: story.body.map { Block(type: $0.kind.rawValue, text: $0.text) },
            photos: story.photos.map { Picture(caption: $0.caption, credit: $0.credit) })
    }
}
