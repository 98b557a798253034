import Screen
import Typesetting

/// The pages' own text in the body's pane, in place of the story.
extension ReaderState {
    /// Asks for the open story's raw text, or goes back to where the story was left.
    mutating func toggleRaw() -> [Effect] {
        guard let story else { return [] }
        focus = .body
        if raw != nil {
            raw = nil
            return []
        }
        return [.rawPage(story)]
    }

    /// Shows what was asked for with `Effect.rawPage`, at the place where the reader is; nil where there is none.
    package mutating func show(_ page: RawPage?, of story: Int) {
        guard story == self.story else { return }
        guard let page, !page.lines.isEmpty else {
            message = texts(.noRawText)
            return
        }
        let body = edition.stories[story].body
        let reading = setStory(story).document.readingPlace(of: shownPlace, in: body)
        raw = RawView(story: story, page: page, place: page.place(of: reading, in: body))
        message = texts(.rawLegend)
    }

    func textLayout(of raw: RawView) -> TextLayout {
        raw.textLayout(measure: rawMeasure.cells, ambiguousIsWide: settings.ambiguousIsWide)
    }

    /// Where the raw lines stand: two cells for their marks, then the text.
    var rawMeasure: (column: Int, cells: Int) {
        let (column, cells) = layout.measure
        return cells >= 12 ? (column + 2, cells - 2) : (column, cells)
    }

    /// Scrolls the raw text; false where it is not shown.
    mutating func scrollRaw(_ rows: Int) -> Bool {
        guard var raw else { return false }
        let textLayout = textLayout(of: raw)
        let last = textLayout.lastScreen(height: layout.body.rows)
        switch rows {
        case .max: raw.place = last
        case -.max: raw.place = .start
        default: raw.place = min(last, textLayout.place(min(raw.place, last), movedBy: rows))
        }
        self.raw = raw
        return true
    }

    func compose(_ raw: RawView, in frame: inout Frame) {
        let area = layout.body
        let (column, _) = rawMeasure
        let textLayout = textLayout(of: raw)
        let place = min(raw.place, textLayout.lastScreen(height: area.rows))
        for (index, row) in textLayout.lines(from: place, count: area.rows).enumerated() {
            let line = raw.page.lines[row.paragraph]
            let style = line.role == .elsewhere ? theme.muted : line.role == .body ? theme.text : theme.byline
            if row.line.source.lowerBound == 0, line.isMoved || line.isJoined {
                frame.put(
                    line.isMoved ? "↷" : "↳", cells: 1, column: max(area.column, column - 2), row: area.row + index,
                    style: theme.mark)
            }
            let restored = settings.restoresPunctuation ? Self.restored(in: line.text, near: row.line.source) : []
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
        while start > text.startIndex, utf8[start] & 0xC0 == 0x80 { start = utf8.index(before: start) }
        var end = utf8.index(utf8.startIndex, offsetBy: min(utf8.count, part.upperBound + reach))
        while end < text.endIndex, utf8[end] & 0xC0 == 0x80 { end = utf8.index(after: end) }
        let offset = utf8.distance(from: utf8.startIndex, to: start)
        return restorations(of: String(text[start..<end])).map {
            $0.source.lowerBound + offset..<$0.source.upperBound + offset
        }
    }

    /// How far the screen has come through the raw text, in per cent; nil where all of it is shown.
    func percentShown(_ raw: RawView) -> Int? {
        let textLayout = textLayout(of: raw)
        let rows = layout.body.rows
        let place = min(raw.place, textLayout.lastScreen(height: rows))
        guard let last = textLayout.lines(from: place, count: rows).last else { return nil }
        if textLayout.isLast(last) { return place == .start ? nil : 100 }
        return (last.paragraph + 1) * 100 / raw.page.lines.count
    }
}
