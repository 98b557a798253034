import Testing
import TestSupport

@testable import Typesetting

/// Rows of tables, on one line or cell by cell.
struct TableRowTests {
    private let table = TableColumns([
        TableColumns.Column(width: 8, isRight: false, name: "线路"),
        TableColumns.Column(width: 6, isRight: true, name: "里程"),
        TableColumns.Column(width: 12, isRight: false, name: "备注"),
    ])

    private func set(_ row: String, measure: Int) -> [String] {
        typesetRow(row, ParagraphStyle(measure: measure, firstIndent: 2, indent: 6, alignment: .ragged), table).map(
            \.text)
    }

    @Test func `cells stand in their columns where all fit, figures at the right`() {
        #expect(set("三路\t12.4\t经新桥", measure: 32) == ["  三路        12.4  经新桥"])
        #expect(set("\t12.4", measure: 32) == ["              12.4"])
    }

    @Test func `where the columns do not fit, each cell has a line with the name of its column`() {
        #expect(set("三路\t12.4\t经新桥", measure: 30) == ["  三路", "      里程 12.4", "      备注 经新桥"])
        #expect(set("三路\t\t仅工作日，寒暑假停运", measure: 26) == ["  三路", "      备注 仅工作日，寒暑", "      假停运"])
    }

    @Test func `the head of the table does not name itself`() {
        #expect(set("线路\t里程\t备注", measure: 24) == ["  线路", "      里程", "      备注"])
    }

    @Test func `every byte of any row is in exactly one line, at every measure`() {
        var generator = Seeded(seed: 11)
        let pieces = ["\t", "三路", "12.4", "，", "a long cell of words", " ", "é", "👩‍👩‍👧", "\u{2060}"]
        for _ in 0..<400 {
            let row = (0..<Int.random(in: 0...9, using: &generator)).map { _ in pieces.randomElement(using: &generator)!
            }
            .joined()
            let measure = Int.random(in: 2...40, using: &generator)
            let style = ParagraphStyle(measure: measure, firstIndent: 2, indent: 6, alignment: .ragged)
            let lines = typesetRow(row, style, table)
            var end = 0
            for line in lines {
                #expect(line.source.lowerBound == end, "\(row.debugDescription) at \(measure)")
                end = line.source.upperBound
                #expect(line.glyphs.allSatisfy { line.source.contains($0.offset) || line.source.isEmpty })
            }
            #expect(end == row.utf8.count && lines.last?.endsParagraph == true)
        }
    }

    @Test func `a mark stands before the first line of its item, in the indent`() {
        let paragraph = TextLayout.Paragraph(
            "通车首周实行单向放行，早高峰由东向西", ParagraphStyle(measure: 20, firstIndent: 4, indent: 4, alignment: .ragged), mark: "2."
        )
        let lines = TextLayout([paragraph]).lines(from: .init(paragraph: 0, offset: 0), count: 9).map(\.line.text)
        #expect(lines[0].hasPrefix(" 2. 通车首周") && lines[1].hasPrefix("    ") && !lines[1].hasPrefix("     "))
    }
}
