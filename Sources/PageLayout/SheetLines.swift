import PageText

/// Makes whole lines of what an extractor has cut.
struct SheetLines {
    private(set) var lines: [SheetLine]
    /// Whether the page is set in columns of characters from the right: its lines are then turned, so that they run from the
    /// left, the first at the top.
    private(set) var isVertical = false
    /// Rules down the page, which no line goes over.
    private var rules: [Box] = []

    init(_ sheet: Sheet) {
        lines = sheet.lines.filter { !$0.text.isEmpty }
        rules = sheet.drawing.down
        for at in lines.indices {
            if let closed = LetterSpacing.closed(Array(lines[at].text.utf8)) {
                lines[at].text = String(decoding: closed, as: UTF8.self)
            }
        }
        dropShadows()
        joinVerticalLines(sheet)
        // Down the page the extractor has no word for a space.
        joinRows { [isVertical] before, line in
            isVertical && line.isSet(as: before) && line.box.left - before.box.right > 0.6 * line.size ? 1.35 : 0.45
        }
        trim()
        joinWords()
        trim()
        joinDropCapitals()
    }

    /// Lines from the top, those of a row from the left.
    static func inRows(_ lines: [SheetLine]) -> [SheetLine] {
        lines.sorted { ($0.box.row, $0.box.left) < ($1.box.row, $1.box.left) }
    }

    /// Faked bold prints a line twice, a hair apart.
    private mutating func dropShadows() {
        var kept: [SheetLine] = []
        var byText: [String: [Int]] = [:]
        for line in lines {
            let isShadow = byText[line.text, default: []].suffix(50).contains { at in
                let box = kept[at].box
                return abs(box.left - line.box.left) < 0.12 * line.size
                    && abs(box.top - line.box.top) < 0.12 * line.size
                    && abs(box.width - line.box.width) < 0.3 * line.size
            }
            if isShadow { continue }
            byText[line.text, default: []].append(kept.count)
            kept.append(line)
        }
        lines = kept
    }

    /// Takes white space off the lines' ends; what is before the words moves where they begin.
    private mutating func trim() {
        for at in lines.indices {
            let text = lines[at].text
            guard text.first?.isWhitespace == true || text.last?.isWhitespace == true else { continue }
            var words = Substring(text).unicodeScalars
            let width = lines[at].box.width / Double(max(1, text.unicodeScalars.count))
            while let first = words.first, first.properties.isWhitespace {
                lines[at].box.left += first.value == 0x3000 ? lines[at].size : min(width, lines[at].size / 3)
                words.removeFirst()
                lines[at].followsSpace = true
            }
            while let last = words.last, last.properties.isWhitespace { words.removeLast() }
            lines[at].text = String(words)
            lines[at].box.right = max(lines[at].box.left, lines[at].box.right)
        }
        lines.removeAll { $0.text.isEmpty }
    }

    /// Whether a line is one character, or a number as wide as one.
    private static func isCharacter(_ line: SheetLine) -> Bool {
        line.text.count == 1 || line.text.count <= 3 && line.box.width < 1.3 * line.size
    }

    /// Lines down the page, of which each character has been taken for a line.
    private mutating func joinVerticalLines(_ sheet: Sheet) {
        let rows = Rows(lines)
        let single = lines.indices.filter { Self.isCharacter(lines[$0]) && !rows.hasNeighbour($0, in: lines) }
            .sorted { (lines[$0].box.top, lines[$0].box.left) < (lines[$1].box.top, lines[$1].box.left) }
        guard single.count > 1 else { return }
        let all = lines.reduce(0) { $0 + $1.text.count }
        isVertical = single.count * 2 > all
        // Where nothing else is vertical, two characters one below the other may well be the ends of two paragraphs.
        let (least, most) = isVertical ? (1, 1.6) : (3, 2.4)
        var taken = Set<Int>()
        for (order, first) in single.enumerated() where !taken.contains(first) {
            var run = [first]
            for next in single[(order + 1)...] where !taken.contains(next) {
                let (last, line) = (lines[run[run.count - 1]], lines[next])
                let step = line.box.top - last.box.top
                if step > most * last.size { break }
                guard abs(line.size - last.size) < 0.3 * last.size, line.isBold == last.isBold else { continue }
                if abs(line.box.middle - last.box.middle) < 0.4 * last.size, step > 0.4 * last.size { run.append(next) }
            }
            guard run.count >= least else { continue }
            lines[first].text = run.map { lines[$0].text }.joined()
            lines[first].box = run.map { lines[$0].box }.reduce(lines[first].box) { $0.union($1) }
            taken.formUnion(run)
            for gone in run.dropFirst() { lines[gone].text = "" }
        }
        lines.removeAll { $0.text.isEmpty }
        guard isVertical else { return }
        rules = sheet.drawing.turned(sheet.width).down
        for at in lines.indices {
            let box = lines[at].box
            // Boxes are as high as letters are, and wider than the characters' square.
            let square = lines[at].size
            let middle = box.middle
            let half = min(box.width, 1.4 * square) / 2
            lines[at].box = Box(
                left: box.top, top: sheet.width - middle - half, right: box.bottom, bottom: sheet.width - middle + half)
        }
    }

    /// Words of a line that is justified with wide spaces: they begin where no column does.
    private mutating func joinWords() {
        let body = BodyStyle(lines)
        var counts: [Int: Int] = [:]
        func place(_ left: Double) -> Int { Int(max(-1e6, min(1e6, left.rounded()))) }
        for line in lines where body.isBody(line) { counts[place(line.box.left), default: 0] += 1 }
        let rows = Rows(lines)
        joinRows { [lines] before, line in
            guard body.isAsLarge(line), body.isAsLarge(before) else { return 0.45 }
            if rows.isGutter(between: before.box, and: line.box, pitch: body.pitch, in: lines) { return 0.45 }
            // The first line of a paragraph begins behind its column's edge.
            let gap = max(before.box.right - 2, line.box.left - 4 * line.size)
            let isColumn =
                gap <= line.box.left
                && (place(gap)...place(line.box.left) + 1).contains {
                    // The wider the white space, the less it takes to be a column's.
                    counts[$0, default: 0] + counts[$0 + 1, default: 0]
                        > (line.box.left - before.box.right > 0.9 * line.size ? 1 : 3)
                }
            return isColumn ? 0.45 : Self.mostRoom
        }
    }

    /// The widest white space within a line, in ems.
    private static let mostRoom = 3.0

    /// Parts of a row between which there is less white space than that, in ems of the smaller letters.
    private mutating func joinRows(_ room: (SheetLine, SheetLine) -> Double) {
        let order = lines.indices.sorted { (lines[$0].box.left, $0) < (lines[$1].box.left, $1) }
        var rows: [Int: [Int]] = [:]
        func row(_ box: Box) -> Int { Int(max(-1e6, min(1e6, (box.top + box.bottom) / 16))) }
        for at in order {
            let line = lines[at]
            var left: Int?
            for near in (row(line.box) - 1)...(row(line.box) + 1) {
                for other in rows[near, default: []] {
                    let before = lines[other]
                    let gap = line.box.left - before.box.right
                    let size = min(line.size, before.size)
                    // What is quick to ask comes first: a row may hold thousands.
                    guard gap > -0.5 * size, gap < Self.mostRoom * size, max(line.size, before.size) < 1.3 * size,
                        line.box.sharedHeight(with: before.box) > 0.6 * min(line.box.height, before.box.height)
                    else { continue }
                    let isBarred =
                        gap > 0
                        && rules.contains {
                            $0.left > before.box.right - 2 && $0.right < line.box.left + 2
                                && $0.sharedHeight(with: line.box) > 0.5 * line.box.height
                        }
                    if !isBarred, gap < room(before, line) * size { left = other }
                }
            }
            guard let left else {
                rows[row(line.box), default: []].append(at)
                continue
            }
            let gap = line.box.left - lines[left].box.right
            let isLatin =
                lines[left].text.unicodeScalars.last.map { $0.value < 0x2000 } == true
                && line.text.unicodeScalars.first.map { $0.value < 0x2000 } == true
            // The letters of the longer part are those of the line.
            if line.box.width > lines[left].box.width {
                (lines[left].font, lines[left].isBold, lines[left].size) = (line.font, line.isBold, line.size)
            }
            let space = isLatin && gap > 0.12 * line.size ? " " : isVertical && gap > 0.6 * line.size ? "　" : ""
            lines[left].text += space + line.text
            lines[left].box = lines[left].box.union(line.box)
            lines[at].text = ""
        }
        lines.removeAll { $0.text.isEmpty }
    }

    /// A large first letter, as high as several lines, belongs to the line at its top.
    private mutating func joinDropCapitals() {
        for at in lines.indices {
            let capital = lines[at]
            guard (1...2).contains(capital.text.count),
                capital.text.contains(where: { $0.isLetter || $0 == "“" || $0 == "\"" })
            else { continue }
            let beside = lines.indices.filter { other in
                let line = lines[other]
                let gap = line.box.left - capital.box.right
                return other != at && capital.size > 1.7 * line.size && gap > -0.4 * line.size && gap < 1.2 * line.size
                    && line.box.sharedHeight(with: capital.box) > 0.4 * line.box.height
            }.sorted { lines[$0].box.top < lines[$1].box.top }
            guard beside.count >= 2, let first = beside.first, lines[first].text.count > 3 else { continue }
            lines[first].text = capital.text + lines[first].text
            // The lines beside it begin where the column does.
            for other in beside { lines[other].box.left = capital.box.left }
            lines[at].text = ""
        }
        lines.removeAll { $0.text.isEmpty }
    }
}

/// Lines by the rows of the sheet that they are in.
private struct Rows {
    private var rows: [Int: [Int]] = [:]

    /// Points in a row.
    private static let height = 8.0

    init(_ lines: [SheetLine]) {
        for at in lines.indices { rows[Self.row(lines[at].box), default: []].append(at) }
    }

    private static func row(_ box: Box) -> Int { Int(max(-1e6, min(1e6, (box.top + box.bottom) / 2 / height))) }

    /// Whether the white space between two parts of a row goes on above and below, so that it parts columns.
    func isGutter(between left: Box, and right: Box, pitch: Double, in lines: [SheetLine]) -> Bool {
        guard right.left > left.right else { return false }
        let middle = (left.right + right.left) / 2
        let reach = 3.5 * pitch
        var (before, behind) = (0, 0)
        let first = Self.row(Box(left: 0, top: left.top - reach, right: 0, bottom: left.top - reach))
        let last = Self.row(Box(left: 0, top: left.bottom + reach, right: 0, bottom: left.bottom + reach))
        guard last - first < 200 else { return false }
        for row in first...last {
            for at in rows[row, default: []] {
                let box = lines[at].box
                guard box.sharedHeight(with: left) < 0.3 * left.height, box.height < 2 * left.height else { continue }
                if box.left < middle - 1, box.right > middle + 1 {
                    return false
                } else if box.right <= middle + 1, box.right > left.right - 4 * pitch {
                    before += 1
                } else if box.left >= middle - 1, box.left < right.left + 3 * pitch {
                    behind += 1
                }
            }
        }
        return before > 1 && behind > 1
    }

    /// Whether something as large stands right before or right behind a line.
    func hasNeighbour(_ at: Int, in lines: [SheetLine]) -> Bool {
        let line = lines[at]
        let row = Self.row(line.box)
        return (row - 1...row + 1).contains { row in
            rows[row, default: []].contains { other in
                let near = lines[other]
                let gap = max(near.box.left - line.box.right, line.box.left - near.box.right)
                return other != at && abs(near.size - line.size) < 0.25 * line.size && gap > -0.4 * line.size
                    && gap < 0.3 * line.size
                    && near.box.sharedHeight(with: line.box) > 0.6 * min(near.box.height, line.box.height)
            }
        }
    }
}
