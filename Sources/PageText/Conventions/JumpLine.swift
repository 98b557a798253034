/// A line that says on which page a story continues, or began: （下转第三版）, Continued from A1.
struct JumpLine {
    enum Direction { case to, from }
    var direction: Direction
    /// The page as the line names it: "三", "A4"; nil where it does not.
    var page: String?

    /// Reads the whole text, with its brackets.
    static func read(_ text: FoldedText, from: Int = 0, to: Int? = nil) -> JumpLine? {
        guard text.mayHave(anyOf: text.starts.jumps) else { return nil }
        var cursor = Cursor(text, at: from, end: to)
        skipFrame(&cursor)
        guard cursor.end - cursor.at >= 2, cursor.end - cursor.at <= 60 else { return nil }
        var direction: Direction?
        var page: String?
        let start = cursor.at
        if cursor.consume(toFirst) {
            direction = .to
        } else if cursor.consume(fromFirst) {
            direction = .from
        }
        if direction != nil {
            let found = PageNumber.find(cursor)
            page = found?.number
            // After the number there may only be the headline of the other part, （上接第1版《…》）, and the column, and no
            // closing bracket.
            var rest = found?.end ?? cursor.at
            if rest < cursor.end, quotes.contains(text.scalars[rest]),
                let close = (rest..<cursor.end).last(where: { closingQuotes.contains(text.scalars[$0]) })
            {
                rest = close + 1
            }
            // 转 and 接 without a page begin other words: 转让, 接班.
            let isWord = found != nil || rest == cursor.end || text.kind(start) != .han || rest - start > 1
            guard isWord, cursor.end - rest <= (found == nil ? 3 : 16),
                !(rest..<cursor.end).contains(where: { closing.contains(text.scalars[$0]) })
            else { return nil }
            return JumpLine(direction: direction!, page: page)
        }
        // Languages that put the verb last: 3面に続く, 1면에서 계속.
        guard toLast.mayBeIn(text) || fromLast.mayBeIn(text), let number = PageNumber.find(cursor) else { return nil }
        if fromLast.isIn(text, from: cursor.at, to: cursor.end) {
            direction = .from
        } else if toLast.isIn(text, from: cursor.at, to: cursor.end) {
            direction = .to
        }
        guard let direction, cursor.end - cursor.at <= 20 else { return nil }
        return JumpLine(direction: direction, page: number.number)
    }

    /// Whether the text begins with 上接.
    static func startsFrom(_ text: FoldedText) -> Bool {
        fromFirst.match(text.scalars, at: 0, end: text.count) > 1
    }

    /// Where a jump line without its brackets, or with one of them, begins at the end of a text: …下转第三版.
    static func trailing(_ text: FoldedText, end: Int) -> Int? {
        var last = end
        while last > 0, text.kind(last - 1) == .closing { last -= 1 }
        guard last > 4, text.scalars[last - 1] == 0x7248 || text.kind(last - 1) == .digit else { return nil }
        for at in stride(from: last - 4, through: max(1, last - 10), by: -1)
        where text.scalars[at] >= 0x2E80 && toFirst.match(text.scalars, at: at, end: last) > 1 {
            guard read(text, from: at, to: last)?.page != nil else { return nil }
            return text.kind(at - 1) == .opening ? at - 1 : at
        }
        return nil
    }

    private static let quotes = StaticMarks("《“「『〈")
    private static let closingQuotes = StaticMarks("》”」』〉")
    private static let closing = StaticMarks(")]>》")

    private static let frame = StaticMarks("([<{《〈>»›▶►▷→➡◀◁←*—-· )]}〉")

    private static func skipFrame(_ cursor: inout Cursor) {
        while cursor.consume(anyOf: frame) {}
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
