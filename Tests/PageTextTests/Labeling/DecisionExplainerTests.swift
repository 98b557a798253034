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

    @Test func `joins and moved captions are marked, with their rules`() {
        let found = readings(samplePage)
        #expect(found.first { $0.text == "十年。" }?.isJoined == true)
        #expect(found.first { $0.text == "十年。" }?.rule == .unfinishedSentence)
        #expect(found.first { $0.text == "郑大顺在磨豆浆" }?.isMoved == true)
        #expect(found.first { $0.text.hasPrefix("□") }?.rule == .writersNamed)
        #expect(found.first { $0.text.hasPrefix("第3版") }?.rule == .folio)
        #expect(found.first { $0.text == "图片新闻" }?.rule == .pictureRubric)
    }

    @Test func `the reason is the feature that speaks most clearly for the label, also where several would do`() throws
    {
        let page = "2022年8月25日 星期四 责编 牧野 版式 白露\n\n" + samplePage
        #expect(readings(page).first?.kind == .furniture)
        #expect(readings(page).first?.rule == .folio)
    }

    @Test func `a feature that does not change what is cheapest is not the reason`() throws {
        let question = "问:桥什么时候修好?桥头的人每天都在问这句话,问的人多了,答的人也就多了起来。"
        let answer = "答:修桥的人说,等河水落下去,桥墩露出来,再有一个月的工夫,桥就能走人了。"
        let lines = [question, answer, question, answer]
        let flush = readings("老桥新事\n\n□本报记者 王明\n\n" + lines.joined(separator: "\n\n") + "\n")
        #expect(flush.filter { $0.kind == .paragraph }.dropFirst().allSatisfy { $0.rule == .speaker })
        let indented = readings("老桥新事\n\n□本报记者 王明\n\n　　" + lines.joined(separator: "\n\n　　") + "\n")
        #expect(indented.filter { $0.kind == .paragraph }.dropFirst().allSatisfy { $0.rule == .indented })
    }

    @Test func `confidence is between 0 and 1, and higher for a byline than for a short label`() throws {
        let found = readings(samplePage)
        #expect(found.allSatisfy { (0...1).contains($0.confidence) })
        let byline = try #require(found.first { $0.kind == .byline })
        #expect(byline.confidence > 0.9)
    }
}
