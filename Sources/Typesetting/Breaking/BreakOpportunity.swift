/// Whether a line may end between two neighbouring clusters, from the least to the most preferred.
enum BreakOpportunity: UInt8, Sendable {
    /// No line ends here, unless no other break fits the measure.
    case never
    /// Inside a Korean word: a last resort (klreq keeps words whole).
    case reluctant
    /// At a soft hyphen, which is shown if the line ends here.
    case hyphen
    /// Between a number and the word it counts (30|年), or after a mark of a web address.
    case costly
    /// An ordinary place to break.
    case free
    /// A mandatory break (UAX #14 LB4, LB5).
    case always
}
