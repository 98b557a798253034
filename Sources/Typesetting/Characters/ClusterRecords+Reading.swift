import Screen
import TextDecoding

extension ClusterRecords {
    /// Replaces the records by those of `bytes`, which is valid UTF-8. `origin` is added to all offsets.
    ///
    /// Linear in the number of bytes; never makes more records than there are bytes.
    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, origin: Int = 0) {
        count = 0
        composed.removeAll(keepingCapacity: true)
        marks.removeAll(keepingCapacity: true)
        han = 0
        letters = 0
        reserve(bytes.count + 8)
        var position = 0
        while position < bytes.count {
            // Fast path for most of a Chinese page: ideographs from U+5000 on have all the same properties.
            while position + 3 < bytes.count, bytes.isPlainHan(position), bytes.endsCluster(position + 3) {
                append(
                    ClusterRecord(
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
                    ClusterRecord(
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

    /// Counts Han and letters, and records the index of marks that may be restored or may be part of an address.
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

    /// Reads scalars from `start` up to the next one that cannot join the one before, and divides them into grapheme
    /// clusters as Swift does (UAX #29). Returns the position after them.
    private mutating func readClusters(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, origin: Int) -> Int {
        var end = start
        var joins = true
        while end < bytes.count {
            let (scalar, length) = bytes.scalar(at: end)
            let traits = Traits(scalar)
            guard joins || traits.mayJoinBefore else { break }
            // After a mark the same cluster may continue with another base (ZWJ sequences, Indic conjuncts).
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

    /// Appends the records of one grapheme cluster: one for each scalar that takes cells, with the marks after it.
    private mutating func appendCluster(_ character: Character, offset: Int) {
        let first = count
        var endsAtJoiner = false
        for scalar in composedScalars(character) {
            let traits = Traits(scalar)
            if scalar == 0x200D, count > first, Traits(base(of: count - 1)).isPictograph { endsAtJoiner = true }
            if endsAtJoiner { break }
            if traits.isHidden && (traits.role != .newline && scalar != 0xAD || count > first) { continue }
            if traits.cells == 0, !traits.isHidden {
                // A mark without a base is drawn on a dotted circle. A vowel or final jamo without an initial one is
                // not a mark and cannot be drawn: it is shown as ?.
                if count == first {
                    append(record(traits.role == .hangul ? 0x3F : 0x25CC, like: traits, offset, cells: 1))
                }
                if traits.role != .hangul || base(of: count - 1) != 0x3F { addMark(scalar) }
            } else if cells(from: first) < Self.widestCluster {
                append(record(scalar, like: traits, offset, cells: traits.cells(ambiguousIsWide: ambiguousIsWide)))
                if count > first + 1 { base[count - 1].flags.insert(.continues) }
            }
        }
        if count == first {
            // Nothing to print, but its class still counts for line breaking.
            let scalar = character.unicodeScalars.first!.value
            let traits = Traits(scalar)
            append(
                ClusterRecord(
                    scalar: scalar, offset: UInt32(truncatingIfNeeded: offset), breakClass: traits.breakClass,
                    role: .hidden, cells: 0))
        }
    }

    /// The cells of one grapheme cluster that are shown; the rest is left out. No real syllable needs as many.
    private static let widestCluster = 8

    /// The width of the records from `first` on.
    private func cells(from first: Int) -> Int { (first..<count).reduce(0) { $0 + Int(base[$1].cells) } }

    /// A space for a tab and for a no-break space, other scalars unchanged.
    @inline(__always)
    private static func blank(_ scalar: UInt32) -> UInt32 { scalar == 0x09 || scalar == 0xA0 ? 0x20 : scalar }

    /// A record for a scalar; 〓 or ? if the scalar is unknown to Unicode 17.
    private func record(_ scalar: UInt32, like traits: Traits, _ offset: Int, cells: UInt8) -> ClusterRecord {
        let geta: UInt32 = cells == 2 ? 0x3013 : 0x3F
        return ClusterRecord(
            scalar: traits.isUnknown ? geta : Self.blank(scalar), offset: UInt32(truncatingIfNeeded: offset),
            breakClass: traits.breakClass, role: traits.role,
            cells: cells)
    }

    /// The base scalar of a record.
    private func base(of index: Int) -> UInt32 {
        let record = base[index]
        return record.flags.contains(.composed)
            ? composed[Int(record.scalar)].first : record.scalar
    }

    /// Adds a combining mark to the last record.
    private mutating func addMark(_ mark: UInt32) {
        let last = base + (count - 1)
        if !last.pointee.flags.contains(.composed) {
            composed.append(PrintedText(last.pointee.scalar))
            last.pointee.scalar = UInt32(composed.count - 1)
            last.pointee.flags.insert(.composed)
            // A space with a combining mark is not a space (UAX #14 LB10).
            if last.pointee.role == .space { last.pointee.role = .other }
        }
        composed[Int(last.pointee.scalar)] = composed[Int(last.pointee.scalar)].adding(mark)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether an ideograph from U+5000 to U+9FFF starts at `position`.
    @inline(__always) func isPlainHan(_ position: Int) -> Bool { self[position] &- 0xE5 <= 4 }

    /// Whether the scalar at `position` always starts a new cluster, by its lead byte alone: U+0000…02FF and
    /// U+4000…9FFF contain no combining marks.
    @inline(__always) func endsCluster(_ position: Int) -> Bool {
        let lead = self[position]
        return lead < 0xCC || lead &- 0xE4 <= 5
    }

    /// Whether the scalar at `position` may belong to the same cluster as the one before.
    @inline(__always) func joinsBefore(_ position: Int) -> Bool {
        !endsCluster(position) && Traits(scalar(at: position).0).mayJoinBefore
    }
}
