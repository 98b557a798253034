/// The words of a page's lines (see `SharedWords`), found once: most lines are near several that may be headings.
///
/// Its memory is used for one page after another.
final class LineWords {
    /// UTF-8 bytes of a line that are looked at.
    static let longest = 400

    private var words: UnsafeMutablePointer<UInt32>
    private var (capacity, count) = (1024, 0)
    /// For each line where its words begin and end; negative where they have not been asked for.
    private var places: ContiguousArray<(start: Int32, end: Int32)> = []

    init() { words = .allocate(capacity: capacity) }

    deinit { words.deallocate() }

    /// Begins a page of so many lines.
    func begin(lines: Int) {
        count = 0
        places.removeAll(keepingCapacity: true)
        places.append(contentsOf: repeatElement((start: Int32(-1), end: Int32(-1)), count: lines))
    }

    /// The words of the first `longest` bytes of a line, which has this index; valid until the next call.
    func words(
        of index: Int, _ line: TextLine, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> UnsafeBufferPointer<UInt32> {
        if places[index].start < 0 { find(index, line, bytes) }
        let (start, end) = places[index]
        return UnsafeBufferPointer(start: words + Int(start), count: Int(end - start))
    }

    private func find(_ index: Int, _ line: TextLine, _ bytes: UnsafeBufferPointer<UInt8>) {
        // A word has three bytes at least.
        reserve(Self.longest / 3 + 2)
        let start = count
        let words = words
        var end = start
        SharedWords.forEachWord(line, bytes, limit: Self.longest) { word in
            words[end] = word
            end &+= 1
        }
        count = end
        places[index] = (Int32(truncatingIfNeeded: start), Int32(truncatingIfNeeded: end))
    }

    private func reserve(_ more: Int) {
        guard count + more > capacity else { return }
        capacity = max(capacity * 2, count + more)
        let wider = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
        wider.update(from: words, count: count)
        words.deallocate()
        words = wider
    }
}
