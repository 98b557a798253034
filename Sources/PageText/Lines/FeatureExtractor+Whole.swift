/// Features of a short line as a whole, and of labels.
extension FeatureExtractor {
    func findWhole(_ line: inout TextLine) {
        if NewspaperLexicon.pointing.isIn(folded) { line.features.insert(.pointing) }
        if line.solid > 0, folded.has(.opening) || folded.has(.quote),
            folded.scalars.contains(where: { $0 == 0x201C || $0 == 0x300C || $0 == 0x22 })
        {
            line.features.insert(.quoting)
        }
        if line.spaces > 0, hasCouplet { line.features.insert(.couplet) }
        if let first = folded.scalars.first, let last = folded.scalars.last, first == 0x28 || first == 0x5B,
            last == 0x29 || last == 0x5D
        {
            line.features.insert(.bracketed)
        }
        if line.spaces >= 2, line.ems <= 32, line.pauses <= 3, line.hangul == 0, hasCells {
            line.features.insert(.cells)
        }
        if line.digits >= 2, line.ems <= 20, line.pauses <= 1, isResult {
            line.features.formUnion([.cells, .figureRow])
        }
        if line.han > 0, Self.isDoing(folded) { line.features.insert(.doing) }
        if line.han > 0, Self.isPictured(folded) { line.features.insert(.pictured) }
        if line.solid > 0, line.ems <= 12, isService { line.features.insert(.service) }
        if line.digits > 0, line.ems <= 44, isFigureRow(line) { line.features.insert(.figureRow) }
        if let jump = JumpLine.read(folded) {
            line.features.insert(jump.direction == .to ? .jumpTo : .jumpFrom)
            return
        }
        if line.features.contains(.endsSentence), line.solid > 0, !line.features.contains(.bracketed) {
            findFurniture(&line)
            return
        }
        findLabels(&line)
        findWriters(&line)
        findFurniture(&line)
    }

    /// Two to four parts with spaces between, in Han text.
    private var hasCouplet: Bool {
        var spaces = 0
        for at in folded.scalars.indices.dropFirst().dropLast() where folded.scalars[at] == 0x20 {
            if folded.scalars[at - 1] == 0x20 { continue }
            let before = folded.kind(at - 1)
            if before == .upper || before == .lower { continue }
            spaces += 1
            if spaces > 3 { return false }
        }
        return spaces >= 1
    }

    /// Three to eight cells of at most twelve characters.
    private var hasCells: Bool {
        var cells = 0
        var count = 0
        for at in 0...folded.count {
            if at < folded.count, folded.scalars[at] != 0x20 {
                count += 1
                continue
            }
            if count > 12 { return false }
            if count > 0 { cells += 1 }
            if cells > 8 { return false }
            count = 0
        }
        return cells >= 3
    }

    /// 招租, 【电视节目】, ●每周一谜
    private var isService: Bool {
        var (from, to) = (0, folded.count)
        while from < to, [.opening, .bullet].contains(folded.kind(from)) { from += 1 }
        while to > from, folded.kind(to - 1) == .closing || folded.scalars[to - 1] == 0x3A { to -= 1 }
        return to > from && NewspaperLexicon.services.match(folded.scalars, at: from, end: to) == to - from
    }

    /// A result, St. Brendan 77, Trapper Creek 31; a price behind leaders; a time and what is on; three or more figures in cells.
    private func isFigureRow(_ line: TextLine) -> Bool {
        if line.features.contains(.endsSentence), line.solid > 0 { return false }
        var (words, figures, others) = (0, 0, 0)
        var (lastIsFigure, dots, startsWithTime) = (false, 0, false)
        var (dashes, scored) = (0, false)
        var at = 0
        while at < folded.count {
            var end = at
            var (digits, letters) = (0, 0)
            while end < folded.count, folded.scalars[end] != 0x20 {
                let kind = folded.kind(end)
                if kind == .digit { digits += 1 } else if kind.isLetter { letters += 1 }
                dots = folded.scalars[end] == 0x2E || folded.scalars[end] == 0x2026 ? dots + 1 : 0
                // Amusements .... 22
                if dots >= 3, end + 2 < folded.count, letters + words > 0,
                    folded.kind(end + 1) == .digit || folded.kind(end + 2) == .digit
                {
                    return true
                }
                end += 1
            }
            if digits > 0, letters == 0 {
                if at == 0 { startsWithTime = isTime(to: end) }
                // 06131 begins a telephone number.
                if folded.scalars[at] == 0x30, folded.kind(at + 1 < end ? at + 1 : at) == .digit, end > at + 1 {
                    others += 1
                }
                if dashes > 0, words >= 2, isScore(from: at, to: end) { scored = true }
                figures += 1
                lastIsFigure = true
            } else if letters == 0, end == at + 1, folded.kind(at) == .dash {
                dashes += 1
            } else if letters > 0 {
                scored = false
                if digits > 0 { others += 1 }
                words += 1
                lastIsFigure = false
            }
            at = end + 1
        }
        // TSV Senken – SV Ottertal 3:1
        if startsWithTime && words > 0 || scored { return true }
        if figures >= 3, figures >= words, words > 0, others == 0 { return true }
        // Two sides, each with its figure at the end.
        return figures == 2 && words >= 2 && lastIsFigure && others == 0 && line.features.contains(.startsCapital)
            && line.pauses <= 1 && folded.kind(0) == .upper && hasInnerFigure
    }

    /// 3:1, 2-0
    private func isScore(from: Int, to end: Int) -> Bool {
        var cursor = Cursor(folded, at: from, end: end)
        return cursor.consumeDigits(atMost: 3) && (cursor.consume(":") || cursor.consume("-"))
            && cursor.consumeDigits(atMost: 3) && cursor.isAtEnd
    }

    /// 6:30, 18.30
    private func isTime(to end: Int) -> Bool {
        var cursor = Cursor(folded, at: 0, end: end)
        guard cursor.consumeDigits(atMost: 2), cursor.consume(":") || cursor.consume(".") else { return false }
        return cursor.end - cursor.at == 2 && cursor.consumeDigits(atMost: 2)
    }

    /// The figure before the last one ends a side: a comma, or a capital, follows it.
    private var hasInnerFigure: Bool {
        guard let first = (0..<folded.count).first(where: { folded.kind($0) == .digit }), first > 3 else {
            return false
        }
        var cursor = Cursor(folded, at: first)
        guard cursor.consumeDigits(atMost: 3) else { return false }
        cursor.consume(",")
        return cursor.skipSpaces() > 0 && cursor.kind == .upper
    }

    /// 甲队3∶1乙队, Hoxton 2-0 Leyburn: who played whom, and how it ended.
    private var isResult: Bool {
        guard let first = (0..<folded.count).first(where: { folded.kind($0) == .digit }), first >= 2 else {
            return false
        }
        var cursor = Cursor(folded, at: first)
        guard cursor.consumeDigits(atMost: 3), cursor.consume(":") || cursor.consume("比") || cursor.consume("-") else {
            return false
        }
        return cursor.consumeDigits(atMost: 3) && cursor.end - cursor.at >= 2
            && !(cursor.at..<cursor.end).contains { folded.kind($0) == .digit }
    }

    /// Somebody in the middle of doing something: 正在, …在…, 为…
    private static func isDoing(_ text: FoldedText) -> Bool {
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

    /// Somebody, somewhere or with something: 在, 正, 用, 给, 向; and the first word does not continue a sentence.
    private static func isPictured(_ text: FoldedText) -> Bool {
        guard text.count > 6, !continuing.contains(text.scalars[0]),
            !text.has(.opening) || !text.scalars.contains(where: { $0 == 0x201C || $0 == 0x300C })
        else { return false }
        let (placing, lying, places) = (placing, lying, places)
        var isPlaced = false
        let (scalars, marks) = (text.scalars, picturing)
        for at in 2..<min(text.count - 2, 24) where marks.contains(scalars[at]) {
            if placing.contains(text.scalars[at]) { return true }
            // 工作室里摆满了电缆头: says what is where.
            if isPlaced, lying.contains(text.scalars[at]) { return true }
            isPlaced = isPlaced || places.contains(text.scalars[at])
        }
        return false
    }
    /// All of these.
    private static let picturing = StaticMarks("里裏上内內旁前着著满滿在正用给給向")
    private static let places = StaticMarks("里裏上内內旁前")
    private static let lying = StaticMarks("着著满滿")
    private static let placing = StaticMarks("在正用给給向")
    private static let continuing = StaticMarks("还還也并並而但就都又再才则則且及和与與或等是不没沒有把被让讓使从從到对對向给給于於以所其之的地得着了过過们們么呢吗吧，、")

    static let placeEnds = StaticMarks("镇鎮乡鄉村县縣区區市道社局院校厂廠矿礦站段队隊")

    /// 石门镇: “小田螺”爬出大产业: a place before a colon or a space.
    private func startsWithPlace(_ text: FoldedText) -> Bool {
        var at = 0
        while at < min(text.count, 9), text.kind(at) == .han { at += 1 }
        guard (3...8).contains(at), at + 4 < text.count, Self.placeEnds.contains(text.scalars[at - 1]) else {
            return false
        }
        return text.scalars[at] == 0x3A || text.scalars[at] == 0x20 && text.count - at > 6
    }

    /// 关于…的公告, 遗失声明 (第3号), Notice to Creditors: a word for notices ends or begins the line.
    static func endsAsNotice(_ text: FoldedText) -> Bool {
        guard let found = NewspaperLexicon.notice.find(text, from: max(0, text.count - 32)) else { return false }
        // 特此通告 ends a notice.
        if found.at >= 2, text.count <= 8, text.scalars[found.at - 2] == 0x7279, text.scalars[found.at - 1] == 0x6B64 {
            return false
        }
        let end = found.at + found.length
        // 征稿启事 has two such words.
        for at in max(found.at, text.count - 5)..<text.count {
            let length = NewspaperLexicon.notice.match(text.scalars, at: at, end: text.count)
            if length > 0, text.count - at - length <= 1 { return true }
        }
        if text.count - end <= 1 || found.at == 0 || text.scalars[found.at] < 0x2E80 { return true }
        return [0x20, 0x28, 0x300B, 0x3A].contains(text.scalars[end]) || text.scalars[found.at - 1] == 0x20
    }

    /// 核心阅读, 【编者按】, 编者按：
    private func isSummaryLabel(_ text: FoldedText) -> Bool {
        var (from, to) = (0, text.count)
        if to > 2, text.kind(0) == .opening || text.kind(0) == .bullet { from = 1 }
        if to > from, text.kind(to - 1) == .closing || text.scalars[to - 1] == 0x3A { to -= 1 }
        return to > from && NewspaperLexicon.summaryLabels.match(text.scalars, at: from, end: to) == to - from
    }

    /// 石磨声里的旧时光（杂记）
    private func endsWithGenre(_ text: FoldedText) -> Bool {
        guard let last = text.scalars.last, last == 0x29 || last == 0x5D else { return false }
        guard let open = (max(0, text.count - 8)..<text.count).last(where: { [0x28, 0x5B].contains(text.scalars[$0]) })
        else { return false }
        return open > 0 && text.isGenre(from: open + 1, to: text.count - 1)
    }

    /// 市井快讯, 短波集锦, News in brief; 一句话点醒两家人 is no label.
    private var isBriefRubric: Bool {
        guard NewspaperLexicon.briefRubric.isIn(folded) else { return false }
        guard folded.count > 4, folded.scalars[0] >= 0x2E80 else { return true }
        for at in 0..<folded.count {
            let length = NewspaperLexicon.briefRubric.match(folded.scalars, at: at, end: folded.count)
            if length > 0, folded.count - at - length <= 2 { return true }
        }
        return false
    }

    private func findLabels(_ line: inout TextLine) {
        let isSpaced = line.spaces > 0 && line.ems <= 8 && line.solid > 0 && line.solid <= 4
        let folded = isSpaced ? self.folded.withoutSpaces : self.folded
        let count = folded.count
        if startsWithPlace(folded) {
            line.features.insert(.briefHead)
            line.features.remove(.startsSpeaker)
        }
        // 决胜·走村: a column and its part.
        if count <= 14, line.solid > 5, line.pauses == 0,
            let dot = folded.scalars.firstIndex(of: 0xB7), dot > 1, dot + 2 < count
        {
            line.features.insert(.rubricWord)
        }
        // 零下四十度的坚守, 安全行车四千天: names of columns have no numbers in them.
        if count <= 12, folded.hasNumeral,
            (0..<count).count(where: { PageNumber.numerals.contains(folded.scalars[$0]) }) >= 2
        {
            line.features.insert(.kickerEnd)
        }
        guard folded.mayHave(anyOf: folded.starts.labels) else { return }
        if Self.endsAsNotice(folded) { line.features.insert(.notice) }
        if count <= 5 || line.solid == 0 && count <= 24,
            NewspaperLexicon.sectionNames.match(folded.scalars, at: 0, end: count) == count
        {
            line.features.insert(.rubricWord)
        }
        // It leads to the summary as a colon would.
        if count <= 8, isSummaryLabel(folded) {
            line.features.insert(.endsColon)
            line.features.remove(.startsSpeaker)
        }
        if count <= 32, folded.kind(count - 1) == .closing, endsWithGenre(folded) { line.features.insert(.briefHead) }
        if count <= 26 {
            if NewspaperLexicon.pictureRubric.isIn(folded), line.pauses == 0, count <= 14 {
                line.features.insert(.pictureRubric)
            }
            if isBriefRubric, line.pauses == 0, line.digits == 0 {
                line.features.insert(.briefRubric)
            }
            let rubricEnd = NewspaperLexicon.rubricEnd
            // A single character at the end names a column only in a short label.
            for at in max(0, count - 24)..<count
            where rubricEnd.match(folded.scalars, at: at, end: count) == count - at
                && (count - at > 1 || count <= 5)
            {
                line.features.insert(.rubricWord)
            }
        }
        for at in max(0, count - 2)..<count
        where NewspaperLexicon.kickerEnd.match(folded.scalars, at: at, end: count) == count - at {
            line.features.insert([.kickerEnd, .endsSaying])
        }
    }
}

extension FoldedText {
    /// Whether a part of the text names a kind of text: 杂记, 外一首.
    func isGenre(from: Int, to: Int) -> Bool {
        to > from && NewspaperLexicon.genres.match(scalars, at: from, end: to) == to - from
    }
}
