import CGumbo

/// What depends on the language: readings and quotation marks.
extension BlockWalk {
    /// Whether the ruby that a reading is in has brackets of its own.
    func hasBrackets(_ reading: Int) -> Bool {
        var ruby = Int(tree.nodes[reading].parent)
        for _ in 0..<3 where ruby >= 0 && tree.nodes[ruby].tag != GUMBO_TAG_RUBY { ruby = Int(tree.nodes[ruby].parent) }
        guard ruby >= 0, tree.nodes[ruby].tag == GUMBO_TAG_RUBY else { return false }
        let end = Int(tree.nodes[ruby].end)
        return (ruby + 1..<end).prefix(Self.longestRuby).contains {
            tree.nodes[$0].tag == GUMBO_TAG_RP && !tree.nodes[$0].text.isEmpty
        }
    }

    /// Nodes of a ruby that are looked through for its brackets.
    private static let longestRuby = 32

    /// Whether another reading follows with no letters between: both are of the letters before, one by one.
    func isReadingNext(to reading: Int) -> Bool {
        var next = Int(tree.nodes[reading].end)
        if next < tree.nodes.count, tree.nodes[next].tag == nil, tree.words(of: next) == 0 { next += 1 }
        return next < tree.nodes.count && tree.nodes[next].tag == GUMBO_TAG_RT && !tree.nodes[next].text.isEmpty
            && tree.nodes[next].parent == tree.nodes[reading].parent
    }

    var quotationMarks: (open: String, close: String) {
        let language = languages.last?.lowercased() ?? ""
        let isInner = quotes % 2 == 1
        let hasCorners =
            language.hasPrefix("ja") || ["zh-hant", "zh-tw", "zh-hk", "zh-mo"].contains(where: language.hasPrefix)
        if hasCorners { return isInner ? ("『", "』") : ("「", "」") }
        return isInner ? ("‘", "’") : ("“", "”")
    }
}
