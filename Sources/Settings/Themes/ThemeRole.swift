/// A part of the screen, by its name in the settings' table `colours`.
package enum ThemeRole: String, Sendable, CaseIterable {
    case text, muted, masthead, border, kicker, headline, deck, byline, crosshead, question, caption, link, code, mark,
        hit
    case currentHit = "current-hit"
    case unread, star
    case selection
    case quietSelection = "quiet-selection"
    case hintKey = "hint-key"
    case message
}
