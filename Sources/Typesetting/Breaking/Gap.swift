/// What may be done with the joint between two units of one line when the line is made flush; in the order of stretching.
enum Gap: UInt8, Sendable, CaseIterable {
    case none
    /// After a space between words.
    case word
    /// Between Han and letters or digits.
    case script
    /// On the outer side of brackets, dashes and ellipses, and of quotes where another mark's blank is already there.
    case outside
    /// After 。；！？.
    case sentence
    /// After ，、：.
    case comma
    /// Between two Han: the last step.
    case han
    /// The blank cell on the outer side of a quote, which makes it full-width; it may be left out.
    case pad
    /// After a space between Han and letters, which may be left out.
    case scriptSpace

    /// Blank cells that stand here unless the line is tight.
    @inline(__always) var blank: Int { self == .pad ? 1 : 0 }
    @inline(__always) var mayShrink: Bool { rawValue >= Gap.pad.rawValue }
    @inline(__always) var mayStretch: Bool { self != .none && self != .pad }
}
