import Newspaper

extension Localization {
    /// A time that a feed gives, in the reader's time zone; as the feed has it where that is no date.
    package func time(_ text: String) -> String {
        guard var time = FeedTime(text) else { return text }
        if let seconds = time.seconds { time = FeedTime.local(seconds) ?? time }
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
        let day = published.isDay ? FeedTime.utc(published.seconds) : FeedTime.local(published.seconds)
        guard let day else { return "" }
        guard day.year == FeedTime.local(now)?.year else { return date(day) }
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

    private static func twoFigures(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
