import CLexiconTables

/// A list of words that is matched at a place in folded text. ASCII words match in either case and only as whole words.
///
/// A value without reference counting. Its memory is never freed: lists are made once, as constants.
struct Words: @unchecked Sendable {
    /// The scalars of all words, one word after another.
    let scalars: UnsafeBufferPointer<UInt32>
    let words: UnsafeBufferPointer<broadsheet_word>
    /// The first scalars of the words in order, each with the first of the words that begin with it, longest first; and the
    /// end.
    let firsts: UnsafeBufferPointer<broadsheet_first>
    /// A number for the text that the list was made from.
    let key: UInt64
    /// The list's bit in `WordStarts`, which sets it once, before any text is folded; 0 where it has none.
    private let place: UnsafeMutablePointer<UInt64>

    var bit: UInt64 {
        get { place.pointee }
        nonmutating set { place.pointee = newValue }
    }

    /// The list is embedded in the program, as all lists are used at each start; one that is not is made.
    init(_ list: String) {
        let key = LexiconTables.key(of: list)
        self = LexiconTables.list(key) ?? Words(making: list, key: key)
    }

    init(
        scalars: UnsafeBufferPointer<UInt32>, words: UnsafeBufferPointer<broadsheet_word>,
        firsts: UnsafeBufferPointer<broadsheet_first>, key: UInt64
    ) {
        self.scalars = scalars
        self.words = words
        self.firsts = firsts
        self.key = key
        place = .allocate(capacity: 1)
        place.initialize(to: 0)
    }

    /// Makes the list from its text.
    init(making list: String, key: UInt64) {
        let scalars = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: list.utf8.count)
        // A number for each word: by first scalar, then by length, longest first, then by place, in bits 40, 24 and 0.
        var order: [UInt64] = []
        order.reserveCapacity(scalars.count / 2)
        var (count, from) = (0, 0)
        for scalar in list.unicodeScalars {
            if scalar != " ", scalar != "\n" {
                scalars[count] = Self.lower(scalar == "_" ? 0x20 : FoldedText.fold(scalar.value))
                count += 1
            } else if count > from {
                order.append(Self.number(scalars, from, count))
                from = count
            }
        }
        if count > from { order.append(Self.number(scalars, from, count)) }
        precondition(count < 1 << 24)
        order.sort()
        var words: [broadsheet_word] = []
        var firsts: [broadsheet_first] = []
        for (index, number) in order.enumerated() {
            let scalar = UInt32(number >> 40)
            if firsts.last?.scalar != scalar { firsts.append(broadsheet_first(scalar: scalar, from: UInt32(index))) }
            words.append(
                broadsheet_word(from: UInt32(number & 0xFF_FFFF), count: UInt32(0xFFFF - (number >> 24 & 0xFFFF))))
        }
        firsts.append(broadsheet_first(scalar: .max, from: UInt32(words.count)))
        self.init(
            scalars: UnsafeBufferPointer(rebasing: scalars[..<count]), words: .kept(words), firsts: .kept(firsts),
            key: key)
    }

    private static func number(_ scalars: UnsafeMutableBufferPointer<UInt32>, _ from: Int, _ end: Int) -> UInt64 {
        UInt64(scalars[from]) << 40 | UInt64(0xFFFF - (end - from)) << 24 | UInt64(from)
    }

    private func place(of first: UInt32) -> Int? {
        var from = 0
        var to = firsts.count - 1
        while from < to {
            let middle = (from + to) / 2
            if firsts[middle].scalar < first { from = middle + 1 } else { to = middle }
        }
        return firsts[from].scalar == first && from + 1 < firsts.count ? from : nil
    }

    /// Whether one of the words is this one scalar.
    func hasWord(_ scalar: UInt32) -> Bool {
        guard let place = place(of: scalar) else { return false }
        return words[Int(firsts[place + 1].from) - 1].count == 1
    }

    /// Scalars of the longest word that begins at a place; 0 for none.
    @inline(__always)
    func match(_ text: FoldedScalars, at: Int, end: Int) -> Int {
        guard at < end, text.begins(bit, at: at) else { return 0 }
        return longest(text, at: at, end: end)
    }

    private func longest(_ text: FoldedScalars, at: Int, end: Int) -> Int {
        let first = Self.lower(text[at])
        guard let place = place(of: first) else { return 0 }
        let isLatin = first < 0x250 && CharacterClasses.shared.of(first).isLetter
        if isLatin, at > 0, Self.isWord(text[at - 1]) { return 0 }
        next: for index in Int(firsts[place].from)..<Int(firsts[place + 1].from) {
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

    /// False only where none of the words is in the text.
    func mayBeIn(_ text: FoldedText) -> Bool { text.begun & bit == bit }

    /// Whether one of the words is anywhere between two places.
    func isIn(_ text: FoldedText, from: Int = 0, to: Int? = nil) -> Bool { find(text, from: from, to: to) != nil }

    func find(_ text: FoldedText, from: Int = 0, to: Int? = nil) -> (at: Int, length: Int)? {
        guard mayBeIn(text) else { return nil }
        let scalars = text.scalars
        let end = to ?? text.count
        if bit != 0 {
            for place in text.wordPlaces where place >= from {
                guard place < end else { break }
                let length = match(scalars, at: Int(place), end: end)
                if length > 0 { return (Int(place), length) }
            }
            return nil
        }
        var at = from
        while at < end {
            let length = match(scalars, at: at, end: end)
            if length > 0 { return (at, length) }
            at += 1
        }
        return nil
    }

    /// How many of the words are in the text, without overlaps.
    func count(in text: FoldedText) -> Int {
        guard mayBeIn(text) else { return 0 }
        let scalars = text.scalars
        var at = 0
        var found = 0
        if bit != 0 {
            for place in text.wordPlaces where place >= at {
                let length = match(scalars, at: Int(place), end: scalars.count)
                if length > 0 {
                    found += 1
                    at = Int(place) + length
                }
            }
            return found
        }
        while at < scalars.count {
            let length = match(scalars, at: at, end: scalars.count)
            if length > 0 { found += 1 }
            at += max(1, length)
        }
        return found
    }

    private static func isWord(_ value: UInt32) -> Bool {
        let kind = CharacterClasses.shared.of(value)
        return kind == .lower || kind == .upper
    }

    static func lower(_ value: UInt32) -> UInt32 {
        (0x41...0x5A).contains(value) ? value + 0x20 : value
    }

    /// Gives the first three scalars of each word; 0 for what a shorter one has not.
    func forEachBeginning(_ body: (_ first: UInt32, _ second: UInt32, _ third: UInt32) -> Void) {
        for word in words {
            let (from, count) = (Int(word.from), word.count)
            body(scalars[from], count > 1 ? scalars[from + 1] : 0, count > 2 ? scalars[from + 2] : 0)
        }
    }
}
