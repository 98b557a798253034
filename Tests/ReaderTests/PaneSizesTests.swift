import Localization
import Newspaper
@testable import Reader
import Screen
import Settings
import TestSupport
import Testing

/// The panes are made larger and smaller, and stay so.
struct PaneSizesTests {
    private func state(columns: Int, rows: Int, sizes: PaneSizes = PaneSizes()) throws -> ReaderState {
        ReaderState(
            edition: try Gold.sample(), texts: Localization(language: "zh-Hans"), paneSizes: sizes,
            size: Size(columns: columns, rows: rows))
    }

    @Test(arguments: [
        (140, Pane.sections), (140, .stories), (140, .body), (80, .sections), (80, .stories), (80, .body),
    ])
    func `larger makes the pane with the keys larger, smaller makes it smaller, and there and back is as before`(
        columns: Int, focus: Pane
    ) throws {
        var state = try state(columns: columns, rows: 30)
        state.focus = focus
        func extent() -> Int {
            let area = state.layout.area(of: focus)
            return columns == 80 && focus == .sections ? area.rows : area.columns
        }
        let before = extent()
        let effects = state.press(.character(">"))
        #expect(extent() > before && effects == [.paneSizes(state.paneSizes)])
        _ = state.press(.character("<"))
        #expect(extent() == before)
        _ = state.press(.character("<"))
        #expect(extent() < before)
        // As far as it goes, and back: no press is lost.
        var steps = 0
        while !state.press(.character("<")).isEmpty { steps += 1 }
        #expect(steps < 100 && state.message != nil)
        for _ in 0..<steps + 1 { _ = state.press(.character(">")) }
        #expect(extent() == before)
        while !state.press(.character(">")).isEmpty { steps += 1 }
        #expect(steps < 200)
        for pane in Pane.allCases { #expect(!state.layout.area(of: pane).isEmpty) }
    }

    @Test func `sizes are kept as text, and what is none is passed over`() {
        var sizes = PaneSizes()
        sizes.stories = -6
        sizes.sectionRows = 3
        #expect(PaneSizes(sizes.description) == sizes)
        #expect(PaneSizes("") == PaneSizes())
        #expect(
            PaneSizes("stories\nstories x\nstories 99999999999999999999\nnothing 3\n\0\u{FFFD}\nlists 4") != PaneSizes()
        )
        #expect(PaneSizes("stories 99999999") == PaneSizes())
    }

    @Test func `whatever the sizes, every pane that a screen has room for is there`() throws {
        for change in [-1000, -7, 9, 1000] {
            var sizes = PaneSizes()
            (sizes.sections, sizes.stories, sizes.lists, sizes.sectionRows) = (change, change, change, change)
            for columns in 1...220 {
                for rows in [1, 5, 8, 9, 24] {
                    let state = try state(columns: columns, rows: rows, sizes: sizes)
                    let layout = state.layout
                    guard layout.kind != .narrow else { continue }
                    #expect(Pane.allCases.allSatisfy { !layout.area(of: $0).isEmpty })
                    #expect(
                        layout.body.column + layout.body.columns == columns && layout.body.columns >= 20)
                }
            }
        }
    }

    @Test func `where one pane has the screen, nothing is to be resized`() throws {
        var state = try state(columns: 50, rows: 20)
        #expect(state.press(.character(">")) == [] && state.message != nil && state.paneSizes == PaneSizes())
    }
}
