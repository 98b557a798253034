import Screen
import Typesetting

extension ReaderState {
    /// The prompt in the screen's last line, the hardware cursor in it; a long text moves so that the cursor is seen.
    func compose(_ prompt: Prompt, in frame: inout Frame) {
        let columns = frame.size.columns
        let row = frame.size.rows - 1
        let line = Area(column: 0, row: row, columns: columns, rows: 1)
        frame.fill(line, style: theme.text)
        let right = columns - 1 - composeStatus(row: row, leaving: 12, layout: layout, in: &frame)
        var column = min(1, columns - 1)
        let label = promptLabel(prompt.purpose)
        if cells(of: label) + 12 <= right {
            column += frame.write(label, column: column, row: row, limit: right - column, style: theme.hintKey) + 1
        }
        let room = max(1, right - column)
        var before = clusters(of: prompt.before, ambiguousIsWide: settings.ambiguousIsWide)[...]
        var width = before.reduce(0) { $0 + $1.cells }
        while width >= room, let first = before.popFirst() { width -= first.cells }
        for cluster in before {
            frame.put(cluster.text, cells: cluster.cells, column: column, row: row, style: theme.text)
            column += cluster.cells
        }
        frame.write(prompt.after, column: column, row: row, limit: max(0, right - column), style: theme.text)
        frame.cursor(at: Area(column: column, row: row, columns: 1, rows: 1), where: true)
    }

    private func promptLabel(_ purpose: Prompt.Purpose) -> String {
        switch purpose {
        case .story: texts(.promptStory)
        case .edition: texts(.promptEdition)
        case .list: texts(.promptList)
        case .command: texts(.promptCommand)
        }
    }
}
