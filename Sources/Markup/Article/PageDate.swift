import Newspaper

/// Dates as pages print them: 2026年3月5日 10:20, 2026-03-05 10:20:11, 2026/3/5.
enum PageDate {
    /// The first date in a text, as RFC 3339 has it as far as it goes, and its words.
    static func find(in text: String) -> (iso: String, text: Substring)? {
        let characters = text.utf8
        var at = characters.startIndex
        var wasDigit = false
        while at < characters.endIndex {
            let isDigit = (0x30...0x39).contains(characters[at])
            if isDigit, !wasDigit, let found = date(text, at) { return found }
            wasDigit = isDigit
            at = characters.index(after: at)
        }
        return nil
    }

    /// A date of a page's own data: as RFC 3339 has it where it is written as pages print dates, else as it is.
    static func normal(_ text: String) -> String {
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
        var time = FeedTime(year: year, month: month, day: day)
        var iso = "\(year)-\(two(month))-\(two(day))"
        var clock = rest.drop { $0 == " " || $0 == "\u{A0}" || $0 == "T" || $0 == "　" }
        if let hour = number(&clock, 2), skip(&clock, ":：时"), let minute = number(&clock, 2), hour < 24, minute < 60 {
            time.minutes = hour * 60 + minute
            iso += "T\(two(hour)):\(two(minute))"
            var seconds = clock
            if skip(&seconds, ":："), number(&seconds, 2) != nil { clock = seconds }
            rest = clock
        }
        guard FeedTime(iso) == time else { return nil }
        return (iso, text[start..<rest.startIndex])
    }

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
