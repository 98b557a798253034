import Glibc

/// Finds the parts of a JSON Feed while its bytes arrive: the top-level values and the elements of `items`.
///
/// It splits and does not decode: it follows strings and nesting, each byte is looked at once, and the nesting is a
/// number and no recursion. What is between two marks of structure may be ill-formed; the decoder says so later.
struct FeedScanner: Sendable {
    /// Positions are bytes from the start of the document.
    struct Field: Sendable {
        var name: String
        var value: Range<Int>
    }

    /// The top-level values found since `drain` was called last, without `items`.
    private(set) var fields: [Field] = []
    /// The elements of `items` found since then.
    private(set) var items: [Range<Int>] = []
    /// Where the `items` array begins; nil where it has not begun.
    private(set) var itemsStart: Int?

    /// Whether the value that has begun last is that of our own extension.
    var isAtExtension: Bool { value != .none && place == .value && key.elementsEqual("_broadsheet".utf8) }
    /// Whether the object was closed where it should be.
    var isComplete: Bool { place == .end }
    /// Whether something stood where JSON does not allow it; what follows is not looked at.
    var isBroken: Bool { place == .broken }
    /// Whether further bytes change nothing.
    var isAtEnd: Bool { isComplete || isBroken }

    /// What may come next outside of values.
    private enum Place { case start, key, insideKey, colon, value, item, end, broken }
    /// The value that is being passed.
    private enum Value { case none, string, container, scalar }

    private var place = Place.start
    private var value = Value.none
    /// Brackets and braces that are open inside the value.
    private var depth = 0
    private var isInString = false
    /// An odd number of backslashes has just been passed in a string.
    private var isEscaped = false
    private var valueStart = 0
    private var key: [UInt8] = []
    /// Bytes before the present chunk.
    private var passed = 0

    /// Longer keys are none that a feed has.
    private static let longestKey = 64

    /// Hands over what was found, and forgets it.
    mutating func drain() -> (fields: [Field], items: [Range<Int>]) {
        defer {
            fields.removeAll(keepingCapacity: true)
            items.removeAll(keepingCapacity: true)
        }
        return (fields, items)
    }

    /// Looks at the next bytes of the document.
    mutating func scan(_ bytes: UnsafeRawBufferPointer) {
        var at = 0
        while at < bytes.count {
            if isInString {
                at = endOfString(in: bytes, from: at)
            } else if value != .none {
                at = endOfValue(in: bytes, from: at)
            } else if place == .end || place == .broken {
                break
            } else {
                passStructure(bytes[at], at: at)
                at += value == .scalar || value == .container ? 0 : 1
            }
        }
        passed += bytes.count
    }

    /// Passes a byte outside of values.
    private mutating func passStructure(_ byte: UInt8, at: Int) {
        switch (place, byte) {
        case (_, 0x20), (_, 0x09), (_, 0x0A), (_, 0x0D): break
        case (.start, UInt8(ascii: "{")): place = .key
        // A byte order mark.
        case (.start, 0xEF) where passed + at == 0, (.start, 0xBB) where passed + at == 1,
            (.start, 0xBF) where passed + at == 2:
            break
        case (.key, UInt8(ascii: "\"")):
            key.removeAll(keepingCapacity: true)
            place = .insideKey
            isInString = true
        case (.key, UInt8(ascii: ",")): break
        case (.key, UInt8(ascii: "}")): place = .end
        case (.colon, UInt8(ascii: ":")): place = .value
        case (.value, UInt8(ascii: "[")) where itemsStart == nil && key.elementsEqual("items".utf8):
            itemsStart = passed + at
            place = .item
        case (.item, UInt8(ascii: ",")): break
        case (.item, UInt8(ascii: "]")): place = .key
        case (.value, _), (.item, _): begin(byte, at: at)
        default: place = .broken
        }
    }

    private mutating func begin(_ byte: UInt8, at: Int) {
        valueStart = passed + at
        switch byte {
        case UInt8(ascii: "\""): (value, isInString) = (.string, true)
        case UInt8(ascii: "{"), UInt8(ascii: "["): value = .container
        case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":"): place = .broken
        default: value = .scalar
        }
    }

    private mutating func endOfValue(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var at = start
        if value == .scalar {
            while at < bytes.count {
                switch bytes[at] {
                case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
                    finishValue(at: at)
                    return at
                default: at += 1
                }
            }
            return at
        }
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "\""):
                isInString = true
                return at
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 {
                    finishValue(at: at)
                    return at
                }
            default: break
            }
        }
        return at
    }

    private mutating func finishValue(at end: Int) {
        let range = valueStart..<passed + end
        value = .none
        if place == .item {
            items.append(range)
        } else {
            fields.append(Field(name: String(decoding: key, as: UTF8.self), value: range))
            place = .key
        }
    }

    /// The offset behind the string's closing quotation mark, or the end of the bytes.
    ///
    /// Looks for quotation marks only, and counts the backslashes before each; both are linear in the string.
    private mutating func endOfString(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var from = start
        while true {
            let found = from < bytes.count ? memchr(bytes.baseAddress! + from, 0x22, bytes.count - from) : nil
            let quote = found.map { UnsafeRawPointer($0) - bytes.baseAddress! } ?? bytes.count
            var slashes = quote
            while slashes > from, bytes[slashes - 1] == UInt8(ascii: "\\") { slashes -= 1 }
            var isOdd = (quote - slashes) & 1 == 1
            // The run goes back to the previous chunk.
            if slashes == from { isOdd = isOdd != isEscaped }
            isEscaped = false
            guard quote < bytes.count else {
                isEscaped = isOdd
                keep(bytes[start...])
                return quote
            }
            from = quote + 1
            if !isOdd { break }
        }
        keep(bytes[start..<from - 1])
        isInString = false
        if place == .insideKey {
            place = .colon
        } else if value == .string {
            finishValue(at: from)
        }
        return from
    }

    private mutating func keep(_ bytes: Slice<UnsafeRawBufferPointer>) {
        guard place == .insideKey else { return }
        key += bytes.prefix(Self.longestKey - key.count)
    }
}
