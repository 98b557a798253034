/// When a source is asked again.
package struct FetchSchedule: Sendable, Hashable {
    /// What the reader wants, in seconds; nil where the source decides. At least `shortestInterval` is kept.
    package var interval: Int?
    /// What the source wants: RSS's `ttl`, in seconds; nil where it does not say.
    package var ttl: Int?
    /// Hours of the day, 0 to 23 of UTC, in which the source does not want to be asked (RSS's `skipHours`).
    package var skippedHours: Set<Int>
    /// Days of the week on which it does not, 1 (Monday) to 7 of UTC (RSS's `skipDays`).
    package var skippedDays: Set<Int>

    /// A schedule; without arguments, that of a source that says nothing.
    package init(
        interval: Int? = nil, ttl: Int? = nil, skippedHours: Set<Int> = [], skippedDays: Set<Int> = []
    ) {
        self.interval = interval
        self.ttl = ttl
        self.skippedHours = skippedHours
        self.skippedDays = skippedDays
    }

    /// Seconds between two requests of a source that says nothing: an hour.
    package static let defaultInterval = 3600
    /// The shortest time between two requests, in seconds: five minutes.
    package static let shortestInterval = 300
    /// The longest time that a source's own wishes or its failures put a request off, in seconds: a day.
    package static let longestDelay = 86400
    /// The longest Retry-After that is heeded, in seconds: a week.
    package static let longestRetryAfter = 7 * 86400

    /// When the source is due, in seconds since 1970; nil for never (410).
    ///
    /// - Parameters:
    ///   - history: what came of the last request; without one the source is due at once.
    ///   - seed: what the jitter is made of, such as a hash of the address: sources that fail together come back apart.
    package func due(after history: FetchHistory, seed: UInt64) -> Int64? { history.isGone ? nil : history.last ?? 0 }

    /// Whether the source is due. A clock that has been set back does not keep it waiting.
    package func isDue(after history: FetchHistory, seed: UInt64, now: Int64) -> Bool {
        guard let due = due(after: history, seed: seed) else { return false }
        return now >= due || history.last.map { now < $0 } ?? true
    }
}
