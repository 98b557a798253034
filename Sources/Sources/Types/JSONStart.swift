import Feeds

/// Tells JSON from a text that happens to begin with a bracket, and a JSON Feed from other JSON.
struct JSONStart {
    /// nil: no JSON.
    let type: FileType?

    /// - Parameter utf8: the beginning of the text, from its first bracket on; it may be cut anywhere.
    init(_ utf8: UnsafeBufferPointer<UInt8>) {
        var cursor = JSONCursor(utf8)
        if cursor.skip(UInt8(ascii: "{")) {
            type = Self.beginsObject(cursor) ? Feed.isFeed(head: UnsafeRawBufferPointer(utf8)) ? .jsonFeed : .json : nil
            return
        }
        // "[1]" may begin a footnote; an object or a closed string in an array does not.
        _ = cursor.skip(UInt8(ascii: "["))
        let isArray: Bool
        switch cursor.next {
        case UInt8(ascii: "]"): isArray = cursor.isLast
        case UInt8(ascii: "\""):
            let isClosed = cursor.string() != nil
            isArray =
                isClosed && (cursor.next == UInt8(ascii: ",") || cursor.next == UInt8(ascii: "]") && cursor.isLast)
        case UInt8(ascii: "{"): isArray = cursor.skip(UInt8(ascii: "{")) && Self.beginsObject(cursor)
        default: isArray = Self.isList(&cursor, depth: 0)
        }
        type = isArray ? .json : nil
    }

    /// Whether what follows a bracket is nothing but numbers, names and lists of them, at least two, as far as the text goes.
    private static func isList(_ cursor: inout JSONCursor, depth: Int) -> Bool {
        var count = 0
        while true {
            if cursor.skip(UInt8(ascii: "[")) {
                guard depth < 8, isList(&cursor, depth: depth + 1) else { return false }
            } else if !cursor.skipNumberOrName() {
                return false
            }
            count += 1
            if cursor.next == nil { return count > 1 }
            if cursor.skip(UInt8(ascii: ",")) { continue }
            guard cursor.next == UInt8(ascii: "]") else { return false }
            // "[1]" may be a footnote, with a text behind it or without.
            let isWhole = depth > 0 || count > 1 && cursor.isLast
            _ = cursor.skip(UInt8(ascii: "]"))
            return isWhole
        }
    }

    /// Whether what follows a brace is the inside of an object: its end, a key and a colon, or the end of the text.
    private static func beginsObject(_ cursor: JSONCursor) -> Bool {
        var cursor = cursor
        switch cursor.next {
        case nil, UInt8(ascii: "}"): return true
        case UInt8(ascii: "\""): return cursor.string() == nil || cursor.next == nil || cursor.next == UInt8(ascii: ":")
        default: return false
        }
    }
}
