import Fetching
import FoundationEssentials
import Newspaper

/// What is remembered of a source from one round to the next. It may be lost: the source is then asked as if for the first time.
package struct SourceRecord: Codable, Equatable, Sendable {
    /// When the last request ended, in seconds since 1970.
    package var last: Int64?
    /// Requests that have failed since the last that did not.
    package var failures = 0
    var lifetime: Int?
    var retryAfter: Int?
    /// Whether the server said that there will never be anything again (410).
    package var isGone = false
    var entityTag: String?
    var lastModified: String?
    /// What the source wants (`FetchSchedule`).
    var ttl: Int?
    var skippedHours: Set<Int> = []
    var skippedDays: Set<Int> = []
    /// Whether what came last was a feed, and no page; nil before anything came.
    var isFeed: Bool?
    /// What the source calls itself.
    package var title: String?
    /// What went wrong the last time, in the words of that time's language; nil where nothing did.
    package var trouble: String?
    /// When something new came last, in seconds since 1970.
    package var newest: Int64?
    /// How many stories were filed, by day: of the last `countedDays` days that have any.
    var filed: [String: Int] = [:]

    /// Of a source that has never been asked.
    package init() {}

    static let countedDays = 28

    /// A record written by another version may lack something.
    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        func value<Value: Decodable>(_ key: CodingKeys, _ type: Value.Type = Value.self) -> Value? {
            try? fields.decodeIfPresent(type, forKey: key)
        }
        last = value(.last)
        failures = max(0, value(.failures) ?? 0)
        lifetime = value(.lifetime)
        retryAfter = value(.retryAfter)
        isGone = value(.isGone) ?? false
        entityTag = value(.entityTag)
        lastModified = value(.lastModified)
        ttl = value(.ttl)
        skippedHours = value(.skippedHours) ?? []
        skippedDays = value(.skippedDays) ?? []
        isFeed = value(.isFeed)
        title = value(.title)
        trouble = value(.trouble)
        newest = value(.newest)
        filed = value(.filed) ?? [:]
    }

    /// What of it the schedule goes by.
    var history: FetchHistory {
        get {
            FetchHistory(
                last: last, failures: failures, lifetime: lifetime, retryAfter: retryAfter, isGone: isGone)
        }
        set {
            (last, failures, lifetime) = (newValue.last, newValue.failures, newValue.lifetime)
            (retryAfter, isGone) = (newValue.retryAfter, newValue.isGone)
        }
    }

    /// When a source is asked again, in seconds since 1970: 0 for at once, nil for never.
    package func due(_ source: FollowedSource) -> Int64? { schedule(source).due(after: history, seed: source.seed) }

    func isDue(_ source: FollowedSource, now: Int64) -> Bool {
        schedule(source).isDue(after: history, seed: source.seed, now: now)
    }

    private func schedule(_ source: FollowedSource) -> FetchSchedule {
        FetchSchedule(interval: source.interval, ttl: ttl, skippedHours: skippedHours, skippedDays: skippedDays)
    }

    /// Stories a week, by the days from the first that is counted to today; nil while nothing has come.
    package func storiesAWeek(today: String) -> Double? {
        guard let first = filed.keys.min(), let days = Self.days(from: first, to: today) else { return nil }
        return Double(filed.values.reduce(0, +)) * 7 / Double(max(7, min(days + 1, Self.countedDays)))
    }

    mutating func count(_ stories: Int, on day: String) {
        filed[day, default: 0] += stories
        for old in filed.keys.sorted().dropLast(Self.countedDays) { filed[old] = nil }
    }

    private static func days(from first: String, to last: String) -> Int? {
        func number(_ day: String) -> Int? {
            let parts = day.split(separator: "-").compactMap { Int($0) }
            guard parts.count == 3, (1...12).contains(parts[1]) else { return nil }
            // Days of a calendar whose years begin in March.
            let (year, month) = parts[1] > 2 ? (parts[0], parts[1] - 3) : (parts[0] - 1, parts[1] + 9)
            return year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + parts[2]
        }
        guard let first = number(first), let last = number(last), last >= first else { return nil }
        return last - first
    }
}

extension FollowedSource {
    /// What its jitter is made of.
    var seed: UInt64 {
        address.text.utf8.reduce(into: FNV1a()) { $0.add($1) }.value
    }
}
