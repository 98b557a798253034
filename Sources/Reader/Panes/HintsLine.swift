import Screen
import Localization
import Typesetting

/// What a key does here, in a word.
struct Hint {
    var key: String
    var word: String
    var isHelp = false
}

extension ReaderState {
    func composeHints(row: Int, layout: ScreenLayout, in frame: inout Frame) {
        let columns = frame.size.columns
        var room = columns - 2
        // How to leave the help counts more than how long it is.
        let needed = help == nil ? 0 : hints.reduce(0) { $0 + cells(of: $1) + 2 }
        room -= composeStatus(row: row, leaving: needed, layout: layout, in: &frame)
        if let progress {
            let text = progress + "  " + texts(.escapeCancels, Key.escape.name(in: texts))
            frame.write(shortened(text, to: room), column: 1, row: row, limit: room, style: theme.message)
            return
        }
        if let message {
            frame.write(shortened(message, to: room), column: 1, row: row, limit: room, style: theme.message)
            return
        }
        var column = 1
        for hint in fitting(hints, room: room) {
            let width = cells(of: hint)
            column += frame.write(hint.key, column: column, row: row, limit: width, style: theme.hintKey) + 1
            column += frame.write(hint.word, column: column, row: row, limit: width, style: theme.muted) + 2
        }
    }

    private func cells(of hint: Hint) -> Int { cells(of: hint.key) + 1 + cells(of: hint.word) }

    /// As many as there is room for, from the front; where that is not all of them, the key to the help, which has them all,
    /// comes last.
    private func fitting(_ hints: [Hint], room: Int) -> [Hint] {
        func fitting(_ hints: [Hint], room: Int) -> [Hint] {
            var room = room
            return Array(
                hints.prefix { hint in
                    let width = cells(of: hint)
                    guard width <= room else { return false }
                    room -= width + 2
                    return true
                })
        }
        let shown = fitting(hints, room: room)
        guard shown.count < hints.count, let help = hints.first(where: \.isHelp) else { return shown }
        let others = hints.filter { !$0.isHelp }
        return fitting(others, room: room - cells(of: help) - 2) + fitting([help], room: room)
    }

    /// At the right end: which hit this is, and how far the story or the help has come, where that leaves so many cells. Returns those that
    /// it takes.
    func composeStatus(row: Int, leaving rest: Int = 0, layout: ScreenLayout, in frame: inout Frame) -> Int {
        let isStory = help == nil && links == nil
        let percent = isStory ? percentShown(layout) : percentOfHelp
        let text = [isStory ? findStatus : nil, percent.map { "\($0)%" }].compactMap(\.self).joined(separator: "  ")
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
        return prompt == nil ? listFilter.map { "/" + shortened($0.words, to: 16) } : nil
    }

    /// What the keys do here, the most wanted first.
    var hints: [Hint] {
        if help != nil {
            return [
                Hint(key: "↑↓", word: texts(.hintScroll)),
                Hint(key: Key.escape.name(in: texts), word: texts(.hintClose)),
            ]
        }
        if links != nil {
            return [
                Hint(key: "↑↓", word: texts(.hintSelect)),
                Hint(key: Key.enter.name(in: texts), word: texts(.hintOpenLink)),
                Hint(key: Key.escape.name(in: texts), word: texts(.hintBack)),
            ]
        }
        if calendar != nil {
            return [
                Hint(key: "↑↓", word: texts(.hintSelect)), Hint(key: "←→", word: texts(.hintPages)),
                Hint(key: Key.enter.name(in: texts), word: texts(.hintOpen)),
                Hint(key: Key.escape.name(in: texts), word: texts(.hintBack)),
            ]
        }
        let isPaged = focus == .body && raw == nil && story.flatMap(columnStory) != nil
        let arrows: MessageKey = isPaged ? .hintPage : focus == .body ? .hintScroll : .hintSelect
        var hints = [Hint(key: "↑↓", word: texts(arrows))]
        for row in keymap.rows where row.panes.contains(focus) {
            guard row.isHinted, let key = row.keys.first else { continue }
            var word = texts.hint(for: row.action)
            if find != nil, row.action == .nextUnread { word = texts(.hintNextHit) }
            if row.action == .back, focus == .stories, !hasSomethingToLeave { continue }
            if row.action == .back, hasSomethingToLeave { word = texts(.hintLeave) }
            if row.action == .find, focus != .body, results == nil { word = texts(.hintNarrow) }
            if row.action == .forward, isPaged { continue }
            // What was looked for leaves less room, and is what the reader is after.
            if find != nil || results != nil, row.action == .forward || row.action == .toggleRead { continue }
            if row.action == .columns, layout.columns == nil { continue }
            if row.action == .enter, focus == .stories { word = texts(.hintRead) }
            if row.action == .toggleRead, let story, isRead(story) { word = texts(.hintUnmark) }
            hints.append(Hint(key: key.name(in: texts), word: word, isHelp: row.action == .help))
        }
        return hints
    }
}
