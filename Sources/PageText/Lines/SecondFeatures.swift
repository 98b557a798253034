/// What a second reading of the page finds of a line: the features from `Feature.goesOn0` on.
struct SecondFeatures: OptionSet {
    let rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }

    private static let first = Feature.goesOn0.rawValue

    /// Traps on a feature of the first reading.
    mutating func insert(_ feature: Feature) {
        precondition(feature.rawValue >= Self.first && feature.rawValue < Self.first + 64)
        self = SecondFeatures(rawValue: rawValue | 1 << UInt64(feature.rawValue - Self.first))
    }

    /// Calls the body with each feature of the set, in their order.
    @inline(__always)
    func forEach(_ body: (Feature) -> Void) {
        var rest = rawValue
        while rest != 0 {
            body(Feature.goesOn0.after(rest.trailingZeroBitCount))
            rest &= rest - 1
        }
    }
}
