import Newspaper
import Screen
import Typesetting

extension ReaderState {
    /// The state after a key, and what the program has to do for it.
    package mutating func press(_ key: Key) -> [Effect] {
        if key == .resize { return [] }
        message = nil
        if help != nil { return performInHelp(key) }
        if links != nil { return performInLinks(key) }
        if key == .escape, progress != nil, prompt == nil { return [.cancel] }
        if calendar != nil { return performInCalendar(key) }
        if prompt != nil {
            wheeled = false
            let effects = performInPrompt(key)
            keepListsInSight()
            return effects + starredWanted() + (prompt == nil ? readIfEnded() : [])
        }
        switch key {
        case .click(let column, let row): return click(column: column, row: row)
        case .wheelUp(let column, let row): return wheel(-3, column: column, row: row)
        case .wheelDown(let column, let row): return wheel(3, column: column, row: row)
        default:
            guard let action = keymap.action(for: key) else { return [] }
            wheeled = false
            let before = story
            let effects = perform(action)
            if story != before { justUnread = [] }
            keepListsInSight()
            return effects + starredWanted()
        }
    }

    /// Each list moves as little as keeps what is selected in sight, and stays there.
    private mutating func keepListsInSight() {
        let arrangement = arrangement
        firstSection = sectionsTop(arrangement.sections)
        firstStory = storiesTop(arrangement.stories)
        if let results {
            let first = resultsTop(results, arrangement.stories)
            self.results?.first = first
        }
    }

    /// The state after an action, and what the program has to do for it.
    package mutating func perform(_ action: Action) -> [Effect] {
        var effects: [Effect] = []
        switch action {
        case .up: effects = move(-1)
        case .down: effects = move(1)
        case .pageUp: effects = move(-pageRows)
        case .pageDown: effects = move(pageRows)
        case .forward: effects = goForward()
        case .home: effects = move(-.max)
        case .end: effects = move(.max)
        case .enter where results != nil && focus == .stories:
            focus = .body
            effects = settle()
        case .enter: if let next = Pane(rawValue: focus.rawValue + 1), story != nil { focus = next }
        case .back where raw != nil && focus == .body: raw = nil
        case .back where results != nil && focus == .stories: backFromResults()
        case .back where find != nil && results == nil && focus == .body: find = nil
        case .back where narrowing?.pane == focus: narrowing = nil
        case .back: if let previous = Pane(rawValue: focus.rawValue - 1) { focus = previous }
        case .nextPane: focus = Pane(rawValue: (focus.rawValue + 1) % 3) ?? .sections
        case .previousPane: focus = Pane(rawValue: (focus.rawValue + 2) % 3) ?? .sections
        case .nextUnread where find != nil: effects = goToHit(backwards: false)
        case .previousUnread where find != nil: effects = goToHit(backwards: true)
        case .nextUnread: goToUnread(backwards: false)
        case .previousUnread: goToUnread(backwards: true)
        case .find: beginFind()
        case .findAll: beginFindAll()
        case .toggleRead: effects = toggle(.read)
        case .star: effects = toggle(.starred)
        case .readSection: effects = markSectionRead()
        case .raw: return toggleRaw()
        case .undo: effects = undo()
        case .redo: effects = redo()
        case .filter: cycleFilter()
        case .columns: toggleColumns()
        case .alone:
            isAlone = focus != .body || !isAlone
            if story != nil { focus = .body }
        case .theme: cycleTheme()
        case .larger: effects = resizePane(larger: true)
        case .smaller: effects = resizePane(larger: false)
        case .editions: effects = [.editions]
        case .copy: effects = copy()
        case .copyParagraph: effects = copyParagraph()
        case .openLink: effects = openLink()
        case .links: listLinks()
        case .pipe: beginPipe()
        case .help: help = 0
        case .redraw: return [.redraw]
        case .quit: return [.quit]
        case .suspend, .click, .wheel: return []
        }
        if story == nil, focus == .body { focus = .stories }
        return effects + readIfEnded()
    }

    /// Where the panes stand now.
    package var arrangement: Arrangement {
        Arrangement(
            size: size, focus: focus, sectionCount: sections.count, sectionCells: sectionCells,
            widestMeasure: settings.measure, isAlone: isAlone, sizes: paneSizes)
    }

    /// A story, set for the pane's measure.
    package func setStory(_ story: Int) -> SetStory {
        setStory(story, measure: arrangement.measure.cells)
    }

    /// A story, set for a measure.
    func setStory(_ story: Int, measure: Int) -> SetStory {
        setStories.story(story, measure: measure, settings: settings) {
            StoryDocument(edition.stories[story], texts: texts, settings: settings)
        }
    }

    // MARK: - Moving

    private var pageRows: Int { max(1, arrangement.area(of: focus).rows - 1) }

    private mutating func move(_ rows: Int) -> [Effect] {
        switch focus {
        case .sections:
            let listed = listedSections
            guard let place = listed.firstIndex(of: section) else {
                if let first = listed.first { select(section: first, keepsNarrowing: true) }
                return []
            }
            let target = listed[Self.moved(place, by: rows, in: listed.count)]
            select(section: target, keepsNarrowing: true)
            return []
        case .stories where results != nil:
            guard let results else { return [] }
            let rows = isPage(rows) ? rows / 2 : rows
            show(result: Self.moved(results.selected, by: rows, in: results.entries.count))
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

    private mutating func scroll(_ rows: Int) -> [Effect] {
        guard let story, !scrollRaw(rows) else { return [] }
        if let columns = columnStory(story) { return turnPage(rows, columns, in: story) }
        let set = setStory(story)
        let height = arrangement.body.rows
        let now = set.clamped(place(in: story), height: height)
        let target: Galley.Place =
            switch rows {
            case .max: set.lastPlace(height: height)
            case -.max: .start
            default: set.clamped(set.place(now, movedBy: rows), height: height)
            }
        guard target != now else { return [] }
        return move(to: target, in: story)
    }

    mutating func move(to target: Galley.Place, in story: Int) -> [Effect] {
        let id = edition.stories[story].id
        places[id] = target
        find?.view = nil
        let document = setStory(story).document
        return [.place(id, document.readingPlace(of: target, in: edition.stories[story].body))]
    }

    /// A screen on; from the story's end on to the next unread story.
    private mutating func goForward() -> [Effect] {
        guard focus == .body, raw == nil, let story else { return move(pageRows) }
        let before = places[edition.stories[story].id]
        let effects = scroll(pageRows)
        if places[edition.stories[story].id] != before { return effects }
        if let next = nextUnread(after: story) {
            open(next)
        } else {
            message = finished
        }
        return []
    }

    private mutating func goToUnread(backwards: Bool) {
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
        if narrowing?.pane == .stories, narrowing?.shown.contains(story) == false { narrowing = nil }
        self.story = story
    }

    package mutating func select(section: Int, keepsNarrowing: Bool = false) {
        endResults()
        if !keepsNarrowing || narrowing?.pane == .stories { narrowing = nil }
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

    private mutating func cycleFilter() {
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

    // MARK: - Marking

    /// A story counts as read when its last line has been on the screen while the body had the keys, or as settings say.
    private mutating func readIfEnded() -> [Effect] {
        guard focus == .body, raw == nil, let story, !isRead(story), !justUnread.contains(edition.stories[story].id)
        else {
            return []
        }
        let id = edition.stories[story].id
        switch markRead {
        case .end: guard isEndShown(of: story) else { return [] }
        case .open: break
        case .never: return []
        }
        let change = Change(story: id, kind: .read, isSet: true)
        apply(change)
        // Under the end mark it is said too, where there is room.
        if unread(in: 0) == 0, shownLines.count + 1 >= arrangement.body.rows { message = finished }
        return [.mark(change)]
    }

    private mutating func toggle(_ kind: Change.Kind) -> [Effect] {
        guard let story else { return [] }
        let id = edition.stories[story].id
        let change = Change(story: id, kind: kind, isSet: !isSet(kind, id))
        if kind == .read { justUnread = change.isSet ? [] : [id] }
        return make([change])
    }

    private mutating func markSectionRead() -> [Effect] {
        let changes = sections[section].stories.filter { !isRead($0) }.map {
            Change(story: edition.stories[$0].id, kind: .read, isSet: true)
        }
        guard !changes.isEmpty else {
            message = texts(.noUnread)
            return []
        }
        let effects = make(changes)
        message = texts(.markedRead, changes.count, keyName(of: .undo))
        return effects
    }

    private mutating func make(_ changes: [Change]) -> [Effect] {
        done.append(changes)
        undone = []
        return changes.map { change in
            apply(change)
            return .mark(change)
        }
    }

    /// Undo is marks like any others: the opposite ones.
    private mutating func undo() -> [Effect] {
        guard let changes = done.popLast() else {
            message = texts(.nothingUndone)
            return []
        }
        undone.append(changes)
        message = texts(.undone)
        return changes.map { change in
            var opposite = change
            opposite.isSet.toggle()
            apply(opposite)
            if opposite.kind == .read, !opposite.isSet { justUnread.insert(opposite.story) }
            return .mark(opposite)
        }
    }

    private mutating func redo() -> [Effect] {
        guard let changes = undone.popLast() else {
            message = texts(.nothingRedone)
            return []
        }
        done.append(changes)
        message = texts(.redone)
        return changes.map { change in
            apply(change)
            return .mark(change)
        }
    }

    private func isSet(_ kind: Change.Kind, _ id: StoryID) -> Bool {
        kind == .read ? marks.read.contains(id) : marks.starred.contains(id)
    }

    private mutating func apply(_ change: Change) {
        switch (change.kind, change.isSet) {
        case (.read, true): marks.read.insert(change.story)
        case (.read, false): marks.read.remove(change.story)
        case (.starred, true): marks.starred.insert(change.story)
        case (.starred, false): marks.starred.remove(change.story)
        }
        if change.kind == .starred { listStarred() }
    }

    // MARK: - Mouse and help

    private mutating func click(column: Int, row: Int) -> [Effect] {
        let arrangement = arrangement
        guard let pane = arrangement.pane(atColumn: column, row: row) else { return [] }
        focus = pane
        switch pane {
        case .sections:
            let area = arrangement.sections
            let listed = listedSections
            let index = sectionsTop(area) + row - area.row
            if listed.indices.contains(index) { select(section: listed[index], keepsNarrowing: true) }
        case .stories where results != nil:
            if let index = results?.first { show(result: index + (row - arrangement.stories.row) / resultRows) }
        case .stories:
            if let story = storyEntries(arrangement.stories).first(where: { $0.rows.contains(row) })?.story {
                self.story = story
            }
        case .body: break
        }
        return readIfEnded() + starredWanted()
    }

    /// Scrolls what is under the pointer; selects and marks nothing.
    private mutating func wheel(_ rows: Int, column: Int, row: Int) -> [Effect] {
        switch arrangement.pane(atColumn: column, row: row) {
        case .sections: firstSection = max(0, min(listedSections.count - 1, sectionsTop(arrangement.sections) + rows))
        case .stories where results != nil:
            guard let results else { break }
            let first = resultsTop(results, arrangement.stories) + rows.signum()
            self.results?.first = max(0, min(results.entries.count - 1, first))
        case .stories: firstStory = max(0, min(listed.count - 1, storiesTop(arrangement.stories) + rows.signum()))
        case .body: return scroll(rows)
        case nil: break
        }
        wheeled = true
        return []
    }

    private mutating func performInHelp(_ key: Key) -> [Effect] {
        let rows = max(1, size.rows - 2)
        let top = help ?? 0
        switch keymap.action(for: key) {
        case .up: help = max(0, top - 1)
        case .down: help = min(helpEnd, top + 1)
        case .pageUp: help = max(0, top - rows)
        case .pageDown, .forward: help = min(helpEnd, top + rows)
        case .home: help = 0
        case .end: help = helpEnd
        case .redraw: return [.redraw]
        case .wheel, .click, nil:
            switch key {
            case .wheelUp: help = max(0, top - 3)
            case .wheelDown: help = min(helpEnd, top + 3)
            default: break
            }
        default: help = nil
        }
        return []
    }
}
