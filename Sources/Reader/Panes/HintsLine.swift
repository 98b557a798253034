import Screen
import Typesetting

extension ReaderState {
    func composeHints(row: Int, arrangement: Arrangement, in frame: inout Frame) {
        let columns = frame.size.columns
        var room = columns - 2
        room -= composeStatus(row: row, arrangement: arrangement, in: &frame)
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

    /// At the right end: which hit this is, and how far the story has come, where that leaves so many cells. Returns those that
    /// it takes.
    func composeStatus(row: Int, leaving rest: Int = 0, arrangement: Arrangement, in frame: inout Frame) -> Int {
        let text = [findStatus, percentShown(arrangement).map { "\($0)%" }].compactMap(\.self).joined(separator: "  ")
        let width = cells(of: text)
        let columns = frame.size.columns
        guard width > 0, width + 2 + rest < columns else { return 0 }
        frame.write(text, column: columns - 1 - width, row: row, limit: width, style: theme.muted)
        return width + 2
    }

    /// `3/17`: the hit that was gone to, and how many there are; what a list is narrowed to.
    private var findStatus: String? {
        if let results {
            let count = "\(results.entries.isEmpty ? 0 : results.selected + 1)/\(results.entries.count)"
            if results.isFull { return count + "+" }
            return showsProgress && !results.isDone ? texts(.finding, results.progress) + "  " + count : count
        }
        if let find { return "\(find.current.map { $0 + 1 } ?? 0)/\(find.hits.count)" }
        return prompt == nil ? narrowing.map { "/" + shortened($0.words, to: 16) } : nil
    }

    /// What the keys do here, the most wanted first.
    var hints: [(key: String, word: String)] {
        if help != nil { return [("↑↓", texts(.hintScroll)), (Key.escape.name(in: texts), texts(.hintClose))] }
        let isPaged = focus == .body && raw == nil && story.flatMap(columnStory) != nil
        var hints = [("↑↓", texts(isPaged ? .hintPage : focus == .body ? .hintScroll : .hintSelect))]
        for row in keymap.rows where row.panes.contains(focus) {
            guard var hint = row.hint, let key = row.keys.first else { continue }
            if find != nil, row.action == .nextUnread { hint = .hintNextHit }
            if row.action == .back, focus == .stories, !hasSomethingToLeave { continue }
            if row.action == .back, hasSomethingToLeave { hint = .hintLeave }
            if row.action == .find, focus != .body, results == nil { hint = .hintNarrow }
            if row.action == .forward, isPaged { continue }
            if row.action == .columns, arrangement.columns == nil { continue }
            if row.action == .enter, focus == .stories { hint = .hintRead }
            if row.action == .toggleRead, let story, isRead(story) { hint = .hintUnmark }
            hints.append((key.name(in: texts), texts(hint)))
        }
        return hints
    }
}
