import Newspaper

/// What can be taken back, and what was: each step is what one key did.
struct UndoHistory: Sendable {
    /// What one key did.
    enum Step: Sendable, Equatable {
        case marks([Change])
        /// A line of a page was corrected: what was said about it before, and what is now; nil where nothing.
        case correction(LineAddress, from: LineRuling?, to: LineRuling?)

        var opposite: Step {
            switch self {
            case .marks(let changes): .marks(changes.map(\.opposite))
            case .correction(let line, let from, let to): .correction(line, from: to, to: from)
            }
        }
    }

    private(set) var done: [Step] = []
    private(set) var undone: [Step] = []
    /// Stories that the reader just marked as unread again: seeing their end once more does not count at once.
    var justUnread: Set<StoryID> = []

    mutating func record(_ step: Step) {
        done.append(step)
        undone = []
    }

    /// What takes the last step back; nil where there is none.
    mutating func undo() -> Step? {
        guard let step = done.popLast() else { return nil }
        undone.append(step)
        return step.opposite
    }

    mutating func redo() -> Step? {
        guard let step = undone.popLast() else { return nil }
        done.append(step)
        return step
    }

    /// Stories have other ids now.
    mutating func follow(_ successors: [StoryID: StoryID]) {
        func followed(_ steps: [Step]) -> [Step] {
            steps.map { step in
                guard case .marks(var changes) = step else { return step }
                for index in changes.indices {
                    changes[index].story = successors[changes[index].story] ?? changes[index].story
                }
                return .marks(changes)
            }
        }
        (done, undone) = (followed(done), followed(undone))
        justUnread = Set(justUnread.map { successors[$0] ?? $0 })
    }
}
