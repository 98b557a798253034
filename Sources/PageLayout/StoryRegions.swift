/// Parts a sheet into what belongs together: by white space that goes all the way, where something begins beyond it.
struct StoryRegions {
    private var blocks: [TextBlock]
    private let body: BodyStyle
    private let drawing: Drawing
    /// In reading order; each holds the numbers of its blocks.
    private(set) var regions: [[Int]] = []
    /// What is inside each frame.
    private var framed: [[Int]] = []

    init(_ blocks: [TextBlock], _ members: [Int], _ body: BodyStyle, _ drawing: Drawing) {
        self.blocks = blocks
        self.body = body
        self.drawing = drawing
        part(takeFrames(members), 0)
    }

    /// Puts a block in the place of what is inside each frame.
    private mutating func takeFrames(_ members: [Int]) -> [Int] {
        var rest = members
        for frame in drawing.frames.sorted(by: { $0.width * $0.height < $1.width * $1.height }) {
            let inside = rest.filter {
                frame.contains(middleOf: blocks[$0].box) && blocks[$0].box.width < frame.width + 8
            }
            // A frame around the page, or around a picture, parts nothing.
            guard inside.contains(where: { !blocks[$0].isPicture }), inside.count < rest.count else { continue }
            // A frame around a name of a column is no place of its own.
            if inside.count == 1, blocks[inside[0]].lines.count < 3 { continue }
            var block = TextBlock(picture: frame, size: body.size)
            block.frame = framed.count
            framed.append(inside)
            rest.removeAll(where: inside.contains)
            rest.append(blocks.count)
            blocks.append(block)
        }
        return rest
    }

    private mutating func part(_ members: [Int], _ depth: Int) {
        guard !members.isEmpty else { return }
        if members.count == 1, let frame = blocks[members[0]].frame {
            part(framed[frame], depth + 1)
            return
        }
        if depth < 64 {
            for parts in [rows(members), columns(members)] where parts.count > 1 {
                for members in parts { part(members, depth + 1) }
                return
            }
        }
        // Frames in the middle of a story come after it.
        let frames = members.compactMap { blocks[$0].frame }
        regions += assigned(members.filter { blocks[$0].frame == nil })
        for frame in frames { part(framed[frame], depth + 1) }
    }

    // MARK: Cuts

    /// Parts one below the other: each but the first begins with a heading, and each but the last has text.
    private func rows(_ members: [Int]) -> [[Int]] {
        let order = blocks.fromTop(members)
        var parts: [[Int]] = []
        var part: [Int] = []
        var bottom = -Double.infinity
        for at in order {
            let box = blocks[at].box
            let gap = box.top - bottom
            let beginsPart =
                gap > (isSmall(at) ? 1 : 0.1) * body.size && beginsRow(at, among: order) && !isCut(part, from: order)
                || blocks[at].isPicture && isLastPicture(at, among: order, after: part)
                || gap > 0 && isRuled(from: bottom, to: box.top, over: members)
            if beginsPart, isComplete(part) {
                parts.append(part)
                part = []
            }
            part.append(at)
            bottom = max(bottom, box.bottom - overlap(at))
        }
        parts.append(part)
        return parts
    }

    /// Whether a row that a block is the first of begins with a heading: one down the page may begin a little below its text.
    private func beginsRow(_ at: Int, among members: [Int]) -> Bool {
        if begins(at, among: members) { return true }
        return members.contains { other in
            let drop = blocks[other].box.top - blocks[at].box.top
            return (blocks[other].isVertical || blocks[at].isPicture && blocks[other].isHeading) && drop >= 0
                && drop < 1.5 * body.size
        }
    }

    /// Whether a picture as broad as all stands below all text, of a story that has another one already.
    private func isLastPicture(_ at: Int, among members: [Int], after part: [Int]) -> Bool {
        guard part.contains(where: { blocks[$0].isPicture && blocks[$0].frame == nil }) else { return false }
        let box = blocks[at].box
        let all = members.map { blocks[$0].box }.reduce(box) { $0.union($1) }
        return box.width > 0.85 * all.width && !members.contains { blocks[$0].isBody && blocks[$0].box.top > box.top }
            && part.allSatisfy { blocks[$0].box.bottom < box.top + body.size }
    }

    /// Whether a rule goes all the way between two rows.
    private func isRuled(from top: Double, to bottom: Double, over members: [Int]) -> Bool {
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
    private func isRuled(between left: Double, and right: Double, beside members: [Int]) -> Bool {
        let all = members.map { blocks[$0].box }
        guard let top = all.map(\.top).min(), let bottom = all.map(\.bottom).max() else { return false }
        return drawing.down.contains {
            $0.left > left - 3 && $0.right < right + 3 && $0.top < top + 0.6 * body.size
                && $0.bottom > bottom - 6 * body.size
        }
    }

    /// Whether what is below a part goes on with it somewhere: text, or a small heading, right below text.
    private func isCut(_ part: [Int], from order: [Int]) -> Bool {
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
    private func isSmall(_ at: Int) -> Bool {
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
    private func isContent(_ at: Int, below heading: Int) -> Bool {
        blocks[at].isBody || blocks[at].isPicture || blocks[at].lines.count > 3
            || blocks[at].box.top - blocks[heading].box.bottom > 3 * body.pitch
    }

    /// Whether each heading has text or a picture below it, or beside it where it goes down the page.
    private func isComplete(_ part: [Int]) -> Bool {
        guard part.contains(where: { blocks[$0].isBody || blocks[$0].isPicture || blocks[$0].lines.count > 2 }) else {
            return false
        }
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

    /// Boxes of letters are higher than what is seen of them.
    private func overlap(_ at: Int) -> Double { 0.25 * blocks[at].size }

    /// Parts side by side: each but the first begins with a heading.
    private func columns(_ members: [Int]) -> [[Int]] {
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

    /// Whether text without a heading stands beside the text of a story at its right.
    private func isBeside(_ part: [Int], _ strip: [Int]) -> Bool {
        guard let text = top(part.filter(isText)), let heading = top(strip.filter { blocks[$0].isHeading }) else {
            return false
        }
        return blocks[text].box.top > blocks[heading].box.top
    }

    /// Whether there is a heading.
    private func hasHeading(_ members: [Int]) -> Bool { members.contains { headsStory($0, among: members) } }

    /// Whether a block is the heading of what is below it; a small one far above the text belongs to the story at its side.
    private func headsStory(_ at: Int, among members: [Int]) -> Bool {
        guard blocks[at].isHeading else { return false }
        if blocks[at].lines.count > 1 || blocks[at].size > 1.35 * body.size || blocks[at].isVertical { return true }
        return members.contains { other in
            let gap = blocks[other].box.top - blocks[at].box.bottom
            return other != at && gap > -body.size && gap < 3 * body.pitch
                && blocks[other].box.isInColumn(of: blocks[at].box)
        }
    }

    private func top(_ members: [Int]) -> Int? { members.min { blocks[$0].box.top < blocks[$1].box.top } }

    private func isText(_ at: Int) -> Bool { !blocks[at].isHeading }

    /// Whether a block is a heading, or a small line just above one.
    private func begins(_ at: Int, among members: [Int]) -> Bool {
        if blocks[at].isHeading || blocks[at].frame != nil { return true }
        guard !blocks[at].isBody, !blocks[at].isPicture, blocks[at].lines.count == 1 else { return false }
        return members.contains { $0 != at && blocks[at].leads(to: blocks[$0], body) }
    }

    // MARK: Where no cut goes through

    /// Parts what cannot be cut: each block goes to the heading above it.
    private func assigned(_ members: [Int]) -> [[Int]] {
        let orphans = members.filter { blocks[$0].isHeading && !headsStory($0, among: members) }
        let stacks = HeadingStacks(blocks, members.filter { !orphans.contains($0) }, body)
        guard stacks.all.count > 1 else { return [members] }
        var owner: [Int: Int] = [:]
        for at in orphans {
            owner[at] = stacks.all.indices.min { distance(at, stacks.all[$0][0]) < distance(at, stacks.all[$1][0]) }
        }
        for (number, stack) in stacks.all.enumerated() { for at in stack { owner[at] = number } }
        let rest = blocks.fromTop(members.filter { owner[$0] == nil })
        for at in rest { owner[at] = self.owner(of: at, owner, members) }
        // What found none goes with what is beside it.
        for at in rest where owner[at] == nil {
            owner[at] =
                rest.filter { owner[$0] != nil }
                .min { distance(at, $0) < distance(at, $1) }.flatMap { owner[$0] } ?? 0
        }
        var parts = [[Int]](repeating: [], count: stacks.all.count)
        for at in members { parts[owner[at] ?? 0].append(at) }
        return parts
    }

    private func distance(_ one: Int, _ other: Int) -> Double {
        blocks[one].box.distance(to: blocks[other].box)
    }

    private func owner(of at: Int, _ owner: [Int: Int], _ members: [Int]) -> Int? {
        let box = blocks[at].box
        // Columns that begin on one line belong together.
        let siblings = members.filter { other in
            other != at && owner[other] != nil && isText(other)
                && abs(blocks[other].box.top - box.top) < 0.6 * body.size
                && distance(at, other) < 3.5 * body.size && blocks[other].lines[0].isSet(as: blocks[at].lines[0])
        }
        let above = members.filter { other in
            other != at && owner[other] != nil && blocks[other].box.bottom - overlap(other) <= box.top + 0.3 * body.size
                && blocks[other].box.isInColumn(of: box)
        }.max { blocks[$0].box.bottom < blocks[$1].box.bottom }
        if let above, box.top - blocks[above].box.bottom < 1.2 * body.size || siblings.isEmpty { return owner[above] }
        if let sibling = siblings.max(by: { blocks[$0].box.left < blocks[$1].box.left }) { return owner[sibling] }
        return above.flatMap { owner[$0] }
    }
}

/// Headings that stand together, with the small lines among them.
struct HeadingStacks {
    /// From the upper left; each from top to bottom.
    private(set) var all: [[Int]] = []

    init(_ blocks: [TextBlock], _ members: [Int], _ body: BodyStyle) {
        let headings = blocks.fromTop(members.filter { blocks[$0].isHeading })
        for at in headings {
            let box = blocks[at].box
            let stack = all.firstIndex { stack in
                stack.contains { other in
                    let gap = box.top - blocks[other].box.bottom
                    let size = max(blocks[at].size, blocks[other].size)
                    // A rubric stands at the side of a headline in the middle.
                    let isBeside =
                        blocks[other].size < 1.35 * body.size && box.left - blocks[other].box.right < 15 * body.size
                        && blocks[other].box.left < box.left
                    guard gap > -1.2 * size, gap < 0.8 * size, isBeside || blocks[other].box.isInColumn(of: box)
                    else { return false }
                    // Text between two headings parts them.
                    return !members.contains { between in
                        !blocks[between].isHeading && blocks[between].box.isInColumn(of: box)
                            && blocks[between].box.top > blocks[other].box.top
                            && blocks[between].box.bottom < box.bottom
                            && blocks[between].isBody
                    }
                }
            }
            if let stack { all[stack].append(at) } else { all.append([at]) }
        }
    }
}
