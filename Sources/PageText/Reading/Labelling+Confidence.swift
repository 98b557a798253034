/// How sure a reading is.
extension Labelling {
    /// For each line, how much dearer the whole page would be were the line of another kind.
    func margins(_ labels: [Label]) -> [Float] {
        guard !lines.isEmpty else { return [] }
        var steps: [Range<Int>]? = []
        let ways = room.ways
        _ = search(ways, &steps)
        let ranges = steps ?? []
        var rest = [Float](repeating: .infinity, count: ways.count)
        for way in ranges[ranges.count - 1] { rest[way] = finalCost(ways[way]) - ways[way].cost }
        for at in ranges.indices.dropLast().reversed() {
            spread(ways, from: ranges[at], to: ranges[at + 1], at + 1, &rest)
        }
        return lines.indices.map { at in
            var same = Float.infinity
            var other = Float.infinity
            for way in ranges[at] {
                let cost = ways[way].cost + rest[way]
                if ways[way].label.kind == labels[at].kind { same = min(same, cost) } else { other = min(other, cost) }
            }
            return max(0, min(other - same, 100))
        }
    }

    private func spread(
        _ ways: Ways, from: Range<Int>, to: Range<Int>, _ at: Int, _ rest: inout [Float]
    ) {
        var places: [Int: Int] = [:]
        for way in to { places[slot(ways[way])] = way }
        let next = place(at, room.choices)
        for index in from {
            let standing = standing(ways[index], before: at)
            for choice in 0..<next.count {
                let (label, cost) = next.choices[choice]
                guard let way = step(ways[index], standing, label, next), let place = places[slot(way)] else {
                    continue
                }
                rest[index] = min(rest[index], way.cost - ways[index].cost + cost + rest[place])
            }
        }
    }
}
