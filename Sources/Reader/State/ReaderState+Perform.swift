import Newspaper
import Screen
import Settings
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
        let layout = layout
        firstSection = sectionsTop(layout.sections)
        firstStory = storiesTop(layout.stories)
        if let results {
            let first = resultsTop(results, layout.stories)
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
        case .back where listFilter?.pane == focus: listFilter = nil
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
}
