/// Why a document cannot be read as a feed.
package enum FeedFault: Error, Sendable, Equatable {
    /// It is no JSON object, or one that has neither JSON Feed's `version` nor `items` with stories in them.
    case notAFeed
    /// It is a feed without stories, because `items` is something else than a list.
    case itemsAreNoList
    /// It is XML that declares entities made of other entities, which may grow without end.
    case nestedEntities
}
