import Screen
import Localization

/// What a key can ask of the reader.
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
    case click, wheel
}

/// One row of the table that the keymap, the hints at the bottom and the help are made from.
package struct ActionRow: Sendable {
    package let action: Action
    package internal(set) var keys: [Key]
    /// What it does, for the help.
    package let help: MessageKey
    /// In a word, for the hints; nil for what is not hinted at.
    package let hint: MessageKey?
    /// The panes in which the key does something, in which it is hinted at and explained.
    package let panes: Set<Pane>

    init(
        _ action: Action, _ keys: [Key], _ help: MessageKey, hint: MessageKey? = nil,
        in panes: Set<Pane> = Set(Pane.allCases)
    ) {
        self.action = action
        self.keys = keys
        self.help = help
        self.hint = hint
        self.panes = panes
    }
}

/// The one table of actions, their usual keys and their help. The order is that of the help; hints are taken from it from the front.
package enum ActionTable {
    private static let lists: Set<Pane> = [.sections, .stories]

    package static let rows: [ActionRow] = [
        ActionRow(.up, [.up, .character("k")], .actionUp),
        ActionRow(.down, [.down, .character("j")], .actionDown),
        ActionRow(.enter, [.right, .enter, .character("l")], .actionEnter, hint: .hintOpen, in: lists),
        ActionRow(.back, [.left, .escape, .character("h")], .actionBack, hint: .hintBack, in: [.stories, .body]),
        ActionRow(.forward, [.character(" ")], .actionForward, hint: .hintPage, in: [.stories, .body]),
        ActionRow(.pageDown, [.pageDown], .actionPageDown),
        ActionRow(.pageUp, [.pageUp, .character("b")], .actionPageUp),
        ActionRow(.home, [.home, .character("g")], .actionHome),
        ActionRow(.end, [.end, .character("G")], .actionEnd),
        ActionRow(.nextPane, [.tab], .actionNextPane),
        ActionRow(.previousPane, [.backTab], .actionPreviousPane),
        ActionRow(.nextUnread, [.character("n")], .actionNextUnread, hint: .hintNext, in: [.stories, .body]),
        ActionRow(.previousUnread, [.character("N")], .actionPreviousUnread, in: [.stories, .body]),
        ActionRow(.toggleRead, [.character("m")], .actionToggleRead, hint: .hintMark, in: [.stories, .body]),
        ActionRow(.readSection, [.character("A")], .actionReadSection),
        ActionRow(.star, [.character("s")], .actionStar, in: [.stories, .body]),
        ActionRow(.filter, [.character("f")], .actionFilter, in: lists),
        ActionRow(.find, [.character("/")], .actionFind, hint: .hintFind),
        ActionRow(.findAll, [.character("F")], .actionFindAll),
        ActionRow(.columns, [.character("c")], .actionColumns, hint: .hintColumns, in: [.stories, .body]),
        ActionRow(.alone, [.character("z")], .actionAlone, in: [.stories, .body]),
        ActionRow(.raw, [.character("r")], .actionRaw, in: [.stories, .body]),
        ActionRow(.editions, [.character("e")], .actionEditions),
        ActionRow(.copy, [.character("y")], .actionCopy, in: [.stories, .body]),
        ActionRow(.copyParagraph, [.character("Y")], .actionCopyParagraph, in: [.stories, .body]),
        ActionRow(.openLink, [.character("o")], .actionOpenLink, in: [.stories, .body]),
        ActionRow(.links, [.character("O")], .actionLinks, in: [.stories, .body]),
        ActionRow(.pipe, [.character("|")], .actionPipe, in: [.stories, .body]),
        ActionRow(.theme, [.character("t")], .actionTheme),
        ActionRow(.larger, [.character(">")], .actionLarger),
        ActionRow(.smaller, [.character("<")], .actionSmaller),
        ActionRow(.undo, [.character("u")], .actionUndo),
        ActionRow(.redo, [.control("R")], .actionRedo),
        ActionRow(.help, [.character("?"), .function(1)], .actionHelp, hint: .hintHelp),
        ActionRow(.quit, [.character("q")], .actionQuit, hint: .hintQuit),
        ActionRow(.redraw, [.control("L")], .actionRedraw),
        // The terminal itself turns this key into a signal; it stands here for the help.
        ActionRow(.suspend, [.control("Z")], .actionSuspend),
        ActionRow(.click, [.click(column: 0, row: 0)], .actionClick),
        ActionRow(.wheel, [.wheelUp(column: 0, row: 0)], .actionWheel),
    ]
}
