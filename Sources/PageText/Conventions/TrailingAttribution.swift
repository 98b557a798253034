import Newspaper

/// What follows the last sentence of a line: a picture's credit, a writer's signature, a jump line.
struct TrailingAttribution {
    enum Kind {
        case credit, signature, jump
        /// 荆楚 摄影报道: a picture's credit after a caption, a signature after a text.
        case either
    }
    var kind: Kind
    /// Scalars of the text before it.
    var from: Int

    static func read(_ text: FoldedText) -> TrailingAttribution? {
        var end = text.count
        while end > 0, text.scalars[end - 1] == 0x20 { end -= 1 }
        guard end > 1 else { return nil }
        // Most lines end with a sentence, or anywhere in it.
        let last = text.kind(end - 1)
        guard mayEnd(text, last, text.scalars[end - 1]) else { return nil }
        if last == .closing || last == .digit || text.scalars[end - 1] == 0x7248,
            let jump = JumpLine.trailing(text, end: end)
        {
            return TrailingAttribution(kind: .jump, from: jump)
        }
        if let bracket = readBracket(text, end: end) { return bracket }
        return readBare(text, end: end)
    }

    /// False for most texts, and only for those that end with none: each ends with a bracket, a figure, capitals, Hangul, 版, 影 or
    /// す, or has an arrow, a dash or a word for a credit.
    private static func mayEnd(_ text: FoldedText, _ kind: CharacterClass, _ last: UInt32) -> Bool {
        switch kind {
        case .closing, .digit, .upper, .hangul: return true
        default: break
        }
        return last == 0x7248 || last == 0x5F71 || last == 0x3059 || text.mayHave(anyOf: text.starts.credits)
            || text.has(.dash)
            || text.has(.bullet) || text.has(.quote) || text.has(.other) && text.hasArrow
    }

    // MARK: In brackets

    private static func readBracket(_ text: FoldedText, end: Int) -> TrailingAttribution? {
        guard [0x29, 0x5D].contains(text.scalars[end - 1]) else {
            if let open = lastOpening(text, end: end), JumpLine.read(text, from: open, to: end)?.direction == .to {
                return TrailingAttribution(kind: .jump, from: open)
            }
            return nil
        }
        guard let open = opening(text, close: end - 1), open > 0 else { return nil }
        if let jump = JumpLine.read(text, from: open, to: end), jump.direction == .to {
            return TrailingAttribution(kind: .jump, from: open)
        }
        if text.isGenre(from: open + 1, to: end - 1) { return nil }
        if isExcerpt(text, from: open + 1, to: end - 1) { return TrailingAttribution(kind: .signature, from: open) }
        if isCredit(text, from: open + 1, to: end - 1) { return TrailingAttribution(kind: .credit, from: open) }
        if NewspaperLexicon.authorNote.match(text.scalars, at: open + 1, end: end - 1) > 2 {
            return TrailingAttribution(kind: .signature, from: open)
        }
        let byline = Byline.read(text, from: open + 1, to: end - 1, frame: .bracket)
        guard byline != nil || isInitials(text, from: open + 1, to: end - 1) else { return nil }
        var before = open - 1
        while before >= 0, [.space, .closing, .quote].contains(text.kind(before)) {
            before -= 1
        }
        let isEnded = before < 0 || text.kind(before) == .terminal
        // A name of two or three Han is a signature even without a full stop before it.
        let isName =
            end - open <= (isKana(text, before: open) ? 6 : 5) && end - open >= 4 && byline?.credits.count == 1
            && open >= 12
        return isEnded || isName || byline?.hasRole == true ? TrailingAttribution(kind: .signature, from: open) : nil
    }

    private static func isKana(_ text: FoldedText, before end: Int) -> Bool {
        text.kind(end - 1) == .kana
    }

    /// 摘自《青石晚报》, 据《青石晚报》报道: where a text was taken from.
    static func isExcerpt(_ text: FoldedText, from: Int, to: Int) -> Bool {
        guard (5...30).contains(to - from), text.kind(from) == .han else { return false }
        let close = text.scalars[to - 1] == 0x300B ? to - 1 : (to - 4..<to).last { text.scalars[$0] == 0x300B }
        guard let close, let open = (from + 1..<min(from + 5, close)).first(where: { text.scalars[$0] == 0x300A })
        else {
            return false
        }
        return excerpts.match(text.scalars, at: from, end: open) == open - from
    }
    static let excerpts = Words("据 摘自 选自 原载 转自 转载自 摘编自 节选自 載 據 選自 原載 轉自 轉載自 摘編自")

    /// (gw), (C. A.)
    static func isInitials(_ text: FoldedText, from: Int, to: Int) -> Bool {
        if (2...4).contains(to - from), (from..<to).allSatisfy({ text.kind($0) == .lower }) {
            return true
        }
        // (C. A.)
        return (3...8).contains(to - from) && text.kind(from) == .upper && text.scalars[from + 1] == 0x2E
            && (from..<to).allSatisfy {
                [0x20, 0x2E].contains(text.scalars[$0]) || text.kind($0) == .upper
            }
    }

    private static func opening(_ text: FoldedText, close: Int) -> Int? {
        var depth = 0
        for at in stride(from: close, through: max(0, close - 46), by: -1) {
            switch text.scalars[at] {
            case 0x29, 0x5D: depth += 1
            case 0x28, 0x5B:
                depth -= 1
                if depth == 0 { return at }
            default: break
            }
        }
        return nil
    }

    /// An arrow before a jump without brackets: ▶▶下转3版.
    private static func lastOpening(_ text: FoldedText, end: Int) -> Int? {
        let arrows = Self.arrows
        for at in stride(from: end - 2, through: max(1, end - 14), by: -1) where arrows.contains(text.scalars[at]) {
            var from = at
            while from > 1, arrows.contains(text.scalars[from - 1]) { from -= 1 }
            return from
        }
        return nil
    }
    private static let arrows = StaticMarks("▶▷►→»>")

    /// Whether the text between brackets names a picture's photographer or source: (杨光明 摄), (资料图片), (以上图片由…提供).
    static func isCredit(_ text: FoldedText, from: Int, to: Int) -> Bool {
        guard to - from <= 44, let found = NewspaperLexicon.pictured.find(text, from: from, to: to) else {
            return false
        }
        // 图1 and 图为 point at a picture; they do not credit it.
        if found.at == from, found.length == 1, to - from > 1, text.scalars[from] == 0x56FE,
            text.scalars[from + 1] != 0x2F, text.scalars[from + 1] != 0x3A, text.scalars[from + 1] != 0x20
        {
            return false
        }
        // 周小禾/文 李明/图: it names a writer too.
        if text.scalars[from..<to].contains(0x6587) || text.scalars[from..<to].contains(0x64B0),
            let byline = Byline.read(text, from: from, to: to, frame: .bracket),
            byline.credits.contains(where: { $0.role == .reporter }),
            byline.credits.contains(where: { $0.role == .photographer })
        {
            return false
        }
        // 文/图 and 摄影报道 are signatures.
        if NewspaperLexicon.both.isIn(text, from: from, to: to),
            NewspaperLexicon.pictured.count(from, to, in: text) <= 1
        {
            return false
        }
        return true
    }

    // MARK: Without brackets

    /// 郜天 摄; 图/屠睿; 本报记者 贝一宁 摄; Photo by Dev Anand; Dev Anand/The Ledger. What comes before is the caption.
    private static func readBare(_ text: FoldedText, end: Int) -> TrailingAttribution? {
        let least = max(0, end - 40)
        // 影, す
        if text.scalars[end - 1] == 0x5F71 || text.scalars[end - 1] == 0x3059, let taken = readTaken(text, end: end) {
            return taken
        }
        if let agency = readAgency(text, end: end) ?? readDashed(text, end: end) ?? readReporter(text, end: end) {
            return agency
        }
        guard NewspaperLexicon.creditMarks.isIn(text, from: least, to: end) else { return nil }
        var at = end
        // From right to left: the longest part that is a credit and has a boundary before it.
        var best: Int?
        var kind = Kind.credit
        while at > least {
            at -= 1
            guard at > 0, isBorder(text, at) else { continue }
            if isBareCredit(text, from: at, to: end) {
                best = at
            } else if NewspaperLexicon.both.isIn(text, from: at, to: end),
                let byline = Byline.read(text, from: at, to: end), byline.names > 0
            {
                // 骆振邦 摄影报道 is a signature, but a credit where the text points at a picture.
                best = at
                kind = .either
            }
        }
        // … on Monday. | PHOTO: S. MURUGAN
        if let from = best, from > 3 {
            let bar = text.scalars[from - 1] == 0x20 ? from - 2 : from - 1
            if text.scalars[bar] == 0x7C { best = bar }
        }
        return best.map { TrailingAttribution(kind: kind, from: $0) }
    }

    /// …住民ら＝佐藤健一撮影: the mark is part of the credit.
    private static func readTaken(_ text: FoldedText, end: Int) -> TrailingAttribution? {
        guard let word = JapaneseNames.takenWord(text, end: end) else { return nil }
        let least = max(1, end - 40)
        guard let equals = (least..<word).last(where: { text.scalars[$0] == 0x3D }),
            JapaneseNames.photographer(in: text, from: equals + 1, to: end) != nil
        else { return nil }
        return TrailingAttribution(kind: .credit, from: equals)
    }

    /// … 9.2 lakh. — PTI
    private static func readAgency(_ text: FoldedText, end: Int) -> TrailingAttribution? {
        var from = end
        while from > 0, text.kind(from - 1) == .upper { from -= 1 }
        guard (2...8).contains(end - from),
            NewspaperLexicon.agency.match(text.scalars, at: from, end: end) == end - from
        else {
            return nil
        }
        while from > 0, text.scalars[from - 1] == 0x20 { from -= 1 }
        let dashes = from
        while from > 0, [0x2014, 0x2013, 0x2D, 0x2015].contains(text.scalars[from - 1]) { from -= 1 }
        guard from < dashes, from > 0 else { return nil }
        var before = from
        while before > 0, text.scalars[before - 1] == 0x20 { before -= 1 }
        guard before > 0, text.kind(before - 1) != .digit else { return nil }
        return TrailingAttribution(kind: .signature, from: from)
    }

    static let dashes = Words("— -")

    /// … next week. — Martha Quill, – Reuters: two or three capitalised words, or an agency, after a dash that follows a full stop.
    private static func readDashed(_ text: FoldedText, end: Int) -> TrailingAttribution? {
        guard text.kind(end - 1) == .lower, end > 12, dashes.mayBeIn(text) else { return nil }
        var dash = end - 3
        let least = max(2, end - 32)
        while dash >= least, text.scalars[dash] != 0x2014, text.scalars[dash] != 0x2D { dash -= 1 }
        guard dash >= least, text.scalars[dash + 1] == 0x20 else { return nil }
        var before = dash - 1
        while before > 0, text.scalars[before] == 0x20 || text.kind(before) == .quote || text.kind(before) == .closing {
            before -= 1
        }
        guard text.kind(before) == .terminal else { return nil }
        let from = dash + 2
        if NewspaperLexicon.agency.match(text.scalars, at: from, end: end) == end - from
            || NewspaperLexicon.newsroom.match(text.scalars, at: from, end: end) == end - from
        {
            return TrailingAttribution(kind: .signature, from: dash)
        }
        guard let byline = Byline.read(text, from: dash, to: end), byline.names == 1 else { return nil }
        let spaces = text.scalars[from..<end].count { $0 == 0x20 }
        return (1...2).contains(spaces) ? TrailingAttribution(kind: .signature, from: dash) : nil
    }

    /// … 밝혔다. 홍길동 기자: a name and a role after a full stop. After a text a signature, after a caption a credit.
    private static func readReporter(_ text: FoldedText, end: Int) -> TrailingAttribution? {
        guard end > 8, text.kind(end - 1) == .hangul else { return nil }
        for from in max(1, end - 12)..<(end - 4) {
            let isSlash = text.scalars[from] == 0x2F
            var before = from - 1
            while before > 0, text.scalars[before] == 0x20 { before -= 1 }
            guard isSlash || before < from - 1, text.kind(before) == .terminal,
                let byline = Byline.read(text, from: isSlash ? from + 1 : from, to: end), byline.names == 1,
                byline.hasRole
            else { continue }
            return TrailingAttribution(kind: .either, from: from)
        }
        return nil
    }

    private static func isBorder(_ text: FoldedText, _ at: Int) -> Bool {
        if text.scalars[at] == 0x20 { return false }
        let before = text.scalars[at - 1]
        if before == 0x20 { return true }
        let kind = text.kind(at - 1)
        return kind == .terminal || kind == .closing || kind == .quote
    }

    /// Whether the whole of a line is a credit: Photo by Dev Anand, 郜天 摄.
    static func isCreditLine(_ text: FoldedText) -> Bool {
        // The Merrow Courier (by Stanley Oakes)
        if text.count > 8, text.scalars[text.count - 1] == 0x29, let open = text.scalars.lastIndex(of: 0x28), open > 3,
            NewspaperLexicon.by.match(text.scalars, at: open + 1, end: text.count) > 0, isNames(text, 0, open)
        {
            return true
        }
        return isBareCredit(text, from: 0, to: text.count)
    }

    private static func isBareCredit(_ text: FoldedText, from: Int, to: Int) -> Bool {
        guard from < to else { return false }
        var cursor = Cursor(text, at: from, end: to)
        if cursor.kind == .upper, NewspaperLexicon.unnamedPhoto.match(text.scalars, at: from, end: to) >= to - from - 1
        {
            return true
        }
        // /솔내군 제공: a slash, and the source.
        if text.scalars[from] == 0x2F, to - from <= 16, cursor.kind(1) == .hangul,
            (max(from, to - 3)..<to).contains(where: {
                NewspaperLexicon.provided.match(text.scalars, at: $0, end: to) == to - $0
            })
        {
            return true
        }
        if cursor.consume(NewspaperLexicon.photoBy) {
            cursor.skipSpaces()
            _ = cursor.consume(":") || cursor.consume("=") || cursor.consume("/")
            cursor.skipSpaces()
            return cursor.kind == .upper && (to - cursor.at) <= 40 && isNames(text, cursor.at, to)
        }
        if text.kind(from) == .upper, let end = PictureCredit.nameEnd(text, from: from, to: to) {
            return isNames(text, from, end) && (end..<to).contains { text.scalars[$0] == 0x20 }
                && (from..<end).contains { text.scalars[$0] == 0x20 }
        }
        // … carretera comarcal. / JUAN TORRIJOS
        if text.scalars[from] == 0x2F {
            cursor.at = from + 1
            return cursor.skipSpaces() > 0 && cursor.kind == .upper && isNames(text, cursor.at, to)
        }
        if text.kind(from) == .upper, text.mayHave("/") || text.mayHave("|"),
            let slash = (from..<to).first(where: { text.scalars[$0] == 0x2F || text.scalars[$0] == 0x7C })
        {
            return slash > from + 3 && to - slash > 3 && isNames(text, from, slash) && isNames(text, slash + 1, to)
        }
        // 受访者供图, 资料图片: nobody is named.
        if to - from <= 8, let word = NewspaperLexicon.unnamedCredit.find(text, from: from, to: to),
            word.at + word.length == to
        {
            return (from..<to).allSatisfy { text.kind($0) == .han }
        }
        // A word for a picture at one end, and otherwise only names and roles.
        // 記者邱逸群攝: before that word no space is needed between role and name.
        let frame: Byline.Frame = [0x6444, 0x651D, 0x5F71].contains(text.scalars[to - 1]) ? .bracket : .line
        guard NewspaperLexicon.photographer.mayBeIn(text),
            let byline = Byline.read(text, from: from, to: to, frame: frame)
        else {
            return false
        }
        // 文·早瀬澪 写真·柏木蓮 is a signature: it names a writer and a photographer.
        let photographs = byline.credits.contains { $0.role == .photographer }
        let writes = byline.credits.contains { $0.role != .photographer }
        return byline.names > 0 && byline.hasPhotographer && !(photographs && writes)
            && !NewspaperLexicon.both.isIn(text, from: from, to: to)
    }

    private static func isNames(_ text: FoldedText, _ from: Int, _ to: Int) -> Bool {
        var words = 0
        var at = from
        while at < to {
            let kind = text.kind(at)
            let isWordStart = at == from || text.scalars[at - 1] == 0x20
            if isWordStart, kind == .upper { words += 1 }
            if kind == .digit || kind == .terminal && text.scalars[at] != 0x2E { return false }
            // A point after a whole word ends a sentence; after Jr or an initial it does not.
            if kind == .terminal, at + 1 < to, at - from >= 3,
                (1...3).allSatisfy({ text.kind(at - $0) == .lower })
            {
                return false
            }
            at += 1
        }
        return (1...6).contains(words)
    }
}

extension FoldedText {
    /// Whether one of the arrows that are neither bullets nor quotes is in the text: →, >
    fileprivate var hasArrow: Bool { mayHave(">") || scalars.contains(0x2192) }
}

extension Words {
    fileprivate func count(_ from: Int, _ to: Int, in text: FoldedText) -> Int {
        var at = from
        var found = 0
        while at < to {
            let length = match(text.scalars, at: at, end: to)
            if length > 0 { found += 1 }
            at += max(1, length)
        }
        return found
    }
}
