/// Small blocks between the two halves of a paragraph on a wrapped page: captions without a credit.
enum SetOffs {
    static let longest = 3
    /// Width in Han of the first line, at least: a paragraph's last words are shorter.
    static let shortest = 8

    static func mark(_ lines: inout ContiguousArray<TextLine>, _ shape: PageShape) {
        guard shape.isWrapped else { return markWhole(&lines, shape) }
        let wide = shape.gap + 2
        let ends: Clues = [.endsSentence, .endsColon, .endsSignature, .endsJump]
        for from in lines.indices.dropFirst() where lines[from].gap >= wide {
            var to = from + 1
            while to < lines.count, lines[to].gap <= shape.gap { to += 1 }
            guard to < lines.count, to - from <= longest, lines[to].gap >= wide, lines[from].ems >= shortest,
                lines[to].clues.isDisjoint(with: [.creditBelow, .creditOnly, .endsCredit, .captionStart]),
                lines[from - 1].clues.isDisjoint(with: ends), !lines[from].clues.contains(.startsInside),
                shape.indent == 0 || lines[from].indent < shape.indent && lines[to].indent < shape.indent,
                // Where small letters tell, the paragraph goes on with one.
                shape.isSolid || lines[to].clues.contains(.startsInside)
            else { continue }
            lines[from].clues.insert(.setOff)
        }
    }

    /// Where every paragraph's piece is a line: what has wider gaps on both sides than a cut alone leaves, up to the line
    /// that ends the sentence.
    private static func markWhole(_ lines: inout ContiguousArray<TextLine>, _ shape: PageShape) {
        var at = 1
        while at < lines.count {
            let from = at
            at += 1
            guard lines[from].gap > shape.gap, isOpen(lines[from - 1]) else { continue }
            var to = from
            while to + 1 < lines.count, to - from < longest, lines[to + 1].gap > shape.gap, isBlock(lines[to]) {
                to += 1
            }
            at = max(at, to)
            guard to > from, lines[to].clues.contains(.endsSentence),
                to + 1 == lines.count || lines[to + 1].gap <= shape.gap
            else { continue }
            for place in from..<to { lines[place].clues.insert(.setOff) }
        }
    }

    /// A text that stops in mid-sentence.
    private static func isOpen(_ line: TextLine) -> Bool {
        line.ems > 24
            && line.clues.isDisjoint(with: [.endsSentence, .endsColon, .endsSignature, .endsJump, .endsCredit])
    }

    private static func isBlock(_ line: TextLine) -> Bool {
        line.ems >= 5 && line.ems <= 48
            && line.clues.isDisjoint(
                with: Clues.furniture.union([.startsInside, .opening, .byline, .signature, .endsJump]))
    }
}
