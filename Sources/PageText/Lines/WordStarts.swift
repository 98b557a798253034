/// For every scalar, one bit for each list that has a word that begins with it: at most places of a text no word begins.
///
/// A list without a bit finds the same, but looks at every place.
final class WordStarts: @unchecked Sendable {
    /// The bit of digits and Han numerals.
    static let numerals: UInt64 = 1 << 63

    /// Index into `masks` in the upper twelve bits, the scalar's class in the lower four.
    let table: UnsafePointer<UInt16>
    /// Two numbers an index: the lists with a word that begins with the scalar, and those where the scalar is such a word.
    let masks: UnsafePointer<UInt64>
    /// The lists with a word that begins with two scalars, by a hash of the two.
    let seconds: UnsafePointer<UInt64>
    static let secondCount = 1 << 12
    /// For each first letter a to z, by the second scalar: a to z, anything else.
    let pairs: UnsafePointer<UInt64>
    /// The lists with a word that begins with a letter of ASCII and two more scalars, or is shorter and may end there, by a hash
    /// of the three.
    let thirds: UnsafePointer<UInt64>
    static let thirdCount = 1 << 12
    /// The bits of lists of roles, and of all that a byline can begin with, where the lists have theirs.
    let roles: UInt64
    let bylines: UInt64
    /// The bits of what is looked for in most lines and is in few, so that the lists need not be asked.
    let jumps: UInt64
    let labels: UInt64
    let offices: UInt64
    let contacts: UInt64
    let credits: UInt64
    let adverts: UInt64
    let weather: UInt64
    let contents: UInt64
    let banners: UInt64
    /// Those of what else a byline may have: what somebody did, a source that names nobody, who reports.
    let names: UInt64
    let reporting: UInt64
    /// Those of what a line of writers without a name, a dateline, and other lines begin with; and of what a dateline has where
    /// it does not begin so.
    let writers: UInt64
    let datelines: UInt64
    let openings: UInt64
    let reports: UInt64
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
        [NewspaperLexicon.disclaimer], [NewspaperLexicon.slogan], Surnames.lists,
        [NewspaperLexicon.owner, NewspaperLexicon.pageNames, NewspaperLexicon.labels, NewspaperLexicon.unnamedCredit],
    ]

    init(
        table: UnsafePointer<UInt16>, masks: UnsafePointer<UInt64>, seconds: UnsafePointer<UInt64>,
        pairs: UnsafePointer<UInt64>, thirds: UnsafePointer<UInt64>
    ) {
        self.table = table
        self.masks = masks
        self.seconds = seconds
        roles =
            NewspaperLexicon.reporter.bit | NewspaperLexicon.correspondent.bit | NewspaperLexicon.photographer.bit
            | NewspaperLexicon.both.bit
        bylines =
            roles | NewspaperLexicon.house.bit | NewspaperLexicon.agency.bit | NewspaperLexicon.source.bit
            | NewspaperLexicon.by.bit | BylineReader.particles.bit
        jumps = (JumpLine.beginnings + JumpLine.ends).reduce(0) { $0 | $1.bit }
        labels =
            NewspaperLexicon.notice.bit | NewspaperLexicon.pictureRubric.bit | NewspaperLexicon.briefRubric.bit
            | NewspaperLexicon.rubricEnd.bit | NewspaperLexicon.kickerEnd.bit | NewspaperLexicon.sectionNames.bit
            | NewspaperLexicon.summaryLabels.bit
        offices = NewspaperLexicon.editors.bit | NewspaperLexicon.photographer.bit
        contacts = NewspaperLexicon.contact.bit | Words.web.bit
        credits = NewspaperLexicon.creditMarks.bit
        adverts = NewspaperLexicon.advert.bit
        weather = NewspaperLexicon.weather.bit
        contents = NewspaperLexicon.contents.bit
        banners = NewspaperLexicon.banner.bit
        names = NewspaperLexicon.unnamedCredit.bit | NewspaperLexicon.labels.bit
        reporting = BylineReader.reporting.bit | BylineReader.whence.bit
        writers = NewspaperLexicon.specialTo.bit | NewspaperLexicon.newsroom.bit | NewspaperLexicon.withheld.bit
        datelines =
            NewspaperLexicon.house.bit | NewspaperLexicon.agency.bit | NewspaperLexicon.reporter.bit
            | NewspaperLexicon.correspondent.bit
        openings =
            NewspaperLexicon.question.bit | NewspaperLexicon.captionStart.bit | FeatureExtractor.pictureWord.bit
            | NewspaperLexicon.newsStart.bit | NewspaperLexicon.salutation.bit
        reports = NewspaperLexicon.report.bit | Dateline.written.bit
        self.pairs = pairs
        self.thirds = thirds
    }

    /// Makes the tables from the lists, and says how many masks there are.
    static func made(_ classes: CharacterClasses = .shared) -> (starts: WordStarts, maskCount: Int) {
        let table = UnsafeMutablePointer<UInt16>.allocate(capacity: 0x10000)
        let classes = classes.table
        for value in 0..<0x10000 { table[value] = UInt16(classes[value]) }
        // The masks of each scalar that has one; their place is kept in the table while they are made.
        var found: [(scalar: UInt32, masks: Masks)] = [(0, Masks())]
        func add(_ bit: UInt64, to scalar: UInt32, isWord: Bool) {
            guard scalar < 0x10000 else { return }
            if table[Int(scalar)] >> 4 == 0 {
                precondition(found.count < 1 << 12)
                table[Int(scalar)] |= UInt16(found.count << 4)
                found.append((scalar, Masks()))
            }
            let place = Int(table[Int(scalar)] >> 4)
            found[place].masks.begun |= bit
            if isWord { found[place].masks.whole |= bit }
        }
        for value in PageNumber.numerals.values { add(numerals, to: value, isWord: true) }
        for range in CharacterClasses.digits { for value in range { add(numerals, to: UInt32(value), isWord: true) } }
        let seconds = UnsafeMutablePointer<UInt64>.allocate(capacity: secondCount)
        seconds.initialize(repeating: 0, count: secondCount)
        let pairs = UnsafeMutablePointer<UInt64>.allocate(capacity: letters * row)
        pairs.initialize(repeating: 0, count: letters * row)
        let thirds = UnsafeMutablePointer<UInt64>.allocate(capacity: thirdCount)
        thirds.initialize(repeating: 0, count: thirdCount)
        for (place, group) in lists.enumerated() {
            let bit: UInt64 = 1 << UInt64(place)
            for words in group {
                words.forEachBeginning { first, second, third in
                    add(bit, to: first, isWord: second == 0)
                    if (0x41...0x5A).contains(first & ~0x20), first < 0x80 {
                        add(bit, to: first & ~0x20, isWord: second == 0)
                    }
                    if second > 0 { seconds[Self.place(of: first, second)] |= bit }
                    guard (0x61...0x7A).contains(first) else { return }
                    // Behind a word of one or two scalars there is no letter.
                    pairs[Int(first - 0x61) * row + column(second)] |= bit
                    for last in third > 0 || second > 0 ? column(third)...column(third) : 0...(row - 1) {
                        thirds[Self.place(of: first, column(second), last)] |= bit
                    }
                }
            }
        }
        var all = [Masks()]
        var places = [Masks(): 0]
        for (scalar, masks) in found.dropFirst() {
            let place = places[masks] ?? all.count
            if place == all.count {
                all.append(masks)
                places[masks] = place
            }
            table[Int(scalar)] = table[Int(scalar)] & 15 | UInt16(place << 4)
        }
        let masks = UnsafeBufferPointer.kept(all.flatMap { [$0.begun, $0.whole] }).baseAddress.unsafelyUnwrapped
        return (
            WordStarts(table: table, masks: masks, seconds: seconds, pairs: pairs, thirds: thirds), all.count * 2
        )
    }

    /// Lists with a word that begins with a scalar, and those where the scalar is a word.
    private struct Masks: Hashable {
        var begun: UInt64 = 0
        var whole: UInt64 = 0
    }

    /// Place in `seconds`; the second scalar is a small letter where it is one of ASCII.
    @inline(__always)
    private static func place(of first: UInt32, _ second: UInt32) -> Int {
        Int(truncatingIfNeeded: (first &* 2_654_435_761 &+ second &* 2_246_822_519) &>> 20)
    }

    /// Place in `thirds` of a small letter of ASCII and two columns.
    @inline(__always)
    private static func place(of first: UInt32, _ second: Int, _ third: Int) -> Int {
        let number = (Int(first - 0x61) * row + second) * row + third
        return Int(truncatingIfNeeded: (UInt32(truncatingIfNeeded: number) &* 2_654_435_761) &>> 20)
    }

    /// Of the lists with this index, those that have a word that begins with these two scalars, the first no ASCII letter.
    @inline(__always)
    func begun(_ index: Int, _ first: UInt32, _ second: UInt32) -> UInt64 {
        masks[index * 2] & (masks[index * 2 + 1] | seconds[Self.place(of: first, Words.lower(second))])
    }

    @inline(__always)
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

    /// The lists that have a word that may begin with these three scalars, the first an ASCII letter.
    @inline(__always)
    func begun(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt64 {
        let (letter, column) = (Words.lower(first), Self.column(second))
        let lists = pairs[Int(letter - 0x61) * Self.row + column]
        return lists == 0 ? 0 : lists & thirds[Self.place(of: letter, column, Self.column(third))]
    }
}
