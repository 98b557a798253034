/// What a click and the wheel do.
extension ReaderState {
    mutating func click(column: Int, row: Int) -> [Effect] {
        let layout = layout
        guard let pane = layout.pane(atColumn: column, row: row) else { return [] }
        focus = pane
        switch pane {
        case .sections:
            let area = layout.sections
            let listed = listedSections
            let index = sectionsTop(area) + row - area.row
            if listed.indices.contains(index) { select(section: listed[index], keepsListFilter: true) }
        case .stories where results != nil:
            guard let results else { break }
            let entries = resultEntries(results, layout.stories)
            if let place = entries.first(where: { $0.rows.contains(row) })?.place { show(result: place) }
        case .stories:
            if let story = storyEntries(layout.stories).first(where: { $0.rows.contains(row) })?.story {
                self.story = story
            }
        case .body: break
        }
        return readIfEnded() + starredWanted()
    }

    /// Scrolls what is under the pointer; selects and marks nothing.
    mutating func wheel(_ rows: Int, column: Int, row: Int) -> [Effect] {
        switch layout.pane(atColumn: column, row: row) {
        case .sections: firstSection = max(0, min(listedSections.count - 1, sectionsTop(layout.sections) + rows))
        case .stories where results != nil:
            guard let results else { break }
            let first = resultsTop(results, layout.stories) + rows
            self.results?.first = max(0, min(results.entries.count - 1, first))
        case .stories: firstStory = max(0, min(listed.count - 1, storiesTop(layout.stories) + rows.signum()))
        case .body: return scroll(rows)
        case nil: break
        }
        wheeled = true
        return []
    }
}
