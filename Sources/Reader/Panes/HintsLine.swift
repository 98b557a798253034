import Settings
import Screen
import Localization
import TextDecoding
import Typesetting

/// What a key does here, in a word.
package struct Hint: Sendable {
    var key: String
    var word: String
    var isHelp = false
}

extension ReaderState {
    func composeHints(row: Int, layout: ScreenLayout, in frame: inout Frame) {
        let columns = frame.size.columns
        var room = columns - 2
        let hints = hints
        // How to leave what lies over all counts more than how long it is.
        let isCovered = overlays.top?.cover == .screen
        let needed = isCovered ? hints.reduce(0) { $0 + cells(of: $1) + 2 } : 0
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

    /// At the right end: which hit this is, and how far the story or what lies over it is shown, where that leaves so many
    /// cells. Returns those that it takes.
    func composeStatus(row: Int, leaving rest: Int = 0, layout: ScreenLayout, in frame: inout Frame) -> Int {
        let status = status(layout)
        let text = [status.words, status.percent.map { "\($0)%" }].compactMap(\.self).connected(by: "  ")
        let width = cells(of: text)
        let columns = frame.size.columns
        guard width > 0, width + 2 + rest < columns else { return 0 }
        frame.write(text, column: columns - 1 - width, row: row, limit: width, style: theme.muted)
        return width + 2
    }

    private func status(_ layout: ScreenLayout) -> OverlayStatus {
        for overlay in overlays.layers.reversed() { if let status = overlay.status(of: self) { return status } }
        return OverlayStatus(words: searchStatus, percent: percentShown(layout))
    }

    /// `3/17`: the hit that was gone to, and how many there are; what a list is filtered by.
    var searchStatus: String? {
        if let find = search.find { return "\(find.current.map { $0 + 1 } ?? 0)/\(find.hits.count)" }
        return prompt == nil ? lists.listFilter.map { "/" + shortened($0.words, to: 16) } : nil
    }

    /// What the keys do here, the most wanted first.
    var hints: [Hint] {
        for overlay in overlays.layers.reversed() { if let hints = overlay.hints(of: self) { return hints } }
        return paneHints { action, word in
            switch action {
            case .nextUnread: search.find == nil ? word : texts(.hintNextHit)
            case .back where hasSomethingToLeave: texts(.hintLeave)
            case .back: focus == .stories ? nil : word
            case .find: focus == .body ? word : texts(.hintNarrow)
            // What was found leaves less room, and is what the reader is after.
            case .forward, .toggleRead: search.find == nil ? word : nil
            default: word
            }
        }
    }

    /// Whether Escape ends something before it goes back.
    private var hasSomethingToLeave: Bool {
        focus == .body ? search.find != nil && results == nil : lists.listFilter?.pane == focus
    }

    /// The hints of the pane that has the keys; `change` gives each action another word, or none.
    func paneHints(_ change: (Action, String) -> String?) -> [Hint] {
        let isPaged = focus == .body && rawPage == nil && position.flatMap(columnStory) != nil
        let arrows: MessageKey = isPaged ? .hintPage : focus == .body ? .hintScroll : .hintSelect
        var hints = [Hint(key: "↑↓", word: texts(arrows))]
        for row in keymap.rows where row.panes.contains(focus) {
            guard row.isHinted, let key = row.keys.first, var word = change(row.action, texts.hint(for: row.action))
            else { continue }
            if row.action == .forward, isPaged { continue }
            if row.action == .columns, layout.columns == nil { continue }
            if row.action == .enter, focus == .stories { word = texts(.hintRead) }
            if row.action == .toggleRead, let position, isRead(position) { word = texts(.hintUnmark) }
            hints.append(Hint(key: key.name(in: texts), word: word, isHelp: row.action == .help))
        }
        return hints
    }
}
