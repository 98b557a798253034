import Screen
import TestSupport
import Testing

@testable import Settings

/// Themes hold: their contrast, by WCAG 2.2's relative luminance, and what they say without a colour.
struct ThemeTests {
    typealias Components = (red: Int, green: Int, blue: Int)

    /// The background and the foreground of terminals that people have: black, the usual dark greys, a blue one; white,
    /// paper, light grey.
    private static let dark: [(background: UInt32, text: UInt32)] = [
        (0x000000, 0xC0C0C0), (0x101418, 0xD8DEE9), (0x1E1E1E, 0xCCCCCC), (0x282828, 0xEBDBB2), (0x1C1C2E, 0xD0D0D0),
    ]
    private static let light: [(background: UInt32, text: UInt32)] = [
        (0xFFFFFF, 0x000000), (0xFAFAFA, 0x383A42), (0xFDF6E3, 0x3B4A50), (0xEEEEEE, 0x2A2A2A),
    ]

    private static func terminals(of theme: ThemeName) -> [(background: UInt32, text: UInt32)] {
        switch theme {
        case .dark: dark
        case .light: light
        case .highContrast, .plain: dark + light
        }
    }

    /// The sixteen as xterm has them, and as a PC's text mode had them.
    private static let sixteens: [[UInt32]] = [
        [
            0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
            0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
        ],
        [
            0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA,
            0x555555, 0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
        ],
    ]

    private static func components(_ hex: UInt32) -> Components {
        (Int(hex >> 16), Int(hex >> 8 & 0xFF), Int(hex & 0xFF))
    }

    private static func luminance(_ color: Components) -> Double {
        func linear(_ value: Int) -> Double {
            let value = Double(value) / 255
            return value <= 0.04045 ? value / 12.92 : powered((value + 0.055) / 1.055)
        }
        return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
    }

    /// To the power of 2.4: x² · x^(2/5), the fifth root by Newton's method.
    private static func powered(_ value: Double) -> Double {
        var root = 1.0
        for _ in 0..<50 { root -= (root * root * root * root * root - value) / (5 * root * root * root * root) }
        return value * value * root * root
    }

    static func contrast(_ one: Components, _ other: Components) -> Double {
        let (first, second) = (luminance(one), luminance(other))
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    /// The least contrast of a style on terminals of a depth.
    private func contrast(_ style: Style, _ name: ThemeName, _ depth: ColorDepth) -> Double {
        var least = Double.infinity
        for (background, text) in Self.terminals(of: name) {
            for (sixteen, count) in depth == .sixteen ? Self.sixteens.flatMap({ [($0, 16), ($0, 8)] }) : [([], 0)] {
                func shown(_ color: Color, own: UInt32) -> Components {
                    switch depth {
                    case .none: Self.components(own)
                    case .sixteen:
                        color.index(among: count).map { Self.components(sixteen[Int($0)]) } ?? Self.components(own)
                    case .twoHundredFiftySix:
                        color.index(among: 256).map(Color.components(ofIndex:)) ?? Self.components(own)
                    case .direct: color.components ?? Self.components(own)
                    }
                }
                least = min(
                    least,
                    Self.contrast(shown(style.foreground, own: text), shown(style.background, own: background)))
            }
        }
        return least
    }

    @Test func `contrast is that of WCAG's own examples`() {
        #expect(abs(Self.contrast((0, 0, 0), (255, 255, 255)) - 21) < 0.001)
        #expect(abs(Self.contrast((0x77, 0x77, 0x77), (255, 255, 255)) - 4.478) < 0.001)
        #expect(Self.contrast((9, 9, 9), (9, 9, 9)) == 1)
    }

    @Test(arguments: ThemeName.allCases, ColorDepth.allCases)
    func `text stands out by 7 to 1, all else that is read by 4.5, and rules by 3`(name: ThemeName, depth: ColorDepth) {
        let theme = name.theme(depth: depth)
        for role in ThemeRole.allCases {
            let least =
                switch role {
                case .text, .headline: 7.0
                case .border: 3.0
                default: 4.5
                }
            let found = contrast(theme[role], name, depth)
            #expect(found >= least, "\(role.rawValue): \(found)")
        }
    }

    @Test(arguments: ThemeName.allCases)
    func `every colour of a theme is one that the 256-colour palette has exactly`(name: ThemeName) {
        let theme = name.theme(depth: .direct)
        for role in ThemeRole.allCases {
            for color in [theme[role].foreground, theme[role].background] {
                guard let exact = color.components, let index = color.index(among: 256) else { continue }
                #expect(Color.components(ofIndex: index) == exact, "\(role.rawValue)")
            }
        }
    }

    @Test(arguments: ThemeName.allCases, ColorDepth.allCases)
    func `only what is selected or marked has a background other than the terminal's`(
        name: ThemeName, depth: ColorDepth
    ) {
        let theme = name.theme(depth: depth)
        for role in ThemeRole.allCases
        where ![.selection, .quietSelection, .mark, .hit, .currentHit, .message].contains(role) {
            #expect(theme[role].background == .terminal && !theme[role].attributes.contains(.reverse), "\(role)")
        }
    }

    @Test(arguments: ThemeName.allCases)
    func `without colours every theme is the plain one`(name: ThemeName) {
        #expect(name.theme(depth: .none) == .plain)
    }
}
