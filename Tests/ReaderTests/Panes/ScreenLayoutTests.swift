import Screen
import Settings
import Testing

@testable import Reader

struct ScreenLayoutTests {
    private func layout(_ columns: Int, _ rows: Int, focus: Pane = .stories, isAlone: Bool = false) -> ScreenLayout {
        ScreenLayout(
            size: Size(columns: columns, rows: rows), focus: focus, sectionCount: 5, sectionCells: 8, isAlone: isAlone)
    }

    @Test(arguments: [
        (40, 24, ScreenLayout.Kind.narrow), (63, 24, .narrow), (64, 24, .middle), (109, 24, .middle), (110, 24, .wide),
        (64, 7, .narrow), (64, 8, .middle), (110, 4, .narrow), (110, 5, .wide),
    ])
    func `the panes that are shown side by side depend on the size`(columns: Int, rows: Int, kind: ScreenLayout.Kind) {
        #expect(layout(columns, rows).kind == kind)
    }

    @Test func `a body that is alone has the screen while it has the keys`() {
        #expect(layout(120, 24, focus: .body, isAlone: true).kind == .narrow)
        #expect(layout(120, 24, focus: .body, isAlone: true).body == Area(column: 0, row: 2, columns: 120, rows: 21))
        #expect(layout(120, 24, isAlone: true).kind == .wide)
    }

    @Test func `masthead and hints are left out on a screen of few rows`() {
        #expect(layout(80, 6).masthead == 0 && layout(80, 6).hints == 5)
        #expect(layout(80, 5).masthead == nil && layout(80, 5).hints == 4)
        #expect(layout(80, 4).masthead == nil && layout(80, 4).hints == nil)
    }

    @Test func `a rule stands below the masthead where there are rows to spare`() {
        #expect(layout(80, 19).mastheadRule == nil && layout(80, 19).body.row == 1)
        #expect(layout(80, 20).mastheadRule == 1 && layout(80, 20).body.row == 2)
    }

    /// Every cell between masthead and hints belongs to exactly one pane or rule.
    @Test(arguments: [(20, 10), (63, 24), (64, 24), (80, 24), (109, 30), (110, 30), (240, 60)], Pane.allCases)
    func `panes and rules cover the screen without overlapping`(size: (Int, Int), focus: Pane) {
        let layout = layout(size.0, size.1, focus: focus)
        for row in ((layout.mastheadRule ?? layout.masthead).map { $0 + 1 } ?? 0)..<(layout.hints ?? size.1) {
            for column in 0..<size.0 {
                let panes = Pane.allCases.count { layout.area(of: $0).contains(column: column, row: row) }
                let isRule =
                    layout.rules.contains(column)
                    || layout.crossRule == row && column < layout.rules[0]
                #expect(panes == (isRule ? 0 : 1), "column \(column), row \(row)")
            }
        }
    }

    @Test(arguments: [100, 140, 200])
    func `beside the count of a large edition a section's name keeps room`(columns: Int) {
        let layout = ScreenLayout(
            size: Size(columns: columns, rows: 30), focus: .stories, sectionCount: 5, sectionCells: 8, countCells: 13)
        #expect(layout.sections.columns - 3 - 13 >= 6)
    }
}
