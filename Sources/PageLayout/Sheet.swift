import Newspaper

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

extension Sheet {
    /// Makes numbers of what are none, and of those that no page has: an extractor may write anything.
    mutating func settle() {
        (width, height) = (Self.settledLength(width), Self.settledLength(height))
        for at in lines.indices { lines[at].settle() }
        drawing.settle()
    }

    private static func settledLength(_ value: Double) -> Double { value.isFinite ? max(1, min(1e5, value)) : 1 }
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
    /// Whether its first, and its last words are bold, if not all of it.
    package var beginsBold = false
    package var endsBold = false
    /// Whether it has been drawn out to its measure.
    var isSpaced = false
    /// Whether white space stood before its first word, and behind its last one.
    var followsSpace = false
    var precedesSpace = false
    /// The fonts of its first and of its last words, where it is made of several parts.
    var firstFont, lastFont: String?

    /// Text in a box.
    package init(_ text: String, _ box: Box, size: Double, isBold: Bool = false, font: String = "") {
        (self.text, self.box, self.size, self.isBold, self.font) = (text, box, size, isBold, font)
    }

    /// Makes numbers of what are none: an extractor may write anything.
    mutating func settle() {
        box = box.settled
        size = max(0.1, min(1e4, size.isFinite ? size : 1))
    }

    /// A name of its letters.
    var letters: String { isBold ? font + "*" : font }

    /// Whether both are set in the same letters.
    func isSet(as other: SheetLine) -> Bool {
        font == other.font && isBold == other.isBold && abs(size - other.size) <= max(0.05 * max(size, other.size), 0.7)
    }
}

extension Drawing {
    /// What names stand on: bars, and frames as narrow as they are.
    func plates(_ body: BodyStyle) -> [Box] { bars + frames.filter { min($0.width, $0.height) < 3 * body.size } }
}

extension Box {
    var middle: Double { (left + right) / 2 }
    /// With edges that are numbers, and not beyond any page.
    var settled: Box {
        func settled(_ value: Double) -> Double { value.isFinite ? max(-1e5, min(1e5, value)) : 0 }
        return Box(left: settled(left), top: settled(top), right: settled(right), bottom: settled(bottom))
    }
    /// The row of the sheet that it ends in: what is beside each other has seldom quite one base line.
    var row: Double { (bottom / 6).rounded() }

    /// How far both reach over the same columns of the sheet.
    func sharedWidth(with other: Box) -> Double { max(0, min(right, other.right) - max(left, other.left)) }
    /// How far both reach over the same rows.
    func sharedHeight(with other: Box) -> Double { max(0, min(bottom, other.bottom) - max(top, other.top)) }

    /// Whether one is above the other at least in part.
    func isInColumn(of other: Box) -> Bool { sharedWidth(with: other) > 0.1 * min(width, other.width) }

    /// Whether they meet along nearly all of an edge.
    func goesOn(with other: Box) -> Bool {
        distance(to: other) < 3
            && (sharedWidth(with: other) > 0.9 * max(width, other.width)
                || sharedHeight(with: other) > 0.9 * max(height, other.height))
    }

    /// Whether another box is right above, below or beside, at most so far.
    func isAt(_ other: Box, within reach: Double) -> Bool {
        let down = max(top - other.bottom, other.top - bottom)
        let over = max(left - other.right, other.left - right)
        return down < reach && over < 0 || over < reach && down < 0
    }

    /// How far the rows of one are from those of the other.
    func distanceDown(to other: Box) -> Double { max(0, max(top, other.top) - min(bottom, other.bottom)) }
    /// How far they are from each other, across and down together.
    func distance(to other: Box) -> Double {
        max(0, max(left, other.left) - min(right, other.right)) + distanceDown(to: other)
    }

    /// The same on a sheet that has been turned, its right edge to the top; `width` is that of the sheet before.
    func turned(_ width: Double) -> Box {
        Box(left: top, top: width - right, right: bottom, bottom: width - left)
    }

    /// Where it was before the sheet was turned.
    func turnedBack(_ width: Double) -> Box {
        Box(left: width - bottom, top: left, right: width - top, bottom: right)
    }
}
