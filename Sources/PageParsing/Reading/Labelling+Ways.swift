extension Labelling {
    /// Labels for the lines up to one, and what they cost.
    struct Way {
        var cost: Float
        var label: Label
        var situation: Situation
        /// Line that the open paragraph stopped at; -1 for none.
        var last: Int32
        /// Brackets and quotes that the open paragraph has not closed.
        var depth: Int16
        /// It has an odd number of straight quotes so far.
        var isOdd = false
        /// It is an item of a list.
        var isItem = false
        /// The way that it came from, among those of the line before.
        var back: Int32

        var opened: Int { Int(depth) + (isOdd ? 1 : 0) }
    }

    /// Room for ways, which grows.
    final class Ways {
        private(set) var start: UnsafeMutablePointer<Way>
        private var capacity: Int
        var count = 0

        init(capacity: Int) {
            self.capacity = max(capacity, 1)
            start = .allocate(capacity: self.capacity)
        }

        deinit { start.deallocate() }

        subscript(at: Int) -> Way { start[at] }

        /// Room for so many ways behind the last.
        func reserve(_ more: Int) {
            guard count + more > capacity else { return }
            capacity = max(capacity * 2, count + more)
            let wider = UnsafeMutablePointer<Way>.allocate(capacity: capacity)
            wider.update(from: start, count: count)
            start.deallocate()
            start = wider
        }
    }
}
