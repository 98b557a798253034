import Settings

/// What a click and the wheel do to the panes.
extension ReaderState {
    mutating func click(column: Int, row: Int) -> [Effect] {
        let layout = layout
        guard let pane = layout.pane(atColumn: column, row: row) else { return [] }
        focus = pane
        switch pane {
        case .sections:
            let listed = listedSections
            let index = sectionsTop(layout.sections) + row - layout.sections.row
            if listed.indices.contains(index) { return select(section: listed[index], keepsListFilter: true) }
        case .stories:
            if let entry = storyEntries(layout.stories).first(where: { $0.rows.contains(row) }) { open(entry.position) }
        case .body: break
        }
        return []
    }

    /// Scrolls what is under the pointer; selects and marks nothing.
    mutating func wheel(_ rows: Int, column: Int, row: Int) -> [Effect] {
        switch layout.pane(atColumn: column, row: row) {
        case .sections:
            let first = sectionsTop(layout.sections) + rows
            lists.firstSection = max(0, min(listedSections.count - 1, first))
        case .stories:
            let first = storiesTop(layout.stories) + rows.signum()
            lists.firstStory = max(0, min(listing.count - 1, first))
        case .body: return scroll(rows)
        case nil: break
        }
        lists.isWheeled = true
        return []
    }
}
