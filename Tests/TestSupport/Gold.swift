import Foundation
import Newspaper

/// What is printed on a page, written down by hand: the form of the `*.gold.json` files beside pages.
package enum Gold {
    private struct Document: Decodable {
        var pages: [PageRecord]
        var furniture: [String]?
        var items: [Item]
    }

    private struct PageRecord: Decodable {
        var name: String?
        var number: String?
        var date: String?
    }

    private struct Item: Decodable {
        struct CreditRecord: Decodable {
            var role: Credit.Role
            var name: String
        }
        struct BlockRecord: Decodable {
            var type: Block.Kind
            var text: String
        }
        struct PhotoRecord: Decodable {
            var caption: String
            var credit: String?
        }
        var kind: Story.Kind?
        var section: String?
        var kicker: String?
        var headline: String?
        var deck: String?
        var byline: String?
        var credits: [CreditRecord]?
        var body: [BlockRecord]
        var photos: [PhotoRecord]?
        var continues: String?
        var continued: String?
    }

    /// The edition of a gold file; every story is filed under the first page, which gold does not tell apart.
    package static func edition(at file: URL) throws -> Edition {
        let document = try JSONDecoder().decode(Document.self, from: Data(contentsOf: file))
        let date = document.pages.first?.date
        return Edition(
            pages: document.pages.map { Page(name: $0.name, number: $0.number, date: $0.date) },
            stories: document.items.map { story($0, date: date) }, furniture: document.furniture ?? [])
    }

    private static func story(_ item: Item, date: String?) -> Story {
        Story(
            id: StoryID(
                date: date, headline: item.headline,
                body: item.body.map(\.text) + (item.photos ?? []).map(\.caption)),
            kind: item.kind ?? .story, section: item.section, kicker: item.kicker, headline: item.headline,
            deck: item.deck, byline: item.byline,
            credits: (item.credits ?? []).map { Credit($0.role, $0.name) },
            body: item.body.map { Block($0.type, $0.text) },
            photos: (item.photos ?? []).map { Photo(caption: $0.caption, credit: $0.credit) },
            continues: item.continues, continued: item.continued)
    }

    /// The sample edition as it should be read.
    package static func sample() throws -> Edition {
        var edition = try edition(at: projectRoot.appending(path: "Tests/Fixtures/sample-2026-11-20.gold.json"))
        edition.title = "砚浦日报"
        return edition
    }
}
