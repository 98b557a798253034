/// A part of a feed that could not be read as it was written; everything else was.
package struct FeedItemFault: Sendable, Equatable {
    /// Where in `items`, counted from 1.
    package var item: Int
    /// The key of the field, as JSON Feed names it; nil where it is the item as a whole.
    package var field: String?
    /// Whether it was left out; else it was read as what it seems to mean (a number as its digits, say).
    package var isLeftOut: Bool

    /// A fault in the n-th item, counted from 1.
    package init(item: Int, field: String?, isLeftOut: Bool) {
        self.item = item
        self.field = field
        self.isLeftOut = isLeftOut
    }
}
