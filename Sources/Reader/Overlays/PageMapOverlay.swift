import Localization
import Newspaper
import Screen
import Settings
import Synchronization

/// A page as it was printed, with a box for each story, to choose one from.
struct PageMapOverlay: Overlay {
    /// Index into the list's pages.
    private(set) var page: Int
    private(set) var map: PageMap
    /// Number of the item that is selected.
    private(set) var selected: Int
    /// First row shown.
    private var top = 0
    /// The keys that led here, so that the opposite ones lead back.
    private var trail: [(from: Int, direction: MapPaths.Direction)] = []
    private var kept = KeptMap()

    /// Columns and rows of the smallest screen on which there is room for a map.
    static let smallest = Size(columns: 60, rows: 20)
    /// Keys that are remembered.
    private static let longestTrail = 64

    init(_ map: PageMap, page: Int, selected: StoryID?) {
        self.map = map
        self.page = page
        self.selected = map.items.firstIndex { $0.story == selected } ?? 0
    }

    /// The same page as it is now; the story stays selected.
    func adopting(_ map: PageMap) -> PageMapOverlay {
        var overlay = PageMapOverlay(map, page: page, selected: story)
        overlay.top = top
        return overlay
    }

    var story: StoryID { map.items[selected].story }

    var cover: OverlayCover { .screen }
    var isModal: Bool { true }
    var keepsEscape: Bool { true }

    // MARK: - Keys

    mutating func press(_ key: Key, in state: inout ReaderState) -> OverlayAnswer {
        guard state.hasRoomForMap else { return state.keymap.action(for: key) == nil ? .stay() : .close() }
        let area = state.layout.whole
        switch (key, state.keymap.action(for: key)) {
        case (.click(let column, let row), _), (.doubleClick(let column, let row), _):
            let (column, row) = (column - origin(in: area, of: state).column, row - area.row + top)
            guard row < top + area.rows, let item = drawn(in: state).picture.grid.item(atColumn: column, row: row)
            else {
                return .stay()
            }
            // The second click opens.
            if item == selected { return open(in: &state) }
            trail = []
            selected = item
        case (.wheelUp, _): return scroll(-3, in: state)
        case (.wheelDown, _): return scroll(3, in: state)
        case (_, .up): move(.up, in: state)
        case (_, .down): move(.down, in: state)
        case (_, .home): select(drawn(in: state).paths.items.first)
        case (_, .end): select(drawn(in: state).paths.items.last)
        case (_, .pageUp): turn(-1, in: state)
        case (_, .pageDown), (_, .forward): turn(1, in: state)
        case (_, .enter):
            // Enter opens, Escape leaves; the other keys that go into panes and out of them go to the right and to the left.
            if key == .enter { return open(in: &state) }
            move(.right, in: state)
        case (_, .back):
            if key == .escape { return .close() }
            move(.left, in: state)
        case (_, .redraw): return .stay([.redraw])
        case (_, .help): state.overlays.open(HelpOverlay())
        case (_, .larger), (_, .smaller), (_, nil): break
        default: return .close()
        }
        keepInSight(in: state)
        return .stay()
    }

    private mutating func move(_ direction: MapPaths.Direction, in state: ReaderState) {
        if let last = trail.last, last.direction == direction.opposite {
            selected = last.from
            trail.removeLast()
            return
        }
        let paths = drawn(in: state).paths
        guard
            let next = paths.item(direction, of: selected) ?? (paths.items.contains(selected) ? nil : paths.items.first)
        else { return }
        trail.append((selected, direction))
        if trail.count > Self.longestTrail { trail.removeFirst() }
        selected = next
    }

    private mutating func select(_ item: Int?) {
        trail = []
        selected = item ?? selected
    }

    /// To the next page that has a map.
    private mutating func turn(_ step: Int, in state: ReaderState) {
        let list = state.stories.base
        let pages = Array(list.pages.indices)
        for page in step > 0 ? Array(pages[(page + 1)...]) : pages[..<page].reversed() {
            guard list.pages[page].sheet != nil, let map = PageMap(ofPage: page, in: list) else { continue }
            self = PageMapOverlay(map, page: page, selected: nil)
            return
        }
    }

    private func open(in state: inout ReaderState) -> OverlayAnswer {
        guard let position = state.stories.position(of: story) else { return .close() }
        let effects = state.show(position)
        state.focus = .body
        return .close(effects)
    }

    private mutating func scroll(_ rows: Int, in state: ReaderState) -> OverlayAnswer {
        let last = max(0, drawn(in: state).picture.rows - state.layout.whole.rows)
        top = max(0, min(last, top + rows))
        return .stay()
    }

    private mutating func keepInSight(in state: ReaderState) { top = shownTop(in: state) }

    /// The first row shown: as little moved as keeps the selected box in sight, or its headline where it is too high.
    private func shownTop(in state: ReaderState) -> Int {
        let picture = drawn(in: state).picture
        let rows = state.layout.whole.rows
        let last = max(0, picture.rows - rows)
        guard let seen = picture.grid.seen[selected], let focus = picture.focus(of: selected) else {
            return min(top, last)
        }
        // With the lines around it.
        var (first, end) = (seen.row - 1, seen.row + seen.rows + 1)
        if end - first > rows { (first, end) = (focus.row - 1, focus.row - 1 + rows) }
        return max(0, min(last, max(end - rows, min(top, first))))
    }

    func hints(of state: ReaderState) -> [Hint]? {
        let hasPages = state.stories.base.pages.count { $0.sheet != nil } > 1
        return [
            Hint(.up, .down, word: state.texts(.hintSelect), in: state),
            Hint(.enter, word: state.texts(.hintRead), in: state),
        ] + (hasPages ? [Hint(.pageDown, word: state.texts(.hintPages), in: state)] : []) + [
            Hint(.escape, word: state.texts(.hintBack), in: state)
        ]
    }

    func status(of state: ReaderState) -> OverlayStatus? {
        guard state.hasRoomForMap else { return OverlayStatus() }
        let picture = drawn(in: state).picture
        let rows = state.layout.whole.rows
        guard picture.rows > rows else { return OverlayStatus() }
        return OverlayStatus(percent: min(100, (top + rows) * 100 / picture.rows))
    }

    // MARK: - Picture

    private func drawn(in state: ReaderState) -> KeptMap.Drawn {
        let columns = min(PageMapPicture.mostColumns, state.layout.whole.columns)
        return kept.drawn(columns: columns, settings: state.settings) {
            PageMapPicture(map, columns: columns, settings: state.settings, texts: state.texts)
        }
    }

    /// In the middle of the screen.
    private func origin(in area: Area, of state: ReaderState) -> Area {
        let columns = min(area.columns, drawn(in: state).picture.columns)
        return Area(
            column: area.column + (area.columns - columns) / 2, row: area.row, columns: columns, rows: area.rows)
    }

    func compose(in layout: ScreenLayout, of state: ReaderState, to frame: inout Frame) {
        let area = layout.whole
        guard state.hasRoomForMap else {
            frame.write(
                state.fitted(state.mapNeedsRoom, to: area.columns - 2), column: area.column + 1, row: area.row,
                limit: area.columns - 2, style: state.theme.message)
            return
        }
        let picture = drawn(in: state).picture
        let place = origin(in: area, of: state)
        let look = PageMapPicture.Look(theme: state.theme, selected: selected) {
            state.stories.position(of: $0).map(state.isRead) ?? false
        }
        let top = min(top, max(0, picture.rows - area.rows))
        picture.draw(in: place, from: top, look: look, to: &frame)
        if let focus = picture.focus(of: selected), (top..<top + area.rows).contains(focus.row) {
            frame.cursor = Frame.Cursor(column: place.column + focus.column, row: area.row + focus.row - top)
        }
    }
}

extension PageMapOverlay {
    /// Scrolled to what is selected.
    func shown(in state: ReaderState) -> PageMapOverlay {
        guard state.hasRoomForMap else { return self }
        var overlay = self
        overlay.keepInSight(in: state)
        return overlay
    }
}

extension ReaderState {
    /// The page of the open story as it was printed.
    mutating func openMap() {
        guard hasRoomForMap else {
            message = mapNeedsRoom
            return
        }
        guard let position, position < stories.ownCount,
            case let page = stories.header(at: position).page, let map = PageMap(ofPage: page, in: stories.base)
        else {
            message = texts(.noMap)
            return
        }
        overlays.open(PageMapOverlay(map, page: page, selected: stories.id(at: position)).shown(in: self))
    }

    /// The map of a page of the list as it is now.
    mutating func adoptMap() {
        guard let open = pageMap else { return }
        if let map = PageMap(ofPage: open.page, in: stories.base) {
            overlays.update(PageMapOverlay.self) { $0 = open.adopting(map) }
            keepMapInSight()
        } else {
            overlays.close(PageMapOverlay.self)
        }
    }

    /// The selected box stays in sight on a screen of another size.
    mutating func keepMapInSight() {
        guard let shown = pageMap?.shown(in: self) else { return }
        overlays.update(PageMapOverlay.self) { $0 = shown }
    }

    var pageMap: PageMapOverlay? { overlays.get(PageMapOverlay.self) }

    fileprivate var hasRoomForMap: Bool {
        size.columns >= PageMapOverlay.smallest.columns && size.rows >= PageMapOverlay.smallest.rows
    }

    fileprivate var mapNeedsRoom: String {
        texts(.mapNeedsRoom, PageMapOverlay.smallest.columns, PageMapOverlay.smallest.rows)
    }
}

/// The picture that was made last, so that a key does not make another.
private final class KeptMap: Sendable {
    struct Drawn: Sendable {
        var picture: PageMapPicture
        var paths: MapPaths
    }

    private let kept = Mutex<(columns: Int, settings: ReadingSettings, drawn: Drawn)?>(nil)

    func drawn(columns: Int, settings: ReadingSettings, make: () -> PageMapPicture) -> Drawn {
        kept.withLock { kept in
            if let kept, kept.columns == columns, kept.settings == settings { return kept.drawn }
            let picture = make()
            let drawn = Drawn(picture: picture, paths: MapPaths(picture.grid.seen))
            kept = (columns, settings, drawn)
            return drawn
        }
    }
}
