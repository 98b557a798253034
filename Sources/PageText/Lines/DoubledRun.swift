import TextDecoding

/// Doubled characters in a row on one line, with nothing but white space between them.
struct DoubledRun {
    /// UTF-8 offsets of the line, without its break.
    let line: Range<Int>
    private(set) var range: Range<Int>
    /// The pairs of the run.
    private(set) var pairs: [Range<Int>] = []
    /// Pairs of Han and Hangul, of kana, of digits, of Latin and other letters, and of punctuation that nobody writes twice.
    private var (han, kana, digits, letters, marks) = (0, 0, 0, 0, 0)
    /// Pairs of Han that are words by themselves, of those that are in words of two pairs, and of those that never are.
    private var (words, paired, singles) = (0, 0, 0)
    /// Pairs of the longest word; 1 for 丽丽 娜娜.
    private var longestWord = 0
    /// Nothing else is on the line.
    private var isLine = false
    /// It begins and ends with words.
    private var isWords = false
    /// Something besides the run shows that it was doubled.
    private(set) var isEvident = false
    /// The pairs that are plain elsewhere, where these alone are evident.
    private var plainPairs: Set<Int> = []

    /// The run that begins at a place, where two pairs are.
    init(in bytes: UnsafeBufferPointer<UInt8>, at start: Int, line: Range<Int>) {
        self.line = line
        range = start..<start
        var (place, word, last): (Int, Int, UInt32) = (start, 0, 0)
        while place < line.upperBound {
            let (scalar, length) = bytes.scalar(at: place)
            let kind = CharacterClasses.shared.of(scalar)
            if kind == .space {
                word = 0
                place += length
                continue
            }
            guard place + 2 * length <= line.upperBound, bytes.scalar(at: place + length).value == scalar else { break }
            pairs.append(place..<place + 2 * length)
            place += 2 * length
            range = start..<place
            word += 1
            longestWord = max(longestWord, word)
            // 哈哈哈哈, ====
            if scalar != last { count(kind, scalar) }
            last = scalar
        }
        let before = bytes.trimmed(line.lowerBound..<start)
        let after = bytes.trimmed(range.upperBound..<line.upperBound)
        isLine = before.isEmpty && after.isEmpty
        isWords =
            (before.isEmpty || before.upperBound < start) && (after.isEmpty || after.lowerBound > range.upperBound)
    }

    private mutating func count(_ kind: CharacterClass, _ scalar: UInt32) {
        if Self.reduplicated.contains(scalar) {
            words += 1
        } else if Self.paired.contains(scalar) {
            paired += 1
        } else if Self.single.contains(scalar) {
            singles += 1
        }
        switch kind {
        case .han, .hangul: han += 1
        case .kana: kana += 1
        case .digit: digits += 1
        case .lower, .upper, .letter: letters += 1
        case .pause, .opening, .closing: marks += 1
        // …… —— ！！ are written.
        default: break
        }
    }

    /// Three Han in a row, read once, with the index of the first: none of those that words of their own double.
    func triples(in bytes: UnsafeBufferPointer<UInt8>) -> [(first: Int, key: UInt64)] {
        var triples: [(first: Int, key: UInt64)] = []
        var (length, key, last): (Int, UInt64, UInt32) = (0, 0, 0)
        for (index, pair) in pairs.enumerated() {
            let scalar = bytes.scalar(at: pair.lowerBound).value
            let kind = CharacterClasses.shared.of(scalar)
            guard scalar >= 0x1100, kind.isLetter, !Self.reduplicated.contains(scalar) else {
                length = 0
                continue
            }
            // 哈哈哈 is in 哈哈哈哈哈哈 itself.
            if scalar == last { length = 0 }
            last = scalar
            length = length > 0 && pairs[index - 1].upperBound == pair.lowerBound ? length + 1 : 1
            key = PlainTriples.key(key, scalar)
            if length >= 3 { triples.append((index - 2, key)) }
        }
        return triples
    }

    /// Words that are doubled by themselves, so that those beside them are no part of the same word: 天天高高兴兴, but 今天高兴.
    private static let reduplicated = StaticMarks(
        "天人年月日夜家户戶处處时時常往渐漸刚剛慢好多早快爸妈媽爷爺奶哥姐弟妹叔伯舅姑姥公婆宝寶娃个個件样樣次句字条條层層步声聲代世岁歲双雙事")
    /// Besides these, what is in the words that are made of two pairs (清清楚楚, 来来往往) and in names.
    private static let paired = StaticMarks(
        "的确確在高兴興平安健康乐樂欢歡喜红紅火热熱闹鬧清楚明白干净淨整齐齊和美圆圓满滿稳穩踏实實认認真勤恳懇朴樸素大小老长長短来來往进進出上下前后後"
            + "里裏外左右男女吃喝说說笑打唱跳蹦哭啼吵敲缝縫补補洗涮修停走看想试試尝嘗等谢謝风風雨山水花草方面形色林总總祖辈輩分秒点點滴反复復密麻"
            + "慌张張匆忙急吞吐结結巴战戰兢勉强規规矩原本堂正客气氣斯文轰轟烈浩荡蕩踉跄蹌哆嗦隐隱约約朦胧朧恍惚昏沉迷糊涂塗马馬虎随隨便懒懶散"
            + "破烂爛零碎坑洼弯彎曲扭歪斜粗细細胖瘦病严嚴厚道诚誠恭敬亲親甜蜜恩爱愛开開心轻輕松鬆自由从從容舒服凉涼爽暖香嫩脆酥软軟柔滑光亮闪閃"
            + "晶莹瑩剔透空寂寞孤单單冷凄悽惨慘切戚寻尋觅覓重深浅淺远遠近早晚沸扬揚纷紛郁鬱葱蔥挨挤擠拉扯磨蹭嘀咕叽嘰喳嘻哈汪哗嘩啦答叮当當咚丁"
            + "星兜转轉指偷摸遮掩躲藏婆三两兩千万萬朝暮坛罈罐瓶盆枝叶葉根角落沟溝坎村寨生子孙孫口字篇丽麗娜芳婷莉燕佳欣洋媛倩玲珍萍军軍东東冬磊鑫淼森宁寧")
    /// Words that are in no word twice.
    private static let single = StaticMarks("与與被于於为為而及或了")

    // MARK: - Evidence

    /// Finds out whether something besides the run shows that it was doubled.
    mutating func findEvidence(in bytes: UnsafeBufferPointer<UInt8>, _ plain: PlainTriples) {
        // 1122 and aabb are written, and so are 家家户户3344 and 高高兴兴！！
        let others = han + kana + letters - words
        let isMixed = letters > 0 && han + kana >= 2 || digits + marks > 0 && others >= 3 && han + kana > 0
        // Most of what the language doubles is known; five words of which it does not half are no chance.
        let isUnknown = min(han, longestWord) >= 5 && (words + paired) * 2 <= han
        isEvident = pairs.count >= 5 && (isMixed || han >= 2 && kana >= 2 || singles > 0) || isUnknown || letters >= 8
        if isEvident { return }
        for triple in triples(in: bytes) where plain.contains(triple.key) {
            isEvident = true
            // 县县医医院院天天开诊
            plainPairs.formUnion(triple.first..<triple.first + 3)
        }
        if isWords { plainPairs = [] }
        if !isEvident, canBeConventional { isEvident = isConventional(bytes) }
    }

    private var canBeConventional: Bool {
        // 112233 is a number.
        isWords && han + kana > 0 && longestWord >= 2 && line.count <= FeatureExtractor.longestShort * 2
    }

    /// Whether the line, with the run read once, is one that newspapers have.
    private func isConventional(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        FoldedText.with(mergedLine(bytes)) { text in
            // 第3版 民民生生
            if !isLine, let name = Folio.read(text)?.name, Self.pageNames.contains(name) { return true }
            guard pairs.count >= 3 else { return false }
            if let byline = Byline.read(text), byline.hasRole, !byline.isPenName, byline.names > 0 { return true }
            // 22002266年年33月月66日日 星期五
            if digits > 0, CalendarDate.find(text) != nil { return true }
            guard isLine else { return false }
            if Folio.read(text) != nil { return true }
            let last = max(0, text.count - 3)..<text.count
            return text.count >= 3
                && last.contains {
                    NewspaperLexicon.banner.match(text.scalars, at: $0, end: text.count) == text.count - $0
                }
        }
    }

    private func mergedLine(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var (merged, copied): ([UInt8], Int) = ([], line.lowerBound)
        for pair in pairs {
            merged += bytes[copied..<pair.lowerBound + pair.count / 2]
            copied = pair.upperBound
        }
        return String(decoding: merged + bytes[copied..<line.upperBound], as: UTF8.self).trimmed
    }

    // MARK: - Merging

    /// The pairs that are read once in a text of which so many lines are evident: none where the run may be the text's own.
    func pairsToMerge(in bytes: UnsafeBufferPointer<UInt8>, evidentLines: Int) -> [Range<Int>] {
        if isEvident {
            return plainPairs.isEmpty ? pairs : pairs.indices.filter(plainPairs.contains).map { pairs[$0] }
        }
        guard canBeConventional, fits(bytes, evidentLines) else { return [] }
        return pairs
    }

    /// Whether it was doubled as the evident lines were.
    private func fits(_ bytes: UnsafeBufferPointer<UInt8>, _ evidentLines: Int) -> Bool {
        if isLine {
            // AA座座
            if han > words && letters + digits > 0 { return true }
            // 高高兴兴平平安安 may be the page's own.
            if evidentLines >= 2, han + kana >= 5 { return true }
        }
        return FoldedText.with(mergedLine(bytes)) { text in
            if isLine { return Self.pageNames.contains(text.string(from: 0, to: text.count)) }
            // 本报记者 王王伟伟
            guard let byline = Byline.read(text) else { return false }
            return byline.hasRole && !byline.isPenName
        }
    }

    /// What papers call pages.
    private static let pageNames: Set<String> = [
        "要闻", "要聞", "民生", "综合", "綜合", "时政", "時政", "经济", "經濟", "财经", "財經", "文化", "体育", "體育", "教育", "科技", "社会",
        "社會",
        "生活", "国际", "國際", "国内", "國內", "本地", "地方", "区域", "副刊", "评论", "評論", "法治", "专题", "專題", "特刊", "文娱", "文旅", "视点",
        "深读",
        "人物", "图片", "圖片", "新闻", "新聞", "地域", "社説", "広告", "广告", "廣告",
    ]
}
