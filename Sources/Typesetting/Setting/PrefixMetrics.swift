/// The width of a run of records, and how many places of each kind of glue it contains.
///
/// `ParagraphSetter.sums` holds the metrics of the text before each record, so the metrics of any line are one
/// subtraction. The lanes wrap around at 65,536; only differences over one line, which are smaller, are ever read.
struct PrefixMetrics {
    /// Cells, then the number of places for each glue from `word` to `han`, then of those that may shrink.
    var lanes: SIMD8<UInt16> = .zero

    /// Width in cells, including blanks that may be left out.
    @inline(__always) var cells: Int { Int(lanes[0]) }
    /// Places with `Glue.word`.
    @inline(__always) var words: Int { Int(lanes[1]) }
    /// Places with `Glue.han`: none in a line of words.
    @inline(__always) var han: Int { Int(lanes[6]) }
    /// Cells that a tight line may leave out.
    @inline(__always) var blanks: Int { Int(lanes[7]) }
    /// Places that can each take one more cell.
    @inline(__always) var open: Int {
        Int(lanes[1]) + Int(lanes[2]) + Int(lanes[3]) + Int(lanes[4]) + Int(lanes[5])
    }

    @inline(__always) static func &+ (left: Self, right: Self) -> Self { Self(lanes: left.lanes &+ right.lanes) }
    @inline(__always) static func &- (left: Self, right: Self) -> Self { Self(lanes: left.lanes &- right.lanes) }

    /// The metrics of one place with this glue.
    @inline(__always) static func of(_ glue: Glue) -> PrefixMetrics { table[Int(glue.rawValue) << 2] }

    /// The metrics of a record and the glue before it, indexed by glue × 4 + cells. A constant.
    nonisolated(unsafe) static let table: UnsafePointer<PrefixMetrics> = {
        let table = UnsafeMutablePointer<PrefixMetrics>.allocate(capacity: 64)
        table.initialize(repeating: PrefixMetrics(), count: 64)
        for glue in Glue.allCases {
            for cells in 0...2 {
                var metrics = PrefixMetrics()
                if glue.mayStretch || glue == .han { metrics.lanes[Int(glue.rawValue)] = 1 }
                if glue.mayShrink { metrics.lanes[7] = 1 }
                metrics.lanes[0] = UInt16(glue.blank + cells)
                table[Int(glue.rawValue) << 2 | cells] = metrics
            }
        }
        return UnsafePointer(table)
    }()
}
