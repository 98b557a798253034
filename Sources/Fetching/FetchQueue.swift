/// Which request is next, so that not too many run at once, all in all and of the same host. Each step takes constant time.
struct FetchQueue {
    /// What a request shares with others.
    enum Lane: Hashable {
        case host(String)
        /// Nothing: files and commands.
        case own(Int)
    }

    private struct Waiting {
        /// First what has been redirected, then what waits, from `first` on.
        var front: [Int] = []
        var back: [Int] = []
        var first = 0
        var running = 0
        var isListed = false

        var isEmpty: Bool { front.isEmpty && first == back.count }

        mutating func next() -> Int {
            if let index = front.popLast() { return index }
            defer { first += 1 }
            return back[first]
        }
    }

    private let atOnce: Int
    private let perHost: Int
    private var lanes: [Lane: Waiting] = [:]
    /// Lanes in which something may start, in their order, from `firstReady` on; each once.
    private var ready: [Lane] = []
    private var firstReady = 0
    private var running: [Int: Lane] = [:]
    private var waiting = 0

    init(atOnce: Int, perHost: Int) { (self.atOnce, self.perHost) = (atOnce, perHost) }

    /// Whether nothing waits and nothing runs.
    var isEmpty: Bool { waiting == 0 && running.isEmpty }
    /// Whether `next` would give something.
    var canStart: Bool { running.count < atOnce && firstReady < ready.count }

    /// Has a request wait for its turn.
    ///
    /// - Parameter isNext: whether it comes before those that wait already.
    mutating func add(_ index: Int, to lane: Lane, isNext: Bool = false) {
        if isNext {
            lanes[lane, default: Waiting()].front.append(index)
        } else {
            lanes[lane, default: Waiting()].back.append(index)
        }
        waiting += 1
        list(lane)
    }

    /// The next request, which runs from now on; nil where nothing may start.
    mutating func next() -> Int? {
        guard canStart else { return nil }
        let lane = ready[firstReady]
        firstReady += 1
        if firstReady == ready.count { (ready, firstReady) = ([], 0) }
        let index = lanes[lane]!.next()
        lanes[lane]!.isListed = false
        lanes[lane]!.running += 1
        running[index] = lane
        waiting -= 1
        list(lane)
        return index
    }

    /// A request runs no longer.
    mutating func leave(_ index: Int) {
        guard let lane = running.removeValue(forKey: index) else { return }
        lanes[lane]!.running -= 1
        if lanes[lane]!.isEmpty, lanes[lane]!.running == 0 { lanes[lane] = nil } else { list(lane) }
    }

    /// Takes out all that waits.
    mutating func removeAll() -> [Int] {
        let rest = lanes.values.flatMap { $0.front.reversed() + $0.back[$0.first...] }
        (lanes, ready, firstReady, running, waiting) = ([:], [], 0, [:], 0)
        return rest
    }

    private mutating func list(_ lane: Lane) {
        guard let state = lanes[lane], !state.isListed, !state.isEmpty, state.running < perHost else { return }
        lanes[lane]!.isListed = true
        ready.append(lane)
    }
}
