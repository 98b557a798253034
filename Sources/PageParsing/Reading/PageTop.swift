/// The labels between the last folio, date or editors' line of a page's head and its first text.
enum PageTop {
    static let longest = 16

    static func mark(_ lines: inout ContiguousArray<TextLine>) {
        var last: Int?
        var end = 0
        while end < min(lines.count, longest), lines[end].ems <= 30 || !lines[end].clues.isDisjoint(with: .furniture) {
            if !lines[end].clues.isDisjoint(with: [.folio, .editors]) { last = end }
            end += 1
        }
        // What heads the pointers to other pages is no section of this one.
        for at in lines.indices.dropLast().prefix(longest)
        where lines[at + 1].clues.contains(.pageReference) && lines[at].ems <= 8
            && lines[at].clues.isDisjoint(with: Clues.furniture.union([.endsSentence, .pageReference, .banner]))
        {
            lines[at].clues.insert(.contents)
        }
        guard let last else { return }
        let pages: Clues = [.date, .banner, .weather, .pageReference, .bracketed]
        for at in (last + 1)..<max(last + 1, end) where lines[at].clues.isDisjoint(with: pages) {
            lines[at].clues.insert(.belowFolio)
        }
    }
}
