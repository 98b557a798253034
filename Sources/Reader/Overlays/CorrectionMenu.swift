import Localization
import Newspaper
import Screen
import Settings

/// What a line can be said to be, to choose from: a part of the raw page, at the foot of the pane.
struct CorrectionMenu: Sendable {
    /// A ruling with the key that chooses it; nil takes back what was said.
    struct Choice: Sendable {
        let key: Unicode.Scalar
        let ruling: LineRuling?

        func words(in texts: Localization) -> String {
            switch ruling {
            case .kind(let kind): texts.words(for: "kind.\(kind.rawValue)") ?? kind.rawValue
            case .joins: texts(.rulingJoins)
            case .begins: texts(.rulingBegins)
            case nil: texts(.rulingNone)
            }
        }
    }

    /// The most wanted first. None of these keys is an action's, unless settings make it one.
    static let choices: [Choice] = [
        Choice(key: "1", ruling: .kind(.headline)), Choice(key: "2", ruling: .kind(.kicker)),
        Choice(key: "3", ruling: .kind(.deck)), Choice(key: "4", ruling: .kind(.byline)),
        Choice(key: "5", ruling: .kind(.rubric)), Choice(key: "6", ruling: .kind(.caption)),
        Choice(key: "7", ruling: .kind(.paragraph)), Choice(key: "8", ruling: .kind(.crosshead)),
        Choice(key: "9", ruling: .kind(.furniture)), Choice(key: "+", ruling: .joins),
        Choice(key: "-", ruling: .begins), Choice(key: "0", ruling: nil),
    ]

    private(set) var selected: Int

    enum Answer {
        case stay
        case close
        case choose(LineRuling?)
    }

    /// - Parameter line: the line that it is about; what it is now is selected.
    init(_ line: PrintedLine) {
        let now = line.ruling ?? .kind(line.kind)
        selected = Self.choices.firstIndex { $0.ruling == now } ?? 0
    }

    mutating func press(_ key: Key, in state: ReaderState) -> Answer {
        let grid = grid(in: state)
        switch key {
        case .character(let scalar):
            if let choice = Self.choices.first(where: { $0.key == scalar }) { return .choose(choice.ruling) }
        case .left: return move(-grid.rows)
        case .right: return move(grid.rows)
        case .enter: return .choose(Self.choices[selected].ruling)
        case .escape: return .close
        case .click(let column, let row), .doubleClick(let column, let row):
            guard let choice = choice(atColumn: column, row: row, in: state) else { return .close }
            return .choose(Self.choices[choice].ruling)
        case .wheelUp: return move(-1)
        case .wheelDown: return move(1)
        default: break
        }
        switch state.keymap.action(for: key) {
        case .up: return move(-1)
        case .down: return move(1)
        case .home, .pageUp: return move(-selected)
        case .end, .pageDown: return move(Self.choices.count - 1 - selected)
        case .forward: return .stay
        case .enter, .correct: return .choose(Self.choices[selected].ruling)
        case nil: return .stay
        default: return .close
        }
    }

    private mutating func move(_ step: Int) -> Answer {
        let target = selected + step
        // From the last column nothing is to the right.
        if Self.choices.indices.contains(target) { selected = target }
        return .stay
    }

    // MARK: - Picture

    /// How the choices are arranged: column by column.
    private struct Grid {
        var area: Area
        /// Rows of choices, and the cells of a column of them.
        var rows: Int
        var cells: Int
        /// The first row that is shown.
        var first: Int
        var heading: Int
    }

    /// Cells before a choice's words: the mark of selection, its key, a space.
    private static let lead = 3

    private func grid(in state: ReaderState) -> Grid {
        let body = state.layout.body
        let widest = Self.choices.map { state.cells(of: $0.words(in: state.texts)) }.max() ?? 0
        let cells = Self.lead + widest + 2
        let columns = max(1, min(4, (body.columns - 1) / cells))
        let rows = (Self.choices.count + columns - 1) / columns
        // The line itself stays in sight where there is room for it.
        let room = max(1, body.rows - 2)
        let heading = room > rows ? 1 : 0
        let shown = min(rows, room)
        let row = selected % rows
        let area = Area(
            column: body.column, row: body.row + max(0, body.rows - shown - heading), columns: body.columns,
            rows: min(body.rows, shown + heading))
        return Grid(
            area: area, rows: rows, cells: min(cells, body.columns), first: max(0, min(row, rows - shown)),
            heading: heading)
    }

    /// The rows of the pane that it takes from the page.
    func rows(in state: ReaderState) -> Int { grid(in: state).area.rows }

    private func choice(atColumn column: Int, row: Int, in state: ReaderState) -> Int? {
        let grid = grid(in: state)
        guard grid.area.contains(column: column, row: row), row >= grid.area.row + grid.heading else { return nil }
        let at = grid.first + row - grid.area.row - grid.heading
        let choice = (column - grid.area.column) / grid.cells * grid.rows + at
        return at < grid.rows && Self.choices.indices.contains(choice) ? choice : nil
    }

    func compose(of state: ReaderState, to frame: inout Frame) {
        let (grid, theme) = (grid(in: state), state.theme)
        frame.fill(grid.area, style: theme.text)
        if grid.heading > 0 {
            for column in 0..<grid.area.columns {
                frame.put("─", cells: 1, column: grid.area.column + column, row: grid.area.row, style: theme.border)
            }
            frame.write(
                state.shortened(" " + state.texts(.correctionTitle) + " ", to: max(0, grid.area.columns - 2)),
                column: grid.area.column + 1, row: grid.area.row, limit: max(0, grid.area.columns - 2),
                style: theme.crosshead)
        }
        for (index, choice) in Self.choices.enumerated() {
            let row = index % grid.rows - grid.first
            guard row >= 0, row < grid.area.rows - grid.heading else { continue }
            let isSelected = index == selected
            let area = Area(
                column: grid.area.column + index / grid.rows * grid.cells, row: grid.area.row + grid.heading + row,
                columns: grid.cells, rows: 1)
            if isSelected {
                frame.fill(area, style: theme.selection)
                frame.cursor(at: area, where: true)
            }
            frame.writeSelectionMark(isSelected, in: area, style: theme.selection)
            frame.write(
                String(Character(choice.key)), column: area.column + 1, row: area.row, limit: min(1, area.columns - 1),
                style: isSelected ? theme.selection : theme.hintKey)
            let room = area.columns - Self.lead
            guard room > 0 else { continue }
            frame.write(
                state.shortened(choice.words(in: state.texts), to: room), column: area.column + Self.lead,
                row: area.row, limit: room, style: isSelected ? theme.selection : theme.text)
        }
    }

    static func hints(of state: ReaderState) -> [Hint] {
        [
            Hint(.up, .down, word: state.texts(.hintSelect), in: state),
            Hint(.enter, word: state.texts(.hintCorrect), in: state),
            Hint(.escape, word: state.texts(.hintLeave), in: state),
        ]
    }
}
