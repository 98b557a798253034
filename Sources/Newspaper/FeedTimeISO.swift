/// Reads 2026-11-20T08:00:00.5+08:00 and less of it (ISO 8601, W3CDTF, RFC 3339).
struct ISOReader {
    private let text: [UInt8]
    private var place = 0

    init(_ text: String) { self.text = Array(text.utf8).trimmed }

    mutating func time() -> FeedTime? {
        guard var time = date() else { return nil }
        if place == text.count { return time }
        let isParted = skip("T") || skip("t") || skip(" ")
        while skip(" ") {}
        guard isParted || skip(",") else { return nil }
        if place == text.count { return time }
        guard let (minutes, second) = clock() else { return nil }
        (time.minutes, time.second) = (minutes, second)
        time.offset = zone()
        guard place == text.count else { return nil }
        if minutes == 1440 {
            time.minutes = 0
            time = time.nextDay
        }
        return time
    }

    private mutating func date() -> FeedTime? {
        guard let year = number(4) else { return twoFigureDate() }
        let start = place
        if skip("-") || skip("/") || skip(".") {
            if let ordinal = number(3), !isDigit { return FeedTime(year: year, dayOfYear: ordinal) }
            place = start + 1
            if skip("-"), let month = number(2) { return FeedTime(year: year, month: month, day: 1) }
            guard let month = number(2) ?? number(1) else { return nil }
            guard skip("-") || skip("/") || skip(".") else { return FeedTime(year: year, month: month, day: 1) }
            guard let day = number(2) ?? number(1) else { return nil }
            return FeedTime(year: year, month: month, day: day)
        }
        if place == text.count { return FeedTime(year: year, month: 1, day: 1) }
        if let ordinal = number(3), !isDigit { return FeedTime(year: year, dayOfYear: ordinal) }
        place = start
        guard let month = number(2), let day = number(2), !isDigit else { return nil }
        return FeedTime(year: year, month: month, day: day)
    }

    /// 03-12-31, -0312, --12-31 are dates of a century that is not said.
    private mutating func twoFigureDate() -> FeedTime? {
        place = 0
        if skip("--"), let month = number(2), skip("-") || isDigit, let day = number(2) {
            return FeedTime(year: 2003, month: month, day: day)
        }
        place = 0
        let hasMark = skip("-")
        guard let short = number(2) else { return nil }
        let year = short < 50 ? 2000 + short : 1900 + short
        if hasMark, let month = number(2), place == text.count { return FeedTime(year: year, month: month, day: 1) }
        if !hasMark {
            if skip("-"), let month = number(2), skip("-"), let day = number(2), !isDigit {
                return FeedTime(year: year, month: month, day: day)
            }
            if place == 2, let month = number(2), let day = number(2), place == text.count {
                return FeedTime(year: year, month: month, day: day)
            }
        }
        return nil
    }

    private var isDigit: Bool { place < text.count && (0x30...0x39).contains(text[place]) }

    /// Minutes since midnight, and seconds past them; parts of a second are read and not kept.
    private mutating func clock() -> (Int, Int)? {
        guard let hour = number(2) ?? number(1), hour <= 24 else { return nil }
        let isParted = skip(":")
        guard let minute = number(2), minute < 60 else { return isParted ? nil : (hour * 60, 0) }
        guard hour < 24 || minute == 0 else { return nil }
        var second = 0
        if skip(":") || isDigit {
            guard let seconds = number(2), seconds < 61 else { return nil }
            second = min(seconds, 59)
            if skip(".") || skip(",") { while number(1) != nil {} }
        }
        return (hour * 60 + minute, second)
    }

    private mutating func zone() -> Int? {
        while skip(" ") {}
        let start = place
        let isAhead = skip("+")
        if isAhead || skip("-") || skip("\u{2212}"), let hours = number(2) ?? number(1) {
            _ = skip(":")
            let minutes = hours * 60 + (number(2) ?? 0)
            return minutes < 1440 ? (isAhead ? minutes : -minutes) : nil
        }
        place = start
        let name = text[place...].prefix { (0x61...0x7A).contains($0 | 0x20) }
        guard !name.isEmpty, let zone = FeedTimeNames.zone(String(decoding: name, as: UTF8.self).lowercased()) else {
            return nil
        }
        place += name.count
        return zone
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

    private mutating func skip(_ word: String) -> Bool {
        guard text[place...].starts(with: word.utf8) else { return false }
        place += word.utf8.count
        return true
    }
}

extension [UInt8] {
    /// Without white space around it.
    fileprivate var trimmed: [UInt8] {
        guard let first = firstIndex(where: { $0 > 0x20 }), let last = lastIndex(where: { $0 > 0x20 }) else {
            return []
        }
        return Array(self[first...last])
    }
}
