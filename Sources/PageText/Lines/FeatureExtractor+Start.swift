/// Features of the beginning of a line.
extension FeatureExtractor {
    func findStart(_ line: inout TextLine) {
        if let dateline = Dateline.read(folded) {
            line.datelineLength = folded.offsets[dateline.length] - line.start
            line.features.insert(.dateline)
            if line.datelineLength >= line.length { line.features.insert(.datelineOnly) }
        }
        if let mark = ListMark.read(folded) {
            line.features.insert(mark == .bullet ? .startsBullet : .startsNumber)
        }
        if folded.count > 2, folded.kind(0) == .han,
            [0x2C, 0x3001, 0x3B, 0x3002].contains(folded.scalars[1]), !line.features.contains(.startsNumber)
        {
            line.features.insert(.startsClipped)
        }
        if folded.count > 0, folded.kind(0) == .upper ? Self.startsLead(folded) : Self.startsPlace(folded) {
            line.features.insert(.startsLead)
        }
        if !line.features.contains(.startsNumber), folded.mayHave(":"), Self.startsSpeaker(folded) {
            line.features.insert(.startsSpeaker)
        }
        if let jump = Self.leadingJump(folded) {
            line.features.insert(.startsJump)
            line.datelineLength = folded.offsets[jump] - line.start
        }
        // Most lines have no figure, and begin neither with a word that is known nor with 图 or 圖.
        guard
            folded.hasNumeral || folded.mayBegin(anyOf: folded.starts.openings)
                || folded.scalars.first == 0x56FE || folded.scalars.first == 0x5716
        else { return }
        if NewspaperLexicon.captionStart.match(folded.scalars, at: 0, end: folded.count) > 0
            || Self.startsPictureNumber(folded)
        {
            line.features.insert(.captionStart)
        }
        if NewspaperLexicon.newsStart.match(folded.scalars, at: 0, end: folded.count) > 0 || Self.startsWithDay(folded)
        {
            line.features.insert(.newsStart)
        }
        if NewspaperLexicon.salutation.match(folded.scalars, at: 0, end: folded.count) > 0,
            line.features.contains(.endsColon) || line.features.contains(.endsPause)
        {
            line.features.insert(.salutation)
        }
    }

    /// Two words or more in capitals, then a dash or a colon.
    private static func startsLead(_ text: FoldedText) -> Bool {
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

    /// 【河湾村】5月16日，…: a place, and the brief from there.
    private static func startsPlace(_ text: FoldedText) -> Bool {
        var cursor = Cursor(text)
        guard cursor.next == 0x5B else { return false }
        cursor.at += 1
        while cursor.kind == .han, cursor.at <= 8 { cursor.at += 1 }
        return cursor.at >= 3 && cursor.next == 0x5D && placeEnds.contains(text.scalars[cursor.at - 1])
            && text.count - cursor.at > 8
    }

    /// 图1: 图②
    private static func startsPictureNumber(_ text: FoldedText) -> Bool {
        var cursor = Cursor(text)
        guard cursor.consume("图") || cursor.consume("圖") || cursor.consume(Self.pictureWord) else { return false }
        cursor.skipSpaces()
        return cursor.kind == .digit || (0x2460...0x2473).contains(cursor.next)
    }
    static let pictureWord = Words("写真 Foto Photo Bild 사진")

    /// 3月5日, 10月19日
    private static func startsWithDay(_ text: FoldedText) -> Bool {
        var cursor = Cursor(text)
        guard cursor.consumeDigits(atMost: 4), !cursor.isAtEnd else { return false }
        if cursor.consume("年") { return true }
        return cursor.consume("月") || cursor.consume("日") || cursor.consume("월") || cursor.consume("일")
    }

    /// A speaker and a colon: 问: 记者: 宣墨: Q:
    private static func startsSpeaker(_ text: FoldedText) -> Bool {
        var cursor = Cursor(text)
        if cursor.consume(NewspaperLexicon.question) {
            cursor.skipSpaces()
            return cursor.next == 0x3A
        }
        var count = 0
        while cursor.kind.isSolid || cursor.kind == .hangul, count < 5 {
            cursor.at += 1
            count += 1
            // 焊  工: two Han spaced to the width of three or more.
            if count == 1, cursor.next == 0x20, cursor.kind(-1) == .han { cursor.skipSpaces() }
        }
        // He said: "…" is a sentence of the text.
        guard count > 0, !says.contains(text.scalars[cursor.at - 1]), !says.contains(text.scalars[0]) else {
            return false
        }
        return (2...4).contains(count) && cursor.next == 0x3A && cursor.at + 2 < cursor.end
    }

    private static let says = StaticMarks("了说道喊问称答言说說道喊問稱言図图圖")

    /// Scalars of the jump line in brackets that the text begins with, (上接第一版); nil where it begins with none. The brackets may
    /// be unlike, and the first may be missing.
    static func leadingJump(_ text: FoldedText) -> Int? {
        guard text.count > 2 else { return nil }
        let hasBracket = text.kind(0) == .opening || text.scalars[0] == 0x3C
        // 上接第一版）
        guard hasBracket || text.scalars[0] == 0x4E0A && JumpLine.startsFrom(text),
            let close = (1..<min(text.count, hasBracket ? 48 : 10)).first(where: { closes(text, at: $0, hasBracket) }),
            close + 1 < text.count
        else { return nil }
        guard let jump = JumpLine.read(text, from: 0, to: close + 1), jump.direction == .from,
            hasBracket || jump.page != nil
        else { return nil }
        return close + 1
    }

    /// Whether the bracket at a place closes the first one: one of the same kind, or any right after 版.
    private static func closes(_ text: FoldedText, at place: Int, _ hasBracket: Bool) -> Bool {
        let scalar = text.scalars[place]
        guard jumpClosings.contains(scalar) else { return false }
        if hasBracket, scalar == text.scalars[0] + (text.scalars[0] < 0x30 || text.scalars[0] > 0x7D ? 1 : 2) {
            return true
        }
        return text.scalars[place - 1] == 0x7248
    }
    private static let jumpClosings = StaticMarks(")]>}》〉")
}
