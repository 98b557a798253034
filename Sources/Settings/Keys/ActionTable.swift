import Screen

/// All actions with their default keys, in the order of the help. The line of hints shows as many as fit, from the front.
package enum ActionTable {
    private static let lists: Set<Pane> = [.sections, .stories]

    /// One row for each action.
    package static let rows: [ActionRow] = [
        ActionRow(.up, [.up, .character("k")]),
        ActionRow(.down, [.down, .character("j")]),
        ActionRow(.enter, [.right, .enter, .character("l")], isHinted: true, in: lists),
        ActionRow(.back, [.left, .escape, .character("h")], isHinted: true),
        ActionRow(.forward, [.character(" ")], isHinted: true),
        ActionRow(.pageDown, [.pageDown]),
        ActionRow(.pageUp, [.pageUp, .character("b")]),
        ActionRow(.home, [.home, .character("g")]),
        ActionRow(.end, [.end, .character("G")]),
        ActionRow(.nextPane, [.tab]),
        ActionRow(.previousPane, [.backTab]),
        ActionRow(.nextUnread, [.character("n")], isHinted: true),
        ActionRow(.previousUnread, [.character("N")]),
        ActionRow(.toggleRead, [.character("m")], isHinted: true, in: [.stories, .body]),
        ActionRow(.readSection, [.character("A")]),
        ActionRow(.star, [.character("s")], in: [.stories, .body]),
        ActionRow(.filter, [.character("f")], in: lists),
        ActionRow(.find, [.character("/")], isHinted: true),
        ActionRow(.findAll, [.character("F")]),
        ActionRow(.columns, [.character("c")], isHinted: true, in: [.stories, .body]),
        ActionRow(.alone, [.character("z")], in: [.stories, .body]),
        ActionRow(.pictures, [.character("p")], isHinted: true, in: [.stories, .body]),
        ActionRow(.raw, [.character("r")], in: [.stories, .body]),
        ActionRow(.correct, [.character("C")], in: [.stories, .body]),
        ActionRow(.pageMap, [.character("v")]),
        ActionRow(.editions, [.character("e")]),
        ActionRow(.copy, [.character("y")], in: [.stories, .body]),
        ActionRow(.copyParagraph, [.character("Y")], in: [.stories, .body]),
        ActionRow(.openLink, [.character("o")], in: [.stories, .body]),
        ActionRow(.links, [.character("O")], in: [.stories, .body]),
        ActionRow(.pipe, [.character("|")], in: [.stories, .body]),
        ActionRow(.theme, [.character("t")]),
        ActionRow(.larger, [.character(">")]),
        ActionRow(.smaller, [.character("<")]),
        ActionRow(.undo, [.character("u")]),
        ActionRow(.redo, [.control("R")]),
        ActionRow(.help, [.character("?"), .function(1)], isHinted: true),
        ActionRow(.quit, [.character("q")], isHinted: true),
        ActionRow(.redraw, [.control("L")]),
        // The terminal turns this key into a signal; the row is here for the help.
        ActionRow(.suspend, [.control("Z")]),
        ActionRow(.mouse, [.character("M")]),
        ActionRow(.click, [.click(column: 0, row: 0)]),
        ActionRow(.wheel, [.wheelUp(column: 0, row: 0)]),
    ]
}
