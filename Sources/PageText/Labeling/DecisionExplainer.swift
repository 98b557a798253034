import Glibc

/// Says for each line of a page what it was taken for, how certain that is, and what decided: the features whose costs the
/// labeler added up.
struct DecisionExplainer {
    private let page: LabeledPage
    private let labeler: SequenceLabeler
    private let notes = LinkNotes()

    init(_ page: LabeledPage, workspace: Workspace) {
        self.page = page
        labeler = SequenceLabeler(page.lines, shape: page.shape, workspace: workspace)
    }

    /// One reading for each line.
    ///
    /// - Parameters:
    ///   - source: the number of the source that the page is in.
    ///   - saysWhy: with confidence and reasons, which take many times as long as the labels did; 1 and none without.
    ///   - story: the story that an item of the page belongs to.
    func readings(
        _ assembler: ItemAssembler, of text: PageSource, source: Int, saysWhy: Bool = true, story: (Int) -> Int
    ) -> [LineReading] {
        let margins = saysWhy ? labeler.margins(page.labels) : []
        let path = saysWhy ? labeler.path(page.labels) : []
        defer { notes.removeAll() }
        return page.lines.enumerated().map { at, line in
            let item = assembler.items[at]
            return LineReading(
                source: source, line: text.printedLine(of: line.number), text: page.text(line),
                kind: page.labels[at].kind,
                confidence: saysWhy ? 1 - exp(-Double(margins[at]) / 2) : 1,
                reasons: text.settled.correction(at: line.start) != nil
                    ? [.corrected] : !line.settled.isEmpty ? [.layout] : saysWhy ? reasons(at, path) : [],
                story: item < 0 ? nil : story(item), isJoined: page.labels[at] == .more, isMoved: isMoved(at))
        }
    }

    /// What speaks for a line's label against the label of another kind that would cost the page least, while all other lines keep
    /// theirs; the largest share first.
    private func reasons(_ at: Int, _ path: [Hypothesis]) -> [Reason] {
        let observation = labeler.observation(at: at)
        if observation.line.features.contains(.vertical) { return [Reason(.feature(.vertical), share: 1)] }
        let decided = page.labels[at]
        labeler.evidence(of: observation).find(into: labeler.workspace.found)
        guard let own = costs(of: decided, observation, path[at]) else { return [] }
        let impossible = labeler.evidence(of: observation).impossible
        var rival: (total: Float, costs: [Reason.Cause: Float])?
        for label in Label.allCases where !impossible.contains(label) {
            let isSame = label == decided || label.kind == decided.kind && !decided.isText
            guard !isSame, let costs = costs(of: label, observation, path[at]) else { continue }
            let total = costs.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
            if rival.map({ total < $0.total }) ?? true { rival = (total, costs) }
        }
        // Where nothing else fits between the lines around, what speaks for the label speaks against nothing.
        let others = rival?.costs ?? [:]
        var gains: [(cause: Reason.Cause, gain: Float)] = []
        for cause in Set(own.keys).union(others.keys).sorted() {
            let gain = (others[cause] ?? 0) - (own[cause] ?? 0)
            if gain > 0 { gains.append((cause, gain)) }
        }
        let all = gains.reduce(0) { $0 + $1.gain }
        return gains.sorted { $0.gain != $1.gain ? $0.gain > $1.gain : $0.cause < $1.cause }
            .map { Reason($0.cause, share: Double($0.gain / all)) }
    }

    /// What each cause costs where the line has the label and all others keep theirs; nil where the line cannot have it.
    private func costs(
        of label: Label, _ observation: Observation, _ before: Hypothesis
    ) -> [Reason.Cause: Float]? {
        let at = observation.index
        var costs: [Reason.Cause: Float] = [:]
        func add(_ causes: (Cost) -> Reason.Cause?) {
            for (cost, value) in notes.costs {
                if let cause = causes(cost) { costs[cause, default: 0] += value }
            }
            notes.removeAll()
        }
        notes.removeAll()
        guard let here = labeler.step(before, label, observation, notes: notes) else { return nil }
        add { $0.cause(isNext: false) }
        if at + 1 < page.lines.count {
            let next = labeler.observation(at: at + 1)
            guard labeler.step(here, page.labels[at + 1], next, notes: notes) != nil else { return nil }
        } else {
            _ = labeler.finalCost(here, notes: notes)
        }
        add { $0.cause(isNext: true) }
        let found = labeler.workspace.found
        for place in 0..<found.count {
            let (feature, value) = found[place]
            costs[feature == .always ? .label : .feature(feature), default: 0] +=
                labeler.costs[.line(feature, label)] * value
        }
        labeler.forms(at: at).forEach(label) { cost in
            costs[cost.cause(isNext: false), default: 0] += labeler.costs[cost]
        }
        return costs
    }

    /// Whether the line was between two halves of a paragraph.
    private func isMoved(_ at: Int) -> Bool {
        guard page.labels[at].isCaption || page.labels[at] == .furniture else { return false }
        let next = page.labels[at...].first { !$0.isCaption && $0 != .furniture }
        return next == .more
    }
}

extension Cost {
    /// How a cost is given as a reason. A label after another counts by the label that the two readings share: of the line
    /// before, or of the line after.
    fileprivate func cause(isNext: Bool) -> Reason.Cause {
        switch self {
        case .line(let feature, _): .feature(feature)
        case .above(_, let form, _): .formAbove(form)
        case .below(_, let form, _): .formBelow(form)
        case .pair(let from, let to), .pairAbove(_, let from, let to), .pairBelow(_, let from, let to):
            isNext ? .before(to.kind) : .after(from.kind)
        case .link(let link): .link(link)
        }
    }
}
