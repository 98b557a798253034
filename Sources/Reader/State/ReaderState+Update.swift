import Settings
import Newspaper
import Screen

extension ReaderState {
    /// Changes the state as an event asks; what the application has to do for it is returned.
    package mutating func update(_ event: ReaderEvent) -> [Effect] {
        let effects = react(to: event)
        noticeStory()
        return effects
    }

    private mutating func react(to event: ReaderEvent) -> [Effect] {
        switch event {
        case .key(let key): return press(key)
        case .time(let now): return pass(to: now)
        case .date(let date): self.date = date
        case .resized(let size, let isWide):
            screen.size = size
            if let isWide { setAmbiguousWidth(isWide ? .wide : .narrow) }
            keepMapInSight()
        case .colours(let depth): setDepth(depth)
        case .background(let isLight): setBackground(isLight: isLight)
        case .pictureDisplay(let display): setPictureDisplay(display)
        case .drawn: return askForPictures()
        case .picture(let picture, let bitmap): insert(bitmap, of: picture)
        case .opened(let list, let marks, let places, let page, let last):
            return open(list, marks: marks, places: places, page: page, last: last)
        case .updated(let list, let marks, let places, let last):
            return adopt(list, marks: marks, places: places, last: last)
        case .corrected(let list, let marks, let places, let successors):
            return adopt(corrected: list, marks: marks, places: places, successors: successors)
        case .marked(let marks): adopt(marks)
        case .rawPage(let page, let story): show(page, of: story)
        case .starred(let guests, let read, let places, let missing):
            insert(guests, read: read, places: places, missing: missing)
        case .editions(let entries): show(editions: entries)
        case .found(let batch): adopt(batch)
        case .progress(let words): progress = words
        case .message(let words): message = words
        case .unsaved(let count): unsaved = count
        case .notices(let messages, let title): show(notices: messages, title: title)
        case .preferences(let preferences, let texts): apply(preferences, texts: texts)
        }
        return []
    }

    /// A key goes to what lies over the panes first, from the top down; what nobody there wants, the panes get.
    package mutating func press(_ key: Key) -> [Effect] {
        if key == .resize { return [] }
        if let hinted = hintedKey(under: key) {
            defer { attention.isPointing = true }
            return press(hinted)
        }
        message = nil
        if let effects = moveBorder(with: key) { return effects }
        if key == .escape, progress != nil, overlays.top?.keepsEscape != true { return [.cancel] }
        // What the mouse points at is where it is seen.
        let isMouse = isMouse(key)
        attention.isPointing = isMouse && !isWheel(key)
        lists.isUntouched = false
        if !isMouse { lists.isWheeled = false }
        let before = lists.openStory
        var effects: [Effect]
        switch pressOverlays(key) {
        case .modal(let overlayEffects): return overlayEffects
        case .handled(let overlayEffects): effects = overlayEffects
        case .passed:
            switch key {
            case .click(let column, let row): effects = click(column: column, row: row)
            case .doubleClick(let column, let row):
                let isEntry = isEntry(atColumn: column, row: row)
                effects = click(column: column, row: row)
                if isEntry { effects += perform(.enter) }
            case .wheelUp(let column, let row): effects = wheel(-3, column: column, row: row)
            case .wheelDown(let column, let row): effects = wheel(3, column: column, row: row)
            default:
                guard let action = keymap.action(for: key, in: focus) else {
                    listLinks(from: key)
                    return []
                }
                effects = perform(action)
            }
        }
        if lists.openStory != before { undoing.justUnread = [] }
        if !isMouse { keepListsInSight() }
        return effects + starredWanted()
    }

    private func isWheel(_ key: Key) -> Bool {
        switch key {
        case .wheelUp, .wheelDown: true
        default: false
        }
    }

    private func isMouse(_ key: Key) -> Bool {
        switch key {
        case .click, .doubleClick, .drag, .release, .wheelUp, .wheelDown: true
        default: false
        }
    }

    /// What an action does to the panes.
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
        case .enter: if let next = Pane(rawValue: focus.rawValue + 1), lists.openStory != nil { focus = next }
        case .back where search.find != nil && results == nil && focus == .body: search.find = nil
        case .back where lists.listFilter?.pane == focus: setListFilter(nil)
        case .back: if let previous = Pane(rawValue: focus.rawValue - 1) { focus = previous }
        case .nextPane: focus = Pane(rawValue: (focus.rawValue + 1) % 3) ?? .sections
        case .previousPane: focus = Pane(rawValue: (focus.rawValue + 2) % 3) ?? .sections
        case .nextUnread where search.find != nil: effects = goToHit(backwards: false)
        case .previousUnread where search.find != nil: effects = goToHit(backwards: true)
        case .nextUnread: effects = goToUnread(backwards: false)
        case .previousUnread: effects = goToUnread(backwards: true)
        case .find: effects = beginFind()
        case .findAll: beginFindAll()
        case .toggleRead: effects = toggle(.read)
        case .star: effects = toggle(.starred)
        case .readSection: effects = markSectionRead()
        case .raw, .correct: effects = toggleRaw()
        case .pageMap: openMap()
        case .undo: effects = undo()
        case .redo: effects = redo()
        case .filter: effects = cycleFilter()
        case .columns: toggleColumns()
        case .alone:
            screen.isAlone = focus != .body || !screen.isAlone
            screen.isBorrowing = false
            if lists.openStory != nil { focus = .body }
        case .theme: effects = cycleTheme()
        case .larger: effects = resizePane(larger: true)
        case .smaller: effects = resizePane(larger: false)
        case .editions: effects = [.editions]
        case .copy: effects = copy()
        case .copyParagraph: effects = copyParagraph()
        case .openLink: effects = openLink()
        case .links: listLinks()
        case .pipe: if lists.openStory != nil { openPrompt(.command) }
        case .help: overlays.open(HelpOverlay())
        case .redraw: effects = [.redraw]
        case .quit: effects = [.quit]
        case .mouse: toggleMouse()
        case .pictures: togglePictures()
        case .suspend, .click, .wheel: break
        }
        if lists.openStory == nil, focus == .body { focus = .stories }
        return effects
    }
}
