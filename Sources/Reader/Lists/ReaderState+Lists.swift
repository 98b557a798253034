import Localization
import Newspaper
import TextSearch

/// Moving through sections and stories.
extension ReaderState {
    var sections: [ListedSection] { stories.sections }

    /// What the list of stories shows.
    var listing: Listing {
        guard lists.filter != .all, let position,
            lists.listFilter.map({ $0.pane != .stories || $0.shown.contains(position) }) ?? true,
            sections[lists.section].stories.contains(position)
        else { return Listing(lists.passing) }
        return Listing(lists.passing, open: position)
    }

    /// The sections that are listed, as indices.
    var listedSections: Positions {
        guard let filter = lists.listFilter, filter.pane == .sections else { return .range(0..<sections.count) }
        return filter.shown
    }

    /// Works out anew which stories pass the filters: once for another section, filter or list, never for a key that only
    /// moves.
    mutating func listAgain() {
        lists.section = min(lists.section, sections.count - 1)
        var passing = sections[lists.section].stories
        if let filter = lists.listFilter, filter.pane == .stories {
            passing = filter.shown.filtered(passing.contains)
        }
        switch lists.filter {
        case .all: break
        case .unread: passing = passing.filtered { !stories.isRead($0) }
        case .starred: passing = passing.filtered { stories.isStarred($0) }
        }
        lists.passing = passing
    }

    mutating func measureSections() {
        var (widest, most) = (0, 0)
        for section in sections {
            widest = max(widest, cells(of: section.title(in: texts)))
            most = max(most, section.stories.count)
        }
        lists.sectionCells = widest
        // Unread and all, as wide as they are where all are unread.
        lists.countCells = "\(most)/\(most)".utf8.count
    }

    /// Changes the reading list. The section of starred stories comes and goes with them, and what is kept of the sections
    /// follows.
    mutating func changeStories(_ change: (inout ReadingList) -> Void) {
        let count = sections.count
        change(&stories)
        guard sections.count != count else { return }
        measureSections()
        if let filter = lists.listFilter, filter.pane == .sections {
            lists.listFilter = listFilter(filter.words, in: .sections)
        }
    }

    mutating func setListFilter(_ filter: ListFilter?) {
        lists.listFilter = filter
        listAgain()
    }

    /// Each list moves as little as keeps what is selected in sight, and stays there.
    mutating func keepListsInSight() {
        let layout = layout
        lists.firstSection = sectionsTop(layout.sections)
        lists.firstStory = storiesTop(layout.stories)
        guard let results else { return }
        let first = resultsTop(results, layout.stories)
        overlays.update(ResultsOverlay.self) { $0.first = first }
    }

    var pageRows: Int { max(1, layout.area(of: focus).rows - 1) }

    mutating func move(_ rows: Int) -> [Effect] {
        switch focus {
        case .sections:
            let listed = listedSections
            let place = listed.firstIndex(of: lists.section)
            if let target = place.map({ Self.moved($0, by: rows, in: listed.count) }) ?? (listed.isEmpty ? nil : 0) {
                return select(section: listed[target], keepsListFilter: true)
            }
        case .stories:
            let listed = listing
            guard let place = position.flatMap(listed.firstIndex) else {
                if let first = listed.first { open(first) }
                break
            }
            open(listed[Self.moved(place, by: isPage(rows) ? rows / 3 : rows, in: listed.count)])
        case .body: return scroll(rows)
        }
        return []
    }

    /// Entries of the story list are about three rows high.
    func isPage(_ rows: Int) -> Bool { abs(rows) > 3 && abs(rows) < .max / 2 }

    static func moved(_ place: Int, by count: Int, in total: Int) -> Int {
        let (sum, overflow) = place.addingReportingOverflow(count)
        return max(0, min(total - 1, overflow ? (count > 0 ? total - 1 : 0) : sum))
    }

    mutating func goToUnread(backwards: Bool) -> [Effect] {
        if let next = nextUnread(after: position, backwards: backwards) {
            if focus == .sections { focus = .stories }
            return show(next)
        }
        message = texts(.noUnread)
        return []
    }

    /// Shows a story, in the section that is open where it stands there, else among all.
    package mutating func show(_ position: Int) -> [Effect] {
        if !sections[lists.section].stories.contains(position) {
            lists.section = 0
            listAgain()
        }
        let effects = endResults()
        if let filter = lists.listFilter, filter.pane == .stories, !filter.shown.contains(position) {
            setListFilter(nil)
        }
        // Only the list of unread ones holds what is open in any case.
        if lists.filter == .starred, !stories.isStarred(position) {
            lists.filter = .all
            listAgain()
        }
        open(position)
        return effects
    }

    mutating func select(section: Int, keepsListFilter: Bool = false) -> [Effect] {
        let effects = endResults()
        if !keepsListFilter || lists.listFilter?.pane == .stories { lists.listFilter = nil }
        guard section != lists.section else {
            listAgain()
            return effects
        }
        lists.section = section
        lists.firstStory = 0
        lists.openStory = nil
        listAgain()
        openFirst()
        closeWhatBelongsToOtherStories()
        return effects
    }

    mutating func cycleFilter() -> [Effect] {
        let effects = endResults()
        let all = Filter.allCases
        lists.filter = all[(all.firstIndex(of: lists.filter)! + 1) % all.count]
        listAgain()
        let before = lists.hiddenStory ?? lists.openStory
        openNearest(to: before.flatMap(stories.position(of:)))
        lists.hiddenStory = before
        lists.firstStory = 0
        switch lists.filter {
        case .all: message = texts(.allSections)
        case .unread: message = texts(.filterUnread)
        case .starred: message = texts(.filterStarred)
        }
        return effects
    }

    /// Opens the story that passes the filters at a place, else the next one, else the last before it; none where none
    /// passes.
    mutating func openNearest(to place: Int?) {
        let passing = lists.passing
        guard let place else { return openFirst() }
        let index = passing.place(of: place).index
        open(index < passing.count ? passing[index] : passing.last)
    }

    /// The unread story after this one, in the section and then in the whole list; round the end once.
    package func nextUnread(after position: Int?, backwards: Bool = false) -> Int? {
        nextUnread(after: position, in: lists.section, backwards) ?? nextUnread(after: position, in: 0, backwards)
    }

    private func nextUnread(after position: Int?, in section: Int, _ backwards: Bool) -> Int? {
        let stories = sections[section].stories
        guard sections[section].unread > 0, let first = stories.first, let last = stories.last else { return nil }
        let here = position.flatMap { stories.contains($0) ? $0 : nil }
        // The positions after this one, then those before it.
        let ranges: [Range<Int>] =
            if let here {
                backwards ? [first..<here, here + 1..<last + 1] : [here + 1..<last + 1, first..<here]
            } else {
                [first..<last + 1]
            }
        for range in ranges where !range.isEmpty {
            if let found = unread(in: range, of: stories, backwards) { return found }
        }
        return nil
    }

    private func unread(in range: Range<Int>, of positions: Positions, _ backwards: Bool) -> Int? {
        guard case .chosen = positions else { return stories.unreadPosition(in: range, backwards: backwards) }
        let low = positions.place(of: range.lowerBound).index
        let high = positions.place(of: range.upperBound).index
        let places = positions[low..<high]
        return backwards ? places.last { !stories.isRead($0) } : places.first { !stories.isRead($0) }
    }

    func isRead(_ position: Int) -> Bool { stories.isRead(position) }

    func unread(in section: Int) -> Int { sections[section].unread }

    /// Whether all is read that there is, and that is on its way.
    var isFinished: Bool { stories.ownCount > 0 && unread(in: 0) == 0 && progress == nil }

    /// That the whole edition is read: how many stories, and how long they take.
    var finished: String {
        texts(.editionFinished, stories.ownCount, max(1, Int(stories.minutes.rounded())))
    }

    /// Minutes that the unread stories take; nil where none are, and for whole libraries, where the number says nothing.
    var minutesLeft: Int? {
        guard stories.ownCount <= 1000, unread(in: 0) > 0 else { return nil }
        return max(1, Int(stories.unreadMinutes.rounded()))
    }
}
