import Settings
import Screen
import Localization
import TextDecoding
import Typesetting

/// What a key does here, in a word.
package struct Hint: Sendable {
    /// What a click on it presses: of two keys the one whose half of the name it hits.
    let keys: [Key]
    let key: String
    let word: String
    let isHelp: Bool
    /// Cells of the key and of its word.
    let widths: (key: Int, word: Int)
    /// Both, and the blank between them.
    var cells: Int { widths.key + 1 + widths.word }

    init(_ keys: Key..., word: String, isHelp: Bool = false, in state: ReaderState) {
        self.keys = keys
        key = keys.count == 1 ? keys[0].name(in: state.texts) : keys.map { $0.name(in: state.texts) }.joined()
        self.word = word
        self.isHelp = isHelp
        widths = (state.cells(of: key), state.cells(of: word))
    }
}

extension ReaderState {
    func composeHints(row: Int, layout: ScreenLayout, in frame: inout Frame) {
        let columns = frame.size.columns
        let hints = hints
        let room = columns - 2 - composeStatus(row: row, leaving: needed(hints), layout: layout, in: &frame)
        if let progress {
            let text = progress + "  " + texts(.escapeCancels, Key.escape.name(in: texts))
            frame.write(shortened(text, to: room), column: 1, row: row, limit: room, style: theme.message)
            return
        }
        if let message {
            frame.write(fitted(message, to: room), column: 1, row: row, limit: room, style: theme.message)
            return
        }
        for (hint, column) in placed(hints, room: room) {
            frame.write(hint.key, column: column, row: row, limit: hint.widths.key, style: theme.hintKey)
            let word = column + hint.widths.key + 1
            frame.write(hint.word, column: word, row: row, limit: hint.widths.word, style: theme.muted)
        }
    }

    /// Cells that the hints must have: how to leave what lies over all counts more than how long it is.
    private func needed(_ hints: [Hint]) -> Int {
        overlays.top?.cover == .screen ? hints.reduce(0) { $0 + $1.cells + 2 } : 0
    }

    /// The hints that are shown, and the columns where they begin.
    private func placed(_ hints: [Hint], room: Int) -> [(hint: Hint, column: Int)] {
        var column = 1
        return fitting(hints, room: room).map { hint in
            defer { column += hint.cells + 2 }
            return (hint, column)
        }
    }

    /// The key of the hint that is shown at a column of the last row; nil where there is none.
    func hintedKey(atColumn column: Int, layout: ScreenLayout) -> Key? {
        guard prompt == nil else { return nil }
        if progress != nil { return .escape }
        guard message == nil else { return nil }
        let hints = hints
        let room = size.columns - 2 - statusCells(statusText(layout), leaving: needed(hints))
        for (hint, start) in placed(hints, room: room) where (start..<start + hint.cells).contains(column) {
            guard hint.keys.count > 1 else { return hint.keys.first }
            return column - start < hint.widths.key
                ? hint.keys[min(1, (column - start) * 2 / hint.widths.key)] : nil
        }
        return nil
    }

    /// As many as there is room for, from the front; where that is not all of them, the key to the help, which has them all,
    /// comes last.
    private func fitting(_ hints: [Hint], room: Int) -> [Hint] {
        func fitting(_ hints: [Hint], room: Int) -> [Hint] {
            var room = room
            return Array(
                hints.prefix { hint in
                    let width = hint.cells
                    guard width <= room else { return false }
                    room -= width + 2
                    return true
                })
        }
        let shown = fitting(hints, room: room)
        guard shown.count < hints.count, let help = hints.first(where: \.isHelp) else { return shown }
        let others = hints.filter { !$0.isHelp }
        return fitting(others, room: room - help.cells - 2) + fitting([help], room: room)
    }

    /// At the right end: which hit this is, and how far the story or what lies over it is shown, where that leaves so many
    /// cells. Returns those that it takes.
    func composeStatus(row: Int, leaving rest: Int = 0, layout: ScreenLayout, in frame: inout Frame) -> Int {
        let text = statusText(layout)
        let taken = statusCells(text, leaving: rest)
        guard taken > 0 else { return 0 }
        frame.write(text, column: frame.size.columns + 1 - taken, row: row, limit: taken - 2, style: theme.muted)
        return taken
    }

    /// Cells that the status takes, with two before it.
    private func statusCells(_ text: String, leaving rest: Int) -> Int {
        let width = cells(of: text)
        return width > 0 && width + 2 + rest < size.columns ? width + 2 : 0
    }

    private func statusText(_ layout: ScreenLayout) -> String {
        let status = status(layout)
        return [status.words, status.percent.map { "\($0)%" }].compactMap(\.self).connected(by: "  ")
    }

    private func status(_ layout: ScreenLayout) -> OverlayStatus {
        for overlay in overlays.layers.reversed() { if let status = overlay.status(of: self) { return status } }
        return OverlayStatus(words: searchStatus, percent: percentShown(layout))
    }

    /// `3/17`: the hit that was gone to, and how many there are; what the lists are narrowed to, where no masthead says it.
    var searchStatus: String? {
        if let find = search.find { return "\(find.current.map { $0 + 1 } ?? 0)/\(find.hits.count)" }
        return layout.masthead == nil && !filterWords.isEmpty ? filterWords.connected(by: " ") : nil
    }

    /// What the keys do here, the most wanted first.
    var hints: [Hint] {
        for overlay in overlays.layers.reversed() { if let hints = overlay.hints(of: self) { return hints } }
        return paneHints { action, word in
            switch action {
            case .nextUnread: search.find == nil ? word : texts(.hintNextHit)
            case .back where hasSomethingToLeave: texts(.hintLeave)
            case .back: focus == .body ? word : nil
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
        var hints = [Hint(.up, .down, word: texts(arrows), in: self)]
        for row in keymap.rows where row.panes.contains(focus) {
            guard row.isHinted, let key = row.keys.first, var word = change(row.action, texts.hint(for: row.action))
            else { continue }
            if row.action == .forward, isPaged { continue }
            if row.action == .columns, !mayHaveColumns { continue }
            if row.action == .pictures, screen.pictureDisplay.means == .none || !hasPictures { continue }
            if row.action == .enter, focus == .stories { word = texts(.hintRead) }
            if row.action == .toggleRead, let position, isRead(position) { word = texts(.hintUnmark) }
            hints.append(Hint(key, word: word, isHelp: row.action == .help, in: self))
        }
        return hints
    }
}
