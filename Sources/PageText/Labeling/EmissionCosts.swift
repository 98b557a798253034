/// The cost of each label on a line, judged by its features alone.
struct EmissionCosts {
    static let impossible: Float = 1000
    private var first = SIMD16<Float>.zero
    private var last = SIMD4<Float>.zero

    @inline(__always)
    init(_ found: FoundFeatures, _ table: CostTable) {
        for at in 0..<found.count {
            let (feature, value) = found[at]
            let row = table.row(of: feature)
            first += row.loadUnaligned(as: SIMD16<Float>.self) * value
            last += row.loadUnaligned(fromByteOffset: 64, as: SIMD4<Float>.self) * value
        }
    }

    /// Calls the body with the costs, one a label.
    @inline(__always)
    mutating func withCosts(_ body: (UnsafePointer<Float>) -> Void) {
        withUnsafeBytes(of: &self) { body($0.baseAddress!.assumingMemoryBound(to: Float.self)) }
    }
}
