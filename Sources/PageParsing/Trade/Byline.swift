import Newspaper

/// The text that names the writers, read: 本报记者 成思远 通讯员 路文遥 文/图, (徐来), By NAOMI FERRIS, 홍길동 기자.
struct Byline {
    var credits: [Credit] = []
    /// It says what its people do; a bare name does not.
    var hasRole = false
    var hasBullet = false
    /// 摄, 图, 写真: it names who took a picture.
    var hasPhotographer = false
    var names = 0
    /// A name in Han begins with no family name.
    var isPenName = false

    /// How much of a frame the text has around it: what may pass for a name depends on it.
    enum Frame {
        /// On a line of its own.
        case line
        /// In brackets, or behind 本报讯: role and name may touch.
        case bracket
    }

    /// Reads the whole of the text; nil where anything in it is no part of a byline.
    static func read(_ text: Folded, from: Int = 0, to: Int? = nil, frame: Frame = .line) -> Byline? {
        var cursor = Cursor(text, at: from, end: to)
        cursor.skipSpaces()
        var reader = BylineReader(cursor: cursor, frame: frame)
        if let latin = reader.readLatin() { return latin }
        reader = BylineReader(cursor: cursor, frame: frame)
        return reader.read()
    }
}

private struct BylineReader {
    var cursor: Cursor
    let frame: Byline.Frame
    var byline = Byline()
    /// Names since the last role, and the role that stood before them.
    var names: [String] = []
    var role: Set<Credit.Role>?
    var shared = false
    var hasAge = false

    init(cursor: Cursor, frame: Byline.Frame) {
        self.cursor = cursor
        self.frame = frame
    }

    static let separators = StaticMarks("、,/|·;&=")

    // MARK: Han, kana and Hangul

    mutating func read() -> Byline? {
        if cursor.take(anyOf: TradeWords.bylineBullet) {
            byline.hasBullet = true
            cursor.skipSpaces()
        }
        if TradeWords.source.match(cursor.text.scalars, at: cursor.at, end: cursor.end) > 0 {
            if let source = readSource() { return source }
        }
        takeAge()
        takeRemark()
        var glued = frame == .bracket || byline.hasBullet
        while !cursor.isAtEnd {
            if cursor.skipSpaces() > 0 { continue }
            if cursor.at > 0, cursor.take(anyOf: Self.separators) { continue }
            if cursor.take(TradeWords.both) {
                byline.hasRole = true
                if names.isEmpty, byline.names == 0 {
                    flush()
                    role = [.reporter, .photographer]
                } else {
                    shared = true
                }
                continue
            }
            if cursor.take(TradeWords.agency) {
                byline.credits.append(Credit(.agency, cursor.text.slice(before: cursor.at, TradeWords.agency)))
                byline.hasRole = true
                continue
            }
            if takeRole(glued: &glued) {
                cursor.take(":")
                continue
            }
            if takeAddress() { continue }
            if takeStation() { continue }
            guard let name = takeName() else { return nil }
            if !Self.isHouse(name) { names.append(name) }
            byline.names += 1
            if byline.names > 8 { return nil }
        }
        // Hannelore Pfab, Wiesenau: who, and where from.
        if !byline.hasRole, names.count == 2, names[0].unicodeScalars.first!.value < 0x250,
            cursor.text.scalars.contains(0x2C)
        {
            names.removeLast()
        }
        if hasAge, names.count > 1 { names.removeFirst(names.count - 1) }
        flush()
        if shared { addPhotographers() }
        guard byline.hasRole || byline.names > 0 else { return nil }
        return byline
    }

    /// A role, with the house's name before it; false and unmoved where none stands here.
    private mutating func takeRole(glued: inout Bool) -> Bool {
        let from = cursor.at
        var house = false
        while !isRole(cursor), cursor.take(TradeWords.house) {
            house = true
            cursor.skipSpaces()
        }
        let found: Credit.Role
        if cursor.take(TradeWords.correspondent) {
            found = .correspondent
        } else if cursor.take(TradeWords.photographer) {
            found = .photographer
        } else if cursor.take(TradeWords.reporter) {
            found = .reporter
        } else {
            cursor.at = from
            return false
        }
        if house { glued = true }
        // 记者观察 is a column's name, 记者 王嘉晨 a byline: only a frame lets the two touch.
        if !glued, cursor.kind.isSolid || cursor.kind == .hangul, names.isEmpty {
            cursor.at = from
            return false
        }
        byline.hasRole = true
        // 홍길동 기자, 荀静 整理: the role follows; 齐眉 通讯员 和正: it precedes.
        let isLast = isPostposed(from)
        // 记者 丰收 文 黎明 图: the word behind a name says what that name did.
        if found == .reporter, cursor.at - from == 1, !names.isEmpty {
            flush()
            return true
        }
        if found == .photographer { byline.hasPhotographer = true }
        if role == nil, !names.isEmpty, isLast {
            role = [found]
            flush()
        } else {
            flush()
            role = [found]
        }
        return true
    }

    /// 主婦 小椋千代 (浜瀬市 58): a letter's writer, with town and age behind.
    private mutating func takeAge() {
        guard frame == .line, cursor.end > cursor.at + 6, cursor.text.scalars[cursor.end - 1] == 0x29,
            ScalarClasses.shared.of(cursor.text.scalars[cursor.end - 2]) == .digit,
            let open = (cursor.at..<cursor.end).last(where: { cursor.text.scalars[$0] == 0x28 }), open > cursor.at,
            cursor.text.scalars[open..<cursor.end].contains(0x20), cursor.end - open < 16
        else { return }
        cursor.end = open
        while cursor.end > cursor.at, cursor.text.scalars[cursor.end - 1] == 0x20 { cursor.end -= 1 }
        hasAge = true
        byline.hasRole = true
    }

    /// 林玉霞（護士）, 应铎（作者单位：…）: what is said in brackets behind the name.
    private mutating func takeRemark() {
        guard frame == .line, cursor.end > cursor.at + 4, cursor.text.scalars[cursor.end - 1] == 0x29,
            let open = (cursor.at..<cursor.end).last(where: { cursor.text.scalars[$0] == 0x28 }), open > cursor.at + 1,
            cursor.end - open <= 24, !Tail.isCredit(cursor.text, from: open + 1, to: cursor.end - 1),
            JumpLine.read(cursor.text, from: open, to: cursor.end) == nil
        else { return }
        cursor.end = open
        while cursor.end > cursor.at, cursor.text.scalars[cursor.end - 1] == 0x20 { cursor.end -= 1 }
        // 小野寺ツル 79 (潮見市): a letter's writer, the age before the town.
        var age = cursor.end
        while age > cursor.at, ScalarClasses.shared.of(cursor.text.scalars[age - 1]) == .digit { age -= 1 }
        guard (2...3).contains(cursor.end - age), age > cursor.at + 1, cursor.text.scalars[age - 1] == 0x20 else {
            return
        }
        cursor.end = age - 1
        hasAge = true
        byline.hasRole = true
    }

    /// jiho@solnae.example behind a name.
    private mutating func takeAddress() -> Bool {
        guard byline.names > 0, cursor.kind == .lower || cursor.kind == .digit else { return false }
        var at = cursor.at
        var hasSign = false
        while at < cursor.end, cursor.text.scalars[at] < 0x80, cursor.text.scalars[at] != 0x20 {
            if cursor.text.scalars[at] == 0x40 { hasSign = true }
            at += 1
        }
        guard hasSign else { return false }
        cursor.at = at
        return true
    }

    private func isPostposed(_ start: Int) -> Bool {
        if ScalarClasses.shared.of(cursor.text.scalars[start]) == .hangul { return true }
        var rest = cursor
        rest.skipSpaces()
        return rest.isAtEnd || !(rest.kind.isLetter) || isRole(rest)
    }

    private mutating func flush() {
        let roles = role ?? [.reporter]
        for kind in [Credit.Role.reporter, .correspondent, .photographer] where roles.contains(kind) {
            for name in names { byline.credits.append(Credit(kind, name)) }
        }
        names = []
        role = nil
    }

    /// 文/图 behind the names: each of them took pictures too.
    private mutating func addPhotographers() {
        for credit in byline.credits where credit.role == .reporter || credit.role == .correspondent {
            byline.credits.append(Credit(.photographer, credit.name))
        }
    }

    /// A name of two to four Han (王 伟 spaced out to the width of three), of kana and Han, or of Hangul.
    private mutating func takeName() -> String? {
        let from = cursor.at
        var count = 0
        var dots = 0
        while true {
            let kind = cursor.kind
            if kind.isSolid || kind == .hangul {
                if count >= 2, isRole(cursor) { break }
                count += 1
                cursor.at += 1
            } else if cursor.next == 0xB7, count > 0, cursor.kind(1).isSolid, count + dots >= 2 {
                dots += 1
                cursor.at += 1
            } else {
                break
            }
        }
        if count == 1 {
            let first = from
            let spaces = cursor.skipSpaces()
            guard (1...3).contains(spaces), cursor.kind == .han, cursor.kind(1) != .han else {
                cursor.at = from
                return nil
            }
            cursor.at += 1
            return cursor.string(from: first, to: first + 1) + cursor.string(from: cursor.at - 1, to: cursor.at)
        }
        let most = dots > 0 ? 12 : hasKana(from, cursor.at) ? 6 : 4
        guard count >= 2, count <= most else {
            cursor.at = from
            return readCapitalised()
        }
        let isNamed = dots > 0 || hasKana(from, cursor.at) || Surnames.begin(cursor.text, at: from, count: count)
        if !isNamed, cursor.text.scalars[from] >= 0x2E80, ScalarClasses.shared.of(cursor.text.scalars[from]) == .han {
            byline.isPenName = true
            // 昨起向市民敞开: where name and role touch, a name is known by its family name.
            if frame == .line, !byline.hasBullet, !cursor.isAtEnd, isRole(cursor) {
                cursor.at = from
                return nil
            }
        }
        return cursor.string(from: from, to: cursor.at)
    }

    /// 市中医院主任医师 梅冬青, 农艺师 畅怀远: where somebody works or what somebody is, and the name behind a space.
    private mutating func takeStation() -> Bool {
        guard names.isEmpty, role == nil, cursor.kind == .han else { return false }
        var place = cursor
        while place.kind == .han { place.at += 1 }
        let count = place.at - cursor.at
        let last = cursor.text.scalars[place.at - 1]
        guard (3...16).contains(count),
            count >= 4 && Self.houses.contains(last) || count >= 4 && Self.titles.contains(last)
                || Self.ranks.contains(last),
            place.next == 0x20
        else { return false }
        place.skipSpaces()
        let name = place.at
        guard !isRole(place) else { return false }
        while place.kind == .han { place.at += 1 }
        let isSpaced = place.at == name + 1
        if isSpaced { place.skipSpaces(); while place.kind == .han { place.at += 1 } }
        guard (2...5).contains(place.at - name), place.isAtEnd || place.next == 0x20 else { return false }
        cursor.at = name
        return true
    }
    private static let titles = StaticMarks("授記记民士生户戶任")
    private static let ranks = StaticMarks("师師员員长長")

    /// 县农技站 is where somebody works, not somebody.
    private static func isHouse(_ name: String) -> Bool {
        let last = name.unicodeScalars.last!.value
        guard last >= 0x2E80 else { return false }
        // Forms that are the same as another are behind all others.
        if lenders.contains(last) || last >= 0xF900,
            ["受访者", "网络", "資料", "资料", "受訪者"].contains(name)
        {
            return true
        }
        let count = name.unicodeScalars.count
        return count >= 4 && houses.contains(last) || count >= 3 && places.contains(last)
    }
    private static let lenders = StaticMarks("者络料")
    private static let places = StaticMarks("乡鄉镇鎮村县縣市區区")
    private static let houses = StaticMarks("站局社校院司心委办辦部队隊厂廠馆館系班所")

    private static let endings = StaticMarks("摄攝图圖")

    private func hasKana(_ from: Int, _ to: Int) -> Bool {
        (from..<to).contains { ScalarClasses.shared.of(cursor.text.scalars[$0]) == .kana }
    }

    private func isRole(_ cursor: Cursor) -> Bool {
        isRole(TradeWords.reporter, cursor) || isRole(TradeWords.correspondent, cursor)
            || isRole(TradeWords.photographer, cursor) || isRole(TradeWords.both, cursor)
    }

    /// One character is a role only at the end: 巫山客摄, but not 區樂文.
    private func isRole(_ words: Words, _ cursor: Cursor) -> Bool {
        let length = words.match(cursor.text.scalars, at: cursor.at, end: cursor.end)
        return length > 1 || length == 1 && Self.endings.contains(cursor.next) && !cursor.kind(1).isLetter
    }

    /// 来源:X, 据X: the whole rest is the agency's name.
    private mutating func readSource() -> Byline? {
        let start = cursor
        guard cursor.take(TradeWords.source) else { return nil }
        let isMarked = cursor.take(":") || cursor.take("/")
        cursor.skipSpaces()
        guard isMarked, cursor.end - cursor.at >= 2, cursor.end - cursor.at <= 30 else {
            cursor = start
            return nil
        }
        var to = cursor.end
        while to > cursor.at, cursor.text.scalars[to - 1] == 0x20 { to -= 1 }
        byline.credits.append(Credit(.agency, cursor.string(from: cursor.at, to: to)))
        byline.hasRole = true
        return byline
    }

    // MARK: Latin

    /// By NAME and NAME, Staff Writer; — NAME.
    mutating func readLatin() -> Byline? {
        if [0x2014, 0x2D, 0x2015].contains(cursor.next) {
            while [0x2014, 0x2D, 0x2015].contains(cursor.next) { cursor.at += 1 }
            cursor.skipSpaces()
            byline.hasRole = true
        } else if cursor.take(TradeWords.by) {
            cursor.take(":")
            guard cursor.skipSpaces() > 0 else { return nil }
            byline.hasRole = true
        } else {
            return nil
        }
        let start = cursor.at
        if cursor.take(TradeWords.wire), cursor.end - cursor.at <= 1 {
            byline.credits.append(Credit(.agency, cursor.string(from: start, to: cursor.at)))
            byline.names = 1
            return byline
        }
        cursor.at = start
        while !cursor.isAtEnd {
            cursor.skipSpaces()
            if cursor.isAtEnd { break }
            if cursor.take(anyOf: Self.separators) { continue }
            if cursor.take(Self.conjunctions) { continue }
            // What follows the name says whose writer it is.
            if byline.names > 0, TradeWords.staff.isIn(cursor.text, from: cursor.at, to: cursor.end),
                cursor.end - cursor.at < 50
            {
                cursor.at = cursor.end
                break
            }
            guard let name = readCapitalised() else { return nil }
            byline.credits.append(Credit(.reporter, name))
            byline.names += 1
            if byline.names > 6 { return nil }
        }
        return byline.names > 0 ? byline : nil
    }

    private static let conjunctions = Words("and und et og och")
    private static let particles = Words("de van von der den di da del la le du dos zu zur af av ten ter bin al")

    /// One to four capitalised words: Naomi Ferris, J. van der Berg, MARÍA O'NEILL-SMITH.
    private mutating func readCapitalised() -> String? {
        let from = cursor.at
        var words = 0
        var end = cursor.at
        while !cursor.isAtEnd, words < 5 {
            if cursor.kind == .upper {
                if words > 0, Self.conjunctions.match(cursor.text.scalars, at: cursor.at, end: cursor.end) > 0 { break }
                if words > 0, TradeWords.staff.match(cursor.text.scalars, at: cursor.at, end: cursor.end) > 0 { break }
                while !cursor.isAtEnd, isNameLetter(cursor) { cursor.at += 1 }
                words += 1
                end = cursor.at
            } else if !cursor.take(Self.particles) {
                break
            }
            guard cursor.skipSpaces() > 0 else { break }
        }
        cursor.at = end
        return words > 0 ? cursor.string(from: from, to: end) : nil
    }

    private func isNameLetter(_ cursor: Cursor) -> Bool {
        switch cursor.kind {
        case .upper, .lower, .letter: true
        default: [0x27, 0x2019, 0x2D, 0x2E].contains(cursor.next)
        }
    }
}

extension Folded {
    /// The word of the list that ends at the place.
    fileprivate func slice(before end: Int, _ words: Words) -> String {
        for from in max(0, end - 8)..<end where words.match(scalars, at: from, end: end) == end - from {
            return Cursor(self).string(from: from, to: end)
        }
        return ""
    }
}
