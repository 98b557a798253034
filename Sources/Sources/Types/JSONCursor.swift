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

    func peekString() -> Slice<UnsafeBufferPointer<UInt8>>? {
        var copy = self
        return copy.string()
    }

    /// Moves past a comma, if there is one, a key and its colon; nil where there is no whole one.
    mutating func key() -> Slice<UnsafeBufferPointer<UInt8>>? {
        _ = skip(UInt8(ascii: ","))
        guard let key = string(), skip(UInt8(ascii: ":")) else { return nil }
        return key
    }

    /// Moves past a value of any kind; false where it is cut.
    mutating func skipValue() -> Bool {
        var depth = 0
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                guard string() != nil else { return false }
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                advance()
                continue
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard depth > 0 else { return true }
                depth -= 1
                advance()
            default:
                advance()
                if depth == 0, byte != UInt8(ascii: ",") { continue }
            }
            if depth == 0 { return true }
        }
        return false
    }

    private mutating func advance() {
        at += 1
        skipSpaces()
    }

    private mutating func skipSpaces() {
        while at < bytes.count, FileType.isSpace(bytes[at]) { at += 1 }
    }
}
