import Glibc

extension FeedTime {
    /// The date and the minute of a time where the reader's clock is; nil of a time that no calendar has.
    ///
    /// - Parameter seconds: since 1970.
    @Sendable
    package static func local(_ seconds: Int64) -> FeedTime? { calendar(seconds) { localtime_r($0, $1) != nil } }

    /// The same in UTC.
    @Sendable
    package static func utc(_ seconds: Int64) -> FeedTime? { calendar(seconds) { gmtime_r($0, $1) != nil } }

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
}
