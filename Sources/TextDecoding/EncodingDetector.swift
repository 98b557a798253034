/// Tells from the bytes alone how a text was written.
///
/// A byte order mark decides. Else it is UTF-8 unless the bytes are plainly something else. The candidates are compared by
/// how probable the text is in each (`CharacterParser`); the most probable one is taken if it is plain text there, with
/// enough of the characters that its language uses every day, and well ahead of the others that are.
enum EncodingDetector {
    /// What a text is in.
    struct Verdict: Equatable {
        var encoding: SourceText.Encoding
        /// Where it is not UTF-8 and nothing else plainly: what it may be, the most probable first.
        var likely: [SourceText.Encoding] = []
    }

    /// How much of the text is weighed, in bytes.
    private static let window = 1 << 18
    /// How much of the ASCII before, in bytes.
    private static let context = 64

    /// The encoding that a byte order mark at the start gives, and the bytes that the mark takes.
    static func mark(_ bytes: UnsafeBufferPointer<UInt8>) -> (encoding: SourceText.Encoding, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (.utf32LittleEndian, 4) }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (.utf32BigEndian, 4) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        return nil
    }

    /// The encoding of bytes without a mark.
    static func weigh(_ bytes: UnsafeBufferPointer<UInt8>) -> Verdict {
        let start = UnsafeBufferPointer(rebasing: bytes.prefix(window))
        // From the first byte that is not ASCII, and some words before it: what is ASCII in the first place is so in all
        // encodings that are weighed.
        let first = bytes.firstIndex { $0 >= 0x80 }
        let high = UnsafeBufferPointer(
            rebasing: bytes[max(0, (first ?? bytes.count) - context)...].prefix(window + context))
        let utf8 = UTF8Evidence(high)
        if start.contains(0) {
            for order in [SourceText.Encoding.utf16LittleEndian, .utf16BigEndian]
            where UTF16Evidence(start, isBigEndian: order == .utf16BigEndian).isPlain(besideUTF8: utf8) {
                return Verdict(encoding: order)
            }
        }
        if first == nil { return Verdict(encoding: shifted(bytes) ?? .utf8) }
        guard utf8.illFormed * 4 > utf8.sequences else { return Verdict(encoding: .utf8) }
        return compare(high)
    }

    /// The encoding of bytes of seven bits that are more than ASCII; nil where they are no more.
    static func shifted(_ bytes: UnsafeBufferPointer<UInt8>) -> SourceText.Encoding? {
        let start = UnsafeBufferPointer(rebasing: bytes.prefix(window))
        guard let encoding = ShiftedText.encoding(of: start) else { return nil }
        var parser = CharacterParser(ShiftedText.code(of: encoding))
        let counts = ShiftedText.unpacked(start, encoding).withUnsafeBufferPointer { parser.counts($0) }
        return counts.isPlain ? encoding : nil
    }

    private struct Candidate {
        var encoding: SourceText.Encoding
        var bits: Int
        var isPlain: Bool
        /// Whether it could be that encoding at all.
        var isPossible: Bool
    }

    /// What must be for an encoding that is not the most usual one here, in bits.
    private static let unusual = 8
    /// How far behind the most probable encoding one may be that is plain, in bits, where that one is not.
    private static let nearness = 16

    private static func compare(_ bytes: UnsafeBufferPointer<UInt8>) -> Verdict {
        var characters = 0
        var candidates = CharacterCode.allCases.map { code in
            var parser = CharacterParser(code)
            let counts = parser.counts(bytes)
            characters = max(characters, counts.characters)
            return Candidate(
                encoding: code.encoding, bits: counts.bits + (code == .gb18030 ? 0 : unusual), isPlain: counts.isPlain,
                isPossible: counts.everyday * 2 > counts.characters && counts.illFormed * 10 <= counts.characters)
        }
        let latin = Windows1252Evidence(bytes)
        candidates.append(
            Candidate(
                encoding: .windows1252, bits: latin.bits + unusual, isPlain: latin.isPlain,
                isPossible: latin.fitting * 2 >= latin.characters))
        candidates.sort { $0.bits < $1.bits }

        let plain = candidates.filter(\.isPlain)
        // A few characters are in the most usual encoding; of a text, one is to be well ahead.
        let margin = characters < 8 ? 0 : 6 + characters / 8
        if let best = plain.first, best.bits <= candidates[0].bits + nearness,
            plain.count == 1 || plain[1].bits >= best.bits + margin
        {
            return Verdict(encoding: best.encoding)
        }
        let likely = (plain.isEmpty ? candidates.filter(\.isPossible) : plain).prefix(3).map(\.encoding)
        return Verdict(encoding: .utf8, likely: likely.isEmpty ? Alphabet.likely(bytes) : likely)
    }
}

extension CharacterParser.Counts {
    /// Well-formed, but for a few bytes (a pair that is spoiled is two), and either in everyday characters (a short text need show no more) with some
    /// frequent and telling ones among them, or, as traditional characters do in GBK, in rarer ones with many.
    var isPlain: Bool {
        guard characters > 0, illFormed <= (characters < 8 ? 0 : 2 + characters / 40) else { return false }
        guard characters < 8 || telling * 10 >= characters else { return false }
        if everyday * 10 >= characters * 9 { return characters < 40 || frequent * 33 >= characters }
        return everyday * 5 >= characters * 2 && frequent * 16 >= characters
    }
}

/// Text in an alphabet of its own, a byte a letter: such encodings are named, and never guessed.
private enum Alphabet {
    /// Russian, mostly in small letters, in the places that one of two encodings has for them.
    static func likely(_ bytes: UnsafeBufferPointer<UInt8>) -> [SourceText.Encoding] {
        var (high, late, early) = (0, 0, 0)
        for byte in bytes where byte >= 0x80 {
            high += 1
            if byte >= 0xE0 { late += 1 } else if byte >= 0xC0 { early += 1 }
        }
        guard high >= 8, (late + early) * 10 >= high * 9 else { return [] }
        if late * 4 >= high * 3 { return [.system("windows-1251")] }
        return early * 4 >= high * 3 ? [.system("KOI8-R")] : []
    }
}
