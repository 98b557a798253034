import Newspaper

extension Story {
    /// Whole minutes that reading takes; 0 for less than half a minute.
    package var minutes: Int { readingTime.wholeMinutes }

    var exactMinutes: Double { Double(readingTime.minutes) }
}

extension ReadingTime {
    /// 0 for less than half a minute.
    package var wholeMinutes: Int { Int(minutes.rounded()) }
}
