/// A line that sends the reader to another page, or says where the story began: （下转第三版）, Continued from A1.
struct JumpLine {
    enum Direction { case to, from }
    var direction: Direction
    /// The page as it is named: "三", "A4"; nil where the line does not name it.
    var page: String?
    /// The headline of the other part, where the line quotes it: （上接第1版《…》）.
    var title: String?

    /// Reads the whole of the text, brackets included.
    static func read(_ text: Folded, from: Int = 0, to: Int? = nil) -> JumpLine? {
        var cursor = Cursor(text, at: from, end: to)
        skipFrame(&cursor)
        guard cursor.end - cursor.at >= 2, cursor.end - cursor.at <= 60 else { return nil }
        var direction: Direction?
        var page: String?
        if cursor.take(toFirst) {
            direction = .to
        } else if cursor.take(fromFirst) {
            direction = .from
        }
        if direction != nil {
            let found = PageNumber.find(cursor)
            page = found?.number
            // Behind the number only a column's place may stand, and no closing bracket.
            var rest = found?.end ?? cursor.at
            var title: String?
            if rest < cursor.end, quotes.contains(text.scalars[rest]),
                let close = (rest..<cursor.end).last(where: { closingQuotes.contains(text.scalars[$0]) })
            {
                title = cursor.string(from: rest + 1, to: close)
                rest = close + 1
            }
            guard cursor.end - rest <= (found == nil ? 3 : 16),
                !(rest..<cursor.end).contains(where: { closing.contains(text.scalars[$0]) })
            else { return nil }
            return JumpLine(direction: direction!, page: page, title: title)
        }
        // Scripts that put the verb last: 3面に続く, 1면에서 계속.
        guard toLast.mayBeIn(text) || fromLast.mayBeIn(text), let number = PageNumber.find(cursor) else { return nil }
        if fromLast.isIn(text, from: cursor.at, to: cursor.end) {
            direction = .from
        } else if toLast.isIn(text, from: cursor.at, to: cursor.end) {
            direction = .to
        }
        guard let direction, cursor.end - cursor.at <= 20 else { return nil }
        return JumpLine(direction: direction, page: number.number)
    }

    private static let quotes = StaticMarks("《“「『〈")
    private static let closingQuotes = StaticMarks("》”」』〉")
    private static let closing = StaticMarks(")]>》")

    private static let frame = StaticMarks("([<《>»›▶►▷→➡◀◁←*—-· )]")

    private static func skipFrame(_ cursor: inout Cursor) {
        while cursor.take(anyOf: frame) {}
        while cursor.end > cursor.at, frame.contains(cursor.text.scalars[cursor.end - 1]) { cursor.end -= 1 }
    }

    static var beginnings: [Words] { [toFirst, fromFirst] }
    static var ends: [Words] { [toLast, fromLast] }
    private static let toFirst = Words(
        """
        下转 紧转 转 下接 后转 下轉 緊轉 轉 Continued_on Continues_on Cont._on Cont'd_on Turn_to See Please_see Please_turn_to See_STORY Jump_to
        Fortsetzung_auf Fortsetzung_Seite Weiter_auf Mehr_auf Suite_page Suite_en_page Suite_à_la_page Lire_page Lire_la_suite_page Pasa_a_la_página Continúa_en Segue_a Siehe_Seite Bericht_auf
        """)
    private static let fromFirst = Words(
        """
        上接 紧接 接 上轉 上承 緊接 Continued_from From Cont._from Cont'd_from Fortsetzung_von Fortsetzung_der Von_Seite Suite_de_la_page Suite_de_page Viene_de_la_página Viene_de Segue_da
        """)
    private static let toLast = Words("に続く へ続く につづく へつづく 에_계속 로_계속 으로_이어집니다 에_이어짐 계속 이어집니다 关联报道")
    private static let fromLast = Words("から続く からつづく より続く の続き からの続き 에서_계속 에서_이어짐 에서_이어집니다 면에서 에서_이어")
}

/// A page's number as papers write it: 第三版, 3版, A08版, A3, page 7, Seite 5, 3面, 4면.
enum PageNumber {
    static var words: [Words] { [unit, word] }
    private static let unit = Words("版 面 면 стр")
    private static let word = Words("page pages p. pg. стр. стр Seite S. página pagina side")

    /// Papers of a hundred years ago: Continued on Page Four.
    private static let spelled = Words(
        "One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen Twenty"
    )

    static func find(in text: Folded) -> String? { find(Cursor(text))?.number }

    /// The first page number from the cursor on, as written.
    static func find(_ start: Cursor) -> (number: String, end: Int)? {
        guard start.text.hasNumeral || word.mayBeIn(start.text) else { return nil }
        var cursor = start
        while cursor.at < start.end {
            let at = cursor.at
            if mayTake(cursor), let number = take(&cursor) { return (number, cursor.at) }
            cursor.at = at + 1
        }
        return nil
    }

    /// 第, a numeral, a letter with a figure behind it, or a word for pages stands here.
    @inline(__always)
    private static func mayTake(_ cursor: Cursor) -> Bool {
        if cursor.isNumeral || cursor.next == 0x7B2C { return true }
        if cursor.kind == .upper, cursor.kind(1) == .digit || cursor.kind(2) == .digit { return true }
        return cursor.mayTake(word)
    }

    /// Takes 第N版, N版, page N, or a letter with digits; unmoved and nil where none stands here.
    static func take(_ cursor: inout Cursor) -> String? {
        guard mayTake(cursor) else { return nil }
        let from = cursor.at
        if cursor.take("第") {
            cursor.skipSpaces()
            if let number = takeNumeral(&cursor) {
                cursor.skipSpaces()
                if cursor.take(unit) { return number }
            }
            cursor.at = from
            return nil
        }
        if cursor.take(word) {
            cursor.skipSpaces()
            if let number = takeNumeral(&cursor) { return number }
            let start = cursor.at
            if cursor.take(spelled), !cursor.kind.isLetter { return cursor.string(from: start, to: cursor.at) }
            cursor.at = from
            return nil
        }
        let before = from > 0 ? ScalarClasses.shared.of(cursor.text.scalars[from - 1]) : .space
        if let number = takeNumeral(&cursor) {
            let end = cursor.at
            cursor.skipSpaces()
            if cursor.take(unit) { return number }
            cursor.at = end
            let isLettered = number.unicodeScalars.first.map { (0x41...0x5A).contains($0.value) } ?? false
            if isLettered, before != .upper, before != .lower, before != .digit, !cursor.kind.isLetter { return number }
        }
        cursor.at = from
        return nil
    }

    /// "7", "08", "A08", "A3", "三", "十二".
    static func takeNumeral(_ cursor: inout Cursor) -> String? {
        let from = cursor.at
        if (0x41...0x5A).contains(cursor.next),
            cursor.kind(1) == .digit || (cursor.kind(1) == .upper && cursor.kind(2) == .digit)
        {
            cursor.at += cursor.kind(1) == .digit ? 1 : 2
        }
        if cursor.takeDigits(atMost: 3) {
            if cursor.kind != .digit { return cursor.string(from: from, to: cursor.at) }
            cursor.at = from
            return nil
        }
        cursor.at = from
        while numerals.contains(cursor.next), cursor.at - from < 4 { cursor.at += 1 }
        return cursor.at > from ? cursor.string(from: from, to: cursor.at) : nil
    }

    static let numerals = StaticMarks("〇零一二三四五六七八九十百")

    /// A Han numeral in figures: 十二 is 12; nil for anything else.
    static func value(ofHan text: String) -> Int? {
        var total = 0
        var current: Int?
        for scalar in text.unicodeScalars {
            if let digit = digit(scalar) {
                current = (current ?? 0) * (current == nil ? 1 : 10) + digit
            } else if scalar == "十" {
                total += (current ?? 1) * 10
                current = nil
            } else if scalar == "百" {
                total += (current ?? 1) * 100
                current = nil
            } else {
                return nil
            }
        }
        return text.isEmpty ? nil : total + (current ?? 0)
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "〇", "零": 0
        case "一": 1
        case "二": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }

    /// What two ways to write the same page have in common: "第三版", "03" and "3" are "3".
    static func folded(_ text: String) -> String {
        if let value = value(ofHan: text) { return String(value) }
        var letters = ""
        var digits = ""
        for scalar in text.unicodeScalars {
            let folded = Folded.fold(scalar.value)
            if (0x30...0x39).contains(folded) {
                if folded != 0x30 || !digits.isEmpty { digits.unicodeScalars.append(Unicode.Scalar(folded)!) }
            } else if (0x41...0x5A).contains(folded) || (0x61...0x7A).contains(folded) {
                letters.unicodeScalars.append(Unicode.Scalar(folded & ~0x20)!)
            }
        }
        return letters + digits
    }
}
