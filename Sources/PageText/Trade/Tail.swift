import Newspaper

/// What stands at a line's end and is no part of its sentence: a picture's credit, a writer's signature, a jump line.
struct Tail {
    enum Kind {
        case credit, signature, jump
        /// 荆楚 摄影报道: a picture's credit under a caption, a signature under a text.
        case either
    }
    var kind: Kind
    /// Scalars of the text before it.
    var from: Int

    static func read(_ text: Folded) -> Tail? {
        var end = text.count
        while end > 0, text.scalars[end - 1] == 0x20 { end -= 1 }
        guard end > 1 else { return nil }
        if let bracket = readBracket(text, end: end) { return bracket }
        return readBare(text, end: end)
    }

    // MARK: In brackets

    private static func readBracket(_ text: Folded, end: Int) -> Tail? {
        guard [0x29, 0x5D].contains(text.scalars[end - 1]) else {
            if let open = lastOpening(text, end: end), JumpLine.read(text, from: open, to: end)?.direction == .to {
                return Tail(kind: .jump, from: open)
            }
            return nil
        }
        guard let open = opening(text, close: end - 1), open > 0 else { return nil }
        if let jump = JumpLine.read(text, from: open, to: end), jump.direction == .to {
            return Tail(kind: .jump, from: open)
        }
        if isCredit(text, from: open + 1, to: end - 1) { return Tail(kind: .credit, from: open) }
        let byline = Byline.read(text, from: open + 1, to: end - 1, frame: .bracket)
        guard byline != nil || isInitials(text, from: open + 1, to: end - 1) else { return nil }
        var before = open - 1
        while before >= 0, [.space, .closing, .quote].contains(ScalarClasses.shared.of(text.scalars[before])) {
            before -= 1
        }
        let isEnded = before < 0 || ScalarClasses.shared.of(text.scalars[before]) == .terminal
        // A name of two or three Han signs even where the full stop was lost.
        let isName =
            end - open <= (isKana(text, before: open) ? 6 : 5) && end - open >= 4 && byline?.credits.count == 1
            && open >= 12
        return isEnded || isName || byline?.hasRole == true ? Tail(kind: .signature, from: open) : nil
    }

    private static func isKana(_ text: Folded, before end: Int) -> Bool {
        ScalarClasses.shared.of(text.scalars[end - 1]) == .kana
    }

    /// (gw), (C. A.)
    static func isInitials(_ text: Folded, from: Int, to: Int) -> Bool {
        let classes = ScalarClasses.shared
        if (2...4).contains(to - from), (from..<to).allSatisfy({ classes.of(text.scalars[$0]) == .lower }) {
            return true
        }
        // (C. A.)
        return (3...8).contains(to - from) && classes.of(text.scalars[from]) == .upper && text.scalars[from + 1] == 0x2E
            && (from..<to).allSatisfy {
                [0x20, 0x2E].contains(text.scalars[$0]) || classes.of(text.scalars[$0]) == .upper
            }
    }

    private static func opening(_ text: Folded, close: Int) -> Int? {
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
    private static func lastOpening(_ text: Folded, end: Int) -> Int? {
        let arrows = Self.arrows
        for at in stride(from: end - 2, through: max(1, end - 14), by: -1) where arrows.contains(text.scalars[at]) {
            var from = at
            while from > 1, arrows.contains(text.scalars[from - 1]) { from -= 1 }
            return from
        }
        return nil
    }
    private static let arrows = StaticMarks("▶▷►→»>")

    /// (杨光明 摄), (资料图片), (以上图片由…提供): the text names a picture's maker or source.
    static func isCredit(_ text: Folded, from: Int, to: Int) -> Bool {
        guard to - from <= 44, let found = TradeWords.pictured.find(text, from: from, to: to) else { return false }
        // 图1 and 图为 point at a picture; they do not credit it.
        if found.at == from, found.length == 1, to - from > 1, text.scalars[from] == 0x56FE,
            text.scalars[from + 1] != 0x2F, text.scalars[from + 1] != 0x3A, text.scalars[from + 1] != 0x20
        {
            return false
        }
        // 文/图 and 摄影报道 sign a story.
        if TradeWords.both.isIn(text, from: from, to: to), TradeWords.pictured.count(from, to, in: text) <= 1 {
            return false
        }
        return true
    }

    // MARK: Without brackets

    /// 郜天 摄; 图/屠睿; 本报记者 贝一宁 摄; Photo by Dev Anand; Dev Anand/The Ledger. The rest of the line before it is the caption.
    private static func readBare(_ text: Folded, end: Int) -> Tail? {
        let least = max(0, end - 40)
        if let agency = readAgency(text, end: end) ?? readReporter(text, end: end) { return agency }
        guard TradeWords.creditMarks.isIn(text, from: least, to: end) else { return nil }
        var at = end
        // From right to left: the longest stretch that reads as a credit and has a border before it.
        var best: Int?
        var kind = Kind.credit
        while at > least {
            at -= 1
            guard at > 0, isBorder(text, at) else { continue }
            if isBareCredit(text, from: at, to: end) {
                best = at
            } else if TradeWords.both.isIn(text, from: at, to: end),
                let byline = Byline.read(text, from: at, to: end), byline.names > 0
            {
                // 骆振邦 摄影报道 signs a story, but credits a picture that the text points at.
                best = at
                kind = .either
            }
        }
        // … on Monday. | PHOTO: S. MURUGAN
        if let from = best, from > 3 {
            let bar = text.scalars[from - 1] == 0x20 ? from - 2 : from - 1
            if text.scalars[bar] == 0x7C { best = bar }
        }
        return best.map { Tail(kind: kind, from: $0) }
    }

    /// … 9.2 lakh. — PTI
    private static func readAgency(_ text: Folded, end: Int) -> Tail? {
        var from = end
        while from > 0, ScalarClasses.shared.of(text.scalars[from - 1]) == .upper { from -= 1 }
        guard (2...8).contains(end - from), TradeWords.agency.match(text.scalars, at: from, end: end) == end - from
        else {
            return nil
        }
        while from > 0, text.scalars[from - 1] == 0x20 { from -= 1 }
        let dashes = from
        while from > 0, [0x2014, 0x2013, 0x2D, 0x2015].contains(text.scalars[from - 1]) { from -= 1 }
        guard from < dashes, from > 0 else { return nil }
        var before = from
        while before > 0, text.scalars[before - 1] == 0x20 { before -= 1 }
        guard before > 0, ScalarClasses.shared.of(text.scalars[before - 1]) != .digit else { return nil }
        return Tail(kind: .signature, from: from)
    }

    /// … 밝혔다. 홍길동 기자: a name and its role behind a full stop. It signs a text, and credits a picture.
    private static func readReporter(_ text: Folded, end: Int) -> Tail? {
        guard end > 8, ScalarClasses.shared.of(text.scalars[end - 1]) == .hangul else { return nil }
        for from in max(1, end - 12)..<(end - 4) {
            let isSlash = text.scalars[from] == 0x2F
            var before = from - 1
            while before > 0, text.scalars[before] == 0x20 { before -= 1 }
            guard isSlash || before < from - 1, ScalarClasses.shared.of(text.scalars[before]) == .terminal,
                let byline = Byline.read(text, from: isSlash ? from + 1 : from, to: end), byline.names == 1,
                byline.hasRole
            else { continue }
            return Tail(kind: .either, from: from)
        }
        return nil
    }

    private static func isBorder(_ text: Folded, _ at: Int) -> Bool {
        if text.scalars[at] == 0x20 { return false }
        let before = text.scalars[at - 1]
        if before == 0x20 { return true }
        let kind = ScalarClasses.shared.of(before)
        return kind == .terminal || kind == .closing || kind == .quote
    }

    /// Whether the whole of a line is a credit: Photo by Dev Anand, 郜天 摄.
    static func isCreditLine(_ text: Folded) -> Bool {
        // The Merrow Courier (by Stanley Oakes)
        if text.count > 8, text.scalars[text.count - 1] == 0x29, let open = text.scalars.lastIndex(of: 0x28), open > 3,
            TradeWords.by.match(text.scalars, at: open + 1, end: text.count) > 0, isNames(text, 0, open)
        {
            return true
        }
        return isBareCredit(text, from: 0, to: text.count)
    }

    private static func isBareCredit(_ text: Folded, from: Int, to: Int) -> Bool {
        var cursor = Cursor(text, at: from, end: to)
        if cursor.kind == .upper, TradeWords.unnamedPhoto.match(text.scalars, at: from, end: to) >= to - from - 1 {
            return true
        }
        // /솔내군 제공: a slash, and who gave the picture.
        if text.scalars[from] == 0x2F, to - from <= 16, cursor.kind(1) == .hangul,
            (max(from, to - 3)..<to).contains(where: {
                TradeWords.provided.match(text.scalars, at: $0, end: to) == to - $0
            })
        {
            return true
        }
        if cursor.take(TradeWords.photoBy) {
            cursor.skipSpaces()
            _ = cursor.take(":") || cursor.take("=") || cursor.take("/")
            cursor.skipSpaces()
            return cursor.kind == .upper && (to - cursor.at) <= 40 && isNames(text, cursor.at, to)
        }
        // … carretera comarcal. / JUAN TORRIJOS
        if text.scalars[from] == 0x2F {
            cursor.at = from + 1
            return cursor.skipSpaces() > 0 && cursor.kind == .upper && isNames(text, cursor.at, to)
        }
        if let slash = (from..<to).first(where: { text.scalars[$0] == 0x2F || text.scalars[$0] == 0x7C }),
            ScalarClasses.shared.of(text.scalars[from]) == .upper
        {
            return slash > from + 3 && to - slash > 3 && isNames(text, from, slash) && isNames(text, slash + 1, to)
        }
        // 受访者供图, 资料图片: nobody is named.
        if to - from <= 8, let word = TradeWords.unnamedCredit.find(text, from: from, to: to),
            word.at + word.length == to
        {
            return (from..<to).allSatisfy { ScalarClasses.shared.of(text.scalars[$0]) == .han }
        }
        // A picture's word at one of the two ends, and nothing but names and roles besides.
        // 記者邱逸群攝: before the word for a picture role and name may touch.
        let frame: Byline.Frame = [0x6444, 0x651D, 0x5F71].contains(text.scalars[to - 1]) ? .bracket : .line
        guard TradeWords.photographer.mayBeIn(text), let byline = Byline.read(text, from: from, to: to, frame: frame)
        else {
            return false
        }
        // 文·早瀬澪 写真·柏木蓮 signs a story: it names a writer and a photographer.
        let photographs = byline.credits.contains { $0.role == .photographer }
        let writes = byline.credits.contains { $0.role != .photographer }
        return byline.names > 0 && byline.hasPhotographer && !(photographs && writes)
            && !TradeWords.both.isIn(text, from: from, to: to)
    }

    private static func isNames(_ text: Folded, _ from: Int, _ to: Int) -> Bool {
        var words = 0
        var at = from
        while at < to {
            let kind = ScalarClasses.shared.of(text.scalars[at])
            let isWordStart = at == from || text.scalars[at - 1] == 0x20
            if isWordStart, kind == .upper { words += 1 }
            if kind == .digit || kind == .terminal && text.scalars[at] != 0x2E { return false }
            // A point behind a whole word ends a sentence; behind Jr or an initial it does not.
            if kind == .terminal, at + 1 < to, at - from >= 3,
                (1...3).allSatisfy({ ScalarClasses.shared.of(text.scalars[at - $0]) == .lower })
            {
                return false
            }
            at += 1
        }
        return (1...6).contains(words)
    }
}

extension Words {
    fileprivate func count(_ from: Int, _ to: Int, in text: Folded) -> Int {
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
