/// Hashes of shingles, which are as good as random already: to hash them again would take most of the time of a comparison.
struct ShingleSet {
    /// A power of two of places, at most half of them taken; 0 for none.
    private var places: [UInt64]
    private let mask: Int

    init(_ shingles: ArraySlice<UInt64>) {
        let capacity = 1 << (Int.bitWidth - (2 * shingles.count + 1).leadingZeroBitCount)
        mask = capacity - 1
        places = [UInt64](repeating: 0, count: capacity)
        for shingle in shingles { places[place(of: shingle | 1)] = shingle | 1 }
    }

    /// How many of some shingles are among them, 0 to 1; of none 0.
    func share(of shingles: ArraySlice<UInt64>) -> Double {
        var found = 0
        for shingle in shingles where places[place(of: shingle | 1)] != 0 { found += 1 }
        return Double(found) / Double(max(1, shingles.count))
    }

    /// Where a hash is, or is to be.
    private func place(of shingle: UInt64) -> Int {
        var place = Int(truncatingIfNeeded: shingle >> 1) & mask
        while places[place] != 0, places[place] != shingle { place = (place + 1) & mask }
        return place
    }
}
