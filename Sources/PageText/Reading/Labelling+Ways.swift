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

        init(capacity: Int = 1024) {
            self.capacity = capacity
            start = .allocate(capacity: capacity)
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

    /// Room to work in, used for one page after another.
    final class Room {
        let ways = Ways()
        let lines = LineStore()
        /// Where the way in each state stands among those of the line; -1 for none, between two lines for all.
        let slots: UnsafeMutablePointer<Int32>
        let choices: Choices
        /// For each label those that may come behind it, a bit a label.
        let successors: UnsafeMutablePointer<UInt32>

        init() {
            successors = .allocate(capacity: Label.count)
            for (place, from) in Label.all.enumerated() {
                (successors + place).initialize(
                    to: Label.all.reduce(0) { Following.mayFollow(from, $1) ? $0 | 1 << UInt32($1.rawValue) : $0 })
            }
            slots = .allocate(capacity: Label.count * Situation.count)
            slots.initialize(repeating: -1, count: Label.count * Situation.count)
            choices = .allocate(capacity: Label.count)
        }

        deinit {
            successors.deallocate()
            slots.deallocate()
            choices.deallocate()
        }
    }
}
