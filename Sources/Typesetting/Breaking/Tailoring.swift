/// Tailoring of UAX #14 (its section 8.2) for newspapers: for any two neighbouring roles, whether a line may end
/// between them and how the space there may change. Pairs that have no rule here are left to `LineBreaker`.
enum Tailoring {
    /// A break decision and a glue, packed into one byte: the break plus 1 in the low half (0 for no decision), the
    /// glue in the high half.
    struct Ruling {
        let packed: UInt8

        init(_ opportunity: BreakOpportunity?, _ glue: Glue) {
            packed = (opportunity.map { $0.rawValue + 1 } ?? 0) | glue.rawValue << 4
        }
        @inline(__always) init(packed: UInt8) { self.packed = packed }

        /// The decision; nil where UAX #14 decides.
        @inline(__always) var breakBefore: BreakOpportunity? {
            packed & 0xF == 0 ? nil : unsafeBitCast((packed & 0xF) - 1, to: BreakOpportunity.self)
        }
        @inline(__always) var glue: Glue { unsafeBitCast(packed >> 4, to: Glue.self) }
    }

    /// The packed rulings for all pairs of roles: 32 × 32 bytes, indexed by role before × 32 + role after. A constant;
    /// computed once, from the two functions below.
    nonisolated(unsafe) static let rulings: UnsafePointer<UInt8> = {
        let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 1024)
        table.initialize(repeating: 0, count: 1024)
        for before in Role.allCases {
            for after in Role.allCases {
                table[Int(before.rawValue) << 5 | Int(after.rawValue)] =
                    Ruling(opportunity(before, after), glue(before, after)).packed
            }
        }
        return UnsafePointer(table)
    }()

    @inline(__always) static func ruling(_ before: Role, _ after: Role) -> Ruling {
        Ruling(packed: rulings[Int(before.rawValue) << 5 | Int(after.rawValue)])
    }

    private static func opportunity(_ before: Role, _ after: Role) -> BreakOpportunity? {
        if before == .newline || after == .newline || before == .hidden || after == .hidden { return nil }
        if after == .space { return .never }
        if after.neverStartsLine || before.neverEndsLine { return .never }
        switch (before, after) {
        // Numbers and words stay whole, narrow and full-width, and so do letters with digits (5kg, A4).
        case (.letter, .letter), (.letter, .digit), (.digit, .letter), (.digit, .digit): return .never
        case (.wideDigit, .wideDigit), (.wideLetter, .wideLetter), (.wideDigit, .wideLetter),
            (.wideLetter, .wideDigit), (.wideDigit, .digit), (.digit, .wideDigit):
            return .never
        // A number and the word it counts.
        case (.digit, .han), (.wideDigit, .han): return .costly
        case (.han, .han), (.han, .letter), (.letter, .han), (.han, .digit), (.han, .opener): return .free
        // UAX #14 gives the same result for these; the table is faster.
        case (.stop, .han), (.exclamation, .han), (.closer, .han), (.dash, .han), (.ellipsis, .han), (.stop, .opener),
            (.stop, .letter), (.closer, .letter), (.closer, .opener):
            return .free
        // Next to Han, quotes behave as brackets. Next to letters they may be apostrophes: UAX #14 decides.
        case (.quoteClose, .han), (.quoteClose, .opener), (.quoteClose, .quoteOpen): return .free
        case (.han, .quoteOpen), (.smallKana, .quoteOpen), (.wideDigit, .quoteOpen): return .free
        case (.stop, .quoteOpen), (.exclamation, .quoteOpen), (.closer, .quoteOpen), (.dash, .quoteOpen): return .free
        // Korean words stay whole (klreq), including what is attached to them without a space.
        case (.hangul, .hangul), (.hangul, .letter), (.hangul, .digit), (.hangul, .han), (.hangul, .narrowOpen),
            (.letter, .hangul), (.digit, .hangul), (.han, .hangul), (.narrowClose, .hangul), (.suffix, .hangul),
            (.quoteClose, .hangul), (.quote, .hangul), (.closer, .hangul):
            return .reluctant
        default: return nil
        }
    }

    private static func glue(_ before: Role, _ after: Role) -> Glue {
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
    /// Set on the full-width grid, so that it takes `Glue.script` next to narrow text.
    fileprivate var isWide: Bool { self == .han || self == .smallKana || self == .wideLetter || self == .wideDigit }
    /// Set in half-width cells, so that it takes `Glue.script` next to wide text.
    fileprivate var isNarrow: Bool { self == .letter || self == .digit || self == .suffix }
}
