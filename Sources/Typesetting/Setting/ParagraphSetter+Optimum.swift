extension ParagraphSetter {
    /// Finds the line ends between the records `start` and `end` with the least total cost, and stores them in `plans`:
    /// a shortest path, as in Knuth and Plass, "Breaking Paragraphs into Lines" (1981).
    ///
    /// The search goes line by line and keeps only the ends that cost little more than the best one (`SearchLimits`),
    /// so the work for each line is bounded whatever the text.
    mutating func planLines(_ start: Int, _ end: Int, first: Bool, frame: LineFrame) {
        let search = search ?? .within(frame.measure)
        plans.removeAll(keepingCapacity: true)
        nodes.removeAll(keepingCapacity: true)
        nodes.append(BreakNode(end: start, parent: -1, cost: 0, badness: LineBadness(cost: 0), hyphen: false))
        var finish: BreakNode?
        var frontier = 0..<1
        while !frontier.isEmpty {
            let room = frame.room(first: first && frontier.lowerBound == 0)
            let next = nodes.count
            for index in frontier {
                extend(index, to: end, room: room, frame: frame, search: search, from: next, finish: &finish)
            }
            prune(from: next, below: finish?.cost ?? .max, search)
            frontier = next..<nodes.count
        }
        var node = finish ?? nodes[0]
        while node.parent >= 0 {
            let parent = nodes[node.parent]
            plans.append(plan(parent.end, node.end, node.badness, hyphen: node.hyphen))
            node = parent
        }
        if plans.isEmpty { plans.append(plan(start, end, LineBadness(cost: 0))) }
        plans.reverse()
    }

    /// A plan for the line from `start` to `end`, without the blanks at its end.
    func plan(_ start: Int, _ end: Int, _ badness: LineBadness, hyphen: Bool = false) -> LinePlan {
        LinePlan(start: start, end: end, shownEnd: trimmed(start, end), badness: badness, hyphen: hyphen)
    }

    /// Adds a node for each place where the line that starts at a node may end.
    /// - Parameters:
    ///   - next: the index of the first node of this line number.
    ///   - finish: the cheapest node found at `end`.
    private mutating func extend(
        _ index: Int, to end: Int, room: Int, frame: LineFrame, search: SearchLimits, from next: Int,
        finish: inout BreakNode?
    ) {
        let node = nodes[index]
        let start = node.end
        guard start < end else { return }
        var stop = reachable(start, end, room + (frame.hanging == .none ? 0 : 2))
        var best = Int32.max
        var tried = 0
        let farthest = stop
        while stop > start {
            let opportunity = stop == end ? .free : records[stop].breakBefore
            if opportunity != .never {
                var line = content(start, stop)
                if opportunity == .hyphen { line.lanes[0] &+= 1 }
                let slack = room - line.cells
                if best != .max, tried == search.candidates || slack > 0 && slack * slack > Int(best) + search.nearness
                {
                    break
                }
                tried += 1
                if let badness = badness(line, start, stop, end, room, frame, opportunity, isFirst: node.parent < 0) {
                    let cost =
                        badness.cost
                        + (badness.hang > 0 && node.badness.hang > 0 ? LineBadness.Cost.consecutiveHangs : 0)
                    best = min(best, cost)
                    add(
                        BreakNode(
                            end: stop, parent: index, cost: node.cost &+ cost, badness: badness,
                            hyphen: opportunity == .hyphen && stop < end),
                        from: next, isFinal: stop == end, finish: &finish)
                }
            }
            stop -= 1
        }
        if best == .max {
            let stop = forcedEnd(start, farthest, end, room)
            let badness = LineBadness(cost: LineBadness.Cost.forced)
            add(
                BreakNode(end: stop, parent: index, cost: node.cost &+ badness.cost, badness: badness, hyphen: false),
                from: next,
                isFinal: stop == end, finish: &finish)
        }
    }

    /// The badness of the line from `start` to `stop`, with the penalty for the kind of break; nil if it is too wide.
    @inline(__always)
    private func badness(
        _ line: PrefixMetrics, _ start: Int, _ stop: Int, _ end: Int, _ room: Int, _ frame: LineFrame,
        _ opportunity: BreakOpportunity,
        isFirst: Bool
    ) -> LineBadness? {
        if stop == end {
            guard var badness = LineBadness.last(line, room: room, mark: reach(start, stop, frame.hanging)) else {
                return nil
            }
            if !isFirst, isOrphan(start, stop) { badness.cost += LineBadness.Cost.orphan }
            return badness
        }
        guard
            var badness = LineBadness.least(
                line, room: room, mark: reach(start, stop, frame.hanging), justified: frame.alignment == .justified)
        else { return nil }
        switch opportunity {
        case .costly: badness.cost += LineBadness.Cost.splitQuantity
        case .hyphen: badness.cost += LineBadness.Cost.hyphen
        case .reluctant: badness.cost += LineBadness.Cost.ragged + Int32(room * room / 25)
        default: break
        }
        return badness
    }

    /// Whether a last line has fewer than two characters, not counting stops and closing marks (clreq 3.2.5: 孤字不成行).
    private func isOrphan(_ start: Int, _ end: Int) -> Bool {
        var shown = 0
        var index = start
        while index < end {
            let record = records[index]
            if record.cells > 0, !record.role.isBlank, !record.role.isClosingMark { shown += 1 }
            if shown > 1 { return false }
            index += 1
        }
        return true
    }

    /// The farthest line end for which the line is at most `limit` cells wide with all its optional blanks left out.
    @inline(__always)
    private func reachable(_ start: Int, _ end: Int, _ limit: Int) -> Int {
        let origin = sums[start] &+ PrefixMetrics.of(records[start].glueBefore)
        func least(_ index: Int) -> Int {
            let line = sums[index] &- origin
            return line.cells - line.blanks
        }
        var index = min(end, start + limit / 2 + 1)
        while index > start + 1, least(index) > limit { index -= 1 }
        while index < end, least(index + 1) <= limit { index += 1 }
        while index < end, records[index].role.isBlank { index += 1 }
        return index
    }

    /// Adds a node; of two with the same end the cheaper one is kept.
    @inline(__always)
    private mutating func add(_ node: BreakNode, from next: Int, isFinal: Bool, finish: inout BreakNode?) {
        if isFinal {
            if node.cost < finish?.cost ?? .max { finish = node }
            return
        }
        for index in stride(from: nodes.count - 1, through: next, by: -1) where nodes[index].end == node.end {
            if node.cost < nodes[index].cost { nodes[index] = node }
            return
        }
        nodes.append(node)
    }

    /// Drops the nodes from `next` on that the limits exclude, or that already cost as much as a complete paragraph.
    private mutating func prune(from next: Int, below limit: Int32, _ search: SearchLimits) {
        guard nodes.count > next else { return }
        var best = Int32.max
        for index in next..<nodes.count { best = min(best, nodes[index].cost) }
        // A node that costs as much as a complete paragraph cannot lead to a cheaper one.
        let bound = min(best &+ search.margin, limit &- 1)
        var kept = next
        for index in next..<nodes.count where nodes[index].cost <= bound {
            nodes[kept] = nodes[index]
            kept += 1
        }
        nodes.removeSubrange(kept...)
        while nodes.count - next > search.breadth {
            let worst = (next..<nodes.count).max { nodes[$0].cost < nodes[$1].cost }!
            nodes.remove(at: worst)
        }
    }

    /// Where to end a line that has no allowed end: after a mark of an address, else where no character is banned from
    /// the start or end of a line, else between any two clusters. The line always gets at least one cluster.
    private func forcedEnd(_ start: Int, _ farthest: Int, _ end: Int, _ room: Int) -> Int {
        var fitting = max(farthest, start + 1)
        while fitting > start + 1, content(start, fitting).cells > room { fitting -= 1 }
        func isBoundary(_ index: Int) -> Bool { index == end || !records[index].flags.contains(.continues) }
        func isClean(_ index: Int) -> Bool {
            index == end
                || !records[index].role.neverStartsLine && !records[index - 1].role.neverEndsLine
                    && !records[index].role.isClosingMark && records[index - 1].role != .narrowOpen
        }
        let marked = stride(from: fitting, to: max(start, fitting - room / 3), by: -1).first {
            $0 < end && isBoundary($0) && records[$0 - 1].isAddressMark && !records[$0].isAddressMark
        }
        if let marked { return marked }
        let clean = stride(from: fitting, to: start, by: -1).first { isBoundary($0) && isClean($0) }
        if let clean { return clean }
        if let any = stride(from: fitting, to: start, by: -1).first(where: isBoundary) { return any }
        return (start + 1...end).first(where: isBoundary) ?? end
    }
}
