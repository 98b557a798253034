/// A rectangle of a printed page, in points (1/72 inch) from its upper left corner.
package struct Box: Hashable, Sendable {
    /// The four edges; the right one is never left of the left one, nor the bottom above the top.
    package var left, top, right, bottom: Double

    /// From one corner to the other.
    @inlinable package init(left: Double, top: Double, right: Double, bottom: Double) {
        self.left = left
        self.top = top
        self.right = max(left, right)
        self.bottom = max(top, bottom)
    }

    /// In points.
    @inlinable package var width: Double { right - left }
    /// In points.
    @inlinable package var height: Double { bottom - top }

    /// The smallest box that holds both.
    @inlinable package func union(_ other: Box) -> Box {
        Box(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }
}
