import Newspaper

extension UnsafeBufferPointer<UInt8> {
    /// The range without white space (and byte order marks) at both ends; the bytes are well-formed UTF-8.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        let classes = ScalarClasses.shared
        var (from, to) = (range.lowerBound, range.upperBound)
        while from < to, classes.of(Seam.scalar(self, at: from)) == .space { from = next(after: from) }
        while from < to, classes.of(Seam.scalar(self, before: to, from: from)) == .space { to = start(before: to) }
        return from..<to
    }

    private func next(after place: Int) -> Int {
        var at = place + 1
        while at < count, self[at] & 0xC0 == 0x80 { at += 1 }
        return at
    }

    private func start(before place: Int) -> Int {
        var at = place - 1
        while at > 0, self[at] & 0xC0 == 0x80 { at -= 1 }
        return at
    }
}

extension String {
    /// As much of well-formed UTF-8 as the title of a list may have.
    init(beginningOf text: UnsafeBufferPointer<UInt8>) {
        var end = 0
        var left = StoryHeader.longestTitle
        while end < text.count, left > 0 {
            end += 1
            while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
            left -= 1
        }
        self.init(of: text, 0..<end)
    }
}
