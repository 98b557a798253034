import Screen
import Typesetting

/// The editions, in the place of the lists.
extension ReaderState {
    func compose(_ calendar: Calendar, _ area: Area, in frame: inout Frame) {
        guard !area.isEmpty else { return }
        frame.cursor(at: area, where: true)
        if calendar.entries.isEmpty {
            frame.write(
                progress ?? texts(.noEditions), column: area.column + 1, row: area.row, limit: area.columns - 2,
                style: theme.muted)
        }
        for (place, row) in calendar.rows.dropFirst(calendarTop(calendar)).prefix(area.rows).enumerated() {
            let rowArea = Area(column: area.column, row: area.row + place, columns: area.columns, rows: 1)
            compose(row, of: calendar, rowArea, in: &frame)
        }
    }

    private func compose(_ row: Calendar.Row, of calendar: Calendar, _ area: Area, in frame: inout Frame) {
        let isSelected = row == calendar.selected
        if isSelected {
            frame.fill(area, style: theme.selection)
            frame.cursor(at: area, where: true)
        }
        frame.writeSelectionMark(isSelected, in: area, style: theme.selection)
        func write(_ text: String, _ mark: String, _ count: EditionEntry.Count?, indent: Int, isKnown: Bool) {
            let style = isSelected ? theme.selection : count?.unread == 0 ? theme.muted : theme.text
            let number = count.map { "\($0.unread)/\($0.total)" } ?? (isKnown ? "" : "…")
            let cells = cells(of: number)
            let room = area.columns - 2 - indent - (cells > 0 ? cells + 1 : 0)
            frame.put(
                mark, cells: 1, column: area.column + indent - 1, row: area.row,
                style: isSelected ? style : theme.unread)
            frame.write(
                shortened(text, to: room), column: area.column + indent + 1, row: area.row, limit: room, style: style)
            frame.write(
                number, column: area.column + area.columns - 1 - cells, row: area.row, limit: cells,
                style: isSelected ? style : theme.muted)
        }
        switch row {
        case .month(let year, let month):
            let names = texts(.months).split(separator: " ")
            let name = names.indices.contains(month - 1) ? String(names[month - 1]) : "\(month)"
            heading(texts(.monthHeading, name, year), area, in: &frame)
        case .undated: heading(texts(.undatedEditions), area, in: &frame)
        case .edition(let id):
            guard let entry = calendar.entry(id) else { return }
            let mark = entry.isOpen ? "→" : entry.count.map { $0.unread > 0 } == true ? "●" : " "
            write(title(of: entry, among: calendar.entries), mark, entry.count, indent: 3, isKnown: false)
        case .page(let id, let place):
            guard let entry = calendar.entry(id), entry.pages.indices.contains(place) else { return }
            let page = entry.pages[place]
            let parts = [page.number.map { texts(.pageNumber, $0) }, page.name].compactMap(\.self)
            write(
                parts.isEmpty ? texts(.pageNumber, place + 1) : parts.joined(separator: " "), " ", page.count,
                indent: 5, isKnown: entry.count == nil)
        }
    }

    private func heading(_ text: String, _ area: Area, in frame: inout Frame) {
        frame.write(
            shortened(text, to: area.columns - 2), column: area.column + 1, row: area.row, limit: area.columns - 2,
            style: theme.crosshead)
    }

    /// Its day in the month; its name too where the day has several, or there is no day.
    private func title(of entry: EditionEntry, among entries: [EditionEntry]) -> String {
        let parts = (entry.date ?? "").split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return entry.name }
        let weekdays = texts(.weekdays).split(separator: " ")
        let weekday = Self.weekday(year: parts[0], month: parts[1], day: parts[2])
        let day = texts(.dayInMonth, parts[2] < 10 ? " \(parts[2])" : "\(parts[2])", weekdays[weekday % weekdays.count])
        let isAlone = entry.name == entry.date || entries.count { $0.date == entry.date } == 1
        return isAlone ? day : "\(day) · \(entry.name)"
    }

    /// 0 for Sunday (Sakamoto's rule for the Gregorian calendar).
    static func weekday(year: Int, month: Int, day: Int) -> Int {
        let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
        guard shifts.indices.contains(month - 1) else { return 0 }
        let year = month < 3 ? year - 1 : year
        return (year + year / 4 - year / 100 + year / 400 + shifts[month - 1] + day) % 7
    }
}
