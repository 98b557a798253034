/// A longest common subsequence of two sequences, in linear space (Hirschberg, 1975).
struct CommonSequence {
    /// Places in the one and in the other, ascending in both.
    private(set) var pairs: [(Int, Int)] = []
    private let one, other: [Int32]

    init(_ one: [Int32], _ other: [Int32]) {
        (self.one, self.other) = (one, other)
        find(one.indices, other.indices)
    }

    private mutating func find(_ range: Range<Int>, _ otherRange: Range<Int>) {
        var (range, otherRange) = (range, otherRange)
        // What both begin and end with is most of two versions.
        while let first = range.first, let otherFirst = otherRange.first, one[first] == other[otherFirst] {
            pairs.append((first, otherFirst))
            (range, otherRange) = (range.dropFirst(), otherRange.dropFirst())
        }
        var ending: [(Int, Int)] = []
        while let last = range.last, let otherLast = otherRange.last, one[last] == other[otherLast] {
            ending.append((last, otherLast))
            (range, otherRange) = (range.dropLast(), otherRange.dropLast())
        }
        defer { pairs += ending.reversed() }
        guard !range.isEmpty, !otherRange.isEmpty else { return }
        if range.count == 1 {
            let sought = one[range.lowerBound]
            if let place = otherRange.first(where: { other[$0] == sought }) { pairs.append((range.lowerBound, place)) }
            return
        }
        let middle = range.lowerBound + range.count / 2
        let before = lengths(range.lowerBound..<middle, otherRange, isReversed: false)
        let after = lengths(middle..<range.upperBound, otherRange, isReversed: true)
        let cut = before.indices.max { before[$0] + after[$0] < before[$1] + after[$1] } ?? 0
        find(range.lowerBound..<middle, otherRange.lowerBound..<(otherRange.lowerBound + cut))
        find(middle..<range.upperBound, (otherRange.lowerBound + cut)..<otherRange.upperBound)
    }

    /// How long a common subsequence of a range and each beginning of another range is; or each end of it.
    private func lengths(_ range: Range<Int>, _ otherRange: Range<Int>, isReversed: Bool) -> [Int32] {
        let count = otherRange.count
        var lengths = [Int32](repeating: 0, count: count + 1)
        for step in range.indices {
            let sought = one[isReversed ? range.upperBound - 1 - (step - range.lowerBound) : step]
            var diagonal: Int32 = 0
            for index in 1...count {
                let length = lengths[index]
                let place = isReversed ? otherRange.upperBound - index : otherRange.lowerBound + index - 1
                lengths[index] = other[place] == sought ? diagonal + 1 : max(length, lengths[index - 1])
                diagonal = length
            }
        }
        return isReversed ? lengths.reversed() : lengths
    }
}
