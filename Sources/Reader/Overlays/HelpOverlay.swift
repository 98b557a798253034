import Localization
import Screen
import Settings
import Typesetting

/// The help: what every key does in the pane that has the keys.
struct HelpOverlay: Overlay {
    private var scrolled = ScrolledLines()

    var cover: OverlayCover { .screen }
    var isModal: Bool { true }
    var keepsEscape: Bool { true }

    mutating func press(_ key: Key, in state: inout ReaderState) -> OverlayAnswer {
        scrolled.press(key, count: Self.lines(in: state).lines.count, in: state)
    }

    func hints(of state: ReaderState) -> [Hint]? { ScrolledLines.hints(of: state) }

    func status(of state: ReaderState) -> OverlayStatus? {
        scrolled.status(count: Self.lines(in: state).lines.count, of: state)
    }

    func compose(in layout: ScreenLayout, of state: ReaderState, to frame: inout Frame) {
        let area = layout.whole
        let (lines, keyColumns) = Self.lines(in: state)
        for (row, line) in scrolled.shown(lines, in: area).enumerated() {
            let row = area.row + row
            if line.isHeading {
                frame.write(
                    line.words, column: area.column + 1, row: row, limit: area.columns - 2,
                    style: state.theme.crosshead)
                continue
            }
            frame.write(
                line.keys, column: area.column + 3, row: row, limit: keyColumns - 1, style: state.theme.hintKey)
            frame.write(
                line.words, column: area.column + 3 + keyColumns, row: row, limit: area.columns - 4 - keyColumns,
                style: state.theme.text)
        }
        frame.cursor(at: area, where: true)
    }

    // MARK: - Lines

    private struct HelpLine {
        var keys = ""
        var words = ""
        var isHeading = false
    }

    /// Keys of the pane that has them first, then those of everywhere; words too long for their line go on in the next.
    private static func lines(in state: ReaderState) -> (lines: [HelpLine], keyColumns: Int) {
        let here: MessageKey =
            switch state.focus {
            case .sections: .helpSections
            case .stories: .helpStories
            case .body: .helpBody
            }
        let rows = state.keymap.rows.filter { $0.panes.contains(state.focus) && !$0.keys.isEmpty }
        let names = rows.map { row in row.keys.map { $0.name(in: state.texts) }.joined(separator: " ") }
        let keyColumns = min(state.size.columns / 2, (names.map(state.cells).max() ?? 0) + 2)
        let style = ParagraphStyle(
            measure: max(2, state.size.columns - 4 - keyColumns), alignment: .ragged, hanging: .none,
            ambiguousIsWide: state.settings.ambiguousIsWide)
        func lines(isEverywhere: Bool) -> [HelpLine] {
            zip(rows, names).filter { ($0.0.panes == Set(Pane.allCases)) == isEverywhere }.flatMap { row, name in
                typeset(state.texts.help(for: row.action), style).enumerated().map { index, line in
                    HelpLine(keys: index == 0 ? name : "", words: line.text)
                }
            }
        }
        let all =
            [HelpLine(words: state.texts(here), isHeading: true)] + lines(isEverywhere: false)
            + [HelpLine(), HelpLine(words: state.texts(.helpEverywhere), isHeading: true)]
            + lines(isEverywhere: true)
        return (all, keyColumns)
    }
}
