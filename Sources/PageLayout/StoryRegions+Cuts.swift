import Newspaper

/// White space that goes all the way across, or all the way down, where something begins beyond it.
extension StoryRegions {
    /// Parts one below the other: each but the first begins with a heading, and each but the last has text.
    func rows(_ members: [Int]) -> [[Int]] {
        let order = blocks.fromTop(members)
        var parts: [[Int]] = []
        var part: [Int] = []
        var bottom = -Double.infinity
        for at in order {
            let box = blocks[at].box
            let gap = box.top - bottom
            let isRuledOff =
                gap > 0 && isRuled(from: bottom, to: box.top, over: members)
                && (begins(at, among: order) || blocks[at].isBody)
            let beginsPart =
                gap > (isSmall(at) ? 1 : 0.1) * body.size && beginsRow(at, among: order) && !isCut(part, from: order)
                || blocks[at].isPicture && isLastPicture(at, among: order, after: part)
                || isRuledOff
            if beginsPart, isComplete(part) || isRuledOff && part.contains(where: { blocks[$0].isBody }),
                !leadsIn(part, to: at)
            {
                parts.append(part)
                part = []
            }
            part.append(at)
            bottom = max(bottom, box.bottom - overlap(at))
        }
        parts.append(part)
        return parts
    }

    /// Whether a part is only a picture, with a short line below it, that is as broad as what begins there.
    func leadsIn(_ part: [Int], to at: Int) -> Bool {
        guard blocks[at].isHeading, part.contains(where: { blocks[$0].isPicture && blocks[$0].frame == nil }) else {
            return false
        }
        let words = part.filter { !blocks[$0].isPicture }
        return words.allSatisfy { !blocks[$0].isHeading && !blocks[$0].isBody && blocks[$0].lines.count == 1 }
            && words.reduce(0) { $0 + blocks[$1].count } < 60
            && part.contains { blocks[$0].isPicture && blocks[$0].box.width > 0.9 * blocks[at].box.width }
    }

    /// Whether a row that a block is the first of begins with a heading: one down the page may begin a little below its text.
    func beginsRow(_ at: Int, among members: [Int]) -> Bool {
        if begins(at, among: members) { return true }
        return members.contains { other in
            let drop = blocks[other].box.top - blocks[at].box.top
            return (blocks[other].isVertical || blocks[at].isPicture && blocks[other].isHeading) && drop >= 0
                && drop < 1.5 * body.size
        }
    }

    /// Whether a picture as broad as all stands below all text, of a story that has another one already.
    func isLastPicture(_ at: Int, among members: [Int], after part: [Int]) -> Bool {
        guard part.contains(where: { blocks[$0].isPicture && blocks[$0].frame == nil }) else { return false }
        let box = blocks[at].box
        let all = members.map { blocks[$0].box }.reduce(box) { $0.union($1) }
        return box.width > 0.85 * all.width && !members.contains { blocks[$0].isBody && blocks[$0].box.top > box.top }
            && part.allSatisfy { blocks[$0].box.bottom < box.top + body.size }
    }

    /// Whether a rule goes all the way between two rows.
    func isRuled(from top: Double, to bottom: Double, over members: [Int]) -> Bool {
        let all = members.map { blocks[$0].box }
        guard let left = all.map(\.left).min(), let right = all.map(\.right).max() else { return false }
        var reach = left
        for rule in drawing.across.filter({ $0.top > top - 2 && $0.bottom < bottom + 2 }).sorted(by: {
            $0.left < $1.left
        })
        where rule.left < reach + 3 * body.size { reach = max(reach, rule.right) }
        return reach > right - 3 * body.size
    }

    /// Whether a rule between two strips goes from the top of what is beside it to the end.
    func isRuled(between left: Double, and right: Double, beside members: [Int]) -> Bool {
        let all = members.map { blocks[$0].box }
        guard let top = all.map(\.top).min(), let bottom = all.map(\.bottom).max() else { return false }
        return drawing.down.contains {
            $0.left > left - 3 && $0.right < right + 3 && $0.top < top + 0.6 * body.size
                && $0.bottom > bottom - 6 * body.size
        }
    }

    /// Whether what is below a part goes on with it somewhere: text, or a small heading, right below text.
    func isCut(_ part: [Int], from order: [Int]) -> Bool {
        let below = order.filter { !part.contains($0) }
        return below.contains { at in
            guard blocks[at].isBody || blocks[at].isHeading && isSmall(at) else { return false }
            let box = blocks[at].box
            return part.contains { above in
                blocks[above].isBody && blocks[above].box.isInColumn(of: box)
                    && box.top - blocks[above].box.bottom < 0.8 * body.size
            }
        }
    }

    /// Whether it is a heading little larger than the text, as short items have.
    func isSmall(_ at: Int) -> Bool {
        guard blocks[at].size < 1.3 * body.size, blocks[at].lines.count == 1 else { return false }
        // A rubric stands over a larger one.
        return !blocks.indices.contains { other in
            let gap = blocks[other].box.top - blocks[at].box.bottom
            return blocks[other].isHeading && blocks[other].size > 1.15 * blocks[at].size
                && gap > -0.6 * blocks[other].size
                && gap < 1.5 * body.size && blocks[other].box.left < blocks[at].box.right + 15 * body.size
                && blocks[other].box.right > blocks[at].box.left
        }
    }

    /// Whether it is text, or stands below a picture.
    func isContent(_ at: Int, below heading: Int) -> Bool {
        blocks[at].isBody || blocks[at].isPicture || blocks[at].lines.count > 3
            || blocks[at].box.top - blocks[heading].box.bottom > 3 * body.pitch
    }

    /// Whether each heading has text or a picture below it, or beside it where it goes down the page.
    func isComplete(_ part: [Int]) -> Bool {
        guard
            part.contains(where: { blocks[$0].isBody || blocks[$0].isPicture || blocks[$0].lines.count > 2 })
                || part.filter({ !blocks[$0].isHeading }).count > 4
        else { return false }
        return part.allSatisfy { at in
            guard blocks[at].isHeading else { return true }
            return part.contains { other in
                isText(other) && (blocks[at].isVertical || isContent(other, below: at))
                    && (blocks[at].isVertical
                        ? blocks[other].box.sharedHeight(with: blocks[at].box) > 0
                        : blocks[other].box.top > blocks[at].box.top)
                    && (blocks[other].box.isInColumn(of: blocks[at].box) || blocks[at].isVertical
                        || blocks[at].box.width < 12 * body.size)
            }
        }
    }

    /// Whether text of a part stands at the left of all its headings, and begins no lower than they do: it goes on with something
    /// else.
    func leavesOrphans(_ part: [Int]) -> Bool {
        let headings = part.filter { blocks[$0].isHeading || blocks[$0].frame != nil }
        guard let left = headings.map({ blocks[$0].box.left }).min(),
            let top = headings.map({ blocks[$0].box.bottom }).min()
        else { return false }
        return part.contains { at in
            blocks[at].isBody && !blocks[at].isTable && blocks[at].box.right < left + body.size
                && blocks[at].box.top < top
        }
    }

    /// Parts side by side with a rule between them that is as long as they are, where a row would be cut beside it only.
    func ruledColumns(_ members: [Int]) -> [[Int]] {
        let all = members.map { blocks[$0].box }
        guard let top = all.map(\.top).min(), let bottom = all.map(\.bottom).max(), let left = all.map(\.left).min(),
            let right = all.map(\.right).max()
        else { return [] }
        for rule in drawing.down where rule.left > left + 6 * body.size && rule.right < right - 6 * body.size {
            // Rules that dots or short blanks interrupt are found in parts.
            let parts = drawing.down.filter { abs($0.left - rule.left) < 3 && $0.bottom > top && $0.top < bottom }
            let length = parts.reduce(0) { $0 + min($1.bottom, bottom) - max($1.top, top) }
            guard length > 0.85 * (bottom - top),
                all.allSatisfy({ $0.right < rule.right + body.size || $0.left > rule.left - body.size })
            else { continue }
            let sides = [
                members.filter { blocks[$0].box.middle < rule.left },
                members.filter { blocks[$0].box.middle >= rule.left },
            ]
            guard
                sides.allSatisfy({ side in side.contains { headsStory($0, among: side) || blocks[$0].frame != nil } }),
                let first = self.top(sides[1].filter { !blocks[$0].isPicture || blocks[$0].frame != nil }),
                beginsRow(first, among: sides[1])
            else { continue }
            return sides
        }
        return []
    }

    /// Parts side by side: each but the first begins with a heading.
    func columns(_ members: [Int]) -> [[Int]] {
        let order = members.sorted {
            (blocks[$0].box.left, blocks[$0].box.top) < (blocks[$1].box.left, blocks[$1].box.top)
        }
        var strips: [[Int]] = []
        /// Whether a rule is before a strip, as high as all.
        var isBehindRule: [Bool] = []
        var right = -Double.infinity
        for at in order {
            let box = blocks[at].box
            if strips.isEmpty || box.left - right > 0.4 * body.size {
                isBehindRule.append(!strips.isEmpty && isRuled(between: right, and: box.left, beside: members))
                strips.append([])
            }
            strips[strips.count - 1].append(at)
            right = max(right, box.right)
        }
        guard strips.count > 1 else { return strips }
        let top = members.map { blocks[$0].box.top }.min() ?? 0
        func startsStory(_ strip: [Int]) -> Bool {
            guard let first = self.top(strip.filter { !blocks[$0].isPicture }) else { return true }
            if begins(first, among: strip) { return true }
            if blocks[first].isBody { return false }
            // A name over short items with names of their own.
            let next = self.top(
                strip.filter { $0 != first && !blocks[$0].isPicture && blocks[$0].box.top > blocks[first].box.top })
            if blocks[first].lines.count == 1, blocks[first].box.top - top < 2 * body.pitch, let next,
                !blocks[next].isBody, blocks[next].isBold, blocks[next].lines.count == 1,
                strip.count(where: { blocks[$0].lines[0].isSet(as: blocks[next].lines[0]) }) > 1
            {
                return true
            }
            // Text without a heading goes on with what is at the left.
            let text = self.top(strip.filter { blocks[$0].isBody })
            let heading = self.top(strip.filter { blocks[$0].isHeading })
            if let text, heading.map({ blocks[$0].box.top > blocks[text].box.top }) ?? true { return false }
            // A picture that has no headline of its own; not the words at the side of one.
            if strip.contains(where: { blocks[$0].isPicture && blocks[$0].box.top < blocks[first].box.top }) {
                return true
            }
            let isBeside = members.contains {
                let gap = blocks[first].box.left - blocks[$0].box.right
                return blocks[$0].isPicture && gap > -body.size && gap < 2 * body.size
                    && blocks[$0].box.sharedHeight(with: blocks[first].box) > 0.5 * body.size
            }
            return !isBeside && blocks[first].box.top - top > 4 * body.pitch
        }
        /// Whether a strip belongs to the part at its left.
        func goesOn(_ strip: [Int], _ last: [Int], _ isBehindRule: Bool) -> Bool {
            // A headline down the page has its text at its right.
            if last.allSatisfy({ blocks[$0].isVertical }) { return true }
            // Or at its left.
            if strip.allSatisfy({ blocks[$0].isVertical && blocks[$0].isHeading }), !hasHeading(last) { return true }
            if standsBesideItsLines(strip, last) { return true }
            // Where all of a strip is behind a rule, only text goes on.
            if isBehindRule, self.top(strip).map({ blocks[$0].isBody }) == false { return false }
            // A headline in the middle of its columns leaves those at its left without one.
            return !startsStory(strip) || !hasHeading(last) && isBeside(last, strip)
        }
        var parts: [[Int]] = []
        for (number, strip) in strips.enumerated() {
            if let last = parts.last, goesOn(strip, last, isBehindRule[number]) {
                parts[parts.count - 1] += strip
                continue
            }
            parts.append(strip)
        }
        return parts
    }

    /// Whether a strip is one line of a heading down the page whose other lines end the part at its left.
    private func standsBesideItsLines(_ strip: [Int], _ part: [Int]) -> Bool {
        func isLine(_ at: Int) -> Bool { blocks[at].isVertical && blocks[at].isHeading }
        let headings = part.filter { blocks[$0].isHeading }
        guard strip.allSatisfy(isLine), headings.allSatisfy(isLine), part.contains(where: { blocks[$0].isBody }),
            let last = headings.max(by: { blocks[$0].box.right < blocks[$1].box.right })
        else { return false }
        return strip.allSatisfy { at in
            blocks[at].box.left - blocks[last].box.right < max(blocks[at].size, blocks[last].size)
                && blocks[at].box.sharedHeight(with: blocks[last].box) > 0
        } && !part.contains { !isLine($0) && blocks[$0].box.left > blocks[last].box.left }
    }

    /// Whether text without a heading stands beside the text of a story at its right.
    func isBeside(_ part: [Int], _ strip: [Int]) -> Bool {
        guard let text = top(part.filter(isText)), let heading = top(strip.filter { blocks[$0].isHeading }) else {
            return false
        }
        return blocks[text].box.top > blocks[heading].box.top
    }

    /// Whether there is a heading.
    func hasHeading(_ members: [Int]) -> Bool { members.contains { headsStory($0, among: members) } }
}
