extension Units {
    /// Finds for every unit whether a line may end before it, and what the joint is worth when lines are made flush.
    func findJoints() {
        guard count > 0 else { return }
        var breaker = LineBreaker()
        let rulings = Tailoring.rulings
        var previous = Role.newline
        var beforePrevious = Role.newline
        var lastShown = Role.newline
        let hanClass = BreakClass.id.union(.eastAsian)
        var index = -1
        while index + 1 < count {
            index += 1
            let unit = base + index
            let role = unit.pointee.role
            if role == .han, previous == .han, unit.pointee.flags.isEmpty {
                unit.pointee.joint = .free
                unit.pointee.gap = .han
                if beforePrevious != .han { breaker.acceptPlain(hanClass) }
                beforePrevious = .han
                continue
            }
            let ruling = Tailoring.Ruling(packed: rulings[Int(previous.rawValue) << 5 | Int(role.rawValue)])
            var joint: Joint
            if let decided = ruling.joint {
                if role == .han, previous != .space {
                    breaker.acceptPlain(hanClass)
                } else {
                    breaker.accept(BreakClass(stored: unit.pointee.breakClass))
                }
                joint = decided
                if decided != .never, unit.pointee.flags.contains(.continues) { joint = .never }
            } else {
                joint = breaker.advance(base, index, count)
                if joint == .free {
                    joint = tailored(joint, index, previous, beforePrevious)
                    // What shows nothing changes nothing about forbidden starts and ends.
                    if previous == .hidden, role.neverStartsLine || lastShown.neverEndsLine { joint = .never }
                }
                if previous != .hidden { lastShown = previous }
            }
            if unit.pointee.flags.contains(.address) { joint = addressJoint(joint, index) }
            unit.pointee.joint = joint
            unit.pointee.gap = joint == .never ? .none : refined(ruling.gap, index, previous, beforePrevious)
            beforePrevious = previous
            previous = role
        }
        base[0].joint = .never
        base[0].gap = .none
    }

    /// What needs more than two roles to see, where UAX #14 would let the line end.
    private func tailored(_ joint: Joint, _ index: Int, _ previous: Role, _ beforePrevious: Role) -> Joint {
        let unit = base[index]
        if unit.flags.contains(.continues) { return .never }
        if previous == .softHyphen { return .hyphen }
        if previous == .space {
            // A bullet or an opening mark holds on over a space.
            return beforePrevious.neverEndsLine && beforePrevious != .slash ? .never : joint
        }
        if unit.role == .digit || unit.role == .wideDigit || unit.role == .prefix {
            let linksNumbers =
                switch previous {
                case .connector, .dash: true
                case .stop: base[index - 1].scalar == 0xFF1A || unit.role == .wideDigit
                default: false
                }
            if linksNumbers, beforePrevious == .digit || beforePrevious == .wideDigit || beforePrevious == .suffix {
                return .never
            }
        }
        return joint
    }

    private func refined(_ gap: Gap, _ index: Int, _ previous: Role, _ beforePrevious: Role) -> Gap {
        switch gap {
        case .sentence:
            let mark = base[index - 1].scalar
            return mark == 0xFF0C || mark == 0x3001 || mark == 0xFF1A ? .comma : .sentence
        case .word:
            let pair = Tailoring.ruling(beforePrevious, base[index].role).gap
            return pair == .script ? .scriptSpace : .word
        case .pad where ambiguousIsWide:
            // The quote has its blank in itself.
            return .outside
        default:
            return gap
        }
    }

    /// A web address may be broken after its marks, and only there.
    private func addressJoint(_ joint: Joint, _ index: Int) -> Joint {
        guard index > 0, base[index - 1].flags.contains(.address) else { return joint }
        return base[index - 1].isAddressMark && !base[index].isAddressMark ? .costly : .never
    }
}

extension Unit {
    /// One of / ? & = - . #.
    var isAddressMark: Bool {
        switch scalar {
        case 0x23, 0x26, 0x2D, 0x2E, 0x2F, 0x3D, 0x3F: true
        default: false
        }
    }
}
