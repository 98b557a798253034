import Settings
import Screen
import Typesetting

extension ReaderState {
    /// The first section shown, as an index into `listedSections`: as little moved as keeps the selected one in sight.
    func sectionsTop(_ area: Area) -> Int {
        guard area.rows > 0 else { return lists.firstSection }
        let listed = listedSections
        let last = max(0, listed.count - area.rows)
        if lists.isWheeled { return min(lists.firstSection, last) }
        let section = listed.firstIndex(of: lists.section) ?? 0
        return max(section - area.rows + 1, min(lists.firstSection, section, last))
    }

    func composeSections(_ area: Area, in frame: inout Frame) {
        guard !area.isEmpty else { return }
        // Until the selected row is come to, which the wheel may have moved out of sight.
        frame.cursor(at: area, where: focus == .sections)
        let top = sectionsTop(area)
        defer {
            frame.writeScrollBar(area, first: top, shown: area.rows, of: listedSections.count, style: theme.border)
        }
        for (row, index) in listedSections.dropFirst(top).prefix(area.rows).enumerated() {
            let isSelected = index == lists.section
            let unread = unread(in: index)
            let rowArea = Area(column: area.column, row: area.row + row, columns: area.columns, rows: 1)
            var style = unread == 0 ? theme.muted : theme.text
            if isSelected {
                style = focus == .sections ? theme.selection : theme.quietSelection
                frame.fill(rowArea, style: style)
                frame.cursor(at: rowArea, where: focus == .sections)
            }
            frame.writeSelectionMark(isSelected, in: rowArea, style: style)
            let count = "\(unread)/\(sections[index].stories.count)"
            let countColumns = cells(of: count)
            let room = area.columns - 2 - countColumns - 1
            frame.write(
                shortened(sections[index].title(in: texts), to: room), column: area.column + 1, row: rowArea.row,
                limit: room,
                style: style)
            frame.write(
                count, column: area.column + area.columns - 1 - countColumns, row: rowArea.row, limit: countColumns,
                style: isSelected ? style : theme.muted)
        }
    }
}

extension Frame {
    /// The selected row begins with a bar: it is seen without colour too.
    mutating func writeSelectionMark(_ isSelected: Bool, in area: Area, style: Style) {
        guard isSelected else { return }
        for row in area.row..<area.row + area.rows { put("▌", cells: 1, column: area.column, row: row, style: style) }
    }

    /// At the right edge of a list that is longer than its pane, a bar as long and as far down as the part that is shown.
    mutating func writeScrollBar(_ area: Area, first: Int, shown: Int, of total: Int, style: Style) {
        guard shown < total, area.rows > 1, area.columns > 2 else { return }
        let length = max(1, area.rows * shown / total)
        let top = area.row + (area.rows - length) * min(first, total - shown) / (total - shown)
        let column = area.column + area.columns - 1
        for row in top..<top + length {
            // The selected row stays whole.
            let found = self[row: row][row * size.columns + column].style
            let isSelected =
                found.background != .terminal || !found.attributes.isDisjoint(with: [.reverse, .underline])
            put("┃", cells: 1, column: column, row: row, style: isSelected ? found : style)
        }
    }

    /// Stands the hardware cursor on an area, where `isThere`.
    mutating func cursor(at area: Area, where isThere: Bool) {
        if isThere { cursor = Cursor(column: min(area.column, size.columns - 1), row: min(area.row, size.rows - 1)) }
    }
}
