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
