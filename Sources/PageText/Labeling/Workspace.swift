/// Memory that the parser works in, used for one page after another so that a page allocates little. For one thread at a
/// time.
final class Workspace {
    let lines = LineStore()
    let hypotheses = HypothesisStore()
    /// For each pair of label and state the index of its hypothesis among those of the current line; -1 for none. All are
    /// -1 between two lines.
    let slots: UnsafeMutablePointer<Int32>
    /// Room for the candidates of one line.
    let candidates: UnsafeMutablePointer<Observation.Candidate>
    /// For each label a set of the labels that may follow it, one bit a label.
    let successors: UnsafeMutablePointer<UInt32>

    init() {
        successors = .allocate(capacity: Label.count)
        for (index, label) in Label.all.enumerated() {
            let following: UInt32 = Label.all.reduce(0) {
                TransitionCosts.mayFollow(label, $1) ? $0 | 1 << UInt32($1.rawValue) : $0
            }
            (successors + index).initialize(to: following)
        }
        slots = .allocate(capacity: Hypothesis.slotCount)
        slots.initialize(repeating: -1, count: Hypothesis.slotCount)
        candidates = .allocate(capacity: Label.count)
    }

    deinit {
        successors.deallocate()
        slots.deallocate()
        candidates.deallocate()
    }
}
