/// Finds the cheapest sequence of labels for all lines of a page: a Viterbi search over pairs of label and state.
///
/// Of two hypotheses with the same label and state only the cheaper is kept. Each hypothesis carries the last line of its
/// open paragraph, so that a caption between the two halves of a paragraph does not hide one from the other.
struct SequenceLabeler {
    let lines: ContiguousArray<TextLine>
    let shape: PageShape
    let costs: CostTable
    let workspace: Workspace
    /// What is known of the labels; nil where the search is free.
    var limits: LabelLimits?
    /// Whether the lines are those that the workspace has emission costs of.
    var readsAgain = false

    /// Hypotheses that cost this much more than the cheapest are dropped.
    private let beam: Float
    /// What rounding makes of a cost, at most: sums are not the same in every order.
    private static let rounding: Float = 0.25

    init(_ lines: ContiguousArray<TextLine>, shape: PageShape, workspace: Workspace) {
        self.lines = lines
        self.shape = shape
        costs = workspace.costs
        self.workspace = workspace
        workspace.reserve(lines: lines.count)
        // What a settled line makes of the lines before it may have seemed unlikely until then.
        beam = lines.contains { !$0.settled.isEmpty } ? 2 * Self.forced : 10
    }

    /// Whether the first word of `next` would not have fitted on the line; false on a page that is not wrapped.
    static func isFull(_ line: TextLine, _ next: TextLine?, _ shape: PageShape) -> Bool {
        withUnsafePointer(to: shape) { isFull(line, next, PageShapeReference(place: $0)) }
    }

    @inline(__always)
    static func isFull(_ line: TextLine, _ next: TextLine?, _ shape: PageShapeReference) -> Bool {
        guard shape.isWrapped else { return false }
        let used = line.width + line.indent
        guard let next else { return used + 4 > line.measure }
        if shape.isHangul, used + 4 > line.measure { return true }
        let slack = shape.isSolid ? 2 : 0
        return used + (shape.isSolid ? 0 : 1) + min(next.firstToken, 24) + slack > line.measure
    }

    func isFull(_ index: Int, before next: Int) -> Bool {
        Self.isFull(lines[index], next < lines.count ? lines[next] : nil, shape)
    }

    /// One label a line.
    func run() -> [Label] {
        guard !lines.isEmpty else { return [] }
        var steps: [Range<Int>]?
        let end = search(&steps)
        return trace(from: end, lines.indices)
    }

    /// Extends hypotheses line by line, and returns the range of those of the last line in the workspace.
    ///
    /// - Parameter steps: where it is not nil, all hypotheses are kept, and the range of each line's is appended to it.
    func search(_ steps: inout [Range<Int>]?) -> Range<Int> {
        search(lines.indices, from: .beginning, &steps)
    }

    /// The same for some of the lines, from the hypothesis that the lines before them make.
    func search(_ part: Range<Int>, from beginning: Hypothesis, _ steps: inout [Range<Int>]?) -> Range<Int> {
        let hypotheses = workspace.hypotheses
        var range = 0..<1
        hypotheses.count = 0
        hypotheses.reserve(1)
        hypotheses.start[0] = beginning
        hypotheses.count = 1
        for index in part {
            let start = hypotheses.count
            extend(range, to: index, keepsAll: steps != nil || index + 1 == lines.count)
            range = start..<hypotheses.count
            steps?.append(range)
        }
        return range
    }

    /// Appends the hypotheses of a line; those outside the beam are dropped at once unless all are to be kept.
    private func extend(_ range: Range<Int>, to index: Int, keepsAll: Bool) {
        let hypotheses = workspace.hypotheses
        let (slots, successors, emissions) = (workspace.slots, workspace.successors, workspace.emissions)
        let observation = observationWithCandidates(at: index)
        // Each label is a candidate once, and they are in the labels' order.
        var candidates: LabelSet = []
        emissions.update(repeating: .infinity, count: Label.count)
        for candidate in 0..<observation.count {
            let (label, cost) = observation.candidates[candidate]
            emissions[Int(label.rawValue)] = cost
            candidates.insert(LabelSet(label))
        }
        hypotheses.reserve(min(range.count * observation.count, Hypothesis.slotCount) + 1)
        let all = hypotheses.start
        var count = hypotheses.count
        var best = Float.infinity
        for place in range { best = min(best, all[place].cost) }
        let limit = best + beam
        var cheapest = Float.infinity
        var bounds = workspace.bounds
        bounds.begin()
        withReference { shape in
            lines.withUnsafeBufferPointer { lines in
                var step = LineStep(observation, lines, shape, costs)
                // What costs more need not be tried, as it would be dropped.
                var most = Float.infinity
                let isBounded =
                    !keepsAll && !step.mayFollowAnything
                    && !LeastCosts.isNearContents(observation.line, observation.previous)
                if isBounded, let place = range.first(where: { all[$0].cost == best }) {
                    step.begin(all[place])
                    let (least, from) = (leastCosts(all[place]), all[place].label)
                    bounds.prepare(from, step.tally)
                    var rest = candidates.intersection(successors[Int(from.rawValue)])
                    var (likeliest, lowest) = (Label.furniture, Float.infinity)
                    while let label = rest.popFirst() {
                        let cost =
                            emissions[Int(label.rawValue)] + least.cost(label, step.closingCost)
                            + bounds.relation(from, label)
                        if cost < lowest { (likeliest, lowest) = (label, cost) }
                    }
                    let next = all + count
                    if lowest < .infinity,
                        step.step(all + place, likeliest, mayFollow: true, pair: bounds.pair(from, likeliest), to: next)
                    {
                        most = next.pointee.cost + emissions[Int(likeliest.rawValue)] + beam + Self.rounding
                    }
                }
                for place in range where all[place].cost <= limit {
                    step.begin(all[place])
                    let following = successors[Int(all[place].label.rawValue)]
                    let least = leastCosts(all[place])
                    let (cost, from) = (all[place].cost, all[place].label)
                    bounds.prepare(from, step.tally)
                    var rest = step.mayFollowAnything ? candidates : candidates.intersection(following)
                    if isBounded {
                        rest = rest.intersection(
                            bounds.labels(under: most, after: from, cost, least, closing: step.closingCost))
                    }
                    while let label = rest.popFirst() {
                        // Behind the last, where it stays if it is the first in its slot.
                        let next = all + count
                        let mayFollow = !step.mayFollowAnything || following.contains(label)
                        guard
                            step.step(
                                all + place, label, mayFollow: mayFollow, pair: bounds.pair(from, label), to: next)
                        else { continue }
                        next.pointee.cost += emissions[Int(label.rawValue)]
                        next.pointee.previous = Int32(truncatingIfNeeded: place)
                        if next.pointee.cost < cheapest {
                            cheapest = next.pointee.cost
                            if isBounded, cheapest + beam + Self.rounding < most {
                                most = cheapest + beam + Self.rounding
                                rest = rest.intersection(
                                    bounds.labels(under: most, after: from, cost, least, closing: step.closingCost))
                            }
                        }
                        let slot = slots + next.pointee.slot
                        let rival = Int(slot.pointee)
                        if rival < 0 {
                            slot.pointee = Int32(truncatingIfNeeded: count)
                            count &+= 1
                        } else if next.pointee.cost < all[rival].cost {
                            all[rival] = next.pointee
                        }
                    }
                }
            }
        }
        for place in hypotheses.count..<count { slots[all[place].slot] = -1 }
        guard !keepsAll else {
            hypotheses.count = count
            return
        }
        // Their order is kept: it decides between equals.
        var kept = hypotheses.count
        for place in kept..<count where all[place].cost <= cheapest + beam {
            all[kept] = all[place]
            kept += 1
        }
        hypotheses.count = kept
    }

    /// What the labels after those of a hypothesis cost at least.
    @inline(__always)
    private func leastCosts(_ hypothesis: Hypothesis) -> LeastCosts.Row {
        workspace.leastCosts.row(hypothesis.label, isHead: !hypothesis.state.contains(.story))
    }

    /// The labels, one for each line of the part, of the cheapest hypothesis in the range.
    func trace(from end: Range<Int>, _ part: Range<Int>) -> [Label] {
        let hypotheses = workspace.hypotheses
        var labels = [Label](repeating: .furniture, count: part.count)
        func cost(_ place: Int) -> Float {
            part.upperBound == lines.count ? finalCost(hypotheses[place]) : hypotheses[place].cost
        }
        guard var place = end.min(by: { cost($0) < cost($1) }) else { return labels }
        for line in labels.indices.reversed() {
            labels[line] = hypotheses[place].label
            place = Int(hypotheses[place].previous)
        }
        return labels
    }

    /// The cost including that of the page's end: headings without a story and paragraphs without an end are expensive.
    func finalCost(_ hypothesis: Hypothesis, notes: LinkNotes? = nil) -> Float {
        var tally = LinkTally(costs, notes: notes)
        let label = hypothesis.label
        if label.isText || hypothesis.state.contains(.pending), let closing = closing(of: hypothesis) {
            tally.add(closing)
        }
        if label.isHeading || label == .rubric || label == .crosshead || label == .byline { tally.add(.pageEndsOpen) }
        return hypothesis.cost + tally.cost
    }

    private func closing(of hypothesis: Hypothesis) -> LinkFeature? {
        withReference { shape in
            lines.withUnsafeBufferPointer { OpenParagraph.closing(of: hypothesis, $0, shape) }
        }
    }
}
