import Screen

/// The style of each part of the screen.
package struct Theme: Sendable, Equatable {
    /// The body of a story, and whatever has no style of its own.
    package var text = Style()
    /// Dates, counts, names and the words of hints.
    package var muted = Style()
    /// The first line of the screen.
    package var masthead = Style()
    /// The lines between panes.
    package var border = Style()
    /// The line above a headline.
    package var kicker = Style()
    /// The headline of a story.
    package var headline = Style()
    /// The lines below a headline.
    package var deck = Style()
    /// The names below a headline.
    package var byline = Style()
    /// A heading inside a story, and of lists that cover the screen.
    package var crosshead = Style()
    /// A question that the story answers (问：…).
    package var question = Style()
    /// The caption of a picture.
    package var caption = Style()
    /// Words that lead to another page.
    package var link = Style()
    /// Words of a program, and lines that keep their spaces.
    package var code = Style()
    /// What was changed in the original text of a page.
    package var mark = Style()
    /// Search hits: recognisable without colours, as the current one is.
    package var hit = Style()
    /// The current hit.
    package var currentHit = Style()
    /// The sign of an unread story.
    package var unread = Style()
    /// The sign of a starred story.
    package var star = Style()
    /// The selected row of the active pane.
    package var selection = Style()
    /// The selected row of the other panes.
    package var quietSelection = Style()
    /// The keys of hints and help.
    package var hintKey = Style()
    /// A message in the place of the hints.
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
        case .question: \.question
        case .caption: \.caption
        case .link: \.link
        case .code: \.code
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
