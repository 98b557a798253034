import Screen

/// What settings give a part of the screen instead of the theme's colours: `red`, `#ff5f5f on 236`, `on blue`.
package struct ColourChoice: Sendable, Hashable {
    /// Nil where the theme's stays.
    package var foreground: Color?
    package var background: Color?

    package init(of style: Style) {
        foreground = style.foreground
        background = style.background
    }

    /// Nil where the text is no colours.
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

    package var text: String {
        let on = background.flatMap { $0 == .terminal && foreground != nil ? nil : "on \($0.name)" }
        return [foreground?.name, on].compactMap(\.self).joined(separator: " ")
    }

    func apply(to style: inout Style) {
        if let foreground { style.foreground = foreground }
        if let background { style.background = background }
    }
}
