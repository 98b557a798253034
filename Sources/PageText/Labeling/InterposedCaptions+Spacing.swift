/// Captions between the two halves of a paragraph, found by the blank lines around them.
extension InterposedCaptions {
    /// Lines of such a block, at most.
    private static let longestBlock = 3
    /// Width in Han of its first line on a wrapped page, at least: the last words of a paragraph are shorter.
    private static let narrowest = 8

    /// On a wrapped page: small blocks with wide gaps around them.
    static func markBySpacing(_ lines: inout ContiguousArray<TextLine>, _ shape: PageShape) {
        guard shape.isWrapped else { return markWholeLines(&lines, shape) }
        let wide = shape.gap + 2
        let ends: LineFeatures = [.endsSentence, .endsColon, .endsSignature, .endsJump]
        for from in lines.indices.dropFirst() where lines[from].gap >= wide {
            var to = from + 1
            while to < lines.count, lines[to].gap <= shape.gap { to += 1 }
            guard to < lines.count, to - from <= longestBlock, lines[to].gap >= wide, lines[from].ems >= narrowest,
                lines[to].features.isDisjoint(with: [.creditBelow, .creditOnly, .endsCredit, .captionStart]),
                lines[from - 1].features.isDisjoint(with: ends), !lines[from].features.contains(.startsInside),
                shape.indent == 0 || lines[from].indent < shape.indent && lines[to].indent < shape.indent,
                // In scripts with small letters, the paragraph continues with one.
                shape.isSolid || lines[to].features.contains(.startsInside)
            else { continue }
            lines[from].features.insert(.interposed)
        }
    }

    /// On a page of whole paragraphs: lines with wider gaps on both sides than a column's end leaves, up to the line that
    /// ends the sentence.
    private static func markWholeLines(_ lines: inout ContiguousArray<TextLine>, _ shape: PageShape) {
        var at = 1
        while at < lines.count {
            let from = at
            at += 1
            guard lines[from].gap > shape.gap, isOpen(lines[from - 1]) else { continue }
            var to = from
            while to + 1 < lines.count, to - from < longestBlock, lines[to + 1].gap > shape.gap, isBlock(lines[to]) {
                to += 1
            }
            at = max(at, to)
            guard to > from, lines[to].features.contains(.endsSentence),
                to + 1 == lines.count || lines[to + 1].gap <= shape.gap
            else { continue }
            for place in from..<to { lines[place].features.insert(.interposed) }
        }
    }

    /// A long line that stops in the middle of a sentence.
    private static func isOpen(_ line: TextLine) -> Bool {
        line.ems > 24
            && line.features.isDisjoint(with: [.endsSentence, .endsColon, .endsSignature, .endsJump, .endsCredit])
    }

    private static func isBlock(_ line: TextLine) -> Bool {
        line.ems >= 5 && line.ems <= 48
            && line.features.isDisjoint(
                with: LineFeatures.furniture.union([.startsInside, .dateline, .byline, .signature, .endsJump]))
    }
}
