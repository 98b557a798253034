/// Where a story, or a part of one, was printed.
struct StoryPart: Hashable, Comparable {
    /// Index into the store's entries.
    var entry: Int32
    /// Index among the items of the entry's page.
    var item: Int32

    static func < (one: StoryPart, other: StoryPart) -> Bool { (one.entry, one.item) < (other.entry, other.item) }
}
