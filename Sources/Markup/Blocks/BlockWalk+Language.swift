import CGumbo

/// What depends on the language: readings and quotation marks.
extension BlockWalk {
    /// Whether the ruby that a reading is in has brackets of its own.
    func hasBrackets(_ reading: Int) -> Bool {
        var ruby = Int(tree.nodes[reading].parent)
        for _ in 0..<3 where ruby >= 0 && tree.nodes[ruby].tag != GUMBO_TAG_RUBY { ruby = Int(tree.nodes[ruby].parent) }
        guard ruby >= 0, tree.nodes[ruby].tag == GUMBO_TAG_RUBY else { return false }
        // Before and behind it.
        let next = Int(tree.nodes[reading].end)
        return next < tree.nodes[ruby].end && tree.nodes[next].tag == GUMBO_TAG_RP && !tree.nodes[next].text.isEmpty
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
