import Newspaper

/// Dates as pages print them: 2026年3月5日 10:20, 2026-03-05 10:20:11, 2026/3/5.
enum PageDate {
    /// The first date in a text, as RFC 3339 has it as far as it goes, and its words.
    static func find(in text: String) -> (iso: String, text: Substring)? {
        let characters = text.utf8
        var at = characters.startIndex
        var wasDigit = false
        var wasLetter = false
        while at < characters.endIndex {
            let isDigit = (0x30...0x39).contains(characters[at])
            if isDigit, !wasDigit, let found = date(text, at) ?? dayFirst(text, at) { return found }
            if isLetter(characters[at]), !wasLetter, !wasDigit, let found = monthFirst(text, at) { return found }
            wasDigit = isDigit
            wasLetter = isLetter(characters[at])
            at = characters.index(after: at)
        }
        return nil
    }

    /// A date of a page's own data: as RFC 3339 has it where it is written as pages print dates, else as it is.
    static func normal(_ text: String) -> String {
        // One with seconds and a zone keeps them.
        if text.dropFirst(10).first == "T", FeedTime(text) != nil { return text }
        guard let found = find(in: text), found.text == text || FeedTime(text) == nil else { return text }
        return found.iso
    }

    private static func date(_ text: String, _ start: String.Index) -> (iso: String, text: Substring)? {
        var rest = text[start...]
        guard let year = number(&rest, 4), (1900...2100).contains(year), skip(&rest, "年-/."),
            let month = number(&rest, 2),
            skip(&rest, "月-/."), let day = number(&rest, 2)
        else { return nil }
        _ = skip(&rest, "日")
        return found(text, start, rest, year, month, day)
    }

    private static func found(
        _ text: String, _ start: String.Index, _ end: Substring, _ year: Int, _ month: Int, _ day: Int
    ) -> (iso: String, text: Substring)? {
        var rest = end
        var time = FeedTime(year: year, month: month, day: day)
        var iso = "\(year)-\(two(month))-\(two(day))"
        var clock = rest
        // The day of the week, "2026年4月12日(日) 6時00分".
        if let open = clock.first, "(（".contains(open),
            let close = clock.prefix(6).firstIndex(where: { ")）".contains($0) })
        {
            clock = clock[clock.index(after: close)...]
        }
        clock = clock.drop { $0 == " " || $0 == "\u{A0}" || $0 == "T" || $0 == "　" || $0 == "," }
        for word in ["at ", "um "] where clock.hasPrefix(word) { clock = clock.dropFirst(word.count) }
        if var hour = number(&clock, 2), skip(&clock, ":：时時点點"), let minute = number(&clock, 2), hour < 24, minute < 60
        {
            let isAfternoon = half(&clock)
            if let isAfternoon, (1...12).contains(hour) { hour = hour % 12 + (isAfternoon ? 12 : 0) }
            _ = skip(&clock, "分")
            time.minutes = hour * 60 + minute
            iso += "T\(two(hour)):\(two(minute))"
            var seconds = clock
            if skip(&seconds, ":："), number(&seconds, 2) != nil { clock = seconds }
            // RFC 3339 has no zone without seconds.
            let zone = zone(&clock)
            if !zone.isEmpty { iso += ":00" + zone }
            rest = clock
        }
        guard FeedTime(iso.count > 16 ? String(iso.prefix(16)) : iso) == time else { return nil }
        return (iso, text[start..<rest.startIndex])
    }

    // MARK: - Months as words

    /// In English, German and Dutch.
    private static let months = [
        ["january", "januar"], ["february", "februar"], ["march", "märz", "maart"], ["april"], ["may", "mai", "mei"],
        ["june", "juni"], ["july", "juli"], ["august"], ["september"], ["october", "oktober"], ["november"],
        ["december", "dezember"],
    ]
    /// Hours before UTC; CST is also China's.
    private static let zones = ["EST": 5, "EDT": 4, "MST": 7, "MDT": 6, "PST": 8, "PDT": 7]

    /// "Nov. 30, 2026", "November 30 2026".
    private static func monthFirst(_ text: String, _ start: String.Index) -> (iso: String, text: Substring)? {
        var rest = text[start...]
        guard let month = month(&rest), let day = number(&rest, 2) else { return nil }
        for ending in ["st", "nd", "rd", "th"] where rest.hasPrefix(ending) { rest = rest.dropFirst(2) }
        rest = rest.drop { $0 == "," || $0 == " " }
        guard let year = number(&rest, 4), (1900...2100).contains(year) else { return nil }
        return found(text, start, rest, year, month, day)
    }

    /// "30 November 2026", "3. Oktober 2026".
    private static func dayFirst(_ text: String, _ start: String.Index) -> (iso: String, text: Substring)? {
        var rest = text[start...]
        guard let day = number(&rest, 2) else { return nil }
        rest = rest.drop { $0 == "." || $0 == " " }
        guard let month = month(&rest), let year = number(&rest, 4), (1900...2100).contains(year) else { return nil }
        return found(text, start, rest, year, month, day)
    }

    private static func month(_ rest: inout Substring) -> Int? {
        let word = rest.prefix(10).prefix(while: \.isLetter)
        let letters = word.lowercased()
        guard word.count >= 3,
            let place = months.firstIndex(where: { $0.contains { $0.hasPrefix(letters) } })
        else { return nil }
        rest = rest[word.endIndex...].drop { $0 == "." || $0 == " " }
        return place + 1
    }

    /// Whether a clock of twelve hours says the second half of the day; nil where there is none.
    private static func half(_ rest: inout Substring) -> Bool? {
        let word = rest.drop { $0 == " " }.prefix(4).filter { $0 != "." }.lowercased()
        guard word.hasPrefix("am") || word.hasPrefix("pm") else { return nil }
        rest = rest.drop { $0 == " " }
        rest = rest.drop { "aApPmM.".contains($0) }
        return word.hasPrefix("p")
    }

    private static func zone(_ rest: inout Substring) -> String {
        let word = rest.drop { $0 == " " }.prefix { $0.isASCII && $0.isUppercase }
        guard !word.isEmpty else { return "" }
        let hours = zones[String(word)]
        guard hours != nil || ["GMT", "UTC", "Z"].contains(word) else { return "" }
        rest = rest[word.endIndex...]
        return hours.map { "-0\($0):00" } ?? "Z"
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) && byte < 0x80 }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    private static func number(_ rest: inout Substring, _ figures: Int) -> Int? {
        let digits = rest.prefix(figures).prefix { ("0"..."9").contains($0) }
        guard !digits.isEmpty, figures < 4 || digits.count == 4 else { return nil }
        rest = rest[digits.endIndex...]
        return Int(digits)
    }

    private static func skip(_ rest: inout Substring, _ marks: String) -> Bool {
        guard let first = rest.first, marks.contains(first) else { return false }
        rest = rest.dropFirst()
        return true
    }
}
