import Foundation
import Newspaper
import TestSupport
import Testing

@testable import PageText

@Suite("Pages become the stories that were printed on them")
struct GoldenPagesTests {
    /// What a story's tree says, white space aside: gold does not say what stands at a joint of two lines.
    private func plain(_ stories: [Story]) -> [String] {
        stories.map { story in
            var story = story
            story.credits.sort { ($0.role.rawValue, $0.name) < ($1.role.rawValue, $1.name) }
            return String(Edition(stories: [story]).tree.filter { $0 == "\n" || !$0.isWhitespace })
        }
    }

    @Test(
        .enabled(if: Shared.isThere),
        arguments: ["beiguan", "zh-front", "zh-photo-page", "zh-town", "zh-wrapped", "en-page"])
    func `the shared pages come out exactly`(name: String) throws {
        let gold = try Gold.edition(at: Shared.folder.appending(path: "pages/\(name)/gold.json"))
        let edition = parse(try Shared.text("pages/\(name)/page.txt"))
        #expect(plain(edition.stories) == plain(gold.stories))
        #expect(edition.furniture.sorted() == gold.furniture.sorted())
        #expect(edition.pages == gold.pages)
    }

    @Test(.enabled(if: Shared.isThere)) func `the shared edition comes out as a whole, its jumps joined`() throws {
        let gold = try Gold.edition(at: Shared.folder.appending(path: "pages/edition/2026-03-06.gold.json"))
        let sources = try ["01", "02", "03", "04"].map {
            PageSource(path: "2026-03-06/\($0).txt", text: try Shared.text("pages/edition/2026-03-06/\($0).txt"))
        }
        let edition = PageParser.edition(from: sources)
        #expect(plain(edition.stories) == plain(gold.stories))
        #expect(edition.pages == gold.pages)
    }

    @Test func `the program's own sample comes out exactly`() throws {
        let name = "15-zh-county-edition"
        let gold = try Pages.gold(name)
        #expect(plain(PageParser.edition(from: try Pages.sources(name)).stories) == plain(gold.stories))
    }

    @Test func `at least seventeen in twenty of the kept pages' stories are right to the letter`() throws {
        var right = 0
        var all = 0
        for name in Pages.folders {
            let found = Set(plain(PageParser.edition(from: try Pages.sources(name)).stories))
            let gold = try Pages.gold(name)
            all += gold.stories.count
            right += plain(gold.stories).count { found.contains($0) }
        }
        #expect(all > 80)
        #expect(right * 20 >= all * 17, "\(right) of \(all)")
    }

    @Test(arguments: [" ", "\t", "　　"])
    func `a margin before every line changes nothing`(margin: String) throws {
        for name in Pages.names {
            let text = try Pages.source(name).text
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let moved = lines.map { line in
                let start = line.prefix { $0 == "\u{C}" }
                return line.allSatisfy(\.isWhitespace) ? "\(line)" : start + margin + line.dropFirst(start.count)
            }.joined(separator: "\n")
            #expect(parse(moved).tree == parse(text).tree, "\(name)")
        }
    }

    @Test(arguments: Pages.folders) func `a page prints as the tree that is recorded of it`(name: String) throws {
        expectGolden(PageParser.edition(from: try Pages.sources(name)).tree, "pages/\(name)")
    }
}
