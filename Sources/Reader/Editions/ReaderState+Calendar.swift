import Screen

/// `e`: another day or page is chosen.
extension ReaderState {
    /// Shows the editions that were asked for with `Effect.editions`, or what became known of them since.
    package mutating func show(editions entries: [EditionEntry]) {
        if calendar == nil { calendar = Calendar(entries) } else { calendar?.take(entries) }
        keepCalendarInSight()
    }

    /// The editions on the screen whose stories have not been counted, from the top.
    package var wantedCounts: [Int] {
        guard let calendar else { return [] }
        let shown = calendar.rows.dropFirst(calendarTop(calendar)).prefix(layout.lists.rows)
        return shown.compactMap { row in
            guard case .edition(let id) = row, let entry = calendar.entry(id), entry.count == nil else { return nil }
            return id
        }
    }

    /// As little moved as keeps the selected row in sight, and the heading over the first one.
    func calendarTop(_ calendar: Calendar) -> Int {
        let rows = max(1, layout.lists.rows)
        let place = calendar.selected.flatMap(calendar.rows.firstIndex) ?? 0
        let top = place > 0 && calendar.rows[place - 1].isHeading ? place - 1 : place
        let last = max(0, calendar.rows.count - rows)
        return max(place - rows + 1, min(calendar.first, rows > 1 ? top : place, last))
    }

    private mutating func keepCalendarInSight() {
        guard let calendar else { return }
        let top = calendarTop(calendar)
        self.calendar?.first = top
    }

    mutating func performInCalendar(_ key: Key) -> [Effect] {
        guard var calendar else { return [] }
        let rows = max(1, layout.lists.rows - 1)
        var effects: [Effect] = []
        switch (key, keymap.action(for: key)) {
        case (.click(let column, let row), _):
            let area = layout.lists
            guard area.contains(column: column, row: row) else { return [] }
            let place = calendarTop(calendar) + row - area.row
            guard calendar.rows.indices.contains(place) else { return [] }
            // The second click opens.
            if calendar.selected == calendar.rows[place] { return openSelected(calendar) }
            calendar.select(place)
        case (.wheelUp, _): calendar.move(-3)
        case (.wheelDown, _): calendar.move(3)
        case (_, .up): calendar.move(-1)
        case (_, .down): calendar.move(1)
        case (_, .pageUp): calendar.move(-rows)
        case (_, .pageDown), (_, .forward): calendar.move(rows)
        case (_, .home): calendar.move(-.max)
        case (_, .end): calendar.move(.max)
        case (_, .enter):
            // Enter opens; the other keys that go in list the pages first.
            guard key != .enter, case .edition(let id)? = calendar.selected, calendar.unfolded != id,
                calendar.entry(id)?.pages.isEmpty == false
            else { return openSelected(calendar) }
            calendar.unfold(id)
        case (_, .back):
            // Escape goes back; the other keys fold the pages up first.
            guard key != .escape, let id = calendar.selected?.edition, calendar.unfolded == id else {
                self.calendar = nil
                return []
            }
            calendar.unfold(nil)
        case (_, .redraw): effects = [.redraw]
        case (_, .help): help = 0
        case (_, .larger), (_, .smaller), (_, nil): break
        default:
            self.calendar = nil
            return []
        }
        self.calendar = calendar
        keepCalendarInSight()
        return effects
    }

    private mutating func openSelected(_ calendar: Calendar) -> [Effect] {
        let chosen: (id: Int, page: Int?)
        switch calendar.selected {
        case .edition(let id): chosen = (id, nil)
        case .page(let id, let page): chosen = (id, page)
        default: return []
        }
        self.calendar = nil
        if calendar.entry(chosen.id)?.isOpen == true {
            if let page = chosen.page { goToPage(page) }
            return []
        }
        return [.openEdition(chosen.id, page: chosen.page)]
    }

    /// To the first story of a page, by its place in the edition.
    mutating func goToPage(_ page: Int) {
        guard let first = sections[0].stories.first(where: { edition.stories[$0].page == page }) else { return }
        open(first)
        if focus == .sections { focus = .stories }
    }
}
