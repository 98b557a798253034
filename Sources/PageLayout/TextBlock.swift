import Newspaper

/// Lines one below the other that are set alike.
struct TextBlock {
    /// From top to bottom.
    var lines: [SheetLine]
    var box: Box
    /// Whether its letters are larger than the text's.
    var isHeading = false
    /// Whether it is set as the text is.
    var isBody = false
    /// Whether it is words of a story that stand out from it.
    var isPullQuote = false
    /// Whether it is a picture, or a frame with stories of its own: without words here.
    var isPicture = false
    /// The frame that it stands for.
    var frame: Int?

    init(_ line: SheetLine) {
        lines = [line]
        box = line.box
    }

    /// A picture.
    init(picture box: Box, size: Double) {
        self.init(SheetLine("", box, size: size))
        isPicture = true
    }

    var size: Double { lines[0].size }
    var isBold: Bool { lines[0].isBold }
    /// Whether it is one line down the page.
    var isVertical: Bool { lines.count == 1 && box.height > 2.5 * box.width }
    var count: Int { lines.reduce(0) { $0 + $1.text.unicodeScalars.count } }

    /// Whether it stands right above a heading.
    func leads(to heading: TextBlock, _ body: BodyStyle) -> Bool {
        let gap = heading.box.top - box.bottom
        return heading.isHeading && gap > -0.6 * heading.size && gap < 1.2 * body.size
            && heading.box.isInColumn(of: box)
    }

    mutating func append(_ line: SheetLine) {
        lines.append(line)
        box = box.union(line.box)
    }
}

extension [TextBlock] {
    /// Some of them from the top of the sheet, of those beside each other the left one first.
    func fromTop(_ members: [Int]) -> [Int] {
        members.sorted { (self[$0].box.top, self[$0].box.left) < (self[$1].box.top, self[$1].box.left) }
    }

    /// Some of them row by row, as margins are read.
    func inRows(_ members: [Int]) -> [Int] {
        members.sorted { (self[$0].box.row, self[$0].box.left) < (self[$1].box.row, self[$1].box.left) }
    }
}

/// What most of a page is set in.
struct BodyStyle {
    let size: Double
    let font: String
    /// From one base line to the next.
    let pitch: Double

    init(_ lines: [SheetLine]) {
        struct Style: Hashable {
            var font: String
            var halves: Int
        }
        var weights: [Style: Int] = [:]
        for line in lines where !line.isBold {
            weights[Style(font: line.font, halves: Int(min(1e6, line.size * 2))), default: 0] += line.text.utf8.count
        }
        let most = weights.max { ($0.value, $1.key.halves, $1.key.font) < ($1.value, $0.key.halves, $0.key.font) }
        let halves = most?.key.halves ?? 20
        font = most?.key.font ?? ""
        let own = lines.filter { !$0.isBold && $0.font == most?.key.font && Int(min(1e6, $0.size * 2)) == halves }
        let sizes = own.map(\.size).sorted()
        size = max(1, sizes.isEmpty ? Double(halves) / 2 : sizes[sizes.count / 2])
        pitch = 1.4 * size
    }

    /// Whether it is as large as the text, in whatever letters.
    func isAsLarge(_ line: SheetLine) -> Bool {
        !line.isBold && line.size > 0.93 * size && line.size < 1.07 * size
    }

    func isBody(_ line: SheetLine) -> Bool {
        line.font == font && isAsLarge(line)
    }

    /// Takes lines in other letters for text where they fill the row right above a line of text, as writers and places do that
    /// a story begins with.
    func takeIn(_ lines: inout [SheetLine]) {
        var rows: [Int: [Int]] = [:]
        func row(_ top: Double) -> Int { Int((top / size).rounded()) }
        for at in lines.indices where isBody(lines[at]) { rows[row(lines[at].box.top), default: []].append(at) }
        for at in lines.indices.sorted(by: { lines[$0].box.top > lines[$1].box.top }) {
            let line = lines[at]
            guard isAsLarge(line), line.font != font else { continue }
            let first = row(line.box.top + 0.8 * size)
            let isText = (first...first + 2).contains { row in
                rows[row, default: []].contains { below in
                    let next = lines[below].box
                    let step = next.top - line.box.top
                    return step > 0.8 * size && step < 2 * size && abs(line.box.left - next.left) < 2.6 * size
                        && line.box.right > next.right - 3 * size && next.width > 6 * size
                }
            }
            guard isText else { continue }
            lines[at].font = font
            rows[row(line.box.top), default: []].append(at)
        }
    }

    func isHeading(_ line: SheetLine) -> Bool {
        if line.size >= 1.25 * size { return true }
        return line.isBold && line.size >= 1.08 * size
    }
}

extension TextBlock {
    /// The lines of a sheet, put together.
    static func all(of lines: [SheetLine], _ body: BodyStyle) -> [TextBlock] {
        let order = lines.indices.sorted {
            (lines[$0].box.top, lines[$0].box.left, $0) < (lines[$1].box.top, lines[$1].box.left, $1)
        }
        var blocks: [TextBlock] = []
        /// Blocks that the next lines may go on with.
        var open: [Int] = []
        for at in order {
            let line = lines[at]
            open.removeAll { line.box.top - blocks[$0].box.bottom > 3 * max(blocks[$0].size, body.size) }
            var best: (block: Int, distance: Double)?
            for block in open {
                let last = blocks[block].lines[blocks[block].lines.count - 1]
                guard line.isSet(as: last) else { continue }
                let step = line.box.top - last.box.top
                let isHeading = body.isHeading(line)
                guard step > 0.5 * line.size, step <= (isHeading ? 1.75 : 2.2) * line.size else { continue }
                let shared = line.box.sharedWidth(with: last.box)
                guard shared > 0.5 * min(line.box.width, last.box.width) else { continue }
                // Text that is flush left, or indented; headings that are centred, or flush left.
                let isFlush = abs(line.box.left - blocks[block].box.left) < 2.6 * line.size
                let isCentred = abs(line.box.middle - last.box.middle) < 0.6 * line.size
                let isRight = abs(line.box.right - blocks[block].box.right) < 0.6 * line.size
                guard isFlush || isCentred || isRight else { continue }
                if best.map({ step < $0.distance }) ?? true { best = (block, step) }
            }
            if let best, !isBarred(from: blocks[best.block], to: line, by: blocks, open) {
                blocks[best.block].append(line)
            } else {
                open.append(blocks.count)
                blocks.append(TextBlock(line))
            }
        }
        for at in blocks.indices {
            blocks[at].isBody = body.isBody(blocks[at].lines[0])
            blocks[at].isHeading = body.isHeading(blocks[at].lines[0])
        }
        for at in blocks.indices where blocks[at].isHeading && blocks[at].isCrosshead(among: blocks, body) {
            blocks[at].isHeading = false
        }
        return blocks
    }

    /// Whether it is said by somebody and stands out from a story: in quotation marks, or between two rules as wide as a column.
    func isPullQuote(_ drawing: Drawing, largest: Double) -> Bool {
        guard isHeading, !isVertical, size < 0.8 * largest else { return false }
        let words = lines.map(\.text).joined()
        let quotes: [(Character, Character)] = [("“", "”"), ("「", "」"), ("„", "“"), ("«", "»"), ("\"", "\"")]
        if lines.count > 1, quotes.contains(where: { words.first == $0.0 && words.last == $0.1 }) { return true }
        func isRuled(_ rule: Box) -> Bool {
            rule.left < box.left + size && rule.right > box.right - size && rule.width < box.width + 8 * size
        }
        return lines.count > 1
            && drawing.across.contains {
                isRuled($0) && box.top - $0.bottom > -0.4 * size && box.top - $0.bottom < 1.2 * size
            }
            && drawing.across.contains {
                isRuled($0) && $0.top - box.bottom > -0.4 * size && $0.top - box.bottom < 1.2 * size
            }
    }

    /// Whether it is a line in a column of text, right below the text that it parts from what follows.
    private func isCrosshead(among blocks: [TextBlock], _ body: BodyStyle) -> Bool {
        guard lines.count <= 2, size < 1.5 * body.size else { return false }
        func isInside(_ block: TextBlock) -> Bool {
            block.isBody && box.left > block.box.left - body.size && box.right < block.box.right + body.size
        }
        let above = blocks.contains { isInside($0) && abs(box.top - $0.box.bottom) < 1.1 * body.size }
        return above && blocks.contains { isInside($0) && abs($0.box.top - box.bottom) < 1.1 * body.size }
    }

    /// Whether something else stands between a block and a line below it.
    private static func isBarred(
        from block: TextBlock, to line: SheetLine, by blocks: [TextBlock], _ open: [Int]
    ) -> Bool {
        let last = block.lines[block.lines.count - 1]
        return open.contains { other in
            blocks[other].lines.suffix(3).contains { between in
                between.box.top > last.box.top + 0.4 * last.size && between.box.top < line.box.top - 0.4 * line.size
                    && between.box.sharedWidth(with: line.box) > 0.3 * min(between.box.width, line.box.width)
                    && !(between == last)
            }
        }
    }
}
