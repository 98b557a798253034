import Screen

/// The themes that there are, in the order in which the key goes round them.
package enum ThemeName: String, Sendable, CaseIterable {
    case dark, light
    case highContrast = "high-contrast"
    case plain

    /// The theme as a terminal of so many colours shows it best. The background is the terminal's own everywhere but in a
    /// selection. Without colours it is the plain one: what colours say, attributes must.
    package func theme(depth: ColorDepth) -> Theme {
        guard depth != .none else { return .plain }
        return switch self {
        case .dark: .dark(Ink(depth: depth))
        case .light: .light(Ink(depth: depth))
        case .highContrast: .highContrast(Ink(depth: depth))
        case .plain: .plain
        }
    }
}

/// Chooses between a colour of sRGB, always one that the 256 of a terminal have exactly, and one of the sixteen, such
/// as is good where there are but eight: bright white is the only bright one.
struct Ink {
    let depth: ColorDepth

    func callAsFunction(_ hex: UInt32, _ index: UInt8) -> Color {
        depth == .sixteen ? .indexed(index) : .hex(hex)
    }
}
