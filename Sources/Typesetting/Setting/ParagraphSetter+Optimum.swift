/// A place where a line may end, as the optimum over the paragraph comes to it.
struct Node {
    var end: Int
    var parent: Int
    /// Of all lines up to here.
    var cost: Int32
    var fit: Fit
    var hyphen: Bool
}

/// How far the optimum looks about; costs as in `Fit`.
struct Search {
    /// How much dearer than the best of its line a place may be and still be kept, and how many are.
    var margin: Int32 = 130
    var breadth = 10
    /// How much more than the best cost the square of a slack may be for a shorter line to be looked at.
    var nearness = 64
    /// How many ends of a line are looked at once one has been found.
    var candidates = 24

    /// A narrow line has few ends, and dear ones: more has to be kept.
    static func within(_ measure: Int) -> Search {
        measure < 32 ? Search(margin: 500, breadth: 16) : Search()
    }
}

extension ParagraphSetter {
    /// Finds the lines of the units from `start` to `end` that cost least over the whole (a shortest path, as in Knuth and
    /// Plass, "Breaking Paragraphs into Lines").
    ///
    /// Line by line, the places where the line may end are kept that cost little more than the best; so the work a line
    /// is bounded whatever the text.
    mutating func planLines(_ start: Int, _ end: Int, first: Bool, frame: LineFrame) {
        let search = search ?? .within(frame.measure)
        plans.removeAll(keepingCapacity: true)
        nodes.removeAll(keepingCapacity: true)
        nodes.append(Node(end: start, parent: -1, cost: 0, fit: Fit(cost: 0), hyphen: false))
        var finish: Node?
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
            plans.append(plan(parent.end, node.end, node.fit, hyphen: node.hyphen))
            node = parent
        }
        if plans.isEmpty { plans.append(plan(start, end, Fit(cost: 0))) }
        plans.reverse()
    }

    func plan(_ start: Int, _ end: Int, _ fit: Fit, hyphen: Bool = false) -> LinePlan {
        LinePlan(start: start, end: end, shownEnd: trimmed(start, end), fit: fit, hyphen: hyphen)
    }

    /// Adds the places where the line after a node may end.
    private mutating func extend(
        _ index: Int, to end: Int, room: Int, frame: LineFrame, search: Search, from next: Int, finish: inout Node?
    ) {
        let node = nodes[index]
        let start = node.end
        guard start < end else { return }
        var stop = reachable(start, end, room + (frame.hanging == .none ? 0 : 2))
        var best = Int32.max
        var tried = 0
        let farthest = stop
        while stop > start {
            let joint = stop == end ? .free : units[stop].joint
            if joint != .never {
                var line = content(start, stop)
                if joint == .hyphen { line.lanes[0] &+= 1 }
                let slack = room - line.cells
                if best != .max, tried == search.candidates || slack > 0 && slack * slack > Int(best) + search.nearness
                {
                    break
                }
                tried += 1
                if let fit = fit(line, start, stop, end, room, frame, joint, isFirst: node.parent < 0) {
                    let cost = fit.cost + (fit.hang > 0 && node.fit.hang > 0 ? Fit.Cost.consecutiveHangs : 0)
                    best = min(best, cost)
                    add(
                        Node(
                            end: stop, parent: index, cost: node.cost &+ cost, fit: fit,
                            hyphen: joint == .hyphen && stop < end),
                        from: next, isFinal: stop == end, finish: &finish)
                }
            }
            stop -= 1
        }
        if best == .max {
            let stop = forcedEnd(start, farthest, end, room)
            let fit = Fit(cost: Fit.Cost.forced)
            add(
                Node(end: stop, parent: index, cost: node.cost &+ fit.cost, fit: fit, hyphen: false), from: next,
                isFinal: stop == end, finish: &finish)
        }
    }

    @inline(__always)
    private func fit(
        _ line: Measures, _ start: Int, _ stop: Int, _ end: Int, _ room: Int, _ frame: LineFrame, _ joint: Joint,
        isFirst: Bool
    ) -> Fit? {
        if stop == end {
            guard var fit = Fit.last(line, room: room, mark: reach(start, stop, frame.hanging)) else { return nil }
            if !isFirst, isOrphan(start, stop) { fit.cost += Fit.Cost.orphan }
            return fit
        }
        guard
            var fit = Fit.best(
                line, room: room, mark: reach(start, stop, frame.hanging), justified: frame.alignment == .justified)
        else { return nil }
        switch joint {
        case .costly: fit.cost += Fit.Cost.splitUnit
        case .hyphen: fit.cost += Fit.Cost.hyphen
        case .reluctant: fit.cost += Fit.Cost.ragged + Int32(room * room / 25)
        default: break
        }
        return fit
    }

    /// Whether a last line holds fewer than two characters beside its marks (clreq 3.2.5: 孤字不成行).
    private func isOrphan(_ start: Int, _ end: Int) -> Bool {
        var shown = 0
        var index = start
        while index < end {
            let unit = units[index]
            if unit.cells > 0, !unit.role.isBlank, !unit.role.isClosingMark { shown += 1 }
            if shown > 1 { return false }
            index += 1
        }
        return true
    }

    /// The farthest end with which a line still goes into `limit` cells when its blanks are left out.
    @inline(__always)
    private func reachable(_ start: Int, _ end: Int, _ limit: Int) -> Int {
        let origin = sums[start] &+ Measures.of(units[start].gap)
        func least(_ index: Int) -> Int {
            let line = sums[index] &- origin
            return line.cells - line.blanks
        }
        var index = min(end, start + limit / 2 + 1)
        while index > start + 1, least(index) > limit { index -= 1 }
        while index < end, least(index + 1) <= limit { index += 1 }
        while index < end, units[index].role.isBlank { index += 1 }
        return index
    }

    /// Adds a node, or the better of two that end at the same place.
    @inline(__always)
    private mutating func add(_ node: Node, from next: Int, isFinal: Bool, finish: inout Node?) {
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

    private mutating func prune(from next: Int, below limit: Int32, _ search: Search) {
        guard nodes.count > next else { return }
        var best = Int32.max
        for index in next..<nodes.count { best = min(best, nodes[index].cost) }
        // At or past what a whole paragraph costs, nothing can be won any more.
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

    /// Where to end a line in which no end is allowed: after a mark of an address, else where neither side is wrong, else
    /// anywhere between clusters; always past at least one.
    private func forcedEnd(_ start: Int, _ farthest: Int, _ end: Int, _ room: Int) -> Int {
        var fitting = max(farthest, start + 1)
        while fitting > start + 1, content(start, fitting).cells > room { fitting -= 1 }
        func isBoundary(_ index: Int) -> Bool { index == end || !units[index].flags.contains(.continues) }
        func isClean(_ index: Int) -> Bool {
            index == end
                || !units[index].role.neverStartsLine && !units[index - 1].role.neverEndsLine
                    && !units[index].role.isClosingMark && units[index - 1].role != .narrowOpen
        }
        let marked = stride(from: fitting, to: max(start, fitting - room / 3), by: -1).first {
            $0 < end && isBoundary($0) && units[$0 - 1].isAddressMark && !units[$0].isAddressMark
        }
        if let marked { return marked }
        let clean = stride(from: fitting, to: start, by: -1).first { isBoundary($0) && isClean($0) }
        if let clean { return clean }
        if let any = stride(from: fitting, to: start, by: -1).first(where: isBoundary) { return any }
        return (start + 1...end).first(where: isBoundary) ?? end
    }
}
