/// The encodings in which a character is one to four bytes: where characters end, and how usual each is.
enum CharacterCode: CaseIterable {
    case gb18030, big5, shiftJIS, eucJP, eucKR

    /// How usual a character is in the newspapers of the encoding's language.
    enum Rank {
        /// Some dozens that make up a good part of any text: kana, Hangul particles, the most frequent Han, the full stop.
        case frequent
        /// The first level of the standard: marks, and the characters that everybody writes.
        case everyday
        /// The second level.
        case uncommon
        /// What later versions added.
        case rare

        /// About −log2 of how often one such character occurs, so that the sums of a text can be compared between encodings.
        var bits: Int32 {
            switch self {
            case .frequent: 7
            case .everyday: 12
            case .uncommon: 18
            case .rare: 21
            }
        }
    }

    var encoding: SourceText.Encoding {
        switch self {
        case .gb18030: .gb18030
        case .big5: .big5
        case .shiftJIS: .shiftJIS
        case .eucJP: .eucJP
        case .eucKR: .eucKR
        }
    }

    init?(_ encoding: SourceText.Encoding) {
        guard let code = Self.allCases.first(where: { $0.encoding == encoding }) else { return nil }
        self = code
    }

    /// The character of more than ASCII that begins at an offset; nil where none does.
    @inline(__always)
    func character(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (length: Int, rank: Rank)? {
        let lead = bytes[offset]
        if self == .shiftJIS, (0xA1...0xDF).contains(lead) { return (1, .uncommon) }
        guard offset + 1 < bytes.count else { return nil }
        let second = bytes[offset + 1]
        let pair = UInt16(lead) << 8 | UInt16(second)
        switch self {
        case .gb18030:
            if (0x30...0x39).contains(second) { return fourBytes(bytes, at: offset) ? (4, .rare) : nil }
            guard (0x81...0xFE).contains(lead), (0x40...0x7E).contains(second) || (0x80...0xFE).contains(second) else {
                return nil
            }
            return (2, Self.gbRank(lead, second, pair))
        case .big5:
            guard (0x87...0xFE).contains(lead), (0x40...0x7E).contains(second) || (0xA1...0xFE).contains(second) else {
                return nil
            }
            return (2, Self.big5Rank(lead, pair))
        case .shiftJIS:
            guard (0x81...0x9F).contains(lead) || (0xE0...0xFC).contains(lead),
                (0x40...0x7E).contains(second) || (0x80...0xFC).contains(second)
            else { return nil }
            return Self.shiftJISRank(pair).map { (2, $0) }
        case .eucJP:
            if lead == 0x8E { return (0xA1...0xDF).contains(second) ? (2, .uncommon) : nil }
            guard second >= 0xA1, second != 0xFF else { return nil }
            if lead == 0x8F {
                guard offset + 2 < bytes.count, (0xA1...0xFE).contains(bytes[offset + 2]) else { return nil }
                return (3, .rare)
            }
            return Self.eucJPRank(lead, pair).map { (2, $0) }
        case .eucKR:
            guard (0x81...0xFE).contains(lead), second >= 0x41, second != 0xFF else { return nil }
            return Self.eucKRRank(lead, second, pair).map { (2, $0) }
        }
    }

    /// Whether the character at an offset is of a kind that is in every text of the encoding's language, and that texts in
    /// other encodings would hardly ever seem to have: EUC-KR, EUC-JP and GB 2312 share most of their pairs.
    func isTelling(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        let lead = bytes[offset]
        let second = offset + 1 < bytes.count ? bytes[offset + 1] : 0
        return switch self {
        // Where EUC-KR has no Hangul, and where it has no pair.
        case .gb18030: lead >= 0xC9 || second < 0xA1
        // Where the EUC encodings have no pair.
        case .big5: second < 0x80
        // Kana.
        case .shiftJIS: lead == 0x82 || lead == 0x83
        case .eucJP: lead == 0xA4 || lead == 0xA5
        // Hangul.
        case .eucKR: (0xB0...0xC8).contains(lead)
        }
    }

    private func fourBytes(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        guard offset + 3 < bytes.count, (0x81...0xFE).contains(bytes[offset]) else { return false }
        return (0x81...0xFE).contains(bytes[offset + 2]) && (0x30...0x39).contains(bytes[offset + 3])
    }

    /// GB 2312: rows A1 to A3 are marks, letters and figures, B0 to D7 the first level, D8 to F7 the second.
    @inline(__always)
    private static func gbRank(_ lead: UInt8, _ second: UInt8, _ pair: UInt16) -> Rank {
        guard second >= 0xA1 else { return .rare }
        switch lead {
        case 0xA1...0xA3, 0xB0...0xD7: return frequentInGB.contains(pair) ? .frequent : .everyday
        case 0xD8...0xF7: return .uncommon
        default: return .rare
        }
    }

    /// Big5: A1 to A3 are marks and letters, A4 to C6 the first level, C9 to F9 the second; the rest is Hong Kong's.
    @inline(__always)
    private static func big5Rank(_ lead: UInt8, _ pair: UInt16) -> Rank {
        switch pair {
        case 0xA140...0xA3BF, 0xA440...0xC67E: frequentInBig5.contains(pair) ? .frequent : .everyday
        case 0xC940...0xF9D5: .uncommon
        default: .rare
        }
    }

    /// JIS X 0208 as Shift_JIS packs it; then NEC's and IBM's rows.
    @inline(__always)
    private static func shiftJISRank(_ pair: UInt16) -> Rank? {
        switch pair {
        // 、。・ー「」
        case 0x8141, 0x8142, 0x8145, 0x815B, 0x8175, 0x8176, 0x829F...0x82F1, 0x8340...0x8396: .frequent
        case 0x8140...0x81FC, 0x824F...0x829A, 0x889F...0x9872: .everyday
        case 0x839F...0x84BE, 0x989F...0x9FFC, 0xE040...0xEAA4: .uncommon
        case 0x8740...0x879C, 0xED40...0xEEFC, 0xFA40...0xFC4B: .rare
        default: nil
        }
    }

    /// The same in EUC.
    @inline(__always)
    private static func eucJPRank(_ lead: UInt8, _ pair: UInt16) -> Rank? {
        switch pair {
        case 0xA1A2, 0xA1A3, 0xA1A6, 0xA1BC, 0xA1D6, 0xA1D7, 0xA4A1...0xA4F3, 0xA5A1...0xA5F6: .frequent
        case 0xA1A1...0xA1FE, 0xA3B0...0xA3FA, 0xB0A1...0xCFD3: .everyday
        case 0xA2A1...0xA2FE, 0xA6A1...0xA8C0, 0xD0A1...0xF4A6: .uncommon
        case 0xADA1...0xADFE, 0xF5A1...0xFEFE: .rare
        default: nil
        }
    }

    /// KS X 1001: A1 to A3 are marks and letters, B0 to C8 Hangul, CA to FD Han; the rest of the Hangul is Windows'.
    @inline(__always)
    private static func eucKRRank(_ lead: UInt8, _ second: UInt8, _ pair: UInt16) -> Rank? {
        guard second >= 0xA1, lead >= 0xA1 else {
            guard lead <= 0xC6, (0x41...0x5A).contains(second) || (0x61...0x7A).contains(second) || second >= 0x81
            else { return nil }
            return .rare
        }
        switch lead {
        case 0xA1...0xA3, 0xB0...0xC8: return frequentInKorean.contains(pair) ? .frequent : .everyday
        case 0xA4...0xAC, 0xCA...0xFD: return .uncommon
        default: return nil
        }
    }
}

/// A set of pairs, asked for each character of a text.
struct PairSet: Sendable {
    private let words: [UInt64]

    init(_ pairs: [UInt16]) {
        var words = [UInt64](repeating: 0, count: 1 << 10)
        for pair in pairs { words[Int(pair >> 6)] |= 1 << UInt64(pair & 63) }
        self.words = words
    }

    @inline(__always)
    func contains(_ pair: UInt16) -> Bool { words[Int(pair >> 6)] >> UInt64(pair & 63) & 1 != 0 }
}

extension CharacterCode {
    /// 的一是了在不有人中国年和为日月上大地个会报新，。、“”：来到时出说要本这他对生工行记者市业发第二三
    private static let frequentInGB = PairSet([
        0xB5C4, 0xD2BB, 0xCAC7, 0xC1CB, 0xD4DA, 0xB2BB, 0xD3D0, 0xC8CB, 0xD6D0, 0xB9FA, 0xC4EA, 0xBACD, 0xCEAA, 0xC8D5,
        0xD4C2, 0xC9CF, 0xB4F3, 0xB5D8, 0xB8F6, 0xBBE1, 0xB1A8, 0xD0C2, 0xA3AC, 0xA1A3, 0xA1A2, 0xA1B0, 0xA1B1, 0xA3BA,
        0xC0B4, 0xB5BD, 0xCAB1, 0xB3F6, 0xCBB5, 0xD2AA, 0xB1BE, 0xD5E2, 0xCBFB, 0xB6D4, 0xC9FA, 0xB9A4, 0xD0D0, 0xBCC7,
        0xD5DF, 0xCAD0, 0xD2B5, 0xB7A2, 0xB5DA, 0xB6FE, 0xC8FD,
    ])

    /// The same, with 「」 for “”.
    private static let frequentInBig5 = PairSet([
        0xAABA, 0xA440, 0xAC4F, 0xA446, 0xA662, 0xA4A3, 0xA6B3, 0xA448, 0xA4A4, 0xB0EA, 0xA67E, 0xA94D, 0xACB0, 0xA4E9,
        0xA4EB, 0xA457, 0xA46A, 0xA661, 0xADD3, 0xB77C, 0xB3F8, 0xB773, 0xA141, 0xA143, 0xA142, 0xA175, 0xA176, 0xA147,
        0xA8D3, 0xA8EC, 0xAEC9, 0xA558, 0xBBA1, 0xAD6E, 0xA5BB, 0xB36F, 0xA54C, 0xB9EF, 0xA5CD, 0xA475, 0xA6E6, 0xB04F,
        0xAACC, 0xA5AB, 0xB77E, 0xB56F, 0xB2C4, 0xA447, 0xA454,
    ])

    /// 이다는을에의가고한서로지사은를인도기대아시자수해일어부하리나라있정전했었습니들람면구장주원제비오상보관마여러그것년월경국위만학교
    private static let frequentInKorean = PairSet([
        0xC0CC, 0xB4D9, 0xB4C2, 0xC0BB, 0xBFA1, 0xC0C7, 0xB0A1, 0xB0ED, 0xC7D1, 0xBCAD, 0xB7CE, 0xC1F6, 0xBBE7, 0xC0BA,
        0xB8A6, 0xC0CE, 0xB5B5, 0xB1E2, 0xB4EB, 0xBEC6, 0xBDC3, 0xC0DA, 0xBCF6, 0xC7D8, 0xC0CF, 0xBEEE, 0xBACE, 0xC7CF,
        0xB8AE, 0xB3AA, 0xB6F3, 0xC0D6, 0xC1A4, 0xC0FC,
        0xC7DF, 0xBEFA, 0xBDC0, 0xB4CF, 0xB5E9, 0xB6F7, 0xB8E9, 0xB1B8, 0xC0E5, 0xC1D6, 0xBFF8, 0xC1A6, 0xBAF1,
        0xBFC0, 0xBBF3, 0xBAB8, 0xB0FC, 0xB8B6, 0xBFA9, 0xB7AF, 0xB1D7, 0xB0CD, 0xB3E2, 0xBFF9, 0xB0E6, 0xB1B9,
        0xC0A7, 0xB8B8, 0xC7D0, 0xB1B3,
    ])
}
