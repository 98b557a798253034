import Localization
import Screen
import Settings

/// What can be asked for on a line of the linear reading, beside a story's number.
enum LinearCommand: CaseIterable {
    case next, mark, star, undo, list, unread, find, days, links, quit, help

    /// The action of the screen that does the same; nil where there is none, as nothing needs to be listed on a screen.
    var action: Action? {
        switch self {
        case .next: .nextUnread
        case .mark: .toggleRead
        case .star: .star
        case .undo: .undo
        case .list: nil
        case .unread: .filter
        case .find: .findAll
        case .days: .editions
        case .links: .links
        case .quit: .quit
        case .help: .help
        }
    }

    /// The letters that it is typed by: those of the screen, the reader's own among them, and one that is always there. What
    /// is no letter cannot be typed on a line.
    func letters(_ keymap: Keymap) -> [String] {
        var keys = action.map(keymap.keys) ?? []
        if self == .links { keys = keymap.keys(for: .openLink) + keys }
        let letters = keys.compactMap { key -> String? in
            guard case .character(let scalar) = key, scalar != " ", !("0"..."9").contains(scalar) else { return nil }
            return String(Character(scalar))
        }
        switch self {
        // The slash is nearer than the letter, and there is no one story that it could be for.
        case .find: return ["/"] + letters.filter { $0 != "/" }
        case .list: return ["l"]
        default: return letters
        }
    }

    /// In a word or two, for the prompt; nil for what only the help tells of.
    func hint(in texts: Localization) -> String? {
        switch self {
        case .next: texts(.linearNext)
        case .mark: texts(.linearMark)
        case .star: texts(.linearStar)
        case .list: texts(.linearList)
        case .unread: texts(.linearUnread)
        case .days: texts(.linearDays)
        case .quit: texts.hint(for: .quit)
        case .help: texts.hint(for: .help)
        case .undo, .find, .links: nil
        }
    }

    func help(in texts: Localization) -> String {
        switch self {
        case .next: texts(.linearNextHelp)
        case .mark: texts(.linearMarkHelp)
        case .star: texts(.linearStarHelp)
        case .list: texts(.linearListHelp)
        case .unread: texts(.linearUnreadHelp)
        case .find: texts(.linearFindHelp)
        case .days: texts(.linearDaysHelp)
        case .links: texts(.linearLinksHelp)
        case .undo: texts.help(for: .undo)
        case .quit: texts.help(for: .quit)
        case .help: texts.help(for: .help)
        }
    }
}
