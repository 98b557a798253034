import Localization
import Newspaper
@testable import Reader
import Screen
import Settings
import TestSupport
import Testing
import Typesetting

/// Rows are exactly as wide as the screen and no half of a wide cluster stands alone, whatever is pressed at any size.
struct FrameConsistencyTests {
    @Test func `random keys at random sizes over a real edition and a hostile one`() throws {
        var random = Seeded(seed: 7)
        let keys = ActionTable.rows.filter { $0.action != .quit }.flatMap(\.keys)
        for edition in [try Gold.sample(), Self.hostile, PrintedPages.edition] {
            for _ in 0..<12 {
                var state = ReaderState(
                    edition: edition, texts: Localization(language: "zh-Hans"), size: Size(columns: 80, rows: 24))
                for _ in 0..<60 {
                    if Int.random(in: 0..<4, using: &random) == 0 {
                        state.size = Size(
                            columns: Int.random(in: 1...200, using: &random),
                            rows: Int.random(in: 1...60, using: &random))
                        _ = state.press(.resize)
                    }
                    var key = keys.randomElement(using: &random)!
                    let column = Int.random(in: 0..<state.size.columns, using: &random)
                    let row = Int.random(in: 0..<state.size.rows, using: &random)
                    if case .click = key { key = .click(column: column, row: row) }
                    if case .wheelUp = key { key = .wheelDown(column: column, row: row) }
                    _ = state.press(key)
                    expectConsistent(state.compose())
                }
            }
        }
    }

    @Test func `the pane borders stay where they are at every width`() throws {
        for columns in 12...200 {
            for edition in [try Gold.sample(), Self.hostile] {
                let state = ReaderState(
                    edition: edition, texts: Localization(language: "en"), size: Size(columns: columns, rows: 20))
                let frame = state.compose()
                expectConsistent(frame)
                let body = state.layout.body
                for rule in state.layout.rules {
                    for row in body.row..<body.row + body.rows {
                        let text = Array(frame[row: row])[rule].text
                        #expect(text == "│" || text == "┤", "column \(rule) of row \(row) at \(columns) is '\(text)'")
                    }
                }
            }
        }
    }

    private func expectConsistent(_ frame: Frame, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(frame.cells.count == frame.size.columns * frame.size.rows, sourceLocation: sourceLocation)
        for row in 0..<frame.size.rows {
            var column = 0
            let cells = Array(frame[row: row])
            while column < cells.count {
                let width = max(1, Typesetting.cells(of: cells[column].text))
                let isWhole =
                    !cells[column].isRightHalf && column + width <= cells.count
                    && (width == 1 || cells[column + 1].isRightHalf)
                #expect(
                    isWhole, "row \(row), column \(column): '\(cells[column].text)'", sourceLocation: sourceLocation)
                if !isWhole { return }
                column += width
            }
        }
        #expect(frame.cursor.column < frame.size.columns && frame.cursor.row < frame.size.rows)
        #expect(frame.cursor.column >= 0 && frame.cursor.row >= 0)
    }

    /// Text of every awkward kind, in every field.
    static let hostile: Edition = {
        let samples = [
            "", " ", "\u{301}\u{301}x", "👨‍👩‍👧‍👦👍🏽🇨🇳", "한글한글", "か\u{3099}", "a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}",
            String(repeating: "好", count: 300), String(repeating: "w", count: 300), "“”‘’——……（）、。，",
            "𠀀𪛖\u{31350}", "ＡＢＣ１２３", "ﷺ", "\u{200B}\u{FEFF}\u{00AD}", "，，，，，，，，，，，，，，",
            "http://example.invalid/" + String(repeating: "a/", count: 90),
        ]
        var stories: [Story] = []
        for (index, sample) in samples.enumerated() {
            stories.append(
                Story(
                    id: StoryID(UInt64(index)), section: sample, kicker: sample,
                    headline: index % 3 == 0 ? nil : sample,
                    deck: sample, byline: sample, credits: [Credit(.reporter, sample)],
                    body: [Block(.paragraph, sample), Block(.crosshead, sample), Block(.paragraph, sample + sample)],
                    photos: [Photo(caption: sample, credit: sample)], continues: sample, continued: nil))
        }
        return Edition(
            title: samples[7], pages: [Page(name: samples[3], number: samples[8], date: "2026-99-99")], stories: stories
        )
    }()
}
