import Newspaper

/// What a feed says of its updates, while it is read: RSS's `ttl`, `skipHours` and `skipDays` (0.91 to 2.0), and the syndication
/// module's `updatePeriod` and `updateFrequency` (RSS 1.0 modules, 6.2).
struct UpdatePlan {
    /// Seconds between two requests that a feed may ask for: a minute to a year.
    static let shortest = 60
    static let longest = 366 * 86_400

    private var minutes: Int?
    private var period: Int?
    private var frequency: Int?
    private var hours: Set<Int> = []
    private var days: Set<Int> = []

    /// Reads the text of a field; what says nothing is passed over.
    mutating func set(_ field: FeedField, to text: String?) {
        guard let text else { return }
        switch field {
        case .timeToLive: minutes = minutes ?? Self.number(text)
        case .updatePeriod: period = period ?? Self.periods[text.lowercased()]
        case .updateFrequency: frequency = frequency ?? Self.number(text)
        // The hours of some begin at 1, and end at 24.
        case .skippedHour: if let hour = Self.number(text, from: 0), hour <= 24 { hours.insert(hour % 24) }
        case .skippedDay: if let day = Self.weekdays.firstIndex(of: text.lowercased()) { days.insert(day + 1) }
        default: break
        }
    }

    /// What all of it comes to. `ttl` is minutes, and comes before the module, which has a period and how often in it.
    var wishes: UpdateWishes {
        var ttl = minutes.map { $0 * 60 }
        if ttl == nil, period != nil || frequency != nil { ttl = (period ?? 86_400) / (frequency ?? 1) }
        ttl = ttl.map { min(max($0, Self.shortest), Self.longest) }
        return UpdateWishes(ttl: ttl, skippedHours: hours, skippedDays: days)
    }

    /// A whole number at a text's beginning; a larger one than anybody means is a million.
    private static func number(_ text: String, from least: Int = 1) -> Int? {
        let digits = text.utf8.prefix { 0x30...0x39 ~= $0 }
        guard !digits.isEmpty else { return nil }
        let number = digits.reduce(0) { min($0 * 10 + Int($1 - 0x30), 1_000_000) }
        return number >= least ? number : nil
    }

    private static let periods = [
        "hourly": 3600, "daily": 86_400, "weekly": 7 * 86_400, "monthly": 30 * 86_400, "yearly": 365 * 86_400,
    ]
    private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
}
