import TextDecoding

/// Markup that a program left in the text of a page: <p>, </p>, <br/>, ## and **, &nbsp;. It stays in the text, but no convention
/// sees it, and no line is measured with it.
enum LeftoverMarkup {
    /// Tags that are passed over; anything else in angle brackets is text.
    private static let tags: [StaticString] = [
        "p", "br", "b", "i", "u", "em", "strong", "div", "span", "font", "center", "h1", "h2", "h3", "h4", "h5", "h6",
    ]
    /// Bytes of a tag, at most: some have attributes.
    private static let longestTag = 80

    /// The bytes of the markup at an offset; 0 where there is none.
    static func length(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
        switch bytes[offset] {
        case UInt8(ascii: "<"): tag(bytes, at: offset)
        case UInt8(ascii: "*"): run(bytes, at: offset, of: UInt8(ascii: "*"))
        case UInt8(ascii: "#"): run(bytes, at: offset, of: UInt8(ascii: "#"))
        default: 0
        }
    }

    /// Two or more of a mark, or # before a blank.
    private static func run(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, of mark: UInt8) -> Int {
        var end = offset + 1
        while end < bytes.count, bytes[end] == mark { end += 1 }
        let isHeading = mark == UInt8(ascii: "#") && end < bytes.count && bytes[end] == 0x20
        return (2...6).contains(end - offset) || isHeading ? end - offset : 0
    }

    private static func tag(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
        var at = offset + 1
        if at < bytes.count, bytes[at] == UInt8(ascii: "/") { at += 1 }
        let start = at
        while at < bytes.count, isName(bytes[at]) { at += 1 }
        guard (1...6).contains(at - start), at < bytes.count else { return 0 }
        let name = bytes[start..<at]
        let isTag = tags.contains { tag in
            tag.utf8CodeUnitCount == name.count
                && zip(UnsafeBufferPointer(start: tag.utf8Start, count: tag.utf8CodeUnitCount), name).allSatisfy {
                    $0 == $1 || $0 == $1 | 0x20
                }
        }
        guard isTag, [0x20, 0x2F, 0x3E].contains(bytes[at]) else { return 0 }
        while at < bytes.count, at - offset < longestTag, bytes[at] >= 0x20 {
            if bytes[at] == UInt8(ascii: ">") { return at + 1 - offset }
            at += 1
        }
        return 0
    }

    private static func isName(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

    /// Measures the lines anew that begin or end with markup, without it.
    static func remove(from lines: inout ContiguousArray<TextLine>, _ bytes: UnsafeBufferPointer<UInt8>) {
        for at in lines.indices where isDoubtful(lines[at]) {
            let line = lines[at]
            let inner = withoutEnds(bytes, line.start..<line.end)
            guard inner.count < line.length, !inner.isEmpty else { continue }
            var found: ContiguousArray<TextLine> = []
            var scanner = LineScanner(UnsafeBufferPointer(rebasing: bytes[inner]))
            guard scanner.nextPage(into: &found), let measured = found.first, found.count == 1 else { continue }
            lines[at].measureAgain(as: measured)
        }
    }

    private static func isDoubtful(_ line: TextLine) -> Bool {
        switch line.first {
        case 0x3C, 0x2A, 0x23, 0x26: true
        default: line.last == 0x3E || line.last == 0x2A || line.last == 0x23 || line.last == 0x3B
        }
    }

    private static func withoutEnds(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Range<Int> {
        var (start, end) = (line.lowerBound, line.upperBound)
        while start < end {
            if bytes[start] == 0x20 {
                start += 1
                continue
            }
            let length = length(bytes, at: start)
            if length > 0 {
                start += length
            } else if let blank = blank(bytes, at: start), blank <= end {
                start = blank
            } else {
                break
            }
        }
        // What ends the line began somewhere before.
        var isFound = true
        while isFound, start < end {
            isFound = false
            for from in stride(from: end - 1, through: max(start, end - 10), by: -1) {
                let length = length(bytes, at: from)
                guard length > 0 ? from + length == end : blank(bytes, at: from) == end else { continue }
                (end, isFound) = (from, true)
                break
            }
            while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        }
        return start..<max(start, end)
    }

    /// The offset behind a blank that is spelt: &nbsp;
    private static func blank(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int? {
        guard bytes[offset] == UInt8(ascii: "&"),
            let reference = CharacterReference.decodeVisible(bytes, at: offset),
            CharacterClasses.shared.of(reference.scalar.value) == .space
        else { return nil }
        return reference.end
    }
}
