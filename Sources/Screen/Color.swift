/// The colour of a cell's text or background.
package enum Color: Sendable, Hashable {
    /// The terminal's default colour.
    case terminal
    /// A colour of the 256-colour palette. Users configure 0...15; 16...255 are the same in every terminal.
    case indexed(UInt8)
    /// Red, green and blue of an sRGB colour. A terminal with fewer colours shows the nearest one.
    case rgb(UInt8, UInt8, UInt8)

    /// The sRGB colour 0xRRGGBB.
    package static func hex(_ value: UInt32) -> Color {
        .rgb(UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
    }
}
