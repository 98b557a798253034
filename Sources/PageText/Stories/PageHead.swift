import Newspaper
import TextFolding

/// What a page says about itself: its name, number and date, and the paper's name, from its furniture; else from its path.
struct PageHead {
    var page = Page()
    var banner: String?

    init(_ labeledPage: LabeledPage, furniture: [Int], firstItem: Int) {
        var names: [String] = []
        var doubtful: [String] = []
        var loose: String?
        /// A name among the parts of a folio.
        var part: String?
        /// A folio has the paper's name among its parts: Carrick Vale Gazette | 16 February 2023 | 7.
        var hasNamedFolio = false
        let folded = FoldedText()
        for at in furniture {
            let line = labeledPage.lines[at]
            guard line.length < 512 else { continue }
            folded.load(labeledPage.bytes, from: line.start, to: line.end)
            let isHead = at < firstItem
            if !line.features.isDisjoint(with: [.folio, .date]) {
                read(folio: folded)
                if line.features.contains(.folio), Self.namesPaper(folded) { hasNamedFolio = true }
                if part == nil { part = Self.name(amongPartsOf: folded) }
                if loose == nil, !Self.sheets.isIn(folded) { loose = PageNumber.find(in: folded) }
            }
            // A rubric that stands over a story on the sheet is not the page's.
            if labeledPage.labels[at] == .rubric, !line.settled.isEmpty { continue }
            guard isHead, line.features.isDisjoint(with: [.folio, .date, .contact, .editors]) else { continue }
            if line.features.contains(.banner), !Slogan.isOne(folded, line),
                !(line.features.contains(.couplet) && line.solid > 0),
                !(hasNamedFolio && line.features.contains(.capitals))
            {
                if banner == nil { banner = labeledPage.text(line) }
            } else if let name = Self.name(line, folded) {
                let isLast = labeledPage.labels[at] == .rubric || line.features.contains(.capitals)
                isLast ? doubtful.append(name) : names.append(name)
            }
        }
        if page.number == nil { page.number = Self.plain(loose) }
        // In Han text capitals spell a name that stands beside them.
        if furniture.contains(where: { $0 < firstItem && labeledPage.lines[$0].solid > 2 }) {
            doubtful.removeAll { $0.utf8.first.map { $0 < 0x80 } == true }
        }
        if let paper = names.firstIndex(where: { $0.hasPrefix("The ") }), names.count > 1 { names.remove(at: paper) }
        if page.name == nil { page.name = names.first ?? part ?? Self.nameAtFoot(labeledPage) ?? doubtful.first }
    }

    /// Some papers print their heads at the foot of the page: a label next to a folio there.
    private static func nameAtFoot(_ labeledPage: LabeledPage) -> String? {
        let foot = labeledPage.labels.indices.reversed().prefix {
            [.furniture, .rubric].contains(labeledPage.labels[$0])
        }
        let folded = FoldedText()
        for at in foot.reversed()
        where labeledPage.lines[at].features.isDisjoint(with: .furniture.union([.banner, .date, .bracketed])) {
            let isBeside = foot.contains { abs($0 - at) == 1 && labeledPage.lines[$0].features.contains(.folio) }
            guard isBeside || foot.count == 1, labeledPage.lines[at].length < 64 else { continue }
            folded.load(labeledPage.bytes, from: labeledPage.lines[at].start, to: labeledPage.lines[at].end)
            if let name = name(labeledPage.lines[at], folded) { return name }
        }
        return nil
    }

    /// The name that a line is: a short label without punctuation. In Han text two halves with a space are a slogan.
    private static func name(_ line: TextLine, _ folded: FoldedText) -> String? {
        guard line.features.isDisjoint(with: [.contents, .pageReference, .weather, .advert, .endsSentence]) else {
            return nil
        }
        if line.features.contains(.couplet), line.solid > 0 { return nil }
        if notNames.isIn(folded) { return nil }
        if line.features.contains(.capitals), line.spaces > 2 { return nil }
        return Folio.readName(Cursor(folded))
    }

    /// What stands in boxes beside the paper's name: weather, and who publishes it.
    private static let notNames = Words("天气 天氣 出版 主办 主辦 主管 机关报 機關報 编印 星期")

    private mutating func read(folio text: FoldedText) {
        if let found = CalendarDate.find(text), page.date == nil { page.date = found.date.description }
        if let folio = Folio.read(text) {
            let isOther =
                page.number != nil && page.number != Self.plain(folio.number)
                && folio.name?.utf8.first.map { $0 < 0x80 } == true
            if page.number == nil { page.number = Self.plain(folio.number) }
            // What other pages have, and who made this one, is no name of it.
            if page.name == nil, !isOther, !NewspaperLexicon.editors.isIn(text), let name = folio.name,
                name.count(where: { $0 == " " }) < 2 || !FoldedText.with(name, { Self.isBanner($0, 0, $0.count) }),
                !(name.unicodeScalars.count > 2 && (name.hasSuffix("报") || name.hasSuffix("報"))),
                !name.hasPrefix("星期")
            {
                page.name = name
            }
            return
        }
        guard page.number == nil else { return }
        if let found = CalendarDate.find(text), readBare(text, but: found.from..<found.to) { return }
        // A number among the other parts of the folio: at its beginning, at its end, or as 第N版.
        var cursor = Cursor(text)
        let parts = Self.parts(text)
        for (place, part) in parts.enumerated() {
            cursor = Cursor(text, at: part.lowerBound, end: part.upperBound)
            guard let number = PageNumber.consume(&cursor), cursor.isAtEnd else { continue }
            page.number = Self.plain(number)
            if page.name == nil, place + 1 < parts.count {
                let next = Cursor(text, at: parts[place + 1].lowerBound, end: parts[place + 1].upperBound)
                if next.kind == .han, let name = Folio.readName(next), !name.hasPrefix("星期"), !name.hasPrefix("农历"),
                    !name.hasSuffix("报")
                {
                    page.name = name
                }
            }
            return
        }
    }

    /// 22　地域　潮見新聞　2009年…: a bare number at one end of a folio is the page's, and the part next to it its name.
    private mutating func readBare(_ text: FoldedText, but date: Range<Int>) -> Bool {
        let parts = Self.parts(text)
        guard parts.count > 2 else { return false }
        for (place, beside) in [(0, 1), (parts.count - 1, parts.count - 2)] {
            let part = parts[place]
            guard part.count <= 3, !date.overlaps(part),
                part.allSatisfy({ text.kind($0) == .digit })
            else { continue }
            page.number = Cursor(text).string(from: part.lowerBound, to: part.upperBound)
            let next = Cursor(text, at: parts[beside].lowerBound, end: parts[beside].upperBound)
            if page.name == nil, next.kind == .han, !date.overlaps(parts[beside]),
                !NewspaperLexicon.weekday.isIn(text, from: next.at, to: next.end),
                !Self.isBanner(text, next.at, next.end)
            {
                page.name = Folio.readName(next)
            }
            return true
        }
        return false
    }

    /// The part of a folio that is neither date nor number nor the paper's name: City & Region   B3   Friday, March 3, 2023.
    private static func name(amongPartsOf text: FoldedText) -> String? {
        var from = 0
        var spaces = 0
        for at in 0...text.count {
            let value = at < text.count ? text.scalars[at] : 0x7C
            let isMark = [0x7C, 0xB7, 0x2014].contains(value)
            spaces = value == 0x20 ? spaces + 1 : 0
            guard isMark || spaces == 2 else { continue }
            var to = at
            while to > from, [0x20, 0x2D].contains(text.scalars[to - 1]) { to -= 1 }
            while from < to, [0x20, 0x2D].contains(text.scalars[from]) { from += 1 }
            let isWhole = from == 0 && to == text.count
            var number = Cursor(text, at: from, end: to)
            let isNumber = to > from && PageNumber.consume(&number) != nil && number.isAtEnd
            if to - from >= 2, !isWhole, !isNumber, !NewspaperLexicon.weekday.isIn(text, from: from, to: to),
                !NewspaperLexicon.price.isIn(text, from: from, to: to), !isBanner(text, from, to),
                let name = Folio.readName(Cursor(text, at: from, end: to))
            {
                return name
            }
            from = at + 1
        }
        return nil
    }

    private static func namesPaper(_ text: FoldedText) -> Bool {
        var from = 0
        for at in 0...text.count where at == text.count || [0x7C, 0xB7, 0x2014, 0x2F].contains(text.scalars[at]) {
            var to = at
            while to > from, text.scalars[to - 1] == 0x20 { to -= 1 }
            if to > from, from > 0 || at < text.count, isBanner(text, from, to) { return true }
            from = at + 1
        }
        return false
    }

    private static func isBanner(_ text: FoldedText, _ from: Int, _ to: Int) -> Bool {
        // La Voz de Rioclaro: in Latin scripts the word may come first.
        if text.kind(from) == .upper,
            NewspaperLexicon.banner.isIn(text, from: from, to: to)
        {
            return true
        }
        for at in max(from, to - 14)..<to where NewspaperLexicon.banner.match(text.scalars, at: at, end: to) == to - at
        {
            return true
        }
        return false
    }

    /// Before these words a number is how many pages the paper has, not the number of one.
    private static let sheets = Words("今日 本期 共 全")

    private static func parts(_ text: FoldedText) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var from = 0
        for at in 0...text.count where at == text.count || text.scalars[at] == 0x20 || text.scalars[at] == 0x7C {
            if at > from { parts.append(from..<at) }
            from = at + 1
        }
        return parts
    }

    /// 第三版 is page "3", 03 stays "03".
    static func plain(_ number: String?) -> String? {
        guard let number else { return nil }
        return HanNumeral.value(of: number).map(String.init) ?? number
    }

    /// Fills in what the page does not say: number from 第3版.txt or A04.txt, date from 2026-03-06/01.txt.
    mutating func complete(from path: String) { Self.complete(&page, from: path) }

    static func complete(_ page: inout Page, from path: String) {
        let parts = path.split(separator: "/")
        if page.date == nil {
            for part in parts.suffix(3).reversed() {
                if let found = FoldedText.with(part, { CalendarDate.find($0) }) {
                    page.date = found.date.description; break
                }
                if let date = Self.compactDate(part) { page.date = date; break }
            }
        }
        if page.date == nil { page.date = partedDate(parts) }
        guard page.number == nil, let file = parts.last else { return }
        page.number = FoldedText.with(file.prefix { $0 != "." }) { stem in
            var cursor = Cursor(stem)
            guard let number = PageNumber.consume(&cursor) ?? PageNumber.consumeNumeral(&cursor), cursor.kind != .digit
            else {
                return nil
            }
            return Self.plain(number)
        }
    }

    /// 2026/03/06/01.txt, or the folder alone.
    private static func partedDate(_ parts: [Substring]) -> String? {
        let figures = parts.suffix(4).map { part in part.utf8.count <= 4 ? Int(part) ?? 0 : 0 }
        for start in figures.indices.dropLast(2) {
            let (year, month, day) = (figures[start], figures[start + 1], figures[start + 2])
            guard (1600...2999).contains(year), (1...12).contains(month), (1...31).contains(day) else { continue }
            return CalendarDate(year: year, month: month, day: day).description
        }
        return nil
    }

    /// 20260306
    private static func compactDate(_ text: Substring) -> String? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard digits.count == 8, let value = Int(digits), (1600_00_00...2999_99_99).contains(value),
            (1...12).contains(value / 100 % 100), (1...31).contains(value % 100)
        else { return nil }
        return CalendarDate(year: value / 10000, month: value / 100 % 100, day: value % 100).description
    }
}
