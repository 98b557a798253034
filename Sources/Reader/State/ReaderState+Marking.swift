import Newspaper

/// Read, unread, starred, and all of it taken back.
extension ReaderState {
    /// A story counts as read when its last line has been on the screen while the body had the keys, or as settings say.
    mutating func readIfEnded() -> [Effect] {
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
        if unread(in: 0) == 0, shownLines.count + 1 >= layout.body.rows { message = finished }
        return [.mark(change)]
    }

    mutating func toggle(_ kind: Change.Kind) -> [Effect] {
        guard let story else { return [] }
        let id = edition.stories[story].id
        let change = Change(story: id, kind: kind, isSet: !isSet(kind, id))
        if kind == .read { justUnread = change.isSet ? [] : [id] }
        return make([change])
    }

    mutating func markSectionRead() -> [Effect] {
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
    mutating func undo() -> [Effect] {
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

    mutating func redo() -> [Effect] {
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
}
