import Newspaper
import PageText

/// Puts the blocks of a region in reading order and says what their lines may be.
struct RegionReader {
    private let blocks: [TextBlock]
    private let members: [Int]
    private let body: BodyStyle
    private let habits: ParagraphHabits
    private(set) var lines: [LaidLine] = []
    /// Whether the region holds short items with headings of their own.
    private var isRun = false

    /// Whether pictures of the page are known.
    private let seesPictures: Bool

    init(_ blocks: [TextBlock], _ members: [Int], _ body: BodyStyle, _ habits: ParagraphHabits, seesPictures: Bool) {
        self.seesPictures = seesPictures
        self.blocks = blocks
        self.members = members
        self.body = body
        self.habits = habits
        read()
    }

    private mutating func read() {
        var rest = blocks.fromTop(members)
        if isAdvert {
            for at in rest { lines += blocks[at].lines.map { LaidLine($0.text, .furniture) } }
            return
        }
        var heading = takeHeading(&rest)
        if let letters = lettersOfRun(heading, rest) {
            isRun = true
            // The items' own headings go where their text goes.
            let own = heading.filter { blocks[$0].lines[0].isSet(as: letters) }
            heading.removeAll(where: own.contains)
            rest += own
        }
        addHeading(heading)
        let captions = takeCaptions(&rest)
        rest.removeAll { blocks[$0].isPicture }
        addText(inOrder(rest))
        var starts: [(caption: Int, line: Int)] = []
        for at in captions {
            let first: LaidLine.Role = lines.allSatisfy { $0.role == .rubric } ? .picture : .caption
            starts.append((at, lines.count))
            lines += blocks[at].lines.enumerated().map { LaidLine($1.text, $0 == 0 ? first : .captionMore) }
        }
        addPictures(starts)
    }

    /// What the headings of short items are set in: one of them comes before any text, and there are others.
    private func lettersOfRun(_ heading: [Int], _ rest: [Int]) -> SheetLine? {
        let order = inOrder(rest)
        guard heading.reduce(0, { $0 + blocks[$1].lines.count }) <= 5 else { return nil }
        for first in [heading.last, order.first].compactMap(\.self) where isSmallHeading(first) {
            let letters = blocks[first].lines[0]
            let count = (heading + rest).count { isSmallHeading($0) && blocks[$0].lines[0].isSet(as: letters) }
            let larger = heading.contains {
                blocks[$0].size > 1.05 * letters.size && blocks[$0].size >= 1.5 * body.size
            }
            // A large name of the run has no text of its own.
            let isNamed = heading.count == 1 && blocks[heading[0]].lines.count == 1 && order.first == first && count > 2
            if count > 1, !larger || isNamed { return letters }
        }
        return nil
    }

    private func isSmallHeading(_ at: Int) -> Bool {
        let block = blocks[at]
        guard block.lines.count == 1, block.size < 1.5 * body.size else { return false }
        if block.isHeading || block.isBold { return true }
        // In other letters than the text, right above it.
        return !block.isBody && !block.isPicture && block.size > 0.98 * body.size && block.box.width < 14 * block.size
            && members.contains {
                let gap = blocks[$0].box.top - block.box.bottom
                return blocks[$0].isBody && gap > -0.5 * body.size && gap < 0.8 * body.size
                    && abs(blocks[$0].box.left - block.box.left) < 3 * body.size
            }
    }

    /// Large words and a few small ones, without text or a picture: an advert, or what a page says of itself. Where no picture is
    /// seen on a page at all, this may be one with its caption.
    private var isAdvert: Bool {
        guard seesPictures, members.count > 1, members.contains(where: { blocks[$0].isHeading }) else { return false }
        let words = members.filter { !blocks[$0].isHeading }
        return !words.isEmpty && words.allSatisfy { !blocks[$0].isBody && !blocks[$0].isPicture }
            && words.reduce(0) { $0 + blocks[$1].count } < 120
    }

    // MARK: The heading

    /// The headings at the top, with the small lines right above, between and below them.
    private func takeHeading(_ rest: inout [Int]) -> [Int] {
        guard let first = rest.first(where: { blocks[$0].isHeading }) else { return [] }
        // A headline down the page has its text at its side.
        let isVertical = blocks[first].isVertical
        let firstText = rest.first {
            blocks[$0].isBody && (isVertical || blocks[$0].box.isInColumn(of: blocks[first].box))
        }
        let limit = firstText.map { blocks[$0].box.top } ?? .infinity
        var heading: [Int] = []
        var bottom = blocks[first].box.top
        for at in rest where !blocks[at].isPicture && !blocks[at].isPullQuote {
            let box = blocks[at].box
            let reach = max(body.size, 0.5 * blocks[at].size)
            if isVertical {
                if at == first
                    || (blocks[at].isHeading || !blocks[at].isBody) && box.top < blocks[first].box.top + reach
                {
                    heading.append(at)
                }
                continue
            }
            let isAbove = box.bottom < blocks[first].box.top + 0.5 * blocks[first].size
            // A crosshead stands as high as the text beside it.
            guard isAbove || box.top < limit - (blocks[at].isHeading ? 0 : 0.3 * body.size), !blocks[at].isBody else {
                continue
            }
            guard isAbove || box.top - bottom < reach + 0.4 * body.size else { continue }
            let isUnder = heading.contains { blocks[$0].box.isInColumn(of: box) }
            let leads = rest.contains { blocks[at].leads(to: blocks[$0], body) }
            if blocks[at].isHeading || isAbove || isUnder || leads {
                heading.append(at)
                bottom = max(bottom, box.bottom)
            }
        }
        rest.removeAll(where: heading.contains)
        return heading
    }

    private mutating func addHeading(_ heading: [Int]) {
        let blocks = blocks
        guard let largest = heading.max(by: { blocks[$0].size < blocks[$1].size }) else { return }
        let size = blocks[largest].size
        // Lines of one large headline may differ a little.
        let least = size > 2 * body.size ? 0.8 * size : 0.94 * size
        var isMain = { (at: Int) in blocks[at].isHeading && blocks[at].size > least }
        if isRun {
            // What stands over the items names them; a second line is the first item's.
            for at in heading { lines += blocks[at].lines.map { LaidLine($0.text, .rubric) } }
            return
        }
        // Alone over items with bullets, or small over a picture, it names a column.
        let text = members.filter { blocks[$0].isBody }.min { blocks[$0].box.top < blocks[$1].box.top }
        let namesColumn =
            text.map { size < 1.6 * body.size && Self.beginsWithBullet(blocks[$0].lines[0].text) }
            ?? (size < 1.35 * body.size)
        if heading.count == 1, blocks[largest].lines.count == 1, namesColumn {
            lines.append(LaidLine(blocks[largest].lines[0].text, .rubric))
            return
        }
        var first = heading.firstIndex(where: isMain) ?? 0
        if blocks[heading[first]].lines.count == 1, size < 1.35 * body.size,
            let next = heading.dropFirst(first + 1).first,
            blocks[next].isHeading,
            !blocks[next].lines[0].isSet(as: blocks[heading[first]].lines[0])
                || blocks[next].size < 0.97 * size
        {
            // A small heading above another one names what comes.
            first += 1
            let letters = blocks[heading[first]].lines[0]
            isMain = { blocks[$0].lines[0].isSet(as: letters) }
        }
        let last = heading.lastIndex(where: isMain) ?? 0
        for (place, at) in heading.enumerated() {
            for (number, line) in joined(blocks[at].lines).enumerated() {
                let role: LaidLine.Role
                if place < first {
                    role = isRubric(blocks[at]) ? .rubric : .overline
                } else if place > last {
                    role = number == 0 ? .underline : .underlineMore
                } else {
                    role = place == first && number == 0 ? .headline : .headlineMore
                }
                lines.append(LaidLine(line, role))
            }
        }
    }

    /// Where a line is as wide as there is room for, the next one goes on with it; others end where they were meant to.
    private func joined(_ lines: [SheetLine]) -> [String] {
        let room = members.map { blocks[$0].box }.reduce(lines[0].box) { $0.union($1) }.width
        let widest = lines.map(\.box.width).max() ?? 0
        var texts = [lines[0].text]
        for (before, line) in zip(lines, lines.dropFirst()) {
            let isFull =
                before.box.width > 0.97 * widest && before.box.width + 1.05 * line.size > min(room, 60 * line.size)
            let isSolid =
                before.text.unicodeScalars.last.map { $0.value > 0x2E7F } == true
                && line.text.unicodeScalars.first.map { $0.value > 0x2E7F || $0.value < 0x40 } == true
            if isFull, isSolid { texts[texts.count - 1] += line.text } else { texts.append(line.text) }
        }
        return texts
    }

    /// A line little larger than the text: bold, or short.
    private func isRubric(_ block: TextBlock) -> Bool {
        guard block.lines.count == 1, block.size < 1.35 * body.size else { return false }
        // Han are twice as wide as Latin letters.
        let isLong = block.box.width > (block.isBold ? 14 : 12) * block.size
        return !isLong && (block.isBold || !block.isHeading)
    }

    // MARK: Captions

    /// What is set in other letters than the text, below white space in which a picture is, or beside it.
    private func takeCaptions(_ rest: inout [Int]) -> [Int] {
        let hasText = rest.contains { blocks[$0].isBody && blocks[$0].lines.count > 1 }
        var captions: [Int] = []
        for at in rest where !blocks[at].isBody && !blocks[at].isHeading && !blocks[at].isPicture {
            if isRun && isSmallHeading(at) || blocks[at].isPullQuote { continue }
            let box = blocks[at].box
            let above = members.filter {
                $0 != at && blocks[$0].box.bottom < box.top + 0.5 * body.size && blocks[$0].box.isInColumn(of: box)
            }
            .map { blocks[$0].box.bottom }.max()
            let gap = above.map { box.top - $0 } ?? .infinity
            if isAtPicture(box) || gap > 3 * body.pitch || !hasText && blocks[at].count > 8 { captions.append(at) }
        }
        rest.removeAll(where: captions.contains)
        return captions
    }

    /// Points that a picture has each way which is more than an ornament.
    private static let leastPicture = 24.0

    /// Gives each picture to the caption near it, and one without a caption to the line that its story begins with.
    private mutating func addPictures(_ captions: [(caption: Int, line: Int)]) {
        let story = lines.firstIndex { [.headline, .smallHeading, .paragraph, .text].contains($0.role) }
        for box in wholePictures where box.width >= Self.leastPicture && box.height >= Self.leastPicture {
            // Between two pictures a caption is of the upper one.
            let distances = captions.map { caption, line in
                let place = blocks[caption].box
                return (line: line, distance: place.distance(to: box) + (place.bottom < box.top + 2 ? body.pitch : 0))
            }
            let near = distances.min { $0.distance < $1.distance }
            guard let line = near.flatMap({ $0.distance < 3 * body.pitch ? $0.line : nil }) ?? story else { continue }
            // The page was looked at in pixels of a point, the outer of which may be half white.
            lines[line].pictures.append(
                PrintedPicture.Box(
                    left: box.left + 1, top: box.top + 1, width: box.width - 2, height: box.height - 2))
        }
    }

    /// The region's pictures from the top, with parts that touch along an edge as one: the light part of a picture is found by
    /// itself.
    private var wholePictures: [Box] {
        var whole: [Box] = []
        for part in members.filter({ blocks[$0].isPicture }).map({ blocks[$0].box }) {
            var part = part
            while let at = whole.firstIndex(where: { $0.goesOn(with: part) }) {
                part = part.union(whole.remove(at: at))
            }
            whole.append(part)
        }
        return whole.sorted { ($0.top, $0.left) < ($1.top, $1.left) }
    }

    /// Whether a picture is right above, below or beside.
    private func isAtPicture(_ box: Box) -> Bool {
        members.contains { at in
            guard blocks[at].isPicture else { return false }
            let picture = blocks[at].box
            let reach = 1.2 * body.size
            let down = max(box.top - picture.bottom, picture.top - box.bottom)
            let over = max(box.left - picture.right, picture.left - box.right)
            return down < reach && over < 0 || over < reach && down < 0
        }
    }

    // MARK: Text

    /// Column after column.
    private func inOrder(_ rest: [Int]) -> [Int] {
        let columns = columnEdges(rest)
        func column(_ at: Int) -> Int {
            let middle =
                blocks[at].lines.count > 1 || blocks[at].box.width < body.size * 4
                ? blocks[at].box.left + min(blocks[at].box.width / 2, body.size) : blocks[at].box.middle
            return columns.lastIndex { $0 <= middle } ?? 0
        }
        return rest.sorted {
            (column($0), blocks[$0].box.top, blocks[$0].box.left) < (
                column($1), blocks[$1].box.top, blocks[$1].box.left
            )
        }
    }

    /// The left edges of the columns of text.
    private func columnEdges(_ rest: [Int]) -> [Double] {
        var edges: [Double] = []
        let text = rest.filter { blocks[$0].isBody }
        for at in (text.isEmpty ? rest : text).sorted(by: { blocks[$0].box.left < blocks[$1].box.left }) {
            let left = blocks[at].box.left
            guard let last = edges.last else { edges.append(left); continue }
            if left - last > 4 * body.size { edges.append(left) }
        }
        return edges
    }

    private mutating func addText(_ order: [Int]) {
        var isFirst = true
        var previous: SheetLine?
        for at in order {
            let block = blocks[at]
            if block.isPullQuote {
                // It repeats what the story says, and parts none of its paragraphs.
                lines += block.lines.map { LaidLine($0.text, .furniture) }
                continue
            }
            if isRun, isSmallHeading(at) {
                lines.append(LaidLine(block.lines[0].text, .headline))
                isFirst = true
                continue
            }
            if block.isHeading {
                lines += block.lines.enumerated().map { LaidLine($1.text, $0 == 0 ? .smallHeading : .headlineMore) }
                continue
            }
            guard block.isBody || block.lines.count > 3 else {
                lines += block.lines.map { LaidLine($0.text, .aside) }
                continue
            }
            let left = edge(of: at, order)
            let isVerse = isVerse(block)
            for line in block.lines {
                let role: LaidLine.Role
                if isVerse {
                    role = .text
                } else if isFirst || Self.beginsWithBullet(line.text) {
                    role = .paragraph
                } else if let indent = habits.indent {
                    role = line.box.left - left > 0.7 * indent ? .paragraph : .more
                } else if let step = habits.step, let previous {
                    let isApart = line.box.top - previous.box.top > 1.2 * step
                    role =
                        isApart && line.box.top > previous.box.top
                        ? .paragraph : line.box.top > previous.box.top ? .more : .text
                } else {
                    role = .text
                }
                let text = role == .more && line.followsSpace ? keepSpace(before: line.text) : line.text
                lines.append(LaidLine(text, role))
                isFirst = false
                previous = line
            }
        }
    }

    /// A line that was divided at the space between two words: the first goes back to the line before, as lines are joined without
    /// a space. Returns the rest.
    private mutating func keepSpace(before text: String) -> String {
        guard let end = text.firstIndex(where: \.isWhitespace), let last = lines.indices.last else { return text }
        lines[last].text += "　" + text[..<end]
        return String(text[end...].drop(while: \.isWhitespace))
    }

    /// Lines of Han that end anywhere: text ends at the column's edge, but for a paragraph's last line.
    private func isVerse(_ block: TextBlock) -> Bool {
        guard block.lines.count > 3 else { return false }
        let ends = block.lines.map(\.box.right).filter { $0 < block.box.right - 1.6 * block.size }
        let short = ends.count
        let around = members.contains {
            blocks[$0].isPicture && blocks[$0].box.sharedWidth(with: block.box) > 0
                && blocks[$0].box.sharedHeight(with: block.box) > 0
        }
        // Text around a picture has an edge of its own.
        let alike = ends.map { end in ends.count { abs($0 - end) < 0.7 * block.size } }.max() ?? 0
        guard !around, alike * 2 <= short else { return false }
        let han = block.lines.count { $0.text.unicodeScalars.first.map { $0.value > 0x2E7F } ?? false }
        return short * 2 > block.lines.count && han * 2 > block.lines.count
    }

    private static func beginsWithBullet(_ text: String) -> Bool {
        text.unicodeScalars.first.map(ListMark.isBullet) ?? false
    }

    /// Where the lines of a block's column begin: a short block may have only indented lines.
    private func edge(of at: Int, _ order: [Int]) -> Double {
        let own = ColumnEdge.left(of: blocks[at].lines)
        guard blocks[at].lines.count < 4 else { return own }
        let near = order.filter {
            blocks[$0].isBody && abs(blocks[$0].box.left - blocks[at].box.left) < 3.5 * body.size
        }.flatMap { blocks[$0].lines }
        let edge = ColumnEdge.left(of: near)
        return edge < own ? edge : own
    }
}
