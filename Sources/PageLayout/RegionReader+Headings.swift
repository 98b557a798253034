import Newspaper
import PageText

/// What stands at the head of a region.
extension RegionReader {
    /// What the headings of short items are set in: one of them comes before any text, and there are others.
    func lettersOfRun(_ heading: [Int], _ rest: [Int]) -> SheetLine? {
        let order = inOrder(rest).filter { !blocks[$0].isPicture }
        guard heading.reduce(0, { $0 + blocks[$1].lines.count }) <= 5 else { return nil }
        for first in [heading.last, order.first].compactMap(\.self) where isSmallHeading(first) {
            let letters = blocks[first].lines[0]
            let own = heading.filter {
                !blocks[$0].isName && isSmallHeading($0) && blocks[$0].lines[0].isSet(as: letters)
            }
            let heading = heading.filter { !own.contains($0) }
            let count = (own + heading + rest).count { isSmallHeading($0) && blocks[$0].lines[0].isSet(as: letters) }
            let larger = heading.contains {
                blocks[$0].size > 1.05 * letters.size && blocks[$0].size >= 1.5 * body.size
            }
            // A large name of the run has no text of its own.
            let isNamed =
                heading.count == 1 && blocks[heading[0]].lines.count == 1 && (order.first == first || !own.isEmpty)
                && count > 2
            if count > 1, !larger || isNamed { return letters }
        }
        return nil
    }

    func isSmallHeading(_ at: Int) -> Bool {
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

    /// The headings at the top, with the small lines right above, between and below them.
    func takeHeading(_ rest: inout [Int]) -> [Int] {
        guard let first = rest.first(where: { blocks[$0].isHeading }) else { return [] }
        // A headline down the page has its text at its side.
        let isVertical = blocks[first].isVertical
        let firstText = rest.first {
            blocks[$0].isBody && (isVertical || blocks[$0].box.isInColumn(of: blocks[first].box))
        }
        let limit = firstText.map { blocks[$0].box.top } ?? .infinity
        var heading: [Int] = []
        var bottom = blocks[first].box.top
        for at in rest where !blocks[at].isPicture && !blocks[at].isPullQuote && !blocks[at].isPointer {
            let box = blocks[at].box
            if isOneOfCrossheads(at) { continue }
            // A picture's caption between it and the headline below.
            if !blocks[at].isHeading, !blocks[at].isBold, blocks[at].size < 0.95 * body.size, isAtPicture(box),
                box.top < blocks[first].box.top
            {
                continue
            }
            let reach = max(body.size, 0.5 * blocks[at].size)
            if isVertical {
                let isNextLine =
                    blocks[at].isVertical && blocks[at].isHeading
                    && heading.contains { box.distance(to: blocks[$0].box) < 1.2 * blocks[first].size }
                if at == first || isNextLine
                    || (blocks[at].isHeading || !blocks[at].isBody) && box.top < blocks[first].box.top + reach
                    || !blocks[at].isBody && blocks[at].lines.count < 3 && box.isInColumn(of: blocks[first].box)
                        && abs(box.top - blocks[first].box.bottom) < 2.5 * body.pitch
                {
                    heading.append(at)
                }
                continue
            }
            let isAbove = box.bottom < blocks[first].box.top + 0.5 * blocks[first].size
            // A poem, or somebody's words in letters of their own.
            guard blocks[at].isHeading || blocks[at].lines.count < 4 || blocks[at].size > 1.2 * body.size else {
                continue
            }
            // A crosshead stands as high as the text beside it.
            let isOverItsText =
                isWriter(blocks[at]) && !blocks[at].isHeading && !blocks[at].isBold
                && rest.contains {
                    blocks[$0].isBody && blocks[$0].box.top > box.top && blocks[$0].box.top - box.bottom < body.pitch
                        && abs(blocks[$0].box.middle - box.middle) < body.size
                }
            guard
                isAbove || isOverItsText || box.top < limit - (blocks[at].isHeading ? 0 : 0.3 * body.size),
                !blocks[at].isBody
            else {
                continue
            }
            let leads = rest.contains { blocks[at].leads(to: blocks[$0], body) }
            // White space is in proportion to the letters above it.
            let largest = heading.map { blocks[$0].size }.max() ?? 0
            let isNamed = heading.count == 1 && isColumnName(heading[0], over: at)
            let room = max(
                reach + 0.4 * body.size, blocks[at].isHeading ? min(0.6 * largest, 3 * body.pitch) : 0,
                isNamed ? 2 * body.pitch : 0)
            guard isAbove || box.top - bottom < room || leads && box.top - bottom < 3 * body.pitch
            else {
                continue
            }
            let isUnder = heading.contains { blocks[$0].box.isInColumn(of: box) }
            // Who wrote it, on the headline's own row.
            let isBeside =
                blocks[at].lines.count == 1 && blocks[at].count < 16
                && heading.contains {
                    blocks[$0].box.sharedHeight(with: box) > 0.5 * box.height && box.left > blocks[$0].box.right
                        && (box.left - blocks[$0].box.right < 14 * body.size
                            || PictureWords.nameWriters(blocks[at].lines[0].text))
                }
            if blocks[at].isHeading || isAbove || isUnder || leads || isBeside {
                heading.append(at)
                bottom = max(bottom, box.bottom)
            }
        }
        rest.removeAll(where: heading.contains)
        // Down the page the lines come from the right, and who wrote it after them.
        if isVertical {
            let lines = heading.filter { blocks[$0].isVertical && blocks[$0].isHeading }
                .sorted { blocks[$0].box.left > blocks[$1].box.left }
            heading = lines + heading.filter { !lines.contains($0) }
        }
        return heading
    }

    /// The names on bars that stand at the side of a headline.
    func takeNamesAtHeading(_ rest: inout [Int]) -> [Int] {
        let names = rest.filter { name in
            blocks[name].isName
                && rest.contains {
                    let (box, heading) = (blocks[name].box, blocks[$0].box)
                    return blocks[$0].isHeading && !blocks[$0].isName && !blocks[$0].isVertical
                        && heading.sharedHeight(with: box) > 0.5 * min(box.height, heading.height)
                        && heading.sharedWidth(with: box) < body.size
                }
        }
        rest.removeAll(where: names.contains)
        return names
    }

    mutating func addHeading(_ heading: [Int], ofPicture: Bool = false) {
        let blocks = blocks
        guard
            let largest = heading.filter({ !blocks[$0].isName && !blocks[$0].isBracketed }).max(by: {
                blocks[$0].size < blocks[$1].size
            })
        else {
            let hasItems = members.contains { blocks[$0].isBody && Self.beginsWithBullet(blocks[$0].lines[0].text) }
            for at in heading { lines += blocks[at].lines.map { LaidLine($0, hasItems ? .name : .rubric) } }
            return
        }
        let size = blocks[largest].size
        // Lines of one large headline may differ a little.
        let least = size > 2 * body.size ? 0.8 * size : 0.94 * size
        var isMain = { (at: Int) in
            blocks[at].isHeading && !blocks[at].isName && !blocks[at].isBracketed && blocks[at].size > least
        }
        if isRun {
            // What stands over the items names them; a second line is the first item's.
            for at in heading { lines += blocks[at].lines.map { LaidLine($0, .rubric) } }
            return
        }
        // Alone over items with bullets, or small over a picture, it names a column.
        let text = members.filter { blocks[$0].isBody }.min { blocks[$0].box.top < blocks[$1].box.top }
        let namesColumn =
            text.map { size < 1.6 * body.size && Self.beginsWithBullet(blocks[$0].lines[0].text) }
            ?? (size < 1.35 * body.size
                && (blocks[largest].box.width < 7 * size || PictureWords.nameColumn(blocks[largest].lines[0].text)))
        // Few characters do.
        let isShort = blocks[largest].box.width < 11 * size
        if !ofPicture, heading.count == 1, isShort, blocks[largest].lines.count == 1, namesColumn {
            lines.append(LaidLine(blocks[largest].lines[0], .rubric))
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
        let isNameFirst = heading.count > first + 1 && isColumnName(heading[first], over: heading[first + 1])
        if isNameFirst {
            first += 1
            let letters = blocks[heading[first]].lines[0]
            isMain = { blocks[$0].lines[0].isSet(as: letters) }
        }
        let writers = heading.prefix(first).filter {
            !blocks[$0].isHeading && blocks[$0].lines.count == 1 && PictureWords.nameWriters(blocks[$0].lines[0].text)
        }
        let heading = heading.filter { !writers.contains($0) } + writers
        first -= writers.count
        /// The first small line names the column; what stands between it and the headline leads up to that.
        let named = heading.prefix(first).firstIndex { isRubric(blocks[$0]) }
        let isNamed = lines.contains { $0.role == .rubric }
        let last = heading.lastIndex(where: isMain) ?? 0
        for (place, at) in heading.enumerated() {
            if blocks[at].isName, blocks[at].isStack {
                addName(at)
                continue
            }
            if place > last, !blocks[at].isHeading, blocks[at].lines.count == 2,
                let writers = Self.writers(blocks[at].lines)
            {
                lines.append(writers)
                continue
            }
            for (number, line) in joined(blocks[at].lines).enumerated() {
                let role: LaidLine.Role
                if place < first {
                    let isSecond =
                        isNamed
                        || named.map {
                            $0 < place && !blocks[at].isName
                                && !blocks[at].lines[0].isSet(as: blocks[heading[$0]].lines[0])
                        } ?? false
                    let names = isRubric(blocks[at]) || isNameFirst && place == first - 1
                    role = names && !isSecond ? .rubric : .overline
                } else if place > last {
                    let saysWriters = isWriter(blocks[at]) || PictureWords.nameWriters(blocks[at].lines[0].text)
                    role = saysWriters ? .writers : number == 0 ? .underline : .underlineMore
                } else {
                    role = place == first && number == 0 ? .headline : .headlineMore
                }
                lines.append(LaidLine(line, role))
            }
        }
    }

    /// Whether a line of a few Han in other letters, set apart, names the column of a bold headline below it.
    private func isColumnName(_ at: Int, over next: Int) -> Bool {
        let (name, headline) = (blocks[at], blocks[next])
        guard name.isHeading, headline.isHeading, name.lines.count == 1, (2...6).contains(name.count), !name.isVertical,
            name.lines[0].text.unicodeScalars.allSatisfy({ (0x3400...0x9FFF).contains($0.value) })
        else { return false }
        return !name.isBold && headline.isBold && headline.size > 0.65 * name.size
            && !headline.lines[0].isSet(as: name.lines[0])
    }

    /// Where a line is as wide as there is room for, the next one goes on with it; others end where they were meant to.
    func joined(_ lines: [SheetLine]) -> [SheetLine] {
        let room = members.map { blocks[$0].box }.reduce(lines[0].box) { $0.union($1) }.width
        let widest = lines.map(\.box.width).max() ?? 0
        if lines[0].box.height > 2.5 * lines[0].box.width { return lines }
        var joined = [lines[0]]
        for (before, line) in zip(lines, lines.dropFirst()) {
            let isFull =
                before.box.width > 0.97 * widest && before.box.width + 1.05 * line.size > min(room, 60 * line.size)
            let isSolid =
                before.text.unicodeScalars.last.map { $0.value > 0x2E7F } == true
                && line.text.unicodeScalars.first.map { $0.value > 0x2E7F || $0.value < 0x40 } == true
            guard isFull, isSolid else {
                joined.append(line)
                continue
            }
            joined[joined.count - 1].text += line.text
            joined[joined.count - 1].box = joined[joined.count - 1].box.union(line.box)
        }
        return joined
    }

    /// A line little larger than the text: bold, or short.
    func isRubric(_ block: TextBlock) -> Bool {
        if block.isName || block.isBracketed { return true }
        guard block.lines.count == 1, block.size < 1.35 * body.size else { return false }
        // Han are twice as wide as Latin letters.
        let isLatin = block.lines[0].text.unicodeScalars.first.map { $0.value < 0x2E80 } == true
        let isLong = block.box.width > (isLatin ? 7 : 8.5) * block.size
        return !isLong && (block.isBold || !block.isHeading)
    }
}
