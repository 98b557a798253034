import Screen

/// The values of all settings.
package struct Preferences: Sendable, Hashable {
    /// When a story is marked as read without a key.
    package enum MarkRead: String, Sendable, CaseIterable {
        /// When its last line has been on the screen while the body was the active pane.
        case end
        /// When it is opened.
        case open
        /// Only by a key.
        case never
    }

    /// How pictures of stories are shown.
    package enum Pictures: String, Sendable, CaseIterable {
        /// As well as the terminal can.
        case auto
        /// In half blocks, whatever else the terminal can.
        case blocks
        /// Not at the start; a key shows them in half blocks.
        case off
    }

    /// The path that is read where the command line names none; nil for the sample edition.
    package var library: String?
    /// Language of the interface (BCP 47); nil to use the locale's.
    package var language: String?
    /// The theme, which a key changes while reading; nil for the one that suits the terminal's background.
    package var theme: ThemeName?
    /// Whether the mouse is the reader's at the start; a key changes it while reading.
    package var mouse = true
    /// How pictures of stories are shown; a key hides and shows them while reading.
    package var pictures = Pictures.auto
    /// Colours that replace the theme's.
    package var colours: [ThemeRole: ColourChoice] = [:]
    /// Keys that replace those of the action table.
    package var keys: [Action: [Key]] = [:]
    /// When a story is marked as read without a key.
    package var markRead = MarkRead.end
    /// How stories are set.
    package var reading = ReadingSettings()

    /// The default values.
    package init() {}

    /// The default values but for how stories are set.
    package init(reading: ReadingSettings) { self.reading = reading }

    /// A theme on a terminal of that many colours, with the colours of the settings.
    package func theme(_ name: ThemeName, depth: ColorDepth) -> Theme {
        var theme = name.theme(depth: depth)
        for (role, choice) in colours { choice.apply(to: &theme[role]) }
        return theme
    }
}
