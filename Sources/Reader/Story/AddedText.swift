/// Where a part's text has more than the story's words. Places in one are found in the other in logarithmic time: a paragraph may have
/// tens of thousands of links, each with its number.
struct AddedText: Sendable, ExpressibleByArrayLiteral {
    /// UTF-8 bytes of the text, in their order.
    private(set) var ranges: [Range<Int>] = []
    /// How many bytes are added before each of them.
    private var before: [Int] = []
    private var total = 0

    init(arrayLiteral ranges: Range<Int>...) { for range in ranges { append(range) } }

    init(_ ranges: [Range<Int>]) { for range in ranges { append(range) } }

    var isEmpty: Bool { ranges.isEmpty }

    mutating func append(_ range: Range<Int>) {
        ranges.append(range)
        before.append(total)
        total += range.count
    }

    /// The offset in the words of what stands at an offset in the text; of something added, of what follows it.
    func wordOffset(ofText offset: Int) -> Int {
        let place = first { ranges[$0].lowerBound >= offset }
        guard place > 0 else { return offset }
        return offset - before[place - 1] - min(offset - ranges[place - 1].lowerBound, ranges[place - 1].count)
    }

    /// The offset in the text of what begins at one in the words: behind what is added there, or before it.
    func textOffset(ofWords offset: Int, isBehind: Bool) -> Int {
        let place = first { index in
            let words = ranges[index].lowerBound - before[index]
            return isBehind ? words > offset : words >= offset
        }
        return offset + (place < ranges.count ? before[place] : total)
    }

    /// The first of the ranges of which something holds that holds of all behind it; their number where there is none.
    private func first(_ holds: (Int) -> Bool) -> Int {
        var range = ranges.indices
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            range = holds(middle) ? range.lowerBound..<middle : middle + 1..<range.upperBound
        }
        return range.lowerBound
    }
}
