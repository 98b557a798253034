/// Reads the first and the last of a line, and all of a short one, for what the trade's words say.
struct ClueFinder {
    let bytes: UnsafeBufferPointer<UInt8>
    private let folded = Folded()

    /// A line longer than this is text, and only its two ends are read.
    static let shortLine = 84
    static let headLength = 64
    static let tailLength = 48

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    func find(_ line: inout TextLine) {
        findEnds(&line)
        let isShort = line.length <= Self.shortLine * 3 && line.width <= Self.shortLine * 2
        if isShort {
            folded.load(bytes, from: line.start, to: line.end)
            findStart(&line)
            findWhole(&line)
            if line.clues.isDisjoint(with: [.byline, .signature, .creditOnly, .jumpTo, .jumpFrom]) { findTail(&line) }
        } else {
            folded.load(
                bytes, from: line.start, to: Folded.head(bytes, from: line.start, to: line.end, limit: Self.headLength))
            findStart(&line)
            folded.load(
                bytes, from: Folded.tail(bytes, from: line.start, to: line.end, limit: Self.tailLength), to: line.end)
            findTail(&line)
        }
    }

    private func findEnds(_ line: inout TextLine) {
        let classes = ScalarClasses.shared
        let solid = Folded.fold(line.lastSolid)
        switch classes.of(line.lastSolid) {
        // 31.|6%: a point behind a figure among Han is no full stop.
        case .terminal where solid == 0x2E && line.solid > 0 && line.last == line.lastSolid && endsWithFigure(line):
            break
        case .terminal:
            line.clues.insert(.endsSentence)
            if solid == 0x3002 || solid == 0x2E || solid == 0xFF61 { line.clues.insert(.endsStop) }
        case .pause: line.clues.insert(solid == 0x3A ? .endsColon : .endsPause)
        default: break
        }
        // …谁还写信?’”: the apostrophe closes a quotation.
        if line.lastSolid == 0x2019, line.last != 0x2019, endsInsideQuotes(line) { line.clues.insert(.endsSentence) }
        if [.closing, .quote].contains(classes.of(line.last)), line.last != 0x29, line.last != 0xFF09 {
            line.clues.insert(.endsQuote)
        }
        // A Korean sentence ends in 다 even where its full stop was lost.
        if line.hangul > 0, line.lastSolid == 0xB2E4, line.hangul > 8 { line.clues.insert(.endsQuote) }
        if line.last == 0x2D || line.last == 0x2010 || line.last == 0xAD || line.last == 0xFF0D {
            line.clues.insert(.endsHyphen)
        }
        switch classes.of(line.first) {
        case .closing, .pause, .terminal, .lower: line.clues.insert(.startsInside)
        case .upper: line.clues.insert(.startsCapital)
        case .opening, .quote: line.clues.insert(.startsQuote)
        case .dash: line.clues.insert(.startsDash)
        default: break
        }
        if line.upper >= 2, line.lower == 0, line.solid == 0, line.hangul == 0 { line.clues.insert(.capitals) }
    }

    /// A full stop, ? or ! stands before the single and double quotes at the end.
    private func endsInsideQuotes(_ line: TextLine) -> Bool {
        var end = line.end
        // Curly quotes are three bytes, U+2019 and U+201D differ in the last.
        while end - 3 > line.start, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80,
            [0x99, 0x9D].contains(bytes[end - 1])
        {
            end -= 3
        }
        switch bytes[end - 1] {
        case 0x21, 0x2E, 0x3F: return true
        case 0x82: return end - 3 >= line.start && bytes[end - 3] == 0xE3 && bytes[end - 2] == 0x80
        case 0x81, 0x9F: return end - 3 >= line.start && bytes[end - 3] == 0xEF && bytes[end - 2] == 0xBC
        default: return false
        }
    }

    private func endsWithFigure(_ line: TextLine) -> Bool {
        let before = line.end - (line.last < 0x80 ? 2 : 4)
        return before >= line.start && (0x30...0x39).contains(bytes[before])
    }

    // MARK: The beginning

    private func findStart(_ line: inout TextLine) {
        if let opening = Opening.read(folded) {
            line.opening = folded.offsets[opening.length] - line.start
            line.clues.insert(.opening)
            if line.opening >= line.length { line.clues.insert(.openingOnly) }
        }
        if let mark = ListMark.read(folded) {
            line.clues.insert(mark == .bullet ? .startsBullet : .startsNumber)
        }
        if folded.count > 2, ScalarClasses.shared.of(folded.scalars[0]) == .han,
            [0x2C, 0x3001, 0x3B, 0x3002].contains(folded.scalars[1]), !line.clues.contains(.startsNumber)
        {
            line.clues.insert(.startsClipped)
        }
        if Self.startsLead(folded) { line.clues.insert(.startsLead) }
        if Self.startsSpeaker(folded) { line.clues.insert(.startsSpeaker) }
        if TradeWords.captionStart.match(folded.scalars, at: 0, end: folded.count) > 0
            || Self.startsPictureNumber(folded)
        {
            line.clues.insert(.captionStart)
        }
        if let jump = Self.leadingJump(folded) {
            line.clues.insert(.startsJump)
            line.opening = folded.offsets[jump] - line.start
        }
        if TradeWords.newsStart.match(folded.scalars, at: 0, end: folded.count) > 0 || Self.startsWithDay(folded) {
            line.clues.insert(.newsStart)
        }
        if TradeWords.salutation.match(folded.scalars, at: 0, end: folded.count) > 0,
            line.clues.contains(.endsColon) || line.clues.contains(.endsPause)
        {
            line.clues.insert(.salutation)
        }
        if TradeWords.noticeEnd.match(folded.scalars, at: 0, end: folded.count) > 0, line.width <= 30 {
            line.clues.insert(.noticeEnd)
        }
    }

    /// Two words or more in capitals, then a dash or a colon.
    private static func startsLead(_ text: Folded) -> Bool {
        var cursor = Cursor(text)
        var letters = 0
        while cursor.kind == .upper || (letters > 0 && [0x20, 0x27, 0x2019].contains(cursor.next)) {
            if cursor.kind == .upper { letters += 1 }
            cursor.at += 1
        }
        // EIGHTY-ONE is a word.
        let isHyphen = cursor.next == 0x2D && cursor.kind(1).isLetter
        return letters >= 4 && (cursor.kind == .dash && !isHyphen || cursor.next == 0x3A)
    }

    /// 图1: 图②
    private static func startsPictureNumber(_ text: Folded) -> Bool {
        var cursor = Cursor(text)
        guard cursor.take("图") || cursor.take("圖") || cursor.take(Self.pictureWord) else { return false }
        cursor.skipSpaces()
        return cursor.kind == .digit || (0x2460...0x2473).contains(cursor.next)
    }
    private static let pictureWord = Words("写真 Foto Photo Bild 사진")

    /// 3月5日, 10月19日
    private static func startsWithDay(_ text: Folded) -> Bool {
        var cursor = Cursor(text)
        guard cursor.takeDigits(atMost: 4), !cursor.isAtEnd else { return false }
        if cursor.take("年") { return true }
        return cursor.take("月") || cursor.take("日") || cursor.take("월") || cursor.take("일")
    }

    /// A speaker and a colon: 问: 记者: 宣墨: Q:
    private static func startsSpeaker(_ text: Folded) -> Bool {
        var cursor = Cursor(text)
        if cursor.take(TradeWords.question) {
            cursor.skipSpaces()
            return cursor.next == 0x3A
        }
        var count = 0
        while cursor.kind.isSolid || cursor.kind == .hangul, count < 5 { cursor.at += 1; count += 1 }
        // He said: "…" is a sentence of the text.
        guard count > 0, !says.contains(text.scalars[cursor.at - 1]) else { return false }
        return (2...4).contains(count) && cursor.next == 0x3A && cursor.at + 2 < cursor.end
    }

    private static let says = StaticMarks("了说道喊问称答言说說道喊問稱言図图圖")

    static func leadingJump(_ text: Folded) -> Int? {
        guard text.count > 2 else { return nil }
        let open = text.scalars[0]
        guard [0x28, 0x5B, 0x3C, 0x300A].contains(open) else { return nil }
        let closing: UInt32 = open == 0x28 ? 0x29 : open == 0x5B ? 0x5D : open + 1
        guard
            let close = (1..<min(text.count, 48)).first(where: {
                text.scalars[$0] == closing || open == 0x3C && text.scalars[$0] == 0x3E
            }),
            close + 1 < text.count
        else { return nil }
        guard let jump = JumpLine.read(text, from: 0, to: close + 1), jump.direction == .from else { return nil }
        return close + 1
    }

    // MARK: The end

    private func findTail(_ line: inout TextLine) {
        guard let tail = Tail.read(folded) else { return }
        line.closing = folded.offsets[tail.from] - line.start
        switch tail.kind {
        case .jump: line.clues.insert(.endsJump)
        case .signature: line.clues.insert(.endsSignature)
        case .credit: line.clues.insert(.endsCredit)
        case .either: line.clues.formUnion([.endsCredit, .endsSignature])
        }
        // What stands before it tells whether a sentence ended.
        var before = tail.from - 1
        let classes = ScalarClasses.shared
        while before >= 0, [.space, .closing, .quote].contains(classes.of(folded.scalars[before])) { before -= 1 }
        line.clues.subtract([.endsSentence, .endsStop, .endsColon, .endsPause, .endsHyphen])
        if before >= 0, classes.of(folded.scalars[before]) == .terminal {
            line.clues.insert([.endsSentence, .endsStop])
        }
    }

    // MARK: The whole of a short line

    private func findWhole(_ line: inout TextLine) {
        if TradeWords.pointing.isIn(folded) { line.clues.insert(.pointing) }
        if line.spaces > 0, hasCouplet { line.clues.insert(.couplet) }
        if let first = folded.scalars.first, let last = folded.scalars.last, first == 0x28 || first == 0x5B,
            last == 0x29 || last == 0x5D
        {
            line.clues.insert(.bracketed)
        }
        if line.han > 0, Self.isDoing(folded) { line.clues.insert(.doing) }
        if let jump = JumpLine.read(folded) {
            line.clues.insert(jump.direction == .to ? .jumpTo : .jumpFrom)
            return
        }
        if line.clues.contains(.endsSentence), line.solid > 0, !line.clues.contains(.bracketed) {
            findFurniture(&line)
            return
        }
        findLabels(&line)
        findWriters(&line)
        findFurniture(&line)
    }

    /// Two or three parts with a space between, among Han.
    private var hasCouplet: Bool {
        let classes = ScalarClasses.shared
        var spaces = 0
        for at in folded.scalars.indices.dropFirst().dropLast() where folded.scalars[at] == 0x20 {
            if folded.scalars[at - 1] == 0x20 { continue }
            let before = classes.of(folded.scalars[at - 1])
            if before == .upper || before == .lower { continue }
            spaces += 1
        }
        return spaces >= 1 && spaces <= 3
    }

    /// Somebody in the middle of doing something: 正在, …在…, 为…
    private static func isDoing(_ text: Folded) -> Bool {
        let scalars = text.scalars
        let doing = Self.doing
        var at = 2
        while at < scalars.count {
            if doing.contains(scalars[at]) { return true }
            at += 1
        }
        return false
    }
    private static let doing = StaticMarks("在正为為")

    private func findWriters(_ line: inout TextLine) {
        guard folded.count <= 60 else { return }
        if line.clues.contains(.bracketed) {
            if Tail.isCredit(folded, from: 1, to: folded.count - 1) {
                line.clues.insert(.creditOnly)
                return
            }
            if TradeWords.authorNote.match(folded.scalars, at: 1, end: folded.count) > 0 {
                line.clues.insert([.signature, .authorNote])
                return
            }
            if Byline.read(folded, from: 1, to: folded.count - 1, frame: .bracket) != nil {
                line.clues.insert(.signature)
            }
            return
        }
        if TradeWords.specialTo.match(folded.scalars, at: 0, end: folded.count) > 0, folded.count <= 48 {
            line.clues.insert(.byline)
            return
        }
        if line.solid == 0, line.hangul == 0, folded.count <= 48, TradeWords.staff.isIn(folded),
            TradeWords.by.match(folded.scalars, at: 0, end: folded.count) == 0, !line.clues.contains(.endsSentence)
        {
            line.clues.insert(.staff)
            return
        }
        if Tail.isCreditLine(folded) || isSourceOfPicture { line.clues.insert(.creditOnly) }
        if let byline = Byline.read(folded) {
            if TradeWords.source.match(folded.scalars, at: 0, end: folded.count) > 0 {
                line.clues.insert(.signature)
            } else if line.clues.contains(.startsDash) {
                line.clues.insert(.signature)
            } else if byline.hasRole || byline.hasBullet {
                line.clues.insert(.byline)
            } else if isBareName(line, names: byline.names) {
                line.clues.insert(.bareName)
                if byline.isPenName { line.clues.insert(.penName) }
            }
        }
    }

    /// 新华社发（郭牧遥 摄）; 圖：雲澤縣老人會提供
    private var isSourceOfPicture: Bool {
        guard folded.count <= 28 else { return false }
        var cursor = Cursor(folded)
        if cursor.take(TradeWords.agency), cursor.take("发") || cursor.take("發") { return true }
        cursor.at = 0
        cursor.take("/")
        guard cursor.take(TradeWords.photographer) else { return false }
        cursor.skipSpaces()
        cursor.take(TradeWords.photographer)
        return cursor.take(":") || cursor.take("=") || cursor.take("/")
    }

    /// Names and nothing else may be a byline, but so may many short lines look.
    private func isBareName(_ line: TextLine, names: Int) -> Bool {
        // LUCÍA ARANDA: two or three words in capitals at most.
        if line.clues.contains(.capitals), line.spaces > 2 || line.width > 24 || line.pauses > 0 { return false }
        guard line.clues.isDisjoint(with: [.rubricWord, .pictureRubric, .briefRubric, .notice]) else {
            return false
        }
        if line.kana > 0 || line.digits > 0 || line.clues.contains(.endsStop) { return false }
        if line.hangul > 0 { return names == 1 }
        if line.solid > 0 { return names <= 3 }
        // Latin: at least two words, the first of them no article.
        return line.spaces >= 1 && line.spaces <= 3 && line.clues.contains(.startsCapital) && !isBanner(line)
            && Self.articles.match(folded.scalars, at: 0, end: folded.count) == 0 && line.quotes == 0
    }
    private static let articles = Words("The A An Der Die Das Ein Eine Le La Les El Los Las Mut Zum Zur")

    /// A date with what a folio has beside it: a weekday, an issue's number, a page, the paper's name.
    private func isFolio(_ line: TextLine) -> Bool {
        if TradeWords.weekday.isIn(folded) { return true }
        if PageNumber.find(Cursor(folded)) != nil { return true }
        for at in folded.scalars.indices where at == folded.count - 1 || folded.scalars[at + 1] == 0x20 {
            for from in max(0, at - 2)...at
            where TradeWords.banner.match(folded.scalars, at: from, end: at + 1) == at + 1 - from { return true }
        }
        return false
    }

    private func findFurniture(_ line: inout TextLine) {
        let ends = line.clues.contains(.endsSentence)
        if TradeWords.advert.match(folded.scalars, at: 0, end: folded.count) > 0
            || TradeWords.advert.isIn(folded, from: max(1, folded.count - 6)) && line.solid == 0, folded.count > 2
        {
            line.clues.insert(.advert)
        }
        if line.clues.contains(.bracketed), TradeWords.advert.match(folded.scalars, at: 1, end: folded.count) > 0 {
            line.clues.insert(.advert)
        }
        if let found = CalendarDate.find(folded), !ends || line.clues.contains(.capitals) {
            let rest = folded.count - (found.to - found.from)
            line.clues.insert(.date)
            // What a folio says besides is short and has no sentence in it.
            if rest > 2, rest <= 90, line.pauses <= 6, !line.clues.contains(.startsNumber), isFolio(line) {
                line.clues.insert(.folio)
            }
        }
        if !ends, Folio.isPageNumber(folded) { line.clues.insert(.folio) }
        if !ends, isEditorsLine { line.clues.insert(.editors) }
        if line.clues.isDisjoint(with: [.byline, .signature, .creditOnly]), isContactLine(line) {
            line.clues.insert(.contact)
        }
        if isWeather(line) { line.clues.insert(.weather) }
        if !ends || line.clues.contains(.capitals), folded.count <= 30,
            TradeWords.contents.match(folded.scalars, at: 0, end: folded.count) >= max(2, folded.count - 1)
                || line.solid == 0 && line.hangul == 0
                    && TradeWords.contents.match(folded.scalars, at: 0, end: folded.count) > 4
                    && line.clues.contains(.capitals)
        {
            line.clues.insert(.contents)
        }
        if endsWithPage || hasLeaders { line.clues.insert(.pageReference) }
        if isBanner(line) { line.clues.insert(.banner) }
    }

    private func findLabels(_ line: inout TextLine) {
        let isSpaced = line.spaces > 0 && line.ems <= 8 && line.solid > 0 && line.solid <= 4
        let folded = isSpaced ? self.folded.withoutSpaces : self.folded
        let count = folded.count
        if TradeWords.notice.isIn(folded, from: max(0, count - 24)) { line.clues.insert(.notice) }
        if count <= 26 {
            if TradeWords.pictureRubric.isIn(folded), line.pauses == 0, count <= 14 {
                line.clues.insert(.pictureRubric)
            }
            if TradeWords.briefRubric.isIn(folded), line.pauses == 0, line.digits == 0 {
                line.clues.insert(.briefRubric)
            }
            // 决胜·走村: a column, and its part.
            if count <= 14, line.solid > 5, line.pauses == 0,
                let dot = folded.scalars.firstIndex(of: 0xB7), dot > 1, dot + 2 < count
            {
                line.clues.insert(.rubricWord)
            }
            // One character at the end names a column only of a short label.
            for at in max(0, count - 14)..<count
            where TradeWords.rubricEnd.match(folded.scalars, at: at, end: count) == count - at
                && (count - at > 1 || count <= 5)
            {
                line.clues.insert(.rubricWord)
            }
        }
        for at in max(0, count - 2)..<count
        where TradeWords.kickerEnd.match(folded.scalars, at: at, end: count) == count - at {
            line.clues.insert(.kickerEnd)
        }
    }

    /// 责编 牧野 版式 白露; 编辑：荀静　组版：古月: it begins with an office and has a name behind it.
    private var isEditorsLine: Bool {
        guard folded.count <= 120 else { return false }
        var cursor = Cursor(folded)
        while cursor.take(TradeWords.house) || cursor.take(anyOf: Self.editorsLead) || PageNumber.take(&cursor) != nil {
            cursor.skipSpaces()
        }
        let offices = TradeWords.editors.count(in: folded)
        guard TradeWords.editors.match(folded.scalars, at: cursor.at, end: folded.count) > 0 else {
            return offices >= 2 && folded.count <= 70 && !folded.scalars.contains(0x2C)
        }
        if offices >= 2 { return true }
        cursor.take(TradeWords.editors)
        let marked =
            cursor.skipSpaces() > 0 || cursor.take(":") || cursor.take("/") || cursor.take("·") || cursor.take("|")
        return marked && folded.count <= 40
    }
    private static let editorsLead = StaticMarks("□■◇◆●○▲· |/本期")

    /// A telephone number, an address of the net, or a word for them with figures behind.
    private func isContactLine(_ line: TextLine) -> Bool {
        guard folded.count <= 150 else { return false }
        var digits = 0
        var run = 0
        var address = false
        for (at, value) in folded.scalars.enumerated() {
            switch folded.kind(at) {
            case .digit: run += 1; digits = max(digits, run)
            case .dash where run >= 1, .space where run >= 1, .closing where run >= 1: break
            default: run = 0
            }
            if value == 0x40, at > 0, at + 1 < folded.count { address = true }
        }
        let names = TradeWords.contact.count(in: folded)
        if Words.web.isIn(folded) { address = true }
        if names == 0 {
            return (digits >= 7 && line.digits * 3 > folded.count)
                || (address && folded.count <= (digits >= 7 ? 60 : 40) && line.pauses <= 1)
        }
        if line.clues.contains(.endsStop), !line.clues.contains(.capitals), folded.count > 40 { return false }
        if line.clues.contains(.endsStop), !line.clues.contains(.capitals) { return digits >= 7 || address }
        if line.clues.contains(.startsInside) { return false }
        return digits >= 5 || address || names >= 2
    }

    private func isWeather(_ line: TextLine) -> Bool {
        let words = TradeWords.weather.count(in: folded)
        guard words >= 1, folded.count <= 90 else { return false }
        // A long line that only speaks of the weather is text.
        if line.ems > 40, TradeWords.weather.match(folded.scalars, at: 0, end: folded.count) == 0 { return false }
        let degrees =
            folded.scalars.contains { [0xB0, 0x2103, 0xFF5E, 0x7E, 0x223C].contains($0) } || temperatures || words >= 2
        return degrees && line.digits > 0 || words >= 3
    }

    /// 58/47
    private var temperatures: Bool {
        for at in folded.scalars.indices.dropFirst().dropLast() where folded.scalars[at] == 0x2F {
            if ScalarClasses.shared.of(folded.scalars[at - 1]) == .digit,
                ScalarClasses.shared.of(folded.scalars[at + 1]) == .digit
            {
                return true
            }
        }
        return false
    }

    /// Amusements .... 22
    private var hasLeaders: Bool {
        var dots = 0
        for (at, value) in folded.scalars.enumerated() {
            dots = value == 0x2E || value == 0x2026 || value == 0xB7 ? dots + 1 : value == 0x20 ? dots : 0
            if dots >= 3, at + 2 < folded.count, ScalarClasses.shared.of(folded.scalars[at + 2]) == .digit {
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
            cursor.take(anyOf: Self.pageLead)
            cursor.skipSpaces()
            let start = cursor.at
            if PageNumber.take(&cursor) != nil {
                while cursor.take(anyOf: Self.pageTrail) {}
                if cursor.isAtEnd, start > 1 { return true }
            }
        }
        return false
    }
    private static let pageLead = StaticMarks("([<.…·→▶>詳见刊")
    private static let pageTrail = StaticMarks(")]>. ")

    private func isBanner(_ line: TextLine) -> Bool {
        guard folded.count >= 2, folded.count <= 40, line.pauses == 0, !line.clues.contains(.endsSentence) else {
            return false
        }
        let count = folded.count
        for at in max(0, count - 14)..<count
        where TradeWords.banner.match(folded.scalars, at: at, end: count) == count - at {
            return line.solid + line.hangul <= 10
        }
        return false
    }
}

extension Words {
    static let web = Words("www http https")
}
