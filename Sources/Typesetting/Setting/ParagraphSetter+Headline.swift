extension ParagraphSetter {
    /// Plans a headline: the fewest lines, then the most even ones, broken between phrases.
    ///
    /// Dynamic programming over lines and ends: time is quadratic in the number of records, which is limited to 400.
    /// - Returns: false if the text is empty, too long, has line breaks, or has a line that cannot be broken to fit.
    mutating func planHeadline(frame: LineFrame) -> Bool {
        let count = records.count
        guard count > 0, count <= 400, !(0..<count).contains(where: { records[$0].breakBefore == .always }) else {
            return false
        }
        let room = frame.room(first: false)
        guard let fewest = fewestLines(room) else { return false }
        let depth = nesting()
        let mean = content(0, count).cells / fewest
        // costs[end]: the least cost of setting the records before `end` in `line` lines. origins[line - 1][end]: where
        // the last of those lines starts.
        var costs = [Int](repeating: .max, count: count + 1)
        costs[0] = 0
        var origins: [[Int]] = []
        for line in 1...fewest {
            var next = [Int](repeating: .max, count: count + 1)
            var origin = [Int](repeating: 0, count: count + 1)
            for start in 0..<count where costs[start] != .max {
                for end in start + 1...count where end == count || records[end].breakBefore != .never {
                    let width = content(start, headlineEnd(start, end)).cells
                    if width > room { break }
                    if end == count && line < fewest { continue }
                    var cost = costs[start] + (width - mean) * (width - mean)
                    // A line of fewer than four Han looks like a leftover.
                    if width < 8, fewest > 1 { cost += 200 }
                    if end < count { cost += breakPenalty(end, depth) }
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
            var plan = plan(start, end, LineBadness(cost: 0))
            plan.shownEnd = headlineEnd(start, end)
            plans.append(plan)
            end = start
        }
        plans.reverse()
        return true
    }

    /// The number of lines if each is filled as far as possible; nil if a line has no end that fits.
    private func fewestLines(_ room: Int) -> Int? {
        var lines = 0
        var start = 0
        while start < records.count {
            let ends = (start + 1...records.count).prefix { content(start, headlineEnd(start, $0)).cells <= room }
            guard let end = ends.last(where: { $0 == records.count || records[$0].breakBefore != .never }) else {
                return nil
            }
            start = end
            lines += 1
        }
        return lines
    }

    /// The end of what is shown of a line: without blanks at the end, and without a Chinese comma unless it ends the
    /// headline.
    private func headlineEnd(_ start: Int, _ end: Int) -> Int {
        let end = trimmed(start, end)
        return end < records.count && end - 1 > start && records[end - 1].isChineseComma ? trimmed(start, end - 1) : end
    }

    /// For each record, the number of open brackets and quotes around it.
    private func nesting() -> [Int] {
        var depth = 0
        return (0..<records.count).map { index in
            let role = records[index].role
            if role == .closer || role == .quoteClose || role == .narrowClose { depth = max(0, depth - 1) }
            defer { if role == .opener || role == .quoteOpen || role == .narrowOpen { depth += 1 } }
            return depth
        }
    }

    /// The cost of a line end before `index`, in squared cells: low after spaces and stops, high inside brackets, in
    /// words and before particles.
    private func breakPenalty(_ index: Int, _ depth: [Int]) -> Int {
        let before = records[index - 1].role
        var cost =
            switch before {
            case .space, .wideSpace, .stop, .dash, .exclamation, .narrowStop: 0
            default: 160
            }
        if depth[index] > 0 { cost += 100 }
        if records[index].opensNoLine { cost += 100 }
        switch records[index].breakBefore {
        case .costly, .hyphen: cost += 150
        case .reluctant: cost += 1000
        default: break
        }
        return cost
    }
}

extension ClusterRecord {
    fileprivate var isChineseComma: Bool { scalar == 0xFF0C }

    /// Whether it is one of 的 了 在 和 与 與 及 得 地, particles and conjunctions that should not start a line.
    fileprivate var opensNoLine: Bool {
        switch scalar {
        case 0x7684, 0x4E86, 0x5728, 0x548C, 0x4E0E, 0x8207, 0x53CA, 0x5F97, 0x5730: true
        default: false
        }
    }
}
