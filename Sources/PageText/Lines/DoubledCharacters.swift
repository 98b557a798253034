import Glibc
import TextDecoding

/// Characters that are there twice because the printing faked bold by setting them twice: 渡渡口口大大桥桥通通车车.
///
/// Chinese itself doubles characters (高高兴兴, 爸爸妈妈), so that they are read once only where something else shows that the
/// printing doubled them:
/// - digits, Latin letters or punctuation are doubled along with Han: 1100亿亿元元;
/// - three of them in a row are elsewhere in the text as they should read: 县医院 for 县县医医院院;
/// - five in a row or more, and at least half of them such as the language has in no word twice: 古古城城墙墙修修缮缮开开工工;
/// - read once, the line is a date, a folio, a byline or the name of a paper.
///
/// Lines of which that is true show that the page fakes bold, and then less is asked of its other lines (``DoubledRun``).
enum DoubledCharacters {
    /// The text with each doubled character of faked bold once, and how many characters were removed; nil where it has none.
    static func merged(_ text: [UInt8]) -> (utf8: [UInt8], removed: Int)? {
        text.withUnsafeBufferPointer { bytes in
            var runs = runs(in: bytes)
            guard !runs.isEmpty else { return nil }
            let plain = PlainTriples(of: runs, in: bytes)
            for at in runs.indices { runs[at].findEvidence(in: bytes, plain) }
            let lines = Set(runs.lazy.filter(\.isEvident).map(\.line.lowerBound)).count
            guard lines > 0 else { return nil }
            var (result, copied, removed): ([UInt8], Int, Int) = ([], 0, 0)
            result.reserveCapacity(bytes.count)
            for run in runs {
                for pair in run.pairsToMerge(in: bytes, evidentLines: lines) {
                    result += bytes[copied..<pair.lowerBound + pair.count / 2]
                    copied = pair.upperBound
                    removed += 1
                }
            }
            return (result + bytes[copied...], removed)
        }
    }

    /// The runs of two pairs and more in each line.
    private static func runs(in bytes: UnsafeBufferPointer<UInt8>) -> [DoubledRun] {
        var runs: [DoubledRun] = []
        var (place, line) = (0, 0..<0)
        while let start = nextPairs(in: bytes, from: place) {
            if start >= line.upperBound { line = bytes.line(at: start, after: line.upperBound) }
            let run = DoubledRun(in: bytes, at: start, line: line)
            runs.append(run)
            place = run.range.upperBound
        }
        return runs
    }

    /// Passes ASCII and Han that differ from the character behind them in the last byte.
    @inline(__always)
    private static func passUnlike(in bytes: UnsafeBufferPointer<UInt8>, from first: Int) -> Int {
        guard let base = bytes.baseAddress else { return first }
        var place = first
        let end = bytes.count - 6
        while place <= end {
            if base[place] < 0x80 {
                guard base[place] != base[place &+ 1] else { break }
                place &+= 1
            } else {
                guard base[place] &- 0xE3 <= 0xE9 - 0xE3, base[place &+ 2] != base[place &+ 5] else { break }
                place &+= 3
            }
        }
        return place
    }

    /// Where two unlike pairs in a row begin: few lines have any.
    private static func nextPairs(in bytes: UnsafeBufferPointer<UInt8>, from first: Int) -> Int? {
        var (place, start, last): (Int, Int?, UInt32) = (first, nil, 0)
        while place < bytes.count {
            if start == nil { place = passUnlike(in: bytes, from: place) }
            guard place < bytes.count else { break }
            let length = UTF8Scalar.length(lead: bytes[place])
            // Characters differ in their last byte, nearly all of them.
            guard place + 2 * length <= bytes.count, bytes[place + length - 1] == bytes[place + 2 * length - 1],
                case let scalar = bytes.scalar(at: place).value, scalar > 0x20,
                bytes.scalar(at: place + length).value == scalar, CharacterClasses.shared.of(scalar) != .space
            else {
                // The pairs of 县县县医医院院 begin with the second character.
                place = start.map { $0 + bytes.scalar(at: $0).length } ?? place + length
                start = nil
                continue
            }
            if let start, scalar != last { return start }
            (start, last) = (place, scalar)
            place += 2 * length
        }
        return nil
    }
}

/// The scalars of three doubled Han in a row, read once, that are in the text elsewhere.
struct PlainTriples {
    private var found: Set<UInt64> = []

    init(of runs: [DoubledRun], in bytes: UnsafeBufferPointer<UInt8>) {
        var wanted: Set<UInt64> = []
        for run in runs { for triple in run.triples(in: bytes) { wanted.insert(triple.key) } }
        guard !wanted.isEmpty else { return }
        var filter = [Bool](repeating: false, count: 1 << 12)
        for key in wanted { filter[Self.slot(key)] = true }
        var (place, count, key): (Int, Int, UInt64) = (0, 0, 0)
        while place < bytes.count {
            let (scalar, length) = bytes.scalar(at: place)
            place += length
            guard scalar >= 0x1100, CharacterClasses.shared.of(scalar).isLetter else {
                count = 0
                continue
            }
            key = Self.key(key, scalar)
            count += 1
            if count >= 3, filter[Self.slot(key)], wanted.contains(key) { found.insert(key) }
        }
    }

    /// The number of three scalars, from that of the first two, or of any that end with these, and the third.
    static func key(_ before: UInt64, _ scalar: UInt32) -> UInt64 { (before << 21 | UInt64(scalar)) & (1 << 63 - 1) }

    /// Its place in the filter: all three scalars have to do with it.
    private static func slot(_ key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> 52) }

    func contains(_ key: UInt64) -> Bool { found.contains(key) }
}

extension UInt8 {
    fileprivate var isLineBreak: Bool { self == 0x0A || self == 0x0C || self == 0x0D }
}

extension UnsafeBufferPointer<UInt8> {
    /// The line that a place is on, which begins at `first` or later.
    fileprivate func line(at place: Int, after first: Int) -> Range<Int> {
        var (start, end) = (place, place)
        while start > first, !self[start - 1].isLineBreak { start -= 1 }
        while end < count, !self[end].isLineBreak { end += 1 }
        return start..<end
    }
}
