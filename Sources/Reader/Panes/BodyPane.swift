import Settings
import Screen
import Typesetting

extension ReaderState {
    func composeBody(_ layout: ScreenLayout, in frame: inout Frame) {
        let area = layout.body
        guard !area.isEmpty else { return }
        frame.cursor(
            at: Area(column: max(area.column, layout.measure.column - 1), row: area.row, columns: 1, rows: 1),
            where: focus == .body)
        guard let position else {
            frame.write(
                shortened(nothingToRead, to: area.columns - 2), column: area.column + 1, row: area.row,
                limit: area.columns - 2, style: theme.muted)
            return
        }
        if let overlay = overlays.last(covering: .body) { return overlay.compose(in: layout, of: self, to: &frame) }
        if let columns = columnStory(position) { return compose(columns, of: position, layout, in: &frame) }
        let set = setStory(position)
        let (column, _) = layout.measure
        let limit = area.column + area.columns - column
        let rows = set.screen(from: place(in: position), height: area.rows).lines
        for (index, row) in rows.enumerated() {
            let role = set.document.parts[row.paragraph].role
            frame.write(row.line, column: column, row: area.row + index, limit: limit, style: style(of: role))
            markAccents(of: set.document, on: row, column: column, row: area.row + index, limit: limit, in: &frame)
            markHits(on: row, column: column, row: area.row + index, limit: limit, in: &frame)
        }
        composePictures(on: rows, of: set, column: column, row: area.row, in: &frame)
        composeEpilogue(position, below: rows.count, column: column, limit: layout.measure.cells, area, in: &frame)
    }

    /// Why no story is open.
    private var nothingToRead: String {
        if stories.count == 0 { return progress == nil ? texts(.emptyEdition) : "" }
        let action: Action = lists.listFilter == nil ? .filter : .find
        return texts(.nothingPasses, keyName(of: action))
    }

    /// A page of columns: on the first the headline over them, after the last what comes next under them.
    private func compose(
        _ columns: ColumnStory, of position: Int, _ layout: ScreenLayout, in frame: inout Frame
    ) {
        guard let (left, count, cells) = layout.columns else { return }
        let area = layout.body
        frame.cursor(at: Area(column: left - 1, row: area.row, columns: 1, rows: 1), where: focus == .body)
        let place = place(in: position)
        let set = setStory(position, measure: cells)
        let document = set.document
        let across = count * cells + (count - 1) * ScreenLayout.gutter
        var top = area.row
        if columns.isFirst(place) {
            for line in columns.head {
                let style = style(of: document.parts[line.paragraph].role)
                frame.write(line.line, column: left, row: top, limit: across, style: style)
                markHits(on: line, column: left, row: top, limit: across, in: &frame)
                top += 1
            }
        }
        let page = columns.page(from: place)
        let rows = page.columns.map(\.count).max() ?? 0
        for (index, lines) in page.columns.enumerated() {
            let column = left + index * (cells + ScreenLayout.gutter)
            for (row, line) in lines.enumerated() {
                let style = style(of: document.parts[line.paragraph].role)
                frame.write(line.line, column: column, row: top + row, limit: cells + 2, style: style)
                markAccents(of: document, on: line, column: column, row: top + row, limit: cells + 2, in: &frame)
                markHits(on: line, column: column, row: top + row, limit: cells + 2, in: &frame)
            }
            composePictures(on: lines, of: set, column: column, row: top, in: &frame)
            guard index > 0 else { continue }
            for row in top..<top + rows {
                frame.put("│", cells: 1, column: column - 3, row: row, style: theme.border)
            }
        }
        guard page.next == nil else { return }
        composeEpilogue(position, below: top - area.row + rows, column: left, limit: across, area, in: &frame)
    }

    /// Under the end mark, where there is room: what to read next, or that there is nothing left.
    private func composeEpilogue(
        _ position: Int, below count: Int, column: Int, limit: Int, _ area: Area, in frame: inout Frame
    ) {
        guard count + 1 < area.rows else { return }
        let text: String
        if let next = nextUnread(after: position) {
            text = texts(.nextStory, restored(stories.header(at: next).title ?? texts(.untitled)))
        } else if isFinished {
            text = finished
        } else {
            // This one alone is unread, and nothing comes after it.
            return
        }
        let short = shortened(text, to: limit)
        frame.write(
            short, column: column + max(0, (limit - cells(of: short)) / 2), row: area.row + count + 1, limit: limit,
            style: theme.muted)
    }

    /// Makes the words stand out that do in the story.
    private func markAccents(
        of document: StoryDocument, on line: TextLayout.SetLine, column: Int, row: Int, limit: Int,
        in frame: inout Frame
    ) {
        let source = line.line.source
        for (range, accent) in document.parts[line.paragraph].accents
        where range.lowerBound < source.upperBound && range.upperBound > source.lowerBound {
            guard let span = line.line.columns(of: range, limit: limit) else { continue }
            frame.restyle(Area(column: column + span.lowerBound, row: row, columns: span.count, rows: 1)) { style in
                switch accent {
                case .strong: style.attributes.insert(.bold)
                case .emphasis: style.attributes.insert(.underline)
                case .code: style = theme.code
                case .link:
                    if theme.link.foreground != .terminal { style.foreground = theme.link.foreground }
                    style.attributes.formUnion(theme.link.attributes)
                case .added: style = theme.muted
                }
            }
        }
    }

    private func style(of role: StoryDocument.Role) -> Style {
        switch role {
        case .kicker: theme.kicker
        case .headline: theme.headline
        case .deck: theme.deck
        case .byline: theme.byline
        case .paragraph, .verse, .item, .row, .blank, .picture: theme.text
        case .crosshead: theme.crosshead
        case .subhead: theme.kicker
        case .code: theme.code
        case .question, .quotation: theme.question
        case .caption, .description: theme.caption
        case .jump, .endMark: theme.muted
        }
    }

    /// How far the screen has come through the open story, in per cent; nil where the whole story is on it.
    func percentShown(_ layout: ScreenLayout) -> Int? {
        let rows = layout.body.rows
        guard let position, rows > 0 else { return nil }
        let set = setStory(position)
        if let columns = columnStory(position) {
            guard let next = columns.next(after: place(in: position)) else {
                return columns.isFirst(place(in: position)) ? nil : 100
            }
            return Int(set.progress(to: next) * 100)
        }
        let screen = set.screen(from: place(in: position), height: rows)
        guard let next = screen.next else {
            return screen.lines.first == set.lines(from: .start, count: 1).first ? nil : 100
        }
        return Int(set.progress(to: next.place) * 100)
    }
}
