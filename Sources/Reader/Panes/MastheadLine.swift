import Settings
import Newspaper
import Screen
import TextDecoding
import Typesetting

extension ReaderState {
    func composeMasthead(row: Int, in frame: inout Frame) {
        let columns = frame.size.columns
        let warning = unsaved > 0 ? texts(.unsaved, unsaved) : ""
        let filter = filterWords.connected(by: " ")
        var parts = mastheadParts
        var title = joined(parts)
        let taken = [warning, filter].reduce(0) { $1.isEmpty ? $0 : $0 + cells(of: $1) + 2 }
        var count = texts(.unread, unread(in: 0), stories.ownCount)
        if let minutes = minutesLeft {
            let both = joined([count, texts(.minutes, minutes)])
            if cells(of: title) + cells(of: both) + taken + 5 <= columns { count = both }
        }
        // What may be lost, and that a list shows less than there is, come before everything else.
        if taken > 0, cells(of: count) + taken + 2 >= columns { count = "" }
        var end = columns - 1
        for (words, style) in [(count, theme.muted), (warning, theme.message), (filter, theme.message)]
        where !words.isEmpty && (end > 2 || words != count) {
            let shown = shortened(words, to: end - 1)
            end -= cells(of: shown)
            frame.write(shown, column: max(0, end), row: row, limit: columns, style: style)
            end -= 2
        }
        let room = max(0, end - 1)
        // What the line has no room for is left out whole, from the end.
        while parts.count > 1, cells(of: title) > room {
            parts.removeLast()
            title = joined(parts)
        }
        frame.write(shortened(title, to: room), column: 1, row: row, limit: room, style: theme.masthead)
    }

    /// What the lists are narrowed to; nothing where they show all.
    var filterWords: [String] {
        var words: [String] = []
        switch lists.filter {
        case .all: break
        case .unread: words.append(texts(.filterUnread))
        case .starred: words.append(texts(.filterStarred))
        }
        if let filter = lists.listFilter, prompt == nil { words.append("/" + shortened(filter.words, to: 16)) }
        return words
    }

    var mastheadTitle: String { joined(mastheadParts) }

    private func joined(_ parts: [String]) -> String { ShownText.of(parts.connected(by: " · ")) }

    /// Paper, date and the page that the open story stands on, or the one whose map is shown.
    private var mastheadParts: [String] {
        guard let position = pageMap.flatMap({ stories.position(of: $0.story) }) ?? position else {
            return [stories.base.title ?? stories.base.pages.first?.name].compactMap(\.self).filter { !$0.isEmpty }
        }
        var parts = [stories.paper(at: position)].filter { !$0.isEmpty }
        if let page = stories.page(at: position) {
            if let date = stories.date(at: position).map(localDate) { parts.append(date) }
            if let number = page.number { parts.append(texts(.pageNumber, number)) }
            if let name = page.name, !parts.contains(name) { parts.append(name) }
        }
        // Where the list of sections is out of sight, the chosen one is named, before what there may be no room for.
        if lists.section > 0, layout.sections.isEmpty, layout.kind == .narrow {
            let section = sections[lists.section].title(in: texts)
            parts.removeAll { $0 == section }
            parts.insert(section, at: min(1, parts.count))
        }
        return parts
    }

    /// "2022-10-13" as the reader's language writes it.
    func localDate(_ date: String) -> String {
        let parts = date.split(separator: "-")
        guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]) else {
            return date
        }
        return texts.language.hasPrefix("zh") ? texts(.date, year, month, day) : date
    }
}
