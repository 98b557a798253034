/// The rules of UAX #14 for Unicode 17, asked at one joint after the other from the start of the text.
///
/// Only what lies before the joint is remembered, and what lies after it is looked at only past marks and by one or two
/// characters, so the cost is linear in the length.
struct LineBreaker {
    /// Class of the last character that is no space, marks taken in (LB9, LB10); empty at the start.
    private var last: BreakClass = []
    /// Class of what stands right before that, SP where it is a space; empty at the start.
    private var beforeLast: BreakClass = []
    /// Whether spaces stand between `last` and the joint.
    private var spaces = false
    private var afterJoiner = false
    private var number = Number.none
    /// Whether an odd number of regional indicators stands before the joint.
    private var oddIndicators = false

    /// How much of a number, as LB25 knows it, ends at the joint.
    private enum Number { case none, open, closed }

    private static let lineEnds: BreakClass = [.bk, .cr, .lf, .nl]
    private static let aksaras: BreakClass = [.ak, .as, .dottedCircle]
    private static let syllables: BreakClass = [.jl, .jv, .jt, .h2, .h3]

    /// What the rules say of the joint before the unit at `index`, which then counts as before the next joint.
    @inline(__always)
    mutating func advance(_ units: UnsafePointer<Unit>, _ index: Int, _ count: Int) -> Joint {
        let next = BreakClass(stored: units[index].breakClass)
        if next.isAny(of: [.cm, .zwj]) { return advanceOverMark(next) }
        let joint = joint(next, units, index, count)
        accept(next)
        return joint
    }

    /// Takes in a character whose joint has been decided elsewhere.
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

    /// Takes in an ideograph or another character that only its class tells of, after no space.
    @inline(__always)
    mutating func acceptPlain(_ next: BreakClass) {
        beforeLast = last
        last = next
        number = .none
        oddIndicators = false
        afterJoiner = false
    }

    private mutating func advanceOverMark(_ mark: BreakClass) -> Joint {
        let standsAlone = spaces || last.isEmpty || last.isAny(of: [.bk, .cr, .lf, .nl, .zw])  // LB10
        let joint: Joint =
            if last.isEmpty && !spaces || afterJoiner {
                .never
            } else if last.isAny(of: Self.lineEnds) && !spaces {
                .always
            } else {
                standsAlone && !lateSpacesForbid(.al) ? .free : .never
            }
        if standsAlone { accept(.al) }
        afterJoiner = mark.isAny(of: .zwj)
        return joint
    }

    /// LB14 and LB15a hold over spaces too.
    private func lateSpacesForbid(_ next: BreakClass) -> Bool {
        last.isAny(of: .op) || last.isAny(of: .qi) && followsOpening
    }

    private var followsOpening: Bool {
        beforeLast.isEmpty || beforeLast.isAny(of: [.bk, .cr, .lf, .nl, .op, .qu, .qi, .qf, .gl, .sp, .zw])
    }

    private func joint(_ next: BreakClass, _ units: UnsafePointer<Unit>, _ index: Int, _ count: Int) -> Joint {
        if last.isEmpty && !spaces { return .never }
        if last.isAny(of: Self.lineEnds) && !spaces {  // LB4, LB5
            return last.isAny(of: .cr) && next.isAny(of: .lf) ? .never : .always
        }
        return forbids(next, units, index, count) ? .never : .free
    }

    private func forbids(_ next: BreakClass, _ units: UnsafePointer<Unit>, _ index: Int, _ count: Int) -> Bool {
        if next.isAny(of: [.bk, .cr, .lf, .nl, .sp, .zw]) { return true }  // LB6, LB7
        if last.isAny(of: .zw) { return false }  // LB8
        if afterJoiner { return true }  // LB8a
        if next.isAny(of: .wj) || last.isAny(of: .wj) && !spaces { return true }  // LB11
        if last.isAny(of: .gl) && !spaces { return true }  // LB12
        if next.isAny(of: .gl) && !spaces && !last.isAny(of: [.ba, .hy, .hh]) { return true }  // LB12a
        if next.isAny(of: [.cl, .cp, .ex, .sy]) { return true }  // LB13
        if lateSpacesForbid(next) { return true }  // LB14, LB15a
        if next.isAny(of: .qf) {  // LB15b
            let after = following(units, index, count)
            if after.isEmpty
                || after.isAny(of: [
                    .sp, .gl, .wj, .cl, .qu, .qi, .qf, .cp, .ex, .is, .sy, .bk, .cr, .lf, .nl, .zw,
                ])
            {
                return true
            }
        }
        if next.isAny(of: .is) {  // LB15c, LB15d
            return !(spaces && following(units, index, count).isAny(of: .nu))
        }
        if last.isAny(of: [.cl, .cp]) && next.isAny(of: .ns) { return true }  // LB16
        if last.isAny(of: .b2) && next.isAny(of: .b2) { return true }  // LB17
        if spaces { return false }  // LB18
        if let quoted = forbidsAtQuote(next, units, index, count) { return quoted }
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
        return forbidsInWord(next, units, index, count)
    }

    /// LB19 and LB19a; nil where they say nothing.
    private func forbidsAtQuote(
        _ next: BreakClass, _ units: UnsafePointer<Unit>, _ index: Int, _ count: Int
    ) -> Bool? {
        if next.isAny(of: [.qu, .qf]) || last.isAny(of: [.qu, .qi]) { return true }
        if next.isAny(of: .qi) {
            if !last.isAny(of: .eastAsian) || !following(units, index, count).isAny(of: .eastAsian) { return true }
        }
        if last.isAny(of: .qf) {
            if !next.isAny(of: .eastAsian) || !beforeLast.isAny(of: .eastAsian) { return true }
        }
        return nil
    }

    /// LB23 to LB30b.
    private func forbidsInWord(
        _ next: BreakClass, _ units: UnsafePointer<Unit>, _ index: Int, _ count: Int
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
        if forbidsInNumber(next, units, index, count) { return true }  // LB25
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
        if forbidsInAksara(next, units, index, count) { return true }  // LB28a
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

    private func forbidsInNumber(
        _ next: BreakClass, _ units: UnsafePointer<Unit>, _ index: Int, _ count: Int
    ) -> Bool {
        let signs: BreakClass = [.pr, .po]
        if number != .none && next.isAny(of: signs) { return true }
        if last.isAny(of: signs) && next.isAny(of: .op) {
            let after = following(units, index, count)
            if after.isAny(of: .nu) { return true }
            if after.isAny(of: .is), following(units, index, count, by: 2).isAny(of: .nu) { return true }
        }
        return next.isAny(of: .nu) && (last.isAny(of: [.pr, .po, .hy, .is]) || number == .open)
    }

    private func forbidsInAksara(
        _ next: BreakClass, _ units: UnsafePointer<Unit>, _ index: Int, _ count: Int
    ) -> Bool {
        let aksaras = Self.aksaras
        if last.isAny(of: .ap) && next.isAny(of: aksaras) { return true }
        if last.isAny(of: aksaras) && next.isAny(of: [.vf, .vi]) { return true }
        if beforeLast.isAny(of: aksaras) && last.isAny(of: .vi) && next.isAny(of: [.ak, .dottedCircle]) { return true }
        return last.isAny(of: aksaras) && next.isAny(of: aksaras)
            && following(units, index, count).isAny(of: .vf)
    }

    /// Class of the first, or second, character after the one at `index`, marks skipped (LB9); empty at the end.
    private func following(
        _ units: UnsafePointer<Unit>, _ index: Int, _ count: Int, by steps: Int = 1
    ) -> BreakClass {
        var steps = steps
        var index = index + 1
        while index < count {
            let next = BreakClass(stored: units[index].breakClass)
            if !next.isAny(of: [.cm, .zwj]) {
                steps -= 1
                if steps == 0 { return next }
            }
            index += 1
        }
        return []
    }
}

extension LineBreaker {
    /// Whether UAX #14 without tailoring allows or demands a break after each scalar but the last.
    static func opportunities(_ scalars: [UInt32]) -> [Bool] {
        let units = scalars.map { scalar in
            let traits = Traits(scalar)
            return Unit(
                scalar: scalar, offset: 0, breakClass: traits.breakClass, role: traits.role, cells: traits.cells)
        }
        var breaker = LineBreaker()
        return units.withUnsafeBufferPointer { units in
            units.indices.map { breaker.advance(units.baseAddress!, $0, units.count) != .never }.dropFirst().map(\.self)
        }
    }
}
