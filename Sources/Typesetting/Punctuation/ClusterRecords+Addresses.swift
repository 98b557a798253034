extension ClusterRecords {
    /// Sets the flag `address` on the records of web and mail addresses: their punctuation is not restored, and they
    /// have their own places to break. Returns the number of letters in them.
    ///
    /// An address is recognised by :// or www. or an @ between letters.
    func markAddresses() -> Int {
        var end = 0
        var letters = 0
        for hint in marks.lazy.map({ Int($0) }) where hint >= end {
            var first = hint
            var last = hint
            switch base[hint].scalar {
            case 0x3A:  // :
                guard scalar(hint + 1) == 0x2F, scalar(hint + 2) == 0x2F else { continue }
                while first > end, base[first - 1].isLetter { first -= 1 }
            case 0x2E:  // .
                guard hint >= 3, (1...3).allSatisfy({ base[hint - $0].scalar | 0x20 == 0x77 }) else { continue }
                first = hint - 3
            case 0x40:  // @
                while first > end, base[first - 1].isLetter || base[first - 1].isMailMark { first -= 1 }
                guard first < hint, hint + 1 < count, base[hint + 1].isLetter else { continue }
            default: continue
            }
            while last + 1 < count, base[last + 1].isInAddress { last += 1 }
            while last > hint, base[last].endsNoAddress { last -= 1 }
            guard last > hint else { continue }
            for index in first...last {
                base[index].flags.insert(.address)
                if base[index].role == .letter { letters += 1 }
            }
            end = last + 1
        }
        return letters
    }

    /// The scalar of a record, 0 past the end.
    private func scalar(_ index: Int) -> UInt32 { index < count ? base[index].scalar : 0 }
}

extension ClusterRecord {
    /// What the name or number of a character reference is made of.
    var isNameLetter: Bool { isLetter || scalar == 0x23 }

    /// An ASCII letter or digit.
    fileprivate var isLetter: Bool {
        switch scalar {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: flags.isEmpty
        default: false
        }
    }

    /// One of + - . _, which may stand in the name before an @.
    fileprivate var isMailMark: Bool { [0x2B, 0x2D, 0x2E, 0x5F].contains(scalar) && flags.isEmpty }

    /// Any visible ASCII character except quotes and angle brackets.
    fileprivate var isInAddress: Bool {
        switch scalar {
        case 0x22, 0x27, 0x3C, 0x3E, 0x60: false
        case 0x21...0x7E: flags.isEmpty
        default: false
        }
    }

    /// A mark that, at the end of an address, belongs to the sentence around it.
    fileprivate var endsNoAddress: Bool {
        [0x21, 0x28, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5B, 0x5D, 0x7B, 0x7D].contains(scalar)
    }
}
