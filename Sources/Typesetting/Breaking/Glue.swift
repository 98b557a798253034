/// How the space between two neighbouring clusters of a line may change when the line is justified.
///
/// The order of the cases from `word` to `han` is the order in which places are stretched, after jlreq 3.8.4.
enum Glue: UInt8, Sendable, CaseIterable {
    /// The space is fixed.
    case none
    /// After a space between words.
    case word
    /// Between Han and letters or digits.
    case script
    /// On the outer side of brackets, dashes and ellipses, and of quotes that have no blank cell of their own there.
    case outside
    /// After 。；！？.
    case sentence
    /// After ，、：.
    case comma
    /// Between two Han, stretched last.
    case han
    /// A blank cell on the outer side of a quote, which makes the quote full-width. A tight line leaves it out.
    case pad
    /// After a space between Han and letters. The space stretches like `script`, and a tight line leaves it out.
    case scriptSpace

    /// Blank cells here in a line that is not tight.
    @inline(__always) var blank: Int { self == .pad ? 1 : 0 }
    /// Whether a tight line can save one cell here.
    @inline(__always) var mayShrink: Bool { rawValue >= Glue.pad.rawValue }
    /// Whether a loose line can add a cell here.
    @inline(__always) var mayStretch: Bool { self != .none && self != .pad }
}
