import Screen

/// The style of each part of the screen.
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
    /// Search hits, and the current one: recognisable without colours too.
    package var hit = Style()
    package var currentHit = Style()
    package var unread = Style()
    package var star = Style()
    /// The selected row of the active pane, and of the other panes.
    package var selection = Style()
    package var quietSelection = Style()
    package var hintKey = Style()
    package var message = Style()
}

extension Theme {
    /// The style of a part of the screen.
    package subscript(role: ThemeRole) -> Style {
        get { self[keyPath: Self.path(of: role)] }
        set { self[keyPath: Self.path(of: role)] = newValue }
    }

    private static func path(of role: ThemeRole) -> WritableKeyPath<Theme, Style> {
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
