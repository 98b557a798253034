import Localization
import Newspaper
import Screen
import Settings
import TextDecoding
import Typesetting

/// A page as it was printed, in cells: a box for each story with its headline in it, and one for each picture.
package struct PageMapPicture: Sendable {
    /// A headline in its box.
    private struct Heading {
        /// The room that it has.
        var room: Area
        /// Where its lines stand.
        var area: Area
        var lines: [Line]
        /// Whether the mark of an unread story stands before it.
        var hasMark: Bool
    }

    /// What is drawn of an item apart from its place.
    package struct Look {
        /// Whether the story counts as read.
        package var isRead: (StoryID) -> Bool
        /// The item that is selected, by its number.
        package var selected: Int?
        /// The colours.
        package var theme: Theme

        /// How items are drawn.
        package init(theme: Theme, selected: Int? = nil, isRead: @escaping (StoryID) -> Bool) {
            self.isRead = isRead
            self.selected = selected
            self.theme = theme
        }
    }

    let map: PageMap
    let grid: MapGrid
    private let headings: [Heading?]
    private let pictureWord: String
    private let pictureCells: Int

    /// Columns that a map has at most: more show no more of it.
    package static let mostColumns = 120
    /// Columns of a box in which there is room for a mark, and for white at both sides too.
    private static let (markFrom, marginFrom) = (8, 14)

    /// - Parameter columns: cells that it is wide.
    package init(_ map: PageMap, columns: Int, settings: ReadingSettings, texts: Localization) {
        self.map = map
        let titles = map.items.map { $0.title ?? texts(.untitled) }
        let grid = MapGrid(
            map, columns: columns, titles: titles.map { cells(of: $0, ambiguousIsWide: settings.ambiguousIsWide) })
        self.grid = grid
        headings = titles.enumerated().map { Self.heading($1, of: $0, in: grid, settings) }
        pictureWord = texts(.picture)
        pictureCells = cells(of: pictureWord, ambiguousIsWide: settings.ambiguousIsWide)
    }

    /// Cells that it is wide.
    package var columns: Int { grid.columns }
    /// Cells that it is high.
    package var rows: Int { grid.rows }

    /// The headline where it is printed; where it does not fit there, in the largest room that there is.
    private static func heading(_ title: String, of item: Int, in grid: MapGrid, _ settings: ReadingSettings)
        -> Heading?
    {
        let row = grid.headings[item].row
        let own = grid.roomAtHeading(of: item)
        let first = own.map { set(title, in: $0, near: row, settings) }
        if let own, let first, !first.isCut, own.columns >= markFrom { return first.heading }
        guard let largest = grid.largestRoom(of: item), largest != own else { return first?.heading }
        return set(title, in: largest, near: row, settings).heading ?? first?.heading
    }

    /// - Parameter row: where it begins, if there is room below.
    private static func set(
        _ title: String, in room: Area, near row: Int, _ settings: ReadingSettings
    ) -> (heading: Heading?, isCut: Bool) {
        let hasMark = room.columns >= markFrom
        let margin = room.columns >= marginFrom ? 1 : 0
        let left = hasMark ? margin + 2 : room.columns > 4 ? 1 : 0
        let measure = room.columns - left - margin
        let style = ParagraphStyle(
            measure: measure, alignment: .ragged, hanging: .none, restoresPunctuation: settings.restoresPunctuation,
            ambiguousIsWide: settings.ambiguousIsWide, padsQuotes: settings.padsQuotes)
        var lines = measure < 2 ? [] : typesetHeadline(title, style)
        let isCut =
            lines.count > room.rows || lines.contains { $0.cells > measure } || lines.isEmpty
            || lines.dropFirst().contains { isInWord($0.source.lowerBound, of: title) }
        if lines.count > room.rows {
            // Lines of even length would lose more of it.
            lines = Array(typeset(title, style).prefix(room.rows))
            if let last = lines.last {
                let rest = String(decoding: title.utf8.dropFirst(last.source.lowerBound), as: UTF8.self)
                let short = truncated(rest, to: measure, ambiguousIsWide: settings.ambiguousIsWide)
                lines[lines.count - 1] = typeset(short, style).first ?? last
            }
        }
        guard !lines.isEmpty else { return (nil, true) }
        let first = max(room.row, min(row, room.row + room.rows - lines.count))
        let area = Area(column: room.column + left, row: first, columns: measure, rows: lines.count)
        return (Heading(room: room, area: area, lines: lines, hasMark: hasMark), isCut)
    }

    /// Whether a UTF-8 offset is between two letters of a script that has words.
    private static func isInWord(_ offset: Int, of title: String) -> Bool {
        func isLetter(_ scalar: Unicode.Scalar?) -> Bool {
            scalar.map { $0.properties.isAlphabetic && $0.value < 0x2E80 } ?? false
        }
        let scalars = title.unicodeScalars
        let at = title.utf8.index(title.startIndex, offsetBy: offset)
        return isLetter(scalars[..<at].last) && isLetter(scalars[at...].first)
    }

    /// Where an item's headline stands, else what is seen of it.
    func focus(of item: Int) -> Area? {
        headings[item]?.area ?? grid.seen[item]
    }

    // MARK: - Drawing

    /// Draws as many rows as the area has, from one on.
    package func draw(in area: Area, from top: Int = 0, look: Look, to frame: inout Frame) {
        let shown = max(0, top)..<max(0, min(rows, top + area.rows))
        func row(_ row: Int) -> Int { area.row + row - top }
        for at in shown {
            for column in 0..<min(columns, area.columns) {
                let cell = at * columns + column
                if grid.lines[cell] != 0 {
                    let rule = grid.rule(atColumn: column, row: at, around: look.selected)
                    let isHeavy = look.selected != nil && MapGrid.isHeavy(rule)
                    frame.put(
                        rule, cells: 1, column: area.column + column, row: row(at),
                        style: isHeavy ? look.theme.hintKey : look.theme.border)
                } else if grid.pictures[cell] >= 0 {
                    frame.put("░", cells: 1, column: area.column + column, row: row(at), style: look.theme.border)
                }
            }
        }
        for picture in grid.pictureAreas.indices { writeWord(on: picture, shown, area, top, look, to: &frame) }
        for (item, heading) in headings.enumerated() {
            guard let heading else { continue }
            write(heading, of: item, shown, area, top, look, to: &frame)
        }
    }

    private func write(
        _ heading: Heading, of item: Int, _ shown: Range<Int>, _ area: Area, _ top: Int, _ look: Look,
        to frame: inout Frame
    ) {
        let isRead = look.isRead(map.items[item].story)
        let isSelected = item == look.selected
        var style = isRead ? look.theme.muted : look.theme.headline
        if isSelected {
            style = look.theme.selection
            if !isRead { style.attributes.insert(.bold) }
        }
        let column = area.column + heading.area.column
        for (number, line) in heading.lines.enumerated() where shown.contains(heading.area.row + number) {
            let row = area.row + heading.area.row + number - top
            if isSelected {
                let start = area.column + heading.room.column
                frame.fill(Area(column: start, row: row, columns: heading.room.columns, rows: 1), style: style)
            }
            if number == 0, heading.hasMark, !isRead {
                frame.put("●", cells: 1, column: column - 2, row: row, style: isSelected ? style : look.theme.unread)
            }
            frame.write(line, column: column, row: row, limit: heading.area.columns, style: style)
        }
    }

    /// Says in the middle of a picture that it is one, where there is room.
    private func writeWord(
        on picture: Int, _ shown: Range<Int>, _ area: Area, _ top: Int, _ look: Look, to frame: inout Frame
    ) {
        let box = grid.pictureAreas[picture]
        let row = box.row + box.rows / 2
        let column = box.column + (box.columns - pictureCells) / 2
        let cells = column - 1...column + pictureCells
        guard shown.contains(row), box.columns > pictureCells + 3,
            cells.allSatisfy({
                let at = row * columns + $0
                return grid.pictures[at] == Int32(picture) && grid.lines[at] == 0
            })
        else { return }
        let line = Area(
            column: area.column + cells.lowerBound, row: area.row + row - top, columns: cells.count, rows: 1)
        frame.fill(line, style: look.theme.caption)
        frame.write(
            pictureWord, column: line.column + 1, row: line.row, limit: pictureCells, style: look.theme.caption)
    }
}

extension PageMapPicture {
    /// The whole map as a frame of its own.
    package func frame(look: Look, settings: ReadingSettings) -> Frame {
        var frame = Frame(size: Size(columns: columns, rows: rows), ambiguousIsWide: settings.ambiguousIsWide)
        draw(in: Area(column: 0, row: 0, columns: columns, rows: rows), look: look, to: &frame)
        if settings.ambiguousIsWide { frame.widenAmbiguous() }
        return frame
    }
}
