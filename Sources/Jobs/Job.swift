import Glibc

/// Work that is done beside the loop, on a thread of its own, so that keys are answered meanwhile.
package final class Job: Sendable {
    /// How far it is, and whether it is to stop.
    package let progress = Progress()
    /// When it began, in milliseconds of the monotonic clock.
    package let start: Int64 = monotonicNow()

    /// Milliseconds after which a job's progress is shown.
    package static let timeout: Int64 = 200

    /// Whether it has gone on for so long that its progress is to be shown.
    package var isLong: Bool { monotonicNow() - start >= Self.timeout }

    /// When its progress is to be shown, in milliseconds of the monotonic clock.
    package var deadline: Int64 { start + Self.timeout }

    /// Asks the job to stop; it does so at its next report.
    package func cancel() { progress.cancel() }
}

/// Milliseconds of a clock that nobody sets.
package func monotonicNow() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
}
