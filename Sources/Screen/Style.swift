/// How a cell is drawn: colours and attributes.
package struct Style: Sendable, Hashable {
    /// Typographic attributes, as terminals know them.
    package struct Attributes: OptionSet, Sendable, Hashable {
        /// One bit for each attribute.
        package let rawValue: UInt8
        /// Attributes from their bits.
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Heavier strokes; some terminals use a brighter colour instead.
        package static let bold = Attributes(rawValue: 1)
        /// Less contrast.
        package static let dim = Attributes(rawValue: 2)
        /// A line under the text.
        package static let underline = Attributes(rawValue: 4)
        /// Foreground and background exchanged.
        package static let reverse = Attributes(rawValue: 8)
    }

    /// Attributes in the highest eight bits, then the colours, 26 bits each: a style is compared at once.
    @usableFromInline package var bits: UInt64

    /// A style from its parts; without arguments, the terminal's own colours.
    package init(foreground: Color = .terminal, background: Color = .terminal, attributes: Attributes = []) {
        bits = UInt64(attributes.rawValue) << 56 | foreground.bits << 26 | background.bits
    }

    /// The colour of the text.
    package var foreground: Color {
        get { Color(bits: bits >> 26) }
        set { self = Style(foreground: newValue, background: background, attributes: attributes) }
    }

    /// The colour behind the text.
    package var background: Color {
        get { Color(bits: bits) }
        set { self = Style(foreground: foreground, background: newValue, attributes: attributes) }
    }

    /// Typographic attributes.
    package var attributes: Attributes {
        get { Attributes(rawValue: UInt8(bits >> 56)) }
        set { self = Style(foreground: foreground, background: background, attributes: newValue) }
    }

    /// Whether it is drawn in the same way.
    @inlinable @inline(__always) package static func == (one: Style, other: Style) -> Bool { one.bits == other.bits }

    /// The terminal's own colours, without attributes.
    package static let plain = Style()
}

extension Color {
    /// 26 bits: which case it is in the highest two of them, then its values.
    fileprivate var bits: UInt64 {
        switch self {
        case .terminal: 0
        case .indexed(let index): 1 << 24 | UInt64(index)
        case .rgb(let red, let green, let blue): 2 << 24 | UInt64(red) << 16 | UInt64(green) << 8 | UInt64(blue)
        }
    }

    fileprivate init(bits: UInt64) {
        func byte(_ shift: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: bits >> shift) }
        self =
            switch bits >> 24 & 3 {
            case 1: .indexed(byte(0))
            case 2: .rgb(byte(16), byte(8), byte(0))
            default: .terminal
            }
    }
}
