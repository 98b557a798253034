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

    /// The colour of the text.
    package var foreground: Color
    /// The colour behind the text.
    package var background: Color
    /// Typographic attributes.
    package var attributes: Attributes

    /// A style from its parts; without arguments, the terminal's own colours.
    package init(foreground: Color = .terminal, background: Color = .terminal, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// The terminal's own colours, without attributes.
    package static let plain = Style()
}
