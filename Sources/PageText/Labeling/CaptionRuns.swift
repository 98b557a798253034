/// Captions of several lines, found by the credit at the end of the last.
enum CaptionRuns {
    /// Lines of a caption, at most.
    static let longest = 9

    static func mark(_ lines: inout ContiguousArray<TextLine>, _ shape: PageShape) {
        for end in lines.indices where !lines[end].features.isDisjoint(with: [.endsCredit, .creditOnly]) {
            guard shape.isWrapped else {
                markWhole(&lines, end, shape)
                markHead(over: end, &lines)
                continue
            }
            var at = end
            while at > 0, end - at < longest, lines[at].gap <= shape.gap { at -= 1 }
            guard end - at < longest, shape.indent == 0 || lines[at].indent < shape.indent else { continue }
            let ems = lines[at...end].reduce(0) { $0 + $1.ems }
            for place in at..<end { lines[place].features.insert(.creditBelow) }
            lines[at].captionEms = ems
            markHead(over: at, &lines)
        }
    }

    /// Marks a short line above a longer caption as the picture's heading.
    private static func markHead(over at: Int, _ lines: inout ContiguousArray<TextLine>) {
        guard at > 0, lines[at].gap > 0, max(lines[at].ems, lines[at].captionEms) >= 18, lines[at - 1].ems <= 10,
            lines[at - 1].gap > 0,
            lines[at - 1].features.isDisjoint(
                with: LineFeatures.furniture.union([
                    .endsSentence, .endsColon, .endsPause, .endsHyphen, .byline, .signature, .creditOnly, .endsCredit,
                    .doing,
                    .captionStart, .pointing, .pictureRubric, .briefRubric, .jumpTo, .jumpFrom,
                ]))
        else { return }
        lines[at - 1].features.insert(.headsPicture)
    }

    /// On a page of whole paragraphs: the line above a credit on a line of its own, and short lines close to each other.
    private static func markWhole(_ lines: inout ContiguousArray<TextLine>, _ end: Int, _ shape: PageShape) {
        var at = end
        while at > 0, end - at < longest, lines[at].gap == 0 {
            at -= 1
            let isNext = at == end - 1 && lines[end].features.contains(.creditOnly)
            guard isNext || lines[at].ems <= 26 && !lines[at].features.contains(.endsSentence),
                lines[at].features.isDisjoint(with: [.dateline, .byline, .startsNumber])
            else { return }
            lines[at].features.insert(.creditBelow)
            lines[at].captionEms = lines[at...end].reduce(0) { $0 + $1.ems }
        }
    }
}
