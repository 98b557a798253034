/// Why a document cannot be read as a feed.
package enum FeedFault: Error, Sendable, Equatable {
    /// It is no JSON object, or one that has neither JSON Feed's `version` nor `items` with stories in them.
    case notAFeed
}

/// A part of a feed that could not be read as it was written; everything else was.
package struct FeedItemFault: Sendable, Equatable {
    /// Where in `items`, counted from 1.
    package var item: Int
    /// The key of the field, as JSON Feed names it; nil where it is the item as a whole.
    package var field: String?
    /// Whether it was left out; else it was read as what it seems to mean (a number as its digits, say).
    package var isLeftOut: Bool

    package init(item: Int, field: String?, isLeftOut: Bool) {
        self.item = item
        self.field = field
        self.isLeftOut = isLeftOut
    }
}
