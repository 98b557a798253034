/// Full and half width: the forms of ASCII that take two cells, U+FF01 … U+FF5E, count as ASCII.
@usableFromInline package enum WidthFolding {
    /// The ASCII character of a full-width form; everything else as it is.
    @inlinable @inline(__always)
    package static func narrow(_ point: UInt32) -> UInt32 {
        (0xFF01...0xFF5E).contains(point) ? point &- 0xFEE0 : point
    }

    /// The full-width form of a character U+0021 … U+007E.
    @inlinable @inline(__always)
    package static func wide(_ point: UInt32) -> UInt32 { point &+ 0xFEE0 }
}
