/// A short stretch of a line with width and brackets folded, so that one pattern reads （記者　張三） and (記者 張三).
///
/// Han stay as they are; full-width forms become ASCII, every white space a plain space, 【 〔 ［ become [.
///
/// A cursor does not keep its text alive: whoever makes one from a string uses `with`.
final class Folded {
    private var storage: UnsafeMutablePointer<UInt32>
    private var places: UnsafeMutablePointer<Int>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int = 192) {
        self.capacity = capacity
        storage = .allocate(capacity: capacity)
        places = .allocate(capacity: capacity + 1)
        places[0] = 0
    }

    deinit {
        storage.deallocate()
        places.deallocate()
    }

    /// Calls the body with the folded text.
    static func with<Result>(_ text: some StringProtocol, _ body: (Folded) -> Result) -> Result {
        let folded = Folded()
        var text = String(text)
        text.withUTF8 { folded.load($0, from: 0, to: $0.count) }
        return withExtendedLifetime(folded) { body(folded) }
    }

    var scalars: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(start: storage, count: count) }
    /// UTF-8 offset of each scalar, and of the end.
    var offsets: UnsafePointer<Int> { UnsafePointer(places) }

    private func append(_ scalar: UInt32, at offset: Int) {
        if count == capacity { grow() }
        storage[count] = scalar
        places[count] = offset
        count += 1
    }

    private func grow() {
        let wider = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity * 2)
        let more = UnsafeMutablePointer<Int>.allocate(capacity: capacity * 2 + 1)
        wider.update(from: storage, count: count)
        more.update(from: places, count: count)
        storage.deallocate()
        places.deallocate()
        storage = wider
        places = more
        capacity *= 2
    }

    func string(from: Int, to: Int) -> String {
        var result = ""
        for place in from..<to { result.unicodeScalars.append(Unicode.Scalar(storage[place]) ?? "\u{FFFD}") }
        return result
    }

    /// Takes in the bytes from `start` to `end`, which lie on scalar borders.
    func load(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
        count = 0
        var at = start
        while at < end {
            let lead = bytes[at]
            var value = UInt32(lead)
            var size = 1
            if lead >= 0xF0, at + 3 < bytes.count {
                value =
                    (value & 0x07) << 18 | UInt32(bytes[at + 1] & 0x3F) << 12 | UInt32(bytes[at + 2] & 0x3F) << 6
                    | UInt32(bytes[at + 3] & 0x3F)
                size = 4
            } else if lead >= 0xE0, at + 2 < bytes.count {
                value = (value & 0x0F) << 12 | UInt32(bytes[at + 1] & 0x3F) << 6 | UInt32(bytes[at + 2] & 0x3F)
                size = 3
            } else if lead >= 0x80, at + 1 < bytes.count {
                value = (value & 0x1F) << 6 | UInt32(bytes[at + 1] & 0x3F)
                size = 2
            }
            append(Self.fold(value), at: at)
            at += size
        }
        places[count] = end
    }

    /// 诗　苑 as 诗苑; its offsets are of no use.
    var withoutSpaces: Folded {
        let text = Folded()
        for scalar in scalars where scalar != 0x20 { text.append(scalar, at: 0) }
        text.places[text.count] = 0
        return text
    }

    static func fold(_ value: UInt32) -> UInt32 {
        if value < 0x80 { return value == 0x09 ? 0x20 : value }
        switch value {
        case 0xFF01...0xFF5E: return value - 0xFEE0
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

    /// First `limit` scalars' end, as a byte offset.
    static func head(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, limit: Int) -> Int {
        var at = start
        var left = limit
        while at < end, left > 0 {
            let lead = bytes[at]
            at += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
            left -= 1
        }
        return min(at, end)
    }

    /// Last `limit` scalars' start, as a byte offset.
    static func tail(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, limit: Int) -> Int {
        var at = end
        var left = limit
        while at > start, left > 0 {
            at -= 1
            while at > start, bytes[at] & 0xC0 == 0x80 { at -= 1 }
            left -= 1
        }
        return at
    }
}

/// A place in a folded text, and the small steps that patterns are made of.
struct Cursor {
    unowned(unsafe) let text: Folded
    var at: Int
    var end: Int

    init(_ text: Folded, at: Int = 0, end: Int? = nil) {
        self.text = text
        self.at = at
        self.end = end ?? text.count
    }

    var isAtEnd: Bool { at >= end }
    var next: UInt32 { at < end ? text.scalars[at] : 0 }
    var kind: ScalarClass { at < end ? ScalarClasses.shared.of(text.scalars[at]) : .other }

    func kind(_ ahead: Int) -> ScalarClass {
        at + ahead < end ? ScalarClasses.shared.of(text.scalars[at + ahead]) : .other
    }

    @discardableResult
    mutating func skipSpaces() -> Int {
        let from = at
        while at < end, text.scalars[at] == 0x20 { at += 1 }
        return at - from
    }

    @discardableResult
    mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard next == mark.value else { return false }
        at += 1
        return true
    }

    @discardableResult
    mutating func take(anyOf marks: StaticMarks) -> Bool {
        guard at < end, marks.contains(next) else { return false }
        at += 1
        return true
    }

    /// The longest of the words that stands here.
    @discardableResult
    mutating func take(_ words: Words) -> Bool {
        let length = words.match(text.scalars, at: at, end: end)
        at += length
        return length > 0
    }

    @discardableResult
    mutating func takeDigits(atMost limit: Int = 4) -> Bool {
        let from = at
        while at < end, at - from < limit, kind == .digit { at += 1 }
        return at > from
    }

    func string(from: Int, to: Int) -> String { text.string(from: from, to: to) }
}

/// A handful of marks.
final class StaticMarks: Sendable {
    private let values: [UInt32]
    init(_ marks: String) { values = marks.unicodeScalars.map(\.value) }
    func contains(_ value: UInt32) -> Bool { values.contains(value) }
}

/// Words of the trade, found at a place in folded text. ASCII words match in either case and only as whole words.
final class Words: Sendable {
    /// First scalars in order, and the words that begin with each, longest first.
    private let firsts: [UInt32]
    private let words: [[[UInt32]]]
    /// Which of 256 low bytes a first scalar can have; most places of a text end here.
    private let low: (UInt64, UInt64, UInt64, UInt64)

    init(_ list: String) {
        var byFirst: [UInt32: [[UInt32]]] = [:]
        for word in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let scalars = word.unicodeScalars.map { Self.lower($0 == "_" ? 0x20 : Folded.fold($0.value)) }
            byFirst[scalars[0], default: []].append(scalars)
        }
        firsts = byFirst.keys.sorted()
        words = firsts.map { byFirst[$0]!.sorted { $0.count > $1.count } }
        var low: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        for first in firsts {
            let bit: UInt64 = 1 << UInt64(first & 63)
            switch first >> 6 & 3 {
            case 0: low.0 |= bit
            case 1: low.1 |= bit
            case 2: low.2 |= bit
            default: low.3 |= bit
            }
        }
        self.low = low
    }

    private func mayBegin(_ scalar: UInt32) -> Bool {
        let bit: UInt64 = 1 << UInt64(scalar & 63)
        switch scalar >> 6 & 3 {
        case 0: return low.0 & bit != 0
        case 1: return low.1 & bit != 0
        case 2: return low.2 & bit != 0
        default: return low.3 & bit != 0
        }
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
    func match(_ text: UnsafeBufferPointer<UInt32>, at: Int, end: Int) -> Int {
        guard at < end else { return 0 }
        let first = Self.lower(text[at])
        guard mayBegin(first), let place = place(of: first) else { return 0 }
        let classes = ScalarClasses.shared
        next: for word in words[place] where word.count <= end - at {
            for place in 1..<max(1, word.count) where Self.lower(text[at + place]) != word[place] { continue next }
            if word[0] < 0x250, classes.of(word[0]).isLetter {
                if at > 0, Self.isWord(text[at - 1]) { continue }
                if at + word.count < end, Self.isWord(text[at + word.count]) { continue }
            }
            return word.count
        }
        return 0
    }

    /// Whether one of the words stands anywhere between the places.
    func isIn(_ text: Folded, from: Int = 0, to: Int? = nil) -> Bool { find(text, from: from, to: to) != nil }

    func find(_ text: Folded, from: Int = 0, to: Int? = nil) -> (at: Int, length: Int)? {
        let end = to ?? text.count
        var at = from
        while at < end {
            let length = match(text.scalars, at: at, end: end)
            if length > 0 { return (at, length) }
            at += 1
        }
        return nil
    }

    /// How many of the words stand in the text, not counting overlaps.
    func count(in text: Folded) -> Int {
        var at = 0
        var found = 0
        while at < text.count {
            let length = match(text.scalars, at: at, end: text.count)
            if length > 0 { found += 1 }
            at += max(1, length)
        }
        return found
    }

    private static func isWord(_ value: UInt32) -> Bool {
        let kind = ScalarClasses.shared.of(value)
        return kind == .lower || kind == .upper
    }

    private static func lower(_ value: UInt32) -> UInt32 {
        (0x41...0x5A).contains(value) ? value + 0x20 : value
    }
}
