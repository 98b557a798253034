import Newspaper
import PageText

/// Columns and paragraphs.
extension RegionReader {
    /// Column after column; what is above a picture as broad as all columns comes before what is below it.
    func inOrder(_ rest: [Int]) -> [Int] {
        let text = rest.filter { blocks[$0].isBody }
        guard let first = text.first else { return inColumns(rest) }
        let all = text.map { blocks[$0].box }.reduce(blocks[first].box) { $0.union($1) }
        let bar = members.first { at in
            let box = blocks[at].box
            return blocks[at].isPicture && box.sharedWidth(with: all) > 0.85 * all.width
                && text.contains { blocks[$0].box.bottom < box.top + body.size }
                && text.contains { blocks[$0].box.top > box.bottom - body.size }
                && text.allSatisfy { blocks[$0].box.sharedHeight(with: box) < body.size }
        }
        guard let bar else { return inColumns(rest) }
        let above = rest.filter { blocks[$0].box.bottom < blocks[bar].box.top + body.size }
        return inColumns(above) + inColumns(rest.filter { !above.contains($0) })
    }

    /// Where a second row of columns begins, each with a crosshead: what is above it comes first.
    private func secondRow(_ rest: [Int]) -> Double? {
        let crossheads = rest.filter { blocks[$0].isCrosshead }
        return crossheads.compactMap { at -> Double? in
            let top = blocks[at].box.top
            let beside = crossheads.filter { abs(blocks[$0].box.top - top) < 1.2 * body.size }
            let all = rest.map { blocks[$0].box }
            guard beside.count > 1,
                !all.contains(where: { $0.top < top - body.size && $0.bottom > top + body.size }),
                rest.contains(where: { blocks[$0].isBody && blocks[$0].box.bottom < top + 0.5 * body.size })
            else { return nil }
            // All columns begin there, and none of them goes on with one above.
            let above = rest.filter { blocks[$0].isBody && blocks[$0].box.top < top - 1.2 * body.size }
            let below = rest.filter { blocks[$0].isBody && blocks[$0].box.top > top }
            guard
                below.allSatisfy({ at in
                    above.allSatisfy { abs(blocks[$0].box.left - blocks[at].box.left) > 2.6 * body.size }
                })
            else { return nil }
            let areHeaded = below.allSatisfy { text in
                beside.contains { blocks[$0].box.isInColumn(of: blocks[text].box) }
            }
            return areHeaded ? top : nil
        }.min()
    }

    func inColumns(_ rest: [Int]) -> [Int] {
        if let top = secondRow(rest) {
            let above = rest.filter { blocks[$0].box.top < top - 1.2 * body.size }
            return inColumns(above) + inColumns(rest.filter { !above.contains($0) })
        }
        let columns = columnEdges(rest)
        func column(_ at: Int) -> Int {
            let middle =
                blocks[at].lines.count > 1 || blocks[at].box.width < body.size * 4
                ? blocks[at].box.left + min(blocks[at].box.width / 2, body.size) : blocks[at].box.middle
            return columns.lastIndex { $0 <= middle } ?? -1
        }
        return rest.sorted {
            (column($0), blocks[$0].box.top, blocks[$0].box.left) < (
                column($1), blocks[$1].box.top, blocks[$1].box.left
            )
        }
    }

    /// The left edges of the columns of text.
    func columnEdges(_ rest: [Int]) -> [Double] {
        var edges: [Double] = []
        let text = rest.filter { blocks[$0].isBody }
        for at in (text.isEmpty ? rest : text).sorted(by: { blocks[$0].box.left < blocks[$1].box.left }) {
            if isBesidePicture(at, in: text) { continue }
            let left = blocks[at].box.left
            guard let last = edges.last else { edges.append(left); continue }
            if left - last > 4 * body.size { edges.append(left) }
        }
        return edges
    }

    /// Whether text is narrower than its column because a picture stands at its left.
    func isBesidePicture(_ at: Int, in text: [Int]) -> Bool {
        let box = blocks[at].box
        return members.contains { picture in
            let space = blocks[picture].box
            guard blocks[picture].isPicture || blocks[picture].isPullQuote, space.right < box.left + body.size,
                box.left - space.right < 3 * body.size,
                space.sharedHeight(with: box) > 0.5 * body.size
            else { return false }
            return text.contains {
                let column = blocks[$0].box
                return column.left > space.left - 2 * body.size && column.left < box.left - 1.5 * body.size
                    && abs(column.right - box.right) < 2 * body.size && column.sharedHeight(with: box) < body.size
            }
        }
    }

    /// What stands before a colon at the beginning of several lines: who speaks, in an interview.
    private func speakers(_ order: [Int]) -> Set<String> {
        var counts: [String: Int] = [:]
        for at in order where blocks[at].isBody {
            for line in blocks[at].lines { if let name = Self.speaker(line.text) { counts[name, default: 0] += 1 } }
        }
        return counts.count > 1 ? Set(counts.filter { $0.value > 1 }.keys) : []
    }

    private static func speaker(_ text: String) -> String? {
        let name = text.unicodeScalars.prefix(7).prefix { $0 != "：" && $0 != ":" }
        guard (1...6).contains(name.count), name.count < text.unicodeScalars.prefix(7).count else { return nil }
        return String(name)
    }

    /// Whether a line at the column's edge begins with who speaks, behind the end of a sentence.
    private func beginsSpeech(_ line: SheetLine, behind previous: SheetLine?, _ speakers: Set<String>) -> Bool {
        guard !speakers.isEmpty, let name = Self.speaker(line.text), speakers.contains(name) else { return false }
        return previous?.text.unicodeScalars.last.map(StoryRegions.sentenceEnds.contains) ?? true
    }

    mutating func addText(_ order: [Int]) {
        let speakers = speakers(order)
        let isPoem = isPoem
        var isFirst = true
        var previous: SheetLine?
        for at in order {
            var block = blocks[at]
            if block.isPullQuote {
                // It parts none of the story's paragraphs.
                lines += block.lines.enumerated().map { LaidLine($1, $0 == 0 ? .quotation : .quotationMore) }
                continue
            }
            if block.isTable {
                lines += block.lines.map { LaidLine($0, .row) }
                isFirst = true
                continue
            }
            if isRun, isSmallHeading(at) {
                lines.append(LaidLine(block.lines[0], .item))
                isFirst = true
                continue
            }
            if block.isCrosshead {
                lines.append(LaidLine(Self.solid(block.lines), .crosshead, box: block.box))
                continue
            }
            if block.isHeading {
                lines += block.lines.enumerated().map { LaidLine($1, $0 == 0 ? .smallHeading : .headlineMore) }
                continue
            }
            if goesOnInBracket(block) {
                // Writers in brackets, at the end of the text.
                lines += block.lines.map { LaidLine($0, .more) }
                continue
            }
            if block.lines.count == 1, "□■".contains(block.lines[0].text.first ?? " "), isWriter(block), !isFirst {
                lines.append(LaidLine(block.lines[0], .writers))
                continue
            }
            guard block.isBody || block.lines.count > 3 else {
                lines += block.lines.map { LaidLine($0, .aside) }
                continue
            }
            let left = edge(of: at, order)
            if isFirst, block.lines.count > 1, block.lines[0].text.first == "□",
                block.lines.dropFirst(2).first.map({ $0.box.left - left > 0.6 * (habits.indent ?? .infinity) })
                    ?? true,
                let writers = Self.writers(Array(block.lines.prefix(2)))
            {
                // Two lines of names, before an indented one.
                lines.append(writers)
                block.lines.removeFirst(2)
                if block.lines.isEmpty { continue }
            }
            let isOwnVerse = isVerse(block)
            let isVerse = isPoem || isOwnVerse || isStanza(at)
            // Text in the same column shows that its lines are no longer than they were meant to be.
            let hasRoom = hasRoomAtRight(block)
            let isNumbered = Self.isNumbered(block)
            let timed = Self.timedItems(block)
            let wasFirst = isFirst
            // What bullets stand before may hang behind them.
            let hangs = block.lines.contains { Self.beginsWithBullet($0.text) }
            let hanging = hangs ? block.lines.filter { !Self.beginsWithBullet($0.text) }.map(\.box.left).min() : nil
            for (place, line) in block.lines.enumerated() {
                let role: LaidLine.Role
                if isVerse {
                    // What is as long as the measure may go on.
                    let isFull =
                        isOwnVerse && !isPoem && !hasRoom && place > 0
                        && block.lines[place - 1].box.right > block.box.right - 0.9 * block.size
                        && block.lines.count { $0.box.right > block.box.right - 0.9 * block.size } > 1
                    role = isFull && !isFirst ? .text : .paragraph
                } else if isFirst {
                    // Before an indented line one that is not is no text, but says who wrote it.
                    role = place == 0 && isOverText(block, left) ? .text : .paragraph
                } else if isNumbered || timed.contains(place) || Self.beginsWithBullet(line.text)
                    || beginsSpeech(line, behind: previous, speakers)
                {
                    role = .paragraph
                } else if let indent = habits.indent {
                    let edge = max(edgeBesidePicture(of: line, in: at, order) ?? left, hanging ?? -.infinity)
                    let begins = line.box.left - edge > 0.6 * indent || endsItem(previous, line, block)
                    // Who wrote it may have the first line for itself.
                    let isBelowWriter =
                        place == 1 && lines.last?.role == .paragraph && wasFirst
                        && (block.lines[0].box.right < block.box.right - 4 * block.size
                            || isInOtherLetters(block.lines[0], body))
                    role = begins ? .paragraph : isBelowWriter ? .text : .more
                } else if let step = habits.step, let previous {
                    let isApart = line.box.top - previous.box.top > 1.2 * step
                    role =
                        isApart && line.box.top > previous.box.top
                        ? .paragraph : line.box.top > previous.box.top ? .more : .text
                } else {
                    role = .text
                }
                let text = role == .more && line.followsSpace ? keepSpace(before: line.text) : line.text
                if role == .more, previous?.precedesSpace == true, let last = lines.indices.last {
                    // Divided at the space between two words, as writers' names have it: lines are joined without one.
                    lines[last].text += "　" + text
                    lines[last].box = lines[last].box?.union(line.box)
                } else {
                    lines.append(LaidLine(text, role, box: line.box))
                }
                isFirst = false
                previous = line
            }
        }
    }

    /// Whether a short line is in other letters than the text, with no mark in it.
    private func isInOtherLetters(_ line: SheetLine, _ body: BodyStyle) -> Bool {
        line.firstFont.map { $0 != body.font && line.lastFont == nil } == true && line.text.unicodeScalars.count < 15
            && !line.text.unicodeScalars.contains { "（()），。、：".unicodeScalars.contains($0) }
    }

    /// Where lines begin that a picture at their left makes narrower than the column.
    func edgeBesidePicture(of line: SheetLine, in at: Int, _ order: [Int]) -> Double? {
        let block = blocks[at]
        let isNarrow = isBesidePicture(at, in: order)
        guard line.box.left > block.box.left + body.size || block.box.left > line.box.left - body.size else {
            return nil
        }
        func isBeside(_ box: Box, _ space: Box) -> Bool {
            // White space is above it, and its caption below.
            space.right < box.left + body.size && box.left - space.right < 5 * body.size
                && space.distanceDown(to: box) < 1.6 * body.pitch
        }
        let space = members.first { at in
            (blocks[at].isPicture || blocks[at].isPullQuote) && isBeside(line.box, blocks[at].box)
                && (isNarrow || blocks[at].box.right > block.box.left + body.size)
        }
        guard let space else { return nil }
        let beside = block.lines.filter { isBeside($0.box, blocks[space].box) }
        guard beside.count > 1 || block.box.left < line.box.left - body.size else { return nil }
        return beside.count > 1 ? ColumnEdge.left(of: beside) : line.box.left
    }

    /// Whether the text before opens a bracket that a line or two close.
    func goesOnInBracket(_ block: TextBlock) -> Bool {
        guard block.lines.count < 3, let last = lines.last, [.more, .paragraph].contains(last.role), let box = last.box,
            block.box.top > box.top, block.box.top - box.bottom < body.size, block.box.isInColumn(of: box)
        else { return false }
        func depth(_ text: String) -> Int {
            text.unicodeScalars.reduce(0) {
                $0 + ("（(".unicodeScalars.contains($1) ? 1 : "）)".unicodeScalars.contains($1) ? -1 : 0)
            }
        }
        return depth(last.text) > 0 && block.lines.reduce(0) { $0 + depth($1.text) } < 0
    }

    /// Whether a block's first line begins at the column's edge, and the second one a paragraph.
    func isOverText(_ block: TextBlock, _ left: Double) -> Bool {
        guard let indent = habits.indent, block.lines.count > 2 else { return false }
        return block.lines[0].box.left - left < 0.3 * indent && block.lines[1].box.left - left > 0.6 * indent
    }

    /// Whether the line before ends a sentence well before the column's edge, and an item without an indent begins.
    func endsItem(_ previous: SheetLine?, _ line: SheetLine, _ block: TextBlock) -> Bool {
        guard let previous, block.lines.contains(previous),
            !members.contains(where: {
                (blocks[$0].isPicture || blocks[$0].isPullQuote) && blocks[$0].box.sharedHeight(with: previous.box) > 0
                    && blocks[$0].box.distance(to: previous.box) < 3 * body.size
            }), let last = previous.text.last
        else { return false }
        return "。！？；".contains(last) && previous.box.right < block.box.right - 2 * body.size
            && abs(previous.box.left - line.box.left) < 0.5 * body.size
    }

    /// A line that was divided at the space between two words: the first goes back to the line before, as lines are joined without
    /// a space. Returns the rest.
    mutating func keepSpace(before text: String) -> String {
        guard let end = text.firstIndex(where: \.isWhitespace), let last = lines.indices.last else { return text }
        lines[last].text += "　" + text[..<end]
        return String(text[end...].drop(while: \.isWhitespace))
    }

    /// Where the lines of a block's column begin: a short block may have only indented lines.
    func edge(of at: Int, _ order: [Int]) -> Double {
        let own = ColumnEdge.left(of: blocks[at].lines)
        guard blocks[at].lines.count < 4 else { return own }
        let near = order.filter {
            blocks[$0].isBody
                && (abs(blocks[$0].box.left - blocks[at].box.left) < 3.5 * body.size
                    || blocks[$0].box.isInColumn(of: blocks[at].box)
                        && abs(blocks[$0].box.right - blocks[at].box.right) < 3 * body.size)
        }.flatMap { blocks[$0].lines }
        let edge = ColumnEdge.left(of: near)
        if edge < own { return edge }
        // Alone below a picture as broad as the column.
        let picture = members.first {
            blocks[$0].isPicture && blocks[$0].box.left < own && own - blocks[$0].box.left < 4 * body.size
                && blocks[$0].box.bottom < blocks[at].box.top
                && blocks[at].box.top - blocks[$0].box.bottom < 6 * body.pitch
                && abs(blocks[$0].box.right - blocks[at].box.right) < 3 * body.size
        }
        return picture.map { blocks[$0].box.left } ?? own
    }

    /// Lines that are one, with a space between words.
    static func solid(_ lines: [SheetLine]) -> String {
        lines.dropFirst().reduce(lines[0].text) { text, line in
            let isLatin = text.unicodeScalars.last.map { $0.value < 0x2000 } == true
            return text + (isLatin ? " " : "") + line.text
        }
    }
}
