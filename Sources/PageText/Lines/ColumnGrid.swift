import TextDecoding

/// The text of a page by its place on the lines, and the order in which its columns are read.
///
/// A gutter is a position that no text crosses on a run of lines, with running text of a column's width on both sides: lines
/// that do not end where sentences do. Tables, lists of results, verse, signatures and indents have none. The page is cut at
/// the gutter with most lines, then each part again: above, left, right, below.
struct ColumnGrid {
    /// Text of a line between two gaps.
    struct Piece {
        /// Positions on the line.
        var start: Int
        var end: Int
        var bytes: Range<Int>
        var cells: Int
        /// Marks that end a sentence or a part of one.
        var marks: Int
        var stops: Int
        var endsWithMark: Bool
    }

    /// A line of the text as it is read.
    struct OutputLine {
        /// The line that it is printed on, from 0.
        var row: Int
        var bytes: Range<Int>
    }

    struct Cut {
        var rows: Range<Int>
        /// Where the text right of the gutter begins.
        var position: Int
    }

    /// A part of the page: lines, and the positions on them where its pieces begin.
    struct Region {
        var rows: Range<Int>
        var positions: Range<Int>
    }

    /// Lines with text on both sides that a gutter has.
    static let fewestLines = 3
    /// Lines of a column, on either side.
    static let shortest = 4
    /// Cells of the narrowest column; names and figures have less.
    static let narrowest = 14
    /// Positions on the longest line.
    private static let widest = 600
    /// Places of a region that are looked at.
    static let mostCandidates = 64
    /// Regions of a page that are looked at: no page has as many columns.
    static let mostRegions = 300

    let bytes: UnsafeBufferPointer<UInt8>
    let lines: [Range<Int>]
    var pieces: [[Piece]]
    /// Positions of a wide character.
    let wideCells: Int
    private let width: Int
    var regions = 0
    private var hasColumns = false
    /// The text in the order in which it is read, after `readColumns`.
    private(set) var output: [OutputLine] = []

    /// The lines of one page; nil where fewer lines than a gutter needs have a gap, or where they are longer than any paper's.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: [Range<Int>]) {
        self.bytes = bytes
        self.lines = lines
        // Most pages have no gaps, and need no pieces.
        guard Self.haveGaps(bytes, lines) else { return nil }
        let byScalars = Self.pieces(bytes, lines, wideCells: 1)
        // pdftotext counts characters, others cells.
        let byCells = Self.pieces(bytes, lines, wideCells: 2)
        wideCells = Self.alignment(byCells) >= Self.alignment(byScalars) ? 2 : 1
        pieces = wideCells == 2 ? byCells : byScalars
        width = pieces.lazy.compactMap(\.last?.end).max() ?? 0
        guard width <= Self.widest else { return nil }
    }

    /// Finds the order of the columns. Returns whether there are any.
    mutating func readColumns() -> Bool {
        read(Region(rows: 0..<lines.count, positions: 0..<width))
        return hasColumns
    }

    // MARK: - Pieces

    /// Whether as many lines have a gap as a gutter needs.
    private static func haveGaps(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: [Range<Int>]) -> Bool {
        var found = 0
        for line in lines where hasGap(bytes, line) {
            found += 1
            if found == fewestLines { return true }
        }
        return false
    }

    /// Whether two blanks or more stand between characters of the line.
    private static func hasGap(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
        // Blanks before the first character are none.
        var (place, blanks) = (line.lowerBound, Int.min)
        while place < line.upperBound {
            // Most of a text with blanks is ASCII.
            if bytes[place] &- 0x21 < 0x5F {
                if blanks >= 2 { return true }
                blanks = 0
                repeat { place += 1 } while place < line.upperBound && bytes[place] &- 0x21 < 0x5F
                continue
            }
            let (scalar, length) = bytes.scalar(at: place)
            if CharacterClasses.shared.of(scalar) == .space {
                blanks += 1
            } else {
                if blanks >= 2 { return true }
                blanks = 0
            }
            place += length
        }
        return false
    }

    /// The text of each line between gaps of two positions or more.
    private static func pieces(
        _ bytes: UnsafeBufferPointer<UInt8>, _ lines: [Range<Int>], wideCells: Int
    ) -> [[Piece]] {
        lines.map { line in
            var pieces: [Piece] = []
            var (place, position) = (line.lowerBound, 0)
            while place < line.upperBound {
                let (scalar, length) = bytes.scalar(at: place)
                let kind = CharacterClasses.shared.of(scalar)
                let cells = cells(of: scalar)
                let end = position + (cells == 2 ? wideCells : 1)
                if kind != .space {
                    if pieces.last.map({ position - $0.end >= 2 }) ?? true {
                        pieces.append(
                            Piece(
                                start: position, end: position, bytes: place..<place, cells: 0, marks: 0, stops: 0,
                                endsWithMark: false))
                    }
                    let blanks = position - pieces[pieces.count - 1].end
                    pieces[pieces.count - 1].add(kind, cells: cells, blanks: blanks, to: end, place + length)
                }
                position = end
                place += length
            }
            return pieces
        }
    }

    static func cells(of scalar: UInt32) -> Int {
        scalar < 0x1100 || scalar >= 0x2000 && scalar < 0x2E80 ? 1 : 2
    }

    /// How well the pieces after gaps are aligned.
    private static func alignment(_ pieces: [[Piece]]) -> Int {
        var counts: [Int: Int] = [:]
        for row in pieces { for piece in row.dropFirst() { counts[piece.start, default: 0] += 1 } }
        return counts.values.reduce(0) { $0 + $1 * $1 }
    }

    func pieces(_ row: Int, _ positions: Range<Int>) -> ArraySlice<Piece> {
        let all = pieces[row]
        let first = all.firstIndex { $0.start >= positions.lowerBound } ?? all.count
        let end = all[first...].firstIndex { $0.start >= positions.upperBound } ?? all.count
        return all[first..<end]
    }

    /// The pieces next to a gutter.
    func sides(_ row: Int, _ region: Region, at position: Int) -> (left: Piece?, right: Piece?) {
        let all = pieces(row, region.positions)
        let middle = all.firstIndex { $0.start >= position } ?? all.endIndex
        return (all[..<middle].last, all[middle...].first)
    }

    /// The index of the piece that crosses a position.
    func crossing(_ row: Int, _ region: Region, at position: Int) -> Int? {
        pieces(row, region.positions).firstIndex { $0.start < position && $0.end >= position }
    }

    // MARK: - Reading

    private mutating func read(_ region: Region) {
        guard let cut = gutter(of: region) else { return write(region) }
        hasColumns = true
        divideFusedLines(of: region, at: cut)
        let (rows, positions) = (region.rows, region.positions)
        read(Region(rows: rows.lowerBound..<cut.rows.lowerBound, positions: positions))
        for part in [positions.lowerBound..<cut.position, cut.position..<positions.upperBound] {
            separate()
            read(Region(rows: cut.rows, positions: part))
        }
        separate()
        read(Region(rows: cut.rows.upperBound..<rows.upperBound, positions: positions))
    }

    private mutating func separate() {
        if let last = output.last, !last.bytes.isEmpty { output.append(OutputLine(row: last.row, bytes: 0..<0)) }
    }

    private mutating func write(_ region: Region) {
        let isColumn = region.positions.lowerBound > 0
        let edge = isColumn ? region.rows.compactMap { pieces($0, region.positions).first?.start }.min() ?? 0 : 0
        var (blank, other) = (0, 0)
        for row in region.rows {
            let own = pieces(row, region.positions)
            guard let first = own.first, let last = own.last else {
                if pieces[row].isEmpty { blank += 1 } else { other += 1 }
                continue
            }
            // The lines of columns are not level: one or two of another column between those of this one are no blank line.
            let gap = max(blank, other > 2 ? 1 : 0)
            output += repeatElement(OutputLine(row: row, bytes: 0..<0), count: gap)
            (blank, other) = (0, 0)
            let start = indent(before: first, on: row, from: edge, isFirst: own.startIndex == 0)
            output.append(OutputLine(row: row, bytes: start..<last.bytes.upperBound))
        }
        output += repeatElement(OutputLine(row: max(0, region.rows.upperBound - 1), bytes: 0..<0), count: blank)
    }

    /// Where the blanks begin by which a piece is indented from its column's edge.
    private func indent(before piece: Piece, on row: Int, from edge: Int, isFirst: Bool) -> Int {
        let line = lines[row]
        if isFirst, edge == 0 { return line.lowerBound }
        var (place, position) = (piece.bytes.lowerBound, piece.start)
        while position > edge, place > line.lowerBound {
            let before = bytes.scalarStart(before: place, from: line.lowerBound)
            let scalar = bytes.scalar(at: before).value
            guard CharacterClasses.shared.of(scalar) == .space else { break }
            place = before
            position -= Self.cells(of: scalar) == 2 ? wideCells : 1
        }
        return place
    }
}

extension ColumnGrid.Piece {
    /// Adds a character, with the blank before it, up to a position and a place.
    fileprivate mutating func add(_ kind: CharacterClass, cells width: Int, blanks: Int, to position: Int, _ place: Int)
    {
        cells += blanks + width
        end = position
        bytes = bytes.lowerBound..<place
        if kind == .pause || kind == .terminal { marks += 1 }
        if kind == .terminal { stops += 1 }
        // 。”
        if kind != .closing { endsWithMark = kind == .pause || kind == .terminal }
    }
}
