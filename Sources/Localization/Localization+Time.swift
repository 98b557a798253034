import Glibc
import Newspaper

extension Localization {
    /// A time that a feed gives, in the reader's time zone; as the feed has it where that is no date.
    package func time(_ text: String) -> String {
        guard var time = FeedTime(text) else { return text }
        if let seconds = time.seconds { time = Self.local(seconds) ?? time }
        let date = date(time)
        guard let minutes = time.minutes else { return date }
        return date + " " + Self.twoFigures(minutes / 60) + ":" + Self.twoFigures(minutes % 60)
    }

    /// How long ago something was published, of the last day; further back its day, with the year where it is another one.
    ///
    /// - Parameter now: seconds since 1970.
    package func age(_ published: PublishedTime, now: Int64) -> String {
        let age = now - published.seconds
        if !published.isDay, (0..<86400).contains(age) {
            if age < 60 { return self(.justNow) }
            return age < 3600 ? self(.minutesAgo, Int(age / 60)) : self(.hoursAgo, Int(age / 3600))
        }
        let day = published.isDay ? Self.utc(published.seconds) : Self.local(published.seconds)
        guard let day else { return "" }
        guard day.year == Self.local(now)?.year else { return date(day) }
        let months = self(.months).split(separator: " ")
        let month = day.month <= months.count ? String(months[day.month - 1]) : String(day.month)
        return self(.dayOfMonth, month, day.day)
    }

    /// As the masthead has dates.
    private func date(_ time: FeedTime) -> String {
        if language.hasPrefix("zh") { return self(.date, time.year, time.month, time.day) }
        let year = String(repeating: "0", count: max(0, 4 - "\(time.year)".utf8.count)) + "\(time.year)"
        return "\(year)-\(Self.twoFigures(time.month))-\(Self.twoFigures(time.day))"
    }

    private static func local(_ seconds: Int64) -> FeedTime? { calendar(seconds) { localtime_r($0, $1) != nil } }

    private static func utc(_ seconds: Int64) -> FeedTime? { calendar(seconds) { gmtime_r($0, $1) != nil } }

    private static func calendar(
        _ seconds: Int64, _ divide: (UnsafePointer<time_t>, UnsafeMutablePointer<tm>) -> Bool
    ) -> FeedTime? {
        var seconds = time_t(seconds)
        var parts = tm()
        guard divide(&seconds, &parts) else { return nil }
        return FeedTime(
            year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday),
            minutes: Int(parts.tm_hour) * 60 + Int(parts.tm_min))
    }

    private static func twoFigures(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
