import Testing

@testable import Typesetting

@Suite("The text layout")
struct TextLayoutTests {
    private static let sentence = "河湾镇的老码头今年春天重新热闹起来,返乡的年轻人在这里开了书屋、茶馆和修船的铺子。"

    private func textLayout(_ measure: Int, paragraphs: Int = 5, sentences: Int = 6) -> TextLayout {
        let body = ParagraphStyle(measure: measure, firstIndent: 4)
        let text = String(repeating: Self.sentence, count: sentences)
        return TextLayout(
            [TextLayout.Paragraph("老码头迎来新住客", ParagraphStyle(measure: measure, alignment: .centred), isHeadline: true)]
                + Array(repeating: TextLayout.Paragraph(text, body), count: paragraphs))
    }

    @Test("lines forward and backward are the same lines")
    func bothWays() {
        let textLayout = textLayout(40)
        let all = textLayout.lines(from: .init(paragraph: 0, offset: 0), count: .max)
        #expect(all.count > 40)
        #expect(textLayout.isLast(all.last!))
        for index in all.indices {
            #expect(textLayout.lines(before: all[index].place, count: .max) == Array(all[..<index]))
            #expect(textLayout.place(all[0].place, movedBy: index) == all[index].place)
            #expect(textLayout.place(all.last!.place, movedBy: index + 1 - all.count) == all[index].place)
        }
        #expect(textLayout.lastScreen(height: 10) == all[all.count - 10].place)
        #expect(textLayout.lastScreen(height: 1000) == all[0].place)
    }

    @Test("a place inside a line is shown by that line at every width")
    func placesHold() {
        let place = TextLayout.Place(paragraph: 3, offset: 300)
        for measure in 2...90 {
            let line = textLayout(measure).lines(from: place, count: 1)[0]
            #expect(line.paragraph == 3 && line.line.source.contains(300))
        }
    }

    @Test("places outside the text give the nearest line, and an empty text layout gives none")
    func outside() {
        let textLayout = textLayout(40)
        #expect(textLayout.lines(from: .init(paragraph: -1, offset: 9), count: 1).first?.place.paragraph == 0)
        #expect(textLayout.isLast(textLayout.lines(from: .init(paragraph: 99, offset: 0), count: 5).last!))
        #expect(TextLayout([]).lines(from: .init(paragraph: 0, offset: 0), count: 5).isEmpty)
        #expect(TextLayout([]).lastScreen(height: 5) == .init(paragraph: 0, offset: 0))
    }

    @Test(
        "a piece ends after a sentence, not at the point of a number or of a name",
        arguments: ["3.14", "a.b", "v2.0!x"])
    func pieceEnds(word: String) {
        let text = String(repeating: "\(word) ", count: 600) + "end. " + String(repeating: "\(word) ", count: 4000)
        // Before the sentence's end there are 8 KiB and more of words with points in them.
        let long = String(repeating: "\(word) ", count: 9000 / (word.utf8.count + 1)) + text
        let end = long.utf8.count - text.utf8.count + 600 * (word.utf8.count + 1) + 5
        #expect(pieces(of: long).first?.upperBound == end)
    }

    @Test(
        "the pieces of a long paragraph cover it, end between clusters, and give the lines of the whole",
        arguments: [
            String(repeating: sentence, count: 2000), String(repeating: "a", count: 100_000),
            String(repeating: "e\u{301}", count: 40_000), String(repeating: "👨‍👩‍👧", count: 5_000),
            String(repeating: "Once more. ", count: 9_000), String(repeating: "短\n", count: 9_000),
        ])
    func cut(text: String) {
        let ranges = pieces(of: text)
        #expect(ranges.count > 1)
        #expect(ranges.first!.lowerBound == 0 && ranges.last!.upperBound == text.utf8.count)
        #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
        #expect(ranges.allSatisfy { $0.count <= 16 << 10 })
        let style = ParagraphStyle(measure: 40)
        let textLayout = TextLayout([TextLayout.Paragraph(text, style)])
        let lines = textLayout.lines(from: .init(paragraph: 0, offset: 0), count: .max).map(\.line)
        #expect(lines == typeset(text, style))
        #expect(lines.filter(\.endsParagraph).count == 1)
        let boundaries = Set(clusters(of: text).map(\.offset))
        #expect(ranges.dropFirst().allSatisfy { boundaries.contains($0.lowerBound) })
    }

    @Test("the end of a long story is set alone")
    func farEnd() {
        let text = String(repeating: Self.sentence, count: 80_000)
        let textLayout = TextLayout([TextLayout.Paragraph(text, ParagraphStyle(measure: 76, firstIndent: 4))])
        let last = textLayout.lines(from: textLayout.lastScreen(height: 40), count: 40)
        #expect(last.count == 40 && last.last!.line.source.upperBound == text.utf8.count)
    }
}
