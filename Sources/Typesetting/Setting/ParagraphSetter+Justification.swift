extension ParagraphSetter {
    /// Spreads a line's stretch over its gaps, or takes its shrinking out of its blanks.
    mutating func justify(_ plan: LinePlan) {
        let stretch = Int(plan.fit.stretch)
        guard stretch != 0 else {
            lastOddColumn = -9
            return
        }
        let end = plan.shownEnd
        stretch < 0 ? shrink(plan.start, end, by: -stretch) : self.stretch(plan.start, end, by: stretch)
    }

    private mutating func shrink(_ start: Int, _ end: Int, by cells: Int) {
        var left = cells
        for kind in [Gap.pad, .scriptSpace] where left > 0 {
            collect(start, end) { $0 == kind }
            let taken = min(left, positions.count)
            for position in spread(taken, over: positions.count) { adjustments[Int(positions[position])] = -1 }
            left -= taken
        }
        lastOddColumn = -9
    }

    /// The order of jlreq 3.8.4 for a grid of half ems: words, Han–Latin joints, brackets, stops, Han.
    private mutating func stretch(_ start: Int, _ end: Int, by cells: Int) {
        var left = cells
        let line = content(start, end)
        let oddBefore = lastOddColumn
        lastOddColumn = -9
        if line.han == 0, line.words > 0, left > line.open {
            // Words only: the spaces between them take a second cell.
            collect(start, end) { $0 == .word }
            let second = min(left - line.open, positions.count)
            for position in spread(second, over: positions.count) { adjustments[Int(positions[position])] += 1 }
            left -= second
        }
        for kind in [Gap.word, .script, .outside, .sentence, .comma, .han] where left > 0 {
            collect(start, end) { $0 == kind || kind == .script && $0 == .scriptSpace }
            let count = positions.count
            let taken = min(left, count)
            if taken == 1, count > 1 {
                adjustments[oneGap(start, end, not: oddBefore)] += 1
            } else {
                for position in spread(taken, over: count) { adjustments[Int(positions[position])] += 1 }
            }
            left -= taken
        }
    }

    /// The gap nearest the line's middle that does not stand below the one of the line above.
    private mutating func oneGap(_ start: Int, _ end: Int, not avoided: Int) -> Int {
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

    private mutating func collect(_ start: Int, _ end: Int, where isWanted: (Gap) -> Bool) {
        positions.removeAll(keepingCapacity: true)
        var index = start + 1
        while index < end {
            if isWanted(units[index].gap) { positions.append(Int32(truncatingIfNeeded: index)) }
            index += 1
        }
    }

    /// So many of `count` places, evenly apart.
    private func spread(_ chosen: Int, over count: Int) -> some Sequence<Int> {
        (0..<chosen).lazy.map { chosen == count ? $0 : ($0 + 1) * count / (chosen + 1) }
    }

    /// The line's glyphs in their columns.
    mutating func glyphs(_ plan: LinePlan, indent: Int, frame: LineFrame) -> [Glyph] {
        guard plan.start < plan.end else { return [] }
        justify(plan)
        let end = plan.shownEnd
        var column = indent
        if frame.alignment == .centred || frame.alignment == .right {
            let slack = max(0, frame.measure - indent - content(plan.start, end).cells - (plan.hyphen ? 1 : 0))
            column += frame.alignment == .right ? slack : slack / 2
        }
        let base = units.base
        return Array(unsafeUninitializedCapacity: end - plan.start + 1) { buffer, count in
            for index in plan.start..<end {
                let unit = base[index]
                if index > plan.start { column += unit.gap.blank + Int(adjustments[index]) }
                if unit.cells == 0 || unit.role == .newline { continue }
                // A space that is left out has no cell.
                if unit.role == .space, index + 1 < end, adjustments[index + 1] < 0, base[index + 1].gap == .scriptSpace
                {
                    column += 1
                    continue
                }
                (buffer.baseAddress! + count).initialize(
                    to: Glyph(units.shown(unit), cells: unit.cells, column: column, offset: unit.offset))
                count += 1
                column += Int(unit.cells)
            }
            if plan.hyphen {
                (buffer.baseAddress! + count).initialize(
                    to: Glyph(PrintedText(0x2D), cells: 1, column: column, offset: base[end - 1].offset))
                count += 1
            }
        }
    }
}
