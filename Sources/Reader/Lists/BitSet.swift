/// A set of small whole numbers, one bit each.
struct BitSet: Sendable, Equatable {
    private var words: [UInt64] = []
    private(set) var count = 0

    /// - Parameter all: all numbers below it are in the set.
    init(all: Int = 0) {
        words = [UInt64](repeating: ~0, count: (all + 63) / 64)
        if all % 64 != 0 { words[words.count - 1] = 1 << UInt64(all % 64) - 1 }
        count = all
    }

    subscript(number: Int) -> Bool {
        get { number >= 0 && number >> 6 < words.count && words[number >> 6] >> UInt64(number & 63) & 1 == 1 }
        set {
            while number >> 6 >= words.count { words.append(0) }
            guard self[number] != newValue else { return }
            words[number >> 6] ^= 1 << UInt64(number & 63)
            count += newValue ? 1 : -1
        }
    }

    /// The first number of the set in a range; nil where there is none.
    func first(in range: Range<Int>) -> Int? {
        var number = range.lowerBound
        while number < range.upperBound, number >> 6 < words.count {
            let rest = words[number >> 6] >> UInt64(number & 63)
            if rest != 0 {
                let found = number + rest.trailingZeroBitCount
                return found < range.upperBound ? found : nil
            }
            number = (number >> 6 + 1) << 6
        }
        return nil
    }

    /// The last number of the set in a range; nil where there is none.
    func last(in range: Range<Int>) -> Int? {
        var number = min(range.upperBound, words.count << 6) - 1
        while number >= range.lowerBound {
            let rest = words[number >> 6] << UInt64(63 - (number & 63))
            if rest != 0 {
                let found = number - rest.leadingZeroBitCount
                return found >= range.lowerBound ? found : nil
            }
            number = (number & ~63) - 1
        }
        return nil
    }
}
