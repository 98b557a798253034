extension ParagraphSetter {
    /// Plans a headline: the fewest lines, then the most even ones, broken at sense (terminal-text.md 3.9). False where a
    /// line would be too wide, or the text is too long to be a headline.
    mutating func planHeadline(frame: LineFrame) -> Bool {
        let count = units.count
        guard count > 0, count <= 400, !(0..<count).contains(where: { units[$0].joint == .always }) else {
            return false
        }
        let room = frame.room(first: false)
        guard let fewest = fewestLines(room) else { return false }
        let depth = nesting()
        let mean = content(0, count).cells / fewest
        // costs[end] and origins[line][end]: the best way to set the units before `end` in so many lines.
        var costs = [Int](repeating: .max, count: count + 1)
        costs[0] = 0
        var origins: [[Int]] = []
        for line in 1...fewest {
            var next = [Int](repeating: .max, count: count + 1)
            var origin = [Int](repeating: 0, count: count + 1)
            for start in 0..<count where costs[start] != .max {
                for end in start + 1...count where end == count || units[end].joint != .never {
                    let width = content(start, headlineEnd(start, end)).cells
                    if width > room { break }
                    if end == count && line < fewest { continue }
                    var cost = costs[start] + (width - mean) * (width - mean)
                    // Fewer than four Han look like a leftover.
                    if width < 8, fewest > 1 { cost += 200 }
                    if end < count { cost += senselessness(end, depth) }
                    if cost < next[end] {
                        next[end] = cost
                        origin[end] = start
                    }
                }
            }
            costs = next
            origins.append(origin)
        }
        guard costs[count] != .max else { return false }
        plans.removeAll(keepingCapacity: true)
        var end = count
        for origin in origins.reversed() {
            let start = origin[end]
            var plan = plan(start, end, Fit(cost: 0))
            plan.shownEnd = headlineEnd(start, end)
            plans.append(plan)
            end = start
        }
        plans.reverse()
        return true
    }

    /// The lines that filling each one takes; nil where one has no end that fits.
    private func fewestLines(_ room: Int) -> Int? {
        var lines = 0
        var start = 0
        while start < units.count {
            let ends = (start + 1...units.count).prefix { content(start, headlineEnd(start, $0)).cells <= room }
            guard let end = ends.last(where: { $0 == units.count || units[$0].joint != .never }) else { return nil }
            start = end
            lines += 1
        }
        return lines
    }

    /// A comma at a line's end is not shown, nor are blanks.
    private func headlineEnd(_ start: Int, _ end: Int) -> Int {
        let end = trimmed(start, end)
        return end < units.count && end - 1 > start && units[end - 1].isComma ? trimmed(start, end - 1) : end
    }

    /// How deep each unit stands in brackets and quotes.
    private func nesting() -> [Int] {
        var depth = 0
        return (0..<units.count).map { index in
            let role = units[index].role
            if role == .closer || role == .quoteClose || role == .narrowClose { depth = max(0, depth - 1) }
            defer { if role == .opener || role == .quoteOpen || role == .narrowOpen { depth += 1 } }
            return depth
        }
    }

    /// What it costs to end a headline's line before `index`, in squared cells.
    private func senselessness(_ index: Int, _ depth: [Int]) -> Int {
        let before = units[index - 1].role
        var cost =
            switch before {
            case .space, .wideSpace, .stop, .dash, .exclamation, .narrowStop: 0
            default: 160
            }
        if depth[index] > 0 { cost += 100 }
        if units[index].opensNoLine { cost += 100 }
        switch units[index].joint {
        case .costly, .hyphen: cost += 150
        case .reluctant: cost += 1000
        default: break
        }
        return cost
    }
}

extension Unit {
    fileprivate var isComma: Bool { scalar == 0xFF0C || scalar == 0x2C }

    /// 的 了 在 和 与 and their kind, which belong to what stands before them.
    fileprivate var opensNoLine: Bool {
        switch scalar {
        case 0x7684, 0x4E86, 0x5728, 0x548C, 0x4E0E, 0x8207, 0x53CA, 0x5F97, 0x5730: true
        default: false
        }
    }
}
