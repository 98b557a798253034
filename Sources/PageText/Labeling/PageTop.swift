/// Labels above pointers to other pages at the top of a page: they name a list of contents, not a section of this page.
enum PageTop {
    /// Lines of the page that are looked at.
    static let longest = 16

    static func mark(_ lines: inout ContiguousArray<TextLine>) {
        let others = LineFeatures.furniture.union([.endsSentence, .pageReference, .banner])
        for at in lines.indices.dropLast().prefix(longest)
        where lines[at + 1].features.contains(.pageReference) && lines[at].ems <= 8
            && lines[at].features.isDisjoint(with: others)
        {
            lines[at].features.insert(.contents)
        }
    }
}
