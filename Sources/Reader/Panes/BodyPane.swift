import Screen
import Typesetting

extension ReaderState {
    func composeBody(_ arrangement: Arrangement, in frame: inout Frame) {
        let area = arrangement.body
        guard !area.isEmpty else { return }
        frame.cursor(
            at: Area(column: arrangement.measure.column, row: area.row, columns: 1, rows: 1), where: focus == .body)
        guard let story else {
            frame.write(
                texts(.emptyEdition), column: area.column + 1, row: area.row, limit: area.columns - 2,
                style: theme.muted)
            return
        }
        let galley = galley(of: story)
        let place = galley.clamped(places[edition.stories[story].id] ?? Place(), rows: area.rows)
        let (column, _) = arrangement.measure
        let limit = area.column + area.columns - column
        let rows = galley.rows(from: place, count: area.rows)
        for (index, row) in rows.enumerated() {
            guard let line = row.line else { continue }
            frame.write(line, column: column, row: area.row + index, limit: limit, style: style(of: row.role))
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
        case .paragraph, .continuation: theme.text
        case .crosshead: theme.crosshead
        case .caption: theme.caption
        case .jump, .endMark: theme.muted
        }
    }

    /// How far the screen has come through the open story, in per cent; nil where the whole story is on it.
    func percentShown(_ arrangement: Arrangement) -> Int? {
        let rows = arrangement.body.rows
        guard let story, rows > 0 else { return nil }
        let galley = galley(of: story)
        let place = galley.clamped(places[edition.stories[story].id] ?? Place(), rows: rows)
        let shown = galley.rows(from: place, count: rows + 1)
        guard shown.count > rows else { return place == Place() ? nil : 100 }
        return Int(galley.progress(through: shown[rows].place) * 100)
    }
}
