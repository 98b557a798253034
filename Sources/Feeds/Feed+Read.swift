import FoundationEssentials
import Newspaper
import TextDecoding

/// Why a file is no feed.
package enum FeedFault: Error, Sendable, Equatable {
    /// Not JSON, or JSON of another shape; with what the decoder says.
    case notAFeed(String)
}

extension Feed {
    /// Reads JSON Feed 1.1 (jsonfeed.org/version/1.1), with the `_broadsheet` extension where it is there.
    ///
    /// Every text goes through the gate once more: JSON can spell out what the gate took from its bytes.
    package static func read(_ bytes: [UInt8]) throws(FeedFault) -> Edition {
        let feed: FeedRecord
        do {
            feed = try JSONDecoder().decode(FeedRecord.self, from: Data(bytes))
        } catch {
            throw .notAFeed(String(describing: error).prefix { $0 != "\n" }.description)
        }
        let pages = feed.broadsheet?.pages ?? []
        return Edition(
            title: line(feed.title), language: line(feed.language),
            pages: pages.map { Page(name: line($0.name), number: line($0.number), date: line($0.date)) },
            stories: feed.items.map(story), furniture: (feed.broadsheet?.furniture ?? []).map(text))
    }
}

private func story(_ item: FeedRecord.Item) -> Story {
    let more = item.broadsheet
    let date = item.datePublished.map { String($0.prefix(10)) }
    let blocks =
        more?.body.map { $0.map { Block($0.type, text($0.text)) } }
        ?? text(item.contentText ?? item.summary ?? "").split(separator: "\n", omittingEmptySubsequences: true)
        .map { Block(.paragraph, String($0)) }
    let photos = (more?.photos ?? []).map { Photo(caption: text($0.caption), credit: $0.credit.map(text)) }
    let headline = line(item.title)
    // Its own id, where it is one of ours; else one of its own words, as any story has.
    let id =
        item.id.flatMap { StoryID($0) }
        ?? StoryID(date: date, headline: headline, body: blocks.map(\.text) + photos.map(\.caption))
    return Story(
        id: id, kind: more?.kind ?? .story, section: line(more?.section ?? item.tags?.first),
        kicker: line(more?.kicker),
        headline: headline, deck: line(more?.deck), byline: line(more?.byline),
        credits: more?.credits.map { $0.map { Credit($0.role, TextDecoder.clean($0.name)) } }
            ?? (item.authors ?? []).compactMap { $0.name.map { Credit(.reporter, TextDecoder.clean($0)) } },
        body: blocks, photos: photos, continues: line(more?.continues), continued: line(more?.continued),
        link: line(item.url ?? item.externalURL))
}

private func text(_ text: String) -> String { TextDecoder.read(Array(text.utf8)).text }

private func line(_ text: String?) -> String? { text.map { TextDecoder.clean($0) } }

/// The feed as JSON has it; names as the format gives them.
private struct FeedRecord: Decodable {
    struct Item: Decodable {
        var id: String?
        var url: String?
        var externalURL: String?
        var title: String?
        var contentText: String?
        var summary: String?
        var authors: [Author]?
        var tags: [String]?
        var datePublished: String?
        var broadsheet: ItemExtension?

        enum CodingKeys: String, CodingKey {
            case id, url, title, summary, authors, tags
            case externalURL = "external_url"
            case contentText = "content_text"
            case datePublished = "date_published"
            case broadsheet = "_broadsheet"
        }
    }
    struct Author: Decodable { var name: String? }
    struct ItemExtension: Decodable {
        struct BlockRecord: Decodable {
            var type: Block.Kind
            var text: String
        }
        struct CreditRecord: Decodable {
            var role: Credit.Role
            var name: String
        }
        struct PhotoRecord: Decodable {
            var caption: String
            var credit: String?
        }
        var kind: Story.Kind?
        var section: String?
        var kicker: String?
        var deck: String?
        var byline: String?
        var credits: [CreditRecord]?
        var body: [BlockRecord]?
        var photos: [PhotoRecord]?
        var continues: String?
        var continued: String?
    }
    struct FeedExtension: Decodable {
        struct PageRecord: Decodable {
            var name: String?
            var number: String?
            var date: String?
        }
        var pages: [PageRecord]?
        var furniture: [String]?
    }
    var title: String?
    var language: String?
    var items: [Item]
    var broadsheet: FeedExtension?

    enum CodingKeys: String, CodingKey {
        case title, language, items
        case broadsheet = "_broadsheet"
    }
}
