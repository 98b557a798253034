/// What a stretch of units holds: its cells, and how many gaps of each kind. Sums over all units before a place are kept,
/// so that any line is known by one subtraction; lanes wrap round, lines are shorter than that.
struct Measures {
    var lanes: SIMD8<UInt16> = .zero

    /// Cells, natural blanks included.
    @inline(__always) var cells: Int { Int(lanes[0]) }
    @inline(__always) var words: Int { Int(lanes[1]) }
    @inline(__always) var han: Int { Int(lanes[6]) }
    /// Blanks that may be left out.
    @inline(__always) var blanks: Int { Int(lanes[7]) }
    /// Gaps that may each take one cell, before Han are parted.
    @inline(__always) var open: Int {
        Int(lanes[1]) + Int(lanes[2]) + Int(lanes[3]) + Int(lanes[4]) + Int(lanes[5])
    }

    @inline(__always) static func &+ (left: Self, right: Self) -> Self { Self(lanes: left.lanes &+ right.lanes) }
    @inline(__always) static func &- (left: Self, right: Self) -> Self { Self(lanes: left.lanes &- right.lanes) }

    /// What one gap measures.
    @inline(__always) static func of(_ gap: Gap) -> Measures { units[Int(gap.rawValue) << 2] }

    /// What a unit and the gap before it measure: by gap, then by the unit's cells.
    nonisolated(unsafe) static let units: UnsafePointer<Measures> = {
        let table = UnsafeMutablePointer<Measures>.allocate(capacity: 64)
        table.initialize(repeating: Measures(), count: 64)
        for gap in Gap.allCases {
            for cells in 0...2 {
                var measures = Measures()
                if gap.mayStretch { measures.lanes[gap == .scriptSpace ? 2 : Int(gap.rawValue)] = 1 }
                if gap.mayShrink { measures.lanes[7] = 1 }
                measures.lanes[0] = UInt16(gap.blank + cells)
                table[Int(gap.rawValue) << 2 | cells] = measures
            }
        }
        return UnsafePointer(table)
    }()
}
