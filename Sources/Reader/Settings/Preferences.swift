import Screen

/// All that the reader has settled, or left as it is.
package struct Preferences: Sendable, Hashable {
    /// When a story counts as read by itself.
    package enum MarkRead: String, Sendable, CaseIterable {
        /// When its last line has been on the screen while it had the keys.
        case end
        /// When it is opened.
        case open
        case never
    }

    /// What is read where no path is given; nil is the sample edition.
    package var library: String?
    /// The interface's; nil where the environment is asked.
    package var language: String?
    package var theme = ThemeName.dark
    /// Parts of the screen that differ from the theme.
    package var colours: [Theme.Role: ColourChoice] = [:]
    /// Actions that have other keys than the table gives them.
    package var keys: [Action: [Key]] = [:]
    package var markRead = MarkRead.end
    package var reading = ReadingSettings()

    package init() {}

    package init(reading: ReadingSettings) { self.reading = reading }

    /// What the screen looks like with so many colours.
    package func theme(_ name: ThemeName, depth: ColorDepth) -> Theme {
        var theme = name.theme(depth: depth)
        for (role, choice) in colours { choice.apply(to: &theme[role]) }
        return theme
    }
}
