/// A picture as it is printed: in which file, on which of its pages, and where.
package struct PrintedPicture: Sendable, Hashable {
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
