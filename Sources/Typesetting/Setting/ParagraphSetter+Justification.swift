import Screen

extension ParagraphSetter {
    /// Distributes the stretch of a line over its glue, or takes the missing cells out of its optional blanks. The
    /// result is in `adjustments`.
    mutating func justify(_ plan: LinePlan) {
        let stretch = Int(plan.badness.stretch)
        guard stretch != 0 else {
            addedColumn = nil
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
        addedColumn = nil
    }

    /// Adds `cells` to the glue, at most one to each place, in the order of `Glue`: to the spaces between words first. In a
    /// line of Chinese the others stand far from each other and from the blanks that it has; where no place is left, it
    /// stays short.
    private mutating func stretch(_ start: Int, _ end: Int, by cells: Int) {
        var left = cells
        let line = content(start, end)
        let above = addedColumn
        addedColumn = nil
        if line.han == 0, line.words > 0, left > line.open {
            // A line of words without Han: each space between words may take a second cell.
            collect(start, end) { $0 == .word }
            let second = min(left - line.open, positions.count)
            for position in spread(second, over: positions.count) { adjustments[Int(positions[position])] += 1 }
            left -= second
        }
        for kind in [Glue.word, .sentence, .comma, .outside, .script] where left > 0 {
            collect(start, end) { $0 == kind }
            if kind == .word || line.han == 0 {
                let taken = min(left, positions.count)
                for position in spread(taken, over: positions.count) { adjustments[Int(positions[position])] += 1 }
                left -= taken
            } else {
                while left > 0, let place = bestPlace(start, end, below: above) {
                    adjustments[place] += 1
                    addedColumn = (sums[place] &- sums[start]).cells
                    left -= 1
                }
            }
        }
    }

    /// Of the collected positions the one nearest the middle of the line, but not below the cell added to the line above,
    /// so that no vertical white streak appears. Nil where all are near a blank, or less than two thirds of the line
    /// from the cell that was added before: nearer together, two blanks stand out more than a short line.
    private func bestPlace(_ start: Int, _ end: Int, below above: Int?) -> Int? {
        let cells = content(start, end).cells
        var best: (place: Int, distance: Int)?
        for position in positions where !isNearBlank(Int(position), start, end) {
            let column = (sums[Int(position)] &- sums[start]).cells
            if let addedColumn, abs(column - addedColumn) * 3 < cells * 2 { continue }
            let isBelow = above.map { abs(column - $0) <= 2 } ?? false
            let distance = abs(column - cells / 2) + (isBelow ? 1000 : 0)
            if distance < best?.distance ?? .max { best = (Int(position), distance) }
        }
        return best?.place
    }

    /// Whether there is a blank cell in the line fewer than four Han before or after a record.
    private func isNearBlank(_ place: Int, _ start: Int, _ end: Int) -> Bool {
        var index = place
        while index > start, (sums[place] &- sums[index]).cells < 8 {
            if hasBlank(index) { return true }
            index -= 1
        }
        index = place + 1
        while index < end, (sums[index] &- sums[place]).cells < 8 {
            if hasBlank(index) { return true }
            index += 1
        }
        return false
    }

    /// Whether a record is a blank, or has one before it.
    private func hasBlank(_ index: Int) -> Bool {
        records[index].role.isBlank || records[index].glueBefore.blank + Int(adjustments[index]) > 0
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
                if record.role == .space, index + 1 < end, adjustments[index + 1] < 0 {
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
