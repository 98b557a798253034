import Newspaper

/// Which day's edition something that arrives belongs to.
package struct EditionDay: Sendable {
    /// Minutes after local midnight at which an edition closes: what comes later is in the next day's. Nil: at midnight, when the
    /// day itself ends.
    package let closing: Int?
    private let local: @Sendable (Int64) -> FeedTime?

    /// - Parameters:
    ///   - closing: 1 to 1439; anything else is midnight.
    ///   - local: the date and the minute of a time, in seconds since 1970, where the reader's clock is.
    package init(closing: Int? = nil, local: @escaping @Sendable (Int64) -> FeedTime? = FeedTime.local) {
        self.closing = closing.flatMap { (1..<1440).contains($0) ? $0 : nil }
        self.local = local
    }

    /// The day of a time, "2026-03-05"; nil of one that no calendar has.
    ///
    /// - Parameter time: seconds since 1970.
    package func day(of time: Int64) -> String? {
        guard var date = local(time) else { return nil }
        // Days are counted without a clock: a night in which clocks are set is a night.
        if let closing, date.minutes ?? 0 >= closing {
            (date.minutes, date.offset) = (12 * 60, 0)
            guard let noon = date.seconds, let next = FeedTime.utc(noon + 86_400) else { return nil }
            date = next
        }
        return String(date.rfc3339.prefix(10))
    }
}
