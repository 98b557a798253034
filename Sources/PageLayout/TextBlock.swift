import Newspaper
import PageText

/// Lines one below the other that are set alike.
struct TextBlock {
    /// From top to bottom.
    var lines: [SheetLine]
    var box: Box
    /// Whether its letters are larger than the text's.
    var isHeading = false
    /// Whether it is set as the text is.
    var isBody = false
    /// Whether it is the name of what comes below: on a bar, or over items with bullets. It counts as a heading.
    var isName = false
    /// Whether it says with a mark where its picture is.
    var isPointer = false
    /// Whether it parts the text of a story.
    var isCrosshead = false
    /// Whether it is words of a story that stand out from it.
    var isPullQuote = false
    /// Whether it is rows of cells, each a line whose cells are parted by tabs.
    var isTable = false
    /// Whether it is a picture, or a frame with stories of its own: without words here.
    var isPicture = false
    /// Whether it is a picture with a name and a caption of its own.
    var hasName = false
    /// The frame that it stands for.
    var frame: Int?

    init(_ line: SheetLine) {
        lines = [line]
        box = line.box
    }

    /// Rows of a table.
    init(table rows: [SheetLine]) {
        self.init(rows[0])
        for row in rows.dropFirst() { append(row) }
        (isTable, isBody) = (true, true)
    }

    /// A picture.
    init(picture box: Box, size: Double) {
        self.init(SheetLine("", box, size: size))
        isPicture = true
    }

    var size: Double { lines[0].size }
    var isBold: Bool { lines[0].isBold }
    /// Whether it is one line down the page, or several side by side, from the right.
    var isVertical: Bool { lines.allSatisfy { $0.box.height > 2.5 * $0.box.width } }
    var count: Int { lines.reduce(0) { $0 + $1.text.unicodeScalars.count } }

    /// Whether it is a few words in brackets of a name: 【有问必答】
    var isBracketed: Bool {
        let text = lines[0].text
        return lines.count == 1 && (4...10).contains(count) && "【〔［[".contains(text.first ?? " ")
            && "】〕］]".contains(text.last ?? " ")
    }

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

extension TextBlock {
    /// The lines of a sheet, put together.
    static func all(of lines: [SheetLine], _ body: BodyStyle, _ drawing: Drawing = Drawing()) -> [TextBlock] {
        let (pictures, bars) = (drawing.pictures, drawing.bars)
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
                // What is on a bar is no part of what is not.
                if bars.contains(where: { $0.isBehind(line) != $0.isBehind(last) }) { continue }
                // A square stands before writers.
                if !body.isBody(line), let first = line.text.first, "□■".contains(first) { continue }
                let step = line.box.top - last.box.top
                let isHeading = body.isHeading(line)
                guard step > 0.5 * line.size, step <= (isHeading ? 1.75 : 2.2) * line.size else { continue }
                let shared = line.box.sharedWidth(with: last.box)
                // The end of a paragraph may be a word or two.
                guard shared > (line.box.width < 4 * line.size ? 0.2 : 0.5) * min(line.box.width, last.box.width) else {
                    continue
                }
                // Text that is flush left, or indented; headings that are centred, or flush left.
                let isFlush =
                    min(abs(line.box.left - blocks[block].box.left), abs(line.box.left - last.box.left)) < 2.6
                    * line.size
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
        joinVerticalHeadings(&blocks)
        let plates = drawing.plates(body)
        for at in blocks.indices where blocks[at].isName(bars, plates, over: blocks, body) {
            (blocks[at].isName, blocks[at].isHeading, blocks[at].isBody) = (true, true, false)
        }
        for at in blocks.indices where blocks[at].isBody && blocks[at].lines.count == 1 {
            if bars.contains(where: { $0.contains(middleOf: blocks[at].box) }) { blocks[at].isBody = false }
        }
        for at in blocks.indices where !blocks[at].isHeading && !blocks[at].isBody && blocks[at].size > 0.8 * body.size
        {
            if blocks[at].lines[0].text.unicodeScalars.first.map(ListMark.isBullet) == true,
                blocks[at].lines.count > 1, !blocks[at].isAt(pictures, body) || !blocks[at].beginsWithArrow
            {
                blocks[at].isBody = true
            }
        }
        for at in blocks.indices where blocks[at].namesItems(blocks, body) { blocks[at].isBody = false }
        for at in blocks.indices where blocks[at].pointsToPicture(pictures, body) {
            (blocks[at].isBody, blocks[at].isPointer) = (false, true)
        }
        for at in blocks.indices
        where blocks[at].isBody && blocks[at].lines.count < 4 && blocks[at].size < 0.97 * body.size
            && blocks[at].isAt(pictures, body)
        { blocks[at].isBody = false }
        let texts = blocks.filter { $0.isText(as: body, pictures) }
        for at in blocks.indices
        where !blocks[at].isHeading && (blocks[at].lines.count > 9 || !blocks[at].isAt(pictures, body)) {
            let block = blocks[at]
            let isText = texts.contains {
                $0.lines[0].isSet(as: block.lines[0])
                    && (block.lines.count > 1
                        || abs($0.box.left - block.box.left) < 0.5 * body.size
                            && $0.box.distanceDown(to: block.box) < body.pitch
                        || $0.box.isInColumn(of: block.box) && $0.box.distanceDown(to: block.box) < 3 * body.pitch
                            && block.box.width > 0.7 * $0.box.width)
            }
            if isText { blocks[at].isBody = true }
        }
        for at in blocks.indices
        where !blocks[at].isName
            && (blocks[at].isHeading || blocks[at].isBold && !blocks[at].isBody && blocks[at].size > 0.93 * body.size)
            && blocks[at].isCrosshead(among: blocks, body, drawing)
        {
            (blocks[at].isHeading, blocks[at].isCrosshead) = (false, true)
        }
        for at in blocks.indices
        where blocks[at].isHeading && blocks[at].goesOnAsCrosshead(among: blocks, body, drawing) {
            (blocks[at].isHeading, blocks[at].isCrosshead) = (false, true)
        }
        for at in blocks.indices where blocks[at].isBody {
            let isCredit = blocks.contains {
                !$0.isBody && !$0.isHeading && $0.isAt(pictures, body) && blocks[at].isCredit(below: $0, body)
            }
            if isCredit { blocks[at].isBody = false }
        }
        for at in blocks.indices where blocks[at].isBody && blocks[at].saysWriters(over: blocks, body) {
            blocks[at].isBody = false
        }
        for frame in drawing.frames where !pictures.contains(where: { frame.contains(middleOf: $0) }) {
            takeInText(of: frame, &blocks, body)
        }
        return blocks
    }

    /// Puts lines of a headline down the page together that stand side by side.
    private static func joinVerticalHeadings(_ blocks: inout [TextBlock]) {
        let order = blocks.indices.filter { blocks[$0].isHeading && blocks[$0].isVertical }
            .sorted { blocks[$0].box.right > blocks[$1].box.right }
        var gone = Set<Int>()
        for first in order where !gone.contains(first) {
            for next in order where next != first && !gone.contains(next) {
                let (last, line) = (blocks[first].lines[blocks[first].lines.count - 1], blocks[next].lines[0])
                let gap = last.box.left - line.box.right
                guard blocks[next].lines.count == 1, gap > -0.4 * line.size, gap < 0.9 * line.size,
                    last.box.sharedHeight(with: line.box) > 0.5 * min(last.box.height, line.box.height),
                    line.isSet(as: last) || line.font == last.font && abs(line.size - last.size) < 0.1 * last.size
                else { continue }
                blocks[first].append(line)
                gone.insert(next)
            }
        }
        blocks = blocks.indices.filter { !gone.contains($0) }.map { blocks[$0] }
    }

    /// Takes what is said in a frame without a picture, whatever it is set in, for text: sentences below a heading.
    private static func takeInText(of frame: Box, _ blocks: inout [TextBlock], _ body: BodyStyle) {
        let inside = blocks.indices.filter { frame.contains(middleOf: blocks[$0].box) && !blocks[$0].isTable }
        guard
            let heading = inside.filter({ blocks[$0].isHeading && !blocks[$0].isName }).min(by: {
                blocks[$0].box.top < blocks[$1].box.top
            })
        else { return }
        let words = inside.filter {
            !blocks[$0].isHeading && blocks[$0].size > 0.7 * body.size && blocks[$0].box.top > blocks[heading].box.top
        }
        guard !words.contains(where: { blocks[$0].isBody }) else { return }
        let text = words.filter { at in
            blocks[at].lines.count > 2
                && blocks[at].lines.contains { $0.text.last.map { "。！？.!?".contains($0) } == true }
        }
        guard text.reduce(0, { $0 + blocks[$1].lines.count }) > 2 else { return }
        for at in text { blocks[at].isBody = true }
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

extension Box {
    /// Whether it is a bar behind one line.
    fileprivate func isBehind(_ line: SheetLine) -> Bool {
        contains(middleOf: line.box) && height < 2.4 * line.box.height && left < line.box.left + 1
            && right > line.box.right - 1
    }
}
