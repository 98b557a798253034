import Screen

/// The links of a story, to choose one from.
package struct LinkList: Sendable {
    package let links: [Link]
    package var selected = 0
    /// First one shown.
    var first = 0

    init(_ links: [Link]) { self.links = links }
}

extension ReaderState {
    /// The feed's own link first, then those in the story's text.
    func links(of story: Int) -> [Link] {
        let story = edition.stories[story]
        var links = [story.link.flatMap(Link.init)].compactMap(\.self)
        let parts = StoryDocument(story, texts: texts, settings: settings).parts
        for link in parts.lazy.flatMap({ Link.all(in: $0.text) }) where !links.contains(link) { links.append(link) }
        return links
    }

    /// The story's own link, or the only one in its text; where there are several, the reader chooses.
    mutating func openLink() -> [Effect] {
        guard let story else { return [] }
        let links = links(of: story)
        if let own = edition.stories[story].link.flatMap(Link.init) { return [.open(own)] }
        if links.count == 1 { return [.open(links[0])] }
        listLinks()
        return []
    }

    mutating func listLinks() {
        guard let story else { return }
        let links = links(of: story)
        if links.isEmpty { message = texts(.noLink) } else { self.links = LinkList(links) }
    }

    mutating func performInLinks(_ key: Key) -> [Effect] {
        guard var list = links else { return [] }
        let rows = max(1, layout.whole.rows - 2)
        var effects: [Effect] = []
        var step = 0
        switch (key, keymap.action(for: key)) {
        case (.click(_, let row), _):
            let index = list.first + row - layout.whole.row - 1
            guard list.links.indices.contains(index) else { return [] }
            list.selected = index
        case (.wheelUp, _): step = -1
        case (.wheelDown, _): step = 1
        case (_, .up): step = -1
        case (_, .down): step = 1
        case (_, .pageUp): step = -rows
        case (_, .pageDown), (_, .forward): step = rows
        case (_, .home): step = -list.links.count
        case (_, .end): step = list.links.count
        case (_, .enter), (_, .openLink):
            links = nil
            return [.open(list.links[list.selected])]
        case (_, .redraw): effects = [.redraw]
        case (_, nil): break
        default:
            links = nil
            return []
        }
        list.selected = max(0, min(list.links.count - 1, list.selected + step))
        list.first = max(list.selected - rows, min(list.first, list.selected))
        links = list
        return effects
    }

    func compose(_ list: LinkList, _ area: Area, in frame: inout Frame) {
        guard area.rows > 0 else { return }
        let heading = area.rows > 2 ? 1 : 0
        if heading > 0 {
            frame.write(
                texts(.linksTitle), column: area.column + 1, row: area.row, limit: area.columns - 2,
                style: theme.crosshead)
        }
        let rows = area.rows - heading
        let first = max(list.selected - rows + 1, min(list.first, list.selected))
        for (place, link) in list.links.dropFirst(first).prefix(rows).enumerated() {
            let isSelected = first + place == list.selected
            let row = Area(column: area.column, row: area.row + heading + place, columns: area.columns, rows: 1)
            if isSelected {
                frame.fill(row, style: theme.selection)
                frame.cursor(at: row, where: true)
            }
            frame.writeSelectionMark(isSelected, in: row, style: theme.selection)
            frame.write(
                shortened(link.address, to: area.columns - 3), column: area.column + 2, row: row.row,
                limit: area.columns - 3, style: isSelected ? theme.selection : theme.text)
        }
    }
}
