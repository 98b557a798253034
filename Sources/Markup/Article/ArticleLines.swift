import Newspaper

/// Lines above and below an article's text that belong to its page: where it is from, who edited it, what else to read. What they
/// say of it is kept, they are not.
struct ArticleLines {
    private(set) var blocks: [Block]
    /// The publication that it was taken from (来源).
    private(set) var source: String?
    private(set) var authors: [String] = []
    private(set) var editors: [String] = []
    private(set) var photographers: [String] = []
    /// As the line has it.
    private(set) var date: String?

    /// Blocks at the beginning that may be such lines, and UTF-8 bytes that one of them has at most.
    private static let most = 6
    private static let longest = 240

    /// The names that the page's head says already.
    private let known: [String]

    /// - Parameter known: those who wrote it, where that is known.
    /// - Parameter above: lines between the headline and the text, which are none of it.
    init(_ blocks: [Block], headline: String?, known: [String], above: [String] = []) {
        self.blocks = blocks
        self.known = known
        dropHeadline(headline)
        for line in above where line.utf8.count <= Self.longest && line != headline { _ = readLine(line) }
        readStart()
        readEnd()
    }

    /// Blocks in which the headline is looked for again.
    private static let mostAbove = 12

    /// Takes out the headline where it is there again, with the short lines before it: they lead elsewhere.
    private mutating func dropHeadline(_ headline: String?) {
        guard let headline, let place = blocks.prefix(Self.mostAbove).firstIndex(where: { $0.text == headline }) else {
            return
        }
        let before = blocks[..<place]
        if before.allSatisfy({ $0.kind != .figure && $0.text.utf8.count < 60 && !$0.text.contains("。") }) {
            blocks.removeSubrange(...place)
        } else if before.allSatisfy({ $0.kind == .figure }) {
            blocks.remove(at: place)
        }
    }

    private mutating func readStart() {
        var place = 0
        var read = 0
        while place < blocks.count, read < Self.most {
            read += 1
            let block = blocks[place]
            guard block.kind == .paragraph || block.kind == .item || block.kind == .table,
                block.text.utf8.count <= Self.longest
            else {
                if block.kind == .figure {
                    place += 1
                    continue
                }
                return
            }
            if readLine(block.text) { blocks.remove(at: place) } else { place += 1 }
        }
    }

    private static let sourceWords = ["来源：", "来源:", "來源：", "來源:", "稿源：", "稿源:", "文章来源：", "出处：", "Source:"]
    private static let authorWords = [
        "作者：", "作者:", "记者：", "记者:", "記者：", "記者:", "通讯员：", "通訊員：", "撰文：", "文/", "文／", "文 | ",
    ]
    /// Words for a writer that say so without a colon in a line that says where and when as well.
    private static let officeWords = ["记者 ", "記者 ", "记者\u{3000}", "作者 ", "通讯员 "]
    private static let editorWords = [
        "责任编辑：", "责任编辑:", "責任編輯：", "責任編輯:", "责编：", "责编:", "编辑：", "编辑:", "編輯：", "編輯:", "(编辑：", "（编辑：",
    ]
    private static let other = [
        "字号", "字體", "字体", "打印", "分享到", "分享：", "分享至", "手机看新闻", "我要评论", "评论", "浏览次数", "阅读：", "点击数", "原标题：", "收藏",
        "大 中 小", "大中小",
    ]

    /// Whether a line is one of those; takes what it says.
    private mutating func readLine(_ text: String) -> Bool {
        var isLine = false
        if let name = Self.word(after: Self.sourceWords, in: text) {
            source = source ?? name
            isLine = true
        }
        if let name = Self.word(after: Self.authorWords, in: text), name.utf8.count <= 60 {
            authors += Byline.names(in: name)
            isLine = true
        }
        if let name = Self.word(after: Self.editorWords, in: text) {
            editors += Byline.names(in: name)
            isLine = true
        }
        if isLine, authors.isEmpty, let name = Self.word(after: Self.officeWords, in: text), name.utf8.count <= 30 {
            authors += Byline.names(in: name)
        }
        if let found = PageDate.find(in: text), isLine || text.count < 40 && text.count - found.text.count < 24 {
            date = date ?? found.iso
            isLine = true
        }
        if !known.isEmpty, text.utf8.count < 120, Byline.names(in: text) == known { isLine = true }
        if isLine { photographers += Byline.photographers(in: text) }
        return isLine || text.count < 16 && Self.other.contains(where: text.hasPrefix)
    }

    /// What follows one of the words, up to white space or the next word.
    private static func word(after words: [String], in text: String) -> String? {
        for word in words {
            guard ClassWords.has([word], text), let range = text.utf8.firstRange(of: word.utf8) else { continue }
            let rest = text[range.upperBound...].drop { $0.isWhitespace }
            var name = String(rest.prefix { !$0.isWhitespace && !"|｜)）】]".contains($0) })
            for next in sourceWords + authorWords + editorWords where ClassWords.has([next], name) {
                if let cut = name.utf8.firstRange(of: next.utf8) { name = String(name[..<cut.lowerBound]) }
            }
            if !name.isEmpty { return name }
        }
        return nil
    }

    private static let endings = [
        "相关阅读", "相关新闻", "相关报道", "相关链接", "相关推荐", "延伸阅读", "推荐阅读", "相關閱讀", "相關新聞", "延伸閱讀", "推薦閱讀", "热门推荐", "猜你喜欢",
        "更多精彩", "精彩推荐", "上一篇", "下一篇", "版权声明", "免责声明", "分享到", "分享：", "扫一扫", "扫描二维码", "关注公众号", "网友评论", "我要评论", "【打印",
        "打印本页", "关闭窗口", "返回顶部", "返回首页", "特别声明", "声明：",
    ]

    /// The name in a line that begins with the word for an editor, in brackets or not.
    private static func editor(in line: String) -> String? {
        let text = line.drop { "（(【[〔 ".contains($0) }
        return editorWords.contains(where: text.hasPrefix) ? word(after: editorWords, in: String(text)) : nil
    }

    /// What buttons say.
    private static let buttons: Set<String> = [
        "广告", "廣告", "ADVERTISEMENT", "AD", "Sponsored", "点击加载更多", "阅读全文", "閱讀全文",
        "转播到腾讯微博", "分享到微信", "分享到微博", "分享", "收藏", "打印", "举报", "点赞", "评论", "展开全文", "返回搜狐，查看更多", "查看更多", "精彩视频推荐", "返回顶部",
        "字号", "Share", "Tweet", "Print", "Email", "Advertisement", "Read more",
    ]

    /// How lines begin that ask to go elsewhere, or to pay.
    private static let requests = [
        "点击进入", "点击查看", "點擊進入", "點擊查看", "点击下载", "Subscribe to continue", "Subscribe to keep reading",
        "Already a subscriber", "Sign up for our", "Sign up to our",
    ]

    private mutating func readEnd() {
        blocks.removeAll { block in
            block.kind != .figure
                && (block.text.utf8.count < 40 && Self.buttons.contains(block.text)
                    || block.text.utf8.count < 120 && Self.requests.contains(where: block.text.hasPrefix))
        }
        readWriter()
        // What begins such a list ends the article, if it stands behind most of it.
        let all = blocks.reduce(0) { $0 + $1.text.utf8.count }
        var before = 0
        for (place, block) in blocks.enumerated() {
            if before * 2 > all, block.text.utf8.count < 90, block.kind != .figure {
                // An editor's line is the last of an article.
                let editor = Self.editor(in: block.text)
                if let editor { editors += Byline.names(in: editor) }
                if editor != nil || Self.endings.contains(where: block.text.hasPrefix) {
                    blocks.removeSubrange(place...)
                    break
                }
            }
            before += block.text.utf8.count
        }
        while let last = blocks.last(where: { $0.kind != .figure }), last.text.utf8.count < 180,
            let place = blocks.lastIndex(of: last)
        {
            let text = last.text.drop { "（(【[〔 ".contains($0) }
            if Self.editorWords.contains(where: text.hasPrefix),
                let name = Self.word(after: Self.editorWords, in: String(text))
            {
                editors += Byline.names(in: name)
            } else if Self.sourceWords.contains(where: text.hasPrefix),
                let name = Self.word(after: Self.sourceWords, in: String(text))
            {
                source = source ?? name
            } else {
                break
            }
            blocks.remove(at: place)
        }
        blocks = Self.withoutEditors(blocks, &editors)
    }

    /// Who wrote it, alone in brackets in the last paragraph: （记者 某某）.
    private mutating func readWriter() {
        guard let last = blocks.last, last.kind == .paragraph, last.text.utf8.count < 120,
            let first = last.text.first, "（(".contains(first), let end = last.text.last, "）)".contains(end)
        else { return }
        let inner = String(last.text.dropFirst().dropLast())
        guard ["记者", "記者", "本报记者", "通讯员", "作者：", "作者:"].contains(where: inner.hasPrefix), !inner.contains("。") else {
            return
        }
        if authors.isEmpty { authors = Byline.names(in: inner) }
        blocks.removeLast()
    }

    /// The editor in brackets at the end of the last paragraph: "……（责任编辑：某某）".
    private static func withoutEditors(_ blocks: [Block], _ editors: inout [String]) -> [Block] {
        guard let last = blocks.last, last.kind == .paragraph, let end = last.text.last, "）)】]".contains(end),
            let start = last.text.lastIndex(where: { "（(【[".contains($0) }),
            last.text.distance(from: start, to: last.text.endIndex) < 30,
            let name = word(after: editorWords, in: String(last.text[start...]))
        else { return blocks }
        editors += Byline.names(in: name)
        var blocks = blocks
        let text = String(last.text[..<start]).trimmed
        let count = text.utf8.count
        blocks[blocks.count - 1].text = text
        blocks[blocks.count - 1].spans = last.spans.compactMap { span in
            span.range.lowerBound < count
                ? Span(span.kind, span.range.lowerBound..<min(span.range.upperBound, count)) : nil
        }
        return blocks
    }
}
