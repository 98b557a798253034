import Testing

@testable import Typesetting

/// Rows in a text that are kept free for pictures.
struct FreeRowsTests {
    private let start = TextLayout.Place(paragraph: 0, offset: 0)

    /// Free rows, each time with a line below them.
    private func textLayout(_ rows: Int...) -> TextLayout {
        TextLayout(
            rows.enumerated().flatMap { number, count in
                [
                    TextLayout.Paragraph(rows: count, keepsWithNext: true),
                    TextLayout.Paragraph("第\(number)段说渡口。", ParagraphStyle(measure: 20)),
                ]
            })
    }

    @Test func `as many lines without glyphs come as there are rows, and none where there are none`() {
        let lines = textLayout(3, 0, 1).lines(from: start, count: .max)
        #expect(lines.map(\.paragraph) == [0, 0, 0, 1, 3, 4, 5])
        #expect(lines.prefix(3).map(\.place.offset) == [0, 1, 2])
        #expect(textLayout(-1).lines(from: start, count: 9).map(\.paragraph) == [1])
    }

    @Test func `a place in rows that are gone is the one of the next line`() {
        let place = TextLayout.Place(paragraph: 2, offset: 1)
        #expect(textLayout(0, 3).lines(from: place, count: 2).map(\.place.offset) == [1, 2])
        #expect(textLayout(0, 0).lines(from: place, count: 1).map(\.paragraph) == [3])
        #expect(textLayout(0, 1).lines(from: place, count: 1).map(\.place.offset) == [0])
    }

    @Test func `lines are counted the same on the way back`() {
        let textLayout = textLayout(2, 0, 0, 4, 1)
        let all = textLayout.lines(from: start, count: .max)
        for (index, line) in all.enumerated() {
            #expect(textLayout.place(all[0].place, movedBy: index) == line.place)
            #expect(textLayout.place(all.last!.place, movedBy: index + 1 - all.count) == line.place)
            #expect(textLayout.lines(before: line.place, count: .max) == Array(all[..<index]))
        }
    }

    @Test func `columns do not divide rows that have room in one`() {
        let textLayout = textLayout(3, 4, 2, 5, 3)
        for height in 6...12 {
            var next: TextLayout.Place? = start
            var shown: [TextLayout.SetLine] = []
            while let place = next {
                let page = textLayout.page(from: place, Columns(count: 2, height: height))
                for column in page.columns where !column.isEmpty {
                    // Whole, with the line that they belong to.
                    #expect(column[0].paragraph % 2 == 1 || column[0].place.offset == 0)
                    #expect(column[column.count - 1].paragraph % 2 == 1)
                    shown += column
                }
                next = page.next
            }
            #expect(shown == textLayout.lines(from: start, count: .max))
        }
    }
}
