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
            guard drawing.bars.contains(where: { $0.contains(middleOf: box) }) else { continue }
            let frame = innerFrame(of: box)
            let headings = members.filter { at in
                let heading = blocks[at].box
                return at != name && blocks[at].isHeading && !blocks[at].isName && !blocks[at].isVertical
                    && blocks[at].size > 0.7 * blocks[name].size
                    && heading.sharedHeight(with: box) > 0.5 * min(box.height, heading.height)
                    && heading.sharedWidth(with: box) < body.size && innerFrame(of: heading) == frame
                    && (heading.distance(to: box) < 4 * body.size
                        || frame != nil && heading.distance(to: box) < 16 * body.size)
            }
            found[name] =
                headings.min { distance(name, $0) < distance(name, $1) }
                ?? (blocks[name].isVertical || blocks[name].isStack
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
    private func isRuledOff(_ one: Box, _ other: Box) -> Bool {
        let (left, right) = one.left < other.left ? (one, other) : (other, one)
        return drawing.down.contains {
            $0.left > left.right - 2 && $0.right < right.left + 2 && $0.sharedHeight(with: left) > 0.3 * left.height
        }
    }

    /// The smallest frame around a box.
    private func innerFrame(of box: Box) -> Int? {
        drawing.frames.indices.filter { drawing.frames[$0].contains(middleOf: box) }.min {
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

    /// Puts a block in the place of each picture that has a name below it, or beside it, and a few lines with that: which do not
    /// begin as paragraphs do, or say who took it.
    mutating func withNamedPictures(_ members: [Int]) -> [Int] {
        var rest = members
        for picture in members where blocks[picture].isPicture {
            guard rest.contains(picture) else { continue }
            let ways = [wordsOfRow, wordsBelow, wordsBesideName, wordsBeside, wordsBesideUnderName, wordsUnderLabel]
            guard var found = ways.lazy.compactMap({ $0(picture, rest) }).first else { continue }
            let others = found.filter { blocks[$0].isPicture }
            found.removeAll(where: others.contains)
            found += labels(of: picture, found[0], rest.filter { !found.contains($0) })
            let box = found.map { blocks[$0].box }.reduce(
                others.reduce(blocks[picture].box) { $0.union(blocks[$1].box) }
            ) { $0.union($1) }
            var block = TextBlock(picture: box, size: body.size)
            block.frame = framed.count
            namedPictures.insert(framed.count)
            framed.append([picture] + others + found)
            for at in found where !blocks[at].isHeading { blocks[at].isBody = false }
            blocks[picture].hasName = true
            rest.removeAll { $0 == picture || found.contains($0) || others.contains($0) }
            rest.append(blocks.count)
            blocks.append(block)
        }
        return rest
    }

    private func isUnder(_ box: Box, _ picture: Box) -> Bool {
        box.left > picture.left - body.size && box.right < picture.right + body.size
    }

    /// A picture's name, which stands somewhere near it, and what is on a bar beside that.
    private func name(_ rest: [Int], where isNear: (Box) -> Bool) -> (name: Int, chips: [Int])? {
        let near = rest.filter {
            blocks[$0].isHeading && blocks[$0].lines.count < 3 && isNear(blocks[$0].box)
        }
        // A column's name may stand on a bar beside it.
        let chips = near.filter { blocks[$0].isName }
        let names = near.filter { !chips.contains($0) }
        guard names.count == 1, blocks[names[0]].size < 2.6 * body.size else { return nil }
        return (names[0], chips)
    }

    /// What is said right below a name, as broad as a column at most, with who took the picture below that.
    private func words(below name: Int, _ rest: [Int], within room: Double, where isIn: (Box) -> Bool) -> [Int]? {
        var words: [Int] = []
        var bottom = blocks[name].box.bottom
        for at in blocks.fromTop(rest) where !blocks[at].isHeading && !blocks[at].isPicture && isIn(blocks[at].box) {
            let gap = blocks[at].box.top - bottom
            guard gap > -0.6 * body.size else { continue }
            guard gap < room else { break }
            words.append(at)
            bottom = max(bottom, blocks[at].box.bottom)
        }
        return areCaption(words) ? words : nil
    }

    /// Whether a few lines may be a caption at the side of a picture: in letters of their own.
    private func areSideCaption(_ words: [Int], of picture: Int, _ rest: [Int]) -> Bool {
        let end = words.last.flatMap { blocks[$0].lines.last }?.text ?? ""
        return areCaption(words)
            && (PictureWords.endWithCredit(end) || !words.contains { body.isBody(blocks[$0].lines[0]) })
            // They are another picture's.
            && !rest.contains { at in
                at != picture && blocks[at].isPicture
                    && words.contains { blocks[$0].box.isAt(blocks[at].box, within: 1.5 * body.size) }
            }
    }

    /// Whether a few lines may be a picture's caption.
    private func areCaption(_ words: [Int]) -> Bool {
        guard let first = words.first, words.count < 3, words.reduce(0, { $0 + blocks[$1].lines.count }) < 8,
            !words.contains(where: { blocks[$0].isTable })
        else { return false }
        if let last = words.last, let end = blocks[last].lines.last {
            // Who took it, by the words, or in small letters.
            if PictureWords.endWithCredit(end.text) { return true }
            if words.count == 2, blocks[last].lines.count == 1, blocks[last].size < 0.87 * blocks[first].size {
                return true
            }
        }
        return words.count == 1 && abs(blocks[first].lines[0].box.left - blocks[first].box.left) < 0.8 * body.size
    }

    /// Short lines right above a picture, or above its name at the side: they name a column.
    private func labels(of picture: Int, _ name: Int, _ rest: [Int]) -> [Int] {
        let box = blocks[picture].box
        let heading = blocks[name].box
        return rest.filter { at in
            let own = blocks[at].box
            // A name over several stories is no picture's.
            if blocks[at].isName,
                own.left < box.left - body.size
                    || drawing.bars.contains(where: {
                        $0.contains(middleOf: own) && $0.width > 1.2 * box.width
                    })
            {
                return false
            }
            let gap = box.top - own.bottom
            let isAbove = isUnder(own, box) && gap > -body.size && gap < 1.5 * body.pitch && heading.top > box.top
            let isOverName =
                own.isInColumn(of: heading) && heading.top - own.bottom > -0.6 * body.size
                && heading.top - own.bottom < body.pitch
                && (heading.left > box.right - body.size || heading.right < box.left + body.size)
            return !blocks[at].isBody && !blocks[at].isPicture && blocks[at].lines.count == 1 && blocks[at].count < 22
                && blocks[at].size < 1.6 * body.size && (isAbove || isOverName)
        }
    }

    /// A name at the side of a row of pictures, with a caption below each; the others of the row come last.
    private func wordsOfRow(_ picture: Int, _ rest: [Int]) -> [Int]? {
        let first = blocks[picture].box
        let row = rest.filter {
            blocks[$0].isPicture && blocks[$0].frame == nil && abs(blocks[$0].box.top - first.top) < 4
                && abs(blocks[$0].box.bottom - first.bottom) < 4
        }
        guard row.count > 1 else { return nil }
        let all = row.reduce(first) { $0.union(blocks[$1].box) }
        func isBeside(_ box: Box) -> Bool {
            let gap = max(box.left - all.right, all.left - box.right)
            return gap > -2 && gap < 4 * body.size && box.sharedHeight(with: all) > 0.5 * box.height
                && !isRuledOff(box, all) && innerFrame(of: box) == innerFrame(of: all)
        }
        guard let found = name(rest, where: isBeside), !blocks[found.name].isVertical else { return nil }
        let captions = row.flatMap { picture in
            let box = blocks[picture].box
            return rest.filter { at in
                let own = blocks[at].box
                return !blocks[at].isPicture && !blocks[at].isHeading && !blocks[at].isTable && isUnder(own, box)
                    && own.top > box.bottom - body.size && own.top - box.bottom < 1.5 * body.pitch
                    && blocks[at].lines.count < 5
            }
        }
        // Nothing else stands beside them.
        let side = rest.filter { at in
            !blocks[at].isPicture && at != found.name && !found.chips.contains(at) && !captions.contains(at)
                && isBeside(blocks[at].box) && blocks[at].lines.count > 1
        }
        guard captions.count >= row.count, side.isEmpty else { return nil }
        return [found.name] + found.chips + captions + row.filter { $0 != picture }
    }

    /// A name right below a picture, with words below that.
    private func wordsBelow(_ picture: Int, _ rest: [Int]) -> [Int]? {
        let box = blocks[picture].box
        let found = name(rest) {
            isUnder($0, box) && $0.height < 2.5 * $0.width && $0.top > box.bottom - body.size
                && $0.top - box.bottom < 1.5 * body.pitch
        }
        guard let found, let words = words(below: found.name, rest, within: body.pitch, where: { isUnder($0, box) }),
            blocks[words[0]].box.left - box.left < 1.5 * body.size || words.count > 1
        else { return nil }
        return [found.name] + found.chips + words
    }

    /// A name below a picture, at the left, with words at its right.
    private func wordsBesideName(_ picture: Int, _ rest: [Int]) -> [Int]? {
        let box = blocks[picture].box
        let found = name(rest) {
            isUnder($0, box) && $0.top > box.bottom - body.size && $0.top - box.bottom < 2.5 * body.pitch
                && $0.width < 0.3 * box.width && $0.left - box.left < 2 * body.size
        }
        guard let found else { return nil }
        let heading = blocks[found.name].box
        let words = blocks.fromTop(
            rest.filter {
                let own = blocks[$0].box
                return !blocks[$0].isHeading && !blocks[$0].isPicture && isUnder(own, box)
                    && own.left > heading.right - 2
                    && (own.sharedHeight(with: heading) > 0
                        || own.top > heading.bottom - body.size && own.top - heading.bottom < body.pitch)
            })
        return areSideCaption(words, of: picture, rest) ? [found.name] + found.chips + words : nil
    }

    /// A name at the side of a picture, with words below it, and nothing else in its rows there.
    private func wordsBeside(_ picture: Int, _ rest: [Int]) -> [Int]? {
        wordsBeside(picture, rest, isRight: true) ?? wordsBeside(picture, rest, isRight: false)
    }

    private func wordsBeside(_ picture: Int, _ rest: [Int], isRight: Bool) -> [Int]? {
        let box = blocks[picture].box
        guard box.width > 8 * body.size, box.height > 5 * body.pitch else { return nil }
        func isBeside(_ other: Box) -> Bool {
            let gap = isRight ? other.left - box.right : box.left - other.right
            return gap > -2 && gap < 10 * body.size && other.width < 0.9 * box.width && other.top > box.top - body.size
                && other.bottom < box.bottom + body.pitch && !isRuledOff(box, other)
                && innerFrame(of: box) == innerFrame(of: other)
        }
        guard let found = name(rest, where: { isBeside($0) }), !blocks[found.name].isVertical,
            let words = words(
                below: found.name, rest, within: 2 * body.pitch,
                where: { isBeside($0) && $0.isInColumn(of: blocks[found.name].box) })
        else { return nil }
        guard areSideCaption(words, of: picture, rest) else { return nil }
        let all = [found.name] + found.chips + words
        let side = all.map { blocks[$0].box }.reduce(blocks[found.name].box) { $0.union($1) }
        guard max(side.left - box.right, box.left - side.right) < 3 * body.size else { return nil }
        let labels = labels(of: picture, found.name, rest.filter { !all.contains($0) })
        let hasOthers = rest.contains { at in
            at != picture && !all.contains(at) && !labels.contains(at) && blocks[at].box.isInColumn(of: side)
                && blocks[at].box.sharedHeight(with: box) > body.size
        }
        return hasOthers || words.isEmpty ? nil : all
    }

    /// A column of pictures' own name right above a picture, with words below it that say who took it.
    private func wordsUnderLabel(_ picture: Int, _ rest: [Int]) -> [Int]? {
        let box = blocks[picture].box
        let label = rest.filter { at in
            let gap = box.top - blocks[at].box.bottom
            return blocks[at].lines.count == 1 && !blocks[at].isPicture && isUnder(blocks[at].box, box)
                && gap > -body.size && gap < 2 * body.pitch && PictureWords.nameColumn(blocks[at].lines[0].text)
        }
        let words = blocks.fromTop(
            rest.filter { at in
                let gap = blocks[at].box.top - box.bottom
                return !blocks[at].isHeading && !blocks[at].isPicture && isUnder(blocks[at].box, box)
                    && gap > -body.size && gap < 2 * body.pitch
            })
        // What has a name of its own is another kind.
        let hasName = rest.contains { at in
            blocks[at].isHeading && !label.contains(at) && isUnder(blocks[at].box, box)
                && blocks[at].box.isAt(box, within: 2 * body.pitch)
        }
        guard label.count == 1, !hasName, areCaption(words), let end = words.last.flatMap({ blocks[$0].lines.last }),
            PictureWords.endWithCredit(end.text)
        else { return nil }
        return label + words
    }

    /// A name right above a picture, with words at the picture's side that say who took it.
    private func wordsBesideUnderName(_ picture: Int, _ rest: [Int]) -> [Int]? {
        let box = blocks[picture].box
        guard box.width > 8 * body.size, box.height > 5 * body.pitch,
            let found = name(
                rest,
                where: {
                    isUnder($0, box) && box.top - $0.bottom > -body.size && box.top - $0.bottom < 1.5 * body.pitch
                })
        else { return nil }
        let words = blocks.fromTop(
            rest.filter {
                let own = blocks[$0].box
                let gap = max(own.left - box.right, box.left - own.right)
                return !blocks[$0].isPicture && gap > -2 && gap < 3 * body.size && own.top > box.top - body.size
                    && own.bottom < box.bottom + body.pitch
            })
        guard !words.contains(where: { blocks[$0].isHeading }), areSideCaption(words, of: picture, rest),
            words.last.flatMap({ blocks[$0].lines.last }).map({ PictureWords.endWithCredit($0.text) }) == true
        else { return nil }
        return [found.name] + found.chips + words
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
