import Newspaper
import Screen
import Typesetting

/// The body in newspaper columns, paged instead of scrolled.
extension ReaderState {
    /// The story in the columns that the body's pane has room for; nil where it is scrolled, as what is too short to be
    /// parted always is.
    func columnStory(_ story: Int) -> ColumnStory? {
        guard wantsColumns, let (_, count, cells) = layout.columns else { return nil }
        let set = setStory(story, measure: cells)
        let least = 6 * count
        guard set.lines(from: .start, count: least).count == least else { return nil }
        let across = count * cells + (count - 1) * ScreenLayout.gutter
        return ColumnStory(
            set, across: setStory(story, measure: across), count: count,
            height: layout.body.rows)
    }

    mutating func toggleColumns() {
        if wantsColumns, layout.columns != nil {
            wantsColumns = false
        } else if layout.columns != nil {
            wantsColumns = true
        } else if size.columns >= ScreenLayout.columnsFrom, layout.body.rows >= 8 {
            message = texts(.columnsNeedAlone, keyName(of: .alone))
        } else {
            message = texts(.columnsNeedRoom, ScreenLayout.columnsFrom)
        }
    }

    /// One page on or back, whatever the number of rows; to the first or last for as many as there are.
    mutating func turnPage(_ rows: Int, _ columns: ColumnStory, in story: Int) -> [Effect] {
        let now = place(in: story)
        let target: TextLayout.Place? =
            switch rows {
            case .max: columns.last
            case -.max: .start
            default: rows > 0 ? columns.next(after: now) : columns.previous(before: now)
            }
        guard let target, target != now else { return [] }
        return move(to: target, in: story)
    }

    /// Whether the last line of the story's own words is on the screen.
    func isEndShown(of story: Int) -> Bool {
        guard let columns = columnStory(story) else {
            return setStory(story).showsEnd(from: place(in: story), height: layout.body.rows)
        }
        let page = columns.page(from: place(in: story))
        guard page.next != nil, let last = page.columns.last(where: { !$0.isEmpty })?.last else { return true }
        return setStory(story).reachesEnd(last)
    }
}
