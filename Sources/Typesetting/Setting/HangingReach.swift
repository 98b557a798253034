/// How far the last mark of a line may reach past the measure.
struct HangingReach: OptionSet {
    let rawValue: UInt8
    /// One cell: the blank right half of the mark.
    static let half = HangingReach(rawValue: 1)
    /// Two cells: the whole mark.
    static let full = HangingReach(rawValue: 2)
}
