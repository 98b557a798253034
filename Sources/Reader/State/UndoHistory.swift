import Newspaper

/// Marks that can be taken back, and those that were: each step is what one key marked.
struct UndoHistory: Sendable {
    private(set) var done: [[Change]] = []
    private(set) var undone: [[Change]] = []
    /// Stories that the reader just marked as unread again: seeing their end once more does not count at once.
    var justUnread: Set<StoryID> = []

    mutating func record(_ changes: [Change]) {
        done.append(changes)
        undone = []
    }

    mutating func undo() -> [Change]? {
        guard let changes = done.popLast() else { return nil }
        undone.append(changes)
        return changes.map(\.opposite)
    }

    mutating func redo() -> [Change]? {
        guard let changes = undone.popLast() else { return nil }
        done.append(changes)
        return changes
    }
}
