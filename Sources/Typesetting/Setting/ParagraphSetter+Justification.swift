extension ParagraphSetter {
    /// Distributes the stretch of a line over its glue, or takes the missing cells out of its optional blanks. The
    /// result is in `adjustments`.
    mutating func justify(_ plan: LinePlan) {
        let stretch = Int(plan.badness.stretch)
        guard stretch != 0 else {
            lastOddColumn = -9
            return
        }
        let end = plan.shownEnd
        stretch < 0 ? shrink(plan.start, end, by: -stretch) : self.stretch(plan.start, end, by: stretch)
    }

    /// Takes `cells` out of the optional blanks: first those of quotes, then spaces between Han and letters.
    private mutating func shrink(_ start: Int, _ end: Int, by cells: Int) {
        var left = cells
        for kind in [Glue.pad, .scriptSpace] where left > 0 {
            collect(start, end) { $0 == kind }
            let taken = min(left, positions.count)
            for position in spread(taken, over: positions.count) { adjustments[Int(positions[position])] = -1 }
            left -= taken
        }
        lastOddColumn = -9
    }

    /// Adds `cells` to the glue, at most one to each place, in the order of jlreq 3.8.4 for a grid of half ems: spaces
    /// between words, between Han and Latin, next to brackets, after stops, between Han.
    private mutating func stretch(_ start: Int, _ end: Int, by cells: Int) {
        var left = cells
        let line = content(start, end)
        let oddBefore = lastOddColumn
        lastOddColumn = -9
        if line.han == 0, line.words > 0, left > line.open {
            // A line of words without Han: each space between words may take a second cell.
            collect(start, end) { $0 == .word }
            let second = min(left - line.open, positions.count)
            for position in spread(second, over: positions.count) { adjustments[Int(positions[position])] += 1 }
            left -= second
        }
        for kind in [Glue.word, .script, .outside, .sentence, .comma, .han] where left > 0 {
            collect(start, end) { $0 == kind || kind == .script && $0 == .scriptSpace }
            let count = positions.count
            let taken = min(left, count)
            if taken == 1, count > 1 {
                adjustments[singleGlue(start, end, not: oddBefore)] += 1
            } else {
                for position in spread(taken, over: count) { adjustments[Int(positions[position])] += 1 }
            }
            left -= taken
        }
    }

    /// Of the collected positions the one nearest the middle of the line, but not below the single added cell of the
    /// line above, so that no vertical white streak appears.
    private mutating func singleGlue(_ start: Int, _ end: Int, not avoided: Int) -> Int {
        let middle = content(start, end).cells / 2
        func column(_ position: Int32) -> Int { (sums[Int(position)] &- sums[start]).cells }
        func distance(_ position: Int32) -> Int {
            let column = column(position)
            return abs(column - middle) + (abs(column - avoided) <= 2 ? 1000 : 0)
        }
        let best = positions.min { distance($0) < distance($1) }!
        lastOddColumn = column(best)
        return Int(best)
    }

    /// Fills `positions` with the records of a line that have a certain glue before them.
    private mutating func collect(_ start: Int, _ end: Int, where isWanted: (Glue) -> Bool) {
        positions.removeAll(keepingCapacity: true)
        var index = start + 1
        while index < end {
            if isWanted(records[index].glueBefore) { positions.append(Int32(truncatingIfNeeded: index)) }
            index += 1
        }
    }

    /// `chosen` of the numbers from 0 up to `count`, evenly spaced.
    private func spread(_ chosen: Int, over count: Int) -> some Sequence<Int> {
        (0..<chosen).lazy.map { chosen == count ? $0 : ($0 + 1) * count / (chosen + 1) }
    }

    /// The glyphs of a line at their columns, justified and aligned.
    mutating func glyphs(_ plan: LinePlan, indent: Int, frame: LineFrame) -> [Glyph] {
        guard plan.start < plan.end else { return [] }
        justify(plan)
        let end = plan.shownEnd
        var column = indent
        if frame.alignment == .centred || frame.alignment == .right {
            let slack = max(0, frame.measure - indent - content(plan.start, end).cells - (plan.hyphen ? 1 : 0))
            column += frame.alignment == .right ? slack : slack / 2
        }
        let base = records.base
        return Array(unsafeUninitializedCapacity: end - plan.start + 1) { buffer, count in
            for index in plan.start..<end {
                let record = base[index]
                if index > plan.start { column += record.glueBefore.blank + Int(adjustments[index]) }
                if record.cells == 0 || record.role == .newline { continue }
                // This space is left out of a tight line; its cell and the adjustment of -1 cancel out.
                if record.role == .space, index + 1 < end, adjustments[index + 1] < 0,
                    base[index + 1].glueBefore == .scriptSpace
                {
                    column += 1
                    continue
                }
                (buffer.baseAddress! + count).initialize(
                    to: Glyph(records.shown(record), cells: record.cells, column: column, offset: record.offset))
                count += 1
                column += Int(record.cells)
            }
            if plan.hyphen {
                (buffer.baseAddress! + count).initialize(
                    to: Glyph(PrintedText(0x2D), cells: 1, column: column, offset: base[end - 1].offset))
                count += 1
            }
        }
    }
}
