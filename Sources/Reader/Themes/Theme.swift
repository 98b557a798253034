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
}

extension Theme {
    /// A part of the screen, by the name that settings give it.
    package enum Role: String, Sendable, CaseIterable {
        case text, muted, masthead, border, kicker, headline, deck, byline, crosshead, caption, mark, hit
        case currentHit = "current-hit"
        case unread, star
        case selection
        case quietSelection = "quiet-selection"
        case hintKey = "hint-key"
        case message
    }

    package subscript(role: Role) -> Style {
        get { self[keyPath: Self.path(of: role)] }
        set { self[keyPath: Self.path(of: role)] = newValue }
    }

    private static func path(of role: Role) -> WritableKeyPath<Theme, Style> {
        switch role {
        case .text: \.text
        case .muted: \.muted
        case .masthead: \.masthead
        case .border: \.border
        case .kicker: \.kicker
        case .headline: \.headline
        case .deck: \.deck
        case .byline: \.byline
        case .crosshead: \.crosshead
        case .caption: \.caption
        case .mark: \.mark
        case .hit: \.hit
        case .currentHit: \.currentHit
        case .unread: \.unread
        case .star: \.star
        case .selection: \.selection
        case .quietSelection: \.quietSelection
        case .hintKey: \.hintKey
        case .message: \.message
        }
    }
}
