import Newspaper

/// Read, unread, starred, and all of it taken back.
extension ReaderState {
    /// A story counts as read when its last line has been on the screen for a moment while the body had the keys, or as settings
    /// say: who leafs through stories does not read them.
    mutating func readIfEnded() -> [Effect] {
        guard attention.isRead, mayCountAsRead, let id = lists.openStory else { return [] }
        let effects = markAsRead(id)
        // Below the end mark it is said too, where there is room.
        if isFinished, shownLines.count + 1 >= layout.body.rows { message = finished }
        return effects
    }

    /// Whether the open story counts as read if it stays as it is shown.
    var mayCountAsRead: Bool {
        // While words are typed, and at a hit that was gone to, the story only shows where they were found.
        guard focus == .body, rawPage == nil, prompt == nil, overlays.top?.isModal != true, !attention.isPointing,
            let position, let id = lists.openStory, !isRead(position), !undoing.justUnread.contains(id),
            search.find?.isAtHit != true
        else { return false }
        return switch markRead {
        case .end: isEndShown(of: position)
        case .open: true
        case .never: false
        }
    }

    /// Marks a story that was read to its end.
    mutating func markAsRead(_ story: StoryID) -> [Effect] {
        let change = Change(story: story, kind: .read, isSet: true)
        apply([change])
        return [.mark([change])]
    }

    mutating func toggle(_ kind: Change.Kind) -> [Effect] {
        guard let position, let id = lists.openStory else { return [] }
        let isSet = kind == .read ? isRead(position) : stories.isStarred(id)
        if kind == .read { undoing.justUnread = isSet ? [id] : [] }
        return make([Change(story: id, kind: kind, isSet: !isSet)])
    }

    mutating func markSectionRead() -> [Effect] {
        var changes: [Change] = []
        for position in sections[lists.section].stories where !stories.isRead(position) {
            changes.append(Change(story: stories.id(at: position), kind: .read, isSet: true))
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
        undoing.record(.marks(changes))
        apply(changes)
        return [.mark(changes)]
    }

    /// Undo is a mark or a correction like any other: the opposite one.
    mutating func undo() -> [Effect] {
        guard let step = undoing.undo() else {
            message = texts(.nothingUndone)
            return []
        }
        message = texts(.undone)
        if case .marks(let changes) = step {
            for change in changes where change.kind == .read && !change.isSet {
                undoing.justUnread.insert(change.story)
            }
        }
        return take(step)
    }

    mutating func redo() -> [Effect] {
        guard let step = undoing.redo() else {
            message = texts(.nothingRedone)
            return []
        }
        message = texts(.redone)
        return take(step)
    }

    private mutating func take(_ step: UndoHistory.Step) -> [Effect] {
        switch step {
        case .marks(let changes):
            apply(changes)
            return [.mark(changes)]
        case .correction(let line, _, let ruling): return [.correct(line, ruling)]
        }
    }

    private mutating func apply(_ changes: [Change]) {
        let (open, section) = (lists.openStory, lists.section)
        changeStories { stories in
            for change in changes { stories.apply(change, keeping: open, in: section) }
        }
        if changes.count == 1, let change = changes.first, let position = stories.position(of: change.story),
            sections[lists.section].name != .starred
        {
            // One entry comes or goes; the rest of the list is as it was.
            let passes = lists.listFilter.map { $0.pane != .stories || $0.shown.contains(position) } ?? true
            switch (lists.filter, change.kind) {
            case (.unread, .read) where passes && sections[lists.section].stories.contains(position):
                lists.passing.set(position, isIn: !change.isSet)
            case (.starred, .starred) where passes && sections[lists.section].stories.contains(position):
                lists.passing.set(position, isIn: change.isSet)
            default: break
            }
        } else {
            listAgain()
        }
    }
}
