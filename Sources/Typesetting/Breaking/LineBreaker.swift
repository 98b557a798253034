/// The rules of UAX #14 for Unicode 17 without tailoring, as a state machine that reads the text once from its start.
///
/// At each position it keeps a fixed amount of state about the text before, and looks at most two characters ahead
/// (combining marks not counted), so the time is linear in the length of the text.
struct LineBreaker {
    /// Class of the last character that is not a space, with combining marks absorbed (LB9, LB10). Empty at the start.
    private var last: BreakClass = []
    /// Class of the character directly before `last`, SP if that is a space. Empty at the start.
    private var beforeLast: BreakClass = []
    /// Whether there are spaces between `last` and the current position.
    private var spaces = false
    /// Whether the character before the current position is a zero width joiner (LB8a).
    private var afterJoiner = false
    private var number = Number.none
    /// Whether the run of regional indicators before the current position has an odd length (LB30a).
    private var oddIndicators = false

    /// State of the numeric expression of LB25 that ends at the current position.
    private enum Number {
        case none
        /// Digits, with separators (SY, IS).
        case open
        /// Digits and one closing bracket (CL, CP).
        case closed
    }

    private static let lineEnds: BreakClass = [.bk, .cr, .lf, .nl]
    private static let aksaras: BreakClass = [.ak, .as, .dottedCircle]
    private static let syllables: BreakClass = [.jl, .jv, .jt, .h2, .h3]

    /// Returns whether a line may end before the record at `index`, and moves past that record.
    @inline(__always)
    mutating func advance(_ records: UnsafePointer<ClusterRecord>, _ index: Int, _ count: Int) -> BreakOpportunity {
        let next = BreakClass(stored: records[index].breakClass)
        if next.isAny(of: [.cm, .zwj]) { return advanceOverMark(next) }
        let opportunity = opportunity(next, records, index, count)
        accept(next)
        return opportunity
    }

    /// Moves past a character without applying the rules before it, because the caller has decided that break.
    @inline(__always)
    mutating func accept(_ next: BreakClass) {
        afterJoiner = false
        if next.isAny(of: .sp) {
            spaces = true
            return
        }
        beforeLast = spaces ? .sp : last
        if next.isAny(of: .nu) {
            number = .open
        } else if number != .none {
            number =
                number == .open && !spaces
                ? next.isAny(of: [.sy, .is]) ? .open : next.isAny(of: [.cl, .cp]) ? .closed : .none : .none
        }
        oddIndicators = next.isAny(of: .ri) && !(oddIndicators && !spaces)
        spaces = false
        last = next
    }

    /// Moves past a character that follows no space and whose class has no state of its own, such as an ideograph.
    @inline(__always)
    mutating func acceptPlain(_ next: BreakClass) {
        beforeLast = last
        last = next
        number = .none
        oddIndicators = false
        afterJoiner = false
    }

    /// Moves past a combining mark or joiner (LB9, LB10).
    private mutating func advanceOverMark(_ mark: BreakClass) -> BreakOpportunity {
        let standsAlone = spaces || last.isEmpty || last.isAny(of: [.bk, .cr, .lf, .nl, .zw])  // LB10
        let opportunity: BreakOpportunity =
            if last.isEmpty && !spaces || afterJoiner {
                .never
            } else if last.isAny(of: Self.lineEnds) && !spaces {
                .always
            } else {
                standsAlone && !openerForbids ? .free : .never
            }
        if standsAlone { accept(.al) }
        afterJoiner = mark.isAny(of: .zwj)
        return opportunity
    }

    /// LB14 and LB15a, which forbid a break even if there are spaces before it.
    private var openerForbids: Bool {
        last.isAny(of: .op) || last.isAny(of: .qi) && followsOpening
    }

    /// Whether the quote `last` opens a quotation, by the character before it (LB15a).
    private var followsOpening: Bool {
        beforeLast.isEmpty || beforeLast.isAny(of: [.bk, .cr, .lf, .nl, .op, .qu, .qi, .qf, .gl, .sp, .zw])
    }

    private func opportunity(_ next: BreakClass, _ records: UnsafePointer<ClusterRecord>, _ index: Int, _ count: Int)
        -> BreakOpportunity
    {
        if last.isEmpty && !spaces { return .never }
        if last.isAny(of: Self.lineEnds) && !spaces {  // LB4, LB5
            return last.isAny(of: .cr) && next.isAny(of: .lf) ? .never : .always
        }
        return forbids(next, records, index, count) ? .never : .free
    }

    /// LB6 to LB30b, in order.
    private func forbids(_ next: BreakClass, _ records: UnsafePointer<ClusterRecord>, _ index: Int, _ count: Int)
        -> Bool
    {
        if next.isAny(of: [.bk, .cr, .lf, .nl, .sp, .zw]) { return true }  // LB6, LB7
        if last.isAny(of: .zw) { return false }  // LB8
        if afterJoiner { return true }  // LB8a
        if next.isAny(of: .wj) || last.isAny(of: .wj) && !spaces { return true }  // LB11
        if last.isAny(of: .gl) && !spaces { return true }  // LB12
        if next.isAny(of: .gl) && !spaces && !last.isAny(of: [.ba, .hy, .hh]) { return true }  // LB12a
        if next.isAny(of: [.cl, .cp, .ex, .sy]) { return true }  // LB13
        if openerForbids { return true }  // LB14, LB15a
        if next.isAny(of: .qf) {  // LB15b
            let after = following(records, index, count)
            if after.isEmpty
                || after.isAny(of: [
                    .sp, .gl, .wj, .cl, .qu, .qi, .qf, .cp, .ex, .is, .sy, .bk, .cr, .lf, .nl, .zw,
                ])
            {
                return true
            }
        }
        if next.isAny(of: .is) {  // LB15c, LB15d
            return !(spaces && following(records, index, count).isAny(of: .nu))
        }
        if last.isAny(of: [.cl, .cp]) && next.isAny(of: .ns) { return true }  // LB16
        if last.isAny(of: .b2) && next.isAny(of: .b2) { return true }  // LB17
        if spaces { return false }  // LB18
        if let quoted = forbidsAtQuote(next, records, index, count) { return quoted }
        if next.isAny(of: .cb) || last.isAny(of: .cb) { return false }  // LB20
        if last.isAny(of: [.hy, .hh]) && next.isAny(of: [.al, .hl])  // LB20a
            && (beforeLast.isEmpty || beforeLast.isAny(of: [.bk, .cr, .lf, .nl, .sp, .zw, .cb, .gl]))
        {
            return true
        }
        if next.isAny(of: [.ba, .hh, .hy, .ns]) || last.isAny(of: .bb) { return true }  // LB21
        if beforeLast.isAny(of: .hl) && last.isAny(of: [.hy, .hh]) && !next.isAny(of: .hl) { return true }  // LB21a
        if last.isAny(of: .sy) && next.isAny(of: .hl) { return true }  // LB21b
        if next.isAny(of: .in) { return true }  // LB22
        return forbidsInWord(next, records, index, count)
    }

    /// LB19 and LB19a. Returns nil where neither applies.
    private func forbidsAtQuote(
        _ next: BreakClass, _ records: UnsafePointer<ClusterRecord>, _ index: Int, _ count: Int
    ) -> Bool? {
        if next.isAny(of: [.qu, .qf]) || last.isAny(of: [.qu, .qi]) { return true }
        if next.isAny(of: .qi) {
            if !last.isAny(of: .eastAsian) || !following(records, index, count).isAny(of: .eastAsian) { return true }
        }
        if last.isAny(of: .qf) {
            if !next.isAny(of: .eastAsian) || !beforeLast.isAny(of: .eastAsian) { return true }
        }
        return nil
    }

    /// LB23 to LB30b.
    private func forbidsInWord(
        _ next: BreakClass, _ records: UnsafePointer<ClusterRecord>, _ index: Int, _ count: Int
    ) -> Bool {
        let letters: BreakClass = [.al, .hl]
        let signs: BreakClass = [.pr, .po]
        if last.isAny(of: letters) && next.isAny(of: .nu) || last.isAny(of: .nu) && next.isAny(of: letters) {
            return true  // LB23
        }
        let pictures: BreakClass = [.id, .eb, .em]
        if last.isAny(of: .pr) && next.isAny(of: pictures) || last.isAny(of: pictures) && next.isAny(of: .po) {
            return true  // LB23a
        }
        if last.isAny(of: signs) && next.isAny(of: letters) || last.isAny(of: letters) && next.isAny(of: signs) {
            return true  // LB24
        }
        if forbidsInNumber(next, records, index, count) { return true }  // LB25
        if last.isAny(of: .jl) && next.isAny(of: [.jl, .jv, .h2, .h3])  // LB26
            || last.isAny(of: [.jv, .h2]) && next.isAny(of: [.jv, .jt])
            || last.isAny(of: [.jt, .h3]) && next.isAny(of: .jt)
        {
            return true
        }
        if last.isAny(of: Self.syllables) && next.isAny(of: .po)  // LB27
            || last.isAny(of: .pr) && next.isAny(of: Self.syllables)
        {
            return true
        }
        if last.isAny(of: letters) && next.isAny(of: letters) { return true }  // LB28
        if forbidsInAksara(next, records, index, count) { return true }  // LB28a
        if last.isAny(of: .is) && next.isAny(of: letters) { return true }  // LB29
        let wordly: BreakClass = [.al, .hl, .nu]
        if last.isAny(of: wordly) && next.isAny(of: .op) && !next.isAny(of: .eastAsian)  // LB30
            || last.isAny(of: .cp) && !last.isAny(of: .eastAsian) && next.isAny(of: wordly)
        {
            return true
        }
        if oddIndicators && next.isAny(of: .ri) { return true }  // LB30a
        return last.isAny(of: [.eb, .futurePictograph]) && next.isAny(of: .em)  // LB30b
    }

    /// LB25.
    private func forbidsInNumber(
        _ next: BreakClass, _ records: UnsafePointer<ClusterRecord>, _ index: Int, _ count: Int
    ) -> Bool {
        let signs: BreakClass = [.pr, .po]
        if number != .none && next.isAny(of: signs) { return true }
        if last.isAny(of: signs) && next.isAny(of: .op) {
            let after = following(records, index, count)
            if after.isAny(of: .nu) { return true }
            if after.isAny(of: .is), following(records, index, count, by: 2).isAny(of: .nu) { return true }
        }
        return next.isAny(of: .nu) && (last.isAny(of: [.pr, .po, .hy, .is]) || number == .open)
    }

    /// LB28a.
    private func forbidsInAksara(
        _ next: BreakClass, _ records: UnsafePointer<ClusterRecord>, _ index: Int, _ count: Int
    ) -> Bool {
        let aksaras = Self.aksaras
        if last.isAny(of: .ap) && next.isAny(of: aksaras) { return true }
        if last.isAny(of: aksaras) && next.isAny(of: [.vf, .vi]) { return true }
        if beforeLast.isAny(of: aksaras) && last.isAny(of: .vi) && next.isAny(of: [.ak, .dottedCircle]) { return true }
        return last.isAny(of: aksaras) && next.isAny(of: aksaras)
            && following(records, index, count).isAny(of: .vf)
    }

    /// Class of the first character (or of the one `steps` further) after `index`, combining marks skipped (LB9). Empty
    /// at the end of the text.
    private func following(
        _ records: UnsafePointer<ClusterRecord>, _ index: Int, _ count: Int, by steps: Int = 1
    ) -> BreakClass {
        var steps = steps
        var index = index + 1
        while index < count {
            let next = BreakClass(stored: records[index].breakClass)
            if !next.isAny(of: [.cm, .zwj]) {
                steps -= 1
                if steps == 0 { return next }
            }
            index += 1
        }
        return []
    }
}
