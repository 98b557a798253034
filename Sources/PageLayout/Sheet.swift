/// One printed page as an extractor finds it: lines with their places, nothing in order.
///
/// All lengths are in points (1/72 inch), measured from the upper left corner.
package struct Sheet: Sendable {
    package var width: Double
    package var height: Double
    package var lines: [SheetLine]
    /// Rules, frames and pictures.
    package var drawing = Drawing()

    /// A sheet with these lines.
    package init(width: Double, height: Double, lines: [SheetLine] = []) {
        (self.width, self.height, self.lines) = (width, height, lines)
    }
}

/// A run of text on one base line.
package struct SheetLine: Hashable, Sendable {
    /// Fit to be shown; white space may be a word's, or a gap's.
    package var text: String
    package var box: Box
    /// Height of its letters' em square.
    package var size: Double
    package var isBold: Bool
    /// The name of its font; what it is called makes no difference, only whether it is the same.
    package var font: String
    /// Whether white space stood before its first word.
    var followsSpace = false

    /// Text in a box.
    package init(_ text: String, _ box: Box, size: Double, isBold: Bool = false, font: String = "") {
        (self.text, self.box, self.size, self.isBold, self.font) = (text, box, size, isBold, font)
    }

    /// Makes numbers of what are none: an extractor may write anything.
    mutating func settle() {
        func settled(_ value: Double) -> Double { value.isFinite ? max(-1e5, min(1e5, value)) : 0 }
        box = Box(
            left: settled(box.left), top: settled(box.top), right: settled(box.right), bottom: settled(box.bottom))
        size = max(0.1, min(1e4, size.isFinite ? size : 1))
    }

    /// Whether both are set in the same letters.
    func isSet(as other: SheetLine) -> Bool {
        font == other.font && isBold == other.isBold && abs(size - other.size) <= 0.05 * max(size, other.size)
    }
}

/// A rectangle of a sheet.
package struct Box: Hashable, Sendable {
    package var left, top, right, bottom: Double

    /// From one corner to the other.
    package init(left: Double, top: Double, right: Double, bottom: Double) {
        (self.left, self.top, self.right, self.bottom) = (left, top, max(left, right), max(top, bottom))
    }

    package var width: Double { right - left }
    package var height: Double { bottom - top }
    var middle: Double { (left + right) / 2 }
    /// The row of the sheet that it ends in: what is beside each other has seldom quite one base line.
    var row: Double { (bottom / 6).rounded() }

    /// How far both reach over the same columns of the sheet.
    func sharedWidth(with other: Box) -> Double { max(0, min(right, other.right) - max(left, other.left)) }
    /// How far both reach over the same rows.
    func sharedHeight(with other: Box) -> Double { max(0, min(bottom, other.bottom) - max(top, other.top)) }

    /// Whether one is above the other at least in part.
    func isInColumn(of other: Box) -> Bool { sharedWidth(with: other) > 0.1 * min(width, other.width) }

    /// How far they are apart, across and down together.
    func distance(to other: Box) -> Double {
        max(0, max(left, other.left) - min(right, other.right))
            + max(0, max(top, other.top) - min(bottom, other.bottom))
    }

    /// Whether they meet along nearly all of an edge.
    func goesOn(with other: Box) -> Bool {
        distance(to: other) < 3
            && (sharedWidth(with: other) > 0.9 * max(width, other.width)
                || sharedHeight(with: other) > 0.9 * max(height, other.height))
    }

    func union(_ other: Box) -> Box {
        Box(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }
}
