extension Units {
    /// Replaces what is there by the units of valid UTF-8. Offsets count from `origin`.
    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, origin: Int = 0) {
        count = 0
        composed.removeAll(keepingCapacity: true)
        marks.removeAll(keepingCapacity: true)
        han = 0
        letters = 0
        reserve(bytes.count + 8)
        var position = 0
        while position < bytes.count {
            // Most of a page: ideographs from U+5000 on, which all are alike.
            while position + 3 < bytes.count, bytes.isPlainHan(position), bytes.endsCluster(position + 3) {
                append(
                    Unit(
                        scalar: bytes.scalar(at: position).0, offset: UInt32(truncatingIfNeeded: origin + position),
                        breakClass: 31 | BreakClass.eastAsianBit, role: .han, cells: 2))
                position += 3
                han += 1
            }
            let (scalar, length) = bytes.scalar(at: position)
            let traits = Traits(scalar)
            let next = position + length
            if traits.isPlain, next == bytes.count || !bytes.joinsBefore(next) {
                append(
                    Unit(
                        scalar: Self.blank(scalar),
                        offset: UInt32(truncatingIfNeeded: origin + position),
                        breakClass: traits.breakClass, role: traits.role,
                        cells: traits.cells(ambiguousIsWide: ambiguousIsWide)))
                note(scalar, traits.role)
                position = next
            } else {
                position = readClusters(bytes, from: position, origin: origin)
            }
        }
    }

    /// Counts what tells the script, and keeps the places of marks that may be restored or belong to an address.
    @inline(__always)
    private mutating func note(_ scalar: UInt32, _ role: Role) {
        switch role {
        case .han: han += 1
        case .letter: letters += 1
        case .narrowStop, .narrowOpen, .narrowClose: marks.append(Int32(truncatingIfNeeded: count - 1))
        case .opener,
            .closer where scalar == 0xFF08 || scalar == 0xFF09:
            marks.append(Int32(truncatingIfNeeded: count - 1))
        case .other where scalar == 0x40 || scalar == 0x7E: marks.append(Int32(truncatingIfNeeded: count - 1))
        default: break
        }
    }

    /// Reads the scalars that may join one another, cut into clusters by Swift's own rule (UAX #29).
    private mutating func readClusters(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, origin: Int) -> Int {
        var end = start
        var joins = true
        while end < bytes.count {
            let (scalar, length) = bytes.scalar(at: end)
            let traits = Traits(scalar)
            guard joins || traits.mayJoinBefore else { break }
            // After a mark another base may follow in the same cluster (ZWJ sequences, Indic conjuncts).
            joins = traits.mayJoinAfter || traits.mayJoinBefore
            end += length
        }
        var offset = origin + start
        for character in String(decoding: bytes[start..<end], as: UTF8.self) {
            appendCluster(character, offset: offset)
            offset += character.utf8.count
        }
        return end
    }

    private mutating func appendCluster(_ character: Character, offset: Int) {
        let first = count
        var endsAtJoiner = false
        for scalar in composedScalars(character) {
            let traits = Traits(scalar)
            if scalar == 0x200D, count > first, Traits(base(of: count - 1)).isPictograph { endsAtJoiner = true }
            if endsAtJoiner { break }
            if traits.isHidden && (traits.role != .newline && scalar != 0xAD || count > first) { continue }
            if traits.cells == 0, !traits.isHidden {
                // A mark alone stands on a circle; a vowel or final jamo alone, which is no mark, cannot be shown.
                if count == first {
                    append(unit(traits.role == .hangul ? 0x3F : 0x25CC, like: traits, offset, cells: 1))
                }
                if traits.role != .hangul || base(of: count - 1) != 0x3F { addMark(scalar) }
            } else if cells(from: first) < Self.widestCluster {
                append(unit(scalar, like: traits, offset, cells: traits.cells(ambiguousIsWide: ambiguousIsWide)))
                if count > first + 1 { base[count - 1].flags.insert(.continues) }
            }
        }
        if count == first {
            // Nothing to print; its class still joins or parts its neighbours.
            let scalar = character.unicodeScalars.first!.value
            let traits = Traits(scalar)
            append(
                Unit(
                    scalar: scalar, offset: UInt32(truncatingIfNeeded: offset), breakClass: traits.breakClass,
                    role: .hidden, cells: 0))
        }
    }

    /// Cells after which the rest of a cluster is left out, as its fifth mark is; no word needs so many.
    private static let widestCluster = 8

    private func cells(from first: Int) -> Int { (first..<count).reduce(0) { $0 + Int(base[$1].cells) } }

    /// A tab and a no-break space are shown as a space.
    @inline(__always)
    private static func blank(_ scalar: UInt32) -> UInt32 { scalar == 0x09 || scalar == 0xA0 ? 0x20 : scalar }

    private func unit(_ scalar: UInt32, like traits: Traits, _ offset: Int, cells: UInt8) -> Unit {
        let geta: UInt32 = traits.cells == 2 ? 0x3013 : 0x3F
        return Unit(
            scalar: traits.isUnknown ? geta : Self.blank(scalar), offset: UInt32(truncatingIfNeeded: offset),
            breakClass: traits.breakClass, role: traits.role,
            cells: cells)
    }

    private func base(of index: Int) -> UInt32 {
        let unit = base[index]
        return unit.flags.contains(.composed)
            ? composed[Int(unit.scalar)].first : unit.scalar
    }

    private mutating func addMark(_ mark: UInt32) {
        let last = base + (count - 1)
        if !last.pointee.flags.contains(.composed) {
            composed.append(PrintedText(last.pointee.scalar))
            last.pointee.scalar = UInt32(composed.count - 1)
            last.pointee.flags.insert(.composed)
            // A space that carries a mark is no space (UAX #14 LB10).
            if last.pointee.role == .space { last.pointee.role = .other }
        }
        composed[Int(last.pointee.scalar)] = composed[Int(last.pointee.scalar)].adding(mark)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The scalar at a boundary of valid UTF-8, and its length in bytes.
    @inline(__always) func scalar(at position: Int) -> (UInt32, Int) {
        let pointer = baseAddress.unsafelyUnwrapped + position
        let lead = UInt32(pointer[0])
        if lead < 0x80 { return (lead, 1) }
        let second = UInt32(pointer[1] & 0x3F)
        if lead < 0xE0 { return ((lead & 0x1F) << 6 | second, 2) }
        let third = UInt32(pointer[2] & 0x3F)
        if lead < 0xF0 { return ((lead & 0x0F) << 12 | second << 6 | third, 3) }
        return ((lead & 0x07) << 18 | second << 12 | third << 6 | UInt32(pointer[3] & 0x3F), 4)
    }

    /// Whether an ideograph of U+5000…9FFF stands there.
    @inline(__always) func isPlainHan(_ position: Int) -> Bool { self[position] &- 0xE5 <= 4 }

    /// Whether the byte there can only begin a new cluster: U+0000…02FF and U+4000…9FFF hold no marks.
    @inline(__always) func endsCluster(_ position: Int) -> Bool {
        let lead = self[position]
        return lead < 0xCC || lead &- 0xE4 <= 5
    }

    /// Whether the scalar there may belong to the cluster of the one before.
    @inline(__always) func joinsBefore(_ position: Int) -> Bool {
        !endsCluster(position) && Traits(scalar(at: position).0).mayJoinBefore
    }
}
