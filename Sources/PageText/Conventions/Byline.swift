import Newspaper

/// The people that a byline names: 本报记者 成思远 通讯员 路文遥 文/图, (徐来), By NAOMI FERRIS, 홍길동 기자.
struct Byline {
    var credits: [Credit] = []
    /// It says what its people did; a bare name does not.
    var hasRole = false
    var hasBullet = false
    /// 摄, 图, 写真: it names who took a picture.
    var hasPhotographer = false
    var names = 0
    /// A name has four Han and does not begin with a family name of two.
    var hasLongName = false
    /// A name in Han does not begin with a family name.
    var isPenName = false

    /// What is around the text: it decides what may be a name.
    enum Frame {
        /// On a line of its own.
        case line
        /// In brackets, or after 本报讯: no space is needed between role and name.
        case bracket
    }

    /// Reads the whole text; nil where any of it is no part of a byline.
    static func read(_ text: FoldedText, from: Int = 0, to: Int? = nil, frame: Frame = .line) -> Byline? {
        var cursor = Cursor(text, at: from, end: to)
        cursor.skipSpaces()
        if frame == .line, let framed = readFramed(cursor) { return framed }
        var byline: Byline?
        let isLatinText = frame == .line && BylineReader.isLatinText(cursor)
        if frame == .bracket
            || (isLatinText
                ? BylineReader.mayReport(cursor)
                : !BylineReader.isText(cursor) && !BylineReader.isSentence(cursor))
        {
            var reader = BylineReader(cursor: cursor, frame: frame)
            if let latin = reader.readLatin() { return latin }
            if !isLatinText {
                reader = BylineReader(cursor: cursor, frame: frame)
                byline = reader.read()
            }
        }
        if frame == .line, byline.map({ !$0.hasRole && !$0.hasBullet }) ?? true,
            let japanese = JapaneseNames.byline(text, from: cursor.at, to: cursor.end)
        {
            return japanese
        }
        return byline
    }

    /// ·林晓棠·, [法]让·杜波瓦: a name between dots, or with the writer's country before it.
    private static func readFramed(_ cursor: Cursor) -> Byline? {
        let (text, from, to) = (cursor.text, cursor.at, cursor.end)
        guard to - from >= 4 else { return nil }
        var start = from
        if cursor.next == 0xB7 {
            guard text.scalars[to - 1] == 0xB7, var byline = read(text, from: from + 1, to: to - 1, frame: .bracket),
                byline.hasRole || !byline.isPenName, byline.names > 0
            else { return nil }
            byline.hasBullet = true
            return byline
        }
        guard cursor.next == 0x5B || cursor.next == 0x28 else { return nil }
        start += 1
        while start < to, text.kind(start) == .han, start - from <= 4 { start += 1 }
        guard start > from + 1, start + 3 < to, [0x5D, 0x29].contains(text.scalars[start]) else { return nil }
        start += 1
        // 让·杜波瓦: a mark between the parts of the name.
        guard (start..<to - 1).contains(where: { text.scalars[$0] == 0xB7 }),
            var byline = read(text, from: start, to: to), byline.names > 0
        else { return nil }
        byline.hasRole = true
        return byline
    }
}
