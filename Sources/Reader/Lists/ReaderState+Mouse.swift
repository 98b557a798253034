import Screen
import Settings

/// What the mouse does to the panes and to the hints.
extension ReaderState {
    /// Whether the mouse is the reader's; else the terminal has it, to select text.
    package var usesMouse: Bool { screen.usesMouse }

    mutating func toggleMouse() {
        screen.usesMouse.toggle()
        message = texts(screen.usesMouse ? .mouseIsHere : .mouseIsTerminals)
    }

    /// What the hint under a click presses.
    func hintedKey(under key: Key) -> Key? {
        switch key {
        case .click(let column, let row), .doubleClick(let column, let row):
            let layout = layout
            return row == layout.hints ? hintedKey(atColumn: column, layout: layout) : nil
        default: return nil
        }
    }

    /// Whether a list has an entry under a cell.
    func isEntry(atColumn column: Int, row: Int) -> Bool {
        let layout = layout
        switch layout.pane(atColumn: column, row: row) {
        case .sections:
            return listedSections.indices.contains(sectionsTop(layout.sections) + row - layout.sections.row)
        case .stories: return storyEntries(layout.stories).contains { $0.rows.contains(row) }
        case .body, nil: return false
        }
    }

    /// Takes hold of a border between panes, drags it, or lets go of it; nil where the key is about something else.
    mutating func moveBorder(with key: Key) -> [Effect]? {
        switch key {
        case .click(let column, let row), .doubleClick(let column, let row):
            guard overlays.layers.allSatisfy({ !$0.isModal }) else { return nil }
            screen.held = layout.border(atColumn: column, row: row)
            return screen.held == nil ? nil : []
        case .drag(let column, let row):
            // The screen may have another size by now, and no such border.
            guard let border = screen.held, let place = layout.place(of: border) else { return [] }
            let kept = (layout, screen.paneSizes)
            screen.paneSizes[keyPath: border.size] += (border.isRow ? row : column) - place
            // What the screen has no room for is not noted.
            if layout == kept.0 { screen.paneSizes = kept.1 }
            return []
        case .release:
            defer { screen.held = nil }
            return screen.held == nil ? [] : [.paneSizes(screen.paneSizes)]
        default:
            screen.held = nil
            return nil
        }
    }

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
