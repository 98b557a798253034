/// What a key can ask of the reader.
///
/// Its name in the settings file, such as `next-unread`, is its raw value; its words are in the text files under that name:
/// `action.toggle-read` for the help, `hint.toggle-read` for the hints.
package enum Action: String, Sendable, Hashable, CaseIterable {
    case up, down, pageUp = "page-up", pageDown = "page-down", forward, home, end
    case enter, back, nextPane = "next-pane", previousPane = "previous-pane"
    case columns, alone, pictures, raw, correct, pageMap = "page-map"
    case larger, smaller
    case nextUnread = "next-unread", previousUnread = "previous-unread"
    case toggleRead = "toggle-read", readSection = "read-section", star, undo, redo, filter
    case theme, find, findAll = "find-all"
    case editions
    case copy, copyParagraph = "copy-paragraph", openLink = "open-link", links, pipe
    case help, redraw, suspend, quit
    case mouse, click, wheel

    /// The name of the setting that holds its keys: `keys.next-unread`.
    var setting: String { "keys.\(rawValue)" }
}
