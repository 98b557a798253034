/// When a feed says that something was published or changed: a day, perhaps with a time, perhaps with what that time is ahead of
/// UTC. RFC 3339 with what feeds make of it, and the older form of mail (RFC 5322).
package struct FeedTime: Sendable, Equatable {
    package var year: Int
    package var month: Int
    package var day: Int
    /// Since midnight; nil where only the day is known.
    package var minutes: Int?
    /// Minutes ahead of UTC; nil where the text does not say.
    package var offset: Int?

    /// A time of these parts.
    package init(year: Int, month: Int, day: Int, minutes: Int? = nil, offset: Int? = nil) {
        self.year = year
        self.month = month
        self.day = day
        self.minutes = minutes
        self.offset = offset
    }

    /// nil for what is no date that there is.
    package init?(_ text: String) {
        var scanner = Scanner(Array(text.utf8))
        guard let read = scanner.isoTime() ?? scanner.mailTime(), read.isPossible, scanner.isAtEnd else { return nil }
        self = read
    }

    /// Seconds since 1970; nil where the text does not say how far the time is ahead of UTC.
    package var seconds: Int64? {
        guard let minutes, let offset else { return nil }
        return (Int64(daysSince1970) * 1440 + Int64(minutes - offset)) * 60
    }

    private static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

    private var isPossible: Bool {
        guard (1...9999).contains(year), (1...12).contains(month) else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let length = Self.lengths[month - 1] + (month == 2 && isLeap ? 1 : 0)
        return (1...length).contains(day) && (minutes.map { (0..<1440).contains($0) } ?? true)
    }

    /// Days of the Gregorian calendar.
    private var daysSince1970: Int {
        // The year begins in March, so that the leap day is its last.
        let years = month > 2 ? year : year - 1
        let months = (month + 9) % 12
        return years * 365 + years / 4 - years / 100 + years / 400 + (months * 153 + 2) / 5 + day - 719_469
    }

    private struct Scanner {
        private let text: [UInt8]
        private var place = 0

        init(_ text: [UInt8]) { self.text = text }

        var isAtEnd: Bool { place == text.count }

        /// 2026-11-20T08:00:00.5+08:00, and less of it.
        mutating func isoTime() -> FeedTime? {
            place = 0
            guard let year = number(4), skip("-"), let month = number(2), skip("-"), let day = number(2) else {
                return nil
            }
            var time = FeedTime(year: year, month: month, day: day)
            guard skip("T") || skip("t") || skip(" ") else { return time }
            time.minutes = clock()
            time.offset = zone()
            return time.minutes == nil ? nil : time
        }

        /// Fri, 20 Nov 2026 08:00:00 +0800, with or without the weekday.
        mutating func mailTime() -> FeedTime? {
            place = text.firstIndex(of: UInt8(ascii: ",")).map { $0 + 1 } ?? 0
            while skip(" ") {}
            guard let day = number(2) ?? number(1), skip(" "), let month = monthName(), skip(" "), let year = number(4)
            else {
                return nil
            }
            var time = FeedTime(year: year, month: month, day: day)
            guard skip(" ") else { return time }
            time.minutes = clock()
            time.offset = zone()
            return time.minutes == nil ? nil : time
        }

        /// Minutes since midnight; seconds and their parts are read and not kept.
        private mutating func clock() -> Int? {
            guard let hour = number(2), skip(":"), let minute = number(2), hour < 24, minute < 60 else { return nil }
            if skip(":") {
                guard let second = number(2), second <= 60 else { return nil }
                if skip(".") { while number(1) != nil {} }
            }
            return hour * 60 + minute
        }

        private mutating func zone() -> Int? {
            let start = place
            while skip(" ") {}
            if skip("Z") || skip("z") || skip("GMT") || skip("UTC") || skip("UT") { return 0 }
            let isAhead = skip("+")
            guard isAhead || skip("-"), let hours = number(2) else {
                place = start
                return nil
            }
            _ = skip(":")
            let minutes = hours * 60 + (number(2) ?? 0)
            return minutes < 1440 ? (isAhead ? minutes : -minutes) : nil
        }

        /// A number of as many figures, and no more.
        private mutating func number(_ figures: Int) -> Int? {
            guard place + figures <= text.count else { return nil }
            var value = 0
            for byte in text[place..<place + figures] {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            place += figures
            return value
        }

        private mutating func monthName() -> Int? {
            let names = "janfebmaraprmayjunjulaugsepoctnovdec".utf8.map { $0 }
            guard place + 3 <= text.count else { return nil }
            let name = text[place..<place + 3].map { $0 | 0x20 }
            guard let month = (0..<12).first(where: { Array(names[$0 * 3..<$0 * 3 + 3]) == name }) else { return nil }
            place += 3
            return month + 1
        }

        private mutating func skip(_ word: String) -> Bool {
            guard text[place...].starts(with: word.utf8) else { return false }
            place += word.utf8.count
            return true
        }
    }
}
