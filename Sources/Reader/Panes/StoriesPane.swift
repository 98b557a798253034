import Settings
import Newspaper
import Screen
import TextDecoding
import Typesetting

extension ReaderState {
    /// A story's entry in the list: two lines of headline at most, and who wrote it.
    struct StoryEntry {
        var position: Int
        /// Rows of the screen, those below the pane left out.
        var rows: Range<Int>
        var title: [Line]
    }

    /// Cells left of an entry's text: selection bar, star, unread, space.
    private static let markColumns = 4

    private func titleLines(_ position: Int, columns: Int) -> [Line] {
        let header = stories.header(at: position)
        return body.entries.title(of: header.id, columns: columns, settings: settings) {
            setTitle(header, columns: columns)
        }
    }

    private func setTitle(_ header: StoryHeader, columns: Int) -> [Line] {
        let title = header.title ?? texts(.untitled)
        let measure = max(2, columns - Self.markColumns - 1)
        let style = ParagraphStyle(
            measure: measure, alignment: .ragged, hanging: .none, restoresPunctuation: settings.restoresPunctuation,
            ambiguousIsWide: settings.ambiguousIsWide)
        if header.hasHeadline {
            let balanced = typesetHeadline(title, style)
            if balanced.count <= 2 { return balanced }
        }
        // Two lines show no more than this.
        let beginning = String(title.prefix(measure * 2 + 2))
        let lines = typeset(beginning, style)
        guard lines.count > 2 else { return lines }
        let rest = String(decoding: beginning.utf8.dropFirst(lines[1].source.lowerBound), as: UTF8.self)
        return [lines[0]] + typeset(shortened(restored(rest), to: measure), style).prefix(1)
    }

    /// Rows of an entry; a low pane shows headlines alone.
    private func entryRows(_ position: Int, in area: Area) -> Int {
        titleLines(position, columns: area.columns).count + (area.rows >= 6 ? 1 : 0)
    }

    /// The first story shown, as an index into `listing`: as little moved as keeps the open story in sight.
    func storiesTop(_ area: Area) -> Int {
        let listed = listing
        guard area.rows > 0, !listed.isEmpty else { return 0 }
        let first = max(0, min(lists.firstStory, listed.count - 1))
        if lists.isWheeled { return first }
        guard let position, let selected = listed.firstIndex(of: position) else { return first }
        if selected <= first { return fillingPane(selected, listed, area) }
        // Each entry takes a row at least.
        if selected - first >= area.rows { return fillingPane(top(endingAt: selected, listed, area), listed, area) }
        var rows = 0
        for index in first...selected {
            rows += entryRows(listed[index], in: area)
            if rows > area.rows { return fillingPane(top(endingAt: selected, listed, area), listed, area) }
        }
        return fillingPane(first, listed, area)
    }

    /// The first story of a pane whose last whole entry is `end`.
    private func top(endingAt end: Int, _ listed: Listing, _ area: Area) -> Int {
        var top = end
        var rows = entryRows(listed[end], in: area)
        while top > 0 {
            rows += entryRows(listed[top - 1], in: area)
            if rows > area.rows { break }
            top -= 1
        }
        return top
    }

    /// Drawn back where the list would end above the pane's foot.
    private func fillingPane(_ first: Int, _ listed: Listing, _ area: Area) -> Int {
        var rows = 0
        for index in first..<listed.count {
            rows += entryRows(listed[index], in: area)
            if rows >= area.rows { return first }
        }
        return min(first, top(endingAt: listed.count - 1, listed, area))
    }

    func storyEntries(_ area: Area) -> [StoryEntry] {
        let listed = listing
        var entries: [StoryEntry] = []
        var row = area.row
        var index = storiesTop(area)
        let end = area.row + area.rows
        while index < listed.count, row < end {
            let rows = entryRows(listed[index], in: area)
            entries.append(
                StoryEntry(
                    position: listed[index], rows: row..<min(end, row + rows),
                    title: titleLines(listed[index], columns: area.columns)))
            row += rows
            index += 1
        }
        return entries
    }

    func composeStories(_ area: Area, in frame: inout Frame) {
        guard !area.isEmpty else { return }
        frame.cursor(at: area, where: focus == .stories)
        let entries = storyEntries(area)
        if entries.isEmpty {
            let text = stories.count == 0 ? progress ?? texts(.emptyEdition) : texts(.noMatchingStories)
            frame.write(text, column: area.column + 1, row: area.row, limit: area.columns - 2, style: theme.muted)
        }
        for entry in entries { compose(entry, area, in: &frame) }
    }

    private func compose(_ entry: StoryEntry, _ area: Area, in frame: inout Frame) {
        let isSelected = entry.position == position
        let isRead = isRead(entry.position)
        let entryArea = Area(
            column: area.column, row: entry.rows.lowerBound, columns: area.columns, rows: entry.rows.count)
        let selection = focus == .stories ? theme.selection : theme.quietSelection
        if isSelected {
            frame.fill(entryArea, style: selection)
            frame.cursor(at: entryArea, where: focus == .stories)
        }
        frame.writeSelectionMark(isSelected, in: entryArea, style: selection)
        if stories.isStarred(entry.position) {
            frame.put(
                "★", cells: 1, column: area.column + 1, row: entry.rows.lowerBound,
                style: isSelected ? selection : theme.star)
        }
        if !isRead {
            frame.put(
                "●", cells: 1, column: area.column + 2, row: entry.rows.lowerBound,
                style: isSelected ? selection : theme.unread)
        }
        let column = area.column + Self.markColumns
        let limit = area.columns - Self.markColumns
        var textStyle = isRead ? theme.muted : theme.headline
        if isSelected {
            textStyle = selection
            if !isRead { textStyle.attributes.insert(.bold) }
        }
        for (line, row) in zip(entry.title, entry.rows) {
            frame.write(line, column: column, row: row, limit: limit, style: textStyle)
        }
        let row = entry.rows.lowerBound + entry.title.count
        if entry.rows.contains(row) {
            frame.write(
                shortened(about(entry.position), to: limit - 1), column: column, row: row, limit: limit - 1,
                style: isSelected ? selection : theme.muted)
        }
    }

    /// The line under the headline: what it is, who wrote it, how long it takes.
    func about(_ position: Int, joined: (String, String) -> String = { "\($0) · \($1)" }) -> String {
        let story = stories.header(at: position)
        var parts: [String] = []
        switch story.kind {
        case .photo: parts.append(texts(.picture))
        case .brief: parts.append(texts(.brief))
        case .story: break
        }
        if !story.writers.isEmpty { parts.append(Array(story.writers.prefix(3)).connected(by: " ")) }
        if story.kind == .story {
            let minutes = Int(story.minutes.rounded())
            parts.append(minutes == 0 ? texts(.lessThanMinute) : texts(.minutes, minutes))
        }
        guard let first = parts.first else { return "" }
        return parts.dropFirst().reduce(first, joined)
    }
}
