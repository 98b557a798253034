/// What adding a line to a hypothesis costs: the sum over link features, which are noted where somebody asks.
struct LinkTally {
    let costs: CostTable
    private(set) var cost: Float = 0
    /// How the line stands to the one above, and the next to it.
    private let (above, below): (LineRelation, LineRelation)
    /// Where links are noted; nil where only their cost counts.
    private let notes: LinkNotes?

    /// - Parameter above: how the line stands to the one above, and the next to it: only for labels after labels.
    init(
        _ costs: CostTable, above: LineRelation = .nearAlike, below: LineRelation = .nearAlike, notes: LinkNotes? = nil
    ) {
        self.costs = costs
        (self.above, self.below) = (above, below)
        self.notes = notes
    }

    /// Begins a sum.
    @inline(__always)
    mutating func begin(at cost: Float) { self.cost = cost }

    @inline(__always)
    mutating func add(_ feature: LinkFeature) {
        add(.link(feature))
    }

    /// The parts of `pairCost` for all labels after one.
    @inline(__always)
    func rows(_ from: Label) -> (pair: UnsafePointer<Float>, above: UnsafePointer<Float>, below: UnsafePointer<Float>) {
        let values = UnsafePointer(costs.values)
        return (
            values + CostTable.place(of: .pair(from, .furniture)),
            values + CostTable.place(of: .pairAbove(above, from, .furniture)),
            values + CostTable.place(of: .pairBelow(below, from, .furniture))
        )
    }

    /// What cannot be, and is all the same, as a reader has said so.
    mutating func force() { cost += SequenceLabeler.forced }

    /// What one label after another costs, whatever the lines say; noted where somebody asks.
    func pairCost(_ from: Label, _ to: Label) -> Float {
        var tally = self
        tally.begin(at: 0)
        tally.add(.pair(from, to))
        tally.add(.pairAbove(above, from, to))
        tally.add(.pairBelow(below, from, to))
        return tally.cost
    }

    @inline(__always)
    private mutating func add(_ cost: Cost) {
        self.cost += costs[cost]
        if let notes { notes.add(cost, costs[cost]) }
    }
}
