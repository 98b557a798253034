/// How the space between two neighbouring clusters of a line may change when the line is justified.
///
/// The order of the cases from `word` to `script` is the order in which places are stretched: where a mark parts the text
/// already, a blank is seen least; next to it comes a change of script. Han are never set apart, as Chinese has no spaces
/// between words: a gap would tear one.
enum Glue: UInt8, Sendable, CaseIterable {
    /// The space is fixed.
    case none
    /// After a space between words.
    case word
    /// After 。；！？.
    case sentence
    /// After ，：.
    case comma
    /// After 、, on the outer side of brackets, dashes and ellipses, and of quotes that have no blank cell of their own there.
    case outside
    /// Between Han and letters, and before digits.
    case script
    /// Between two Han: fixed.
    case han
    /// A blank cell on the outer side of a quote, which makes the quote full-width. A tight line leaves it out.
    case pad
    /// After a space between Han and letters or digits, which is wide enough. A tight line leaves it out.
    case scriptSpace

    /// Blank cells here in a line that is not tight.
    @inline(__always) var blank: Int { self == .pad ? 1 : 0 }
    /// Whether a tight line can save one cell here.
    @inline(__always) var mayShrink: Bool { rawValue >= Glue.pad.rawValue }
    /// Whether a loose line can add a cell here.
    @inline(__always) var mayStretch: Bool {
        switch self {
        case .none, .han, .pad, .scriptSpace: false
        case .word, .sentence, .comma, .outside, .script: true
        }
    }
}
