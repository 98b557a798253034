import Screen

/// What each part of the screen looks like.
package struct Theme: Sendable, Equatable {
    package var text = Style()
    package var muted = Style()
    package var masthead = Style()
    package var border = Style()
    package var kicker = Style()
    package var headline = Style()
    package var deck = Style()
    package var byline = Style()
    package var crosshead = Style()
    package var caption = Style()
    package var unread = Style()
    package var star = Style()
    /// The selected row of the pane that has the keys, and of one that has not.
    package var selection = Style()
    package var quietSelection = Style()
    package var hintKey = Style()
    package var message = Style()

    /// For dark backgrounds, which stay the terminal's own.
    package static let dark: Theme = {
        var theme = Theme.plain
        theme.muted = Style(foreground: .hex(0x9AA5B1))
        theme.border = Style(foreground: .hex(0x5C6773))
        theme.masthead = Style(foreground: .hex(0xE6C384), attributes: .bold)
        theme.kicker = Style(foreground: .hex(0xE6C384))
        theme.deck = Style(foreground: .hex(0xB8C0CC))
        theme.byline = Style(foreground: .hex(0x9AA5B1))
        theme.crosshead = Style(foreground: .hex(0xE6C384), attributes: .bold)
        theme.caption = Style(foreground: .hex(0xA3BE8C))
        theme.unread = Style(foreground: .hex(0x7FB4CA))
        theme.star = Style(foreground: .hex(0xE6C384))
        theme.selection = Style(foreground: .hex(0xFFFFFF), background: .hex(0x2F4B7C))
        theme.quietSelection = Style(foreground: .hex(0xFFFFFF), background: .hex(0x3A3F4B))
        theme.hintKey = Style(foreground: .hex(0x7FB4CA))
        theme.message = Style(foreground: .hex(0xE6C384))
        return theme
    }()

    /// Without a colour: bold, dim and reverse say it all.
    package static let plain: Theme = {
        var theme = Theme()
        theme.muted = Style(attributes: .dim)
        theme.border = Style(attributes: .dim)
        theme.masthead = Style(attributes: .bold)
        theme.headline = Style(attributes: .bold)
        theme.crosshead = Style(attributes: .bold)
        theme.byline = Style(attributes: .dim)
        theme.selection = Style(attributes: .reverse)
        theme.quietSelection = Style(attributes: .underline)
        theme.hintKey = Style(attributes: .bold)
        theme.message = Style(attributes: .bold)
        return theme
    }()
}
