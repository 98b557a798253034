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

    @inline(__always)
    mutating func reset() { cost = 0 }

    @inline(__always)
    mutating func add(_ feature: LinkFeature) {
        add(.link(feature))
    }

    /// The part of `add(from, to)` that depends on the lines.
    @inline(__always)
    func relationCost(_ from: Label, _ to: Label) -> Float {
        costs[.pairAbove(above, from, to)] + costs[.pairBelow(below, from, to)]
    }

    /// The same for all labels after one, in two parts.
    @inline(__always)
    func relationRows(_ from: Label) -> (above: UnsafePointer<Float>, below: UnsafePointer<Float>) {
        let values = UnsafePointer(costs.values)
        return (
            values + CostTable.place(of: .pairAbove(above, from, .furniture)),
            values + CostTable.place(of: .pairBelow(below, from, .furniture))
        )
    }

    /// What cannot be, and is all the same, as a reader has said so.
    mutating func force() { cost += SequenceLabeler.forced }

    /// Adds what one label after another costs, whatever the lines say.
    @inline(__always)
    mutating func add(_ from: Label, _ to: Label) {
        add(.pair(from, to))
        add(.pairAbove(above, from, to))
        add(.pairBelow(below, from, to))
    }

    @inline(__always)
    private mutating func add(_ cost: Cost) {
        self.cost += costs[cost]
        if let notes { notes.add(cost, costs[cost]) }
    }
}
