/// A cell's colour.
package enum Color: Sendable, Hashable {
    /// The terminal's own.
    case terminal
    /// One of the terminal's palette: 0 … 15 are what its owner made them, 16 … 255 the same everywhere.
    case indexed(UInt8)
    /// One of sRGB, which the terminal comes as near to as it can.
    case rgb(UInt8, UInt8, UInt8)

    /// From 0xRRGGBB.
    package static func hex(_ value: UInt32) -> Color {
        .rgb(UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
    }
}

/// How many colours a terminal shows.
package enum ColorDepth: Sendable, CaseIterable {
    /// None, or the reader wants none.
    case none
    case sixteen
    case twoHundredFiftySix
    /// All of sRGB.
    case direct
}
