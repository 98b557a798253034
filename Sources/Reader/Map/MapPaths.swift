import Screen

/// Which item of a map is beside which: for each one that is seen, at most one in each direction, so that all can be reached from
/// any other.
struct MapPaths: Sendable {
    enum Direction: Int, Sendable, CaseIterable {
        case up, right, down, left

        var opposite: Direction { Direction(rawValue: (rawValue + 2) % 4) ?? self }
        fileprivate var isAcross: Bool { self == .left || self == .right }
        fileprivate var isForward: Bool { self == .right || self == .down }
    }

    /// The items that are seen.
    let items: [Int]
    private let areas: [Area]
    /// By item, then by direction; numbers of items.
    private var next: [[Int?]] = []

    /// - Parameter seen: what is seen of each item.
    init(_ seen: [Area?]) {
        items = seen.indices.filter { seen[$0] != nil }
        areas = items.compactMap { seen[$0] }
        next = table(isStrict: true)
        guard !isConnected else { return }
        // Each but the last in a direction has one beyond it: then the last can be reached from all of them.
        next = table(isStrict: false)
        connect()
    }

    /// The item beside one; nil where there is none.
    func item(_ direction: Direction, of item: Int) -> Int? {
        guard let place = items.firstIndex(of: item) else { return nil }
        return next[place][direction.rawValue].map { items[$0] }
    }

    private func table(isStrict: Bool) -> [[Int?]] {
        areas.indices.map { one in
            Direction.allCases.map { direction in
                var best: (item: Int, cost: Int)?
                for other in areas.indices where isBeyond(other, one, direction, isStrict: isStrict) {
                    let cost = cost(other, from: one, direction)
                    if best.map({ cost < $0.cost }) ?? true { best = (other, cost) }
                }
                return best?.item
            }
        }
    }

    /// From where to where an area goes in a direction, and across it; a row is as high as two columns are wide.
    private func extent(_ at: Int, isAcross: Bool) -> (start: Int, end: Int) {
        let area = areas[at]
        return isAcross
            ? (area.column, area.column + area.columns) : (2 * area.row, 2 * (area.row + area.rows))
    }

    /// The order in a direction: by the middle, then by number.
    private func precedes(_ one: Int, _ other: Int, _ direction: Direction) -> Bool {
        func key(_ at: Int) -> (Int, Int) {
            let extent = extent(at, isAcross: direction.isAcross)
            return (extent.start + extent.end, at)
        }
        return direction.isForward ? key(one) < key(other) : key(other) < key(one)
    }

    private func isBeyond(_ one: Int, _ other: Int, _ direction: Direction, isStrict: Bool) -> Bool {
        guard one != other, precedes(other, one, direction) else { return false }
        guard isStrict else { return true }
        // Its near edge is beyond the middle of the other.
        let (new, old) = (
            extent(one, isAcross: direction.isAcross), extent(other, isAcross: direction.isAcross)
        )
        return direction.isForward ? 2 * new.start >= old.start + old.end : 2 * new.end <= old.start + old.end
    }

    /// How far an area is away; what is at the side counts more than what is far.
    private func cost(_ one: Int, from other: Int, _ direction: Direction) -> Int {
        func gap(isAcross: Bool) -> Int {
            let (new, old) = (extent(one, isAcross: isAcross), extent(other, isAcross: isAcross))
            return max(0, max(new.start, old.start) - min(new.end, old.end))
        }
        func shift(isAcross: Bool) -> Int {
            let (new, old) = (extent(one, isAcross: isAcross), extent(other, isAcross: isAcross))
            return abs(new.start - old.start)
        }
        return 16 * gap(isAcross: direction.isAcross) + 64 * gap(isAcross: !direction.isAcross)
            + shift(isAcross: !direction.isAcross)
    }

    // MARK: - That all are reached

    private func reached(from start: Int, _ next: [[Int]]) -> [Bool] {
        var isReached = [Bool](repeating: false, count: next.count)
        var waiting = [start]
        isReached[start] = true
        while let at = waiting.popLast() {
            for other in next[at] where !isReached[other] {
                isReached[other] = true
                waiting.append(other)
            }
        }
        return isReached
    }

    private var isConnected: Bool {
        guard !areas.isEmpty else { return true }
        let ways = next.map { $0.compactMap(\.self) }
        var back = [[Int]](repeating: [], count: ways.count)
        for (at, others) in ways.enumerated() { for other in others { back[other].append(at) } }
        return reached(from: 0, ways).allSatisfy(\.self) && reached(from: 0, back).allSatisfy(\.self)
    }

    /// Puts what cannot be reached on a way that passes it. There is one: from the last to the first in a direction and back.
    private mutating func connect() {
        guard let last = areas.indices.max(by: { precedes($0, $1, .right) }) else { return }
        var isReached = reached(from: last, next.map { $0.compactMap(\.self) })
        for at in areas.indices where !isReached[at] {
            var best: (from: Int, direction: Direction, cost: Int)?
            for from in areas.indices where isReached[from] {
                for direction in Direction.allCases where precedes(from, at, direction) {
                    guard let target = next[from][direction.rawValue], precedes(at, target, direction) else { continue }
                    let cost = cost(at, from: from, direction)
                    if best.map({ cost < $0.cost }) ?? true { best = (from, direction, cost) }
                }
            }
            guard let best else { continue }
            next[at][best.direction.rawValue] = next[best.from][best.direction.rawValue]
            next[best.from][best.direction.rawValue] = at
            isReached = reached(from: last, next.map { $0.compactMap(\.self) })
        }
    }
}
