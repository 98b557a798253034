import Newspaper
import Localization
import Screen
import Settings
import Typesetting

/// The editions to choose from, in the place of the lists.
package struct CalendarOverlay: Overlay {
    private(set) var rows: CalendarRows

    init(_ entries: [EditionEntry]) { rows = CalendarRows(entries) }

    mutating func adopt(_ entries: [EditionEntry], in area: Area) {
        rows.adopt(entries)
        keepInSight(area)
    }

    var cover: OverlayCover { .lists }
    var isModal: Bool { true }

    mutating func press(_ key: Key, in state: inout ReaderState) -> OverlayAnswer {
        let area = state.layout.lists
        let page = max(1, area.rows - 1)
        switch (key, state.keymap.action(for: key)) {
        case (.click(let column, let row), _), (.doubleClick(let column, let row), _):
            guard area.contains(column: column, row: row) else { return .stay() }
            let place = top(in: area) + row - area.row
            guard rows.rows.indices.contains(place) else { return .stay() }
            // The second click opens.
            if rows.selected == rows.rows[place] { return openSelected(in: &state) }
            rows.select(place)
        case (.wheelUp, _): rows.move(-3)
        case (.wheelDown, _): rows.move(3)
        case (_, .up): rows.move(-1)
        case (_, .down): rows.move(1)
        case (_, .pageUp): rows.move(-page)
        case (_, .pageDown), (_, .forward): rows.move(page)
        case (_, .home): rows.move(-.max)
        case (_, .end): rows.move(.max)
        case (_, .enter):
            // Enter opens; the other keys that go in list the pages first, and go to them where they are listed.
            guard key != .enter, case .edition(let id)? = rows.selected, let entry = rows.entry(id),
                entry.isOpen || !entry.pages.isEmpty
            else { return openSelected(in: &state) }
            if rows.unfolded == id { rows.move(entry.pages.isEmpty ? 0 : 1) }
            rows.unfold(id)
        case (_, .back):
            // Escape goes back; the other keys fold the pages up first.
            guard key != .escape, let id = rows.selected?.edition, rows.unfolded == id else { return .close() }
            rows.unfold(nil)
        case (_, .redraw): return .stay([.redraw])
        case (_, .help):
            keepInSight(area)
            state.overlays.open(HelpOverlay())
        case (_, .larger), (_, .smaller), (_, nil): break
        default: return .close()
        }
        keepInSight(area)
        return .stay()
    }

    private func openSelected(in state: inout ReaderState) -> OverlayAnswer {
        let chosen: (id: Int, page: Int?)
        switch rows.selected {
        case .edition(let id): chosen = (id, nil)
        case .page(let id, let page): chosen = (id, page)
        default: return .stay()
        }
        if rows.entry(chosen.id)?.isOpen == true {
            return .close(chosen.page.map { state.goToPage($0) } ?? [])
        }
        return .close([.openEdition(chosen.id, page: chosen.page)])
    }

    /// The first row shown: as little moved as keeps the selected row in sight, and the heading above the first one.
    func top(in area: Area) -> Int {
        let height = max(1, area.rows)
        let place = rows.selected.flatMap(rows.rows.firstIndex) ?? 0
        let top = place > 0 && rows.rows[place - 1].isHeading ? place - 1 : place
        let last = max(0, rows.rows.count - height)
        return max(place - height + 1, min(rows.first, height > 1 ? top : place, last))
    }

    private mutating func keepInSight(_ area: Area) { rows.first = top(in: area) }

    /// The editions on the screen whose stories have not been counted, from the top.
    func wantedCounts(in area: Area) -> [Int] {
        rows.rows.dropFirst(top(in: area)).prefix(area.rows).compactMap { row in
            guard case .edition(let id) = row, let entry = rows.entry(id), entry.count == nil else { return nil }
            return id
        }
    }

    func hints(of state: ReaderState) -> [Hint]? {
        [
            Hint(.up, .down, word: state.texts(.hintSelect), in: state),
            Hint(.left, .right, word: state.texts(.hintPages), in: state),
            Hint(.enter, word: state.texts(.hintOpen), in: state),
            Hint(.escape, word: state.texts(.hintBack), in: state),
        ]
    }

    // MARK: - Picture

    func compose(in layout: ScreenLayout, of state: ReaderState, to frame: inout Frame) {
        let area = layout.lists
        guard !area.isEmpty else { return }
        frame.cursor(at: area, where: true)
        if rows.entries.isEmpty {
            frame.write(
                state.progress ?? state.texts(.noEditions), column: area.column + 1, row: area.row,
                limit: area.columns - 2, style: state.theme.muted)
        }
        for (place, row) in rows.rows.dropFirst(top(in: area)).prefix(area.rows).enumerated() {
            let rowArea = Area(column: area.column, row: area.row + place, columns: area.columns, rows: 1)
            compose(row, rowArea, of: state, to: &frame)
        }
        frame.writeScrollBar(
            area, first: top(in: area), shown: area.rows, of: rows.rows.count, style: state.theme.border)
    }

    private func compose(_ row: CalendarRows.Row, _ area: Area, of state: ReaderState, to frame: inout Frame) {
        let theme = state.theme
        let isSelected = row == rows.selected
        if isSelected {
            frame.fill(area, style: theme.selection)
            frame.cursor(at: area, where: true)
        }
        frame.writeSelectionMark(isSelected, in: area, style: theme.selection)
        func write(_ text: String, _ mark: String, _ count: EditionEntry.Count?, indent: Int, isKnown: Bool) {
            let style = isSelected ? theme.selection : count?.unread == 0 ? theme.muted : theme.text
            let number = count.map { "\($0.unread)/\($0.total)" } ?? (isKnown ? "" : "…")
            let cells = state.cells(of: number)
            let room = area.columns - 2 - indent - (cells > 0 ? cells + 1 : 0)
            frame.put(
                mark, cells: 1, column: area.column + indent - 1, row: area.row,
                style: isSelected ? style : theme.unread)
            frame.write(
                state.shortened(text, to: room), column: area.column + indent + 1, row: area.row, limit: room,
                style: style)
            frame.write(
                number, column: area.column + area.columns - 1 - cells, row: area.row, limit: cells,
                style: isSelected ? style : theme.muted)
        }
        func heading(_ text: String) {
            frame.write(
                state.shortened(text, to: area.columns - 2), column: area.column + 1, row: area.row,
                limit: area.columns - 2, style: theme.crosshead)
        }
        switch row {
        case .month(let year, let month):
            let names = state.texts(.months).split(separator: " ")
            let name = names.indices.contains(month - 1) ? String(names[month - 1]) : "\(month)"
            heading(state.texts(.monthHeading, name, year))
        case .undated: heading(state.texts(.undatedEditions))
        case .edition(let id):
            guard let entry = rows.entry(id) else { return }
            let mark = entry.isOpen ? "→" : entry.count.map { $0.unread > 0 } == true ? "●" : " "
            write(title(of: entry, in: state.texts), mark, entry.count, indent: 3, isKnown: false)
        case .page(let id, let place):
            guard let entry = rows.entry(id), entry.pages.indices.contains(place) else { return }
            let page = entry.pages[place]
            let parts = [page.number.map { state.texts(.pageNumber, $0) }, page.name.map(ShownText.of)].compactMap(
                \.self)
            write(
                parts.isEmpty ? state.texts(.pageNumber, place + 1) : parts.joined(separator: " "), " ", page.count,
                indent: 5, isKnown: entry.count == nil)
        }
    }

    /// Its day in the month; its name too where the day has several, or there is no day.
    private func title(of entry: EditionEntry, in texts: Localization) -> String {
        let parts = (entry.date ?? "").split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return entry.name }
        let weekdays = texts(.weekdays).split(separator: " ")
        let weekday = Self.weekday(year: parts[0], month: parts[1], day: parts[2])
        let day = texts(.dayInMonth, parts[2] < 10 ? " \(parts[2])" : "\(parts[2])", weekdays[weekday % weekdays.count])
        return entry.name == entry.date || rows.isAlone(entry) ? day : "\(day) · \(entry.name)"
    }

    /// 0 for Sunday (Sakamoto's rule for the Gregorian calendar).
    static func weekday(year: Int, month: Int, day: Int) -> Int {
        let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
        guard shifts.indices.contains(month - 1) else { return 0 }
        let year = month < 3 ? year - 1 : year
        return (year + year / 4 - year / 100 + year / 400 + shifts[month - 1] + day) % 7
    }
}

extension ReaderState {
    /// Shows the editions that were asked for with `Effect.editions`, or what became known of them since.
    mutating func show(editions entries: [EditionEntry]) {
        guard calendar != nil else { return overlays.open(CalendarOverlay(entries)) }
        let area = layout.lists
        overlays.update(CalendarOverlay.self) { $0.adopt(entries, in: area) }
    }

    /// The editions on the screen whose stories have not been counted, from the top.
    package var wantedCounts: [Int] { calendar?.wantedCounts(in: layout.lists) ?? [] }
}
