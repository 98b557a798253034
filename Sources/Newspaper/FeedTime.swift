/// When a feed says that something was published or changed: a day, perhaps with a time, perhaps with what that time is ahead of
/// UTC. RFC 3339 and RFC 5322 with what feeds make of them, and the forms of other programs and languages.
package struct FeedTime: Sendable, Equatable {
    package var year: Int
    package var month: Int
    package var day: Int
    /// Since midnight; nil where only the day is known.
    package var minutes: Int?
    /// Past the minute.
    package var second = 0
    /// Minutes ahead of UTC; nil where the text does not say.
    package var offset: Int?

    /// A time of these parts.
    package init(year: Int, month: Int, day: Int, minutes: Int? = nil, second: Int = 0, offset: Int? = nil) {
        self.year = year
        self.month = month
        self.day = day
        self.minutes = minutes
        self.second = second
        self.offset = offset
    }

    /// nil for what is no date that there is.
    package init?(_ text: String) {
        guard let read = FeedTimeReader.time(text), read.isPossible else { return nil }
        self = read
    }

    /// Seconds since 1970; nil where the text does not say how far the time is ahead of UTC.
    package var seconds: Int64? {
        guard let minutes, let offset else { return nil }
        return (Int64(daysSince1970) * 1440 + Int64(minutes - offset)) * 60 + Int64(second)
    }

    /// RFC 3339; a time that says nothing of UTC is taken for it, as feeds mean it, and so is midnight of a day alone.
    package var rfc3339: String {
        func figures(_ value: Int, _ count: Int = 2) -> String {
            let text = String(value)
            return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
        }
        let minutes = minutes ?? 0
        let clock = "T\(figures(minutes / 60)):\(figures(minutes % 60)):\(figures(min(second, 59)))"
        let day = "\(figures(year, 4))-\(figures(month))-\(figures(day))"
        guard let offset, offset != 0 else { return day + clock + "Z" }
        let zone = abs(offset)
        return day + clock + (offset < 0 ? "-" : "+") + "\(figures(zone / 60)):\(figures(zone % 60))"
    }

    private static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

    private static func length(ofMonth month: Int, in year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return lengths[month - 1] + (month == 2 && isLeap ? 1 : 0)
    }

    private var isPossible: Bool {
        guard (1...9999).contains(year), (1...12).contains(month) else { return false }
        return (1...Self.length(ofMonth: month, in: year)).contains(day)
            && (minutes.map { (0..<1440).contains($0) } ?? true)
    }

    /// The same time on the next day.
    var nextDay: FeedTime {
        var next = self
        next.day += 1
        guard (1...12).contains(month), next.day > Self.length(ofMonth: month, in: year) else { return next }
        (next.day, next.month) = (1, month + 1)
        if next.month > 12 { (next.month, next.year) = (1, year + 1) }
        return next
    }

    /// The day of a year, counted from 1 (ISO 8601, ordinal dates); nil where the year has no such day.
    init?(year: Int, dayOfYear: Int) {
        var (month, day) = (1, dayOfYear)
        while month <= 12, day > Self.length(ofMonth: month, in: year) {
            day -= Self.length(ofMonth: month, in: year)
            month += 1
        }
        guard month <= 12, day > 0 else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Days of the Gregorian calendar.
    private var daysSince1970: Int {
        // The year begins in March, so that the leap day is its last.
        let years = month > 2 ? year : year - 1
        let months = (month + 9) % 12
        return years * 365 + years / 4 - years / 100 + years / 400 + (months * 153 + 2) / 5 + day - 719_469
    }
}
