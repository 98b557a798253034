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
        for at in 0..<CostTable.stride {
            relations[place + at] = above[at] + below[at]
            pairs[place + at] = pair[at] + above[at] + below[at]
        }
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
        let bits = SIMD16<Int32>(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768)
        let isUnder = unsafeBitCast(sums .<= Wide(repeating: limit), to: SIMD16<Int32>.self) & bits
        // One label is left.
        let last = emissions[16] + cost + (least.costs[16] + least.closes[16] * closing) + relation[16]
        return LabelSet(rawValue: UInt32(truncatingIfNeeded: isUnder.wrappedSum()) | (last <= limit ? 1 << 16 : 0))
    }

    @inline(__always)
    private func load(_ costs: UnsafeMutablePointer<Float>) -> Wide {
        UnsafeRawPointer(costs).loadUnaligned(as: Wide.self)
    }
}
