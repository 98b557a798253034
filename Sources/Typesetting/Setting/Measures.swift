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

    /// One gap of each kind.
    nonisolated(unsafe) static let ofGap: UnsafePointer<Measures> = {
        let table = UnsafeMutablePointer<Measures>.allocate(capacity: 16)
        table.initialize(repeating: Measures(), count: 16)
        for gap in Gap.allCases {
            let measures = table + Int(gap.rawValue)
            if gap.mayStretch { measures.pointee.lanes[gap == .scriptSpace ? 2 : Int(gap.rawValue)] = 1 }
            if gap.mayShrink { measures.pointee.lanes[7] = 1 }
            measures.pointee.lanes[0] = UInt16(gap.blank)
        }
        return UnsafePointer(table)
    }()
}
