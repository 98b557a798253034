import Screen
import Typesetting

extension ReaderState {
    func composeHints(row: Int, arrangement: Arrangement, in frame: inout Frame) {
        let columns = frame.size.columns
        var room = columns - 2
        if let percent = percentShown(arrangement) {
            let text = "\(percent)%"
            frame.write(
                text, column: columns - 1 - text.utf8.count, row: row, limit: text.utf8.count, style: theme.muted)
            room -= text.utf8.count + 2
        }
        if let message {
            frame.write(shortened(message, to: room), column: 1, row: row, limit: room, style: theme.message)
            return
        }
        var column = 1
        for hint in hints {
            let width = cells(of: hint.key) + 1 + cells(of: hint.word)
            guard column + width <= room + 1 else { break }
            column += frame.write(hint.key, column: column, row: row, limit: width, style: theme.hintKey) + 1
            column += frame.write(hint.word, column: column, row: row, limit: width, style: theme.muted) + 2
        }
    }

    /// What the keys do here, the most wanted first.
    var hints: [(key: String, word: String)] {
        if help != nil { return [("↑↓", texts(.hintScroll)), (Key.escape.name(in: texts), texts(.hintClose))] }
        let isPaged = focus == .body && raw == nil && story.flatMap(columnStory) != nil
        var hints = [("↑↓", texts(isPaged ? .hintPage : focus == .body ? .hintScroll : .hintSelect))]
        for row in keymap.rows where row.panes.contains(focus) {
            guard var hint = row.hint, let key = row.keys.first else { continue }
            if row.action == .forward, isPaged { continue }
            if row.action == .columns, arrangement.columns == nil { continue }
            if row.action == .enter, focus == .stories { hint = .hintRead }
            if row.action == .toggleRead, let story, isRead(story) { hint = .hintUnmark }
            hints.append((key.name(in: texts), texts(hint)))
        }
        return hints
    }
}
