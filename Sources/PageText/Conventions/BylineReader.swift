import Newspaper

/// Reads a byline of Han, kana or Hangul: names with roles before and after them.
struct BylineReader {
    var cursor: Cursor
    let frame: Byline.Frame
    let endsWithReport: Bool
    var byline = Byline()
    /// Names since the last role, and the role before them.
    var names: [String] = []
    var role: Roles?
    var shared = false
    var hasAge = false
    private var bulletPlace = 0
    /// It says whose reporter it is: 本报, 特约.
    var hasHouse = false
    /// The bits of the lists of roles (see `WordStarts`).
    private let roles: UInt64

    /// What a word says that somebody did.
    struct Roles: OptionSet {
        let rawValue: UInt8
        static let reporter = Roles(rawValue: 1)
        static let correspondent = Roles(rawValue: 2)
        static let photographer = Roles(rawValue: 4)
    }

    init(cursor: Cursor, frame: Byline.Frame) {
        self.cursor = cursor
        self.frame = frame
        endsWithReport = Self.endsWithReport(cursor)
        roles = cursor.text.roleBits
    }

    /// Whether a line begins as most lines of a text do, and as no byline can: with a small letter, or with more Han than a name
    /// has; and no word of a byline is there.
    static func isText(_ cursor: Cursor) -> Bool {
        let (text, bits) = (cursor.text, cursor.text.bylineBits)
        if cursor.kind == .lower { return !cursor.mayBegin(anyOf: bits) }
        guard cursor.kind == .han, text.scalars[cursor.end - 1] != 0x29 else {
            return false
        }
        var place = cursor
        while place.kind == .han, place.at - cursor.at < longestStation {
            if place.mayBegin(anyOf: bits) { return false }
            place.at += 1
        }
        let count = place.at - cursor.at
        // What may follow a name, a title or a place of work.
        if place.next == 0x20 || place.kind == .han { return count == longestStation }
        return count > 6 && place.next != 0x3A && place.next != 0xB7 && !place.kind.isSolid
            && ![.hangul, .digit, .opening, .closing].contains(place.kind)
    }
    /// Han of a name, a title or a place of work, at most, and one.
    private static let longestStation = 17

    /// Whether a line has more Han or kana in a row than a name, without a word of a byline among them; and no blank and no
    /// bracket at its end, which let a byline have as many.
    static func isSentence(_ cursor: Cursor) -> Bool {
        let (text, bits) = (cursor.text, cursor.text.bylineBits)
        guard cursor.kind.isSolid, !cursor.mayBegin(anyOf: bits), !text.mayHave(anyOf: text.starts.names),
            !text.has(.space), !text.mayHave(")")
        else { return false }
        // A dot may be in a name.
        let most = text.has(.other) ? longestName : longestKana
        let scalars = text.scalars
        var (run, isPlain) = (0, true)
        for at in cursor.at..<cursor.end {
            if text.kind(at).isSolid {
                run += 1
                if scalars.begins(anyOf: bits, at: at) { isPlain = false }
            } else {
                if run > most, isPlain { return true }
                (run, isPlain) = (0, true)
            }
        }
        return run > most && isPlain
    }

    /// Whether a line that begins with a capital has a small word that no byline has, and nothing that would let one have it.
    static func isLatinText(_ cursor: Cursor) -> Bool {
        let (text, bits) = (cursor.text, cursor.text.bylineBits)
        guard cursor.kind == .upper, !cursor.mayBegin(anyOf: bits), !text.mayHave(anyOf: text.starts.names),
            !text.mayHave(")"), !text.mayHave("@")
        else { return false }
        let scalars = text.scalars
        return smallWords(cursor).contains { !scalars.begins(anyOf: bits, at: $0) }
    }

    /// Whether the first small word of such a line may say that somebody reports, or from where; no name has one but for its
    /// particles.
    static func mayReport(_ cursor: Cursor) -> Bool {
        let text = cursor.text
        return smallWords(cursor).first.map {
            text.scalars.begins(anyOf: text.bylineBits | text.starts.reporting, at: $0)
        } ?? false
    }

    /// Where words behind a blank begin with a small letter.
    private static func smallWords(_ cursor: Cursor) -> LazyFilterSequence<Range<Int>> {
        let (text, scalars) = (cursor.text, cursor.text.scalars)
        return (cursor.at + 1..<max(cursor.at + 1, cursor.end)).lazy.filter {
            text.kind($0) == .lower && scalars[$0 - 1] == 0x20
        }
    }

    /// Characters of a name with kana, at most; others without a dot have fewer.
    static let longestKana = 6

    static let separators = StaticMarks("、,/|·;&=")
    private static let endings = StaticMarks("摄攝图圖译譯著")

    mutating func read() -> Byline? {
        bulletPlace = cursor.at
        if cursor.consume(anyOf: NewspaperLexicon.bylineBullet) {
            byline.hasBullet = true
            cursor.skipSpaces()
        }
        if NewspaperLexicon.source.match(cursor.text.scalars, at: cursor.at, end: cursor.end) > 0 {
            if let source = readSource() { return source }
        }
        consumeAge()
        consumeRemark()
        var glued =
            frame == .bracket || byline.hasBullet || endsWithReport
            || cursor.mayBegin(anyOf: roles) && Self.hasTwoRoles(cursor)
        while !cursor.isAtEnd {
            if cursor.skipSpaces() > 0 { continue }
            if cursor.at > 0, cursor.next == 0x3D, names.count == 1, byline.names == 1, role == nil {
                // 해솔=홍길동 기자: the place comes first.
                names.removeAll()
                byline.names = 0
            }
            if cursor.at > 0, cursor.consume(anyOf: Self.separators) { continue }
            // Ana Ruiz and Ken Bradshaw
            if byline.names == 1, cursor.kind == .lower, cursor.consume(Self.conjunctions), cursor.next == 0x20 {
                continue
            }
            if cursor.consume(NewspaperLexicon.both) {
                byline.hasRole = true
                if names.isEmpty, byline.names == 0 {
                    flush()
                    role = [.reporter, .photographer]
                } else {
                    shared = true
                }
                // 文、圖：本報記者 X
                if cursor.consume(":") { glued = true }
                continue
            }
            if cursor.consume(NewspaperLexicon.agency) {
                byline.credits.append(Credit(.agency, cursor.text.slice(before: cursor.at, NewspaperLexicon.agency)))
                byline.hasRole = true
                continue
            }
            if byline.names > 0, cursor.at > 0, consumeUnnamed() { continue }
            if consumeLabel() { continue }
            consumePaper()
            if consumeRole(glued: &glued) {
                cursor.consume(":")
                continue
            }
            if consumeAddress() { continue }
            if consumeStation() { continue }
            if let name = consumeBracketedName() {
                names.append(name)
                byline.names += 1
                continue
            }
            guard let name = consumeName() else { return nil }
            if !Self.isHouse(name) { names.append(name) }
            byline.names += 1
            if byline.names > 8 { return nil }
        }
        // Hannelore Pfab, Wiesenau; 마윤정·가람읍 주부; 記者簡志豪／嘉原報導: who, and where from.
        if names.count >= 2, isAddressed { names.removeLast(names.count - 1) }
        // ●安平路 is an item of a list.
        if byline.hasBullet, !byline.hasRole, !namesPeople { return nil }
        if hasAge, names.count > 1 { names.removeFirst(names.count - 1) }
        flush()
        if shared { addPhotographers() }
        guard byline.hasRole || byline.names > 0 else { return nil }
        // 晨报图片 and 特稿 name nobody; 本报评论员 stands for somebody.
        if frame == .line, byline.credits.isEmpty, byline.names == 0, byline.hasPhotographer || !hasHouse { return nil }
        return byline
    }

    /// 記者鍾雅婷／三灣溪報導
    private static func endsWithReport(_ cursor: Cursor) -> Bool {
        cursor.end > cursor.at + 6 && cursor.text.kind(cursor.end - 1) == .han
            && reported.match(cursor.text.scalars, at: cursor.end - 2, end: cursor.end) == 2
    }

    /// Whether what is behind a bullet are people: a mark of lists needs a family name.
    private var namesPeople: Bool {
        let isListed = Self.listBullets.contains(cursor.text.scalars[bulletPlace])
        let isLatin = names.first.map { $0.unicodeScalars.first!.value < 0x250 } ?? false
        return !(isListed && (byline.isPenName || names.isEmpty || isLatin))
            && !names.contains { name in
                let last = name.unicodeScalars.last!.value
                return name.unicodeScalars.count >= 3 && Self.sites.contains(last)
            }
    }
    private static let listBullets = StaticMarks("●○▲△◆★☆")
    /// How the names of streets, buildings and waters end, which people's names hardly do.
    private static let sites = StaticMarks("路街巷桥橋村镇鎮乡鄉区區县縣港湾灣园園站场場馆館寺庙廟塔楼樓厅廳店")

    /// The number of Han in a row from a place on.
    private func hanRun(_ from: Int) -> Int {
        var at = from
        while at < cursor.end, cursor.text.kind(at) == .han { at += 1 }
        return at - from
    }
    static let reported = Words("报道 報導 報道 專訪 专访 採訪")

    /// Only the first name is a name: the rest says where from.
    private var isAddressed: Bool {
        let first = names[0].unicodeScalars.first!.value
        if endsWithReport { return cursor.text.scalars.contains(0x2F) }
        guard !byline.hasRole else { return false }
        return first < 0x530 && cursor.text.scalars.contains(0x2C)
            || CharacterClasses.shared.of(first) == .hangul && cursor.text.scalars.contains(0xB7)
    }

    /// … 文 受访者供图: at the end, a picture's source that names nobody.
    private mutating func consumeUnnamed() -> Bool {
        guard let found = NewspaperLexicon.unnamedCredit.find(cursor.text, from: cursor.at, to: cursor.end),
            found.at + found.length == cursor.end, cursor.end - cursor.at <= 8
        else { return false }
        flush()
        cursor.at = cursor.end
        return true
    }

    /// 解答律师：甄诚: what somebody did for this story, and a colon.
    private mutating func consumeLabel() -> Bool {
        guard byline.names == 0, role == nil, !byline.hasRole, cursor.kind == .han else { return false }
        var label = cursor
        while label.kind == .han { label.at += 1 }
        guard (2...6).contains(label.at - cursor.at), label.next == 0x3A,
            NewspaperLexicon.labels.match(cursor.text.scalars, at: cursor.at, end: label.at) == label.at - cursor.at
        else { return false }
        cursor.at = label.at + 1
        byline.hasRole = true
        role = [.reporter]
        return true
    }

    /// 北岸日报记者: moves past the name of a paper, a station or a site before a role.
    private mutating func consumePaper() {
        guard names.isEmpty, role == nil, cursor.kind == .han else { return }
        for at in (cursor.at + 2)..<max(cursor.at + 3, min(cursor.end - 1, cursor.at + 11)) {
            let scalar = cursor.text.scalars[at]
            guard cursor.text.kind(at) == .han else { return }
            // 记, 記, 通
            guard scalar == 0x8BB0 || scalar == 0x8A18 || scalar == 0x901A,
                Self.paperEnds.contains(cursor.text.scalars[at - 1])
            else { continue }
            if isRole(Cursor(cursor.text, at: at, end: cursor.end)),
                NewspaperLexicon.house.match(cursor.text.scalars, at: cursor.at, end: cursor.end) == 0
            {
                cursor.at = at
                return
            }
        }
    }
    private static let paperEnds = StaticMarks("报報网網台臺社刊媒端心闻聞")

    /// 记者周小禾 通讯员李静: two roles, each with the name right behind it.
    private static func hasTwoRoles(_ cursor: Cursor) -> Bool {
        guard cursor.kind == .han, startsRole(cursor) else { return false }
        var place = cursor
        place.at += 4
        while place.at < cursor.end {
            if cursor.text.scalars[place.at - 1] == 0x20, startsRole(place) { return true }
            place.at += 1
        }
        return false
    }

    /// Whether a word of two characters or more for what somebody did is here.
    private static func startsRole(_ cursor: Cursor) -> Bool {
        let (text, at, end) = (cursor.text.scalars, cursor.at, cursor.end)
        return NewspaperLexicon.reporter.match(text, at: at, end: end) > 1
            || NewspaperLexicon.correspondent.match(text, at: at, end: end) > 1
            || NewspaperLexicon.photographer.match(text, at: at, end: end) > 1
    }

    /// A role, perhaps with whose it is before it; returns false and does not move where there is none.
    private mutating func consumeRole(glued: inout Bool) -> Bool {
        let from = cursor.at
        var house = false
        while !isRole(cursor), consumePost() || cursor.consume(NewspaperLexicon.house) {
            house = true
            cursor.skipSpaces()
        }
        let found: Roles
        if cursor.consume(NewspaperLexicon.correspondent) {
            found = .correspondent
        } else if cursor.consume(NewspaperLexicon.photographer) {
            found = .photographer
        } else if cursor.consume(NewspaperLexicon.reporter) {
            found = .reporter
        } else {
            cursor.at = from
            return false
        }
        if house { (glued, hasHouse) = (true, true) }
        // 文丨周小禾: the stroke is a Han.
        if cursor.next == 0x4E28 {
            cursor.at += 1
            glued = true
        }
        // 文心远 is a person; 街巷新事·记者走笔 is a column.
        let isTouched = cursor.kind.isSolid
        if isTouched, !house, cursor.at - from == 1, Surnames.begin(cursor.text, at: from, count: hanRun(from)) {
            cursor.at = from
            return false
        }
        if isTouched, frame == .line, !house, !byline.hasBullet, !names.isEmpty,
            !Surnames.begin(cursor.text, at: cursor.at, count: min(3, max(2, hanRun(cursor.at))))
        {
            cursor.at = from
            return false
        }
        // 记者观察 is a column's name, 记者 王嘉晨 a byline: a space may be missing only inside a frame.
        if !glued, cursor.kind.isSolid || cursor.kind == .hangul, names.isEmpty {
            cursor.at = from
            return false
        }
        byline.hasRole = true
        if names.count >= 2, isAddressed { names.removeLast(names.count - 1) }
        // 홍길동 기자, 荀静 整理: the role comes after the name; 齐眉 通讯员 和正: before it.
        let isLast = isPostposed(from)
        // 记者 丰收 文 黎明 图: the word after a name says what that person did.
        if found == .reporter, cursor.at - from == 1, !names.isEmpty {
            flush()
            return true
        }
        if found == .photographer { byline.hasPhotographer = true }
        // 文、圖：本報記者 林小禾
        if role == [.reporter, .photographer], names.isEmpty, byline.names == 0, found != .photographer {
            shared = true
        }
        if role == nil, !names.isEmpty, isLast {
            role = found
            flush()
        } else {
            flush()
            role = found
        }
        return true
    }

    /// 驻外记者, 駐京記者: moves past where a reporter is posted.
    private mutating func consumePost() -> Bool {
        guard cursor.next == 0x9A7B || cursor.next == 0x99D0 else { return false }
        for length in 2...5 where (1..<length).allSatisfy({ cursor.kind($0) == .han }) {
            let role = Cursor(cursor.text, at: cursor.at + length, end: cursor.end)
            if isRole(role), Self.startsRole(role) {
                cursor.at += length
                return true
            }
        }
        return false
    }

    /// 主婦 小椋千代 (浜瀬市 58): a letter's writer, with town and age in brackets.
    private mutating func consumeAge() {
        guard frame == .line, cursor.end > cursor.at + 6, cursor.text.scalars[cursor.end - 1] == 0x29,
            cursor.text.kind(cursor.end - 2) == .digit,
            let open = (cursor.at..<cursor.end).last(where: { cursor.text.scalars[$0] == 0x28 }), open > cursor.at,
            cursor.text.scalars[open..<cursor.end].contains(0x20), cursor.end - open < 16
        else { return }
        cursor.end = open
        while cursor.end > cursor.at, cursor.text.scalars[cursor.end - 1] == 0x20 { cursor.end -= 1 }
        hasAge = true
        byline.hasRole = true
    }

    /// 本报记者（何一渡）: the bracket holds the name.
    private func isRole(endingAt end: Int) -> Bool {
        (max(cursor.at, end - 6)..<end).contains { place in
            let (text, length) = (cursor.text.scalars, end - place)
            return [NewspaperLexicon.reporter, NewspaperLexicon.correspondent].contains {
                length > 1 && $0.match(text, at: place, end: end) == length
            }
        }
    }

    /// 林玉霞（護士）, 应铎（作者单位：…）: a remark in brackets after the name.
    private mutating func consumeRemark() {
        guard frame == .line, cursor.end > cursor.at + 4, cursor.text.scalars[cursor.end - 1] == 0x29,
            let open = (cursor.at..<cursor.end).last(where: { cursor.text.scalars[$0] == 0x28 }), open > cursor.at + 1,
            cursor.end - open <= 24, !TrailingAttribution.isCredit(cursor.text, from: open + 1, to: cursor.end - 1),
            JumpLine.read(cursor.text, from: open, to: cursor.end) == nil, !isRole(endingAt: open)
        else { return }
        // 许知行（作者系…）
        if NewspaperLexicon.authorNote.match(cursor.text.scalars, at: open + 1, end: cursor.end) > 0 {
            byline.hasRole = true
        }
        cursor.end = open
        while cursor.end > cursor.at, cursor.text.scalars[cursor.end - 1] == 0x20 { cursor.end -= 1 }
        // 小野寺ツル 79 (潮見市): a letter's writer, with the age before the town.
        var age = cursor.end
        while age > cursor.at, cursor.text.kind(age - 1) == .digit { age -= 1 }
        guard (2...3).contains(cursor.end - age), age > cursor.at + 1, cursor.text.scalars[age - 1] == 0x20 else {
            return
        }
        cursor.end = age - 1
        hasAge = true
        byline.hasRole = true
    }

    /// jiho@solnae.example after a name.
    private mutating func consumeAddress() -> Bool {
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
        if cursor.text.kind(start) == .hangul { return true }
        var rest = cursor
        rest.skipSpaces()
        return rest.isAtEnd || !(rest.kind.isLetter) || isRole(rest)
    }

    private mutating func flush() {
        let roles = role ?? [.reporter]
        if !names.isEmpty {
            if roles.contains(.reporter) { credit(.reporter) }
            if roles.contains(.correspondent) { credit(.correspondent) }
            if roles.contains(.photographer) { credit(.photographer) }
            names = []
        }
        role = nil
    }

    private mutating func credit(_ role: Credit.Role) {
        for name in names { byline.credits.append(Credit(role, name)) }
    }

    /// 文/图 after the names: all of them also took pictures.
    private mutating func addPhotographers() {
        for credit in byline.credits where credit.role == .reporter || credit.role == .correspondent {
            byline.credits.append(Credit(.photographer, credit.name))
        }
    }

    /// Whether a role is at the cursor.
    @inline(__always)
    func isRole(_ cursor: Cursor) -> Bool { cursor.mayBegin(anyOf: roles) && hasRole(cursor) }

    private func hasRole(_ cursor: Cursor) -> Bool {
        isRole(NewspaperLexicon.reporter, cursor) || isRole(NewspaperLexicon.correspondent, cursor)
            || isRole(NewspaperLexicon.photographer, cursor) || isRole(NewspaperLexicon.both, cursor)
    }

    /// Whether one of the words is at the cursor. A single character is a role only at the end: 巫山客摄, but not 區樂文.
    func isRole(_ words: Words, _ cursor: Cursor) -> Bool {
        let length = words.match(cursor.text.scalars, at: cursor.at, end: cursor.end)
        return length > 1 || length == 1 && Self.endings.contains(cursor.next) && !cursor.kind(1).isLetter
    }

    /// 来源:X, 据X: the whole rest is the agency's name.
    private mutating func readSource() -> Byline? {
        let start = cursor
        guard cursor.consume(NewspaperLexicon.source) else { return nil }
        // 供稿：周小禾 is a writer, 供稿：青石县文化馆 a source.
        if start.next == 0x4F9B, cursor.end - cursor.at <= 5 {
            cursor = start
            return nil
        }
        let isMarked = cursor.consume(":") || cursor.consume("/")
        cursor.skipSpaces()
        guard isMarked, cursor.end - cursor.at >= 2, cursor.end - cursor.at <= 30 else {
            cursor = start
            return nil
        }
        var to = cursor.end
        while to > cursor.at, cursor.text.scalars[to - 1] == 0x20 { to -= 1 }
        // 来源：青石县融媒体中心 记者 何一川
        if let space = (cursor.at..<to).first(where: { cursor.text.scalars[$0] == 0x20 }), space > cursor.at + 1 {
            var rest = Cursor(cursor.text, at: space, end: to)
            rest.skipSpaces()
            if isRole(rest), let writers = Byline.read(cursor.text, from: rest.at, to: to), writers.hasRole {
                byline = writers
                byline.credits.insert(Credit(.agency, cursor.string(from: cursor.at, to: space)), at: 0)
                return byline
            }
        }
        byline.credits.append(Credit(.agency, cursor.string(from: cursor.at, to: to)))
        byline.hasRole = true
        return byline
    }
}

extension FoldedText {
    /// The word of the list that ends at a place.
    fileprivate func slice(before end: Int, _ words: Words) -> String {
        for from in max(0, end - 8)..<end where words.match(scalars, at: from, end: end) == end - from {
            return Cursor(self).string(from: from, to: end)
        }
        return ""
    }
}
