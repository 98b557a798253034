import Foundation
import Newspaper
import TestSupport
import Testing

@testable import PageParsing

/// Whole pages against their gold: the names of gold.json are those of the export.
@Suite("Pages become the stories that were printed on them")
struct GoldenPagesTests {
    private struct Gold: Decodable {
        struct Block: Decodable { var type, text: String }
        struct Picture: Decodable {
            var caption: String
            var credit: String?
        }
        struct Item: Decodable {
            var kind: String
            var section, kicker, headline, deck, byline, continues, continued: String?
            var body: [Block]
            var photos: [Picture]?
        }
        var items: [Item]
    }

    /// An item as lines, white space aside.
    private func lines(_ item: Gold.Item) -> [String] {
        var lines = [
            "\(item.kind) \(item.headline ?? "-") s:\(item.section ?? "-") k:\(item.kicker ?? "-") d:\(item.deck ?? "-")"
        ]
        lines.append("by:\(item.byline ?? "-") \(item.continued ?? "-") \(item.continues ?? "-")")
        lines += item.body.map { "\($0.type) \($0.text)" }
        lines += (item.photos ?? []).map { "photo \($0.caption) | \($0.credit ?? "-")" }
        return lines.map { String($0.filter { !$0.isWhitespace }) }
    }

    private func lines(_ story: Story) -> [String] {
        lines(
            Gold.Item(
                kind: story.kind.rawValue, section: story.section, kicker: story.kicker, headline: story.headline,
                deck: story.deck, byline: story.byline, continues: story.continues, continued: story.continued,
                body: story.body.map { Gold.Block(type: $0.kind.rawValue, text: $0.text) },
                photos: story.photos.map { Gold.Picture(caption: $0.caption, credit: $0.credit) }))
    }

    private func gold(_ file: URL) throws -> Gold { try JSONDecoder().decode(Gold.self, from: Data(contentsOf: file)) }

    @Test(
        "the shared pages come out exactly", .enabled(if: Shared.isThere),
        arguments: ["beiguan", "zh-front", "zh-photo-page", "zh-town", "zh-wrapped", "en-page"])
    func sharedPages(name: String) throws {
        let edition = parse(try Shared.text("pages/\(name)/page.txt"))
        let gold = try gold(Shared.folder.appending(path: "pages/\(name)/gold.json"))
        #expect(edition.stories.flatMap(lines) == gold.items.flatMap(lines))
    }

    @Test("the shared edition comes out as a whole, its jumps joined", .enabled(if: Shared.isThere))
    func sharedEdition() throws {
        let sources = try ["01", "02", "03", "04"].map {
            PageSource(path: "2026-03-06/\($0).txt", text: try Shared.text("pages/edition/2026-03-06/\($0).txt"))
        }
        let gold = try gold(Shared.folder.appending(path: "pages/edition/2026-03-06.gold.json"))
        #expect(PageParser.edition(from: sources).stories.flatMap(lines) == gold.items.flatMap(lines))
    }

    @Test("of the kept pages at least nine stories in ten are right to the letter")
    func keptPages() throws {
        var right = 0
        var all = 0
        for name in Pages.names {
            let edition = PageParser.edition(from: [try Pages.source(name)])
            let gold = try gold(Pages.folder.appending(path: "\(name)/gold.json"))
            let found = Set(edition.stories.map { lines($0).joined(separator: "\n") })
            all += gold.items.count
            right += gold.items.count { found.contains(lines($0).joined(separator: "\n")) }
        }
        #expect(all > 100)
        #expect(right * 10 >= all * 9, "\(right) of \(all)")
    }

    @Test("a page prints as the tree that is kept of it", arguments: Pages.names)
    func trees(name: String) throws {
        let golden = projectRoot.appending(path: "Tests/Goldens/pages/\(name).txt")
        let tree = PageParser.edition(from: [try Pages.source(name)]).tree
        guard let kept = try? String(contentsOf: golden, encoding: .utf8) else {
            try tree.write(to: golden, atomically: true, encoding: .utf8)
            Issue.record("recorded \(golden.lastPathComponent); look at it and run again")
            return
        }
        #expect(tree == kept)
    }
}
