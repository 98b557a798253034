/// A picture as it is printed: in which file, on which of its pages, and where.
package struct PrintedPicture: Sendable, Hashable {
    /// A rectangle of a page, in points (1/72 inch) from its upper left corner.
    package struct Box: Sendable, Hashable {
        /// The upper left corner.
        package var left, top: Double
        /// The extent; neither is negative.
        package var width, height: Double

        /// A rectangle; a negative extent counts as 0.
        package init(left: Double, top: Double, width: Double, height: Double) {
            (self.left, self.top, self.width, self.height) = (left, top, max(0, width), max(0, height))
        }
    }

    /// The file; whoever reads it knows what the bytes mean.
    package var file: [UInt8]
    /// Index of the page in the file, from 0.
    package var page: Int
    /// Where it is on the page.
    package var box: Box

    /// A picture by its place.
    package init(file: [UInt8], page: Int, box: Box) {
        (self.file, self.page, self.box) = (file, page, box)
    }
}
