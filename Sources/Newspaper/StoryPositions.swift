/// Where each story of a list is, by its id; a story whose id is taken gets one of its own.
package struct StoryPositions: Sendable {
    private var positions: [StoryID: Int32] = [:]
    /// How many stories have come with an id that was there already; without it many of them would take quadratic time.
    private var repeats: [StoryID: UInt64] = [:]

    /// No stories.
    package init() {}

    /// Where a story is; nil where it is not there.
    package subscript(id: StoryID) -> Int? { positions[id].map(Int.init) }

    /// Reserves memory for that many stories.
    package mutating func reserve(_ count: Int) { positions.reserveCapacity(count) }

    /// Adds the story at a position, and returns the id that it has from then on. Where an earlier one has its id already
    /// (the same words printed twice), that is another one, and the same every time the list is made.
    package mutating func add(_ id: StoryID, at position: Int32) -> StoryID {
        guard let earlier = positions.updateValue(position, forKey: id) else { return id }
        positions[id] = earlier
        var (own, again) = (id, repeats[id] ?? 1)
        repeat {
            again += 1
            own = id.repeated(again)
        } while positions[own] != nil
        repeats[id] = again
        positions[own] = position
        return own
    }
}
