/// For every scalar, one bit for each list that has a word that begins with it: at most places of a text no word begins.
///
/// A list without a bit finds the same, but looks at every place.
final class WordStarts: @unchecked Sendable {
    /// The bit of digits and Han numerals.
    static let numerals: UInt64 = 1 << 63

    /// Index into `masks` in the upper twelve bits, the scalar's class in the lower four.
    let table: UnsafePointer<UInt16>
    let masks: UnsafePointer<UInt64>
    /// For each first letter a to z, by the second scalar: a to z, anything else.
    let pairs: UnsafePointer<UInt64>
    /// Letters, and columns of `pairs` for each.
    static let letters = 26
    static let row = 27

    /// What is embedded in the program, where that was made from these lists.
    static let shared: WordStarts = {
        for (place, group) in lists.enumerated() {
            precondition(place < 63)
            for words in group { words.bit = 1 << UInt64(place) }
        }
        return LexiconTables.starts(LexiconTables.key(of: lists)) ?? made().starts
    }()

    /// Groups of lists; those of a group share a bit.
    static let lists: [[Words]] = [
        [NewspaperLexicon.house], [NewspaperLexicon.reporter], [NewspaperLexicon.correspondent],
        [NewspaperLexicon.photographer],
        [NewspaperLexicon.both], [NewspaperLexicon.report], [NewspaperLexicon.agency], [NewspaperLexicon.source],
        [NewspaperLexicon.authorNote],
        [NewspaperLexicon.by, NewspaperLexicon.byBoth], [NewspaperLexicon.specialTo], [NewspaperLexicon.weekday],
        [NewspaperLexicon.staff],
        [NewspaperLexicon.photoBy],
        [NewspaperLexicon.creditMarks], [NewspaperLexicon.provided], [NewspaperLexicon.pictured],
        [NewspaperLexicon.captionStart],
        [NewspaperLexicon.pointing], [NewspaperLexicon.editors],
        [NewspaperLexicon.contact, NewspaperLexicon.imprint], [NewspaperLexicon.weather],
        [NewspaperLexicon.advert],
        [NewspaperLexicon.contents], [NewspaperLexicon.pictureRubric], [NewspaperLexicon.briefRubric],
        [NewspaperLexicon.rubricEnd],
        [NewspaperLexicon.kickerEnd], [NewspaperLexicon.notice], [NewspaperLexicon.salutation],
        [NewspaperLexicon.question], [NewspaperLexicon.price], [NewspaperLexicon.wire], [NewspaperLexicon.banner],
        [NewspaperLexicon.newsStart],
        [Words.web], [NewspaperLexicon.newsroom, NewspaperLexicon.withheld], [NewspaperLexicon.unnamedPhoto],
        [NewspaperLexicon.reports],
        PageNumber.words,
        JumpLine.beginnings, JumpLine.ends,
        [Dateline.written], CalendarDate.monthNames, [NewspaperLexicon.sectionNames, NewspaperLexicon.services],
        [NewspaperLexicon.summaryLabels, NewspaperLexicon.genres], JapaneseNames.lists,
        Slogan.lists + [
            BylineReader.affiliations, BylineReader.articles, BylineReader.from, BylineReader.reporting,
            BylineReader.whence,
        ],
        [BylineReader.reported, FeatureExtractor.pictureWord], [BylineReader.conjunctions, BylineReader.particles],
        [TrailingAttribution.dashes, TrailingAttribution.excerpts, FeatureExtractor.unfinished],
    ]

    init(table: UnsafePointer<UInt16>, masks: UnsafePointer<UInt64>, pairs: UnsafePointer<UInt64>) {
        self.table = table
        self.masks = masks
        self.pairs = pairs
    }

    /// Makes the tables from the lists, and says how many masks there are.
    static func made(_ classes: CharacterClasses = .shared) -> (starts: WordStarts, maskCount: Int) {
        let table = UnsafeMutablePointer<UInt16>.allocate(capacity: 0x10000)
        let classes = classes.table
        for value in 0..<0x10000 { table[value] = UInt16(classes[value]) }
        // The mask of each scalar that has one; its place is kept in the table while they are made.
        var found: [(scalar: UInt32, mask: UInt64)] = [(0, 0)]
        func add(_ bit: UInt64, to scalar: UInt32) {
            guard scalar < 0x10000 else { return }
            let place = Int(table[Int(scalar)] >> 4)
            if place > 0 {
                found[place].mask |= bit
            } else {
                precondition(found.count < 1 << 12)
                table[Int(scalar)] |= UInt16(found.count << 4)
                found.append((scalar, bit))
            }
        }
        for value in PageNumber.numerals.values { add(numerals, to: value) }
        for range in CharacterClasses.digits { for value in range { add(numerals, to: UInt32(value)) } }
        let pairs = UnsafeMutablePointer<UInt64>.allocate(capacity: letters * row)
        pairs.initialize(repeating: 0, count: letters * row)
        for (place, group) in lists.enumerated() {
            let bit: UInt64 = 1 << UInt64(place)
            for words in group {
                words.forEachBeginning { first, second in
                    add(bit, to: first)
                    if (0x41...0x5A).contains(first & ~0x20), first < 0x80 { add(bit, to: first & ~0x20) }
                    guard (0x61...0x7A).contains(first) else { return }
                    let row = pairs + Int(first - 0x61) * row
                    if second == 0 {
                        for column in 0..<Self.row { row[column] |= bit }
                    } else {
                        row[column(second)] |= bit
                    }
                }
            }
        }
        var all: [UInt64] = [0]
        var places: [UInt64: Int] = [0: 0]
        for (scalar, mask) in found.dropFirst() {
            let place = places[mask] ?? all.count
            if place == all.count {
                all.append(mask)
                places[mask] = place
            }
            table[Int(scalar)] = table[Int(scalar)] & 15 | UInt16(place << 4)
        }
        let masks = UnsafeBufferPointer.kept(all).baseAddress.unsafelyUnwrapped
        return (WordStarts(table: table, masks: masks, pairs: pairs), all.count)
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
