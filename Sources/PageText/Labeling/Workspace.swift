/// Memory that the parser works in, used for one page after another so that a page allocates little. For one thread at a
/// time.
final class Workspace {
    let lines = LineStore()
    let hypotheses = HypothesisStore()
    /// For each pair of label and state the index of its hypothesis among those of the current line; -1 for none. All are
    /// -1 between two lines.
    let slots: UnsafeMutablePointer<Int32>
    let found = FoundFeatures()
    let lineWords = LineWords()
    /// Room for the candidates of one line.
    let candidates: UnsafeMutablePointer<Observation.Candidate>
    /// For each label its cost where it is a candidate; else infinity.
    let emissions: UnsafeMutablePointer<Float>
    var bounds: StepBounds
    /// What the features cost that were found in each line of the last page that was searched; without those of its second
    /// reading, and without its neighbours' forms.
    private(set) var emissionsOfLines: UnsafeMutablePointer<EmissionCosts>
    private var lineCapacity = 128
    /// For each label the labels that may follow it.
    let successors: UnsafeMutablePointer<LabelSet>

    /// What the search minimises.
    let costs: CostTable
    let leastCosts: LeastCosts

    init(costs: CostTable = .standard) {
        self.costs = costs
        leastCosts = LeastCosts(costs)
        successors = .allocate(capacity: Label.count)
        for (index, label) in Label.allCases.enumerated() {
            var following: LabelSet = []
            for other in Label.allCases where TransitionCosts.mayFollow(label, other) {
                following.insert(LabelSet(other))
            }
            (successors + index).initialize(to: following)
        }
        slots = .allocate(capacity: Hypothesis.slotCount)
        slots.initialize(repeating: -1, count: Hypothesis.slotCount)
        candidates = .allocate(capacity: Label.count)
        emissions = .allocate(capacity: CostTable.stride)
        emissions.initialize(repeating: .infinity, count: CostTable.stride)
        bounds = StepBounds(emissions: emissions)
        emissionsOfLines = .allocate(capacity: lineCapacity)
    }

    /// Makes room for the emission costs of a page of so many lines.
    func reserve(lines: Int) {
        guard lines > lineCapacity else { return }
        emissionsOfLines.deallocate()
        lineCapacity = max(lines, 2 * lineCapacity)
        emissionsOfLines = .allocate(capacity: lineCapacity)
    }

    deinit {
        leastCosts.deallocate()
        bounds.deallocate()
        emissionsOfLines.deallocate()
        successors.deallocate()
        slots.deallocate()
        candidates.deallocate()
        emissions.deallocate()
    }
}
