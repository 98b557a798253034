import Screen

/// Colours that the settings give a part of the screen in place of the theme's: `red`, `#ff5f5f on 236`, `on blue`.
package struct ColourChoice: Sendable, Hashable {
    /// Nil to keep the theme's.
    package var foreground: Color?
    /// Nil to keep the theme's.
    package var background: Color?

    /// Both colours of a style.
    package init(of style: Style) {
        foreground = style.foreground
        background = style.background
    }

    /// From the settings file's text; nil where it is invalid.
    package init?(_ text: String) {
        var words = text.split(separator: " ")[...]
        guard !words.isEmpty else { return nil }
        if words.first?.lowercased() != "on" {
            guard let color = Color(name: words.removeFirst()) else { return nil }
            foreground = color
        }
        guard let on = words.popFirst() else { return }
        guard on.lowercased() == "on", words.count == 1, let color = Color(name: words[words.startIndex]) else {
            return nil
        }
        background = color
    }

    /// As the settings file writes it.
    package var text: String {
        let on = background.flatMap { $0 == .terminal && foreground != nil ? nil : "on \($0.name)" }
        return [foreground?.name, on].compactMap(\.self).joined(separator: " ")
    }

    /// Replaces the style's colours.
    func apply(to style: inout Style) {
        if let foreground { style.foreground = foreground }
        if let background { style.background = background }
    }
}
