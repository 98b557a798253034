/// What a page is printed on, where that is known: of PDFs, not of text and feeds.
package struct PageSheet: Sendable, Hashable {
    /// In points.
    package var width: Double
    /// In points.
    package var height: Double
    /// Pictures that belong to no story: adverts, decoration.
    package var pictures: [Box]

    /// A sheet of a size.
    package init(width: Double, height: Double, pictures: [Box] = []) {
        self.width = width
        self.height = height
        self.pictures = pictures
    }
}
