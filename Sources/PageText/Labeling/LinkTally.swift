/// What adding a line to a hypothesis costs: the sum over link features, which are noted where somebody asks.
struct LinkTally {
    let costs: CostTable
    private(set) var cost: Float = 0
    /// Where links are noted; nil where only their cost counts.
    private let notes: LinkNotes?

    init(_ costs: CostTable, notes: LinkNotes? = nil) {
        self.costs = costs
        self.notes = notes
    }

    @inline(__always)
    mutating func reset() { cost = 0 }

    @inline(__always)
    mutating func add(_ feature: LinkFeature) {
        cost += costs[feature]
        if let notes { notes.add(.link(feature), costs[feature]) }
    }

    /// What cannot be, and is all the same, as a reader has said so.
    mutating func force() { cost += SequenceLabeler.forced }

    /// Adds what one label after another costs, whatever the lines say.
    @inline(__always)
    mutating func add(_ from: Label, _ to: Label) {
        cost += costs[from, to]
        if let notes { notes.add(.pair(from, to), costs[from, to]) }
    }
}
