/// The sRGB values of palette colours, and the palette colour nearest to another.
extension Color {
    /// Red, green and blue (0...255) of a colour of the 256-colour palette: sixteen colours as xterm defines them
    /// (other terminals may differ), a cube of 6 × 6 × 6 levels, and 24 greys.
    package static func components(ofIndex index: UInt8) -> (red: Int, green: Int, blue: Int) {
        switch index {
        case ..<16:
            let value = Int(xterm[Int(index)])
            return (value >> 16, value >> 8 & 0xFF, value & 0xFF)
        case 232...:
            let grey = 8 + 10 * Int(index - 232)
            return (grey, grey, grey)
        default:
            func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }
            let place = Int(index) - 16
            return (level(place / 36), level(place / 6 % 6), level(place % 6))
        }
    }

    private static let xterm: [UInt32] = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ]

    /// Red, green and blue (0...255); nil for `terminal`, which is unknown.
    package var components: (red: Int, green: Int, blue: Int)? {
        switch self {
        case .terminal: nil
        case .indexed(let index): Self.components(ofIndex: index)
        case .rgb(let red, let green, let blue): (Int(red), Int(green), Int(blue))
        }
    }

    /// The nearest colour among the first `count` of the palette; nil for `terminal`.
    package func index(among count: Int) -> UInt8? {
        if case .indexed(let index) = self, index < count { return index }
        guard let (red, green, blue) = components else { return nil }
        func distance(_ index: UInt8) -> Int {
            let (r, g, b) = Self.components(ofIndex: index)
            let (dr, dg, db) = (r - red, g - green, b - blue)
            // The eye is most sensitive to green and least to blue.
            return 3 * dr * dr + 6 * dg * dg + db * db
        }
        // With 256 colours only those from 16 on, which are the same in every terminal.
        let indices = count > 16 ? 16...UInt8(count - 1) : 0...UInt8(max(1, count) - 1)
        return indices.min { distance($0) < distance($1) }
    }
}
