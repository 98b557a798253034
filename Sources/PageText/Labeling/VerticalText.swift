/// Text set vertically and extracted one character a line: it is one paragraph.
enum VerticalText {
    /// Single characters in a row, at least; fewer may be anything.
    static let shortest = 12

    static func mark(_ lines: inout ContiguousArray<TextLine>) {
        var from = 0
        while from < lines.count {
            var to = from
            while to < lines.count, lines[to].width <= 2 { to += 1 }
            if to - from >= shortest {
                for at in from..<to { lines[at].features.insert(.vertical) }
            }
            from = max(to, from + 1)
        }
    }
}
