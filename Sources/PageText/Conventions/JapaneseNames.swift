import Newspaper

/// Names of people in Japanese text: 吉田健一, 佐伯由美子. A family name of two or three characters from a list of the commonest, and
/// a given name of one to three Han or kana.
enum JapaneseNames {
    private static let families = Words(
        """
        佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡部 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 斉藤 齋藤 清水 山崎 阿部 池田 橋本 山下 石川 中島 前田 藤田 小川 後藤 岡田 長谷川 村上
        近藤 石井 坂本 遠藤 青木 藤井 西村 福田 太田 三浦 岡本 松田 中川 中野 原田 小野 田村 竹内 金子 和田 中山 藤原 石田 上田 森田 小島 柴田 酒井 工藤 横山 宮崎 宮本 内田 高木 安藤 谷口
        大野 丸山 今井 高田 藤本 武田 村田 上野 杉山 増田 平野 大塚 千葉 久保 松井 小山 岩崎 木下 桜井 野口 松尾 野村 菊地 菊池 佐野 渡会 大西 杉本 新井 浜田 市川 古川 水野 小松 島田 小池
        山内 西田 吉川 川崎 本田 北村 東田 安田 中田 川口 平田 五十嵐 久保田 西川 飯田 関口 岩田 服部 土屋 川上 福島 永井 馬場 樋口 田口 永田 秋山 山中 中西 松下 小田 矢野 荒木 大橋 松岡
        浅野 小沢 吉村 黒田 大久保 熊谷 野田 川村 菅原 望月 尾崎 岩本 片山 早川 須藤 荒井 堀内 西山 平井 東山 岡崎 河野 石原 高山 小西 松村 成田 児玉 菅野 高野 小倉 石橋 宮田 早瀬 柏木 大谷
        本間 富田 大島 森本 川田 栗原 三宅 内藤 田辺 飯塚 関根 大川 小泉 河合 奥村 吉岡 津田 堤 矢島 稲垣 根本 宇野 相馬 古田 大森 藤川 梅田 真壁 佐伯 小椋 小野寺 黒川 滝沢 倉田 白石
        """)

    static var lists: [Words] { [families, agencies, taken, roles, writers] }

    /// Whether a part of a text is one name and nothing else.
    static func isName(_ text: FoldedText, from: Int, to: Int) -> Bool {
        let length = families.match(text.scalars, at: from, end: to)
        guard length > 0 else { return false }
        var given = from + length
        if given < to, text.scalars[given] == 0x20 { given += 1 }
        return (1...3).contains(to - given) && (given..<to).allSatisfy { text.kind($0).isSolid }
    }

    /// The names in a part of a text, with marks between them; nil where anything else is in it.
    static func names(in text: FoldedText, from: Int, to: Int) -> [String]? {
        var names: [String] = []
        var start = from
        for at in from...to where at == to || marks.contains(text.scalars[at]) {
            guard isName(text, from: start, to: at) else { return nil }
            names.append(text.string(from: start, to: at).replacing(" ", with: ""))
            start = at + 1
        }
        return names
    }
    private static let marks = StaticMarks("、,·")

    /// A place, perhaps a mark, and names: 東京 吉田健一, ソウル＝吉田健一、田中彩, 札幌吉田健一; or names alone.
    static func credits(inBracket text: FoldedText, from: Int, to: Int) -> [Credit]? {
        guard to - from >= 3, to - from <= 40 else { return nil }
        let parts = (from..<to).filter { separators.contains(text.scalars[$0]) }
        for at in parts {
            let (isPlace, start) = (isPlace(text, from: from, to: at), at + 1)
            guard isPlace else { continue }
            if let agency = agency(text, from: start, to: to) { return [Credit(.agency, agency)] }
            if let names = names(in: text, from: start, to: to) { return names.map { Credit(.reporter, $0) } }
        }
        if let names = names(in: text, from: from, to: to) { return names.map { Credit(.reporter, $0) } }
        guard parts.isEmpty else { return nil }
        // The place is the shortest that leaves a name.
        for start in (from + 2)..<max(from + 3, min(from + 9, to - 1)) where isPlace(text, from: from, to: start) {
            if let agency = agency(text, from: start, to: to) { return [Credit(.agency, agency)] }
            if let names = names(in: text, from: start, to: to) { return names.map { Credit(.reporter, $0) } }
        }
        return nil
    }
    private static let separators = StaticMarks("= ·")
    private static let agencies = Words("共同 時事 AFP AFP時事 ロイター AP")

    /// What somebody is, before or behind a name on a line of its own.
    private static let roles = Words("記者 特派員 支局長 編集委員 論説委員 カメラマン")
    private static let roleEnds = StaticMarks("部局長員文者人家")
    private static let writers = Words(
        "ライター フリーライター カメラマン 写真家 取材 取材·文 構成·文 構成 取材·構成 文 文·写真 写真·文 文と写真 写真と文 文·撮影 撮影·文 聞き手 選 評 選評 インタビュー"
    )

    /// 早瀬健一記者, 社会部 早瀬健一, 取材・文 早瀬健一, 早瀬健一、柏木蓮; nil where the line is anything else.
    static func byline(_ text: FoldedText, from: Int, to: Int) -> Byline? {
        guard to - from >= 3, to - from <= 30, text.kind(from).isSolid else { return nil }
        if let writer = letterWriter(text, from: from, to: to) { return writer }
        guard to - from <= 16 else { return nil }
        // Known names, or any behind a word for what somebody did.
        let (families, separators) = (families, separators)
        let isKnown = families.mayBeIn(text)
        guard isKnown || writers.mayBeIn(text) else { return nil }
        // 早瀬健一（編集委員）
        if isKnown, text.scalars[to - 1] == 0x29, let open = (from..<to).last(where: { text.scalars[$0] == 0x28 }),
            isName(text, from: from, to: open), roles.match(text.scalars, at: open + 1, end: to) == to - open - 2
        {
            return byline([text.string(from: from, to: open)], hasRole: true)
        }
        guard text.kind(to - 1).isSolid else { return nil }
        // 真辺ゆう子・選
        if separators.contains(text.scalars[to - 2]), choosers.contains(text.scalars[to - 1]),
            isKnown && isName(text, from: from, to: to - 2) || isAnyName(text, from: from, to: to - 2)
        {
            return byline([text.string(from: from, to: to - 2)], hasRole: true)
        }
        // The name is behind the last mark, or behind the one before it, 早瀬 健一, or the whole line is names.
        var mark = to - 1
        for _ in 0..<2 {
            mark -= 1
            while mark > from, !separators.contains(text.scalars[mark]) { mark -= 1 }
            guard mark >= from + 1 else { break }
            if writers.match(text.scalars, at: from, end: mark) == mark - from,
                isKnown && isName(text, from: mark + 1, to: to) || isAnyName(text, from: mark + 1, to: to)
            {
                return byline([text.string(from: mark + 1, to: to)], hasRole: true)
            }
        }
        mark = to - 1
        while mark > from, !separators.contains(text.scalars[mark]) { mark -= 1 }
        guard isKnown, mark == from || mark >= from + 2 else { return nil }
        let start = mark == from ? from : mark + 1
        guard families.match(text.scalars, at: start, end: to) > 0 else { return nil }
        var (end, hasRole) = (to, false)
        if roleEnds.contains(text.scalars[to - 1]) || text.kind(to - 1) == .kana {
            let least = max(start + 3, to - 5)
            if least < to - 1,
                let role = (least..<to - 1).first(where: { roles.match(text.scalars, at: $0, end: to) == to - $0 })
            {
                end = role
                hasRole = true
            }
        }
        if start > from {
            // 早瀬 健一 is a name; 社会部 早瀬健一 has one.
            guard roleEnds.contains(text.scalars[mark - 1]) else { return nil }
            hasRole = true
        }
        guard let names = names(in: text, from: start, to: end), hasRole || names.count > 1 else { return nil }
        return byline(names, hasRole: hasRole)
    }

    private static func byline(_ names: [String], hasRole: Bool) -> Byline {
        var byline = Byline()
        byline.hasRole = hasRole
        byline.credits = names.map { Credit(.reporter, $0.replacing(" ", with: "")) }
        byline.names = names.count
        return byline
    }

    /// A name that is in no list: three to six characters without a mark.
    private static func isAnyName(_ text: FoldedText, from: Int, to: Int) -> Bool {
        (3...6).contains(to - from) && (from..<to).allSatisfy { text.kind($0).isSolid } && text.kind(from) == .han
            && !particles.contains(text.scalars[to - 1])
    }
    private static let particles = StaticMarks("のはがをにでとも")
    /// What somebody did to poems, behind the name.
    private static let choosers = StaticMarks("選評記談文")

    /// 無職・早瀬健一・71歳（北浜市）: who wrote a letter, with age, and work or town.
    static func letterWriter(_ text: FoldedText, from: Int, to: Int) -> Byline? {
        guard (8...30).contains(to - from), families.mayBeIn(text),
            (from..<to).contains(where: { text.kind($0) == .digit })
        else { return nil }
        var (name, ages, parts): (String?, Int, Int) = (nil, 0, 0)
        var start = from
        for at in from...to
        where at == to || letterMarks.contains(text.scalars[at])
            || at > start && text.kind(at) == .digit
                && text.kind(at - 1) != .digit
        {
            let length = at - start
            if length > 0 {
                let digits = (start..<at).count { text.kind($0) == .digit }
                if (1...3).contains(digits), length == digits || length == digits + 1 && text.scalars[at - 1] == 0x6B73
                {
                    ages += 1
                } else if digits == 0, length <= 9,
                    (start..<at).allSatisfy({ text.kind($0).isSolid || text.kind($0) == .kana })
                {
                    if name == nil, isName(text, from: start, to: at) { name = text.string(from: start, to: at) }
                } else {
                    return nil
                }
                parts += 1
            }
            start = at < to && text.kind(at) == .digit ? at : at + 1
        }
        guard let name, ages == 1, (3...5).contains(parts) else { return nil }
        return byline([name], hasRole: true)
    }
    private static let letterMarks = StaticMarks(" ·、,()")

    private static func agency(_ text: FoldedText, from: Int, to: Int) -> String? {
        agencies.match(text.scalars, at: from, end: to) == to - from ? text.string(from: from, to: to) : nil
    }

    private static func isPlace(_ text: FoldedText, from: Int, to: Int) -> Bool {
        (2...9).contains(to - from) && (from..<to).allSatisfy { text.kind($0).isSolid || text.scalars[$0] == 0x30FC }
    }

    /// The name before 撮影 or 写す at the end of a credit that begins with ＝: 佐藤健一, also in ＝北浜市で、佐藤健一撮影.
    static func photographer(in text: FoldedText, from: Int, to: Int) -> String? {
        guard let word = takenWord(text, end: to), word > from else { return nil }
        let start = (from..<word).last { creditMarks.contains(text.scalars[$0]) }.map { $0 + 1 } ?? from
        guard (2...8).contains(word - start), (start..<word).allSatisfy({ text.kind($0).isSolid }) else { return nil }
        return text.string(from: start, to: word)
    }
    private static let creditMarks = StaticMarks("、,=で ")

    /// Where 撮影 or 写す begins, if the text ends with it.
    static func takenWord(_ text: FoldedText, end: Int) -> Int? {
        end > 2 && (text.scalars[end - 1] == 0x5F71 || text.scalars[end - 1] == 0x3059)
            && taken.match(text.scalars, at: end - 2, end: end) == 2 ? end - 2 : nil
    }
    private static let taken = Words("撮影 写す")
}
