import Testing

@testable import Typesetting

@Suite("Newspaper columns")
struct ColumnsTests {
    private static let sentence = "河湾镇的老码头今年春天重新热闹起来,返乡的年轻人在这里开了书屋、茶馆和修船的铺子。"

    /// A story with paragraphs of one to nine lines, blank lines and crossheads.
    private func story(_ measure: Int) -> TextLayout {
        var paragraphs: [TextLayout.Paragraph] = []
        for number in 0..<60 {
            if number % 7 == 3 {
                paragraphs.append(.init("", ParagraphStyle(measure: measure)))
                paragraphs.append(.init("码头上的书屋", ParagraphStyle(measure: measure), keepsWithNext: true))
            }
            let text = String(String(repeating: Self.sentence, count: 5).prefix(6 + number * 37 % 190))
            paragraphs.append(.init(text, ParagraphStyle(measure: measure, firstIndent: 4)))
        }
        return TextLayout(paragraphs)
    }

    private func pages(_ textLayout: TextLayout, _ columns: Columns) -> [ColumnPage] {
        var pages = [textLayout.page(from: .init(paragraph: 0, offset: 0), columns)]
        while let next = pages.last!.next { pages.append(textLayout.page(from: next, columns)) }
        return pages
    }

    @Test(
        "every line is shown once, in order, with no widow, orphan or lone crosshead",
        arguments: [(40, 2, 12), (44, 3, 9), (52, 2, 30), (40, 4, 5), (40, 1, 20)])
    func whole(measure: Int, count: Int, height: Int) {
        let textLayout = story(measure)
        let columns = Columns(count: count, height: height)
        let pages = pages(textLayout, columns)
        let shown = pages.flatMap { $0.columns.flatMap(\.self) }
        let all = textLayout.lines(from: .init(paragraph: 0, offset: 0), count: .max)
        #expect(shown.filter { !$0.line.glyphs.isEmpty } == all.filter { !$0.line.glyphs.isEmpty })
        for column in pages.flatMap(\.columns) where !column.isEmpty {
            #expect(column.count <= height)
            let first = column.first!
            let last = column.last!
            #expect(!first.line.glyphs.isEmpty && !last.line.glyphs.isEmpty)
            #expect(!first.line.endsParagraph || first.line.source.lowerBound == 0, "widow \(first.line.text)")
            #expect(last.line.source.lowerBound > 0 || last.line.endsParagraph, "orphan \(last.line.text)")
            #expect(!textLayout.paragraphs[last.paragraph].keepsWithNext)
        }
    }

    @Test("the last page is filled evenly")
    func even() {
        let textLayout = story(40)
        for height in 8...40 {
            let last = pages(textLayout, Columns(count: 3, height: height)).last!.columns.map(\.count)
            #expect(last[0] - last[1] <= 2 && last[0] >= last[1] - 2, "\(last)")
        }
    }

    @Test("the page before a page ends where that begins")
    func backward() {
        let textLayout = story(40)
        let columns = Columns(count: 3, height: 14)
        for page in pages(textLayout, columns) {
            guard let next = page.next else { continue }
            let start = textLayout.pageStart(before: next, columns)
            let reached = textLayout.page(from: start, columns).next
            #expect(reached == nil || reached! >= next)
            #expect(start < next)
        }
        #expect(textLayout.page(from: textLayout.lastPage(columns), columns).next == nil)
    }

    @Test("columns of 20 to 26 Han fill the width")
    func fitting() {
        #expect(Columns.fitting(width: 100) == (2, 46))
        #expect(Columns.fitting(width: 140) == (3, 42))
        #expect(Columns.fitting(width: 60) == (1, 52))
        #expect(Columns.fitting(width: 5).measure == 2)
    }
}
