extension Units {
    /// Marks addresses and, where asked and the text is Chinese, restores its punctuation.
    mutating func readMarks(restoring: Bool) {
        marks.removeAll(keepingCapacity: true)
        var hints = ContiguousArray<Int32>()
        var han = 0
        var letters = 0
        for index in 0..<count {
            switch base[index].role {
            case .han: han += 1
            case .letter: letters += 1
            case .narrowStop:
                marks.append(Int32(truncatingIfNeeded: index))
                if mayBelongToAddress(index) { hints.append(Int32(truncatingIfNeeded: index)) }
            case .narrowOpen, .narrowClose, .opener, .closer: marks.append(Int32(truncatingIfNeeded: index))
            case .other:
                if base[index].scalar == 0x40 { hints.append(Int32(truncatingIfNeeded: index)) }
                if base[index].scalar == 0x7E { marks.append(Int32(truncatingIfNeeded: index)) }
            default: break
            }
        }
        if !hints.isEmpty { letters -= markAddresses(hints) }
        // Chinese by the cells that it takes.
        if restoring, !marks.isEmpty, 2 * han >= letters, han > 0 { restorePunctuation(marks) }
    }

    /// A colon before a slash, or the dot after a w.
    private func mayBelongToAddress(_ index: Int) -> Bool {
        switch base[index].scalar {
        case 0x3A: index + 1 < count && base[index + 1].scalar == 0x2F
        case 0x2E: index > 0 && base[index - 1].scalar | 0x20 == 0x77
        default: false
        }
    }
}
