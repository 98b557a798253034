/// What one or two cells show: a base scalar and at most four combining marks, packed into 16 bytes. Unlike a String it needs
/// no allocation and no reference counting, so a line of glyphs and a screen of cells are blocks of plain memory.
package struct PrintedText: Sendable, Hashable {
    /// The first three scalars, 21 bits each, the first in the lowest bits. 0 means no scalar.
    @usableFromInline package var low: UInt64
    /// The fourth and fifth scalar, packed in the same way.
    @usableFromInline package var high: UInt64

    /// One scalar without marks; 0 for none.
    @inlinable @inline(__always) package init(_ scalar: UInt32) {
        low = UInt64(scalar)
        high = 0
    }

    /// The first five scalars of a text. U+0000, which no screen shows, ends it.
    package init(_ text: String) {
        self.init(0)
        var count = 0
        for scalar in text.unicodeScalars {
            if count == 5 { break }
            set(scalar.value, at: count)
            count += 1
        }
    }

    /// A blank.
    package static let space = PrintedText(0x20)

    /// Whether it is the same text.
    @inlinable @inline(__always) package static func == (one: PrintedText, other: PrintedText) -> Bool {
        one.low == other.low && one.high == other.high
    }

    /// Whether there is nothing to print.
    @inlinable @inline(__always) package var isEmpty: Bool { low == 0 }

    /// The base scalar; 0 where there is none.
    @inlinable package var first: UInt32 { UInt32(low & 0x1F_FFFF) }

    /// The text with one more mark, or unchanged if it already has four.
    package func adding(_ mark: UInt32) -> PrintedText {
        var text = self
        if let free = (1..<5).first(where: { self[$0] == 0 }) { text.set(mark, at: free) }
        return text
    }

    private mutating func set(_ scalar: UInt32, at index: Int) {
        if index < 3 { low |= UInt64(scalar) << (21 * index) } else { high |= UInt64(scalar) << (21 * (index - 3)) }
    }

    /// One of the five scalars; 0 where there are not so many.
    @inlinable package subscript(index: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: (index < 3 ? low >> (21 * index) : high >> (21 * (index - 3))) & 0x1F_FFFF)
    }

    /// The scalars as a String.
    package var string: String {
        if low >> 21 == 0 { return low == 0 ? "" : String(Unicode.Scalar(valid: first)) }
        var string = ""
        for index in 0..<5 where self[index] != 0 { string.unicodeScalars.append(Unicode.Scalar(valid: self[index])) }
        return string
    }
}

extension Unicode.Scalar {
    /// A scalar that came out of a String.
    fileprivate init(valid value: UInt32) { self = Unicode.Scalar(value)! }
}
