/// How many colours a terminal can show.
package enum ColorDepth: Sendable, CaseIterable {
    /// None, or the user wants none.
    case none
    /// The first sixteen colours of the palette.
    case sixteen
    /// The whole palette.
    case twoHundredFiftySix
    /// All of sRGB.
    case direct
}
