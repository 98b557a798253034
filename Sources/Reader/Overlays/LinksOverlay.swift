import Settings
import Newspaper
import Screen

/// The links of a story, to choose one from.
struct LinksOverlay: Overlay {
    let links: [Link]
    private(set) var selected = 0
    /// First one shown.
    private var first = 0
    /// The number that is being typed; 0 where none is.
    private var typed = 0

    init(_ links: [Link]) { self.links = links }

    /// Goes to the link of the number that is typed figure by figure; a figure that leads to none begins a number anew.
    mutating func type(_ figure: Int) {
        typed = links.indices.contains(typed * 10 + figure - 1) ? typed * 10 + figure : figure
        if links.indices.contains(typed - 1) { selected = typed - 1 } else { typed = 0 }
    }

    var cover: OverlayCover { .screen }
    var isModal: Bool { true }
    var keepsEscape: Bool { true }

    mutating func press(_ key: Key, in state: inout ReaderState) -> OverlayAnswer {
        let area = state.layout.whole
        let rows = max(1, area.rows - 2)
        var step = 0
        if let figure = key.figure {
            type(figure)
            first = max(selected - rows, min(first, selected))
            return .stay()
        }
        typed = 0
        switch (key, state.keymap.action(for: key)) {
        case (.click(_, let row), _), (.doubleClick(_, let row), _):
            let index = first + row - area.row - 1
            guard links.indices.contains(index) else { return .stay() }
            selected = index
            if case .doubleClick = key { return .close([.open(links[index])]) }
        case (.wheelUp, _): step = -1
        case (.wheelDown, _): step = 1
        case (_, .up): step = -1
        case (_, .down): step = 1
        case (_, .pageUp): step = -rows
        case (_, .pageDown), (_, .forward): step = rows
        case (_, .home): step = -links.count
        case (_, .end): step = links.count
        case (_, .enter), (_, .openLink): return .close([.open(links[selected])])
        case (_, .redraw): return .stay([.redraw])
        case (_, nil): break
        default: return .close()
        }
        selected = max(0, min(links.count - 1, selected + step))
        first = max(selected - rows, min(first, selected))
        return .stay()
    }

    func hints(of state: ReaderState) -> [Hint]? {
        [
            Hint(.up, .down, word: state.texts(.hintSelect), in: state),
            Hint(.enter, word: state.texts(.hintOpenLink), in: state),
            Hint(.escape, word: state.texts(.hintBack), in: state),
        ]
    }

    func status(of state: ReaderState) -> OverlayStatus? { OverlayStatus() }

    func compose(in layout: ScreenLayout, of state: ReaderState, to frame: inout Frame) {
        let area = layout.whole
        guard area.rows > 0 else { return }
        let heading = area.rows > 2 ? 1 : 0
        if heading > 0 {
            frame.write(
                state.texts(.linksTitle), column: area.column + 1, row: area.row, limit: area.columns - 2,
                style: state.theme.crosshead)
        }
        let rows = area.rows - heading
        let first = max(selected - rows + 1, min(first, selected))
        let figures = String(links.count).count
        for (place, link) in links.dropFirst(first).prefix(rows).enumerated() {
            let isSelected = first + place == selected
            let number = String(first + place + 1)
            let label = String(repeating: " ", count: figures - number.count) + number
            let row = Area(column: area.column, row: area.row + heading + place, columns: area.columns, rows: 1)
            if isSelected {
                frame.fill(row, style: state.theme.selection)
                frame.cursor(at: row, where: true)
            }
            frame.writeSelectionMark(isSelected, in: row, style: state.theme.selection)
            frame.write(
                state.shortened("\(label) \(link.shown)", to: area.columns - 3), column: area.column + 2,
                row: row.row,
                limit: area.columns - 3, style: isSelected ? state.theme.selection : state.theme.text)
        }
    }
}

extension ReaderState {
    /// Those that are numbered in the text first, then the story's own, those that stand in the text as such, and the files that come
    /// with it.
    func links(of position: Int) -> [Link] {
        let document = setStory(position).document
        let web = document.story.web
        let all =
            document.links + [document.story.link, web.externalLink].compactMap { $0.flatMap(Link.init) }
            + document.parts.flatMap { Link.all(in: $0.words) }
            + web.attachments.compactMap { Link($0.url) }
        var seen: Set<Link> = []
        return all.filter { seen.insert($0).inserted }
    }

    /// The story's own link, or the only one in its text; where there are several, the reader chooses.
    mutating func openLink() -> [Effect] {
        guard let position else { return [] }
        let links = links(of: position)
        if let own = setStory(position).document.story.link.flatMap(Link.init) { return [.open(own)] }
        if links.count == 1 { return [.open(links[0])] }
        listLinks()
        return []
    }

    mutating func listLinks() {
        guard let position else { return }
        let links = links(of: position)
        if links.isEmpty { message = texts(.noLink) } else { overlays.open(LinksOverlay(links)) }
    }

    /// A figure typed over a story names one of its links.
    mutating func listLinks(from key: Key) {
        guard focus == .body, let figure = key.figure, figure > 0, let position,
            !setStory(position).document.links.isEmpty
        else { return }
        var overlay = LinksOverlay(links(of: position))
        overlay.type(figure)
        overlays.open(overlay)
    }
}

extension Key {
    /// The figure that it types; nil for all other keys.
    fileprivate var figure: Int? {
        guard case .character(let scalar) = self, (0x30...0x39).contains(scalar.value) else { return nil }
        return Int(scalar.value) - 0x30
    }
}
