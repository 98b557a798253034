import Synchronization

/// How far a piece of work has come, told from its own thread, and whether it is to stop.
final class Progress: Sendable {
    enum Step: Sendable, Equatable {
        /// Folders looked into.
        case finding(Int)
        /// Pages read.
        case reading(Int, of: Int)
        case parsing
    }

    private let current = Mutex(Step.finding(0))
    private let counted = Mutex<(read: Int, all: Int)?>(nil)
    private let hasEnd = Atomic(false)

    var step: Step { current.withLock { $0 } }

    var isCancelled: Bool { hasEnd.load(ordering: .relaxed) }

    /// Pages that were read, and those that were to be.
    var pages: (read: Int, all: Int)? { counted.withLock { $0 } }

    /// Goes on after a stop: what was found is to be read.
    func goOn() { hasEnd.store(false, ordering: .relaxed) }

    func cancel() { hasEnd.store(true, ordering: .relaxed) }

    /// Notes where the work is; false where it is to stop.
    @discardableResult
    func tell(_ step: Step) -> Bool {
        current.withLock { $0 = step }
        if case .reading(let read, let all) = step { counted.withLock { $0 = (read, all) } }
        return !isCancelled
    }
}
