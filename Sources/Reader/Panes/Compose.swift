import Screen

extension ReaderState {
    /// The picture of the state on its screen.
    package func compose() -> Frame {
        var frame = Frame(size: size, ambiguousIsWide: settings.ambiguousIsWide)
        compose(in: &frame)
        if settings.ambiguousIsWide { frame.replaceAmbiguous() }
        return frame
    }

    private func compose(in frame: inout Frame) {
        let arrangement = arrangement
        if let row = arrangement.masthead { composeMasthead(row: row, in: &frame) }
        if let row = arrangement.hints, prompt == nil { composeHints(row: row, arrangement: arrangement, in: &frame) }
        if help != nil { return composeHelp(arrangement.whole, in: &frame) }
        if let links { return compose(links, arrangement.whole, in: &frame) }
        if let calendar { return compose(calendar, arrangement, in: &frame) }
        composeRules(arrangement, in: &frame)
        composeSections(arrangement.sections, in: &frame)
        composeStories(arrangement.stories, in: &frame)
        composeBody(arrangement, in: &frame)
        if let prompt { compose(prompt, in: &frame) }
    }

    /// The editions beside the open story, where there is room for both.
    private func compose(_ calendar: Calendar, _ arrangement: Arrangement, in frame: inout Frame) {
        if arrangement.kind != .narrow {
            for row in arrangement.body.row..<arrangement.body.row + arrangement.body.rows {
                frame.put("│", cells: 1, column: arrangement.body.column - 1, row: row, style: theme.border)
            }
            composeBody(arrangement, in: &frame)
        }
        compose(calendar, arrangement.lists, in: &frame)
    }

    private func composeRules(_ arrangement: Arrangement, in frame: inout Frame) {
        let body = arrangement.body
        for column in arrangement.rules {
            for row in body.row..<body.row + body.rows {
                frame.put("│", cells: 1, column: column, row: row, style: theme.border)
            }
        }
        guard let row = arrangement.crossRule, let right = arrangement.rules.first else { return }
        for column in 0..<right { frame.put("─", cells: 1, column: column, row: row, style: theme.border) }
        frame.put("┤", cells: 1, column: right, row: row, style: theme.border)
    }
}
