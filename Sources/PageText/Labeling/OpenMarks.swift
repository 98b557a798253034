/// Quotation marks and brackets that never close, as misread pages have them: they hold no lines together.
enum OpenMarks {
    /// Lines after which a mark that was not closed is none.
    static let longest = 40
    /// The same of straight quotes, of which the next pair closes what the last one opened.
    static let longestStraight = 12

    static func mark(_ lines: inout ContiguousArray<TextLine>) {
        var straight: Int?
        for at in lines.indices {
            if lines[at].depth > 0, !isClosed(lines, at) { lines[at].depth = 0 }
            guard lines[at].quotes % 2 == 1 else { continue }
            if let open = straight, at - open <= longestStraight {
                straight = nil
            } else {
                if let open = straight { lines[open].quotes -= 1 }
                straight = at
            }
        }
        if let open = straight { lines[open].quotes -= 1 }
    }

    private static func isClosed(_ lines: ContiguousArray<TextLine>, _ at: Int) -> Bool {
        var depth = lines[at].depth
        for next in lines[(at + 1)...].prefix(longest) {
            depth += next.depth
            if depth <= 0 { return true }
        }
        return false
    }
}
