import Newspaper

/// Pictures with names and captions of their own: below, beside, above, and in rows.
extension StoryRegions {
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
                    || drawing.across.contains(where: {
                        abs($0.bottom - own.top) < 1.2 * body.size && $0.width > 1.2 * box.width
                            && $0.sharedWidth(with: own) > 0.9 * own.width
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
}
