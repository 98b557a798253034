extension ClusterRecords {
    /// Sets `breakBefore` and `glueBefore` of every record: what `Tailoring` decides, then what UAX #14 decides.
    ///
    /// Takes time linear in the number of records. Han after Han, most of a Chinese page, has a fast path.
    func findBreaks() {
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
            let record = base + index
            let role = record.pointee.role
            if role == .han, previous == .han, record.pointee.flags.isEmpty {
                record.pointee.breakBefore = .free
                record.pointee.glueBefore = .han
                if beforePrevious != .han { breaker.acceptPlain(hanClass) }
                beforePrevious = .han
                continue
            }
            let ruling = Tailoring.Ruling(packed: rulings[Int(previous.rawValue) << 5 | Int(role.rawValue)])
            var opportunity: BreakOpportunity
            if let decided = ruling.breakBefore {
                if role == .han, previous != .space {
                    breaker.acceptPlain(hanClass)
                } else {
                    breaker.accept(BreakClass(stored: record.pointee.breakClass))
                }
                opportunity = decided
                if decided != .never, record.pointee.flags.contains(.continues) { opportunity = .never }
            } else {
                opportunity = breaker.advance(base, index, count)
                if opportunity == .free {
                    opportunity = tailored(opportunity, index, previous, beforePrevious)
                    // A hidden character between two clusters does not lift the ban on line starts and ends.
                    if previous == .hidden, role.neverStartsLine || lastShown.neverEndsLine { opportunity = .never }
                }
                if previous != .hidden { lastShown = previous }
            }
            if record.pointee.flags.contains(.address) { opportunity = addressBreak(opportunity, index) }
            record.pointee.breakBefore = opportunity
            record.pointee.glueBefore =
                opportunity == .never ? .none : refined(ruling.glue, index, previous, beforePrevious)
            beforePrevious = previous
            previous = role
        }
        base[0].breakBefore = .never
        base[0].glueBefore = .none
    }

    /// The tailoring that depends on more than two roles, for a break that UAX #14 allows.
    private func tailored(_ opportunity: BreakOpportunity, _ index: Int, _ previous: Role, _ beforePrevious: Role)
        -> BreakOpportunity
    {
        let record = base[index]
        if record.flags.contains(.continues) { return .never }
        if previous == .softHyphen { return .hyphen }
        if previous == .space {
            // A bullet or an opening mark stays with what follows, across a space too.
            return beforePrevious.neverEndsLine && beforePrevious != .slash ? .never : opportunity
        }
        if record.role == .digit || record.role == .wideDigit || record.role == .prefix {
            let linksNumbers =
                switch previous {
                case .connector, .dash: true
                case .stop: base[index - 1].scalar == 0xFF1A || record.role == .wideDigit
                default: false
                }
            if linksNumbers, beforePrevious == .digit || beforePrevious == .wideDigit || beforePrevious == .suffix {
                return .never
            }
        }
        return opportunity
    }

    /// The glue of a pair of roles, corrected by the mark itself and by the role before the pair.
    private func refined(_ glue: Glue, _ index: Int, _ previous: Role, _ beforePrevious: Role) -> Glue {
        switch glue {
        case .sentence:
            let mark = base[index - 1].scalar
            return mark == 0x3001 ? .outside : mark == 0xFF0C || mark == 0xFF1A ? .comma : .sentence
        case .script:
            return isWithinQuantity(index) ? .none : .script
        case .word:
            let pair = Tailoring.ruling(beforePrevious, base[index].role).glue
            return pair == .script ? .scriptSpace : .word
        case .pad where !padsQuotes:
            return .outside
        default:
            return glue
        }
    }

    /// Whether the record and the one before it, a Han and a digit, belong to one quantity or date: a number and the word
    /// that it counts (50|分钟), or the parts of a date, a time or an ordinal (3月|5日, 第|2版). Digits that belong to letters
    /// (A4|纸) are a name.
    private func isWithinQuantity(_ right: Int) -> Bool {
        if base[right].role == .digit { return base[right - 1].leadsNumber }
        var index = right - 1
        guard base[index].role == .digit else { return false }
        while index > 0, base[index].role == .digit || base[index].role == .connector { index -= 1 }
        return base[index].role != .letter
    }

    /// Inside a web address a line may end only after a run of address marks.
    private func addressBreak(_ opportunity: BreakOpportunity, _ index: Int) -> BreakOpportunity {
        guard index > 0, base[index - 1].flags.contains(.address) else { return opportunity }
        return base[index - 1].isAddressMark && !base[index].isAddressMark ? .costly : .never
    }
}

extension ClusterRecord {
    /// Whether it is one of 年 月 日 号 號 时 時 点 點 分 第, after which a number continues a date, a time or an ordinal.
    fileprivate var leadsNumber: Bool {
        switch scalar {
        case 0x5E74, 0x6708, 0x65E5, 0x53F7, 0x865F, 0x65F6, 0x6642, 0x70B9, 0x9EDE, 0x5206, 0x7B2C: true
        default: false
        }
    }

    /// Whether it is one of / ? & = - . #, after which a web address may be broken.
    var isAddressMark: Bool {
        switch scalar {
        case 0x23, 0x26, 0x2D, 0x2E, 0x2F, 0x3D, 0x3F: true
        default: false
        }
    }
}
