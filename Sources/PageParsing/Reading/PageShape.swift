/// How a page was set, as its lines tell: script, measure, indent, and how many blank lines part its paragraphs.
struct PageShape {
    /// Han and kana prevail: no spaces between words, width in Han.
    var isSolid = false
    var isHangul = false
    /// Every printed line is a line of the text.
    var isWrapped = false
    /// Cells that most full lines have; 0 on a page that is not wrapped.
    var measure = 0
    /// A paragraph's first line is indented by this much; 0 where indents tell nothing.
    var indent = 0
    /// Blank lines between two lines that belong together closely.
    var gap = 0

    /// Widest measure, in cells, that a hard-wrapped column has; longer lines are whole paragraphs.
    static let widestMeasure = 100

    init(_ lines: inout ContiguousArray<TextLine>) {
        var solid = 0
        var hangul = 0
        var latin = 0
        for line in lines {
            solid += line.solid
            hangul += line.hangul
            latin += line.upper + line.lower + line.letters
        }
        isSolid = solid * 2 >= latin && solid >= hangul && solid > 0
        isHangul = hangul > solid && hangul * 2 >= latin
        if lines.contains(where: { $0.lowQuotes > 0 }) {
            for at in lines.indices { lines[at].depth -= 2 * lines[at].highQuotes }
        }
        if isSolid {
            for at in lines.indices { lines[at].width += lines[at].ambiguous }
        }
        findIndent(lines)
        findGap(lines)
        findMeasure(&lines)
    }

    private mutating func findIndent(_ lines: ContiguousArray<TextLine>) {
        var counts = [Int](repeating: 0, count: 10)
        var flush = 0
        for line in lines where line.width >= 16 {
            if line.indent < counts.count, line.indent > 0 { counts[line.indent] += 1 } else { flush += 1 }
        }
        guard let most = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[most] >= 2 else { return }
        let indented = counts[most]
        if indented * 8 >= flush { indent = most }
    }

    private mutating func findGap(_ lines: ContiguousArray<TextLine>) {
        var counts = [Int](repeating: 0, count: 4)
        for line in lines.dropFirst() { counts[min(line.gap, 3)] += 1 }
        let all = counts.reduce(0, +)
        // The closest spacing that is more than a heading's exception.
        for (blank, count) in counts.enumerated() where count * 5 >= all && count > 0 {
            gap = blank
            return
        }
    }

    private mutating func findMeasure(_ lines: inout ContiguousArray<TextLine>) {
        var total = 0
        var inLong = 0
        var texts = 0
        var open = 0
        var counts = [Int](repeating: 0, count: Self.widestMeasure + 2)
        for line in lines where line.width >= 14 {
            total += line.width
            if line.width > Self.widestMeasure { inLong += line.width }
            texts += 1
            if line.clues.isDisjoint(with: [.endsSentence, .endsColon]) { open += 1 }
            counts[min(line.width, Self.widestMeasure + 1)] += 1
        }
        guard texts >= 6, inLong * 2 < total, open * 2 >= texts else { return }
        let window = isSolid ? 4 : 8
        var best = 0
        for width in 14...Self.widestMeasure {
            let count = counts[max(0, width - window)...width].reduce(0, +)
            if count > best || (count == best && counts[width] > 0) {
                best = count
                measure = width
            }
        }
        // On a page of whole paragraphs no width stands out.
        guard best * 5 >= texts * 2 else {
            measure = 0
            return
        }
        if isSolid {
            // Hanging marks make some lines wider; the commonest width of the window is the measure.
            let from = max(0, measure - window)
            measure = (from...measure).max { counts[$0] < counts[$1] } ?? measure
        }
        isWrapped = true
        spreadMeasure(&lines)
    }

    /// Gives every line the measure of its run: captions and inset stories are set to measures of their own.
    private func spreadMeasure(_ lines: inout ContiguousArray<TextLine>) {
        var from = 0
        while from < lines.count {
            var to = from + 1
            var widest = lines[from].width + lines[from].indent
            while to < lines.count, lines[to].gap <= gap {
                widest = max(widest, lines[to].width + lines[to].indent)
                to += 1
            }
            let near = isSolid ? 4 : 8
            let own = to - from >= 3 && abs(widest - measure) > near ? widest : measure
            for at in from..<to { lines[at].measure = own }
            from = to
        }
    }
}
