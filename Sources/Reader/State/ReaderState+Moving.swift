import Newspaper
import Typesetting

/// Through the lists and the story.
extension ReaderState {
    var pageRows: Int { max(1, layout.area(of: focus).rows - 1) }

    mutating func move(_ rows: Int) -> [Effect] {
        switch focus {
        case .sections:
            let listed = listedSections
            guard let place = listed.firstIndex(of: section) else {
                if let first = listed.first { select(section: first, keepsListFilter: true) }
                return []
            }
            let target = listed[Self.moved(place, by: rows, in: listed.count)]
            select(section: target, keepsListFilter: true)
            return []
        case .stories where results != nil:
            guard let results else { return [] }
            let page = max(1, resultEntries(results, layout.stories).count - 1)
            let steps = isPage(rows) ? rows.signum() * page : rows
            show(result: Self.moved(results.selected, by: steps, in: results.entries.count))
            return []
        case .stories:
            let listed = listed
            guard let story, let place = listed.firstIndex(of: story) else {
                self.story = listed.first ?? story
                return []
            }
            self.story = listed[Self.moved(place, by: isPage(rows) ? rows / 3 : rows, in: listed.count)]
            return []
        case .body: return scroll(rows)
        }
    }

    /// Entries of the story list are about three rows high.
    private func isPage(_ rows: Int) -> Bool { abs(rows) > 3 && abs(rows) < .max / 2 }

    private static func moved(_ place: Int, by count: Int, in total: Int) -> Int {
        let (sum, overflow) = place.addingReportingOverflow(count)
        return max(0, min(total - 1, overflow ? (count > 0 ? total - 1 : 0) : sum))
    }

    mutating func scroll(_ rows: Int) -> [Effect] {
        guard let story, !scrollRaw(rows) else { return [] }
        if let columns = columnStory(story) { return turnPage(rows, columns, in: story) }
        let set = setStory(story)
        let height = layout.body.rows
        let now = set.clamped(place(in: story), height: height)
        let target: TextLayout.Place =
            switch rows {
            case .max: set.lastPlace(height: height)
            case -.max: .start
            default: set.clamped(set.place(now, movedBy: rows), height: height)
            }
        guard target != now else { return [] }
        return move(to: target, in: story)
    }

    mutating func move(to target: TextLayout.Place, in story: Int) -> [Effect] {
        let id = edition.stories[story].id
        places[id] = target
        find?.view = nil
        let document = setStory(story).document
        return [.place(id, document.readingPlace(of: target, in: edition.stories[story].body))]
    }

    /// Whether the end mark of a story that is scrolled over is on the screen.
    private func isOver(_ story: Int) -> Bool {
        columnStory(story) == nil
            && setStory(story).showsEndMark(from: place(in: story), height: layout.body.rows)
    }

    /// A screen on; from the story's end on to the next unread story.
    mutating func goForward() -> [Effect] {
        guard focus == .body, raw == nil, let story else { return move(pageRows) }
        let before = places[edition.stories[story].id]
        if !isOver(story) {
            let effects = scroll(pageRows)
            if places[edition.stories[story].id] != before { return effects }
        }
        if let next = nextUnread(after: story) {
            open(next)
        } else {
            message = finished
        }
        return []
    }

    mutating func goToUnread(backwards: Bool) {
        if let next = nextUnread(after: story, backwards: backwards) {
            open(next)
        } else {
            message = texts(.noUnread)
        }
    }

    /// Shows a story, in the section that is open where it stands there, else among all.
    package mutating func open(_ story: Int) {
        if !sections[section].stories.contains(story) { section = 0 }
        endResults()
        if listFilter?.pane == .stories, listFilter?.shown.contains(story) == false { listFilter = nil }
        self.story = story
    }

    package mutating func select(section: Int, keepsListFilter: Bool = false) {
        endResults()
        if !keepsListFilter || listFilter?.pane == .stories { listFilter = nil }
        guard section != self.section else { return }
        self.section = section
        firstStory = 0
        story = nil
        story = listed.first
    }

    /// The reader went elsewhere from the list of hits.
    mutating func endResults() {
        guard results != nil else { return }
        results = nil
        before = nil
        find = nil
    }

    mutating func cycleFilter() {
        endResults()
        let all = Filter.allCases
        filter = all[(all.firstIndex(of: filter)! + 1) % all.count]
        story = listed.first { $0 == story } ?? listed.first
        firstStory = 0
        switch filter {
        case .all: message = texts(.allSections)
        case .unread: message = texts(.filterUnread)
        case .starred: message = texts(.filterStarred)
        }
    }
}
