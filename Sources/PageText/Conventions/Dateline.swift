import Newspaper

/// The source that a report begins with: 本报讯(记者 …), 本报X月X日讯, 新华社某地X月X日电(记者…), 【記者…】, [강서=홍길동 기자].
struct Dateline {
    /// Scalars before the report itself.
    var length: Int
    var credits: [Credit]

    static func read(_ text: FoldedText) -> Dateline? {
        guard mayBegin(text) else { return nil }
        var cursor = Cursor(text)
        if let bracketed = readBracket(&cursor) { return bracketed }
        if text.count > 4, text.scalars[0] == 0x5B || text.scalars[0] == 0x28, let japanese = readJapanese(text) {
            return japanese
        }
        cursor.at = 0
        if let report = readReport(&cursor) { return report }
        // 阮秋实报道: …
        cursor.at = 0
        guard let (end, credits) = readNamesAndReport(cursor) else { return nil }
        return Dateline(length: end, credits: credits)
    }

    /// False for most texts, and only for those that begin with none: each begins with a bracket, with 据, or with what a role or
    /// a paper's name may begin with, or has a word for a report.
    private static func mayBegin(_ text: FoldedText) -> Bool {
        guard text.count > 0 else { return false }
        return text.kind(0) == .opening || text.scalars[0] == 0x636E || text.scalars[0] == 0x64DA
            || text.mayBegin(anyOf: text.starts.datelines) || text.mayHave(anyOf: text.starts.reports)
    }

    /// 本报讯, 本报3月5日讯, 新华社望北3月5日电, then brackets or a name with 报道.
    private static func readReport(_ cursor: inout Cursor) -> Dateline? {
        let isBracketed = cursor.consume("[") || cursor.consume("(")
        var credits: [Credit] = []
        let from = cursor.at
        if cursor.consume("据") || cursor.consume("據") {}
        if cursor.consume(NewspaperLexicon.agency) {
            let name = cursor.string(from: from, to: cursor.at)
            credits.append(
                Credit(.agency, name.hasPrefix("据") || name.hasPrefix("據") ? String(name.dropFirst()) : name))
        } else if !cursor.consume(NewspaperLexicon.house) {
            return isBracketed ? nil : readNamedReport(cursor)
        }
        // Place and day: at most sixteen characters up to 讯 or 电.
        let limit = min(cursor.end, cursor.at + 16)
        var found = false
        while cursor.at < limit {
            if cursor.consume(Self.ends) { found = true; break }
            switch cursor.kind {
            case .han, .digit, .space: cursor.at += 1
            default:
                guard [0xB7, 0x2F].contains(cursor.next) else { return nil }
                cursor.at += 1
            }
        }
        guard found else { return nil }
        if isBracketed { guard cursor.consume("]") || cursor.consume(")") else { return nil } }
        let bare = cursor.at
        cursor.skipSpaces()
        // 本报讯(记者 …)
        if cursor.next == 0x28 || cursor.next == 0x5B {
            let open = cursor.at
            cursor.at += 1
            if let close = close(cursor),
                let byline = Byline.read(cursor.text, from: open + 1, to: close, frame: .bracket)
            {
                return Dateline(length: close + 1, credits: credits + byline.credits)
            }
            cursor.at = open
        } else if cursor.at > bare {
            // 本报讯 宇文舟报道 …; 本报讯 记者 石在 通讯员 祖峰报道 …
            if let (end, written) = readNamesAndReport(cursor) {
                return Dateline(length: end, credits: credits + written)
            }
        }
        return Dateline(length: bare, credits: credits)
    }

    /// 北岸日报讯（记者 王明）, 北岸讯（记者 王明）: whose report it is, and a bracket with writers.
    private static func readNamedReport(_ start: Cursor) -> Dateline? {
        var cursor = start
        guard cursor.kind == .han, NewspaperLexicon.report.mayBeIn(cursor.text) else { return nil }
        while cursor.kind == .han, cursor.at < 12 { cursor.at += 1 }
        guard cursor.at >= 3, [0x8BAF, 0x8A0A].contains(cursor.text.scalars[cursor.at - 1]) else { return nil }
        cursor.skipSpaces()
        guard cursor.next == 0x28 || cursor.next == 0x5B else { return nil }
        cursor.at += 1
        guard let close = close(cursor),
            let byline = Byline.read(cursor.text, from: cursor.at, to: close, frame: .bracket), byline.hasRole,
            !byline.credits.isEmpty
        else { return nil }
        return Dateline(length: close + 1, credits: byline.credits)
    }

    /// 【東京 吉田健一】, 【ソウル＝共同】, （札幌吉田健一）, before Japanese text.
    private static func readJapanese(_ text: FoldedText) -> Dateline? {
        guard text.kind(1).isSolid else { return nil }
        let cursor = Cursor(text, at: 1)
        guard let close = close(cursor),
            (close + 1..<min(text.count, close + 24)).contains(where: { text.kind($0) == .kana }),
            let credits = JapaneseNames.credits(inBracket: text, from: cursor.at, to: close)
        else { return nil }
        return Dateline(length: close + 1, credits: credits)
    }

    /// 讯 and 电, but not the 报道 that may follow a name.
    private static let ends = Words("讯 电 消息 訊 電 专电 專電 特稿 专特稿")

    /// 【记者 王小明/台北報導】, （中央社記者林五台北5日電）, 记者 王小明 in brackets at the very start, [서울=홍길동 기자].
    private static func readBracket(_ cursor: inout Cursor) -> Dateline? {
        guard cursor.consume("[") || cursor.consume("("), let close = close(cursor) else { return nil }
        let inside = cursor.at
        var credits: [Credit] = []
        // Hangul: place=name role.
        if let equals = (inside..<close).first(where: { cursor.text.scalars[$0] == 0x3D }) {
            guard let byline = Byline.read(cursor.text, from: equals + 1, to: close, frame: .bracket) else {
                return nil
            }
            return byline.hasRole || byline.names > 0 ? ended(cursor.text, close + 1, byline.credits) : nil
        }
        if !cursor.text.scalars[inside..<close].contains(0x2F) {
            if let byline = Byline.read(cursor.text, from: inside, to: close, frame: .bracket), byline.hasRole,
                !byline.credits.isEmpty, NewspaperLexicon.source.match(cursor.text.scalars, at: inside, end: close) == 0
            {
                return ended(cursor.text, close + 1, byline.credits)
            }
        }
        // Role, name, then a place and 報導 or 電.
        cursor.at = inside
        let from = cursor.at
        if cursor.consume(NewspaperLexicon.agency) {
            credits.append(Credit(.agency, cursor.string(from: from, to: cursor.at)))
        }
        while cursor.consume(NewspaperLexicon.house) {}
        let isCorrespondent = cursor.consume(NewspaperLexicon.correspondent)
        let role: Credit.Role = isCorrespondent ? .correspondent : .reporter
        guard isCorrespondent || cursor.consume(NewspaperLexicon.reporter) else {
            guard let byline = Byline.read(cursor.text, from: inside, to: close, frame: .bracket), byline.hasRole,
                !byline.credits.isEmpty, NewspaperLexicon.source.match(cursor.text.scalars, at: inside, end: close) == 0
            else { return nil }
            return ended(cursor.text, close + 1, byline.credits)
        }
        cursor.skipSpaces()
        guard NewspaperLexicon.report.isIn(cursor.text, from: max(cursor.at, close - 4), to: close) else {
            // A slash between roles, not between name and place: (记者 骆一鸣 文/图).
            guard let byline = Byline.read(cursor.text, from: inside, to: close, frame: .bracket), byline.hasRole else {
                return nil
            }
            return ended(cursor.text, close + 1, byline.credits)
        }
        if let slash = (cursor.at..<close).first(where: { cursor.text.scalars[$0] == 0x2F }) {
            guard let byline = Byline.read(cursor.text, from: cursor.at, to: slash, frame: .bracket) else { return nil }
            return Dateline(length: close + 1, credits: credits + byline.credits.map { Credit(role, $0.name) })
        }
        // Nothing between name and place: a name is three Han, or two before a space.
        var name = cursor
        var count = 0
        while name.kind == .han, count < 3 { name.at += 1; count += 1 }
        guard count >= 2 else { return nil }
        credits.append(Credit(role, cursor.string(from: cursor.at, to: name.at)))
        return Dateline(length: close + 1, credits: credits)
    }

    /// Includes the = that Korean papers put after the bracket.
    private static func ended(_ text: FoldedText, _ end: Int, _ credits: [Credit]) -> Dateline {
        var cursor = Cursor(text, at: end)
        cursor.skipSpaces()
        if cursor.consume("=") { return Dateline(length: cursor.at, credits: credits) }
        // (솔내=연합뉴스) 강이현 기자 = …
        let limit = min(cursor.end, cursor.at + 24)
        if let equals = (cursor.at..<limit).first(where: { text.scalars[$0] == 0x3D }),
            let byline = Byline.read(text, from: cursor.at, to: equals, frame: .bracket), byline.hasRole
        {
            return Dateline(length: equals + 1, credits: credits + byline.credits)
        }
        return Dateline(length: end, credits: credits)
    }

    private static func readNamesAndReport(_ start: Cursor) -> (Int, [Credit])? {
        let limit = min(start.end, start.at + 24)
        let written = written
        var at = start.at
        while at < limit {
            let length = written.match(start.text.scalars, at: at, end: start.end)
            if length > 0 {
                var after = Cursor(start.text, at: at + length)
                let isMarked = after.consume(":")
                guard isMarked || after.isAtEnd || after.next == 0x20 else { return nil }
                guard let byline = Byline.read(start.text, from: start.at, to: at, frame: .bracket), byline.names > 0
                else { return nil }
                return (at + length + (isMarked ? 1 : 0), byline.credits)
            }
            at += 1
        }
        // 本报讯 记者 石在 …: roles and names with spaces, and the report after the last space.
        var cursor = start
        guard cursor.consume(NewspaperLexicon.reporter) || cursor.consume(NewspaperLexicon.correspondent) else {
            return nil
        }
        var end: Int?
        var place = cursor.at
        while place < limit {
            if start.text.scalars[place] == 0x20,
                let byline = Byline.read(start.text, from: start.at, to: place, frame: .bracket), byline.names > 0
            {
                end = place
            }
            place += 1
        }
        guard let end, let byline = Byline.read(start.text, from: start.at, to: end, frame: .bracket) else {
            return nil
        }
        return (end, byline.credits)
    }

    static let written = Words("报道 報道 報導 摄影报道 撰稿 综合报道")

    /// The bracket that closes the one before the cursor, within sixty characters.
    private static func close(_ cursor: Cursor) -> Int? {
        var depth = 1
        for at in cursor.at..<min(cursor.end, cursor.at + 60) {
            switch cursor.text.scalars[at] {
            case 0x28, 0x5B: depth += 1
            case 0x29, 0x5D:
                depth -= 1
                if depth == 0 { return at }
            // Misread: （记者 王明}
            case 0x7D, 0x300B, 0x3009:
                if depth == 1, cursor.text.scalars[cursor.at..<at].allSatisfy({ $0 != 0x300A && $0 != 0x3008 }) {
                    return at
                }
            default: break
            }
        }
        return nil
    }
}
