/// Runs of briefs: a label, then short headings with one short paragraph each, whatever the label says.
struct BriefRuns {
    let lines: ContiguousArray<TextLine>
    let shape: PageShape

    /// Greatest widths, in Han, of a brief's heading, of the label above the run, and of a brief's text.
    static let longestHead = 16
    static let longestLabel = 10
    static let longestText = 130

    /// Features that a brief's heading never has.
    private static let others: LineFeatures = [
        .endsSentence, .endsPause, .endsColon, .endsHyphen, .startsInside, .startsNumber, .startsBullet, .startsSpeaker,
        .startsDash, .byline, .signature, .creditOnly, .endsCredit, .creditBelow, .jumpTo, .jumpFrom, .dateline, .date,
        .verse, .weather, .salutation, .notice, .folio, .editors, .contact, .advert, .contents,
        .pageReference,
    ]

    static func mark(_ lines: inout ContiguousArray<TextLine>, _ shape: PageShape) {
        let runs = BriefRuns(lines: lines, shape: shape)
        var at = 0
        while at + 4 < lines.count {
            let heads = runs.heads(under: at)
            guard heads.count >= 2, let last = heads.last else { at += 1; continue }
            lines[at].features.insert(.briefRubric)
            for head in heads { lines[head].features.insert(.briefHead) }
            at = last + 1
        }
    }

    private func isHead(_ at: Int) -> Bool {
        let line = lines[at]
        guard (2...Self.longestHead).contains(line.ems), line.features.isDisjoint(with: Self.others) else {
            return false
        }
        if shape.isWrapped, line.width * 5 > line.measure * 4 { return false }
        return shape.indent == 0 || line.indent < shape.indent
    }

    /// The lines of the headings in the run below a label; none where no run follows.
    private func heads(under label: Int) -> [Int] {
        guard isHead(label), lines[label].ems <= Self.longestLabel, !lines[label].features.contains(.pictureRubric)
        else {
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

    /// The line after the one short paragraph that begins here; nil where anything else begins here.
    private func text(from start: Int) -> Int? {
        var at = start
        var ems = 0
        while at < lines.count, !isHead(at) {
            let line = lines[at]
            if at > start {
                let isNew = shape.indent > 0 ? line.indent >= shape.indent : !shape.isWrapped || line.gap > shape.gap
                if isNew, lines[at - 1].features.contains(.endsSentence) { break }
            }
            guard
                line.features.isDisjoint(with: [
                    .dateline, .byline, .endsCredit, .creditOnly, .creditBelow, .startsSpeaker, .startsBullet, .verse,
                    .startsNumber,
                ])
            else { return nil }
            ems += line.ems
            at += 1
            guard ems <= (shape.isSolid ? Self.longestText : Self.longestText * 2) else { return nil }
        }
        guard ems > Self.longestHead else { return nil }
        // A second paragraph makes it a story.
        return at == lines.count || isHead(at)
            || !lines[at].features.isDisjoint(with: Self.others) && lines[at].ems <= 30
            ? at : nil
    }
}
