import Localization
import Newspaper
import Screen
import Settings
import Synchronization
import TextDecoding
import Typesetting

/// The pages' own text in the body's pane, in place of the story, with what was made of each line, which the reader can correct.
struct RawPageOverlay: Overlay {
    private(set) var story: StoryID
    private(set) var page: RawPage
    /// Its paragraphs are the page's lines.
    private(set) var place: TextLayout.Place
    /// The line that is selected.
    private(set) var cursor: Int
    /// What that line can be said to be, while the reader is asked.
    private(set) var menu: CorrectionMenu?
    private var kept = KeptTextLayout()

    init(story: StoryID, page: RawPage, place: TextLayout.Place) {
        self.story = story
        self.page = page
        self.place = place
        cursor = max(0, min(place.paragraph, page.lines.count - 1))
    }

    var cover: OverlayCover { .body }
    var keepsEscape: Bool { menu != nil }

    /// The same page as it is now, on which the same line stays selected.
    mutating func adopt(_ page: RawPage, of story: StoryID) {
        let selected = self.page.lines[cursor]
        if !page.lines.indices.contains(cursor) || page.lines[cursor].text != selected.text {
            let same = page.lines.indices.filter { page.lines[$0].text == selected.text }
            let now = same.min { abs($0 - cursor) < abs($1 - cursor) } ?? min(cursor, page.lines.count - 1)
            place.paragraph = max(0, place.paragraph + now - cursor)
            cursor = now
        }
        self.page = page
        self.story = story
        kept = KeptTextLayout()
    }

    /// The same lines, of another story of the page.
    func of(_ story: StoryID) -> RawPageOverlay {
        var overlay = self
        overlay.story = story
        return overlay
    }

    // MARK: - Keys

    mutating func press(_ key: Key, in state: inout ReaderState) -> OverlayAnswer {
        if var menu {
            let answer = menu.press(key, in: state)
            self.menu = menu
            switch answer {
            case .stay: break
            case .close: self.menu = nil
            case .choose(let ruling):
                self.menu = nil
                return .stay(state.correct(page.lines[cursor], ruling))
            }
            return .stay()
        }
        switch key {
        case .wheelUp(let column, let row), .wheelDown(let column, let row):
            guard state.layout.body.contains(column: column, row: row) else { return .pass }
            scroll(key == .wheelUp(column: column, row: row) ? -3 : 3, in: state)
            return .stay()
        case .click(let column, let row), .doubleClick(let column, let row):
            guard let line = line(atColumn: column, row: row, in: state) else { return .pass }
            state.focus = .body
            cursor = line
            if key == .doubleClick(column: column, row: row) { openMenu(in: &state) }
            return .stay()
        default: break
        }
        let action = state.keymap.action(for: key)
        if action == .raw {
            state.focus = .body
            return .close()
        }
        if action == .correct {
            state.focus = .body
            openMenu(in: &state)
            return .stay()
        }
        guard state.focus == .body else { return .pass }
        switch action {
        case .up: move(-1, in: state)
        case .down: move(1, in: state)
        case .pageUp: scroll(-state.pageRows, in: state)
        case .pageDown, .forward: scroll(state.pageRows, in: state)
        case .home: scroll(-.max, in: state)
        case .end: scroll(.max, in: state)
        case .enter: openMenu(in: &state)
        case .back: return .close()
        case nil:
            guard case .character(let scalar) = key,
                let choice = CorrectionMenu.choices.first(where: { $0.key == scalar })
            else { return .pass }
            return .stay(state.correct(page.lines[cursor], choice.ruling))
        default: return .pass
        }
        return .stay()
    }

    private mutating func openMenu(in state: inout ReaderState) {
        let line = page.lines[cursor]
        if line.address == nil { state.message = state.texts(.noCorrecting) } else { menu = CorrectionMenu(line) }
    }

    /// To the line before or after; through one that is longer than the screen row by row.
    private mutating func move(_ step: Int, in state: ReaderState) {
        let textLayout = textLayout(in: state)
        let rows = state.layout.body.rows
        let shown = shown(in: state)
        guard let first = shown.first, let last = shown.last else { return }
        let target = cursor + step
        if step < 0, first.place > TextLayout.Place(paragraph: cursor, offset: 0) || target < 0 {
            place = textLayout.place(first.place, movedBy: -1)
            return
        }
        let isCut = last.paragraph == cursor && last.line.source.upperBound < page.lines[cursor].text.utf8.count
        if step > 0, isCut || target >= page.lines.count {
            place = min(
                textLayout.lastScreen(height: rows), textLayout.place(first.place, movedBy: isCut ? 1 : 0))
            return
        }
        cursor = target
        let start = TextLayout.Place(paragraph: target, offset: 0)
        let end = textLayout.lines(from: TextLayout.Place(paragraph: target, offset: .max), count: 1).first?.place
        guard let end else { return }
        if step < 0, start < first.place {
            // Of one that is longer than the screen, its end.
            place = max(start, textLayout.place(end, movedBy: 1 - rows))
        } else if step > 0, end > last.place {
            place = min(start, textLayout.place(end, movedBy: 1 - rows))
        }
    }

    private mutating func scroll(_ rows: Int, in state: ReaderState) {
        let textLayout = textLayout(in: state)
        let last = textLayout.lastScreen(height: state.layout.body.rows)
        let before = min(place, last)
        switch rows {
        case .max: place = last
        case -.max: place = .start
        default: place = min(last, textLayout.place(before, movedBy: rows))
        }
        // Where there is nothing more to scroll, to the end; else the selected line stays on the screen.
        if abs(rows) == .max || abs(rows) > 3 && place == before {
            cursor = rows < 0 ? 0 : page.lines.count - 1
        } else if let first = shown(in: state).first, let last = shown(in: state).last {
            let isFirstWhole = first.line.source.lowerBound == 0
            let top = min(first.paragraph + (isFirstWhole ? 0 : 1), last.paragraph)
            cursor = max(top, min(cursor, last.paragraph))
        }
    }

    // MARK: - Picture

    private func textLayout(in state: ReaderState) -> TextLayout {
        let measure = Self.measure(in: state).cells
        let style = ParagraphStyle(
            measure: max(2, measure), indent: measure >= 24 ? 2 : 0, alignment: .ragged, hanging: .none,
            restoresPunctuation: false, ambiguousIsWide: state.settings.ambiguousIsWide)
        return kept.textLayout(style) { page.lines.map { TextLayout.Paragraph($0.text, style) } }
    }

    /// The rows on the screen, above the menu where there is one.
    private func shown(in state: ReaderState) -> [TextLayout.SetLine] {
        let textLayout = textLayout(in: state)
        let rows = state.layout.body.rows
        let lines = textLayout.lines(from: min(place, textLayout.lastScreen(height: rows)), count: rows)
        guard let menu else { return lines }
        let room = max(0, rows - menu.rows(in: state))
        if lines.prefix(room).contains(where: { $0.paragraph == cursor }) { return Array(lines.prefix(room)) }
        return textLayout.lines(from: TextLayout.Place(paragraph: cursor, offset: 0), count: room)
    }

    private func line(atColumn column: Int, row: Int, in state: ReaderState) -> Int? {
        let area = state.layout.body
        guard area.contains(column: column, row: row) else { return nil }
        let shown = shown(in: state)
        return shown.indices.contains(row - area.row) ? shown[row - area.row].paragraph : nil
    }

    /// Where the lines are: first the mark of selection and what each line is, where there is room for that, then two cells for
    /// its marks, then the text.
    static func measure(in state: ReaderState) -> (column: Int, cells: Int) {
        let (column, cells) = state.layout.measure
        let taken = kindCells(in: state) + 2
        return cells >= 12 ? (column + taken, cells - taken) : (column, cells)
    }

    /// Cells of the words for what lines are, and one for what stands before them; 0 where there is no room for them.
    private static func kindCells(in state: ReaderState) -> Int {
        let widest = LineKind.allCases.map { state.cells(of: words(for: $0, in: state)) }.max() ?? 0
        return state.layout.measure.cells >= 3 * widest + 4 ? widest : 0
    }

    private static func words(for kind: LineKind, in state: ReaderState) -> String {
        state.texts.words(for: "kind.\(kind.rawValue)") ?? kind.rawValue
    }

    func compose(in layout: ScreenLayout, of state: ReaderState, to frame: inout Frame) {
        let area = layout.body
        guard !area.isEmpty else { return }
        let theme = state.theme
        let (column, _) = Self.measure(in: state)
        let kindCells = Self.kindCells(in: state)
        for (index, row) in shown(in: state).enumerated() {
            let line = page.lines[row.paragraph]
            let style = line.role == .elsewhere ? theme.muted : line.role == .body ? theme.text : theme.byline
            let isFirst = row.line.source.lowerBound == 0
            let isSelected = row.paragraph == cursor && state.focus == .body
            let margin = Area(
                column: max(area.column, column - kindCells - 3), row: area.row + index,
                columns: min(kindCells + 1, column - area.column), rows: 1)
            if isSelected {
                frame.fill(margin, style: theme.selection)
                frame.writeSelectionMark(true, in: margin, style: theme.selection)
                if isFirst || index == 0 { frame.cursor(at: margin, where: menu == nil) }
            }
            if isFirst, kindCells > 0, !line.text.isEmpty {
                frame.write(
                    Self.words(for: line.kind, in: state), column: margin.column + 1, row: margin.row,
                    limit: kindCells,
                    style: isSelected ? theme.selection : line.ruling == nil ? theme.muted : theme.mark)
            }
            if isFirst, line.isMoved || line.isJoined || line.ruling != nil {
                frame.put(
                    line.isMoved ? "↷" : line.isJoined ? "↳" : "*", cells: 1, column: max(area.column, column - 2),
                    row: area.row + index, style: theme.mark)
            }
            let restored =
                state.settings.restoresPunctuation ? Self.restored(in: line.text, near: row.line.source) : []
            frame.write(
                row.line, column: column, row: area.row + index, limit: area.column + area.columns - column,
                style: line.isMoved ? theme.caption : style)
            for glyph in row.line.glyphs where restored.contains(where: { $0.contains(glyph.offset) }) {
                frame.restyle(
                    Area(column: column + glyph.column, row: area.row + index, columns: glyph.cells, rows: 1)
                ) { $0 = theme.mark }
            }
        }
        menu?.compose(of: state, to: &frame)
    }

    func hints(of state: ReaderState) -> [Hint]? {
        if menu != nil { return CorrectionMenu.hints(of: state) }
        guard state.focus == .body else { return nil }
        func hint(_ action: Action, _ word: MessageKey) -> Hint? {
            state.keymap.keys(for: action).first.map { Hint($0, word: state.texts(word), in: state) }
        }
        return [
            Hint(.up, .down, word: state.texts(.hintSelect), in: state),
            Hint(.enter, word: state.texts(.hintCorrect), in: state),
            hint(.raw, .hintStory), hint(.forward, .hintPage),
        ].compactMap(\.self) + state.paneHints { action, word in action == .help ? word : nil }.dropFirst()
    }

    /// Where marks near a part of a line are restored. Some hundred characters around it decide; a line may be a whole book.
    private static func restored(in text: String, near part: Range<Int>) -> [Range<Int>] {
        let reach = 2048
        let utf8 = text.utf8
        var start = utf8.index(utf8.startIndex, offsetBy: max(0, part.lowerBound - reach))
        while start > text.startIndex, UTF8Scalar.isTail(utf8[start]) { start = utf8.index(before: start) }
        var end = utf8.index(utf8.startIndex, offsetBy: min(utf8.count, part.upperBound + reach))
        while end < text.endIndex, UTF8Scalar.isTail(utf8[end]) { end = utf8.index(after: end) }
        let offset = utf8.distance(from: utf8.startIndex, to: start)
        return restorations(of: String(text[start..<end])).map {
            $0.source.lowerBound + offset..<$0.source.upperBound + offset
        }
    }

    /// How far it has been shown; nothing where all of it is on the screen.
    func status(of state: ReaderState) -> OverlayStatus? {
        OverlayStatus(words: state.searchStatus, percent: percent(in: state))
    }

    private func percent(in state: ReaderState) -> Int? {
        let textLayout = textLayout(in: state)
        let rows = state.layout.body.rows
        let place = min(place, textLayout.lastScreen(height: rows))
        guard let last = textLayout.lines(from: place, count: rows).last else { return nil }
        if textLayout.isLast(last) { return place == .start ? nil : 100 }
        return (last.paragraph + 1) * 100 / page.lines.count
    }
}

/// The textLayout that was made last, so that a key does not make another.
private final class KeptTextLayout: Sendable {
    private let kept = Mutex<(style: ParagraphStyle, textLayout: TextLayout)?>(nil)

    func textLayout(_ style: ParagraphStyle, paragraphs: () -> [TextLayout.Paragraph]) -> TextLayout {
        kept.withLock { kept in
            if let kept, kept.style == style { return kept.textLayout }
            let textLayout = TextLayout(paragraphs())
            kept = (style, textLayout)
            return textLayout
        }
    }
}
