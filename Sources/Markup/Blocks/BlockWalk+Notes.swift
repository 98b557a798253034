import CGumbo

/// Links between a note and the place where it is noted.
extension BlockWalk {
    /// Whether a link leads from a note back to where it is noted, or to the heading that it stands in, and has no words: it is for a
    /// page that is scrolled.
    func isBackLink(_ node: Int) -> Bool {
        let range = tree.nodes[node].text
        guard range.count < 16, tree.value(.href, of: node)?.hasPrefix("#") == true else { return false }
        let words = tree.text[Int(range.lowerBound)..<Int(range.upperBound)].filter { $0 > 0x20 }
        return Self.backMarks.contains(String(decoding: words, as: UTF8.self))
    }

    private static let backMarks: Set<String> = [
        "¶", "#", "§", "🔗", "↩", "↩\u{FE0E}", "↩\u{FE0F}", "↵", "⏎", "↑", "⇧", "^", "⤴", "⤴\u{FE0E}", "↲", "🔝",
    ]

    /// Whether a link is the mark of a note of the same page, as the figure that a newspaper raises.
    func isNoteMark(_ node: Int, _ address: String) -> Bool {
        let range = tree.nodes[node].text
        guard range.count < 24 else { return false }
        let words = tree.text[Int(range.lowerBound)..<Int(range.upperBound)]
        guard RaisedText.isNumber(words) else { return false }
        if tree.value(.role, of: node)?.hasSuffix("noteref") == true { return true }
        guard pictures.leadsInside(address) else { return false }
        let isBare = words.allSatisfy { $0 <= 0x20 || (0x30...0x39).contains($0) }
        guard isBare else { return true }
        let names = [tree.value(.class, of: node), address.split(separator: "#").last.map(String.init)]
        return names.contains { $0.map { ClassWords.has(["note", "fn", "ftn"], $0.lowercased()) } ?? false }
    }
}
