/// What the labels of the current line cost after each label of the line before, whatever else the hypothesis says: added up once a
/// line, and for all labels at once.
struct StepBounds {
    private typealias Wide = SIMD16<Float>

    /// `CostTable.stride` costs for each label of the line before: by how the lines stand to each other, and with what one label
    /// after the other costs anyway.
    private let relations: UnsafeMutablePointer<Float>
    private let pairs: UnsafeMutablePointer<Float>
    /// The emission costs of the current line, one a label.
    private let emissions: UnsafeMutablePointer<Float>
    /// The labels whose costs were added up for the current line.
    private var made: LabelSet = []

    /// The emission costs are the workspace's, `CostTable.stride` of them. Its memory is given back with `deallocate`.
    init(emissions: UnsafeMutablePointer<Float>) {
        precondition(Label.count == 17, "sixteen labels are compared at once, and one alone")
        self.emissions = emissions
        relations = .allocate(capacity: Label.count * CostTable.stride)
        pairs = .allocate(capacity: Label.count * CostTable.stride)
    }

    func deallocate() {
        relations.deallocate()
        pairs.deallocate()
    }

    /// Begins a line.
    @inline(__always)
    mutating func begin() { made = [] }

    /// Adds up what follows on a label, where that was not done for the line.
    @inline(__always)
    mutating func prepare(_ from: Label, _ tally: LinkTally) {
        guard !made.contains(from) else { return }
        made.insert(LabelSet(from))
        let place = Int(from.rawValue) * CostTable.stride
        let (pair, above, below) = tally.rows(from)
        store(load(above) + load(below), at: relations + place)
        store(load(pair) + load(above) + load(below), at: pairs + place)
        relations[place + 16] = above[16] + below[16]
        pairs[place + 16] = pair[16] + above[16] + below[16]
    }

    /// What one label after another costs by how the lines stand to each other.
    @inline(__always)
    func relation(_ from: Label, _ to: Label) -> Float {
        relations[Int(from.rawValue) * CostTable.stride + Int(to.rawValue)]
    }

    /// What it costs in all, whatever the lines say.
    @inline(__always)
    func pair(_ from: Label, _ to: Label) -> Float { pairs[Int(from.rawValue) * CostTable.stride + Int(to.rawValue)] }

    /// The labels that may cost no more than a limit.
    ///
    /// - Parameters:
    ///   - cost: of the hypothesis.
    ///   - least: what links after its label cost at least.
    ///   - closing: what ending its open paragraph costs.
    @inline(__always)
    func labels(
        under limit: Float, after from: Label, _ cost: Float, _ least: LeastCosts.Row, closing: Float
    ) -> LabelSet {
        let relation = relations + Int(from.rawValue) * CostTable.stride
        let sums =
            load(emissions) + cost + (load(least.costs) + load(least.closes) * closing) + load(relation)
        let last = emissions[16] + cost + (least.costs[16] + least.closes[16] * closing) + relation[16]
        return LabelSet(sums .<= Wide(repeating: limit), last: last <= limit)
    }

    @inline(__always)
    private func load(_ costs: UnsafePointer<Float>) -> Wide {
        UnsafeRawPointer(costs).loadUnaligned(as: Wide.self)
    }

    @inline(__always)
    private func store(_ costs: Wide, at place: UnsafeMutablePointer<Float>) {
        UnsafeMutableRawPointer(place).storeBytes(of: costs, as: Wide.self)
    }
}
