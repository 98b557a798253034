import Screen

extension Theme {
    /// Without colours: only bold, dim, underline and reverse.
    package static let plain: Theme = {
        var theme = Theme()
        theme.muted = Style(attributes: .dim)
        theme.border = Style(attributes: .dim)
        theme.masthead = Style(attributes: .bold)
        theme.kicker = Style(attributes: .underline)
        theme.headline = Style(attributes: .bold)
        theme.crosshead = Style(attributes: .bold)
        theme.question = Style(attributes: .bold)
        theme.byline = Style(attributes: .dim)
        theme.link = Style(attributes: .underline)
        theme.mark = Style(attributes: [.bold, .underline])
        theme.hit = Style(attributes: [.bold, .underline])
        // Underlined, so that it can be seen in a selected row too.
        theme.currentHit = Style(attributes: [.reverse, .bold, .underline])
        theme.selection = Style(attributes: .reverse)
        theme.quietSelection = Style(attributes: .underline)
        theme.hintKey = Style(attributes: .bold)
        theme.message = Style(attributes: .bold)
        return theme
    }()

    /// For dark backgrounds.
    static func dark(_ ink: Ink) -> Theme {
        var theme = Theme.plain
        theme.muted = Style(foreground: ink(0x9E9E9E, 7))
        theme.border = Style(foreground: ink(0x767676, 7))
        theme.masthead = Style(foreground: ink(0xD7AF5F, 6), attributes: .bold)
        theme.kicker = Style(foreground: ink(0xD787AF, 2))
        theme.deck = Style(foreground: ink(0xD7D7AF, 6))
        theme.byline = Style(foreground: ink(0x9E9E9E, 7))
        theme.crosshead = Style(foreground: ink(0xD7AF5F, 6), attributes: .bold)
        theme.caption = Style(foreground: ink(0x87AF87, 2))
        theme.link = Style(foreground: ink(0x5FAFD7, 6))
        theme.code = Style(foreground: ink(0xD7AFD7, 7))
        theme.mark = Style(foreground: ink(0xFFAF5F, 6), attributes: [.bold, .underline])
        theme.hit = Style(foreground: ink(0xFFD75F, 6), attributes: [.bold, .underline])
        theme.currentHit = Style(foreground: ink(0x000000, 0), background: ink(0xFFD75F, 6))
        theme.currentHit.attributes = [.bold, .underline]
        theme.unread = Style(foreground: ink(0x5FAFD7, 6))
        theme.star = Style(foreground: ink(0xD7AF5F, 6))
        theme.selection = Style(foreground: ink(0xFFFFFF, 15), background: ink(0x005F87, 4))
        theme.quietSelection = quiet(ink, foreground: 0xFFFFFF, background: 0x3A3A3A)
        theme.hintKey = Style(foreground: ink(0x5FAFD7, 6))
        theme.message = Style(foreground: ink(0xD7AF5F, 6))
        return theme
    }

    /// For light backgrounds.
    static func light(_ ink: Ink) -> Theme {
        var theme = Theme.plain
        theme.muted = Style(foreground: ink(0x626262, 0))
        theme.border = Style(foreground: ink(0x808080, 0))
        theme.masthead = Style(foreground: ink(0x875F00, 1), attributes: .bold)
        theme.kicker = Style(foreground: ink(0x87005F, 4))
        theme.deck = Style(foreground: ink(0x5F5F00, 1))
        theme.byline = Style(foreground: ink(0x626262, 0))
        theme.crosshead = Style(foreground: ink(0x875F00, 1), attributes: .bold)
        theme.caption = Style(foreground: ink(0x005F00, 0))
        theme.link = Style(foreground: ink(0x005FAF, 4))
        theme.code = Style(foreground: ink(0x5F005F, 0))
        theme.mark = Style(foreground: ink(0xAF0000, 1), attributes: [.bold, .underline])
        theme.hit = Style(foreground: ink(0xAF0000, 1), attributes: [.bold, .underline])
        theme.currentHit = Style(foreground: ink(0xFFFFFF, 15), background: ink(0xAF0000, 4))
        theme.currentHit.attributes = [.bold, .underline]
        theme.unread = Style(foreground: ink(0x005FAF, 4))
        theme.star = Style(foreground: ink(0x875F00, 1))
        theme.selection = Style(foreground: ink(0xFFFFFF, 15), background: ink(0x005F87, 4))
        theme.quietSelection = quiet(ink, foreground: 0x000000, background: 0xDADADA)
        theme.hintKey = Style(foreground: ink(0x005FAF, 4))
        theme.message = Style(foreground: ink(0x875F00, 1))
        return theme
    }

    /// For any background: text in the terminal's own colour, nothing dimmed, and selections that set both colours.
    static func highContrast(_ ink: Ink) -> Theme {
        var theme = Theme.plain
        let loud = Style(foreground: ink(0x000000, 15), background: ink(0xFFFF00, 4), attributes: .bold)
        theme.muted = Style()
        theme.border = Style()
        theme.byline = Style(attributes: .underline)
        theme.kicker = Style(attributes: [.bold, .underline])
        theme.hit = Style(attributes: [.reverse, .underline])
        theme.currentHit = loud
        theme.currentHit.attributes.insert(.underline)
        theme.unread = Style(attributes: .bold)
        theme.star = Style(attributes: .bold)
        theme.selection = loud
        // Without a background, so that the pane that has the keys is the one with a block of colour.
        theme.quietSelection = Style(attributes: [.bold, .underline])
        theme.message = loud
        return theme
    }

    /// The sixteen colours have no background that is subdued in every palette; there it is underlined.
    private static func quiet(_ ink: Ink, foreground: UInt32, background: UInt32) -> Style {
        guard ink.depth != .sixteen else { return Style(attributes: .underline) }
        return Style(foreground: .hex(foreground), background: .hex(background))
    }
}
