import Settings
import Screen

extension ReaderState {
    /// The picture of the state on its screen.
    package func compose() -> Frame {
        var frame = Frame(size: size, ambiguousIsWide: settings.ambiguousIsWide)
        compose(in: &frame)
        if settings.ambiguousIsWide { frame.widenAmbiguous() }
        return frame
    }

    private func compose(in frame: inout Frame) {
        let layout = layout
        if let row = layout.masthead { composeMasthead(row: row, in: &frame) }
        if let row = layout.mastheadRule {
            for column in 0..<size.columns { frame.put("─", cells: 1, column: column, row: row, style: theme.border) }
        }
        let foot = overlays.last(covering: .foot)
        if let row = layout.hints, foot == nil { composeHints(row: row, layout: layout, in: &frame) }
        if let overlay = overlays.last(covering: .screen) { return overlay.compose(in: layout, of: self, to: &frame) }
        if let overlay = overlays.last(covering: .lists) { return compose(overlay, layout, in: &frame) }
        composeRules(layout, in: &frame)
        composeSections(layout.sections, in: &frame)
        if let overlay = overlays.last(covering: .stories) {
            frame.cursor(at: layout.stories, where: focus == .stories && !layout.stories.isEmpty)
            overlay.compose(in: layout, of: self, to: &frame)
        } else {
            composeStories(layout.stories, in: &frame)
        }
        composeBody(layout, in: &frame)
        foot?.compose(in: layout, of: self, to: &frame)
    }

    /// What lies over the lists, beside the open story where there is room for both.
    private func compose(_ overlay: any Overlay, _ layout: ScreenLayout, in frame: inout Frame) {
        if layout.kind != .narrow {
            composeRule(at: layout.body.column - 1, layout, in: &frame)
            composeBody(layout, in: &frame)
        }
        overlay.compose(in: layout, of: self, to: &frame)
    }

    private func composeRules(_ layout: ScreenLayout, in frame: inout Frame) {
        for column in layout.rules { composeRule(at: column, layout, in: &frame) }
        guard let row = layout.crossRule, let right = layout.rules.first else { return }
        for column in 0..<right { frame.put("─", cells: 1, column: column, row: row, style: theme.border) }
        frame.put("┤", cells: 1, column: right, row: row, style: theme.border)
    }

    /// A rule between two panes, from the masthead to the hints.
    private func composeRule(at column: Int, _ layout: ScreenLayout, in frame: inout Frame) {
        if let row = layout.mastheadRule { frame.put("┬", cells: 1, column: column, row: row, style: theme.border) }
        for row in layout.body.row..<layout.body.row + layout.body.rows {
            frame.put("│", cells: 1, column: column, row: row, style: theme.border)
        }
    }
}
