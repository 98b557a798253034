import CGumbo

/// One tag as it is written: `<p class="a">`, `</p>`, `<br/>`.
struct HTMLTagScanner {
    /// UTF-8 bytes of the source.
    private(set) var name: Range<Int>
    private(set) var isEnd: Bool
    /// The offset behind its `>`.
    private(set) var end = 0

    /// Whether a tag begins at an offset, where `<` is: with a letter, or with `/` and a letter.
    static func begins(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        var next = offset + 1
        if next < bytes.count, bytes[next] == UInt8(ascii: "/") { next += 1 }
        return next < bytes.count && UInt8(ascii: "a")...UInt8(ascii: "z") ~= bytes[next] | 0x20
    }

    /// The tag that begins at an offset; nil where it does not end.
    ///
    /// - Parameter attribute: called with the places of each name and value, which is empty where there is none.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, attribute: (Range<Int>, Range<Int>) -> Void) {
        var at = offset + 1
        isEnd = bytes[at] == UInt8(ascii: "/")
        if isEnd { at += 1 }
        let nameStart = at
        while at < bytes.count, !Self.ends(bytes[at]) { at += 1 }
        name = nameStart..<at
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: ">") {
                end = at + 1
                return
            }
            if Self.ends(byte) {
                at += 1
                continue
            }
            let start = at
            at += 1
            while at < bytes.count, !Self.ends(bytes[at]), bytes[at] != UInt8(ascii: "=") { at += 1 }
            let name = start..<at
            Self.passSpace(bytes, &at)
            guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else {
                attribute(name, at..<at)
                continue
            }
            at += 1
            Self.passSpace(bytes, &at)
            guard at < bytes.count else { return nil }
            let quote = bytes[at]
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                at += 1
                let valueStart = at
                while at < bytes.count, bytes[at] != quote { at += 1 }
                guard at < bytes.count else { return nil }
                attribute(name, valueStart..<at)
                at += 1
            } else {
                let valueStart = at
                while at < bytes.count, bytes[at] > 0x20, bytes[at] != UInt8(ascii: ">") { at += 1 }
                attribute(name, valueStart..<at)
            }
        }
        return nil
    }

    /// The tag that begins at an offset and ends at a `>`, whatever is between its name and that; nil where there is no name.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int) {
        isEnd = offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "/")
        let start = offset + (isEnd ? 2 : 1)
        guard start < end else { return nil }
        name = start..<((start..<end).first { Self.ends(bytes[$0]) } ?? end)
        self.end = end + 1
    }

    @inline(__always)
    private static func ends(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
    }

    private static func passSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) {
        while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    }
}
