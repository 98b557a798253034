import TextDecoding

/// What belongs between two lines of one text.
enum LineJunction: Equatable {
    case none, space
    /// Nothing, and the first line ends with a hyphen of so many bytes that only printing put there.
    case hyphen(Int)

    static func between(_ bytes: UnsafeBufferPointer<UInt8>, _ one: TextSpan, _ other: TextSpan, _ shape: PageShape)
        -> LineJunction
    {
        let classes = CharacterClasses.shared
        let last = bytes.scalar(before: one.end, from: one.start)
        let first = bytes.scalar(at: other.start).value
        let lastKind = classes.of(last)
        let firstKind = classes.of(first)
        if lastKind.isSolid || firstKind.isSolid || last >= 0x3001 && last <= 0x303F
            || first >= 0x3001 && first <= 0x303F
            || last >= 0xFF00 || first >= 0xFF00
        {
            return .none
        }
        if isInAddress(bytes, one, other) { return .none }
        if last == 0xAD { return .hyphen(2) }
        if last == 0x2D || last == 0x2010 {
            let size = last == 0x2D ? 1 : 3
            guard one.end - one.start > size else { return .none }
            let before = classes.of(bytes.scalar(before: one.end - size, from: one.start))
            if before == .other || before == .dash { return .space }
            guard firstKind == .lower, before == .lower || before == .letter || before == .upper else { return .none }
            let word = lowerWord(bytes, endingAt: one.end - size, from: one.start)
            let next = nextWord(bytes, other)
            if Hyphens.suspends(next) { return .space }
            return Hyphens.isOwn(word, before: next) ? .none : .hyphen(size)
        }
        // On a page of a script without spaces, lines cut Latin words too.
        if shape.isSolid { return .none }
        // Where Korean lines break inside words, as columns do, a word ended only where a space is left.
        if shape.isHangul, shape.breaksWords || !isNext(bytes, one, other) {
            return one.end < bytes.count && bytes[one.end] == 0x20 ? .space : .none
        }
        return .space
    }

    /// Whether no other line, and no blank one, is between the two.
    private static func isNext(_ bytes: UnsafeBufferPointer<UInt8>, _ one: TextSpan, _ other: TextSpan) -> Bool {
        guard one.end < other.start else { return false }
        let breaks = (one.end..<other.start).count { at in
            bytes[at] == 0x0A || bytes[at] == 0x0D && bytes[at + 1] != 0x0A
        }
        return breaks == 1
    }

    /// Whether an address goes on over the line's end: it ends with a mark that no address ends with, or the next word has marks
    /// of an address. A hyphen there is its own.
    private static func isInAddress(
        _ bytes: UnsafeBufferPointer<UInt8>, _ one: TextSpan, _ other: TextSpan
    ) -> Bool {
        guard "/-_=&%+~#.?".utf8.contains(bytes[one.end - 1]), isWord(bytes[other.start]) else { return false }
        var start = one.end
        while start > one.start, one.end - start < longestAddress, (0x21...0x7E).contains(bytes[start - 1]) {
            start -= 1
        }
        let address = bytes[start..<one.end]
        guard contains(address, "://") || contains(address, "www.") else { return false }
        // /, . and ? end a sentence or an address too.
        if "-_=&%+~#".utf8.contains(bytes[one.end - 1]) { return true }
        var end = other.start
        while end < other.end, (0x21...0x7E).contains(bytes[end]) { end += 1 }
        return bytes[other.start..<end].dropFirst().dropLast().contains { "/._-=&?%#".utf8.contains($0) }
    }

    private static func contains(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        var at = bytes.startIndex
        while at + count <= bytes.endIndex {
            if bytes[at] == word.utf8Start[0], (1..<count).allSatisfy({ bytes[at + $0] == word.utf8Start[$0] }) {
                return true
            }
            at += 1
        }
        return false
    }

    private static let longestAddress = 2048

    private static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) }

    /// The word in Latin letters that ends at a place, in lower case; at most its last sixteen letters.
    private static func lowerWord(_ bytes: UnsafeBufferPointer<UInt8>, endingAt end: Int, from start: Int) -> String {
        var at = end
        while at > start, end - at < 16 {
            if isLetter(bytes[at - 1]) {
                at -= 1
            } else if at - start > 1, bytes[at - 1] & 0xC0 == 0x80, (0xC3...0xC9).contains(bytes[at - 2]) {
                // ä, é, ř
                at -= 2
            } else {
                break
            }
        }
        return String(decoding: bytes[at..<end].map { isLetter($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    private static func nextWord(_ bytes: UnsafeBufferPointer<UInt8>, _ span: TextSpan) -> String {
        var at = span.start
        while at < span.end, at - span.start < 8, isLetter(bytes[at]) { at += 1 }
        return String(decoding: bytes[span.start..<at], as: UTF8.self)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
}
