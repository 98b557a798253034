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
    /// The reader's interval counts for more than what the source wants (`ttl`, Cache-Control), but Retry-After, the hours and
    /// days that the source names, and failures put it off. The delay doubles with each failure.
    ///
    /// - Parameters:
    ///   - history: what came of the last request; without one the source is due at once.
    ///   - seed: what the jitter is made of, such as a hash of the address: sources that fail together come back apart.
    package func due(after history: FetchHistory, seed: UInt64) -> Int64? {
        if history.isGone { return nil }
        guard let last = history.last else { return 0 }
        var delay = interval ?? min(max(Self.defaultInterval, ttl ?? 0, history.lifetime ?? 0), Self.longestDelay)
        delay = max(delay, Self.shortestInterval)
        if history.failures > 0 {
            // A source that is asked once a week is not asked more often when it fails.
            let longest = max(delay, Self.longestDelay)
            for _ in 1..<min(max(history.failures, 1), 20) where delay < longest { delay *= 2 }
            delay = Self.spread(min(delay, longest), seed, history.failures)
        }
        if let seconds = history.retryAfter { delay = max(delay, min(seconds, Self.longestRetryAfter)) }
        let due = last.addingReportingOverflow(Int64(clamping: delay))
        return afterSkipped(due.overflow ? .max : due.partialValue, seed)
    }

    /// Whether the source is due. A clock that has been set back does not keep it waiting.
    package func isDue(after history: FetchHistory, seed: UInt64, now: Int64) -> Bool {
        guard let due = due(after: history, seed: seed) else { return false }
        return now >= due || history.last.map { now < $0 } ?? true
    }

    /// The delay and up to a quarter of it less or more.
    private static func spread(_ delay: Int, _ seed: UInt64, _ failures: Int) -> Int {
        let quarter = delay / 4
        return delay - quarter + Int(mixed(seed &+ UInt64(failures)) % UInt64(2 * quarter + 1))
    }

    /// SplitMix64's last step: neighbouring numbers become numbers that have nothing in common.
    private static func mixed(_ seed: UInt64) -> UInt64 {
        var value = seed &+ 0x9E37_79B9_7F4A_7C15
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// The time, or, where the source does not want to be asked then, one in the first minutes of the next hour in which it does.
    /// A source that names all hours, or all days, names none.
    private func afterSkipped(_ time: Int64, _ seed: UInt64) -> Int64 {
        let hours = skippedHours.count(where: { (0...23).contains($0) }) < 24 ? skippedHours : []
        let days = skippedDays.count(where: { (1...7).contains($0) }) < 7 ? skippedDays : []
        guard !hours.isEmpty || !days.isEmpty, (0..<(Int64.max - 14 * 86400)).contains(time) else { return time }
        func isSkipped(_ hour: Int64) -> Bool {
            // 1 January 1970 was a Thursday.
            hours.contains(Int(hour % 24)) || days.contains(Int((hour / 24 + 3) % 7) + 1)
        }
        var hour = time / 3600
        guard isSkipped(hour) else { return time }
        while isSkipped(hour) { hour += 1 }
        return hour * 3600 + Int64(Self.mixed(seed) % 300)
    }
}
