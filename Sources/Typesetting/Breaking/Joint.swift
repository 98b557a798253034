/// Whether a line may end between two units; the later cases are the more welcome ones.
enum Joint: UInt8, Sendable {
    case never
    /// Inside a Korean word.
    case reluctant
    /// At a soft hyphen, which is then shown.
    case hyphen
    /// Between a number and its unit (30|年).
    case costly
    case free
    /// A line ends here whatever stands on it.
    case always
}
