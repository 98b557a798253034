/// Parts bytes of a `CharacterCode` into characters, so that a byte too many or too few costs no character beside it.
///
/// In these encodings nearly any pair of bytes is some character, and from a lost byte on every pair would be a wrong one.
/// So of all ways to part a line that does not come out even, the most probable is taken: a bad byte costs as much as three
/// usual characters, and a run of rare ones in the place of usual ones soon more. A line end always parts two characters.
struct CharacterParser {
    /// What a text is made of.
    struct Counts: Equatable {
        /// Characters of more than ASCII.
        var characters = 0
        var frequent = 0
        /// The frequent ones too.
        var everyday = 0
        /// Those that texts in other encodings hardly ever seem to have (`CharacterCode.isTelling`).
        var telling = 0
        /// Bytes that are in no character, but for a pair that the end cuts.
        var illFormed = 0
        /// About −log2 of the text's probability.
        var bits = 0
    }

    /// Bits of a byte that is in no character.
    static let illFormedBits: Int32 = 36
    /// Bits of two bytes one of which was spoiled, so that they are no character.
    private static let badPairBits: Int32 = 44
    private static let badPair: UInt8 = 5
    /// Bits that a letter of ASCII has more where it stands alone between other characters: it is rather a second byte.
    private static let loneBits: Int32 = 12
    /// Bits of a last byte whose second one is cut off.
    private static let cutBits: Int32 = 24
    /// Bits of a character of ASCII, which is as usual in one encoding as in another.
    static let asciiBits: Int32 = 6
    /// The longest part of a line that is weighed as a whole, in bytes.
    private static let longest = 1 << 16

    let code: CharacterCode
    private var costs: [Int32] = []
    /// How many bytes the step from an offset takes; 0 for a bad byte, `badPair` for two.
    private var steps: [UInt8] = []

    init(_ code: CharacterCode) { self.code = code }

    /// What the bytes are made of.
    mutating func counts(_ bytes: UnsafeBufferPointer<UInt8>) -> Counts {
        var counts = Counts()
        let code = code
        parse(bytes) { offset, length, rank in
            switch rank {
            case .some(let rank):
                counts.characters += 1
                counts.bits += Int(rank.bits)
                if code.isTelling(bytes, at: offset) { counts.telling += 1 }
                if rank == .frequent { counts.frequent += 1 }
                if rank == .frequent || rank == .everyday { counts.everyday += 1 }
            case nil where length > 0:
                counts.bits += Int(Self.asciiBits) * length
            case nil where offset + 1 < bytes.count:
                counts.illFormed += 1
                counts.bits += Int(Self.illFormedBits)
            case nil: break
            }
        }
        return counts
    }

    /// The offsets of the bytes that are in no character.
    mutating func illFormed(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
        var offsets: [Int] = []
        parse(bytes) { offset, length, _ in if length == 0 { offsets.append(offset) } }
        return offsets
    }

    /// Calls `body` with each character's offset, length and rank, with runs of ASCII (no rank), and with bad bytes
    /// (no length).
    private mutating func parse(
        _ bytes: UnsafeBufferPointer<UInt8>, _ body: (Int, Int, CharacterCode.Rank?) -> Void
    ) {
        var start = 0
        while start < bytes.count {
            var end = start
            let limit = min(bytes.count, start + Self.longest)
            while end < limit, bytes[end] != 0x0A { end += 1 }
            if end < bytes.count, bytes[end] == 0x0A { end += 1 }
            let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
            // A long line without an end is cut where a character begins.
            let isCut = end < bytes.count && bytes[end - 1] != 0x0A
            let isUsual = isUsual(line)
            if !isUsual { weigh(line, isLast: end == bytes.count) }
            var offset = 0
            while offset < line.count, !isCut || offset < line.count - 4 {
                if line[offset] < 0x80 {
                    var next = offset + 1
                    while next < line.count, line[next] < 0x80 { next += 1 }
                    body(start + offset, next - offset, nil)
                    offset = next
                } else if isUsual || (1...4).contains(steps[offset]),
                    let (length, rank) = code.character(line, at: offset)
                {
                    body(start + offset, length, rank)
                    offset += length
                } else {
                    let count = isUsual || steps[offset] == 0 ? 1 : 2
                    for place in offset..<offset + count { body(start + place, 0, nil) }
                    offset += count
                }
            }
            start += offset
        }
    }

    /// Whether a line read from its start has no bad byte, nor rare characters among everyday ones: then it is what it is,
    /// also where many of its characters are seldom used.
    private func isUsual(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        var (characters, seldom, rare) = (0, 0, 0)
        var offset = 0
        while offset < line.count {
            if line[offset] < 0x80 {
                offset += 1
                continue
            }
            guard let (length, rank) = code.character(line, at: offset) else { return false }
            characters += 1
            if rank == .rare || rank == .uncommon { seldom += 1 }
            if rank == .rare { rare += 1 }
            offset += length
        }
        return rare == 0 || seldom * 4 > characters
    }

    /// Finds the most probable way to part a line, from its end: `steps` then holds it.
    private mutating func weigh(_ line: UnsafeBufferPointer<UInt8>, isLast: Bool) {
        let count = line.count
        if steps.count < count {
            steps = [UInt8](repeating: 0, count: count)
            costs = [Int32](repeating: 0, count: count + 1)
        }
        costs[count] = 0
        for offset in stride(from: count - 1, through: 0, by: -1) {
            if line[offset] < 0x80 {
                steps[offset] = 1
                costs[offset] = costs[offset + 1] + Self.asciiBits
                let isLone = offset > 0 && offset + 1 < count && line[offset - 1] >= 0x80 && line[offset + 1] >= 0x80
                if isLone, (0x40...0x7E).contains(line[offset]) { costs[offset] += Self.loneBits }
                continue
            }
            let isCut = isLast && offset == count - 1
            var (step, cost) = (UInt8(0), costs[offset + 1] + (isCut ? Self.cutBits : Self.illFormedBits))
            if offset + 1 < count, line[offset + 1] >= 0x80, costs[offset + 2] + Self.badPairBits < cost {
                (step, cost) = (Self.badPair, costs[offset + 2] + Self.badPairBits)
            }
            if let (length, rank) = code.character(line, at: offset), costs[offset + length] + rank.bits <= cost {
                (step, cost) = (UInt8(length), costs[offset + length] + rank.bits)
            }
            (steps[offset], costs[offset]) = (step, cost)
        }
    }
}
