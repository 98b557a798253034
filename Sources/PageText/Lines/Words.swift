/// A handful of marks. Made once and kept for good: nothing gives its memory back.
struct StaticMarks: @unchecked Sendable {
    let values: UnsafeBufferPointer<UInt32>
    /// A bit for the lowest six bits of each: most of what is asked for is known by it to be none of them.
    private let filter: UInt64

    init(_ marks: String) {
        values = .kept(marks.unicodeScalars.map(\.value))
        filter = values.reduce(0) { $0 | 1 << UInt64($1 & 63) }
    }

    @inline(__always)
    func contains(_ value: UInt32) -> Bool { filter >> UInt64(value & 63) & 1 == 1 && has(value) }

    private func has(_ value: UInt32) -> Bool {
        for other in values where other == value { return true }
        return false
    }
}

extension UnsafeBufferPointer {
    /// A copy for as long as the program runs.
    fileprivate static func kept(_ elements: [Element]) -> UnsafeBufferPointer {
        let room = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
        _ = room.initialize(from: elements)
        return UnsafeBufferPointer(room)
    }
}

/// Words of the trade, found at a place in folded text. ASCII words match in either case and only as whole words.
///
/// A plain value, which costs no counting of references; made once and kept for good.
struct Words: @unchecked Sendable {
    /// The words one behind another, as scalars.
    private let scalars: UnsafeBufferPointer<UInt32>
    private let words: UnsafeBufferPointer<(from: Int32, count: Int32)>
    /// First scalars in order.
    private let firsts: UnsafeBufferPointer<UInt32>
    /// The words that begin with the first of `firsts`, with the second, …; longest first.
    private let ranges: UnsafeBufferPointer<Range<Int>>
    /// Its bit in the table of starts, which sets it once, before any text is folded; 0 where the list is not in the table.
    private let place: UnsafeMutablePointer<UInt64>

    fileprivate(set) var bit: UInt64 {
        get { place.pointee }
        nonmutating set { place.pointee = newValue }
    }

    init(_ list: String) {
        var all: [UInt32] = []
        var words: [(from: Int32, count: Int32)] = []
        all.reserveCapacity(list.utf8.count)
        words.reserveCapacity(list.utf8.count / 4)
        var from = 0
        func end() {
            if all.count > from { words.append((Int32(from), Int32(all.count - from))) }
            from = all.count
        }
        for scalar in list.unicodeScalars {
            if scalar == " " || scalar == "\n" {
                end()
            } else {
                all.append(Self.lower(scalar == "_" ? 0x20 : Folded.fold(scalar.value)))
            }
        }
        end()
        // By the first scalar, and of those the longest first.
        words.sort {
            let (first, second) = (all[Int($0.from)], all[Int($1.from)])
            if first != second { return first < second }
            return $0.count != $1.count ? $0.count > $1.count : $0.from < $1.from
        }
        var firsts: [UInt32] = []
        var ranges: [Range<Int>] = []
        for (index, word) in words.enumerated() {
            let first = all[Int(word.from)]
            if firsts.last != first {
                firsts.append(first)
                ranges.append(index..<index)
            }
            ranges[ranges.count - 1] = ranges[ranges.count - 1].lowerBound..<(index + 1)
        }
        self.firsts = .kept(firsts)
        self.ranges = .kept(ranges)
        self.words = .kept(words)
        scalars = .kept(all)
        place = .allocate(capacity: 1)
        place.initialize(to: 0)
    }

    private func place(of first: UInt32) -> Int? {
        var from = 0
        var to = firsts.count
        while from < to {
            let middle = (from + to) / 2
            if firsts[middle] < first { from = middle + 1 } else { to = middle }
        }
        return from < firsts.count && firsts[from] == first ? from : nil
    }

    /// Scalars of the longest word at the place; 0 for none.
    @inline(__always)
    func match(_ text: FoldedScalars, at: Int, end: Int) -> Int {
        guard at < end, text.begins(bit, at: at) else { return 0 }
        return longest(text, at: at, end: end)
    }

    private func longest(_ text: FoldedScalars, at: Int, end: Int) -> Int {
        let first = Self.lower(text[at])
        guard let place = place(of: first) else { return 0 }
        let isLatin = first < 0x250 && ScalarClasses.shared.of(first).isLetter
        if isLatin, at > 0, Self.isWord(text[at - 1]) { return 0 }
        next: for index in ranges[place] {
            let count = Int(words[index].count)
            guard count <= end - at else { continue }
            let word = scalars.baseAddress.unsafelyUnwrapped + Int(words[index].from)
            var place = 1
            while place < count {
                if Self.lower(text[at + place]) != word[place] { continue next }
                place += 1
            }
            if isLatin, at + count < end, Self.isWord(text[at + count]) { continue }
            return count
        }
        return 0
    }

    /// False where none of the words is in the text; most often true where one is.
    func mayBeIn(_ text: Folded) -> Bool { text.begun & bit == bit }

    /// Whether one of the words stands anywhere between the places.
    func isIn(_ text: Folded, from: Int = 0, to: Int? = nil) -> Bool { find(text, from: from, to: to) != nil }

    func find(_ text: Folded, from: Int = 0, to: Int? = nil) -> (at: Int, length: Int)? {
        guard mayBeIn(text) else { return nil }
        let scalars = text.scalars
        let end = to ?? text.count
        var at = from
        while at < end {
            let length = match(scalars, at: at, end: end)
            if length > 0 { return (at, length) }
            at += 1
        }
        return nil
    }

    /// How many of the words stand in the text, not counting overlaps.
    func count(in text: Folded) -> Int {
        guard mayBeIn(text) else { return 0 }
        let scalars = text.scalars
        var at = 0
        var found = 0
        while at < scalars.count {
            let length = match(scalars, at: at, end: scalars.count)
            if length > 0 { found += 1 }
            at += max(1, length)
        }
        return found
    }

    private static func isWord(_ value: UInt32) -> Bool {
        let kind = ScalarClasses.shared.of(value)
        return kind == .lower || kind == .upper
    }

    fileprivate static func lower(_ value: UInt32) -> UInt32 {
        (0x41...0x5A).contains(value) ? value + 0x20 : value
    }

    /// The first two scalars of each word; 0 behind a word of one.
    fileprivate var beginnings: [(first: UInt32, second: UInt32)] {
        firsts.indices.flatMap { place in
            ranges[place].map { index in
                let word = words[index]
                return (firsts[place], word.count > 1 ? scalars[Int(word.from) + 1] : 0)
            }
        }
    }
}

/// For every scalar the lists of words that have one that begins with it, a bit a list: most places of a text begin none.
///
/// A list that is not in the table is looked up at every place, and finds the same.
final class WordStarts: @unchecked Sendable {
    /// Figures and Han numerals have this bit.
    static let numerals: UInt64 = 1 << 63

    /// Index into `masks` in the upper twelve bits, the scalar's class in the lower four.
    let table: UnsafeMutablePointer<UInt16>
    let masks: UnsafeMutablePointer<UInt64>
    /// For the letters a to z by what follows: a to z, anything else.
    private let pairs: UnsafeMutablePointer<UInt64>
    private static let row = 27

    static let shared = WordStarts([
        [TradeWords.house], [TradeWords.reporter], [TradeWords.correspondent], [TradeWords.photographer],
        [TradeWords.both], [TradeWords.report], [TradeWords.agency], [TradeWords.source], [TradeWords.authorNote],
        [TradeWords.by], [TradeWords.specialTo], [TradeWords.weekday], [TradeWords.staff], [TradeWords.photoBy],
        [TradeWords.creditMarks], [TradeWords.provided], [TradeWords.pictured], [TradeWords.captionStart],
        [TradeWords.pointing], [TradeWords.editors], [TradeWords.contact], [TradeWords.weather], [TradeWords.advert],
        [TradeWords.contents], [TradeWords.pictureRubric], [TradeWords.briefRubric], [TradeWords.rubricEnd],
        [TradeWords.kickerEnd], [TradeWords.notice], [TradeWords.salutation],
        [TradeWords.question], [TradeWords.price], [TradeWords.wire], [TradeWords.banner], [TradeWords.newsStart],
        [Words.web], [TradeWords.newsroom], [TradeWords.unnamedPhoto], [TradeWords.reports], PageNumber.words,
        JumpLine.beginnings, JumpLine.ends,
        [Opening.written], CalendarDate.monthNames,
    ])

    /// Lists that share a bit are told apart where one of them may begin.
    private init(_ lists: [[Words]]) {
        table = .allocate(capacity: 0x10000)
        for value in 0..<0x10000 { table[value] = UInt16(ScalarClasses.shared.table[value]) }
        var found: [UInt32: UInt64] = [:]
        for value in PageNumber.numerals.values { found[value] = Self.numerals }
        for value in 0..<0x10000 where ScalarClasses.shared.table[value] == ScalarClass.digit.rawValue {
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
    func entry(_ scalar: UInt32) -> (kind: ScalarClass, start: Int) {
        guard scalar < 0x10000 else { return (ScalarClasses.shared.of(scalar), 0) }
        let entry = table[Int(scalar)]
        return (unsafeBitCast(UInt8(truncatingIfNeeded: entry & 15), to: ScalarClass.self), Int(entry >> 4))
    }

    /// The entry of a scalar that is not in the table: no word begins with it.
    static func entry(beyond scalar: UInt32) -> UInt16 { UInt16(ScalarClasses.shared.of(scalar).rawValue) }

    /// What may begin with these two, the first a letter of ASCII.
    @inline(__always)
    func pair(_ first: UInt32, _ second: UInt32) -> UInt64 {
        pairs[Int(Words.lower(first) - 0x61) * Self.row + Self.column(second)]
    }
}
