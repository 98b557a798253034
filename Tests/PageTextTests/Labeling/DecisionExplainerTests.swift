import Newspaper
import Testing

@testable import PageText

@Suite("Every line is explained")
struct DecisionExplainerTests {
    private func readings(_ text: String) -> [LineReading] {
        PageParser.explanation(of: [PageSource(path: "page.txt", text: text)])
    }

    @Test(arguments: Pages.names) func `each line that is not blank is there once, in order, with its text`(
        name: String
    ) throws {
        let text = try Pages.source(name).text.replacing("\r\n", with: "\n").replacing("\u{0C}", with: "\n")
        let lines = text.split(separator: "\n").map { counted([String($0)]) }.filter { !$0.isEmpty }
        #expect(readings(text).map { counted([$0.text]) } == lines)
    }

    @Test(arguments: Pages.names) func `story numbers are those of the edition, also after a joined jump`(name: String)
        throws
    {
        let source = try Pages.source(name)
        let edition = PageParser.edition(from: [source])
        for reading in PageParser.explanation(of: [source]) {
            if let story = reading.story { #expect(edition.stories.indices.contains(story)) }
            if reading.kind == .headline, let story = reading.story, let headline = edition.stories[story].headline {
                #expect(headline.contains(reading.text) || edition.furniture.contains(reading.text))
            }
        }
    }

    @Test(arguments: Pages.names) func `reasons have words, and shares that make a whole, the largest first`(
        name: String
    ) throws {
        let keys = Set(Reason.allKeys)
        for reading in readings(try Pages.source(name).text) {
            let shares = reading.reasons.map(\.share)
            #expect(reading.reasons.allSatisfy { keys.contains($0.key) })
            #expect(Set(reading.reasons.map(\.key)).count == reading.reasons.count)
            #expect(shares.allSatisfy { $0 > 0 } && shares == shares.sorted(by: >))
            if !shares.isEmpty { #expect(abs(shares.reduce(0, +) - 1) < 0.001, "\(reading.text)") }
        }
    }

    /// The keys of a line's reasons.
    private func reasons(_ readings: [LineReading], _ isMeant: (String) -> Bool) throws -> [String] {
        try #require(readings.first { isMeant($0.text) }).reasons.map(\.key)
    }

    @Test func `joins and moved captions are marked, with their reasons`() throws {
        let found = readings(samplePage)
        #expect(found.first { $0.text == "十年。" }?.isJoined == true)
        #expect(try reasons(found) { $0 == "十年。" }.contains("link.endsWhole"))
        #expect(found.first { $0.text == "郑大顺在磨豆浆" }?.isMoved == true)
        #expect(try reasons(found) { $0.hasPrefix("□") }.contains("feature.writersLine"))
        #expect(try reasons(found) { $0.hasPrefix("第3版") }.contains("feature.furnitureWords"))
        #expect(try reasons(found) { $0 == "图片新闻" }.contains("feature.pictureRubric"))
    }

    @Test func `the first reason is what speaks most clearly for the label, also where several do`() throws {
        let page = "2022年8月25日 星期四 责编 牧野 版式 白露\n\n" + samplePage
        let first = try #require(readings(page).first)
        #expect(first.kind == .furniture)
        #expect(first.reasons.first?.key == "feature.furnitureWords")
    }

    @Test func `what a line does not show is no reason, also where it would be one`() throws {
        let question = "问:桥什么时候修好?桥头的人每天都在问这句话,问的人多了,答的人也就多了起来。"
        let answer = "答:修桥的人说,等河水落下去,桥墩露出来,再有一个月的工夫,桥就能走人了。"
        let lines = [question, answer, question, answer]
        let head = "老桥新事\n\n□本报记者 王明\n\n"
        let flush = readings(head + lines.joined(separator: "\n\n") + "\n").filter { $0.kind == .paragraph }
        let indented = readings(head + "　　" + lines.joined(separator: "\n\n　　") + "\n").filter { $0.kind == .paragraph }
        try #require(flush.count == 4 && indented.count == 4)
        #expect(flush.allSatisfy { !$0.reasons.contains { $0.key == "feature.indented" } })
        #expect(indented.allSatisfy { $0.reasons.contains { $0.key == "feature.indented" } })
    }

    @Test func `vertical text has one reason`() throws {
        let page = "石拱桥上的灯又亮了。"
        let found = readings((page + page).map(String.init).joined(separator: "\n") + "\n")
        #expect(found.allSatisfy { $0.reasons == [Reason(.feature(.vertical), share: 1)] })
    }

    @Test func `confidence is between 0 and 1, and higher for a byline than for a short label`() throws {
        let found = readings(samplePage)
        #expect(found.allSatisfy { (0...1).contains($0.confidence) })
        let byline = try #require(found.first { $0.kind == .byline })
        #expect(byline.confidence > 0.9)
    }
}
