/// The cost of each label on a line, judged by its features alone.
struct EmissionCosts {
    static let impossible: Float = 1000
    private var first = SIMD16<Float>.zero
    private var last = SIMD4<Float>.zero

    /// What the features found cost.
    @inline(__always)
    init(_ found: FoundFeatures, _ table: CostTable) {
        for at in 0..<found.count {
            let (feature, value) = found[at]
            let row = table.row(of: .line(feature, .furniture))
            first += row.loadUnaligned(as: SIMD16<Float>.self) * value
            last += row.loadUnaligned(fromByteOffset: 64, as: SIMD4<Float>.self) * value
        }
    }

    /// Adds what a second reading has found, then the forms of the line and of its neighbours.
    @inline(__always)
    mutating func add(_ second: SecondFeatures, _ forms: NeighborForms, _ table: CostTable) {
        second.forEach { add(table.row(of: .line($0, .furniture))) }
        forms.forEach(.furniture) { add(table.row(of: $0)) }
    }

    @inline(__always)
    private mutating func add(_ row: UnsafeRawPointer) {
        first += row.loadUnaligned(as: SIMD16<Float>.self)
        last += row.loadUnaligned(fromByteOffset: 64, as: SIMD4<Float>.self)
    }

    /// The labels that cost no more than so much above the cheapest.
    @inline(__always)
    func labels(within range: Float) -> LabelSet {
        let limit = min(first.min(), last[0]) + range
        return LabelSet(first .<= SIMD16(repeating: limit), last: last[0] <= limit)
    }

    /// Calls the body with the costs, one a label.
    @inline(__always)
    mutating func withCosts(_ body: (UnsafePointer<Float>) -> Void) {
        withUnsafeBytes(of: &self) { body($0.baseAddress!.assumingMemoryBound(to: Float.self)) }
    }
}

/// The form of a line beside those of its neighbours.
struct NeighborForms {
    let own: LineForm
    let above: LineForm?
    let below: LineForm?

    /// Calls the body with what counts for or against a label.
    @inline(__always)
    func forEach(_ label: Label, _ body: (Cost) -> Void) {
        if let above { body(.above(own, above, label)) }
        if let below { body(.below(own, below, label)) }
    }
}
