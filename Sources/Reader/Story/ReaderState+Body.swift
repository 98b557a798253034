import Settings
import Newspaper
import Screen
import Typesetting

/// Reading the open story: scrolled, or in newspaper columns and paged.
extension ReaderState {
    /// Where the panes stand now.
    var layout: ScreenLayout {
        ScreenLayout(
            size: size, focus: focus, sectionCount: sections.count, sectionCells: lists.sectionCells,
            countCells: lists.countCells, widestMeasure: settings.measure, isAlone: screen.isAlone,
            sizes: screen.paneSizes)
    }

    /// A story, set for the pane's measure.
    func setStory(_ position: Int) -> SetStory { setStory(position, measure: layout.measure.cells) }

    /// A story, set for a measure.
    func setStory(_ position: Int, measure: Int) -> SetStory {
        body.setStories.story(
            stories.id(at: position), measure: measure, pictures: pictureRoom, settings: settings
        ) {
            StoryDocument(stories.story(at: position), texts: texts, settings: settings)
        }
    }

    /// Where the reader is in a story: where they left it, in this sitting or an earlier one; where a hit is shown that
    /// they have not settled on, there.
    package func place(in position: Int) -> TextLayout.Place {
        let id = stories.id(at: position)
        if let find = search.find, find.story == id, let view = find.view { return view }
        return body.places[id] ?? .start
    }

    /// Finds the place that was kept of the open story, once: a key need not look for it again.
    mutating func recallPlace() {
        guard let id = lists.openStory, body.places[id] == nil, let kept = body.remembered[id], let position else {
            return
        }
        let document = setStory(position).document
        body.places[id] = document.place(of: document.found(kept))
    }

    mutating func scroll(_ rows: Int) -> [Effect] {
        guard let position else { return [] }
        if let columns = columnStory(position) { return turnPage(rows, columns, in: position) }
        let set = setStory(position)
        let height = layout.body.rows
        let now = set.clamped(place(in: position), height: height)
        let target: TextLayout.Place =
            switch rows {
            case .max: set.lastPlace(height: height)
            case -.max: .start
            default: set.clamped(set.place(now, movedBy: rows), height: height)
            }
        guard target != now else { return [] }
        return move(to: target, in: position)
    }

    /// The reader's place moves; in a story that is looked at for its hits only what is shown, so that the story opens at
    /// its own place later.
    mutating func move(to target: TextLayout.Place, in position: Int) -> [Effect] {
        let id = stories.id(at: position)
        // From a hit the reader goes on.
        search.find?.isAtHit = false
        if results != nil, search.find?.story == id {
            search.find?.view = target
            return []
        }
        body.places[id] = target
        search.find?.view = nil
        return [.place(id, setStory(position).document.readingPlace(of: target))]
    }

    /// Whether the end mark of a story that is scrolled over is on the screen.
    private func isOver(_ position: Int) -> Bool {
        columnStory(position) == nil
            && setStory(position).showsEndMark(from: place(in: position), height: layout.body.rows)
    }

    /// A screen on; from the story's end on to the next unread story.
    mutating func goForward() -> [Effect] {
        guard focus == .body, let position else { return move(pageRows) }
        let before = place(in: position)
        if !isOver(position) {
            let effects = scroll(pageRows)
            if place(in: position) != before { return effects }
        }
        if let next = nextUnread(after: position) { return show(next) }
        message = isFinished ? finished : texts(.noUnread)
        return []
    }

    /// The lines of the open story that are on the screen.
    var shownLines: [TextLayout.SetLine] {
        guard let position else { return [] }
        let top = place(in: position)
        guard let columns = columnStory(position) else {
            let set = setStory(position)
            let rows = layout.body.rows
            return set.lines(from: set.clamped(top, height: rows), count: rows)
        }
        return (columns.isFirst(top) ? columns.head : []) + columns.page(from: top).columns.joined()
    }

    /// The place at the top of the pane, which is not the kept one where the story's end would stand above the pane's foot.
    var shownPlace: TextLayout.Place {
        guard let position else { return .start }
        let place = place(in: position)
        return columnStory(position) == nil ? setStory(position).clamped(place, height: layout.body.rows) : place
    }

    // MARK: - Columns

    /// The story in the columns that the body's pane has room for; nil where it is scrolled, as what is too short to be
    /// parted always is.
    func columnStory(_ position: Int) -> ColumnStory? {
        guard screen.wantsColumns, let (_, count, cells) = layout.columns else { return nil }
        let set = setStory(position, measure: cells)
        let least = 6 * count
        guard set.lines(from: .start, count: least).count == least else { return nil }
        let across = count * cells + (count - 1) * ScreenLayout.gutter
        return ColumnStory(
            set, across: setStory(position, measure: across), count: count, height: layout.body.rows)
    }

    /// Whether columns have room, at the lists' side or in their place.
    var mayHaveColumns: Bool { layout.columns != nil || aloneLayout.columns != nil }

    /// The panes as they are where the body has the screen.
    private var aloneLayout: ScreenLayout {
        ScreenLayout(
            size: size, focus: .body, sectionCount: sections.count, sectionCells: lists.sectionCells,
            countCells: lists.countCells, widestMeasure: settings.measure, isAlone: true, sizes: screen.paneSizes)
    }

    /// Columns on or off. Where they have no room at the lists' side the body takes that of the lists, and gives it back.
    mutating func toggleColumns() {
        if screen.wantsColumns, layout.columns != nil {
            screen.wantsColumns = false
            if screen.isBorrowing { screen.isAlone = false }
            screen.isBorrowing = false
        } else if layout.columns != nil {
            screen.wantsColumns = true
        } else if aloneLayout.columns != nil, lists.openStory != nil {
            screen.wantsColumns = true
            screen.isAlone = true
            screen.isBorrowing = true
            focus = .body
        } else if aloneLayout.columns == nil {
            message = texts(.columnsNeedRoom, ScreenLayout.columnsFrom)
        }
    }

    /// One page on or back, whatever the number of rows; to the first or last for as many as there are.
    private mutating func turnPage(_ rows: Int, _ columns: ColumnStory, in position: Int) -> [Effect] {
        let now = place(in: position)
        let target: TextLayout.Place? =
            switch rows {
            case .max: columns.last
            case -.max: .start
            default: rows > 0 ? columns.next(after: now) : columns.previous(before: now)
            }
        guard let target, target != now else { return [] }
        return move(to: target, in: position)
    }

    /// Whether the last line of the story's own words is on the screen.
    func isEndShown(of position: Int) -> Bool {
        guard let columns = columnStory(position) else {
            return setStory(position).showsEnd(from: place(in: position), height: layout.body.rows)
        }
        let page = columns.page(from: place(in: position))
        guard page.next != nil, let last = page.columns.last(where: { !$0.isEmpty })?.last else { return true }
        return setStory(position).reachesEnd(last)
    }
}
