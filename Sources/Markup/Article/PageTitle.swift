import CGumbo

/// The headline in a page's `title`, which mostly names the site too: "Tides - The Quay | News".
struct PageTitle {
    private let tree: HTMLTree

    init(_ tree: HTMLTree) { self.tree = tree }

    /// nil where there is none.
    ///
    /// - Parameter site: the site's name, where the page says it elsewhere.
    func headline(_ title: String?, site: String?) -> String? {
        guard let title = title.map({ $0.count > 1000 ? String($0.prefix(1000)) : $0 }) else {
            return headings(GUMBO_TAG_H1).first
        }
        let characters = Array(title)
        var found = title
        var isHierarchy = false
        // A separator is a sign with a space on both sides.
        let marks = characters.indices.filter { place in
            place > 0 && place + 1 < characters.count && "|-–—\\/>»_".contains(characters[place])
                && (characters[place - 1] == " " && characters[place + 1] == " ")
        }
        let tight = characters.indices.filter {
            "|_｜".contains(characters[$0]) || characters[$0] == "-" && Self.isHan(characters, around: $0)
        }
        if let last = marks.last {
            isHierarchy = marks.contains { "\\/>»".contains(characters[$0]) }
            found = String(characters[..<last]).trimmed
            if Self.words(found) < 3 {
                let first = characters.firstIndex { "|-–—\\/>»".contains($0) } ?? last
                found = String(characters[(first + 1)...]).trimmed
            }
        } else if let first = tight.first, Self.isHan(characters, around: first) {
            // 标题_栏目_网站 and 标题-网站: the longest part of the beginning.
            found = String(characters[..<first]).trimmed
            let rest = String(characters[(first + 1)...]).trimmed
            if found.count < 4, site.map({ !rest.hasSuffix($0) }) ?? true { found = title }
            return found
        } else if let colon = characters.lastIndex(of: ":"), title.contains(": ") {
            let all = headings(GUMBO_TAG_H1) + headings(GUMBO_TAG_H2)
            if !all.contains(title.trimmed) {
                found = String(characters[(colon + 1)...]).trimmed
                let first = characters.firstIndex(of: ":")!
                if Self.words(found) < 3 {
                    found = String(characters[(first + 1)...]).trimmed
                } else if Self.words(String(characters[..<first])) > 5 {
                    found = title
                }
            }
        } else if title.count > 150 || title.count < 15 {
            let headings = headings(GUMBO_TAG_H1)
            if headings.count == 1 { found = headings[0] }
        }
        found = found.trimmed
        let words = Self.words(found)
        let bare = String(title.filter { !"|-–—\\/>»".contains($0) })
        if words <= 4, !isHierarchy || words != Self.words(bare) - 1 { found = title }
        return found.isEmpty ? nil : found
    }

    /// The heading of the page where its title is that and more, the site's name mostly, or no title of an article at all.
    ///
    /// - Parameter isOwn: whether it comes from the `title`, and not from what the page says of its article.
    func settled(_ title: String?, site: String?, isOwn: Bool) -> String? {
        guard let title, title.utf8.count < 1000 else { return title }
        let headings = Array(Set(headings(GUMBO_TAG_H1).prefix(Self.mostHeadings)))
        for heading in headings where heading.count > 1 && title.hasPrefix(heading) && title.count > heading.count {
            let rest = title.dropFirst(heading.count)
            let bare = rest.drop(while: \.isWhitespace)
            guard let mark = bare.first else { continue }
            let name = String(bare.dropFirst()).trimmed
            let isHan = mark == "：" ? site.map { name.hasPrefix($0) } ?? false : "-_|｜—–".contains(mark)
            if Self.isHan(Array(heading.suffix(1) + name.prefix(1)), around: 1), isHan { return heading }
            // A word alone may be the site's, or a lexicon's.
            if isOwn, Self.words(heading) > 1, rest.first == " ", "|-–—".contains(mark), bare.dropFirst().first == " " {
                return heading
            }
        }
        if headings.count == 1, headings[0].count > 1, Self.isNoTitle(title, site: site),
            TextSimilarity.of(title, headings[0]) < 0.4
        {
            return headings[0]
        }
        return title
    }

    /// The title of the page of a story that has no headline of its own; nil where it is only the paper's name.
    func ofStory(_ title: String?, paper: String?) -> String? {
        guard let title else { return nil }
        let bare = String(title.drop { "-_|—– ".contains($0) })
        return bare.isEmpty || bare == paper || bare != title || Self.isNoTitle(bare, site: paper) ? nil : title
    }

    private static let mostHeadings = 8
    private static let noTitles: Set<String> = [
        "untitled", "untitled document", "document", "index", "home", "new page", "new page 1", "无标题文档", "無標題文件",
        "新建网页 1", "首页", "首頁",
    ]
    private static let siteEndings = ["报", "報", "网", "網", "在线", "频道", "杂志", "新闻", "新聞"]

    /// Whether a title is what programs put there, or a site's own name.
    private static func isNoTitle(_ title: String, site: String?) -> Bool {
        noTitles.contains(title.lowercased()) || title == site
            || title.count <= 10 && siteEndings.contains { title.hasSuffix($0) }
    }

    private func headings(_ tag: GumboTag) -> [String] {
        tree.nodes.indices.lazy.filter { tree.nodes[$0].tag == tag }.compactMap { tree.line(of: $0) }
    }

    private static func isHan(_ characters: [Character], around place: Int) -> Bool {
        [place - 1, place + 1].contains { at in
            characters.indices.contains(at)
                && characters[at].unicodeScalars.contains {
                    (0x3040...0x9FFF).contains($0.value) || (0xAC00...0xD7A3).contains($0.value)
                }
        }
    }

    private static func words(_ text: String) -> Int { text.split(whereSeparator: \.isWhitespace).count }
}

extension String {
    /// Without white space at its ends.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else {
            return ""
        }
        return String(self[first...last])
    }
}
