import Screen
import Settings
import Typesetting

/// Where each pane stands on a screen of a size.
struct ScreenLayout: Sendable, Equatable {
    enum Kind: Sendable { case wide, middle, narrow }

    var kind: Kind
    /// The rows at the top and the bottom; nil where the screen is too low to spare them.
    var masthead: Int?
    var hints: Int?
    /// The row of the rule below the masthead, where there are rows to spare.
    var mastheadRule: Int?
    /// Empty for the panes that are not shown.
    var sections: Area
    var stories: Area
    var body: Area
    /// Columns of the rules between panes.
    var rules: [Int]
    /// The row of the rule between sections and stories in the middle layout.
    var crossRule: Int?

    /// The most cells that a line of the body may have.
    let widestMeasure: Int

    static let wideFrom = 110
    static let middleFrom = 64
    static let ruledFrom = 20

    /// Columns and rows that a pane keeps, however small it is made, where the screen has them.
    private static let fewest = (sections: 10, stories: 20, body: 30, rows: 2)

    /// `sectionCells` are those that the longest section's name takes, `countCells` those of the longest count beside it;
    /// `isAlone`, whether the body has the screen to itself while it has the keys.
    init(
        size: Size, focus: Pane, sectionCount: Int, sectionCells: Int, countCells: Int = 0, widestMeasure: Int = 76,
        isAlone: Bool = false, sizes: PaneSizes = PaneSizes()
    ) {
        /// A size with the reader's change, within bounds; as it would be where there are none.
        func changed(_ usual: Int, by change: Int, _ least: Int, _ most: Int) -> Int {
            change == 0 ? usual : max(min(least, usual), min(max(most, usual), usual + change))
        }
        self.widestMeasure = widestMeasure
        let rows = size.rows
        masthead = rows >= 6 ? 0 : nil
        hints = rows >= 5 ? rows - 1 : nil
        mastheadRule = rows >= Self.ruledFrom ? 1 : nil
        let top = mastheadRule != nil ? 2 : masthead != nil ? 1 : 0
        let height = rows - top - (hints == nil ? 0 : 1)
        let none = Area(column: 0, row: 0, columns: 0, rows: 0)
        (sections, stories, body) = (none, none, none)
        rules = []
        let isAlone = isAlone && focus == .body
        if !isAlone, size.columns >= Self.wideFrom, rows >= 5 {
            kind = .wide
            let fewest = Self.fewest
            // Beside a long count a name keeps six cells at least.
            let count = max(6, countCells)
            let usual = max(14, min(28, max(size.columns / 6, count + 10), sectionCells + count + 4))
            let storiesUsual = min(48, 34 + (size.columns - Self.wideFrom) / 4)
            let sectionColumns = changed(
                usual, by: sizes.sections, fewest.sections, size.columns - storiesUsual - fewest.body - 2)
            let storyColumns = changed(
                storiesUsual, by: sizes.stories, fewest.stories, size.columns - sectionColumns - fewest.body - 2)
            sections = Area(column: 0, row: top, columns: sectionColumns, rows: height)
            stories = Area(column: sectionColumns + 1, row: top, columns: storyColumns, rows: height)
            let left = sectionColumns + storyColumns + 2
            body = Area(column: left, row: top, columns: size.columns - left, rows: height)
            rules = [sectionColumns, left - 1]
        } else if !isAlone, size.columns >= Self.middleFrom, rows >= 8 {
            kind = .middle
            let columns = changed(
                max(24, min(40, size.columns * 3 / 8)), by: sizes.lists, Self.fewest.stories,
                size.columns - Self.fewest.body - 1)
            let upper = changed(
                max(2, min(sectionCount, (height - 1) / 4)), by: sizes.sectionRows, 1,
                max(1, min(sectionCount, height - 1 - Self.fewest.rows)))
            sections = Area(column: 0, row: top, columns: columns, rows: upper)
            stories = Area(column: 0, row: top + upper + 1, columns: columns, rows: height - upper - 1)
            body = Area(column: columns + 1, row: top, columns: size.columns - columns - 1, rows: height)
            rules = [columns]
            crossRule = top + upper
        } else {
            kind = .narrow
            let area = Area(column: 0, row: top, columns: size.columns, rows: height)
            switch focus {
            case .sections: sections = area
            case .stories: stories = area
            case .body: body = area
            }
        }
    }

    /// All that lies between masthead and hints.
    var whole: Area {
        let areas = [sections, stories, body].filter { !$0.isEmpty }
        let top = areas.map(\.row).min() ?? 0
        let end = areas.map { $0.row + $0.rows }.max() ?? 0
        return Area(
            column: 0, row: top, columns: areas.map { $0.column + $0.columns }.max() ?? 0, rows: end - top)
    }

    /// Where the lists stand, without the rule between them and the body; the whole where only one pane is shown.
    var lists: Area {
        kind == .narrow ? whole : Area(column: 0, row: body.row, columns: body.column - 1, rows: body.rows)
    }

    func area(of pane: Pane) -> Area {
        switch pane {
        case .sections: sections
        case .stories: stories
        case .body: body
        }
    }

    /// The pane under a cell; nil where there is none.
    func pane(atColumn column: Int, row: Int) -> Pane? {
        Pane.allCases.first { area(of: $0).contains(column: column, row: row) }
    }

    /// A rule between panes, which can be dragged.
    struct Border: Sendable, Equatable {
        /// What changes with it.
        var size: WritableKeyPath<PaneSizes, Int> & Sendable
        /// Which of `rules` it is, where it is not the one that lies across.
        var rule = 0
        var isRow = false
    }

    /// The border under a cell; nil where there is none.
    func border(atColumn column: Int, row: Int) -> Border? {
        guard whole.row..<whole.row + whole.rows ~= row else { return nil }
        if let rule = rules.firstIndex(of: column) {
            return Border(size: kind == .middle ? \.lists : rule == 0 ? \.sections : \.stories, rule: rule)
        }
        if row == crossRule, column < body.column { return Border(size: \.sectionRows, isRow: true) }
        return nil
    }

    /// The row or the column of a border; nil where it is not there.
    func place(of border: Border) -> Int? {
        border.isRow ? crossRule : rules.indices.contains(border.rule) ? rules[border.rule] : nil
    }

    /// Where the body's columns stand and how many cells each takes, a gutter of five between them: two for hanging marks,
    /// the rule, two more. Nil where the pane has no room for two columns of twenty Han.
    var columns: (column: Int, count: Int, cells: Int)? {
        let margin = 1
        let room = body.columns - margin
        let (count, cells) = Columns.fitting(width: room)
        guard count > 1, body.rows >= 8 else { return nil }
        let used = count * cells + (count - 1) * Self.gutter
        return (body.column + margin + (room - 2 - used) / 2, count, cells)
    }

    static let gutter = 5
    /// Columns that a body pane needs for two newspaper columns.
    static let columnsFrom = 88

    /// Where the body's lines stand, and how many cells they take: an even measure, at most the widest one, centred, with
    /// two free cells to its right for hanging marks.
    var measure: (column: Int, cells: Int) {
        let gutter = 2
        let margin = body.columns >= 24 ? 1 : 0
        let room = body.columns - gutter - margin
        let cells = max(2, min(widestMeasure, room) / 2 * 2)
        return (body.column + margin + max(0, (room - cells) / 2), cells)
    }
}
