/// Positions in a list of stories, ascending: a whole range, or a choice of them.
enum Positions: Sendable, Equatable, RandomAccessCollection {
    case range(Range<Int>)
    case chosen([Int32])

    static let none = Positions.range(0..<0)

    var startIndex: Int { 0 }

    var endIndex: Int {
        switch self {
        case .range(let range): range.count
        case .chosen(let positions): positions.count
        }
    }

    subscript(index: Int) -> Int {
        switch self {
        case .range(let range): range.lowerBound + index
        case .chosen(let positions): Int(positions[index])
        }
    }

    /// Where a position stands, or would stand, in logarithmic time.
    func place(of position: Int) -> (index: Int, isThere: Bool) {
        if case .range(let range) = self {
            let index = Swift.max(0, Swift.min(range.count, position - range.lowerBound))
            return (index, range.contains(position))
        }
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < position { low = middle + 1 } else { high = middle }
        }
        return (low, low < count && self[low] == position)
    }

    func filtered(_ isIn: (Int) -> Bool) -> Positions {
        var chosen: [Int32] = []
        for position in self where isIn(position) { chosen.append(Int32(position)) }
        return .chosen(chosen)
    }

    func contains(_ position: Int) -> Bool { place(of: position).isThere }

    func firstIndex(of position: Int) -> Int? {
        let (index, isThere) = place(of: position)
        return isThere ? index : nil
    }

    /// Adds a position or takes it out, as little moved as possible.
    mutating func set(_ position: Int, isIn: Bool) {
        let (index, isThere) = place(of: position)
        guard isThere != isIn else { return }
        var positions = asArray()
        self = .none
        if isIn { positions.insert(Int32(position), at: index) } else { positions.remove(at: index) }
        self = .chosen(positions)
    }

    private func asArray() -> [Int32] {
        switch self {
        case .range(let range): range.map(Int32.init)
        case .chosen(let positions): positions
        }
    }
}
