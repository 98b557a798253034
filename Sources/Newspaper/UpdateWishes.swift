/// When a feed wants to be asked again, as it says itself.
package struct UpdateWishes: Sendable, Hashable {
    /// Seconds from one request to the next; nil where it does not say.
    package var ttl: Int?
    /// Hours of the day in UTC, 0 to 23, in which it does not want to be asked.
    package var skippedHours: Set<Int>
    /// Days of the week in UTC on which it does not, 1 (Monday) to 7.
    package var skippedDays: Set<Int>

    /// Wishes; without arguments, none.
    package init(ttl: Int? = nil, skippedHours: Set<Int> = [], skippedDays: Set<Int> = []) {
        self.ttl = ttl
        self.skippedHours = skippedHours
        self.skippedDays = skippedDays
    }
}
