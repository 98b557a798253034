/// The pages that were parsed last, the very last one first.
struct RecentPages {
    private var pages: [(entry: Int32, page: ParsedPage)] = []

    /// Enough for a story of four parts, or for a story and the pages beside its own.
    private static let capacity = 4

    /// The page of an entry, which becomes the first.
    mutating func find(_ entry: Int32) -> ParsedPage? {
        guard let place = pages.firstIndex(where: { $0.entry == entry }) else { return nil }
        if place > 0 { pages.insert(pages.remove(at: place), at: 0) }
        return pages[0].page
    }

    mutating func insert(_ page: ParsedPage, entry: Int32) {
        guard pages.first?.entry != entry else { return }
        pages.removeAll { $0.entry == entry }
        if pages.count == Self.capacity { pages.removeLast() }
        pages.insert((entry, page), at: 0)
    }
}
