/// A stretch of the source that became part of a story: UTF-8 offsets.
struct Piece {
    var start: Int
    var end: Int
    /// A look at the line has shown that it begins with no byline and no jump line; false where that is not known.
    var beginsPlainly: Bool
    /// Likewise that neither credit nor signature nor jump line stands at its end.
    var endsPlainly: Bool

    init(_ line: TextLine) {
        start = line.start
        end = line.end
        // Of a line as long as this no more was read than is read of a paragraph.
        let isLong = line.length > ClueFinder.longestShort
        beginsPlainly = isLong && line.clues.isDisjoint(with: [.opening, .startsJump])
        endsPlainly = isLong && line.closing == 0
    }
}

extension String {
    /// A stretch of UTF-8 that is known to be well-formed, between two scalars' borders: it is not checked again.
    init(of bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        let stretch = UnsafeBufferPointer(rebasing: bytes[range])
        self = String(copying: unsafe UTF8Span(unchecked: stretch.span))
    }
}

/// Puts the lines of one text together again: the break goes, and with it the hyphen that the break brought.
struct PieceJoiner {
    let bytes: UnsafeBufferPointer<UInt8>
    let shape: PageShape

    func text(_ pieces: ArraySlice<Piece>) -> String {
        withText(pieces) { String(of: $0, $1) }
    }

    /// Calls the body with the joined text: a range of the bytes that are passed, which are the source's where the text
    /// is one piece of it.
    func withText<Result>(
        _ pieces: ArraySlice<Piece>, _ body: (UnsafeBufferPointer<UInt8>, Range<Int>) -> Result
    ) -> Result {
        guard let first = pieces.first else { return body(bytes, 0..<0) }
        if pieces.count == 1 { return body(bytes, first.start..<first.end) }
        let capacity = pieces.reduce(0) { $0 + $1.end - $1.start + 1 }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { buffer in
            var count = 0
            var previous: Piece?
            for piece in pieces {
                if let previous {
                    switch Seam.between(bytes, previous, piece, shape) {
                    case .none: break
                    case .space:
                        buffer[count] = 0x20
                        count += 1
                    case .hyphen(let length): count -= length
                    }
                }
                let length = piece.end - piece.start
                (buffer.baseAddress.unsafelyUnwrapped + count).update(
                    from: bytes.baseAddress.unsafelyUnwrapped + piece.start, count: length)
                count += length
                previous = piece
            }
            return body(UnsafeBufferPointer(rebasing: buffer[..<count]), 0..<count)
        }
    }
}

/// What stood between two lines of one text.
enum Seam: Equatable {
    case none, space
    /// A hyphen of this many bytes that only the printing put there.
    case hyphen(Int)

    static func between(_ bytes: UnsafeBufferPointer<UInt8>, _ one: Piece, _ other: Piece, _ shape: PageShape) -> Seam {
        let classes = ScalarClasses.shared
        let last = scalar(bytes, before: one.end, from: one.start)
        let first = scalar(bytes, at: other.start)
        let lastKind = classes.of(last)
        let firstKind = classes.of(first)
        if lastKind.isSolid || firstKind.isSolid || last >= 0x3001 && last <= 0x303F
            || first >= 0x3001 && first <= 0x303F
            || last >= 0xFF00 || first >= 0xFF00
        {
            return .none
        }
        if last == 0xAD { return .hyphen(2) }
        if last == 0x2D || last == 0x2010 {
            let size = last == 0x2D ? 1 : 3
            guard one.end - one.start > size else { return .none }
            let before = classes.of(scalar(bytes, before: one.end - size, from: one.start))
            if before == .other || before == .dash { return .space }
            guard firstKind == .lower, before == .lower || before == .letter || before == .upper else { return .none }
            let word = lowerWord(bytes, endingAt: one.end - size, from: one.start)
            if Hyphens.suspends(nextWord(bytes, other)) { return .space }
            return Hyphens.isOwn(word) ? .none : .hyphen(size)
        }
        // On a page without spaces a word of letters was cut as anything else is.
        if shape.isSolid { return .none }
        // Korean lines break inside words: only a space that was left behind tells that one ended.
        if shape.isHangul { return one.end < bytes.count && bytes[one.end] == 0x20 ? .space : .none }
        return .space
    }

    static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at: Int) -> UInt32 {
        decode(bytes, at)
    }

    static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, before end: Int, from start: Int) -> UInt32 {
        var at = end - 1
        while at > start, bytes[at] & 0xC0 == 0x80 { at -= 1 }
        return at >= start ? decode(bytes, at) : 0x20
    }

    private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt32 {
        let lead = UInt32(bytes[at])
        func tail(_ place: Int) -> UInt32 { UInt32(bytes[at + place] & 0x3F) }
        if lead < 0x80 { return lead }
        if lead < 0xE0 { return (lead & 0x1F) << 6 | tail(1) }
        if lead < 0xF0 { return (lead & 0x0F) << 12 | tail(1) << 6 | tail(2) }
        return (lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3)
    }

    /// The ASCII word that ends at the place, in lower case; at most sixteen letters of it.
    private static func lowerWord(_ bytes: UnsafeBufferPointer<UInt8>, endingAt end: Int, from start: Int) -> String {
        var at = end
        while at > start, end - at < 16, isLetter(bytes[at - 1]) { at -= 1 }
        return String(decoding: bytes[at..<end].map { $0 | 0x20 }, as: UTF8.self)
    }

    private static func nextWord(_ bytes: UnsafeBufferPointer<UInt8>, _ piece: Piece) -> String {
        var at = piece.start
        while at < piece.end, at - piece.start < 8, isLetter(bytes[at]) { at += 1 }
        return String(decoding: bytes[piece.start..<at], as: UTF8.self)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
}

/// Which hyphen at a line's end is the word's own.
enum Hyphens {
    /// First parts that stand alone as words and seldom begin an undivided one: the hyphen of two-year-old stays.
    private static let own: Set<String> = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "thirty",
        "forty",
        "fifty", "sixty", "seventy", "eighty", "ninety", "year", "month", "week", "day", "hour", "minute", "mile",
        "foot",
        "inch", "acre", "story", "man", "long", "short", "high", "low", "full", "half", "part", "well", "ill", "self",
        "first",
        "second", "third", "last", "old", "new", "young", "left", "right", "hard", "soft", "big", "small", "large",
        "free",
        "ex", "vice", "non", "co", "so", "all", "cross", "mid", "early", "late", "much", "best", "better", "open",
        "close",
        "state", "city", "town", "county", "water", "fire", "air", "land", "sea", "boil", "walk", "round", "back",
        "post",
        "pre", "anti", "multi", "semi", "decade", "family", "world", "middle", "lower", "upper", "single", "double",
        "triple",
        "to", "by", "in", "up", "off", "on", "of", "the", "and", "at", "be",
    ]
    /// Latin stems that are divided inside a word more often than behind it.
    private static let doubtful: Set<String> = [
        "pre", "co", "anti", "semi", "in", "so", "be", "to", "on", "of", "at", "non", "post", "back", "man", "part",
        "first", "long", "all", "multi", "up", "off", "by", "the", "and", "state", "air", "sea", "land", "fire", "for",
    ]

    static func isOwn(_ word: String) -> Bool { own.contains(word) && !doubtful.contains(word) }

    /// Vor- und Nachteile: the hyphen hangs, and a space follows.
    static func suspends(_ next: String) -> Bool {
        ["und", "oder", "bzw", "and", "or", "to", "sowie", "bis"].contains(next)
    }
}
