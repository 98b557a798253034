/// How far loading has come.
package enum LoadStep: Sendable, Equatable {
    /// Files that have been read.
    case reading(Int, of: Int)
    /// Stories are being made of the pages that were read.
    case parsing
}
