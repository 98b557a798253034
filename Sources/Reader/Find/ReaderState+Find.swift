import TextSearch
import Typesetting

/// TextSearch in the open story.
extension ReaderState {
    mutating func findInStory(_ words: String) {
        find = nil
        guard let story, let pattern = SearchPattern(words) else { return }
        var find = StoryFind(story: story, hits: setStory(story).document.hits(of: pattern))
        find.current = find.first(from: origin)
        self.find = find
        showCurrentHit()
    }

    mutating func showCurrentHit() {
        let view = viewOfCurrentHit
        find?.view = view
    }

    /// The place to show the story at so that the current hit is on the screen; nil where it is on it already.
    private var viewOfCurrentHit: TextLayout.Place? {
        guard let find, let current = find.current, !isShown(find.hits[current].place) else { return nil }
        let hit = find.hits[current].place
        let rows = layout.body.rows
        guard let columns = columnStory(find.story), let (_, _, cells) = layout.columns else {
            let set = setStory(find.story)
            return set.clamped(set.place(hit, movedBy: -rows / 3), height: rows)
        }
        guard let second = columns.next(after: .start), hit >= second else { return .start }
        // The line above it too, so that it is read in its place.
        let set = setStory(find.story, measure: cells)
        return max(second, min(columns.last, set.place(hit, movedBy: -1)))
    }

    /// Whether the line that holds a place of the open story is on the screen.
    private func isShown(_ place: TextLayout.Place) -> Bool {
        shownLines.contains { $0.paragraph == place.paragraph && $0.line.source.contains(place.offset) }
    }

    /// The lines of the open story that are on the screen.
    var shownLines: [TextLayout.SetLine] {
        guard let story else { return [] }
        let top = place(in: story)
        guard let columns = columnStory(story) else {
            let set = setStory(story)
            let rows = layout.body.rows
            return set.lines(from: set.clamped(top, height: rows), count: rows)
        }
        return (columns.isFirst(top) ? columns.head : []) + columns.page(from: top).columns.joined()
    }

    /// The place at the top of the pane, which is not the kept one where the story's end would stand above the pane's foot.
    var shownPlace: TextLayout.Place {
        guard let story else { return .start }
        let place = place(in: story)
        return columnStory(story) == nil ? setStory(story).clamped(place, height: layout.body.rows) : place
    }

    /// The reader's place is where the hit is shown.
    mutating func settle() -> [Effect] {
        guard let find, let view = find.view else { return [] }
        return move(to: view, in: find.story)
    }

    /// To the next hit, or the one before: from the current one where it is on the screen, else from the screen.
    mutating func goToHit(backwards: Bool) -> [Effect] {
        if results != nil { return goToResult(backwards ? -1 : 1) }
        guard var find, !find.hits.isEmpty else { return [] }
        if let current = find.current, isShown(find.hits[current].place) {
            find.current = (current + (backwards ? find.hits.count - 1 : 1)) % find.hits.count
        } else {
            find.current = backwards ? find.last(before: shownPlace) : find.first(from: shownPlace)
        }
        self.find = find
        showCurrentHit()
        return settle()
    }
}
