/// Lines at the top of a page that only their place tells from headings: labels above pointers to other pages, which name a list
/// of contents and not a section of this page; dates; mottos in two halves.
enum PageTop {
    /// Lines of the page that are looked at.
    static let longest = 16

    /// Lines that a page's head has, at most.
    static let longestHead = 6
    /// Width in Han of a date.
    private static let longestDate = 12

    static func mark(_ lines: inout ContiguousArray<TextLine>) {
        markHead(&lines)
        let others = LineFeatures.furniture.union([.endsSentence, .pageReference, .banner])
        for at in lines.indices.dropLast().prefix(longest)
        where lines[at + 1].features.contains(.pageReference) && lines[at].ems <= 8
            && lines[at].features.isDisjoint(with: others)
        {
            lines[at].features.insert(.contents)
        }
    }

    /// A date alone among the first lines, before any heading, is the page's. Two halves of the same length next to the page's
    /// name, number or date are a motto.
    private static func markHead(_ lines: inout ContiguousArray<TextLine>) {
        let head: LineFeatures = [.folio, .banner, .date]
        var mottos: [Int] = []
        for at in lines.indices.prefix(longestHead) {
            let line = lines[at]
            guard line.features.isDisjoint(with: [.endsSentence, .endsPause, .byline, .dateline]), line.ems <= 24 else {
                break
            }
            if line.features.contains(.date), line.ems <= longestDate,
                line.features.isDisjoint(with: [.weather, .notice])
            {
                lines[at].features.insert(.folio)
            } else if isMotto(line) {
                mottos.append(at)
                continue
            }
            guard line.features.isDisjoint(with: head) else {
                // What is above the page's own lines is the page's.
                for motto in mottos { lines[motto].features.insert(.banner) }
                continue
            }
            // A page's name; any other line may be a heading.
            guard line.ems <= 5 else { break }
        }
    }

    private static func isMotto(_ line: TextLine) -> Bool {
        line.features.contains(.couplet) && line.han == line.solid && line.spaces == 1 && (8...20).contains(line.han)
            && line.digits == 0 && line.pauses == 0 && line.depth == 0
            && line.features.isDisjoint(with: [.quoting, .rubricWord])
    }
}
