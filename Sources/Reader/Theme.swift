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
    /// What was changed in the raw text of a page.
    package var mark = Style()
    /// Words that were found, and those that were gone to: told apart from all else without a colour.
    package var hit = Style()
    package var currentHit = Style()
    package var unread = Style()
    package var star = Style()
    /// The selected row of the pane that has the keys, and of one that has not.
    package var selection = Style()
    package var quietSelection = Style()
    package var hintKey = Style()
    package var message = Style()

    /// For dark backgrounds, which stay the terminal's own. Colours are such as the 256 of a terminal have exactly.
    package static let dark: Theme = {
        var theme = Theme.plain
        theme.muted = Style(foreground: .hex(0x949494))
        theme.border = Style(foreground: .hex(0x585858))
        theme.masthead = Style(foreground: .hex(0xD7AF5F), attributes: .bold)
        theme.kicker = Style(foreground: .hex(0xD7AF5F))
        theme.deck = Style(foreground: .hex(0xBCBCBC))
        theme.byline = Style(foreground: .hex(0x949494))
        theme.crosshead = Style(foreground: .hex(0xD7AF5F), attributes: .bold)
        theme.caption = Style(foreground: .hex(0x87AF87))
        theme.mark = Style(foreground: .hex(0xFFAF5F), attributes: [.bold, .underline])
        theme.hit = Style(foreground: .hex(0xD7AF5F), attributes: [.reverse, .underline])
        theme.currentHit = Style(foreground: .hex(0xFFD787), attributes: [.reverse, .underline, .bold])
        theme.unread = Style(foreground: .hex(0x5FAFD7))
        theme.star = Style(foreground: .hex(0xD7AF5F))
        theme.selection = Style(foreground: .hex(0xFFFFFF), background: .hex(0x005F87))
        theme.quietSelection = Style(foreground: .hex(0xFFFFFF), background: .hex(0x3A3A3A))
        theme.hintKey = Style(foreground: .hex(0x5FAFD7))
        theme.message = Style(foreground: .hex(0xD7AF5F))
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
        theme.mark = Style(attributes: [.bold, .underline])
        theme.hit = Style(attributes: [.reverse, .underline])
        theme.currentHit = Style(attributes: [.reverse, .underline, .bold])
        theme.selection = Style(attributes: .reverse)
        theme.quietSelection = Style(attributes: .underline)
        theme.hintKey = Style(attributes: .bold)
        theme.message = Style(attributes: .bold)
        return theme
    }()
}
