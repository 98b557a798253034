/// A place in JSON that may be cut off; every step ends at the end of the bytes.
struct JSONCursor {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        skipSpaces()
    }

    /// The byte here; nil at the end.
    var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    /// Whether nothing follows the byte here.
    var isLast: Bool {
        var rest = self
        rest.advance()
        return rest.next == nil
    }

    /// Moves past the byte, and white space behind it, if it is the one here.
    mutating func skip(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        advance()
        return true
    }

    /// Moves past a string, whose bytes it returns as they are written; nil where there is none, or its end is missing.
    mutating func string() -> Slice<UnsafeBufferPointer<UInt8>>? {
        guard next == UInt8(ascii: "\"") else { return nil }
        var end = at + 1
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") { end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1 }
        guard end < bytes.count else {
            at = bytes.count
            return nil
        }
        defer {
            at = end
            advance()
        }
        return bytes[at + 1..<end]
    }

    private static let numbersAndNames = Set("0123456789+-.Eaeflnrstu".utf8)

    /// Moves past a number or one of JSON's three names, if one is here.
    mutating func skipNumberOrName() -> Bool {
        let word = bytes[at...].prefix { Self.numbersAndNames.contains($0) }
        let text = String(decoding: word, as: UTF8.self)
        // Double reads names of its own, which begin with letters.
        let isNumber = text.utf8.first.map { $0 < 0x3A } == true && Double(text) != nil
        guard isNumber || ["true", "false", "null"].contains(text) else { return false }
        at = word.endIndex
        skipSpaces()
        return true
    }

    private mutating func advance() {
        at += 1
        skipSpaces()
    }

    private mutating func skipSpaces() {
        while at < bytes.count, FileType.isSpace(bytes[at]) { at += 1 }
    }
}
