import Newspaper
import TestSupport
import Testing

@testable import Exports

/// Editions made by chance, written as EPUB and read again.
struct RoundTripTests {
    /// Stories as markup can give them: white space as HTML has it, lists in each other, ranks of crossheads without gaps.
    struct Maker {
        var random: Seeded
        var number = 0

        private static let words = [
            "tide", "mill", "灯里", "渡口", "<b>", "&amp;", "“quay”", "h₂o", "潮水涨了，", "a·b", "1.", "•", "—", "É", "🌊",
            "]]>",
        ]

        mutating func chance(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }

        mutating func text(_ range: ClosedRange<Int> = 1...8) -> String {
            (0..<Int.random(in: range, using: &random)).map { _ in Self.words.randomElement(using: &random)! }
                .joined(separator: " ")
        }

        mutating func address() -> String {
            number += 1
            return "https://quay.example/\(number)?a=1&b=2"
        }

        /// Spans in each other or one after another, at the ends of words.
        mutating func spans(_ text: String, links: Bool = true, strong: Bool = true, code: Bool = true) -> [Span] {
            var places: [(start: Int, end: Int)] = []
            var at = 0
            for word in text.split(separator: " ", omittingEmptySubsequences: false) {
                places.append((at, at + word.utf8.count))
                at += word.utf8.count + 1
            }
            func make(_ range: Range<Int>, _ depth: Int) -> [Span] {
                var (spans, first): ([Span], Int) = ([], range.lowerBound)
                while first < range.upperBound, depth < 3 {
                    let last = Int.random(in: first..<range.upperBound, using: &random)
                    if chance(2) {
                        var kinds: [Span.Kind] = [.emphasis]
                        if links { kinds.append(.link(address())) }
                        if strong { kinds.append(.strong) }
                        if code { kinds.append(.code) }
                        let span = Span(kinds.randomElement(using: &random)!, places[first].start..<places[last].end)
                        let inner = make(first..<last + 1, depth + 1).filter { inner in
                            // A link is in no other, and no element in one of its own kind.
                            if case .link = inner.kind { return false }
                            return inner.kind != span.kind && inner.range != span.range
                        }
                        spans += [span] + inner
                    }
                    first = last + 1
                }
                return spans
            }
            return make(0..<places.count, 0)
        }

        mutating func list(_ level: Int = 0) -> [Block] {
            var blocks: [Block] = []
            let isNumbered = chance(2)
            var next = Int.random(in: 1...30, using: &random)
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let words = text()
                let mark = isNumbered ? "\(next)." : ["•", "◦", "▪"][min(level, 2)]
                next += Int.random(in: 1...3, using: &random)
                blocks.append(Block(.item, words, level: level, mark: mark, spans: spans(words)))
                if chance(4) { blocks.append(Block(.item, text(), level: level)) }
                if level < 3, chance(3) { blocks += list(level + 1) }
            }
            return blocks
        }

        mutating func body() -> [Block] {
            var blocks: [Block] = []
            let ranks = Int.random(in: 0...3, using: &random)
            for rank in 0..<(ranks > 1 ? ranks : 0) {
                // Each rank is there.
                blocks += [Block(.crosshead, "Rank \(rank)", level: rank + 1), Block(.paragraph, text())]
            }
            for _ in 0..<Int.random(in: 0...8, using: &random) {
                let words = text()
                switch Int.random(in: 0..<7, using: &random) {
                case 0, 1: blocks.append(Block(.paragraph, words, spans: spans(words)))
                case 2:
                    guard ranks > 0 else { continue }
                    let level = ranks > 1 ? Int.random(in: 1...ranks, using: &random) : 0
                    blocks.append(Block(.crosshead, words, level: level, spans: spans(words, strong: false)))
                case 3:
                    let level = Int.random(in: 0...2, using: &random)
                    blocks.append(Block(.quotation, words, level: level, spans: spans(words)))
                case 4:
                    // What comes before keeps one list from another.
                    blocks.append(Block(.paragraph, text()))
                    blocks += list()
                case 5:
                    if chance(2) {
                        blocks.append(Block(.preformatted, "if \(words)\n    \(text())\nend"))
                    } else {
                        let table = "\(words)\t\(text())\n\t\(text())\n\(text())\t"
                        blocks.append(Block(.table, table, spans: spans(words)))
                    }
                default:
                    let illustration = Illustration(
                        address: chance(3) ? nil : address() + ".jpg", description: chance(2) ? nil : text())
                    let isBare = illustration == Illustration()
                    blocks.append(
                        Block(
                            .figure, isBare || chance(2) ? words : "",
                            illustration: isBare ? nil : illustration))
                    if blocks.last!.text == words { blocks[blocks.count - 1].spans = spans(words) }
                }
            }
            return blocks
        }

        mutating func story() -> Story {
            number += 1
            func some(_ prefix: String) -> String? { chance(2) ? prefix + " " + text() : nil }
            var story = Story(
                id: StoryID(random.next()), kind: chance(5) ? .photo : .story, kicker: some("K"), headline: some("H"),
                deck: some("D"), byline: some("B"), body: body(), continues: some("to"), continued: some("from"))
            if chance(2) { story.credits = [Credit(.reporter, text(1...2)), Credit(.photographer, text(1...2))] }
            if chance(3) { story.photos = [Photo(caption: text(), credit: some("by")), Photo(caption: text())] }
            if chance(3) { story.link = address() }
            if chance(3) { story.web.tags = [text(), text()] }
            if chance(3) { story.web.published = "2026-11-20T07:30:00Z" }
            return story
        }

        mutating func edition() -> Edition {
            var edition = Edition(title: text(), language: "en", pages: [Page(date: "2026-11-20")])
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let section = chance(4) ? nil : text()
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    var story = story()
                    story.section = section
                    edition.stories.append(story)
                }
            }
            return edition
        }
    }

    @Test func `an EPUB gives the stories that it was made of`() throws {
        var maker = Maker(random: Seeded(seed: 2026))
        for round in 0..<150 {
            let edition = maker.edition()
            guard !edition.stories.isEmpty else { continue }
            let found = try read(export(edition, as: "epub"), as: "a.epub")
            #expect(found.stories.count == edition.stories.count, "\(round)")
            for (story, other) in zip(edition.stories, found.stories) where story != other {
                for (block, otherBlock) in zip(story.body, other.body) where block != otherBlock {
                    Issue.record("\(round): \(block)\nwas read as\n\(otherBlock)")
                    return
                }
                Issue.record("\(round): \(story)\nwas read as\n\(other)")
                return
            }
            #expect(found.title == edition.title && found.date == edition.date)
        }
    }
}
