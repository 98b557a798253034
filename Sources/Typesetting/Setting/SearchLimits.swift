/// Bounds on the search for the best line ends. Costs are in squared cells, as in `LineBadness`.
struct SearchLimits {
    /// Nodes that cost more than the best node of the same line number by more than this are dropped.
    var margin: Int32 = 500
    /// At most this many nodes are kept for one line number.
    var breadth = 16
    /// From one start, shorter lines are not tried once the square of their slack exceeds the best cost by more than
    /// this.
    var nearness = 200
    /// From one start, at most this many line ends are tried.
    var candidates = 24

    /// The limits for a measure in cells. A narrow line has few possible ends with high costs, so more nodes are kept.
    static func within(_ measure: Int) -> SearchLimits {
        measure < 32 ? SearchLimits(margin: 700, breadth: 20) : SearchLimits()
    }
}
