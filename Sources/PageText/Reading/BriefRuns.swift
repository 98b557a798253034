/// A label with short headings under it, each over one short paragraph: a run of briefs, whatever the label says.
struct BriefRuns {
    let lines: ContiguousArray<TextLine>
    let shape: PageShape

    /// Width in Han of a brief's heading, of the label over the run, and of a brief's text, at most.
    static let longestHead = 16
    static let longestLabel = 10
    static let longestText = 130

    /// What no heading of a brief is.
    private static let others: Clues = [
        .endsSentence, .endsPause, .endsColon, .endsHyphen, .startsInside, .startsNumber, .startsBullet, .startsSpeaker,
        .startsDash, .byline, .signature, .creditOnly, .endsCredit, .creditBelow, .jumpTo, .jumpFrom, .opening, .date,
        .verse, .weather, .salutation, .notice, .folio, .editors, .contact, .advert, .contents,
        .pageReference,
    ]

    static func mark(_ lines: inout ContiguousArray<TextLine>, _ shape: PageShape) {
        let runs = BriefRuns(lines: lines, shape: shape)
        var at = 0
        while at + 4 < lines.count {
            let heads = runs.heads(under: at)
            guard heads.count >= 2, let last = heads.last else { at += 1; continue }
            lines[at].clues.insert(.briefRubric)
            for head in heads { lines[head].clues.insert(.briefHead) }
            at = last + 1
        }
    }

    private func isHead(_ at: Int) -> Bool {
        let line = lines[at]
        guard (2...Self.longestHead).contains(line.ems), line.clues.isDisjoint(with: Self.others) else { return false }
        if shape.isWrapped, line.width * 5 > line.measure * 4 { return false }
        return shape.indent == 0 || line.indent < shape.indent
    }

    /// The headings of the run under the label.
    private func heads(under label: Int) -> [Int] {
        guard isHead(label), lines[label].ems <= Self.longestLabel, !lines[label].clues.contains(.pictureRubric) else {
            return []
        }
        var heads: [Int] = []
        var at = label + 1
        while at + 1 < lines.count, isHead(at),
            shape.indent > 0
                ? lines[at + 1].indent >= shape.indent : lines[at].gap > 0 || !shape.isWrapped && shape.gap == 0,
            let end = text(from: at + 1)
        {
            heads.append(at)
            at = end
        }
        return heads
    }

    /// The line behind the one short paragraph that begins here; nil where something else does.
    private func text(from start: Int) -> Int? {
        var at = start
        var ems = 0
        while at < lines.count, !isHead(at) {
            let line = lines[at]
            if at > start {
                let isNew = shape.indent > 0 ? line.indent >= shape.indent : !shape.isWrapped || line.gap > shape.gap
                if isNew, lines[at - 1].clues.contains(.endsSentence) { break }
            }
            guard
                line.clues.isDisjoint(with: [
                    .opening, .byline, .endsCredit, .creditOnly, .creditBelow, .startsSpeaker, .startsBullet, .verse,
                    .startsNumber,
                ])
            else { return nil }
            ems += line.ems
            at += 1
            guard ems <= (shape.isSolid ? Self.longestText : Self.longestText * 2) else { return nil }
        }
        guard ems > Self.longestHead else { return nil }
        // A second paragraph makes it a story.
        return at == lines.count || isHead(at) || !lines[at].clues.isDisjoint(with: Self.others) && lines[at].ems <= 30
            ? at : nil
    }
}
