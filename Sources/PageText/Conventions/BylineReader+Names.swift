/// Names of people in Han, kana and Hangul, as opposed to those of institutions and places.
extension BylineReader {
    /// A name of two to four Han (王 伟 spaced out to the width of three), of kana and Han, or of Hangul.
    mutating func consumeName() -> String? {
        let from = cursor.at
        var count = 0
        var dots = 0
        while true {
            let kind = cursor.kind
            if kind.isSolid || kind == .hangul {
                if count >= 2, isRole(cursor) { break }
                count += 1
                // Longer than any name.
                if count > Self.longestName { break }
                cursor.at += 1
            } else if cursor.next == 0xB7, count > 0, cursor.kind(1).isSolid,
                count + dots >= 2 || Self.shortNames.contains(cursor.text.scalars[from]),
                !Self.houses.contains(cursor.text.scalars[cursor.at - 1])
            {
                dots += 1
                cursor.at += 1
            } else {
                break
            }
        }
        if count == 1 {
            let first = from
            let spaces = cursor.skipSpaces()
            // 冯　唐山, alone on its line.
            if frame == .line, from == 0, spaces > 0, cursor.end - cursor.at == 2, cursor.kind == .han,
                cursor.kind(1) == .han, Surnames.isOne(cursor.text.scalars[from])
            {
                defer { cursor.at = cursor.end }
                return cursor.string(from: from, to: from + 1) + cursor.string(from: cursor.at, to: cursor.end)
            }
            guard (1...3).contains(spaces), cursor.kind == .han, cursor.kind(1) != .han else {
                cursor.at = from
                return nil
            }
            cursor.at += 1
            return cursor.string(from: first, to: first + 1) + cursor.string(from: cursor.at - 1, to: cursor.at)
        }
        let most =
            dots > 0
            ? Self.longestName
            : hasKana(from, cursor.at)
                ? Self.longestKana
                : hasAge || (frame == .bracket || role != nil) && !Surnames.begin(cursor.text, at: from, count: 3)
                    ? 5 : 4
        guard count >= 2, count <= most else {
            cursor.at = from
            return readCapitalised()
        }
        if let given = consumeGivenName(after: from) { return cursor.string(from: from, to: from + count) + given }
        let isNamed = dots > 0 || hasKana(from, cursor.at) || Surnames.begin(cursor.text, at: from, count: count)
        if !isNamed, cursor.text.scalars[from] >= 0x2E80, cursor.text.kind(from) == .han {
            byline.isPenName = true
            let last = cursor.text.scalars[cursor.at - 1]
            if count == 4, !Self.houses.contains(last), !Self.offices.contains(last) { byline.hasLongName = true }
            // 昨起向市民敞开: without a space before the role, only a family name makes a name.
            if frame == .line, !byline.hasBullet, !byline.hasRole, !cursor.isAtEnd, isRole(cursor) {
                cursor.at = from
                return nil
            }
        }
        return cursor.string(from: from, to: cursor.at)
    }

    /// 记者（何一渡）
    mutating func consumeBracketedName() -> String? {
        guard role != nil, names.isEmpty, cursor.next == 0x28 else { return nil }
        let before = cursor
        cursor.at += 1
        if let name = consumeName(), cursor.consume(")") { return name }
        cursor = before
        return nil
    }

    /// 佐伯 灯, 真壁 凪沙: a given name after a space, at the line's end.
    private mutating func consumeGivenName(after family: Int) -> String? {
        guard frame == .line, byline.hasRole, (2...3).contains(cursor.at - family), cursor.next == 0x20 else {
            return nil
        }
        var place = cursor
        guard place.skipSpaces() == 1, !isRole(place) else { return nil }
        let from = place.at
        while place.kind.isSolid, place.at - from < 4 { place.at += 1 }
        let count = place.at - from
        guard (1...3).contains(count), place.isAtEnd else { return nil }
        // Two Chinese names side by side have two or three Han each.
        let mayBeChinese =
            Surnames.isOne(cursor.text.scalars[family]) || Surnames.isOne(cursor.text.scalars[from])
        // 丽丽 娜娜 are two people: no family name is a character twice.
        let isDoubled = cursor.at - family == 2 && cursor.text.scalars[family] == cursor.text.scalars[family + 1]
        guard count == 1 || !mayBeChinese && !isDoubled else { return nil }
        defer { cursor = place }
        return cursor.string(from: from, to: place.at)
    }

    /// Han of a name from another script, at most: 阿列克谢·尼古拉耶维奇.
    static let longestName = 12

    /// Moves past where somebody works or what somebody is, before a space and the name: 市中医院主任医师 梅冬青, 农艺师 畅怀远.
    mutating func consumeStation() -> Bool {
        guard names.isEmpty, role == nil || byline.names == 0, cursor.kind == .han else { return false }
        if consumeAddressed() { return true }
        var place = cursor
        while place.kind == .han { place.at += 1 }
        let count = place.at - cursor.at
        let last = cursor.text.scalars[place.at - 1]
        guard (3...16).contains(count),
            place.next == 0x20
        else { return false }
        let isHouse =
            count >= 4 && (Self.houses.contains(last) || Self.titles.contains(last)) || Self.ranks.contains(last)
        guard isHouse || count >= 3 && Self.offices.contains(last) else { return false }
        place.skipSpaces()
        let name = place.at
        guard !isRole(place) else { return false }
        while place.kind == .han { place.at += 1 }
        let isSpaced = place.at == name + 1
        if isSpaced { place.skipSpaces(); while place.kind == .han { place.at += 1 } }
        guard (2...5).contains(place.at - name), place.isAtEnd || place.next == 0x20 else { return false }
        let isNamed = isSpaced || Surnames.begin(cursor.text, at: name, count: place.at - name)
        guard isHouse || isNamed else { return false }
        if isNamed, place.isAtEnd { byline.hasRole = true }
        cursor.at = name
        return true
    }

    /// 西貢 退休教師 岑婉容: one to three words of where and what, one of them a title or an institution, then a whole name.
    private mutating func consumeAddressed() -> Bool {
        guard byline.names == 0, !byline.hasRole else { return false }
        var words: [Range<Int>] = []
        var place = cursor
        while !place.isAtEnd, words.count < 5 {
            let from = place.at
            var role = place
            while !isRole(role), role.consume(NewspaperLexicon.house) {}
            guard !isRole(role) else { return false }
            // 三(2)班
            while place.kind == .han || place.kind == .digit || place.kind == .opening && place.kind(1) == .digit
                || place.kind == .closing && place.kind(-1) == .digit
            { place.at += 1 }
            guard place.at > from, place.isAtEnd || place.next == 0x20 else { return false }
            words.append(from..<place.at)
            place.skipSpaces()
        }
        guard place.isAtEnd, (2...4).contains(words.count), let name = words.last,
            Surnames.begin(cursor.text, at: name.lowerBound, count: name.count),
            words.dropLast().allSatisfy({ (2...14).contains($0.count) }),
            name.allSatisfy({ cursor.text.kind($0) == .han }),
            words.dropLast().contains(where: {
                let last = cursor.text.scalars[$0.upperBound - 1]
                return $0.count >= 3
                    && (Self.houses.contains(last) || Self.titles.contains(last) || Self.ranks.contains(last))
            })
        else { return false }
        cursor.at = name.lowerBound
        byline.hasRole = true
        return true
    }

    private static let titles = StaticMarks("授記记民士生户戶任级級")
    private static let offices = StaticMarks("中埠桥橋巷科室处處村镇鎮乡鄉县縣市区區街路道")
    static let ranks = StaticMarks("师師员員长長")

    /// Whether a name is an institution's, 县农技站, and not a person's.
    static func isHouse(_ name: String) -> Bool {
        let last = name.unicodeScalars.last!.value
        guard last >= 0x2E80 else { return false }
        // Compatibility forms of Han have the highest values.
        if lenders.contains(last) || last >= 0xF900,
            ["受访者", "网络", "資料", "资料", "受訪者"].contains(name)
        {
            return true
        }
        let count = name.unicodeScalars.count
        // 바다신문 한가람 기자
        if CharacterClasses.shared.of(last) == .hangul, count >= 4 {
            return FoldedText.with(name.suffix(2)) {
                NewspaperLexicon.banner.match($0.scalars, at: 0, end: $0.count) == 2
            }
        }
        // 宜川五日電
        if count >= 4, wires.contains(last) { return true }
        return count >= 4 && houses.contains(last) || count >= 3 && places.contains(last)
    }
    /// 让·杜波瓦: a first name of one character.
    private static let shortNames = StaticMarks("让讓")
    private static let wires = StaticMarks("电電讯訊")
    private static let lenders = StaticMarks("者络料")
    private static let places = StaticMarks("乡鄉镇鎮村县縣市區区")
    private static let houses = StaticMarks("站局社校学學院司心委办辦部队隊厂廠馆館系班所")

    private func hasKana(_ from: Int, _ to: Int) -> Bool {
        (from..<to).contains { cursor.text.kind($0) == .kana }
    }
}
