import Screen

/// The themes, in the order in which the key cycles through them.
package enum ThemeName: String, Sendable, CaseIterable {
    case dark, light
    case highContrast = "high-contrast"
    case plain

    /// The theme for a terminal of that many colours. Only selections and hits have a background other than the terminal's.
    /// Without colours every theme is the plain one, which uses attributes instead.
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

/// Chooses between an sRGB colour, always one that the 256-colour palette has exactly, and one of the sixteen. The sixteen
/// are chosen for terminals that have only eight: white is the only bright one.
struct Ink {
    let depth: ColorDepth

    func callAsFunction(_ hex: UInt32, _ index: UInt8) -> Color {
        depth == .sixteen ? .indexed(index) : .hex(hex)
    }
}
