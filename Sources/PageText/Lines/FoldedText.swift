import TextDecoding
import TextFolding

/// A short part of a line with width and brackets folded, so that one pattern matches （記者　張三） and (記者 張三).
///
/// Han stay as they are; full-width forms become ASCII, every white space a plain space, 【 〔 ［ become [. Ligatures are their
/// letters, characters that are spelt (`&nbsp;`) themselves, ○ between Han numerals is 〇, and soft hyphens and
/// markup (see `LeftoverMarkup`) are not there.
///
/// A cursor does not keep its text alive: to make one from a string, use `with`.
final class FoldedText {
    private var storage: UnsafeMutablePointer<UInt32>
    private var marks: UnsafeMutablePointer<UInt64>
    private var kinds: UnsafeMutablePointer<CharacterClass>
    /// The places where a word of a list may begin, in order.
    private var places: UnsafeMutablePointer<Int32>
    private var placeCount = 0
    private var capacity: Int
    private(set) var count = 0
    /// The word lists (see `WordStarts`) of which a word may begin somewhere in the text.
    private(set) var begun: UInt64 = 0
    let starts = WordStarts.shared
    /// The classes of its scalars, a bit each, and its ASCII marks, a bit each (see `bit(of:)`).
    private var classSet: UInt16 = 0
    private var markSet: UInt64 = 0
    /// The bytes that were loaded, and the offset of the first.
    private var source = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    private var from = 0

    init(capacity: Int = 192) {
        self.capacity = capacity
        storage = .allocate(capacity: capacity)
        marks = .allocate(capacity: capacity)
        kinds = .allocate(capacity: capacity)
        places = .allocate(capacity: capacity)
    }

    deinit {
        storage.deallocate()
        marks.deallocate()
        kinds.deallocate()
        places.deallocate()
    }

    /// Calls the body with the folded text.
    static func with<Result>(_ text: some StringProtocol, _ body: (FoldedText) -> Result) -> Result {
        let folded = FoldedText()
        var text = String(text)
        text.withUTF8 { folded.load($0, from: 0, to: $0.count) }
        return withExtendedLifetime(folded) { body(folded) }
    }

    /// The places where a word of a list may begin, in order; a list without a bit has words anywhere.
    var wordPlaces: UnsafeBufferPointer<Int32> { UnsafeBufferPointer(start: places, count: placeCount) }

    var scalars: FoldedScalars { FoldedScalars(start: storage, marks: marks, count: count) }
    /// UTF-8 offsets of the scalars and of the end; valid as long as the loaded bytes are.
    var offsets: Offsets { Offsets(source: source, from: from) }

    /// Offsets are rarely asked for, so they are counted anew each time.
    struct Offsets {
        fileprivate let source: UnsafeBufferPointer<UInt8>
        fileprivate let from: Int

        subscript(place: Int) -> Int {
            var (at, left) = (from, place)
            while left > 0 {
                let unit = FoldedText.unit(source, at: at)
                left -= unit.count
                at = unit.end
            }
            return at
        }
    }
    /// The bits of lists (see `WordStarts`) of roles, and of all that a byline can begin with.
    var roleBits: UInt64 { starts.roles }
    var bylineBits: UInt64 { starts.bylines }

    /// False only where no word of the lists with these bits is in the text, or at its beginning.
    func mayHave(anyOf bits: UInt64) -> Bool { begun & bits != 0 }
    func mayBegin(anyOf bits: UInt64) -> Bool { count > 0 && marks[0] & bits != 0 }

    /// Whether the text has a scalar of the class.
    func has(_ kind: CharacterClass) -> Bool { classSet >> UInt16(kind.rawValue) & 1 == 1 }
    /// False only where a mark of ASCII, no letter, is not in the text.
    func mayHave(_ mark: Unicode.Scalar) -> Bool { markSet & Self.bit(of: mark.value) != 0 }

    /// Some of the marks share a bit, with each other and with letters.
    @inline(__always)
    private static func bit(of scalar: UInt32) -> UInt64 {
        1 &<< UInt64(truncatingIfNeeded: scalar & (scalar < 0x60 ? 63 : 31))
    }

    /// Whether the text has a digit or a Han numeral.
    var hasNumeral: Bool { begun & WordStarts.numerals != 0 }

    var classes: UnsafePointer<CharacterClass> { UnsafePointer(kinds) }
    func kind(_ at: Int) -> CharacterClass { kinds[at] }

    /// Makes room for so many scalars, and drops those that are there.
    private func reserve(_ room: Int) {
        count = 0
        guard room > capacity else { return }
        storage.deallocate()
        marks.deallocate()
        kinds.deallocate()
        places.deallocate()
        capacity = room
        storage = .allocate(capacity: capacity)
        marks = .allocate(capacity: capacity)
        kinds = .allocate(capacity: capacity)
        places = .allocate(capacity: capacity)
    }

    @inline(__always)
    private func append(_ scalar: UInt32) {
        storage[count] = scalar
        let entry = starts.entry(scalar)
        kinds[count] = entry.kind
        marks[count] = UInt64(entry.start)
        classSet |= 1 &<< UInt16(entry.kind.rawValue)
        if scalar < 0x80 { markSet |= Self.bit(of: scalar) }
        count += 1
    }

    /// Finds which words may begin at each place by two or three scalars: `marks` holds the first's index in `WordStarts` until then.
    private func finish() {
        let starts = starts
        var begun: UInt64 = 0
        var placeCount = 0
        let (storage, marks, kinds, places, count) = (storage, marks, kinds, places, count)
        for at in 0..<count {
            let index = Int(truncatingIfNeeded: marks[at])
            // In most places no word begins.
            if index == 0 { continue }
            let kind = kinds[at]
            let isLetter = kind == .lower || kind == .upper
            let next = at + 1 < count ? storage[at + 1] : 0
            var mark: UInt64 = 0
            if isLetter, at > 0, kinds[at - 1] == .lower || kinds[at - 1] == .upper {
            } else if isLetter, storage[at] < 0x80 {
                mark = starts.begun(storage[at], next, at + 2 < count ? storage[at + 2] : 0)
            } else {
                mark = starts.begun(index, storage[at], next)
            }
            marks[at] = mark
            if mark != 0 {
                begun |= mark
                places[placeCount] = Int32(truncatingIfNeeded: at)
                placeCount &+= 1
            }
        }
        self.begun = begun
        self.placeCount = placeCount
    }

    func string(from: Int, to: Int) -> String {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(1, (to - from) * 4)) { room in
            var count = 0
            for place in from..<to {
                for byte in UTF8.encode(Unicode.Scalar(storage[place]) ?? "\u{FFFD}").unsafelyUnwrapped {
                    room[count] = byte
                    count += 1
                }
            }
            return String(decoding: room[..<count], as: UTF8.self)
        }
    }

    /// Replaces the text by the bytes from `start` to `end`, which are scalar boundaries, and at most `limit` scalars of them.
    func load(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, limit: Int = .max) {
        // A ligature has as many bytes as letters, at most.
        reserve(min(end - start, limit == .max ? .max : limit + 2))
        source = bytes
        from = start
        begun = 0
        placeCount = 0
        (classSet, markSet) = (0, 0)
        guard let base = bytes.baseAddress else { return }
        // In local variables, so that no write forces them to be loaded again.
        let (storage, marks, kinds, table) = (storage, marks, kinds, starts.table)
        var count = 0
        var at = start
        var (classSet, markSet): (UInt16, UInt64) = (0, 0)
        @inline(__always) func append(_ value: UInt32) {
            let entry = value < 0x10000 ? table[Int(truncatingIfNeeded: value)] : WordStarts.entry(beyond: value)
            storage[count] = value
            kinds[count] = unsafeBitCast(UInt8(truncatingIfNeeded: entry & 15), to: CharacterClass.self)
            marks[count] = UInt64(truncatingIfNeeded: entry &>> 4)
            classSet |= 1 &<< (entry & 15)
            count &+= 1
        }
        // Before this offset three bytes can be read.
        let whole = min(end, bytes.count - 2)
        while at < end, count < limit {
            // Runs of Han, which fold to themselves and are no Latin words.
            while at < whole, count < limit, base[at] &- 0xE4 <= 0xE9 - 0xE4 {
                append(UTF8Scalar.value(base[at], base[at &+ 1], base[at &+ 2]))
                at &+= 3
            }
            // Runs of ASCII, which does so too.
            while at < end, count < limit, Self.isPlain(base[at]) {
                append(UInt32(base[at]))
                markSet |= Self.bit(of: UInt32(base[at]))
                let isLetter = (base[at] | 0x20) &- 0x61 < 26
                at &+= 1
                guard isLetter else { continue }
                // Inside of a word no other begins.
                guard at < end, count < limit, base[at] &- 0x61 < 26 else { continue }
                classSet |= 1 &<< UInt16(CharacterClass.lower.rawValue)
                while at < end, count < limit, base[at] &- 0x61 < 26 {
                    storage[count] = UInt32(base[at])
                    kinds[count] = .lower
                    marks[count] = 0
                    count &+= 1
                    at &+= 1
                }
            }
            guard at < end, count < limit else { break }
            let unit = Self.unit(bytes, at: at)
            // What the end cuts is no reference.
            let (scalar, next) = unit.end <= end ? (unit.scalar, unit.end) : (UInt32(base[at]), at &+ 1)
            at = next
            if Self.isLigature(scalar) {
                for letter in PlainForms.plain(scalar) ?? [scalar] { append(letter) }
            } else if HanNumeral.isCircle(scalar), count > 0, at < end,
                HanNumeral.isZero(scalar, after: storage[count &- 1], before: bytes.scalar(at: at).value)
            {
                append(HanNumeral.zero)
            } else if scalar == 0xFF0E, count > 0, at < end, Self.isHan(storage[count &- 1]),
                Self.isHan(bytes.scalar(at: at).value)
            {
                append(0xB7)  // 撰文．攝影
            } else if scalar != Self.softHyphen {
                let folded = Self.fold(scalar)
                if folded < 0x80 { markSet |= Self.bit(of: folded) }
                append(folded)
            }
        }
        self.count = count
        (self.classSet, self.markSet) = (classSet, markSet)
        finish()
    }

    /// 诗　苑 as 诗苑; the result has no offsets.
    var withoutSpaces: FoldedText {
        let text = FoldedText(capacity: max(1, count))
        for scalar in scalars where scalar != 0x20 { text.append(scalar) }
        text.finish()
        return text
    }

    private static let softHyphen: UInt32 = 0xAD

    private static func isHan(_ scalar: UInt32) -> Bool { (0x4E00...0x9FFF).contains(scalar) }

    private static func isLigature(_ scalar: UInt32) -> Bool { (0xFB00...0xFB06).contains(scalar) }

    /// The character at an offset, also one that is spelt, the offset behind it, and how many scalars of the folded text it is.
    @inline(__always)
    private static func unit(
        _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
    ) -> (scalar: UInt32, end: Int, count: Int) {
        if mayBeMarkup(bytes[offset]) {
            if bytes[offset] == UInt8(ascii: "&") {
                if let reference = CharacterReference.decodeVisible(bytes, at: offset) {
                    return (reference.scalar.value, reference.end, reference.scalar.value == softHyphen ? 0 : 1)
                }
            } else {
                let length = LeftoverMarkup.length(bytes, at: offset)
                if length > 0 { return (softHyphen, offset + length, 0) }
            }
        }
        let (scalar, length) = bytes.scalar(at: offset)
        if scalar == softHyphen { return (scalar, offset + length, 0) }
        return (scalar, offset + length, isLigature(scalar) ? PlainForms.plain(scalar)?.count ?? 1 : 1)
    }

    /// ASCII that is neither markup nor white space but a space.
    @inline(__always)
    private static func isPlain(_ byte: UInt8) -> Bool { byte &- 0x20 < 0x60 && !mayBeMarkup(byte) }

    /// &, <, * or #, all in one test.
    @inline(__always)
    private static func mayBeMarkup(_ byte: UInt8) -> Bool {
        let marks: UInt64 = 1 << 0x26 | 1 << 0x3C | 1 << 0x2A | 1 << 0x23
        return byte < 64 && marks &>> UInt64(byte) & 1 == 1
    }

    @inline(__always)
    static func fold(_ value: UInt32) -> UInt32 {
        if value < 0x80 { return value == 0x09 ? 0x20 : value }
        if value >= 0x3100, value < 0xF900 { return value }
        let value = PlainForms.single(value)
        switch value {
        case 0xFF01...0xFF5E: return WidthFolding.narrow(value)
        case 0x3000, 0xA0, 0x2002...0x200A, 0x202F: return 0x20
        case 0x3010, 0x3014, 0x3016: return 0x5B  // 【〔〖
        case 0x3011, 0x3015, 0x3017: return 0x5D
        case 0x2010, 0x2011, 0x2012, 0x2013, 0x2212: return 0x2D
        case 0xFF5F...0xFF60: return 0x28 + value - 0xFF5F
        case 0x2022, 0x30FB, 0xFF65, 0x2027: return 0xB7  // ·
        case 0x2236: return 0x3A
        default: return value
        }
    }

    /// The byte offset at which the last `limit` scalars begin.
    static func tail(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, limit: Int) -> Int {
        var at = end
        var left = limit
        while at > start, left > 0 {
            left -= 1
            // Most are Han.
            if at - 3 >= start, bytes[at - 3] >= 0xE4, bytes[at - 3] <= 0xE9 {
                at -= 3
                continue
            }
            at -= 1
            while at > start, UTF8Scalar.isTail(bytes[at]) { at -= 1 }
        }
        return at
    }
}

/// The scalars of a folded text, with the word lists of which a word may begin at each.
struct FoldedScalars: RandomAccessCollection {
    fileprivate let start: UnsafePointer<UInt32>
    fileprivate let marks: UnsafePointer<UInt64>
    let count: Int

    var startIndex: Int { 0 }
    var endIndex: Int { count }
    subscript(at: Int) -> UInt32 { start[at] }

    /// Whether a word of the lists with this bit may begin at the place.
    @inline(__always)
    func begins(_ bit: UInt64, at place: Int) -> Bool { marks[place] & bit == bit }

    @inline(__always)
    func begins(anyOf bits: UInt64, at place: Int) -> Bool { marks[place] & bits != 0 }
}
