import Newspaper
import Reader
import Sources

/// The stories of an edition, page by page: what the calendar counts.
struct EditionCounts: Sendable {
    let edition: EditionReference
    let date: String?
    let pages: [(page: Page, stories: [StoryID])]

    init(_ edition: EditionReference, _ list: any StoryList) {
        self.edition = edition
        date = list.date
        var pages: [(page: Page, stories: [StoryID])] = list.pages.map { ($0, []) }
        if pages.isEmpty { pages = [(Page(), [])] }
        for position in 0..<list.count {
            let header = list.header(at: position)
            pages[pages.indices.contains(header.page) ? header.page : 0].stories.append(header.id)
        }
        self.pages = pages
    }

    /// The entry with what of it is unread.
    func fill(_ entry: inout EditionEntry, unread: ([StoryID]) -> Int) {
        entry.date = date ?? entry.date
        var all = EditionEntry.Count(unread: 0, total: 0)
        entry.pages = pages.map { page, stories in
            let count = EditionEntry.Count(unread: unread(stories), total: stories.count)
            all.unread += count.unread
            all.total += count.total
            return EditionEntry.Page(number: page.number, name: page.name, count: count)
        }
        entry.count = all
    }
}
