import Glibc

/// The colour of a terminal's background, as it tells it.
package struct Background: Sendable, Equatable {
    /// From 0 to 1.
    var red: Double
    var green: Double
    var blue: Double

    /// What an answer to OSC 11 holds: `11;rgb:ffff/ffff/ffff`, with one to four digits each; nil where it is none.
    init?(answer: String) {
        guard answer.hasPrefix("11;rgb:") || answer.hasPrefix("11;rgba:"), let colon = answer.lastIndex(of: ":") else {
            return nil
        }
        let parts = answer[answer.index(after: colon)...].split(separator: "/", omittingEmptySubsequences: false)
        let values = parts.prefix(3).compactMap { part -> Double? in
            guard (1...4).contains(part.utf8.count), let value = Int(part, radix: 16), value >= 0 else { return nil }
            return Double(value) / Double((1 << (4 * part.utf8.count)) - 1)
        }
        guard values.count == 3, (3...4).contains(parts.count) else { return nil }
        (red, green, blue) = (values[0], values[1], values[2])
    }

    /// Relative luminance (WCAG 2.2), from 0 to 1.
    var luminance: Double {
        func linear(_ value: Double) -> Double {
            value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// Whether dark letters are read better on it than light ones: their contrasts are equal at 0.179.
    package var isLight: Bool { luminance > 0.179 }
}
