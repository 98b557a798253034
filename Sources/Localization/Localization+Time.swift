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

    /// As the masthead has dates.
    private func date(_ time: FeedTime) -> String {
        if language.hasPrefix("zh") { return self(.date, time.year, time.month, time.day) }
        let year = String(repeating: "0", count: max(0, 4 - "\(time.year)".utf8.count)) + "\(time.year)"
        return "\(year)-\(Self.twoFigures(time.month))-\(Self.twoFigures(time.day))"
    }

    private static func local(_ seconds: Int64) -> FeedTime? {
        var seconds = time_t(seconds)
        var parts = tm()
        guard localtime_r(&seconds, &parts) != nil else { return nil }
        return FeedTime(
            year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday),
            minutes: Int(parts.tm_hour) * 60 + Int(parts.tm_min))
    }

    private static func twoFigures(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
