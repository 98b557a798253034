import Newspaper

extension XMLText {
    /// Appends a block's words with the elements that its spans are.
    mutating func append(words block: Block) {
        guard !block.spans.isEmpty else { return append(text: block.text) }
        var text = block.text
        text.withUTF8 { append($0, block.spans) }
    }

    private mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ spans: [Span]) {
        // Around each other: the longer outside, and of two equal ones the later.
        let order = spans.indices.filter { spans[$0].range.upperBound <= text.count && !spans[$0].range.isEmpty }.sorted
        {
            let (one, other) = (spans[$0].range, spans[$1].range)
            return (one.lowerBound, -one.upperBound, -$0) < (other.lowerBound, -other.upperBound, -$1)
        }
        let ends = Set(order.flatMap { [spans[$0].range.lowerBound, spans[$0].range.upperBound] }).sorted()
        var open: [Int] = []
        var (next, place) = (0, 0)
        for end in ends {
            append(text: UnsafeBufferPointer(rebasing: text[place..<end]))
            place = end
            // Those that end here, and those inside of them that go on: these begin again.
            if let first = open.firstIndex(where: { spans[$0].range.upperBound == end }) {
                let closed = open[first...]
                for span in closed.reversed() { append(spans[span].kind.endTag) }
                open.removeSubrange(first...)
                for span in closed where spans[span].range.upperBound > end { begin(span, spans, &open) }
            }
            while next < order.count, spans[order[next]].range.lowerBound == end {
                begin(order[next], spans, &open)
                next += 1
            }
        }
        append(text: UnsafeBufferPointer(rebasing: text[place...]))
    }

    /// Begins a span; one that is in too many others is left out.
    private mutating func begin(_ span: Int, _ spans: [Span], _ open: inout [Int]) {
        guard open.count < 16 else { return }
        switch spans[span].kind {
        case .link(let address):
            append("<a href=\"")
            append(text: address)
            append("\">")
        case .emphasis: append("<em>")
        case .strong: append("<strong>")
        case .code: append("<code>")
        }
        open.append(span)
    }
}

extension Span.Kind {
    fileprivate var endTag: String {
        switch self {
        case .link: "</a>"
        case .emphasis: "</em>"
        case .strong: "</strong>"
        case .code: "</code>"
        }
    }
}
