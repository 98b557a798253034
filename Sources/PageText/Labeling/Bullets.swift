/// Lists with bullets. A ▲ points at a picture, unless the next item begins with one too.
enum Bullets {
    static func mark(_ lines: inout ContiguousArray<TextLine>) {
        var last = -1
        for at in lines.indices where lines[at].features.contains(.startsBullet) {
            if last >= 0, lines[last].first == lines[at].first, at - last <= 8,
                lines[last..<at].allSatisfy({ $0.features.isDisjoint(with: [.endsCredit, .creditOnly, .creditBelow]) })
            {
                lines[last].features.remove(.captionStart)
                lines[at].features.remove(.captionStart)
                markLabel(over: last, &lines)
            }
            last = at
        }
        // 【河湾村】 and 【前坡村】 on successive lines.
        for at in lines.indices.dropLast()
        where lines[at].features.contains(.startsLead) && lines[at].han > 0
            && lines[at + 1].features.contains(.startsLead)
        {
            markLabel(over: at, &lines)
        }
    }

    /// A short line above a run of bullets is a rubric of briefs.
    private static func markLabel(over first: Int, _ lines: inout ContiguousArray<TextLine>) {
        guard first > 0, lines[first - 1].ems <= BriefRuns.longestLabel,
            lines[first - 1].features.isDisjoint(
                with: LineFeatures.furniture.union([
                    .endsSentence, .endsColon, .endsPause, .byline, .signature, .notice, .startsBullet, .verse,
                    .creditOnly, .endsCredit, .date, .briefRubric,
                ]))
        else { return }
        lines[first - 1].features.insert(.briefRubric)
    }
}
