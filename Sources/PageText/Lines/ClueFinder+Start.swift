/// What the first characters of a line tell.
extension ClueFinder {
    func findStart(_ line: inout TextLine) {
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
        if Self.startsLead(folded) || Self.startsPlace(folded) { line.clues.insert(.startsLead) }
        if !line.clues.contains(.startsNumber), Self.startsSpeaker(folded) { line.clues.insert(.startsSpeaker) }
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

    /// 【河湾村】5月16日，…: where, and the brief from there.
    private static func startsPlace(_ text: Folded) -> Bool {
        var cursor = Cursor(text)
        guard cursor.next == 0x5B else { return false }
        cursor.at += 1
        while cursor.kind == .han, cursor.at <= 8 { cursor.at += 1 }
        return cursor.at >= 3 && cursor.next == 0x5D && placeEnds.contains(text.scalars[cursor.at - 1])
            && text.count - cursor.at > 8
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
        while cursor.kind.isSolid || cursor.kind == .hangul, count < 5 {
            cursor.at += 1
            count += 1
            // 焊  工: two Han are spaced out to the width of three.
            if count == 1, cursor.next == 0x20, cursor.kind(-1) == .han { cursor.skipSpaces() }
        }
        // He said: "…" is a sentence of the text.
        guard count > 0, !says.contains(text.scalars[cursor.at - 1]), !says.contains(text.scalars[0]) else {
            return false
        }
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
}
