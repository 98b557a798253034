/// What a key can ask of the reader.
///
/// Its words are in the text files under its `settingName`: `action.toggle-read` for the help, `hint.toggle-read` for the hints.
package enum Action: String, Sendable, Hashable, CaseIterable {
    case up, down, pageUp, pageDown, forward, home, end
    case enter, back, nextPane, previousPane
    case columns, alone, raw
    case larger, smaller
    case nextUnread, previousUnread
    case toggleRead, readSection, star, undo, redo, filter
    case theme, find, findAll
    case editions
    case copy, copyParagraph, openLink, links, pipe
    case help, redraw, suspend, quit
    case mouse, click, wheel

    /// The name in the settings file: `next-unread`.
    package var settingName: String {
        rawValue.reduce(into: "") { $0 += $1.isUppercase ? "-\($1.lowercased())" : String($1) }
    }

    /// The name of the setting that holds its keys: `keys.next-unread`.
    var setting: String { "keys.\(settingName)" }
}
