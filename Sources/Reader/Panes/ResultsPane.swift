import Screen
import Typesetting

/// The hits in all stories, in the place of the list of stories.
extension ReaderState {
    /// Whether Escape ends something before it goes back.
    var hasSomethingToLeave: Bool {
        switch focus {
        case .sections: narrowing?.pane == .sections
        case .stories: results != nil || narrowing?.pane == .stories
        case .body: find != nil && results == nil
        }
    }

    /// Rows of an entry: the story's headline, and the hit in its sentence.
    var resultRows: Int { arrangement.stories.rows >= 4 ? 2 : 1 }

    /// The first entry shown: as little moved as keeps the selected one in sight.
    func resultsTop(_ results: EditionFind, _ area: Area) -> Int {
        let shown = max(1, area.rows / resultRows)
        let last = max(0, results.entries.count - shown)
        if wheeled { return min(results.first, last) }
        return max(results.selected - shown + 1, min(results.first, results.selected, last))
    }

    func compose(_ results: EditionFind, _ area: Area, in frame: inout Frame) {
        if results.entries.isEmpty {
            let text = results.isDone ? texts(.noHits) : texts(.finding, results.progress)
            frame.write(text, column: area.column + 1, row: area.row, limit: area.columns - 2, style: theme.muted)
        }
        let top = resultsTop(results, area)
        let shown = (area.rows + resultRows - 1) / resultRows
        for (place, entry) in results.entries.dropFirst(top).prefix(shown).enumerated() {
            let first = area.row + place * resultRows
            let rows = min(resultRows, area.row + area.rows - first)
            compose(
                entry, isSelected: top + place == results.selected,
                Area(column: area.column, row: first, columns: area.columns, rows: rows), in: &frame)
        }
    }

    private func compose(_ entry: EditionFind.Entry, isSelected: Bool, _ area: Area, in frame: inout Frame) {
        let selection = focus == .stories ? theme.selection : theme.quietSelection
        if isSelected {
            frame.fill(area, style: selection)
            frame.cursor(at: area, where: focus == .stories)
        }
        frame.writeSelectionMark(isSelected, in: area, style: selection)
        let column = area.column + 2
        let limit = max(0, area.columns - 3)
        let story = edition.stories[entry.story]
        if resultRows > 1 {
            let title = shortened(restored(Excerpt.beginning(of: story.listTitle ?? texts(.untitled))), to: limit)
            frame.write(
                title, column: column, row: area.row, limit: limit, style: isSelected ? selection : theme.headline)
            guard area.rows > 1 else { return }
        }
        let row = area.row + resultRows - 1
        let indent = resultRows > 1 ? min(2, limit) : 0
        let excerpt = Excerpt(
            of: entry.hit, in: StoryDocument(story, texts: texts, settings: settings), cells: limit - indent,
            settings: settings)
        for glyph in excerpt.glyphs {
            frame.put(
                glyph.text, cells: glyph.cells, column: column + indent + glyph.column, row: row,
                style: isSelected ? selection : theme.muted)
        }
        let hit = Area(
            column: column + indent + excerpt.hit.lowerBound, row: row, columns: excerpt.hit.count, rows: 1)
        frame.restyle(hit) { $0 = isSelected ? theme.currentHit : theme.hit }
    }
}
