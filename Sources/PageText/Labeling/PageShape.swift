/// How a page was set: script, measure, indent, and the blank lines between its paragraphs. Estimated from its lines.
struct PageShape {
    /// Han and kana prevail: there are no spaces between words.
    var isSolid = false
    /// Kana are more than an exception.
    var hasKana = false
    var isHangul = false
    /// Hangul whose lines end anywhere in a word.
    var breaksWords = false
    /// Every printed line is a line of the text; otherwise a line is a paragraph, or as much of one as fits on a column.
    var isWrapped = false
    /// Width of most full lines, in cells; 0 on a page that is not wrapped.
    var measure = 0
    /// Cells by which a paragraph's first line is indented; 0 where paragraphs are not indented.
    var indent = 0
    /// Blank lines between two lines that belong together.
    var gap = 0

    /// Some lines follow two or more blank lines.
    var hasWideGaps = false

    /// How many of the page's stories say who wrote them.
    enum Signed { case most, some, none }
    var signed = Signed.none

    /// Widest measure of a hard-wrapped column, in cells; longer lines are whole paragraphs.
    static let widestMeasure = 100

    init(_ lines: inout ContiguousArray<TextLine>) {
        var solid = 0
        var hangul = 0
        var latin = 0
        var kana = 0
        for line in lines {
            solid += line.solid
            kana += line.kana
            hangul += line.hangul
            latin += line.upper + line.lower + line.letters
        }
        isSolid = solid * 2 >= latin && solid >= hangul && solid > 0
        hasKana = kana * 8 > solid
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
        if !isSolid, !isHangul { markCapitals(&lines) }
    }

    /// Counts lines that may be headings, and those that name writers or begin reports. Asked for once all features are found.
    mutating func findSigned(_ lines: ContiguousArray<TextLine>) {
        let writers: LineFeatures = [.byline, .dateline, .signature, .endsSignature, .staff]
        let others = LineFeatures.furniture.union(writers).union([
            .endsSentence, .endsPause, .endsHyphen, .endsCredit, .creditOnly, .jumpTo, .jumpFrom, .rubricWord, .date,
        ])
        var (headings, signed) = (0, 0)
        for at in lines.indices {
            let line = lines[at]
            if !line.features.isDisjoint(with: writers) { signed += 1 }
            guard at + 1 < lines.count, line.ems >= 4, line.ems <= 28, line.features.isDisjoint(with: others),
                lines[at + 1].ems > line.ems || !lines[at + 1].features.isDisjoint(with: writers),
                isWrapped ? line.width + 4 < line.measure || line.gap > gap : true
            else { continue }
            headings += 1
        }
        self.signed = signed * 2 >= headings ? .most : signed * 6 >= headings && signed > 0 ? .some : .none
    }

    /// On a page whose headings have small letters, a line in capitals names a column, a place or a person.
    private func markCapitals(_ lines: inout ContiguousArray<TextLine>) {
        let others = LineFeatures.furniture.union([
            .endsSentence, .endsHyphen, .endsCredit, .creditOnly, .endsPause, .byline,
        ])
        var labels: [Int] = []
        var mixed = 0
        for (at, line) in lines.enumerated()
        where line.width <= 48 && line.spaces > 0 && line.gap > 0 && line.features.isDisjoint(with: others) {
            if line.features.contains(.capitals) {
                // The lines of a headline have no blank line between them.
                let isOne = at + 1 == lines.count || lines[at + 1].gap > 0
                if isOne { labels.append(at) } else { mixed -= 2 }
            } else if line.features.contains(.startsCapital) || line.features.contains(.startsQuote) {
                mixed += 1
            }
        }
        guard mixed >= max(4, labels.count * 2) else { return }
        for at in labels { lines[at].features.insert(.capitalLabel) }
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
        hasWideGaps = (counts[2] + counts[3]) * 12 >= all && all >= 12
        // The smallest gap that is more than an exception around headings.
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
            if line.features.isDisjoint(with: [.endsSentence, .endsColon]) { open += 1 }
            counts[min(line.width + (isSolid ? line.indent : 0), Self.widestMeasure + 1)] += 1
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
        // On a page of whole paragraphs no width is common.
        guard best * 5 >= texts * 2 else {
            measure = 0
            return
        }
        if isSolid {
            // Hanging punctuation makes some lines wider: the commonest width of the window is the measure.
            let from = max(0, measure - window)
            measure = (from...measure).max { counts[$0] < counts[$1] } ?? measure
        }
        isWrapped = true
        spreadMeasure(&lines)
    }

    /// Gives every line the measure of its run: captions and inset stories have measures of their own.
    private func spreadMeasure(_ lines: inout ContiguousArray<TextLine>) {
        let near = isSolid ? 3 : 8
        var from = 0
        while from < lines.count {
            var to = from + 1
            while to < lines.count, lines[to].gap <= gap { to += 1 }
            let own = measure(of: lines[from..<to], near: near)
            for at in from..<to { lines[at].measure = own }
            from = to
        }
    }

    /// The page's measure where lines of the run fill it; otherwise the width that at least two of its lines come close to.
    private func measure(of run: ArraySlice<TextLine>, near: Int) -> Int {
        guard run.count >= 3 else { return measure }
        let filled = run.lazy.filter { abs($0.width + $0.indent - measure) <= near }.count
        if filled * 4 >= run.count { return measure }
        var best = (width: measure, count: 1)
        for line in run.prefix(64) {
            let width = line.width + line.indent
            let count = run.prefix(64).lazy.filter {
                width - ($0.width + $0.indent) <= near && $0.width + $0.indent <= width
            }.count
            if count > best.count || count == best.count && width > best.width { best = (width, count) }
        }
        // No line is wider than its measure.
        guard best.count >= 2, run.prefix(64).allSatisfy({ $0.width + $0.indent <= best.width + near }) else {
            return measure
        }
        return best.width
    }
}

/// A page's shape where it lies: to pass it on copies nothing.
@dynamicMemberLookup
struct PageShapeReference {
    let place: UnsafePointer<PageShape>

    subscript<Value>(dynamicMember member: KeyPath<PageShape, Value>) -> Value {
        @inline(__always) get { place.pointee[keyPath: member] }
    }
}
