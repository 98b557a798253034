/// The number and height of the newspaper columns into which a text layout is divided.
package struct Columns: Sendable, Hashable {
    /// Columns side by side; at least 1.
    package var count: Int
    /// Lines in each column; at least 2.
    package var height: Int

    /// Columns with both values raised to their minimum.
    package init(count: Int, height: Int) {
        self.count = max(1, count)
        self.height = max(2, height)
    }

    /// The number of columns that fit into a width, and the measure of each: an even number of cells.
    /// - Parameters:
    ///   - width: cells in total; two are kept free at the right edge for hanging marks.
    ///   - measure: the smallest measure.
    ///   - widest: the largest measure.
    ///   - gutter: cells between two columns: two for hanging marks, the rest for the rule.
    package static func fitting(width: Int, measure: Int = 40, widest: Int = 52, gutter: Int = 5) -> (
        count: Int, measure: Int
    ) {
        let count = max(1, (width - 2 + gutter) / (measure + gutter))
        let each = (width - 2 - (count - 1) * gutter) / count
        return (count, max(2, min(widest, each & ~1)))
    }
}
