/// Features of short lines that belong to the page and to no story.
extension FeatureExtractor {
    /// Whether the line, which has a date, has what else a folio has: a weekday, an issue's or page's number, the paper's name.
    private func isFolio(_ line: TextLine) -> Bool {
        if hasWeekdayOrIssue { return true }
        if PageNumber.find(Cursor(folded)) != nil { return true }
        for at in folded.scalars.indices where at == folded.count - 1 || folded.scalars[at + 1] == 0x20 {
            for from in max(0, at - 2)...at
            where NewspaperLexicon.banner.match(folded.scalars, at: from, end: at + 1) == at + 1 - from { return true }
        }
        return false
    }

    /// A weekday or an issue's number; 第14257号行政令 is none.
    private var hasWeekdayOrIssue: Bool {
        let words = NewspaperLexicon.weekday
        guard words.mayBeIn(folded) else { return false }
        for at in folded.scalars.indices {
            let length = words.match(folded.scalars, at: at, end: folded.count)
            guard length > 0 else { continue }
            let isIssue = length == 1 && Self.issueWords.contains(folded.scalars[at])
            if !isIssue || at + 1 == folded.count || !folded.kind(at + 1).isSolid { return true }
        }
        return false
    }
    private static let issueWords = StaticMarks("期号號")

    func findFurniture(_ line: inout TextLine) {
        let ends = line.features.contains(.endsSentence)
        // Most lines have no word of these lists, or do not begin with one.
        let starts = folded.starts
        if folded.mayHave(anyOf: starts.adverts), isAdvert(line) { line.features.insert(.advert) }
        if let found = CalendarDate.find(folded), !line.features.contains(.endsColon),
            !ends || line.features.contains(.capitals)
        {
            let rest = folded.count - (found.to - found.from)
            line.features.insert(.date)
            // The rest of a folio is short and has no sentence in it.
            if rest > 2, rest <= 90, line.pauses <= 6, !line.features.contains(.startsNumber), isFolio(line) {
                line.features.insert(.folio)
            }
        }
        if !ends, Folio.isPageNumber(folded) || isIssue { line.features.insert(.folio) }
        if !ends, isEditorsLine { line.features.insert(.editors) }
        if line.features.isDisjoint(with: [.byline, .signature, .creditOnly, .staff]), isContactLine(line) {
            line.features.insert(.contact)
        }
        if line.solid > 0, !ends, (5...20).contains(folded.count),
            isOwner
                || folded.count <= 40 && !ends && NewspaperLexicon.disclaimer.isIn(folded)
        {
            line.features.insert(.contact)
        }
        if folded.count <= 80, folded.mayBegin(anyOf: starts.contacts),
            NewspaperLexicon.imprint.match(folded.scalars, at: 0, end: folded.count) > 0
        {
            line.features.insert(.contact)
        }
        if folded.mayHave(anyOf: starts.weather), isWeather(line) {
            line.features.insert(.weather)
            line.features.remove(.startsSpeaker)
        }
        if !ends || line.features.contains(.capitals), folded.count <= 30, folded.mayBegin(anyOf: starts.contents),
            NewspaperLexicon.contents.match(folded.scalars, at: 0, end: folded.count) >= max(2, folded.count - 1)
                || line.solid == 0 && line.hangul == 0
                    && NewspaperLexicon.contents.match(folded.scalars, at: 0, end: folded.count) > 4
                    && line.features.contains(.capitals)
        {
            line.features.insert(.contents)
        }
        if endsWithPage || hasLeaders { line.features.insert(.pageReference) }
        if isBanner(line) || isSlogan(line) || line.spaces + line.kana > 0 && Slogan.isOne(folded, line) {
            line.features.insert(.banner)
        }
    }

    private func isAdvert(_ line: TextLine) -> Bool {
        let words = NewspaperLexicon.advert
        if words.match(folded.scalars, at: 0, end: folded.count) > 0
            || words.isIn(folded, from: max(1, folded.count - 6)) && line.solid == 0, folded.count > 2
        {
            return true
        }
        return line.features.contains(.bracketed) && words.match(folded.scalars, at: 1, end: folded.count) > 0
    }

    /// 溪岸社区报　第47期　2022年6月号: an issue's number between spaces, a year, and little else.
    private var isIssue: Bool {
        guard folded.count <= 40, folded.hasNumeral, folded.scalars.contains(0x671F), folded.scalars.contains(0x5E74)
        else { return false }
        for at in folded.scalars.indices.dropLast(2)
        where folded.scalars[at] == 0x7B2C && (at == 0 || folded.scalars[at - 1] == 0x20) {
            var cursor = Cursor(folded, at: at + 1)
            if PageNumber.consumeNumeral(&cursor) != nil, cursor.next == 0x671F,
                cursor.kind(1) == .other || cursor.kind(1) == .space
            {
                return true
            }
        }
        return false
    }

    /// 中共平阜县委主办, 中共岷东地委机关报: whose paper it is.
    private var isOwner: Bool {
        let at = max(0, folded.count - 3)
        return (at..<folded.count).contains {
            NewspaperLexicon.owner.match(folded.scalars, at: $0, end: folded.count) == folded.count - $0
        }
    }

    /// 责编 牧野 版式 白露; 编辑：荀静　组版：古月: begins with an office, followed by a name.
    var isEditorsLine: Bool {
        guard folded.count <= 120, folded.mayHave(anyOf: folded.starts.offices) else { return false }
        var cursor = Cursor(folded)
        while cursor.consume(NewspaperLexicon.house) || cursor.consume(anyOf: Self.editorsLead)
            || PageNumber.consume(&cursor) != nil
        {
            cursor.skipSpaces()
        }
        // 岑阳报　本版编辑　裘山
        if cursor.at == 0, let space = folded.scalars.prefix(8).firstIndex(of: 0x20), space > 1,
            [0x62A5, 0x5831].contains(folded.scalars[space - 1])
        {
            cursor.at = space
            cursor.skipSpaces()
            cursor.consume(NewspaperLexicon.house)
        }
        // 本版插图 周小禾
        if cursor.at >= 2, folded.scalars[cursor.at - 2] == 0x672C, folded.scalars[cursor.at - 1] == 0x7248,
            cursor.consume(NewspaperLexicon.photographer), cursor.skipSpaces() > 0 || cursor.next == 0x3A,
            folded.count <= 20
        {
            return true
        }
        let offices = NewspaperLexicon.editors.count(in: folded)
        guard NewspaperLexicon.editors.match(folded.scalars, at: cursor.at, end: folded.count) > 0 else {
            return offices >= 2 && folded.count <= 70 && !folded.scalars.contains(0x2C)
        }
        let isLatin = cursor.kind == .upper
        if offices >= 2 { return true }
        cursor.consume(NewspaperLexicon.editors)
        let marked =
            cursor.skipSpaces() > 0 || cursor.consume(":") || cursor.consume("/") || cursor.consume("·")
            || cursor.consume("|")
        return marked && folded.count <= (isLatin ? 70 : 40)
    }
    private static let editorsLead = StaticMarks("□■◇◆●○▲· |/本期")

    /// A telephone number, an e-mail or web address, or a word for them with digits after it.
    private func isContactLine(_ line: TextLine) -> Bool {
        guard folded.count <= 150,
            folded.mayHave(anyOf: folded.starts.contacts) || folded.has(.digit) || folded.mayHave("@")
        else { return false }
        var digits = 0
        var run = 0
        var address = false
        for (at, value) in folded.scalars.enumerated() {
            switch folded.kind(at) {
            case .digit: run += 1; digits = max(digits, run)
            case .dash where run >= 1, .space where run >= 1, .closing where run >= 1: break
            case _ where run >= 1 && (value == 0xB7 || value == 0x30FB): break
            default: run = 0
            }
            if value == 0x40, at > 0, at + 1 < folded.count { address = true }
        }
        let names = NewspaperLexicon.contact.count(in: folded)
        if Words.web.isIn(folded) { address = true }
        // A sentence that holds an address, or is cut inside of one.
        if address, digits < 7, line.features.contains(.endsPause) || AddressLines.isCut(bytes, line) { return false }
        if names == 0, address, line.solid > 0, line.features.contains(.endsSentence) { return false }
        if names == 0 {
            // A row of a table.
            if !address, line.features.contains(.figureRow) { return false }
            return (digits >= 7 && line.digits * 3 > folded.count)
                || (address && folded.count <= (digits >= 7 ? 60 : 40) && line.pauses <= 1)
        }
        if line.features.contains(.endsStop), !line.features.contains(.capitals), folded.count > 40 { return false }
        if line.features.contains(.endsStop), !line.features.contains(.capitals) {
            let begins = (0..<min(6, folded.count)).contains {
                NewspaperLexicon.contact.match(folded.scalars, at: $0, end: folded.count) > 0
            }
            return begins && (digits >= 7 || address)
        }
        if line.features.contains(.startsInside) { return false }
        return digits >= 5 || address || names >= 2 && line.depth == 0 && !folded.scalars.contains(0x201C)
    }

    private func isWeather(_ line: TextLine) -> Bool {
        let words = NewspaperLexicon.weather.count(in: folded)
        guard words >= 1, folded.count <= 90 else { return false }
        // A long line that mentions the weather is text.
        if line.ems > 40, NewspaperLexicon.weather.match(folded.scalars, at: 0, end: folded.count) == 0 { return false }
        let degrees =
            folded.scalars.contains { [0xB0, 0x2103, 0xFF5E, 0x7E, 0x223C].contains($0) } || temperatures || words >= 2
        return degrees && line.digits > 0 || words >= 3
    }

    /// 58/47
    private var temperatures: Bool {
        guard folded.mayHave("/") else { return false }
        for at in folded.scalars.indices.dropFirst().dropLast() where folded.scalars[at] == 0x2F {
            if folded.kind(at - 1) == .digit,
                folded.kind(at + 1) == .digit
            {
                return true
            }
        }
        return false
    }

    /// Amusements .... 22
    private var hasLeaders: Bool {
        guard folded.has(.digit) else { return false }
        var dots = 0
        for (at, value) in folded.scalars.enumerated() {
            dots = value == 0x2E || value == 0x2026 || value == 0xB7 ? dots + 1 : value == 0x20 ? dots : 0
            if dots >= 3, at + 2 < folded.count, folded.kind(at + 2) == .digit {
                return true
            }
        }
        return false
    }

    /// Ends with a page's number: … 02版, … A4.
    private var endsWithPage: Bool {
        guard folded.hasNumeral else { return false }
        let from = max(1, folded.count - 10)
        for at in from..<max(from, folded.count) {
            var cursor = Cursor(folded, at: at)
            cursor.consume(anyOf: Self.pageLead)
            cursor.skipSpaces()
            let start = cursor.at
            if PageNumber.consume(&cursor) != nil {
                while cursor.consume(anyOf: Self.pageTrail) {}
                if cursor.isAtEnd, start > 1 { return true }
            }
        }
        return false
    }
    private static let pageLead = StaticMarks("([<.…·→▶>詳见刊")
    private static let pageTrail = StaticMarks(")]>. ")

    /// 奋进新征程 建功新时代: a motto in two or three parts.
    private func isSlogan(_ line: TextLine) -> Bool {
        line.features.contains(.couplet) && (6...16).contains(line.han) && line.digits == 0 && line.pauses == 0
            && NewspaperLexicon.slogan.isIn(folded)
    }

    func isBanner(_ line: TextLine) -> Bool {
        guard folded.count >= 2, folded.count <= 40, line.pauses == 0, !line.features.contains(.endsSentence),
            folded.mayHave(anyOf: folded.starts.banners)
        else { return false }
        let count = folded.count
        if NewspaperLexicon.pageNames.match(folded.scalars, at: 0, end: count) == count { return false }
        if count > 2, NewspaperLexicon.reports.match(folded.scalars, at: count - 2, end: count) == 2 { return false }
        for at in max(0, count - 14)..<count
        where NewspaperLexicon.banner.match(folded.scalars, at: at, end: count) == count - at {
            return line.solid + line.hangul <= 10
        }
        return false
    }
}

extension Words {
    static let web = Words("www http https")
}
