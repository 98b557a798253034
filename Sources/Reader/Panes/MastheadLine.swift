import Settings
import Newspaper
import Screen
import TextDecoding
import Typesetting

extension ReaderState {
    func composeMasthead(row: Int, in frame: inout Frame) {
        let columns = frame.size.columns
        let warning = unsaved > 0 ? texts(.unsaved, unsaved) : ""
        let taken = warning.isEmpty ? 0 : cells(of: warning) + 2
        var count = texts(.unread, unread(in: 0), stories.ownCount)
        if let minutes = minutesLeft {
            let both = joined([count, texts(.minutes, minutes)])
            if cells(of: mastheadTitle) + cells(of: both) + taken + 5 <= columns { count = both }
        }
        // What may be lost comes before everything else.
        if taken > 0, cells(of: count) + taken + 2 >= columns { count = "" }
        var end = columns - 1
        for (words, style) in [(count, theme.muted), (warning, theme.message)] where !words.isEmpty {
            let start = max(0, end - cells(of: words))
            guard start > 1 || words == warning else { continue }
            frame.write(words, column: start, row: row, limit: end - start, style: style)
            end = start - 2
        }
        let room = end - 1
        // What the line has no room for is left out whole, from the end.
        var parts = mastheadParts
        while parts.count > 1, cells(of: joined(parts)) > room { parts.removeLast() }
        frame.write(shortened(joined(parts), to: room), column: 1, row: row, limit: room, style: theme.masthead)
    }

    var mastheadTitle: String { joined(mastheadParts) }

    private func joined(_ parts: [String]) -> String { ShownText.of(parts.connected(by: " · ")) }

    /// Paper, date and the page that the open story stands on.
    private var mastheadParts: [String] {
        guard let position else {
            return [stories.base.title ?? stories.base.pages.first?.name].compactMap(\.self).filter { !$0.isEmpty }
        }
        var parts = [stories.paper(at: position)].filter { !$0.isEmpty }
        if let page = stories.page(at: position) {
            if let date = stories.date(at: position).map(localDate) { parts.append(date) }
            if let number = page.number { parts.append(texts(.pageNumber, number)) }
            if let name = page.name, !parts.contains(name) { parts.append(name) }
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
