import Localization
import Screen
import Settings
import Typesetting

/// The help: what every key does in the pane that has the keys.
struct HelpOverlay: Overlay {
    /// First line shown.
    private(set) var top = 0

    var cover: OverlayCover { .screen }
    var isModal: Bool { true }
    var keepsEscape: Bool { true }

    mutating func press(_ key: Key, in state: inout ReaderState) -> OverlayAnswer {
        let rows = max(1, state.size.rows - 2)
        let end = Self.end(in: state)
        switch state.keymap.action(for: key) {
        case .up: top = max(0, top - 1)
        case .down: top = min(end, top + 1)
        case .pageUp: top = max(0, top - rows)
        case .pageDown, .forward: top = min(end, top + rows)
        case .home: top = 0
        case .end: top = end
        case .redraw: return .stay([.redraw])
        case .wheel, .click, nil:
            switch key {
            case .wheelUp: top = max(0, top - 3)
            case .wheelDown: top = min(end, top + 3)
            default: break
            }
        default: return .close()
        }
        return .stay()
    }

    func hints(of state: ReaderState) -> [Hint]? {
        [
            Hint(.up, .down, word: state.texts(.hintScroll), in: state.texts),
            Hint(.escape, word: state.texts(.hintClose), in: state.texts),
        ]
    }

    /// How far it has been shown; nothing where all of it is on the screen.
    func status(of state: ReaderState) -> OverlayStatus? {
        let end = Self.end(in: state)
        guard end > 0 else { return OverlayStatus() }
        let rows = max(1, state.size.rows - 2)
        return OverlayStatus(percent: (min(top, end) + rows) * 100 / (end + rows))
    }

    func compose(in layout: ScreenLayout, of state: ReaderState, to frame: inout Frame) {
        let area = layout.whole
        let (lines, keyColumns) = Self.lines(in: state)
        let top = min(top, max(0, lines.count - area.rows))
        for (row, line) in lines.dropFirst(top).prefix(area.rows).enumerated() {
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

    /// The last line that it can be scrolled to.
    private static func end(in state: ReaderState) -> Int {
        max(0, lines(in: state).lines.count - max(1, state.size.rows - 2))
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
