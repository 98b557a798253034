import Screen
import Texts
import Typesetting

extension ReaderState {
    private struct HelpLine {
        var keys: String
        var words: String
        var isHeading = false
    }

    /// Keys of the pane that has them first, then those of everywhere.
    private var helpLines: [HelpLine] {
        let here: Phrase =
            switch focus {
            case .sections: .helpSections
            case .stories: .helpStories
            case .body: .helpBody
            }
        let rows = keymap.rows.filter { $0.panes.contains(focus) && !$0.keys.isEmpty }
        let everywhere = Set(Pane.allCases)
        var lines = [HelpLine(keys: "", words: texts(here), isHeading: true)]
        lines += rows.filter { $0.panes != everywhere }.map(line)
        lines.append(HelpLine(keys: "", words: ""))
        lines.append(HelpLine(keys: "", words: texts(.helpEverywhere), isHeading: true))
        lines += rows.filter { $0.panes == everywhere }.map(line)
        return lines
    }

    private func line(_ row: ActionRow) -> HelpLine {
        HelpLine(keys: row.keys.map { $0.name(in: texts) }.joined(separator: " "), words: texts(row.help))
    }

    /// The last line that the help can be scrolled to.
    var helpEnd: Int { max(0, helpLines.count - max(1, size.rows - 2)) }

    func composeHelp(_ area: Area, in frame: inout Frame) {
        let lines = helpLines
        let keyColumns = min(area.columns / 2, (lines.map { cells(of: $0.keys) }.max() ?? 0) + 2)
        let top = min(help ?? 0, max(0, lines.count - area.rows))
        for (row, line) in lines.dropFirst(top).prefix(area.rows).enumerated() {
            let row = area.row + row
            if line.isHeading {
                frame.write(
                    line.words, column: area.column + 1, row: row, limit: area.columns - 2, style: theme.crosshead)
                continue
            }
            frame.write(line.keys, column: area.column + 3, row: row, limit: keyColumns - 1, style: theme.hintKey)
            let room = area.columns - 4 - keyColumns
            frame.write(
                shortened(line.words, to: room), column: area.column + 3 + keyColumns, row: row, limit: room,
                style: theme.text)
        }
        frame.cursor(at: area, where: true)
    }
}
