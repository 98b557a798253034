import Synchronization

/// How far a job has come, reported from its own thread, and whether it is to stop.
package final class Progress: Sendable {
    /// What is being done, and how much of it is done.
    package struct Step: Sendable, Equatable {
        /// What kinds of work there are.
        package enum Kind: Sendable, Equatable { case finding, reading, parsing, counting, searching }

        /// What is being done.
        package var kind: Kind
        /// How much of it is done: files, folders or stories.
        package var done: Int
        /// How much there is; nil where nobody knows how much there is.
        package var total: Int?

        /// A step of work, by default its beginning.
        package init(_ kind: Kind, _ done: Int = 0, of total: Int? = nil) {
            self.kind = kind
            self.done = done
            self.total = total
        }
    }

    private let current = Mutex(Step(.finding))
    private let reading = Mutex<Step?>(nil)
    private let isStopped = Atomic(false)

    /// Nothing has been done yet.
    package init() {}

    /// The last step that was reported.
    package var step: Step { current.withLock { $0 } }

    /// The last step of the kind `reading`: how many files were read, and how many were to be; nil where none was read.
    package var lastReading: Step? { reading.withLock { $0 } }

    /// Whether the job is to stop.
    package var isCancelled: Bool { isStopped.load(ordering: .relaxed) }

    /// Asks the job to stop; it does so at its next report.
    package func cancel() { isStopped.store(true, ordering: .relaxed) }

    /// Goes on after a stop: what was found until then is to be used.
    package func resume() { isStopped.store(false, ordering: .relaxed) }

    /// Notes where the job is; false where it is to stop.
    @discardableResult
    package func report(_ step: Step) -> Bool {
        current.withLock { $0 = step }
        if step.kind == .reading { reading.withLock { $0 = step } }
        return !isCancelled
    }
}
