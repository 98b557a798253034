/// A line of credits, told apart by what its people did: "By A; photographs by B", "文/甲 图/乙", "记者 甲 摄影 乙", "甲 文 乙 摄".
struct CreditLine {
    /// Those who wrote, as the line has them; nil where it names none.
    private(set) var writers: String?
    /// Those who took or drew the pictures.
    private(set) var artists: String?

    /// Characters of a line that is read; a longer one is no line of credits.
    private static let longest = 400

    init(_ line: String) {
        guard line.utf8.count <= 4 * Self.longest else {
            writers = line
            return
        }
        let characters = Array(line)
        let labels = Self.labels(in: characters)
        guard labels.contains(where: { $0.role != .writer }) else {
            writers = line
            return
        }
        var (start, role) = (0, Role.writer)
        for label in labels {
            add(characters[start..<label.range.lowerBound], label.isBehind ? label.role : role)
            (start, role) = (label.range.upperBound, label.isBehind ? .writer : label.role)
        }
        add(characters[start...], role)
    }

    private enum Role { case writer, artist, both }

    private mutating func add(_ characters: ArraySlice<Character>, _ role: Role) {
        func isMark(_ character: Character) -> Bool { character.isWhitespace || Self.marks.contains(character) }
        var name = characters.drop(while: isMark)
        while let last = name.last, isMark(last) { name.removeLast() }
        for word in ["and", "und", "et", "y", "&"] where name.lowercasedHasSuffix(" " + word) {
            name = name.dropLast(word.count + 1)
        }
        guard !name.isEmpty else { return }
        if role != .artist { writers = Self.joined(writers, String(name)) }
        if role != .writer { artists = Self.joined(artists, String(name)) }
    }

    private static func joined(_ names: String?, _ more: String) -> String { names.map { $0 + ", " + more } ?? more }

    private static let marks = Set(",，、;；|｜·•–—-/／()（）[]【】.。□■")

    // MARK: - Labels

    private struct Label {
        var range: Range<Int>
        var role: Role
        /// Whether it stands behind its names: "甲 摄".
        var isBehind: Bool
    }

    private static let forBoth = """
        文/图 图/文 文／图 图／文 文、图 图、文 文图 图文 文/圖 圖/文 圖文 文並攝 文并摄 撰文摄影 撰文、摄影 摄影报道 攝影報導 文/摄 text+photos words+and+pictures \
        words+and+photographs text+and+photos story+and+photos story+and+photographs
        """
    private static let forArtists = """
        摄影记者 攝影記者 图片来源 圖片來源 摄影 攝影 撮影 写真 图片 圖片 照片 供图 供圖 制图 製圖 插画 插畫 插图 插圖 漫画 漫畫 视频 視頻 摄 攝 图 圖 photographer \
        photographers photojournalist photograph photographs photography photo photos picture pictures image images illustration \
        illustrations illustrator graphic graphics video foto fotos fotograf fotografie fotografía fotografia photographe fotógrafo
        """
    private static let forWriters = "本报记者 文字记者 记者 記者 作者 通讯员 通訊員 撰文 文 text words story writer"

    /// The longest first.
    private static let words: [(word: [Character], role: Role)] = {
        let rows: [(Role, String)] = [(.both, forBoth), (.artist, forArtists), (.writer, forWriters)]
        var words: [(word: [Character], role: Role)] = []
        for (role, row) in rows {
            for word in row.split(separator: " ") { words.append((word.map { $0 == "+" ? " " : $0 }, role)) }
        }
        return words.sorted { $0.word.count > $1.word.count }
    }()

    private static let offices = Set(["photographer", "photojournalist", "illustrator", "fotograf", "photographe"])

    private static func labels(in line: [Character]) -> [Label] {
        var labels: [Label] = []
        var at = 0
        while at < line.count {
            guard let label = label(in: line, at: at, from: labels.last?.range.upperBound ?? 0) else {
                at += 1
                continue
            }
            labels.append(label)
            at = label.range.upperBound
        }
        return labels
    }

    /// The label that begins at a place.
    private static func label(in line: [Character], at place: Int, from start: Int) -> Label? {
        let isHan = isHan(line[place])
        guard isHan || place == 0 || !line[place - 1].isLetter else { return nil }
        for (word, role) in words where word.count <= line.count - place {
            let end = place + word.count
            guard zip(line[place..<end], word).allSatisfy({ $0 == $1 || $0.lowercased() == String($1) }),
                isHan || end == line.count || !line[end].isLetter
            else { continue }
            if let connected = connector(in: line, from: end, isHan: isHan) {
                return Label(range: place..<connected, role: role, isBehind: false)
            }
            let isLast = end == line.count || marks.contains(line[end])
            let isParted = place > start && (line[place - 1].isWhitespace || marks.contains(line[place - 1]))
            let hasNames = line[start..<place].contains(where: \.isLetter)
            if isHan {
                let isAlone = word.count == 1
                // "甲 摄" and "甲摄"; but 文 and 图 may be the last of a name.
                let ends = isLast || line[end].isWhitespace && (isAlone || role == .both)
                if hasNames, ends, isParted || "摄攝".contains(word[0]) && word.count < 3 {
                    return Label(range: place..<end, role: role, isBehind: true)
                }
                if !isAlone, end < line.count, place == 0 || isParted || role != .writer {
                    return Label(range: place..<end, role: role, isBehind: false)
                }
            } else if offices.contains(String(word)) {
                if hasNames, isParted, isLast { return Label(range: place..<end, role: role, isBehind: true) }
                if end + 1 < line.count, line[end].isWhitespace, line[end + 1].isUppercase {
                    return Label(range: place..<end, role: role, isBehind: false)
                }
            }
        }
        return nil
    }

    private static func isHan(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { (0x3400...0x9FFF).contains($0.value) } ?? false
    }

    /// Where what joins a label to its names ends: a colon, a stroke, "by"; nil where there is none.
    private static func connector(in line: [Character], from start: Int, isHan: Bool) -> Int? {
        var at = start
        func skipSpaces() { while at < line.count, line[at].isWhitespace { at += 1 } }
        func skip(_ words: [String]) -> Bool {
            for word in words where line[at...].lowercasedHasPrefix(word) {
                let end = at + word.count
                guard end < line.count, line[end].isWhitespace || ":：".contains(line[end]) else { continue }
                at = end
                return true
            }
            return false
        }
        skipSpaces()
        if !isHan, skip(["credit", "credits", "courtesy of"]) { skipSpaces() }
        if at < line.count, ":：/／|｜丨＝=".contains(line[at]) { return at + 1 }
        if !isHan, at > start, skip(["by", "von", "par", "por", "de", "di"]) { return at }
        return nil
    }
}

extension ArraySlice<Character> {
    fileprivate func lowercasedHasPrefix(_ word: String) -> Bool {
        count >= word.count && zip(self, word).allSatisfy { $0.lowercased() == String($1) }
    }

    fileprivate func lowercasedHasSuffix(_ word: String) -> Bool { suffix(word.count).lowercasedHasPrefix(word) }
}
