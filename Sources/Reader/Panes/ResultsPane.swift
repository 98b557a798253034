import Screen
import Typesetting

/// The hits in all stories, in the place of the list of stories.
extension ReaderState {
    /// Whether Escape ends something before it goes back.
    var hasSomethingToLeave: Bool {
        switch focus {
        case .sections: listFilter?.pane == .sections
        case .stories: results != nil || listFilter?.pane == .stories
        case .body: find != nil && results == nil
        }
    }

    /// Hits of one story stand under its headline; a low pane shows the hits alone.
    private func hasHeadline(_ place: Int, from top: Int, _ results: EditionFind, _ area: Area) -> Bool {
        area.rows >= 4 && (place == top || results.isFirstOfStory(place))
    }

    /// The first entry shown: as little moved as keeps the selected one in sight.
    func resultsTop(_ results: EditionFind, _ area: Area) -> Int {
        guard area.rows > 0, !results.entries.isEmpty else { return 0 }
        let last = resultsTop(endingAt: results.entries.count - 1, results, area)
        if wheeled { return min(results.first, last) }
        let top = min(results.first, results.selected, last)
        return max(top, resultsTop(endingAt: results.selected, results, area))
    }

    /// The first entry of a pane whose last one is `end`.
    private func resultsTop(endingAt end: Int, _ results: EditionFind, _ area: Area) -> Int {
        var top = end
        var rows = hasHeadline(end, from: end, results, area) ? 2 : 1
        while top > 0 {
            // The headline over the first one moves up with it.
            if !results.isFirstOfStory(top), hasHeadline(top, from: top, results, area) { rows -= 1 }
            rows += hasHeadline(top - 1, from: top - 1, results, area) ? 2 : 1
            if rows > area.rows { break }
            top -= 1
        }
        return top
    }

    /// The entries on the screen, each with its rows; those below the pane are left out.
    func resultEntries(_ results: EditionFind, _ area: Area) -> [(place: Int, rows: Range<Int>)] {
        let top = resultsTop(results, area)
        var entries: [(place: Int, rows: Range<Int>)] = []
        var row = area.row
        for place in results.entries.indices.dropFirst(top) {
            guard row < area.row + area.rows else { break }
            let end = row + (hasHeadline(place, from: top, results, area) ? 2 : 1)
            entries.append((place, row..<min(end, area.row + area.rows)))
            row = end
        }
        return entries
    }

    func compose(_ results: EditionFind, _ area: Area, in frame: inout Frame) {
        if results.entries.isEmpty {
            let text = results.isDone ? texts(.noHits) : texts(.finding, results.progress)
            frame.write(text, column: area.column + 1, row: area.row, limit: area.columns - 2, style: theme.muted)
        }
        let top = resultsTop(results, area)
        for (place, rows) in resultEntries(results, area) {
            compose(
                results.entries[place], hasHeadline: hasHeadline(place, from: top, results, area),
                isSelected: place == results.selected,
                Area(column: area.column, row: rows.lowerBound, columns: area.columns, rows: rows.count), in: &frame)
        }
    }

    private func compose(
        _ entry: EditionFind.Entry, hasHeadline: Bool, isSelected: Bool, _ area: Area, in frame: inout Frame
    ) {
        let selection = focus == .stories ? theme.selection : theme.quietSelection
        if isSelected {
            frame.fill(area, style: selection)
            frame.cursor(at: area, where: focus == .stories)
        }
        frame.writeSelectionMark(isSelected, in: area, style: selection)
        let column = area.column + 2
        let limit = max(0, area.columns - 3)
        let story = edition.stories[entry.story]
        if hasHeadline {
            let title = shortened(restored(Excerpt.beginning(of: story.listTitle ?? texts(.untitled))), to: limit)
            frame.write(
                title, column: column, row: area.row, limit: limit, style: isSelected ? selection : theme.headline)
            guard area.rows > 1 else { return }
        }
        let row = area.row + area.rows - 1
        let indent = layout.stories.rows >= 4 ? min(2, limit) : 0
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
