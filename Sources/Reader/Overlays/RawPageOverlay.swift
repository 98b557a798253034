import Newspaper
import Screen
import Settings
import Synchronization
import TextDecoding
import Typesetting

/// The pages' own text in the body's pane, in place of the story, with what was made of each line.
struct RawPageOverlay: Overlay {
    let story: StoryID
    let page: RawPage
    /// Its paragraphs are the page's lines.
    private(set) var place: TextLayout.Place
    private let kept = KeptTextLayout()

    init(story: StoryID, page: RawPage, place: TextLayout.Place) {
        self.story = story
        self.page = page
        self.place = place
    }

    var cover: OverlayCover { .body }

    // MARK: - Keys

    mutating func press(_ key: Key, in state: inout ReaderState) -> OverlayAnswer {
        switch key {
        case .wheelUp(let column, let row), .wheelDown(let column, let row):
            guard state.layout.body.contains(column: column, row: row) else { return .pass }
            scroll(key == .wheelUp(column: column, row: row) ? -3 : 3, in: state)
            return .stay()
        default: break
        }
        let action = state.keymap.action(for: key)
        if action == .raw {
            state.focus = .body
            return .close()
        }
        guard state.focus == .body else { return .pass }
        switch action {
        case .up: scroll(-1, in: state)
        case .down: scroll(1, in: state)
        case .pageUp: scroll(-state.pageRows, in: state)
        case .pageDown, .forward: scroll(state.pageRows, in: state)
        case .home: scroll(-.max, in: state)
        case .end: scroll(.max, in: state)
        case .back: return .close()
        default: return .pass
        }
        return .stay()
    }

    private mutating func scroll(_ rows: Int, in state: ReaderState) {
        let textLayout = textLayout(in: state)
        let last = textLayout.lastScreen(height: state.layout.body.rows)
        switch rows {
        case .max: place = last
        case -.max: place = .start
        default: place = min(last, textLayout.place(min(place, last), movedBy: rows))
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

    /// Where the lines stand: two cells for their marks, then the text.
    static func measure(in state: ReaderState) -> (column: Int, cells: Int) {
        let (column, cells) = state.layout.measure
        return cells >= 12 ? (column + 2, cells - 2) : (column, cells)
    }

    func compose(in layout: ScreenLayout, of state: ReaderState, to frame: inout Frame) {
        let area = layout.body
        guard !area.isEmpty else { return }
        let theme = state.theme
        let (column, _) = Self.measure(in: state)
        let textLayout = textLayout(in: state)
        let place = min(place, textLayout.lastScreen(height: area.rows))
        for (index, row) in textLayout.lines(from: place, count: area.rows).enumerated() {
            let line = page.lines[row.paragraph]
            let style = line.role == .elsewhere ? theme.muted : line.role == .body ? theme.text : theme.byline
            if row.line.source.lowerBound == 0, line.isMoved || line.isJoined {
                frame.put(
                    line.isMoved ? "↷" : "↳", cells: 1, column: max(area.column, column - 2), row: area.row + index,
                    style: theme.mark)
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

extension ReaderState {
    /// Asks for the open story's raw text.
    mutating func toggleRaw() -> [Effect] {
        guard let id = lists.openStory else { return [] }
        focus = .body
        return [.rawPage(id)]
    }

    /// Shows what was asked for, at the place where the reader is; nil where there is none.
    mutating func show(_ page: RawPage?, of story: StoryID) {
        // Words that are being typed are looked for in the story, not on the page.
        guard story == lists.openStory, let position, prompt == nil else { return }
        guard let page, !page.lines.isEmpty else {
            message = texts(.noRawText)
            return
        }
        let document = setStory(position).document
        let reading = document.readingPlace(of: shownPlace)
        overlays.open(
            RawPageOverlay(story: story, page: page, place: page.place(of: reading, in: document.story.body)))
        message = texts(.rawLegend)
    }
}
