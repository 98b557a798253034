import TextFolding

extension ClusterRecords {
    /// Makes the half-width marks of Chinese text full-width, as GB/T 15834-2011 5.1.1–5.1.3 asks. Text extracted from
    /// pages often has half-width marks because it was normalised (NFKC).
    ///
    /// A mark is restored if the nearest character before or after it is Chinese; quotes and one space in between are
    /// skipped. Brackets are decided in pairs. So marks in numbers, times, ratios and Latin phrases are left alone, and
    /// marks in addresses always are.
    mutating func restorePunctuation() {
        restoreBrackets()
        var index = 0
        while index < marks.count {
            let first = Int(marks[index])
            var end = first + 1
            index += 1
            while index < marks.count, Int(marks[index]) == end, base[end].runsOn(from: base[first]) {
                end += 1
                index += 1
            }
            restoreRun(first, end)
        }
        removeDropped()
    }

    /// Restores pairs of round brackets that contain Han, follow a Chinese character, or are already wide on one side.
    private func restoreBrackets() {
        var open: [(index: Int, hanBefore: Int)] = []
        var han = 0
        var counted = 0
        for mark in marks.lazy.map({ Int($0) }) where !base[mark].flags.contains(.address) {
            guard base[mark].bracketSide != 0 else { continue }
            while counted < mark {
                if base[counted].isChinese { han += 1 }
                counted += 1
            }
            if base[mark].bracketSide < 0 {
                open.append((mark, han))
            } else if let start = open.popLast() {
                let left = neighbour(start.index, -1)
                let isChinese =
                    base[start.index].scalar == 0xFF08 || base[mark].scalar == 0xFF09
                    || han > start.hanBefore || left.map { base[$0].isChinese } == true
                    || left == nil && neighbour(mark, 1).map { base[$0].isChinese } == true
                if isChinese {
                    restore(start.index)
                    restore(mark)
                }
            }
        }
    }

    /// Restores the run of marks from `first` up to `end`, not brackets, where it is in Chinese text.
    private func restoreRun(_ first: Int, _ end: Int) {
        let mark = base[first]
        if mark.scalar == 0x3B, endsReference(first) { return }
        guard !mark.flags.contains(.address), mark.fullWidth != nil, mark.bracketSide == 0 else { return }
        let left = neighbour(first, -1)
        let right = neighbour(end - 1, 1)
        let followsChinese = left.map { base[$0].isChinese } == true
        switch mark.scalar {
        case 0x2E:  // ...
            if followsChinese, end - first == 3 || end - first == 6 { restoreEllipsis(first, end) }
        case 0x7E:  // ~
            if end == first + 1, left == first - 1, right == end, base[first - 1].mayRange, base[end].mayRange {
                restore(first)
            }
        default:
            if end == first + 1, first > 0, end < count, base[first - 1].isQuote, base[end].isQuote { return }
            guard followsChinese || right.map({ base[$0].isChinese }) == true else { return }
            for index in first..<end { restore(index) }
        }
    }

    /// Whether a semicolon ends a character reference, of a name that is not known: `&foobar;`.
    private func endsReference(_ semicolon: Int) -> Bool {
        var index = semicolon - 1
        while index > 0, semicolon - index <= 32, base[index].isNameLetter { index -= 1 }
        return index >= 0 && index < semicolon - 1 && base[index].scalar == 0x26
    }

    /// Shows three or six full stops as one ellipsis of two halves (……).
    private func restoreEllipsis(_ first: Int, _ end: Int) {
        let middle = first + (end - first) / 2
        for index in first..<end {
            if index == first || index == middle {
                show(index, 0x2026)
            } else {
                drop(index)
            }
        }
    }

    /// Shows a mark full-width, without the space on either side of it.
    private func restore(_ index: Int) {
        guard let mark = base[index].fullWidth, base[index].scalar < 0x80 else { return }
        show(index, mark)
        if index > 0, base[index - 1].role == .space { drop(index - 1) }
        if index + 1 < count, base[index + 1].role == .space { drop(index + 1) }
    }

    /// Replaces the scalar of a record and the properties that follow from it.
    private func show(_ index: Int, _ scalar: UInt32) {
        let traits = Traits(scalar)
        base[index].scalar = scalar
        base[index].role = traits.role
        base[index].breakClass = traits.breakClass
        base[index].cells = traits.cells(ambiguousIsWide: ambiguousIsWide)
        base[index].flags.insert(.restored)
    }

    /// Marks a record for removal; its bytes then count as part of the record before.
    private func drop(_ index: Int) {
        base[index].role = .hidden
        base[index].cells = 0
        base[index].flags.insert(.dropped)
    }

    private mutating func removeDropped() {
        var kept = 0
        for index in 0..<count where !base[index].flags.contains(.dropped) {
            if kept < index { base[kept] = base[index] }
            kept += 1
        }
        count = kept
    }

    /// The nearest record in a direction (1 or -1) that is not a quote and, once, not a space; nil at the end of the
    /// text.
    private func neighbour(_ index: Int, _ step: Int) -> Int? {
        var index = index + step
        var maySkipSpace = true
        while index >= 0, index < count {
            let record = base[index]
            if record.role == .space, maySkipSpace {
                maySkipSpace = false
            } else if !record.isQuote, !record.flags.contains(.dropped) {
                return index
            }
            index += step
        }
        return nil
    }
}

extension ClusterRecord {
    /// The full-width form that Chinese text uses; nil if there is none.
    fileprivate var fullWidth: UInt32? {
        if flags.contains(.composed) { return nil }
        return switch scalar {
        case 0x21, 0x28, 0x29, 0x2C, 0x3A, 0x3B, 0x3F, 0x7E: WidthFolding.wide(scalar)
        case 0x2E: 0x2026
        default: nil
        }
    }

    /// −1 for an opening round bracket, 1 for a closing one, otherwise 0.
    fileprivate var bracketSide: Int {
        switch scalar {
        case 0x28, 0xFF08: -1
        case 0x29, 0xFF09: 1
        default: 0
        }
    }

    /// Whether the mark continues a run that begins with `first`: !! or ?! or ...
    fileprivate func runsOn(from first: ClusterRecord) -> Bool {
        switch first.scalar {
        case 0x21, 0x3F: scalar == 0x21 || scalar == 0x3F
        case 0x2E: scalar == 0x2E
        default: false
        }
    }

    /// Han, kana, and full-width letters, digits and marks.
    fileprivate var isChinese: Bool {
        switch role {
        case .han, .smallKana, .wideLetter, .wideDigit, .stop, .exclamation, .opener, .closer: true
        default: false
        }
    }

    fileprivate var isQuote: Bool { role == .quote || role == .quoteOpen || role == .quoteClose }

    /// Whether ~ next to it means a range and becomes a wave dash.
    fileprivate var mayRange: Bool { role == .han || role == .digit || role == .suffix }
}
