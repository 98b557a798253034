import Localization
import Screen
import Settings
import Typesetting

extension ReaderState {
    private struct HelpLine {
        var keys: String
        var words: String
        var isHeading = false
    }

    /// Keys of the pane that has them first, then those of everywhere; words too long for their line go on in the next.
    private var helpLines: (lines: [HelpLine], keyColumns: Int) {
        let here: MessageKey =
            switch focus {
            case .sections: .helpSections
            case .stories: .helpStories
            case .body: .helpBody
            }
        let rows = keymap.rows.filter { $0.panes.contains(focus) && !$0.keys.isEmpty }
        let names = rows.map { row in row.keys.map { $0.name(in: texts) }.joined(separator: " ") }
        let keyColumns = min(size.columns / 2, (names.map(cells).max() ?? 0) + 2)
        let style = ParagraphStyle(
            measure: max(2, size.columns - 4 - keyColumns), alignment: .ragged, hanging: .none,
            ambiguousIsWide: settings.ambiguousIsWide)
        func lines(isEverywhere: Bool) -> [HelpLine] {
            zip(rows, names).filter { ($0.0.panes == Set(Pane.allCases)) == isEverywhere }.flatMap { row, name in
                typeset(texts.help(for: row.action), style).enumerated().map { index, line in
                    HelpLine(keys: index == 0 ? name : "", words: line.text)
                }
            }
        }
        return (
            [HelpLine(keys: "", words: texts(here), isHeading: true)] + lines(isEverywhere: false)
                + [
                    HelpLine(keys: "", words: ""),
                    HelpLine(keys: "", words: texts(.helpEverywhere), isHeading: true),
                ] + lines(isEverywhere: true), keyColumns
        )
    }

    /// The last line that the help can be scrolled to.
    var helpEnd: Int { max(0, helpLines.lines.count - max(1, size.rows - 2)) }

    /// How far the help has been shown, in per cent; nil where all of it is on the screen, or none.
    var percentOfHelp: Int? {
        guard let help, helpEnd > 0 else { return nil }
        let rows = max(1, size.rows - 2)
        return (min(help, helpEnd) + rows) * 100 / (helpEnd + rows)
    }

    func composeHelp(_ area: Area, in frame: inout Frame) {
        let (lines, keyColumns) = helpLines
        let top = min(help ?? 0, max(0, lines.count - area.rows))
        for (row, line) in lines.dropFirst(top).prefix(area.rows).enumerated() {
            let row = area.row + row
            if line.isHeading {
                frame.write(
                    line.words, column: area.column + 1, row: row, limit: area.columns - 2, style: theme.crosshead)
                continue
            }
            frame.write(line.keys, column: area.column + 3, row: row, limit: keyColumns - 1, style: theme.hintKey)
            frame.write(
                line.words, column: area.column + 3 + keyColumns, row: row, limit: area.columns - 4 - keyColumns,
                style: theme.text)
        }
        frame.cursor(at: area, where: true)
    }
}
