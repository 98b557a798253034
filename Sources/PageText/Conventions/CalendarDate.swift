import TextFolding

/// A date as newspapers print it: 2022年8月25日, 2024-06-06, Saturday, October 12, 2024, 12. Oktober 2024.
struct CalendarDate: Equatable {
    var year: Int
    var month: Int
    var day: Int

    /// "2022-08-25".
    var description: String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(year)-\(two(month))-\(two(day))"
    }

    private var isPossible: Bool {
        (1600...2999).contains(year) && (1...12).contains(month) && (1...31).contains(day)
    }

    /// The first date in the text, and the places where it begins and ends.
    static func find(_ text: FoldedText) -> (date: CalendarDate, from: Int, to: Int)? {
        guard text.hasNumeral else { return nil }
        let (scalars, eraStarts) = (text.scalars, eraStarts)
        var at = 0
        while at < text.count {
            let kind = text.kind(at)
            let mayBegin =
                switch kind {
                case .digit, .upper, .lower: true
                case .han: scalars.begins(WordStarts.numerals, at: at) || eraStarts.contains(scalars[at])
                default: false
                }
            if mayBegin, let (date, end) = read(text, at) { return (date, at, end) }
            // Not inside a number or a word.
            at += 1
            if kind == .digit || kind == .lower || kind == .upper {
                while at < text.count, text.kind(at) == kind { at += 1 }
            }
        }
        return nil
    }

    /// The date at a place where a digit, a Latin letter, or a Han that begins a year is.
    private static func read(_ text: FoldedText, _ at: Int) -> (CalendarDate, Int)? {
        var cursor = Cursor(text, at: at)
        switch cursor.kind {
        case .upper, .lower:
            if let date = readMonthFirst(&cursor), date.isPossible { return (date, cursor.at) }
        case .digit:
            if let date = readYearFirst(&cursor), date.isPossible { return (date, cursor.at) }
            cursor.at = at
            if let date = readDayFirst(&cursor), date.isPossible { return (date, cursor.at) }
        case .han:
            if let date = readYearFirst(&cursor), date.isPossible { return (date, cursor.at) }
        default: break
        }
        return nil
    }
    private static let eraStarts = StaticMarks("令平昭大明民中")

    private static let year = Words("年 년")
    private static let month = Words("月 월")
    private static let day = Words("日 號 号 일")

    /// 2022年8月25日, 二〇二二年八月二十五日, 令和6年10月12日, 2024-06-06, 2024.6.6.
    private static func readYearFirst(_ cursor: inout Cursor) -> CalendarDate? {
        var base = 0
        if eraStarts.contains(cursor.next) {
            for (era, offset) in eras where cursor.consume(era) { base = offset; break }
        }
        if base > 0, cursor.consume("元") {
            guard cursor.consume(year) else { return nil }
            return readMonthAndDay(&cursor, year: base + 1)
        }
        // One Han is no year.
        if base == 0, cursor.kind == .han,
            cursor.at + 1 == cursor.end || !PageNumber.numerals.contains(cursor.text.scalars[cursor.at + 1])
        {
            return nil
        }
        guard var value = readNumber(&cursor) else { return nil }
        if base > 0 {
            value += base
        } else if (70...150).contains(value), cursor.next == 0x5E74, cursor.kind(-1) == .digit {
            // 111年6月1日: years of the Republic of China, as Taiwan counts.
            value += 1911
        } else if value < 1000 {
            return nil
        }
        cursor.skipSpaces()
        if cursor.consume(year) { return readMonthAndDay(&cursor, year: value) }
        if let mark = Unicode.Scalar(cursor.next), mark == "-" || mark == "." || mark == "/" {
            cursor.consume(mark)
            cursor.skipSpaces()
            guard let month = readNumber(&cursor) else { return nil }
            cursor.skipSpaces()
            guard cursor.consume(mark) else { return nil }
            cursor.skipSpaces()
            guard let day = readNumber(&cursor) else { return nil }
            return CalendarDate(year: value, month: month, day: day)
        }
        return nil
    }

    private static func readMonthAndDay(_ cursor: inout Cursor, year: Int) -> CalendarDate? {
        // Some folios have the lunar year in brackets here.
        cursor.skipSpaces()
        if cursor.next == 0x28,
            let close = (cursor.at..<min(cursor.end, cursor.at + 12)).first(where: { cursor.text.scalars[$0] == 0x29 })
        {
            cursor.at = close + 1
        }
        cursor.skipSpaces()
        guard let month = readNumber(&cursor) else { return nil }
        cursor.skipSpaces()
        guard cursor.consume(self.month) else { return nil }
        cursor.skipSpaces()
        guard let day = readNumber(&cursor) else { return nil }
        cursor.skipSpaces()
        guard cursor.consume(self.day) else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    private static let eras: [(Words, Int)] = [
        (Words("令和"), 2018), (Words("平成"), 1988), (Words("昭和"), 1925), (Words("大正"), 1911), (Words("明治"), 1867),
        (Words("民國 民国 中華民國"), 1911),
    ]

    private static let january = Words("January Jan Jan. Januar Jänner janvier enero января")
    static var monthNames: [Words] { months.map(\.0) }
    private static let months: [(Words, Int)] = [
        (january, 1),
        (Words("February Feb Feb. Februar février febrero февраля"), 2),
        (Words("March Mar Mar. März mars marzo марта"), 3), (Words("April Apr Apr. avril abril апреля"), 4),
        (Words("May Mai mai mayo мая"), 5),
        (Words("June Jun Jun. Juni juin junio июня"), 6), (Words("July Jul Jul. Juli juillet julio июля"), 7),
        (Words("August Aug Aug. août agosto августа"), 8),
        (Words("September Sep Sept Sept. septembre septiembre сентября"), 9),
        (Words("October Oct Oct. Oktober octobre octubre октября"), 10),
        (Words("November Nov Nov. novembre noviembre ноября"), 11),
        (Words("December Dec Dec. Dezember décembre diciembre декабря"), 12),
    ]

    private static func readMonthName(_ cursor: inout Cursor) -> Int? {
        // All months' names share a bit.
        guard cursor.kind == .upper || cursor.kind == .lower, cursor.mayBegin(january) else { return nil }
        for (words, month) in months where cursor.consume(words) {
            _ = cursor.consume(".")
            return month
        }
        return nil
    }

    /// October 12, 2024.
    private static func readMonthFirst(_ cursor: inout Cursor) -> CalendarDate? {
        guard let month = readMonthName(&cursor), cursor.skipSpaces() > 0, let day = readNumber(&cursor) else {
            return nil
        }
        _ = cursor.consume(",")
        cursor.skipSpaces()
        guard let year = readNumber(&cursor) else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    /// 12 October 2024, 12. Oktober 2024, 12.10.2024.
    private static func readDayFirst(_ cursor: inout Cursor) -> CalendarDate? {
        guard cursor.kind == .digit, let day = readNumber(&cursor), day <= 31 else { return nil }
        let dotted = cursor.consume(".")
        cursor.skipSpaces()
        // 16 de marzo de 1997
        if cursor.consume(of) { cursor.skipSpaces() }
        if let month = readMonthName(&cursor) {
            _ = cursor.consume(",")
            cursor.skipSpaces()
            if cursor.consume(of) { cursor.skipSpaces() }
            guard let year = readNumber(&cursor) else { return nil }
            return CalendarDate(year: year, month: month, day: day)
        }
        guard dotted, let month = readNumber(&cursor), cursor.consume("."), let year = readNumber(&cursor) else {
            return nil
        }
        return CalendarDate(year: year, month: month, day: day)
    }

    private static let of = Words("de del")

    /// Digits, full or half width, or Han numerals.
    private static func readNumber(_ cursor: inout Cursor) -> Int? {
        let from = cursor.at
        var value = 0
        while cursor.at - from < 4, cursor.kind == .digit {
            value = value * 10 + Int(cursor.next) - 0x30
            cursor.at += 1
        }
        if cursor.at > from { return cursor.kind == .digit ? nil : value }
        while cursor.at - from < 4, PageNumber.numerals.contains(cursor.next) { cursor.at += 1 }
        return cursor.at > from ? HanNumeral.value(of: cursor.string(from: from, to: cursor.at)) : nil
    }
}
