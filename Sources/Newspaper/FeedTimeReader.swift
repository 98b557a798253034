/// Reads a date by its parts, whatever stands between them: figures, names of months, names of zones.
///
/// A date that begins with a year of four figures is read from the left (ISO 8601, W3CDTF); every other one by what its words and
/// figures can be (RFC 5322, asctime and their relatives in other languages).
struct FeedTimeReader {
    private enum Part {
        case number(Int, figures: Int)
        case word(String)
        case mark(UInt8)
    }

    /// No date is longer, in UTF-8 bytes.
    private static let longest = 100

    static func time(_ text: String) -> FeedTime? {
        guard text.utf8.count <= longest else { return nil }
        var iso = ISOReader(text)
        if let time = iso.time() { return time }
        let parts = parts(of: Array(text.utf8))
        let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        return (isASCII ? nil : eastern(parts)) ?? mail(parts)
    }

    /// Figures, words and marks, without white space.
    private static func parts(of bytes: [UInt8]) -> [Part] {
        var parts: [Part] = []
        var at = 0
        func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }
        while at < bytes.count {
            let start = at
            switch bytes[at] {
            case 0x30...0x39:
                while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 }
                let value = at - start > 9 ? 0 : bytes[start..<at].reduce(0) { $0 * 10 + Int($1 - 0x30) }
                parts.append(.number(value, figures: at - start))
            case let byte where isLetter(byte):
                while at < bytes.count, isLetter(bytes[at]) { at += 1 }
                parts.append(.word(String(decoding: bytes[start..<at], as: UTF8.self).lowercased()))
            case 0x00...0x20: at += 1
            default:
                parts.append(.mark(bytes[at]))
                at += 1
            }
        }
        return parts
    }

    // MARK: - East Asia

    /// 2004-05-25 오후 11:23:17, 2004년 05월 28일 01:31:15, 2026年3月4日 上午8:05.
    private static func eastern(_ parts: [Part]) -> FeedTime? {
        var numbers: [Int] = []
        var isAfternoon: Bool?
        var isEastern = false
        for part in parts {
            switch part {
            case .number(let value, _): numbers.append(value)
            case .word(let word):
                switch word {
                case "오전", "上午", "午前", "早上", "凌晨": (isAfternoon, isEastern) = (false, true)
                case "오후", "下午", "午後", "晚上": (isAfternoon, isEastern) = (true, true)
                case "년", "월", "일", "시", "분", "초", "年", "月", "日", "时", "時", "分", "秒", "号": isEastern = true
                default: isEastern = isEastern || "월화수목금토일星期周".contains { word.contains($0) }
                }
            case .mark: break
            }
        }
        guard isEastern, numbers.count >= 3, numbers[0] > 999 else { return nil }
        var time = FeedTime(year: numbers[0], month: numbers[1], day: numbers[2])
        if numbers.count >= 5 {
            guard var hour = Optional(numbers[3]), hour < 25, numbers[4] < 60 else { return nil }
            if isAfternoon == true, hour < 12 { hour += 12 }
            if isAfternoon == false, hour == 12 { hour = 0 }
            time.minutes = hour * 60 + numbers[4]
            if numbers.count > 5, numbers[5] < 61 { time.second = numbers[5] }
            // The clocks of China and Japan and Korea differ, and the text does not tell which.
            let isKorean = parts.contains { part in
                if case .word(let word) = part {
                    return word.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }
                }
                return false
            }
            time.offset = isKorean ? 540 : nil
        }
        return time
    }

    // MARK: - Mail and asctime

    /// Fri, 20 Nov 2026 08:00:00 +0800 and Fri Nov 20 08:00:00 2026, with what is left out or put in another order.
    private static func mail(_ parts: [Part]) -> FeedTime? {
        var (day, month, year): (Int?, Int?, Int?)
        var (minutes, second, offset): (Int?, Int, Int?) = (nil, 0, nil)
        var isAfternoon: Bool?
        var at = 0
        func mark(_ place: Int) -> UInt8? {
            guard place < parts.count, case .mark(let mark) = parts[place] else { return nil }
            return mark
        }
        func number(_ place: Int) -> (value: Int, figures: Int)? {
            guard place < parts.count, case .number(let value, let figures) = parts[place] else { return nil }
            return (value, figures)
        }
        while at < parts.count {
            switch parts[at] {
            case .number(let value, let figures):
                if minutes == nil, let minute = number(at + 2),
                    mark(at + 1) == UInt8(ascii: ":") || mark(at + 1) == UInt8(ascii: ".") && month != nil,
                    value <= 24, minute.value < 60, figures <= 2
                {
                    minutes = value * 60 + minute.value
                    at += 3
                    if mark(at) == UInt8(ascii: ":") || mark(at) == UInt8(ascii: "."), let seconds = number(at + 1),
                        seconds.value < 62
                    {
                        second = seconds.value
                        at += 2
                        // Parts of a second.
                        if mark(at) == UInt8(ascii: ".") || mark(at) == UInt8(ascii: ","), number(at + 1) != nil {
                            at += 2
                        }
                    }
                    continue
                }
                // 03/04/2026: the month comes first, but where it can be none.
                if month == nil, day == nil, mark(at + 1) == UInt8(ascii: "/"), let next = number(at + 2),
                    let last = number(at + 4),
                    mark(at + 3) == UInt8(ascii: "/")
                {
                    if figures == 4 {
                        (year, month, day) = (value, next.value, last.value)
                    } else {
                        (month, day) = value > 12 ? (next.value, value) : (value, next.value)
                        year = whole(last.value, figures: last.figures)
                    }
                    at += 5
                    continue
                }
                if figures >= 4 {
                    guard year == nil, figures == 4 else { return nil }
                    year = value
                } else if day == nil, value < 32 {
                    day = value
                } else if year == nil {
                    year = whole(value, figures: figures)
                } else {
                    return nil
                }
            case .word(let word):
                if word == "am" || word == "pm" {
                    isAfternoon = word == "pm"
                } else if let found = FeedTimeNames.month(word) {
                    guard month == nil else { break }
                    month = found
                } else if minutes != nil, let zone = FeedTimeNames.zone(word) {
                    if offset == nil { offset = zone }
                } else if minutes == nil, year != nil, word == "t" {
                    break
                } else if ["de", "del", "at", "um", "à", "alle"].contains(word) {
                    break
                } else if !FeedTimeNames.isWeekday(word), minutes == nil || word.utf8.count > 5 {
                    // The name of a day in any language comes first.
                    guard day == nil, month == nil, year == nil || minutes != nil else { return nil }
                }
            case .mark(let mark):
                guard minutes != nil, mark == UInt8(ascii: "+") || mark == UInt8(ascii: "-"), let zone = number(at + 1)
                else { break }
                var ahead = zone.figures > 2 ? zone.value / 100 * 60 + zone.value % 100 : zone.value * 60
                at += 1
                if zone.figures <= 2, parts.indices.contains(at + 2), case .mark(UInt8(ascii: ":")) = parts[at + 1],
                    let rest = number(at + 2)
                {
                    ahead += rest.value
                    at += 2
                }
                if ahead < 1440 { offset = mark == UInt8(ascii: "-") ? -ahead : ahead }
            }
            at += 1
        }
        guard var day, let month, var year else { return nil }
        // Some write the year, the month and the day in this order.
        if day > 31, year < 32 { swap(&day, &year) }
        var time = FeedTime(year: year, month: month, day: day, minutes: minutes, second: second, offset: offset)
        if let isAfternoon, let all = time.minutes, all / 60 <= 12 {
            time.minutes = all % 720 + (isAfternoon ? 720 : 0)
        }
        if time.minutes == 1440 {
            time.minutes = 0
            time = time.nextDay
        }
        return time
    }

    /// A year of two figures, or of three as programs wrote it that count from 1900 (RFC 5322, 4.3).
    private static func whole(_ value: Int, figures: Int) -> Int {
        if figures >= 4 { return value }
        if figures == 3 { return value + 1900 }
        return value < 50 ? value + 2000 : value + 1900
    }
}
