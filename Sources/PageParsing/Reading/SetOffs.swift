/// Small blocks between the two halves of a paragraph on a wrapped page: captions without a credit.
enum SetOffs {
    static let longest = 3
    /// Width in Han of the first line, at least: a paragraph's last words are shorter.
    static let shortest = 8

    static func mark(_ lines: inout ContiguousArray<TextLine>, _ shape: PageShape) {
        guard shape.isWrapped else { return }
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
}
