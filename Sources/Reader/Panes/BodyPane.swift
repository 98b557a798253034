import Screen
import Typesetting

extension ReaderState {
    func composeBody(_ arrangement: Arrangement, in frame: inout Frame) {
        let area = arrangement.body
        guard !area.isEmpty else { return }
        frame.cursor(
            at: Area(column: max(area.column, arrangement.measure.column - 1), row: area.row, columns: 1, rows: 1),
            where: focus == .body)
        guard let story else {
            frame.write(
                texts(.emptyEdition), column: area.column + 1, row: area.row, limit: area.columns - 2,
                style: theme.muted)
            return
        }
        let set = setStory(story)
        let place = set.clamped(place(in: story), height: area.rows)
        let (column, _) = arrangement.measure
        let limit = area.column + area.columns - column
        let rows = set.lines(from: place, count: area.rows)
        for (index, row) in rows.enumerated() {
            let role = set.document.parts[row.paragraph].role
            frame.write(row.line, column: column, row: area.row + index, limit: limit, style: style(of: role))
        }
        composeEpilogue(story, below: rows.count, column: column, limit: limit - 2, area, in: &frame)
    }

    /// Under the end mark, where there is room: what to read next, or that there is nothing left.
    private func composeEpilogue(
        _ story: Int, below count: Int, column: Int, limit: Int, _ area: Area, in frame: inout Frame
    ) {
        guard count + 1 < area.rows else { return }
        let text: String
        if let next = nextUnread(after: story), next != story {
            text = texts(.nextStory, edition.stories[next].listTitle ?? texts(.untitled))
        } else if nextUnread(after: story) == nil {
            text = texts(.editionFinished)
        } else {
            return
        }
        let short = shortened(text, to: limit)
        frame.write(
            short, column: column + max(0, (limit - cells(of: short)) / 2), row: area.row + count + 1, limit: limit,
            style: theme.muted)
    }

    private func style(of role: StoryDocument.Role) -> Style {
        switch role {
        case .kicker: theme.kicker
        case .headline: theme.headline
        case .deck: theme.deck
        case .byline: theme.byline
        case .paragraph, .blank: theme.text
        case .crosshead: theme.crosshead
        case .caption: theme.caption
        case .jump, .endMark: theme.muted
        }
    }

    /// How far the screen has come through the open story, in per cent; nil where the whole story is on it.
    func percentShown(_ arrangement: Arrangement) -> Int? {
        let rows = arrangement.body.rows
        guard let story, rows > 0 else { return nil }
        let set = setStory(story)
        let place = set.clamped(place(in: story), height: rows)
        let shown = set.lines(from: place, count: rows + 1)
        guard shown.count > rows else { return place == .start ? nil : 100 }
        return Int(set.progress(to: shown[rows].place) * 100)
    }
}
