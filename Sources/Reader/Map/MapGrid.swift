import Newspaper
import Screen

/// A page's boxes in cells: what each cell is of, and which lines are drawn through it. What is smaller is above what is larger,
/// and boxes side by side share the line between them.
struct MapGrid: Sendable {
    /// Ways that lines go from the middle of a cell.
    static let (up, right, down, left): (UInt8, UInt8, UInt8, UInt8) = (1, 2, 4, 8)

    let columns: Int
    let rows: Int
    /// Of each cell the number of the item that it is of; −1 for none.
    private(set) var owners: [Int32] = []
    /// Of each cell the number of the picture that it is of, those of items first; −1 for none.
    private(set) var pictures: [Int32] = []
    /// Of each cell the ways that lines go.
    private(set) var lines: [UInt8] = []
    /// The rectangles of the pictures.
    private(set) var pictureAreas: [Area] = []
    /// What is seen of each item: the rectangle around its cells; nil where others cover it.
    private(set) var seen: [Area?] = []
    /// Where each item's heading begins, and the middle of it.
    private(set) var headings: [(column: Int, row: Int)] = []
    private(set) var areas: [Area] = []

    /// Rows of a map at most: many screens.
    static let mostRows = 500
    /// Columns of a map at least.
    static let fewestColumns = 4
    /// Points up to which edges are one line, in hundredths of the map's width: as wide as the white between two columns.
    private static let gutter = 4.0

    /// Columns of a box with its lines, at least, where there is room for them.
    private static let narrowest = 10
    /// Rows that a heading is given room for.
    private static let headingRows = 2
    /// Rows that are enough for most headlines, however narrow.
    private static let enoughRows = 6

    /// - Parameters:
    ///   - columns: cells that the map is wide.
    ///   - titles: cells that the items' titles take on one line.
    init(_ map: PageMap, columns: Int, titles: [Int]) {
        let columns = max(Self.fewestColumns, columns)
        let items = map.items.map(\.place)
        let boxes = items.map(\.box) + items.flatMap(\.pictures) + map.sheet.pictures
        let all = boxes.dropFirst().reduce(boxes.first ?? Box(left: 0, top: 0, right: 1, bottom: 1)) { $0.union($1) }
        let scale = Double(columns - 1) / max(1, all.width)
        // Cells are twice as high as they are wide.
        let scaleDown = min(scale / 2, Double(Self.mostRows) / 2 / max(1, all.height))
        func isLarge(_ picture: Box) -> Bool { picture.width * scale >= 3 && picture.height * scaleDown >= 1.2 }
        let itemPictures = items.map { $0.pictures.filter(isLarge) }
        let shown = itemPictures.flatMap(\.self) + map.sheet.pictures.filter(isLarge)
        let near = max(1.4 / scale, Self.gutter / 100 * all.width)
        let across = MapAxis(
            items.map { MapAxis.Span(start: $0.box.left, end: $0.box.right, least: Self.narrowest) }
                + shown.map { MapAxis.Span(start: $0.left, end: $0.right, least: 4, isPart: true) },
            scale: scale, near: near, limit: columns)
        let headings = items.indices.map { item in
            let room = max(2, across.cells(of: item).count - 6)
            let rows = max(1, min(Self.headingRows, (titles[item] + room - 1) / room))
            let heading = items[item].heading
            return MapAxis.Span(start: heading.top, end: heading.bottom, least: rows + 1, whole: item, isPart: true)
        }
        let downwards = MapAxis(
            items.map { MapAxis.Span(start: $0.box.top, end: $0.box.bottom, least: 2) }
                + shown.map { MapAxis.Span(start: $0.top, end: $0.bottom, least: 2, isPart: true) } + headings,
            scale: scaleDown, near: near, limit: Self.mostRows)
        self.columns = columns
        rows = max(3, downwards.count)
        let (width, height) = (columns, rows)
        areas = (0..<items.count + shown.count).map { number in
            let (x, y) = (across.cells(of: number), downwards.cells(of: number))
            let (left, top) = (min(x.lowerBound, width - 2), min(y.lowerBound, height - 2))
            return Area(
                column: left, row: top, columns: max(x.upperBound, left + 1) - left + 1,
                rows: max(y.upperBound, top + 1) - top + 1)
        }
        self.headings = items.enumerated().map { item, place in
            (
                across.cell(at: (place.heading.left + place.heading.right) / 2),
                downwards.cells(of: items.count + shown.count + item).lowerBound + 1
            )
        }
        pictureAreas = Array(areas[items.count...])
        areas.removeSubrange(items.count...)
        let owned = itemPictures.enumerated().flatMap { item, pictures in pictures.map { _ in item as Int? } }
        let pictureOwners = owned + [Int?](repeating: nil, count: shown.count - owned.count)
        paint(owners: pictureOwners)
        // Where there is no room for both, the story counts more than its pictures.
        var hasRoom = [Bool](repeating: false, count: items.count)
        for at in owners.indices where owners[at] >= 0 && lines[at] == 0 && pictures[at] < 0 {
            hasRoom[Int(owners[at])] = true
        }
        let kept = pictureOwners.indices.filter { pictureOwners[$0].map { hasRoom[$0] } ?? true }
        guard kept.count < pictureOwners.count else { return }
        pictureAreas = kept.map { pictureAreas[$0] }
        paint(owners: kept.map { pictureOwners[$0] })
    }

    /// Paints the largest first.
    ///
    /// - Parameter owners: of each picture the item that it belongs to.
    private mutating func paint(owners pictureOwners: [Int?]) {
        owners = [Int32](repeating: -1, count: columns * rows)
        pictures = owners
        lines = [UInt8](repeating: 0, count: columns * rows)
        let all = areas + pictureAreas
        let order = all.indices.sorted {
            (-all[$0].columns * all[$0].rows, $0) < (-all[$1].columns * all[$1].rows, $1)
        }
        for number in order {
            let picture = number - areas.count
            let owner = picture < 0 ? number : pictureOwners[picture] ?? -1
            paint(all[number], owner: Int32(owner), picture: Int32(max(-1, picture)))
        }
        measure()
    }

    private mutating func paint(_ area: Area, owner: Int32, picture: Int32) {
        let (left, top) = (area.column, area.row)
        let (right, bottom) = (left + area.columns - 1, top + area.rows - 1)
        for row in top...bottom {
            for column in left...right {
                let at = row * columns + column
                owners[at] = owner
                pictures[at] = picture
                let isEdge = (row == top || row == bottom, column == left || column == right)
                // Lines from inside end here.
                switch isEdge {
                case (false, false): lines[at] = 0
                case (true, false):
                    lines[at] &= ~(row == top ? Self.down : Self.up)
                    lines[at] |= Self.left | Self.right
                case (false, true):
                    lines[at] &= ~(column == left ? Self.right : Self.left)
                    lines[at] |= Self.up | Self.down
                case (true, true):
                    lines[at] |= (row == top ? Self.down : Self.up) | (column == left ? Self.right : Self.left)
                }
            }
        }
    }

    private mutating func measure() {
        seen = [Area?](repeating: nil, count: areas.count)
        for at in owners.indices where owners[at] >= 0 && lines[at] == 0 {
            let (item, row, column) = (Int(owners[at]), at / columns, at % columns)
            guard let area = seen[item] else {
                seen[item] = Area(column: column, row: row, columns: 1, rows: 1)
                continue
            }
            let (left, right) = (min(area.column, column), max(area.column + area.columns, column + 1))
            seen[item] = Area(column: left, row: area.row, columns: right - left, rows: row + 1 - area.row)
        }
    }

    /// Whether a cell is of an item, and text may stand there.
    func isFree(_ column: Int, _ row: Int, for item: Int) -> Bool {
        let at = row * columns + column
        return owners[at] == Int32(item) && lines[at] == 0 && pictures[at] < 0
    }

    /// The item of a cell; nil where it is of none.
    func item(atColumn column: Int, row: Int) -> Int? {
        guard (0..<columns).contains(column), (0..<rows).contains(row) else { return nil }
        let owner = Int(owners[row * columns + column])
        return owner >= 0 ? owner : nil
    }

    // MARK: - Where headings stand

    /// The room around the place where the heading of an item is printed: from the columns that are free there as far up and down
    /// as they are; nil where there is none.
    func roomAtHeading(of item: Int) -> Area? {
        guard let seen = seen[item] else { return nil }
        let (columns, end) = (seen.column..<seen.column + seen.columns, seen.row + seen.rows)
        for row in max(seen.row, min(headings[item].row, end - 1))..<end {
            var best: Range<Int>?
            var start: Int?
            for column in columns.lowerBound...columns.upperBound {
                if column < columns.upperBound, isFree(column, row, for: item) {
                    start = start ?? column
                } else if let from = start {
                    let holds = best.map { $0.contains(headings[item].column) } ?? false
                    if !holds, best == nil || column - from > best!.count || from <= headings[item].column {
                        best = from..<column
                    }
                    start = nil
                }
            }
            guard let best else { continue }
            func isOpen(_ row: Int) -> Bool { best.allSatisfy { isFree($0, row, for: item) } }
            let top = (seen.row..<row).last { !isOpen($0) }.map { $0 + 1 } ?? seen.row
            let bottom = (row..<end).first { !isOpen($0) } ?? end
            return Area(column: best.lowerBound, row: top, columns: best.count, rows: bottom - top)
        }
        return nil
    }

    /// The largest rectangle of free cells of an item, of those that are high enough for a headline the widest; nil where it has
    /// none.
    func largestRoom(of item: Int) -> Area? {
        guard let seen = seen[item] else { return nil }
        var heights = [Int](repeating: 0, count: seen.columns + 1)
        var best = Area(column: 0, row: 0, columns: 0, rows: 0)
        func size(_ columns: Int, _ rows: Int) -> (Int, Int) { (columns * min(rows, Self.enoughRows), rows) }
        for row in seen.row..<seen.row + seen.rows {
            // Columns whose rectangles may still grow to the right, the lower ones first.
            var open: [(column: Int, height: Int)] = []
            for column in 0...seen.columns {
                let isFree = column < seen.columns && isFree(seen.column + column, row, for: item)
                heights[column] = isFree ? heights[column] + 1 : 0
                var start = column
                while let last = open.last, last.height > heights[column] {
                    open.removeLast()
                    start = last.column
                    if size(column - start, last.height) > size(best.columns, best.rows) {
                        best = Area(
                            column: seen.column + start, row: row - last.height + 1, columns: column - start,
                            rows: last.height)
                    }
                }
                if open.last.map({ $0.height < heights[column] }) ?? true { open.append((start, heights[column])) }
            }
        }
        return best.isEmpty ? nil : best
    }

    // MARK: - Lines

    /// What is drawn in a cell that lines go through; around the selected item they are heavy.
    func rule(atColumn column: Int, row: Int, around selected: Int?) -> String {
        let bits = lines[row * columns + column]
        var form = 0
        for (number, way) in [Self.up, Self.right, Self.down, Self.left].enumerated() where bits & way != 0 {
            let isHeavy = selected.map { isBorder(of: $0, column, row, way) } ?? false
            form += (isHeavy ? 2 : 1) * Self.powers[number]
        }
        return Self.forms[form]
    }

    private static let powers = [1, 3, 9, 27]
    /// U+2500…U+257F by the weights of the four ways: up is worth 1, right 3, down 9, left 27; heavy twice as much as light.
    private static let forms = " ╵╹╶└┖╺┕┗╷│╿┌├┞┍┝┡╻╽┃┎┟┠┏┢┣╴┘┚─┴┸╼┶┺┐┤┦┬┼╀┮┾╄┒┧┨┰╁╂┲╆╊╸┙┛╾┵┹━┷┻┑┥┩┭┽╃┯┿╇┓┪┫┱╅╉┳╈╋"
        .map(String.init)

    /// Whether a line that goes out of a cell has the item on one side alone.
    private func isBorder(of item: Int, _ column: Int, _ row: Int, _ way: UInt8) -> Bool {
        func isSide(_ cells: [(column: Int, row: Int)]) -> Bool {
            cells.contains { column, row in
                self.item(atColumn: column, row: row) == item && lines[row * columns + column] == 0
            }
        }
        switch way {
        case Self.left, Self.right:
            let next = column + (way == Self.right ? 1 : -1)
            return isSide([(column, row - 1), (next, row - 1)]) != isSide([(column, row + 1), (next, row + 1)])
        default:
            let next = row + (way == Self.down ? 1 : -1)
            return isSide([(column - 1, row), (column - 1, next)]) != isSide([(column + 1, row), (column + 1, next)])
        }
    }
}

extension MapGrid {
    /// Whether a rule has a heavy part.
    static func isHeavy(_ rule: String) -> Bool {
        guard let form = forms.firstIndex(of: rule) else { return false }
        return powers.contains { form / $0 % 3 == 2 }
    }
}
