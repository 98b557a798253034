/// A place in a folded text, and the small steps that patterns consist of.
struct Cursor {
    unowned(unsafe) let text: FoldedText
    /// Copies of the text's pointers, so that no step counts references.
    private let scalars: FoldedScalars
    private let kinds: UnsafePointer<CharacterClass>
    var at: Int
    var end: Int

    init(_ text: FoldedText, at: Int = 0, end: Int? = nil) {
        self.text = text
        scalars = text.scalars
        kinds = text.classes
        self.at = at
        self.end = end ?? text.count
    }

    var isAtEnd: Bool { at >= end }
    var next: UInt32 { at < end ? scalars[at] : 0 }
    var kind: CharacterClass { at < end ? kinds[at] : .other }

    func kind(_ ahead: Int) -> CharacterClass { at + ahead < end ? kinds[at + ahead] : .other }

    @discardableResult
    mutating func skipSpaces() -> Int {
        let from = at
        while at < end, scalars[at] == 0x20 { at += 1 }
        return at - from
    }

    @discardableResult
    mutating func consume(_ mark: Unicode.Scalar) -> Bool {
        guard next == mark.value else { return false }
        at += 1
        return true
    }

    @discardableResult
    mutating func consume(anyOf marks: StaticMarks) -> Bool {
        guard at < end, marks.contains(next) else { return false }
        at += 1
        return true
    }

    /// A digit or a Han numeral is next.
    var isNumeral: Bool { at < end && scalars.begins(WordStarts.numerals, at: at) }

    /// Whether one of the words may begin here; false means that none does.
    func mayBegin(_ words: Words) -> Bool { at < end && scalars.begins(words.bit, at: at) }

    /// Whether a word of any of the lists with these bits may begin here.
    @inline(__always)
    func mayBegin(anyOf bits: UInt64) -> Bool { at < end && scalars.begins(anyOf: bits, at: at) }

    /// Moves past the longest of the words that begins here; returns whether one does.
    @discardableResult
    mutating func consume(_ words: Words) -> Bool {
        let length = words.match(scalars, at: at, end: end)
        at += length
        return length > 0
    }

    @discardableResult
    mutating func consumeDigits(atMost limit: Int = 4) -> Bool {
        let from = at
        while at < end, at - from < limit, kind == .digit { at += 1 }
        return at > from
    }

    func string(from: Int, to: Int) -> String { text.string(from: from, to: to) }
}
