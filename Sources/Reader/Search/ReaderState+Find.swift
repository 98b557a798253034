import Newspaper
import TextSearch
import Typesetting

/// Finding in the open story.
extension ReaderState {
    mutating func findInStory(_ words: String) {
        search.find = nil
        guard let position, let id = lists.openStory, let pattern = SearchPattern(words) else { return }
        var find = StoryFind(story: id, hits: setStory(position).document.hits(of: pattern))
        find.current = find.first(from: search.origin)
        search.find = find
        showCurrentHit()
    }

    mutating func showCurrentHit() {
        let view = viewOfCurrentHit
        search.find?.view = view
        if view != nil { search.find?.isAtHit = true }
    }

    /// The place to show the story at so that the current hit is on the screen; nil where it is on it already.
    private var viewOfCurrentHit: TextLayout.Place? {
        guard let find = search.find, let position, let current = find.current, !isShown(find.hits[current].place)
        else {
            return nil
        }
        let hit = find.hits[current].place
        let rows = layout.body.rows
        guard let columns = columnStory(position), let (_, _, cells) = layout.columns else {
            let set = setStory(position)
            return set.clamped(set.place(hit, movedBy: -rows / 3), height: rows)
        }
        guard let second = columns.next(after: .start), hit >= second else { return .start }
        // The line above it too, so that it is read in its place.
        let set = setStory(position, measure: cells)
        return max(second, min(columns.last, set.place(hit, movedBy: -1)))
    }

    /// Whether the line that holds a place of the open story is on the screen.
    private func isShown(_ place: TextLayout.Place) -> Bool {
        shownLines.contains { $0.paragraph == place.paragraph && $0.line.source.contains(place.offset) }
    }

    /// The reader's place becomes where the hit is shown, unless the story is looked at for its hits alone.
    mutating func settle() -> [Effect] {
        guard results == nil, let find = search.find, let position, let view = find.view else { return [] }
        defer { search.find?.isAtHit = true }
        return move(to: view, in: position)
    }

    /// To the next hit, or the one before: from the current one where it is on the screen, else from the screen.
    mutating func goToHit(backwards: Bool) -> [Effect] {
        guard var find = search.find, !find.hits.isEmpty else { return [] }
        if let current = find.current, isShown(find.hits[current].place) {
            find.current = (current + (backwards ? find.hits.count - 1 : 1)) % find.hits.count
        } else {
            find.current = backwards ? find.last(before: shownPlace) : find.first(from: shownPlace)
        }
        search.find = find
        showCurrentHit()
        return settle()
    }
}
