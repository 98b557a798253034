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
        /// The row above with the name of the page that begins here.
        var pageRow: Int?
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

    /// Rows of an entry, with that of the page that begins with it; a low pane shows headlines alone.
    private func entryRows(_ index: Int, _ listed: Listing, in area: Area) -> Int {
        let title = titleLines(listed[index], columns: area.columns).count
        guard area.rows >= Self.rowsForAll else { return title }
        return title + 1 + (showsLead(listed[index]) ? 1 : 0) + (pageName(index, listed, in: area) == nil ? 0 : 1)
    }

    /// Rows of a pane that has room for more than headlines.
    private static let rowsForAll = 6
    /// Columns of a screen that has room for the first line of each story.
    private static let leadFrom = 160

    /// Whether the first line of a story's text stands below its headline.
    private func showsLead(_ position: Int) -> Bool {
        guard size.columns >= Self.leadFrom else { return false }
        let header = stories.header(at: position)
        return header.hasHeadline && header.kind != .photo
    }

    private func leadLine(_ position: Int, columns: Int) -> Line? {
        let id = stories.id(at: position)
        return body.entries.lead(of: id, columns: columns, settings: settings) {
            let measure = max(2, columns - Self.markColumns - 1)
            let lead = stories.story(at: position).shown.body.first { $0.kind == .paragraph }?.text ?? ""
            let style = ParagraphStyle(
                measure: measure, alignment: .ragged, hanging: .none, restoresPunctuation: settings.restoresPunctuation,
                ambiguousIsWide: settings.ambiguousIsWide)
            return Array(typeset(String(lead.prefix(measure * 2)), style).prefix(1))
        }.first
    }

    /// The name of the page that begins with an entry, in the list of all stories of several pages.
    private func pageName(_ index: Int, _ listed: Listing, in area: Area) -> String? {
        let position = listed[index]
        let pages = stories.base.pages
        guard lists.section == 0, area.rows >= Self.rowsForAll, pages.count > 1, position < stories.ownCount else {
            return nil
        }
        let page = stories.header(at: position).page
        if index > 0, stories.header(at: listed[index - 1]).page == page { return nil }
        guard pages.indices.contains(page) else { return nil }
        let name = texts.name(of: pages[page])
        return name.isEmpty ? nil : name
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
            rows += entryRows(index, listed, in: area)
            if rows > area.rows { return fillingPane(top(endingAt: selected, listed, area), listed, area) }
        }
        return fillingPane(first, listed, area)
    }

    /// The first story of a pane whose last whole entry is `end`.
    private func top(endingAt end: Int, _ listed: Listing, _ area: Area) -> Int {
        var top = end
        var rows = entryRows(end, listed, in: area)
        while top > 0 {
            rows += entryRows(top - 1, listed, in: area)
            if rows > area.rows { break }
            top -= 1
        }
        return top
    }

    /// Drawn back where the list would end above the pane's foot.
    private func fillingPane(_ first: Int, _ listed: Listing, _ area: Area) -> Int {
        var rows = 0
        for index in first..<listed.count {
            rows += entryRows(index, listed, in: area)
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
            let rows = entryRows(index, listed, in: area)
            let pageRow = pageName(index, listed, in: area) == nil ? nil : row
            let first = pageRow == nil ? row : row + 1
            entries.append(
                StoryEntry(
                    position: listed[index], rows: min(end, first)..<min(end, row + rows),
                    title: titleLines(listed[index], columns: area.columns), pageRow: pageRow))
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
        frame.writeScrollBar(
            area, first: storiesTop(area), shown: entries.count, of: listing.count, style: theme.border)
    }

    /// A thin line with the name of a page.
    private func compose(page name: String, row: Int, _ area: Area, in frame: inout Frame) {
        for column in area.column + 1..<max(area.column + 1, area.column + area.columns - 1) {
            frame.put("─", cells: 1, column: column, row: row, style: theme.border)
        }
        let limit = area.columns - Self.markColumns - 3
        let text = " " + shortened(name, to: limit - 2) + " "
        if limit > 2 {
            frame.write(text, column: area.column + Self.markColumns - 1, row: row, limit: limit, style: theme.muted)
        }
    }

    private func compose(_ entry: StoryEntry, _ area: Area, in frame: inout Frame) {
        if let row = entry.pageRow, let index = listing.firstIndex(of: entry.position),
            let name = pageName(index, listing, in: area)
        {
            compose(page: name, row: row, area, in: &frame)
        }
        guard !entry.rows.isEmpty else { return }
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
        var row = entry.rows.lowerBound + entry.title.count
        if area.rows >= Self.rowsForAll, showsLead(entry.position) {
            if entry.rows.contains(row), let lead = leadLine(entry.position, columns: area.columns) {
                frame.write(
                    lead, column: column, row: row, limit: limit,
                    style: isSelected ? selection : isRead ? theme.muted : theme.text)
            }
            row += 1
        }
        if entry.rows.contains(row) {
            frame.write(
                shortened(about(entry.position), to: limit - 1), column: column, row: row, limit: limit - 1,
                style: isSelected ? selection : theme.muted)
        }
    }

    /// The line under the headline: how old it is where it is of the web, what it is, who wrote it, how long it takes.
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
        if let published = story.published, let date { parts.insert(texts.age(published, now: date), at: 0) }
        if story.isHighlighted { parts.insert(texts(.highlighted), at: 0) }
        guard let first = parts.first else { return "" }
        return parts.dropFirst().reduce(first, joined)
    }
}
