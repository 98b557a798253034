/// Texts, the shorter first, and which of them are the same for the most part.
///
/// Those that may be are found by fingerprints (winnowing; Schleimer, Wilkerson and Aiken, 2003): of every `window` shingles that follow
/// one another the one with the least hash. Two texts that share `window + shingle - 1` tokens in a row share one. Space is linear in the
/// texts, and time nearly so.
struct SimilarTexts {
    /// Tokens of a shingle.
    private static let shingle = 5
    private static let window = 8
    /// How much of the shorter text's shingles the longer has.
    private static let most = 0.8
    /// The share of fingerprints from which two texts are compared; well below `most`, as there are few of a short text.
    private static let worthwhile = 0.2
    /// Texts with one fingerprint of which each is compared with each; of more, each with the next longer one. As a text of an agency has
    /// the same fingerprints in all papers, these form a chain.
    private static let fewTexts = 8
    /// Tokens of a beginning or end, and of the other text's beginning in which it is looked for.
    private static let end = 40
    private static let half = 0.5
    private static let beginning = 160

    private let texts: [[UInt32]]

    /// - Parameter texts: by length, the shortest first.
    init(_ texts: [[UInt32]]) { self.texts = texts }

    // MARK: - Candidates

    /// The fingerprints of a text, in the order of their places.
    private static func fingerprints(_ text: [UInt32]) -> [UInt32] {
        let hashes = TokenHash.runs(of: shingle, in: text).map { UInt32(truncatingIfNeeded: $0 >> 32) }
        var fingerprints: [UInt32] = []
        var last = -1
        for start in 0..<max(hashes.isEmpty ? 0 : 1, hashes.count - window + 1) {
            var least = start
            for place in start..<min(start + window, hashes.count) where hashes[place] <= hashes[least] {
                least = place
            }
            if least != last { fingerprints.append(hashes[least]) }
            last = least
        }
        return fingerprints
    }

    /// Pairs of texts that may be the same, by their places, the shorter first.
    var candidates: [(Int, Int)] {
        var postings: [UInt64] = []
        for (place, text) in texts.enumerated() {
            for fingerprint in Self.fingerprints(text) { postings.append(UInt64(fingerprint) << 32 | UInt64(place)) }
        }
        postings.sort()
        var counts = [Int](repeating: 0, count: texts.count)
        var pairs: [UInt64] = []
        Self.forEachRun(of: postings, by: { $0 >> 32 }) { run in
            var places: [UInt64] = []
            for place in run.lazy.map({ $0 & 0xFFFF_FFFF }) where place != places.last {
                places.append(place)
                counts[Int(place)] += 1
            }
            for (index, short) in places.enumerated() {
                let others = places[(index + 1)...]
                for long in places.count <= Self.fewTexts ? others : others.prefix(1) {
                    pairs.append(short << 32 | long)
                }
            }
        }
        pairs.sort()
        var candidates: [(Int, Int)] = []
        Self.forEachRun(of: pairs, by: { $0 }) { run in
            let (short, long) = (Int(run[run.startIndex] >> 32), Int(run[run.startIndex] & 0xFFFF_FFFF))
            if Double(run.count) >= Self.worthwhile * Double(counts[short]) { candidates.append((short, long)) }
        }
        return candidates
    }

    private static func forEachRun(
        of sorted: [UInt64], by key: (UInt64) -> UInt64, _ body: (ArraySlice<UInt64>) -> Void
    ) {
        var start = 0
        while start < sorted.count {
            var end = start + 1
            while end < sorted.count, key(sorted[end]) == key(sorted[start]) { end += 1 }
            body(sorted[start..<end])
            start = end
        }
    }

    // MARK: - Comparison

    /// Whether the shorter text is in the longer for the most part, and they begin alike and end alike: texts that have nothing in common
    /// but a notice differ where they begin or where they end.
    func areOne(_ short: Int, _ long: Int) -> Bool {
        let short = TokenHash.runs(of: Self.shingle, in: texts[short])[...]
        let long = TokenHash.runs(of: Self.shingle, in: texts[long])[...]
        let (inShort, inLong) = (ShingleSet(short), ShingleSet(long))
        func begin(_ one: ArraySlice<UInt64>, _ other: ArraySlice<UInt64>) -> Bool {
            ShingleSet(other.prefix(Self.beginning)).share(of: one.prefix(Self.end)) >= Self.half
        }
        return inLong.share(of: short) >= Self.most && (begin(short, long) || begin(long, short))
            && (inLong.share(of: short.suffix(Self.end)) >= Self.half
                || inShort.share(of: long.suffix(Self.end)) >= Self.half)
    }
}
