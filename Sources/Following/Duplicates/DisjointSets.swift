/// Numbers in sets that are joined two by two (union by size with path halving; Tarjan and van Leeuwen, 1984).
struct DisjointSets {
    private var parents: [Int32]
    private var sizes: [Int32]

    /// Each of so many in a set of its own.
    init(count: Int) {
        parents = (0..<Int32(count)).map { $0 }
        sizes = [Int32](repeating: 1, count: count)
    }

    /// The number that stands for a number's set.
    mutating func root(_ number: Int) -> Int {
        var place = number
        while parents[place] != place {
            parents[place] = parents[Int(parents[place])]
            place = Int(parents[place])
        }
        return place
    }

    /// Joins two sets; nil where they were one, else the root of the set and of the one that went into it.
    mutating func join(_ one: Int, _ other: Int) -> (root: Int, gone: Int)? {
        var (one, other) = (root(one), root(other))
        guard one != other else { return nil }
        if sizes[one] < sizes[other] { swap(&one, &other) }
        parents[other] = Int32(one)
        sizes[one] += sizes[other]
        return (one, other)
    }
}
