/// A line of a printed page by its words, so that it is found again when the page has been extracted anew.
package struct LineAddress: Hashable, Sendable {
    /// Which page: whoever has read it knows what the bytes mean.
    package var page: [UInt8]
    /// The line's own words, as many as tell it apart.
    package var words: String
    /// The words of the line before it on its page, for lines that are equal; empty for the first.
    package var before: String
    /// The words of the line after it.
    package var after: String

    /// A line with these words, between these two others.
    package init(page: [UInt8], words: String, before: String, after: String) {
        self.page = page
        self.words = words
        self.before = before
        self.after = after
    }
}
