import Newspaper

/// Names over several stories and beside headlines, runs of items, and what is left over.
extension StoryRegions {
    /// A name on a bar, or below a rule, that goes over several stories: the first of them takes it.
    func bandName(_ members: [Int]) -> Int? {
        guard let first = members.min(by: { blocks[$0].box.top < blocks[$1].box.top }), blocks[first].isHeading,
            blocks[first].lines.count == 1, blocks[first].size < 1.8 * body.size,
            // What leads up to a headline says something.
            !blocks[first].lines[0].text.contains(where: { "，。？！,".contains($0) })
        else { return nil }
        let box = blocks[first].box
        let all = members.map { blocks[$0].box }.reduce(box) { $0.union($1) }
        // A name is short.
        guard box.width < min(0.5 * all.width, 15 * blocks[first].size) else { return nil }
        func goesOver(_ line: Box) -> Bool {
            line.sharedWidth(with: all) > 0.85 * all.width && line.width < 1.2 * all.width
        }
        let isOnBar = drawing.bars.contains { $0.contains(middleOf: box) && goesOver($0) }
        let isRuled =
            drawing.across.contains { goesOver($0) && abs($0.bottom - box.top) < 1.2 * body.size }
            && !members.contains { $0 != first && blocks[$0].box.top < box.bottom - 0.3 * body.size }
        guard isOnBar || isRuled else { return nil }
        let rest = members.filter { $0 != first }
        let parts = [columns(rest), self.rows(rest)].first { $0.count > 1 } ?? []
        let headed = parts.filter { part in part.contains { blocks[$0].isHeading || blocks[$0].frame != nil } }
        if headed.count > 1 { return first }
        // Pictures in a row, each with its caption.
        let arePictures =
            parts.count > 1 && headed.isEmpty
            && parts.allSatisfy { part in
                part.contains { blocks[$0].isPicture } && !part.contains { blocks[$0].isBody }
            }
        return arePictures ? first : nil
    }

    /// Names on bars that stand at the side of a headline, with that.
    mutating func namesAtHeadings(_ members: [Int]) -> [Int: Int] {
        var found = sideNames(members)
        for name in found.keys { blocks[name].isName = true }
        for name in members where blocks[name].isName && found[name] == nil {
            let box = blocks[name].box
            guard let plate = drawing.plates(body).first(where: { $0.contains(middleOf: box) }) else { continue }
            let frame = innerFrame(of: box, around: plate)
            let isDown = blocks[name].isVertical || blocks[name].isStack
            let headings = members.filter { at in
                let heading = blocks[at].box
                return at != name && blocks[at].isHeading && !blocks[at].isName && !blocks[at].isVertical
                    && blocks[at].size > 0.7 * blocks[name].size
                    && heading.sharedHeight(with: box) > 0.5 * min(box.height, heading.height)
                    && heading.sharedWidth(with: box) < body.size && innerFrame(of: heading) == frame
                    && (heading.distance(to: box) < 4 * body.size
                        || (frame != nil || isDown && heading.left > box.right)
                            && heading.distance(to: box) < 16 * body.size)
            }
            found[name] =
                headings.min { distance(name, $0) < distance(name, $1) }
                ?? (isDown
                    ? members.filter { at in
                        blocks[at].isPicture && blocks[at].box.sharedHeight(with: box) > 0.5 * box.height
                            && blocks[at].box.distance(to: box) < 3 * body.size
                    }.min { distance(name, $0) < distance(name, $1) } : nil)
        }
        return found
    }

    /// A few Han in light letters, little larger than the text, at the left of a large headline in the middle of its columns: over the
    /// first of these, but no headline.
    private func sideNames(_ members: [Int]) -> [Int: Int] {
        var found: [Int: Int] = [:]
        for name in members {
            let block = blocks[name]
            guard block.isHeading, !block.isBold, block.lines.count == 1, (2...8).contains(block.count),
                block.size < 1.6 * body.size, !block.isVertical,
                block.lines[0].text.unicodeScalars.allSatisfy({ (0x3400...0x9FFF).contains($0.value) })
            else { continue }
            // It names the one below it.
            let isOver = members.contains { at in
                let gap = blocks[at].box.top - block.box.bottom
                return blocks[at].isHeading && gap > -0.6 * body.size && gap < 3 * body.pitch
                    && blocks[at].box.isInColumn(of: block.box)
            }
            if isOver { continue }
            let headings = members.filter { at in
                let heading = blocks[at]
                return heading.isHeading && heading.size > 1.5 * block.size && !heading.isVertical
                    && heading.box.left > block.box.right && heading.box.left - block.box.right < 24 * body.size
                    && heading.box.top > block.box.top - 2 && heading.box.top - block.box.bottom < 6 * body.pitch
                    && innerFrame(of: heading.box) == innerFrame(of: block.box)
                    && !drawing.down.contains {
                        $0.left > block.box.right && $0.right < heading.box.left + 2
                            && $0.sharedHeight(with: heading.box) > 0
                    }
            }
            found[name] = headings.min { distance(name, $0) < distance(name, $1) }
        }
        return found
    }

    /// Whether a rule down the page stands between two boxes on one row.
    func isRuledOff(_ one: Box, _ other: Box) -> Bool {
        let (left, right) = one.left < other.left ? (one, other) : (other, one)
        return drawing.down.contains {
            $0.left > left.right - 2 && $0.right < right.left + 2 && $0.sharedHeight(with: left) > 0.3 * left.height
        }
    }

    /// The smallest frame around a box, and around what that stands on.
    func innerFrame(of box: Box, around plate: Box? = nil) -> Int? {
        drawing.frames.indices.filter { drawing.frames[$0] != plate && drawing.frames[$0].contains(middleOf: box) }.min
        {
            drawing.frames[$0].width * drawing.frames[$0].height < drawing.frames[$1].width * drawing.frames[$1].height
        }
    }

    /// Whether it is a column with a name and short items with headings of their own, all set alike.
    func isRun(_ members: [Int]) -> Bool {
        guard !members.contains(where: { blocks[$0].isPicture }) else { return false }
        var items = blocks.fromTop(members)[...]
        guard let name = items.first, blocks[name].isHeading, blocks[name].lines.count == 1 else { return false }
        items.removeFirst()
        guard let first = items.first, blocks[first].isHeading else { return false }
        let letters = blocks[first].lines[0]
        guard letters.size < 1.5 * body.size, !blocks[name].lines[0].isSet(as: letters) else { return false }
        let all = members.map { blocks[$0].box }.reduce(blocks[name].box) { $0.union($1) }
        guard all.width < 30 * body.size else { return false }
        var headings = 0
        var lines = 0
        for at in items {
            if blocks[at].isHeading {
                guard blocks[at].lines.count == 1, blocks[at].lines[0].isSet(as: letters), headings == 0 || lines > 0
                else {
                    return false
                }
                (headings, lines) = (headings + 1, 0)
            } else {
                lines += blocks[at].lines.count
                guard lines < 12 else { return false }
            }
        }
        return headings > 2 && lines > 0
    }

    /// Text without a heading that begins within a sentence belongs to a story whose text ends so.
    mutating func joinOrphans() {
        for number in regions.indices {
            let members = regions[number]
            guard members.allSatisfy({ blocks[$0].isBody && !blocks[$0].isTable }),
                let first = blocks.fromTop(members).first,
                blocks[first].lines[0].box.left - blocks[first].box.left < 0.6 * body.size
            else { continue }
            let story = regions.indices.filter { other in
                guard other != number, regions[other].contains(where: { blocks[$0].isHeading }),
                    let last = lastText(regions[other]), let end = last.text.unicodeScalars.last
                else { return false }
                return !Self.sentenceEnds.contains(end) && last.box.right < blocks[first].box.right
                    && last.box.distance(to: blocks[first].box) < 30 * body.size
            }.min { one, other in
                let box = blocks[first].box
                return (lastText(regions[one])?.box.distance(to: box) ?? 0)
                    < (lastText(regions[other])?.box.distance(to: box) ?? 0)
            }
            guard let story else { continue }
            regions[story] += members
            regions[number] = []
        }
        regions.removeAll(where: \.isEmpty)
    }

    /// The last line of a story's text: that of its last column.
    func lastText(_ members: [Int]) -> SheetLine? {
        let text = members.filter { blocks[$0].isBody && !blocks[$0].isTable }
        guard let left = text.map({ blocks[$0].box.left }).max() else { return nil }
        return text.filter { blocks[$0].box.left > left - 3 * body.size }
            .max { blocks[$0].box.bottom < blocks[$1].box.bottom }.map { blocks[$0].lines[blocks[$0].lines.count - 1] }
    }

    /// Headings without anything below them name what the next heading below stands over.
    func withoutBareHeadings(_ parts: [[Int]]) -> [[Int]] {
        var parts = parts
        for number in parts.indices where parts[number].allSatisfy({ blocks[$0].isHeading && !blocks[$0].isVertical }) {
            guard let last = parts[number].max(by: { blocks[$0].box.bottom < blocks[$1].box.bottom }) else { continue }
            let next = parts.indices.filter { $0 != number && parts[$0].contains { !blocks[$0].isHeading } }.compactMap
            {
                other -> (part: Int, gap: Double)? in
                guard let first = top(parts[other].filter { blocks[$0].isHeading }) else { return nil }
                let gap = blocks[first].box.top - blocks[last].box.bottom
                guard gap > -body.size, gap < 4 * body.pitch,
                    blocks[first].box.isInColumn(of: blocks[last].box)
                        || blocks[first].box.left - blocks[last].box.right < 12 * body.size
                            && blocks[first].box.left > blocks[last].box.left
                else { return nil }
                return (other, gap)
            }.min { $0.gap < $1.gap }
            guard let next else { continue }
            parts[next.part] = parts[number] + parts[next.part]
            parts[number] = []
        }
        return parts.filter { !$0.isEmpty }
    }
}
