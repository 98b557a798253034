/// What heads the pointers to other pages, at the top of a page, is no section of this one.
enum PageTop {
    static let longest = 16

    static func mark(_ lines: inout ContiguousArray<TextLine>) {
        let others = Clues.furniture.union([.endsSentence, .pageReference, .banner])
        for at in lines.indices.dropLast().prefix(longest)
        where lines[at + 1].clues.contains(.pageReference) && lines[at].ems <= 8
            && lines[at].clues.isDisjoint(with: others)
        {
            lines[at].clues.insert(.contents)
        }
    }
}
