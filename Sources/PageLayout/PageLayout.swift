import Newspaper
import PageText

/// Finds out from where lines stand on a sheet, and how large they are, in which order they are read and what they may be.
package enum PageLayout {
    /// Lines of a sheet that are laid out; what is beyond stands at the end as it came.
    static let mostLines = 40_000

    /// Blocks of a sheet that is laid out; the largest broadsheet has some two hundred.
    static let mostBlocks = 1000

    /// All lines of a sheet in reading order, with the sheet's pictures.
    package static func read(_ sheet: Sheet) -> LaidPage {
        var sheet = sheet
        sheet.settle()
        let rest = sheet.lines.dropFirst(mostLines)
        sheet.lines = Array(sheet.lines.prefix(mostLines))
        let whole = SheetLines(sheet)
        var lines = whole.lines
        let head = PageHeading.lines(whole.head, BodyStyle(whole.lines))
        let foot = whole.foot.map { LaidLine($0, .furniture) }
        let end = foot + rest.map { LaidLine($0, .text) }
        var paper = PageSheet(width: sheet.width, height: sheet.height)
        guard !lines.isEmpty else {
            paper.pictures = sheet.drawing.pictures
            return LaidPage(head + end, on: paper)
        }
        let body = BodyStyle(lines)
        let drawing = (whole.isVertical ? sheet.drawing.turned(sheet.width) : sheet.drawing).withHidden(body)
        body.takeIn(&lines, drawing.pictures)
        let found = TableRows(lines, body, drawing)
        var blocks = TextBlock.all(of: found.rest, body, drawing) + found.tables.map { TextBlock(table: $0) }
        let margins = PageMargins(
            blocks, body, height: whole.isVertical ? sheet.width : sheet.height,
            width: whole.isVertical ? sheet.height : sheet.width, rules: drawing.across, pictures: drawing.pictures,
            frames: drawing.frames)
        // Where so little stands together there is no layout to be found.
        guard blocks.count <= mostBlocks else {
            let laid = SheetLines.inRows(lines).map { LaidLine($0, .text) }
            return LaidPage(head + whole.placed(laid, on: sheet) + end, on: paper)
        }
        let largest = blocks.filter(\.isHeading).map(\.size).max() ?? 0
        for at in blocks.indices where blocks[at].isPullQuote(drawing, largest: largest) {
            blocks[at].isHeading = false
            blocks[at].isPullQuote = true
        }
        let texts = blocks.count
        blocks += drawing.pictures.map { TextBlock(picture: $0, size: body.size) }
        // A bar behind the page's head is no picture.
        let top = margins.head.map { blocks[$0].box.bottom }.max() ?? 0
        let shown = (texts..<blocks.count).filter {
            blocks[$0].box.bottom > top + body.size || blocks[$0].box.height > 8 * body.size
        }
        // What else stands on the bar of a name is said by the page.
        let notes = margins.rest.filter { at in
            let box = blocks[at].box
            return !blocks[at].isHeading && !blocks[at].isBody && blocks[at].lines.count == 1
                && drawing.bars.contains { bar in
                    bar.contains(middleOf: box) && bar.width > 2 * box.width
                        && blocks.contains { $0.isName && bar.contains(middleOf: $0.box) }
                }
        }
        let page = margins.rest.filter { !notes.contains($0) } + shown
        var laid = PageHeading.lines(margins.head.flatMap { blocks[$0].lines }, body)
        laid += notes.flatMap { blocks[$0].lines.map { LaidLine($0, .furniture) } }
        let habits = ParagraphHabits(blocks, body)
        let parted = StoryRegions(blocks, page, body, drawing)
        let regions = parted.regions
        blocks = parted.blocks
        for members in regions {
            let region = RegionReader(blocks, members, body, habits, seesPictures: !drawing.isEmpty)
            var part = region.lines
            paper.pictures += region.pictures
            if !part.isEmpty, !laid.isEmpty { part[0].gap = 1 }
            laid += part
        }
        for (order, at) in margins.foot.enumerated() {
            laid += blocks[at].lines.enumerated().map { line, found in
                LaidLine(found, .furniture, gap: order == 0 && line == 0 ? 1 : 0)
            }
        }
        if whole.isVertical { paper.pictures = paper.pictures.map { $0.turnedBack(sheet.width) } }
        return LaidPage(head + whole.placed(laid, on: sheet) + end, on: paper)
    }
}

extension SheetLines {
    /// Lines with their places on the sheet as it was before it was turned.
    fileprivate func placed(_ laid: [LaidLine], on sheet: Sheet) -> [LaidLine] {
        guard isVertical else { return laid }
        return laid.map { line in
            var line = line
            line.box = line.box?.turnedBack(sheet.width)
            line.pictures = line.pictures.map { $0.turnedBack(sheet.width) }
            return line
        }
    }
}

extension LaidLine {
    /// What a line of the sheet may be.
    init(_ line: SheetLine, _ role: Role, gap: Int = 0) { self.init(line.text, role, gap: gap, box: line.box) }
}
