/// For every scalar, one bit for each list that has a word that begins with it: at most places of a text no word begins.
///
/// A list without a bit finds the same, but looks at every place.
final class WordStarts: @unchecked Sendable {
    /// The bit of digits and Han numerals.
    static let numerals: UInt64 = 1 << 63

    /// Index into `masks` in the upper twelve bits, the scalar's class in the lower four.
    let table: UnsafeMutablePointer<UInt16>
    let masks: UnsafeMutablePointer<UInt64>
    /// For each first letter a to z, by the second scalar: a to z, anything else.
    private let pairs: UnsafeMutablePointer<UInt64>
    private static let row = 27

    static let shared = WordStarts([
        [NewspaperLexicon.house], [NewspaperLexicon.reporter], [NewspaperLexicon.correspondent],
        [NewspaperLexicon.photographer],
        [NewspaperLexicon.both], [NewspaperLexicon.report], [NewspaperLexicon.agency], [NewspaperLexicon.source],
        [NewspaperLexicon.authorNote],
        [NewspaperLexicon.by], [NewspaperLexicon.specialTo], [NewspaperLexicon.weekday], [NewspaperLexicon.staff],
        [NewspaperLexicon.photoBy],
        [NewspaperLexicon.creditMarks], [NewspaperLexicon.provided], [NewspaperLexicon.pictured],
        [NewspaperLexicon.captionStart],
        [NewspaperLexicon.pointing], [NewspaperLexicon.editors], [NewspaperLexicon.contact], [NewspaperLexicon.weather],
        [NewspaperLexicon.advert],
        [NewspaperLexicon.contents], [NewspaperLexicon.pictureRubric], [NewspaperLexicon.briefRubric],
        [NewspaperLexicon.rubricEnd],
        [NewspaperLexicon.kickerEnd], [NewspaperLexicon.notice], [NewspaperLexicon.salutation],
        [NewspaperLexicon.question], [NewspaperLexicon.price], [NewspaperLexicon.wire], [NewspaperLexicon.banner],
        [NewspaperLexicon.newsStart],
        [Words.web], [NewspaperLexicon.newsroom], [NewspaperLexicon.unnamedPhoto], [NewspaperLexicon.reports],
        PageNumber.words,
        JumpLine.beginnings, JumpLine.ends,
        [Dateline.written], CalendarDate.monthNames,
    ])

    /// - Parameter lists: groups of lists; those of a group share a bit.
    private init(_ lists: [[Words]]) {
        table = .allocate(capacity: 0x10000)
        for value in 0..<0x10000 { table[value] = UInt16(CharacterClasses.shared.table[value]) }
        var found: [UInt32: UInt64] = [:]
        for value in PageNumber.numerals.values { found[value] = Self.numerals }
        for value in 0..<0x10000 where CharacterClasses.shared.table[value] == CharacterClass.digit.rawValue {
            found[UInt32(value)] = Self.numerals
        }
        pairs = .allocate(capacity: 26 * Self.row)
        pairs.initialize(repeating: 0, count: 26 * Self.row)
        for (place, group) in lists.enumerated() {
            precondition(place < 63)
            let bit: UInt64 = 1 << UInt64(place)
            for words in group {
                words.bit = bit
                for (first, second) in words.beginnings {
                    found[first, default: 0] |= bit
                    if (0x41...0x5A).contains(first & ~0x20), first < 0x80 { found[first & ~0x20, default: 0] |= bit }
                    guard (0x61...0x7A).contains(first) else { continue }
                    let row = pairs + Int(first - 0x61) * Self.row
                    if second == 0 {
                        for column in 0..<Self.row { row[column] |= bit }
                    } else {
                        row[Self.column(second)] |= bit
                    }
                }
            }
        }
        var all: [UInt64] = [0]
        var places: [UInt64: Int] = [0: 0]
        for (value, mask) in found where value < 0x10000 {
            let place = places[mask] ?? all.count
            if place == all.count {
                all.append(mask)
                places[mask] = place
            }
            table[Int(value)] |= UInt16(place << 4)
        }
        masks = .allocate(capacity: all.count)
        masks.initialize(from: all, count: all.count)
    }

    private static func column(_ scalar: UInt32) -> Int {
        let letter = Words.lower(scalar)
        return (0x61...0x7A).contains(letter) ? Int(letter - 0x61) : 26
    }

    /// The scalar's class, and the index of its mask.
    @inline(__always)
    func entry(_ scalar: UInt32) -> (kind: CharacterClass, start: Int) {
        guard scalar < 0x10000 else { return (CharacterClasses.shared.of(scalar), 0) }
        let entry = table[Int(scalar)]
        return (unsafeBitCast(UInt8(truncatingIfNeeded: entry & 15), to: CharacterClass.self), Int(entry >> 4))
    }

    /// The entry of a scalar beyond the table: no word begins with it.
    static func entry(beyond scalar: UInt32) -> UInt16 { UInt16(CharacterClasses.shared.of(scalar).rawValue) }

    /// The lists that have a word that begins with these two scalars, the first an ASCII letter.
    @inline(__always)
    func pair(_ first: UInt32, _ second: UInt32) -> UInt64 {
        pairs[Int(Words.lower(first) - 0x61) * Self.row + Self.column(second)]
    }
}
