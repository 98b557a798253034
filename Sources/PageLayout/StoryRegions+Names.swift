import Newspaper

/// Names over several stories, pictures with names, runs of items, and what is left over.
extension StoryRegions {
    /// A name on a bar, or below a rule, that goes over several stories: the first of them takes it.
    func bandName(_ members: [Int]) -> Int? {
        guard let first = members.min(by: { blocks[$0].box.top < blocks[$1].box.top }), blocks[first].isHeading,
            blocks[first].lines.count == 1, blocks[first].size < 1.8 * body.size
        else { return nil }
        let box = blocks[first].box
        let all = members.map { blocks[$0].box }.reduce(box) { $0.union($1) }
        guard box.width < 0.5 * all.width else { return nil }
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
        return headed.count > 1 ? first : nil
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

    /// Puts a block in the place of each picture that has a name below it, and a few lines below that which do not begin as
    /// paragraphs do.
    mutating func withNamedPictures(_ members: [Int]) -> [Int] {
        var rest = members
        func isUnder(_ box: Box, _ picture: Box) -> Bool {
            box.left > picture.left - body.size && box.right < picture.right + body.size
        }
        for picture in members where blocks[picture].isPicture {
            let box = blocks[picture].box
            var name = rest.filter {
                blocks[$0].isHeading && blocks[$0].lines.count < 3 && !blocks[$0].isVertical
                    && isUnder(blocks[$0].box, box)
                    && blocks[$0].box.top > box.bottom - body.size && blocks[$0].box.top - box.bottom < 1.5 * body.pitch
            }
            // A column's name may stand on a bar beside it.
            let chips = name.filter { blocks[$0].isName }
            name.removeAll(where: chips.contains)
            guard name.count == 1, blocks[name[0]].size < 2.2 * body.size else { continue }
            let words = rest.filter { at in
                let gap = blocks[at].box.top - blocks[name[0]].box.bottom
                return !blocks[at].isHeading && !blocks[at].isPicture && isUnder(blocks[at].box, box)
                    && gap > -0.6 * body.size
                    && gap < body.pitch
            }
            guard words.count == 1, blocks[words[0]].lines.count < 7, !blocks[words[0]].isTable,
                abs(blocks[words[0]].lines[0].box.left - blocks[words[0]].box.left) < 0.8 * body.size,
                blocks[words[0]].box.left - box.left < 1.5 * body.size,
                !rest.contains(where: { at in
                    let gap = blocks[at].box.top - blocks[words[0]].box.bottom
                    return blocks[at].isBody && at != words[0] && isUnder(blocks[at].box, box) && gap > -0.5 * body.size
                        && gap < body.pitch
                })
            else { continue }
            var block = TextBlock(picture: box.union(blocks[name[0]].box).union(blocks[words[0]].box), size: body.size)
            block.frame = framed.count
            framed.append([picture, name[0], words[0]] + chips)
            blocks[words[0]].isBody = false
            rest.removeAll { $0 == picture || $0 == name[0] || $0 == words[0] || chips.contains($0) }
            rest.append(blocks.count)
            blocks.append(block)
        }
        return rest
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
