/// Joins the lines of a text: takes out the line breaks, and the hyphens that only printing put there.
struct SpanJoiner {
    let bytes: UnsafeBufferPointer<UInt8>
    let shape: PageShape

    func text(_ spans: ArraySlice<TextSpan>) -> String {
        withText(spans) { String(of: $0, $1) }
    }

    /// Calls the body with the joined text, as a range of the bytes that are passed beside it. A text of one span is not
    /// copied: its bytes are the source's. Rows keep their line breaks.
    func withText<Result>(
        _ spans: ArraySlice<TextSpan>, inRows: Bool = false,
        _ body: (UnsafeBufferPointer<UInt8>, Range<Int>) -> Result
    ) -> Result {
        guard let first = spans.first else { return body(bytes, 0..<0) }
        if spans.count == 1 { return body(bytes, first.start..<first.end) }
        let capacity = spans.reduce(0) { $0 + $1.end - $1.start + 1 }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { buffer in
            var count = 0
            var previous: TextSpan?
            for span in spans {
                if inRows, previous != nil {
                    buffer[count] = 0x0A
                    count += 1
                } else if let previous {
                    switch LineJunction.between(bytes, previous, span, shape) {
                    case .none: break
                    case .space:
                        buffer[count] = 0x20
                        count += 1
                    case .hyphen(let length): count -= length
                    }
                }
                let length = span.end - span.start
                (buffer.baseAddress.unsafelyUnwrapped + count).update(
                    from: bytes.baseAddress.unsafelyUnwrapped + span.start, count: length)
                count += length
                previous = span
            }
            return body(UnsafeBufferPointer(rebasing: buffer[..<count]), 0..<count)
        }
    }
}
