/// A base scalar and at most four combining marks, packed into 16 bytes. Unlike a String it needs no allocation and no
/// reference counting, so a line of glyphs is one block of plain memory.
struct PrintedText: Equatable, Sendable {
    /// The first three scalars, 21 bits each, the first in the lowest bits. 0 means no scalar.
    private var low: UInt64
    /// The fourth and fifth scalar, packed in the same way.
    private var high: UInt64 = 0

    /// One scalar without marks.
    @inline(__always) init(_ scalar: UInt32) { low = UInt64(scalar) }

    /// The first five scalars of a text.
    init(_ text: String) {
        low = 0
        var count = 0
        for scalar in text.unicodeScalars.prefix(5) {
            set(scalar.value, at: count)
            count += 1
        }
    }

    /// The base scalar.
    var first: UInt32 { UInt32(low & 0x1F_FFFF) }

    /// The text with one more mark, or unchanged if it already has four.
    func adding(_ mark: UInt32) -> PrintedText {
        var text = self
        if let free = (1..<5).first(where: { self[$0] == 0 }) { text.set(mark, at: free) }
        return text
    }

    private mutating func set(_ scalar: UInt32, at index: Int) {
        if index < 3 { low |= UInt64(scalar) << (21 * index) } else { high |= UInt64(scalar) << (21 * (index - 3)) }
    }

    private subscript(index: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: (index < 3 ? low >> (21 * index) : high >> (21 * (index - 3))) & 0x1F_FFFF)
    }

    /// The scalars as a String.
    var string: String {
        if low >> 21 == 0 { return low == 0 ? "" : String(Unicode.Scalar(valid: first)) }
        var string = ""
        for index in 0..<5 where self[index] != 0 { string.unicodeScalars.append(Unicode.Scalar(valid: self[index])) }
        return string
    }
}
