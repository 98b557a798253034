import TextDecoding

/// Steps over well-formed UTF-8.
extension UnsafeBufferPointer<UInt8> {
    /// The scalar that ends at an offset; a space where no byte is between `start` and it.
    func scalar(before end: Int, from start: Int) -> UInt32 {
        end > start ? scalar(at: scalarStart(before: end)).value : 0x20
    }

    /// The range without white space and byte order marks at both ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        let classes = CharacterClasses.shared
        var (from, to) = (range.lowerBound, range.upperBound)
        while from < to, classes.of(scalar(at: from).value) == .space { from = end(of: from) }
        while from < to, classes.of(scalar(before: to, from: from)) == .space { to = scalarStart(before: to) }
        return from..<to
    }

    /// The end of the first `limit` scalars.
    func end(ofFirst limit: Int) -> Int {
        var (at, left) = (0, limit)
        while at < count, left > 0 {
            at = end(of: at)
            left -= 1
        }
        return at
    }

    /// The end of the scalar that begins at an offset.
    private func end(of offset: Int) -> Int { offset + scalar(at: offset).length }
}

extension String {
    /// A part of well-formed UTF-8 between two scalar boundaries, which is not validated again.
    init(of bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        let part = UnsafeBufferPointer(rebasing: bytes[range])
        self = String(copying: unsafe UTF8Span(unchecked: part.span))
    }

    /// Without white space and byte order marks at both ends.
    var trimmed: String {
        var text = self
        return text.withUTF8 { bytes in
            let range = bytes.trimmed(0..<bytes.count)
            return range.count == bytes.count ? nil : String(of: bytes, range)
        } ?? self
    }
}
