/// What each label on the current line costs at least after each label on the line before, for all labels at once: most of the
/// steps that cost too much are ruled out together.
///
/// Sums of the same costs in another order differ by rounding; whoever asks allows for that.
struct StepBounds {
    /// A row for each label of the line before, first where a story has begun, then where none has: `CostTable.stride` costs,
    /// for labels that are no candidates infinite.
    private let rows: UnsafeMutablePointer<Float>
    /// For each label what its emission costs.
    private let emissions: UnsafeMutablePointer<Float>
    /// The rows that were added up for the current line, a bit each.
    private var made: UInt64 = 0

    private typealias Wide = SIMD16<Float>

    /// The emission costs are the workspace's, `CostTable.stride` of them. Its memory is given back with `deallocate`.
    init(emissions: UnsafeMutablePointer<Float>) {
        self.emissions = emissions
        rows = .allocate(capacity: 2 * Label.count * CostTable.stride)
        rows.initialize(repeating: 0, count: 2 * Label.count * CostTable.stride)
    }

    func deallocate() { rows.deallocate() }

    /// Begins a line: its emission costs are other ones.
    @inline(__always)
    mutating func begin() { made = 0 }

    /// The labels that cost no more than a limit after a hypothesis.
    ///
    /// - Parameters:
    ///   - least: what links after the hypothesis' label cost at least.
    ///   - closing: what ending its open paragraph costs.
    @inline(__always)
    mutating func labels(
        under limit: Float, after from: Label, isHead: Bool, _ least: LeastCosts.Row, closing: Float, _ step: LineStep
    ) -> LabelSet {
        let place = Int(from.rawValue) + (isHead ? Label.count : 0)
        let row = rows + place * CostTable.stride
        if made &>> UInt64(truncatingIfNeeded: place) & 1 == 0 {
            made |= 1 &<< UInt64(truncatingIfNeeded: place)
            make(row, from, least, step)
        }
        let costs = UnsafeRawPointer(row).loadUnaligned(as: Wide.self)
        let closes = UnsafeRawPointer(least.closes).loadUnaligned(as: Wide.self)
        let isUnder = costs + closes * closing .<= Wide(repeating: limit)
        let bits = SIMD16<Int32>(
            1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768)
        let first = (unsafeBitCast(isUnder, to: SIMD16<Int32>.self) & bits).wrappedSum()
        // One label is left.
        let last: UInt32 = row[16] + least.closes[16] * closing <= limit ? 1 << 16 : 0
        return LabelSet(rawValue: UInt32(truncatingIfNeeded: first) | last)
    }

    private func make(_ row: UnsafeMutablePointer<Float>, _ from: Label, _ least: LeastCosts.Row, _ step: LineStep) {
        let (above, below) = step.relationRows(from)
        for at in 0..<Label.count { row[at] = emissions[at] + least.costs[at] + above[at] + below[at] }
    }
}
