/// How a newspaper's joints differ from those of UAX #14, role by role: what the rules below leave open, UAX #14 decides.
enum Tailoring {
    /// A joint's ruling and gap, in one byte.
    struct Ruling {
        let packed: UInt8

        init(_ joint: Joint?, _ gap: Gap) { packed = (joint.map { $0.rawValue + 1 } ?? 0) | gap.rawValue << 4 }
        @inline(__always) init(packed: UInt8) { self.packed = packed }

        /// nil where UAX #14 decides.
        @inline(__always) var joint: Joint? {
            packed & 0xF == 0 ? nil : unsafeBitCast((packed & 0xF) - 1, to: Joint.self)
        }
        @inline(__always) var gap: Gap { unsafeBitCast(packed >> 4, to: Gap.self) }
    }

    /// The rulings for any two roles, 32 × 32, worked out when the first paragraph is set.
    nonisolated(unsafe) static let rulings: UnsafePointer<UInt8> = {
        let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 1024)
        table.initialize(repeating: 0, count: 1024)
        for before in Role.allCases {
            for after in Role.allCases {
                table[Int(before.rawValue) << 5 | Int(after.rawValue)] =
                    Ruling(joint(before, after), gap(before, after)).packed
            }
        }
        return UnsafePointer(table)
    }()

    @inline(__always) static func ruling(_ before: Role, _ after: Role) -> Ruling {
        Ruling(packed: rulings[Int(before.rawValue) << 5 | Int(after.rawValue)])
    }

    private static func joint(_ before: Role, _ after: Role) -> Joint? {
        if before == .newline || after == .newline || before == .hidden || after == .hidden { return nil }
        if after == .space { return .never }
        if after.neverStartsLine || before.neverEndsLine { return .never }
        switch (before, after) {
        // Numbers and words, narrow and full-width, stay whole; so do letters and digits together (5kg, A4).
        case (.letter, .letter), (.letter, .digit), (.digit, .letter), (.digit, .digit): return .never
        case (.wideDigit, .wideDigit), (.wideLetter, .wideLetter), (.wideDigit, .wideLetter),
            (.wideLetter, .wideDigit), (.wideDigit, .digit), (.digit, .wideDigit):
            return .never
        // A number and what it counts.
        case (.digit, .han), (.wideDigit, .han): return .costly
        case (.han, .han), (.han, .letter), (.letter, .han), (.han, .digit), (.han, .opener): return .free
        // What UAX #14 would say too, only sooner.
        case (.stop, .han), (.exclamation, .han), (.closer, .han), (.dash, .han), (.ellipsis, .han), (.stop, .opener),
            (.stop, .letter), (.closer, .letter), (.closer, .opener):
            return .free
        // Quotes are brackets beside Han; beside letters they may be apostrophes, and UAX #14 decides.
        case (.quoteClose, .han), (.quoteClose, .opener), (.quoteClose, .quoteOpen): return .free
        case (.han, .quoteOpen), (.smallKana, .quoteOpen), (.wideDigit, .quoteOpen): return .free
        case (.stop, .quoteOpen), (.exclamation, .quoteOpen), (.closer, .quoteOpen), (.dash, .quoteOpen): return .free
        // Korean keeps words together (klreq), with whatever is written on to them.
        case (.hangul, .hangul), (.hangul, .letter), (.hangul, .digit), (.hangul, .han), (.hangul, .narrowOpen),
            (.letter, .hangul), (.digit, .hangul), (.han, .hangul), (.narrowClose, .hangul), (.suffix, .hangul),
            (.quoteClose, .hangul), (.quote, .hangul), (.closer, .hangul):
            return .reluctant
        default: return nil
        }
    }

    private static func gap(_ before: Role, _ after: Role) -> Gap {
        if before == .space { return after == .space ? .none : .word }
        switch (before, after) {
        case (.han, .han): return .han
        case (.han, .quoteOpen), (.smallKana, .quoteOpen): return .pad
        case (.quoteClose, .han), (.quoteClose, .quoteOpen): return .pad
        default: break
        }
        if before.isWide && after.isNarrow || before.isNarrow && after.isWide { return .script }
        let continues = after.isWide || after.isNarrow || after == .opener || after == .quoteOpen || after == .prefix
        if before == .stop || before == .exclamation { return continues || after == .dash ? .sentence : .none }
        let opens = after == .opener || after == .quoteOpen
        if before == .closer || before == .quoteClose { return continues ? .outside : .none }
        if opens { return before.isWide || before.isNarrow || before == .ellipsis ? .outside : .none }
        switch (before, after) {
        case (.dash, _), (.ellipsis, _): return after.isWide || after.isNarrow ? .outside : .none
        case (_, .dash), (_, .ellipsis): return before.isWide || before.isNarrow ? .outside : .none
        default: return .none
        }
    }
}

extension Role {
    /// GB/T 15834 5.1.1–5.1.9, clreq strict, jlreq 3.1.7; narrow stops and closers are UAX #14's (LB13, LB15d).
    var neverStartsLine: Bool {
        switch self {
        case .smallKana, .stop, .exclamation, .closer, .quoteClose, .dash, .ellipsis, .interpunct, .connector, .slash,
            .suffix:
            true
        default: false
        }
    }

    /// GB/T 15834 5.1.3 and 5.1.9; narrow openers are UAX #14's (LB14).
    var neverEndsLine: Bool {
        switch self {
        case .opener, .quoteOpen, .slash, .prefix, .bullet: true
        default: false
        }
    }

    /// Stops, closing brackets and quotes: what an em of blank may stand after.
    var isClosingMark: Bool {
        switch self {
        case .stop, .exclamation, .closer, .quoteClose, .narrowStop, .narrowClose: true
        default: false
        }
    }

    fileprivate var isWide: Bool { self == .han || self == .smallKana || self == .wideLetter || self == .wideDigit }
    fileprivate var isNarrow: Bool { self == .letter || self == .digit || self == .suffix }
}
