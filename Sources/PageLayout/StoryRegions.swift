import Newspaper

/// Parts a sheet into what belongs together: by white space that goes all the way, where something begins beyond it.
struct StoryRegions {
    var blocks: [TextBlock]
    let body: BodyStyle
    let drawing: Drawing
    /// In reading order; each holds the numbers of its blocks.
    var regions: [[Int]] = []
    /// What is inside each frame.
    var framed: [[Int]] = []
    /// Frames that stand for a picture with its name and caption.
    var namedPictures: Set<Int> = []

    init(_ blocks: [TextBlock], _ members: [Int], _ body: BodyStyle, _ drawing: Drawing) {
        self.blocks = blocks
        self.body = body
        self.drawing = drawing
        let members = withNamedPictures(members)
        let names = namesAtHeadings(members)
        part(takeFrames(members.filter { names[$0] == nil }), 0)
        for (name, heading) in names.sorted(by: { $0.key < $1.key }) {
            regions[regions.firstIndex { $0.contains(heading) } ?? 0].append(name)
        }
        joinOrphans()
        partNewsPictures()
        joinPictures()
    }

    static let sentenceEnds = Set("。！？；：…”』」）)》.!?;:\"".unicodeScalars)

    /// Puts a block in the place of what is inside each frame.
    mutating func takeFrames(_ members: [Int]) -> [Int] {
        var rest = members
        for frame in drawing.frames.sorted(by: { $0.width * $0.height < $1.width * $1.height }) {
            let inside = rest.filter {
                frame.contains(middleOf: blocks[$0].box) && blocks[$0].box.width < frame.width + 8
            }
            // A frame around the page, or around a picture, parts nothing.
            guard inside.contains(where: { !blocks[$0].isPicture }), inside.count < rest.count else { continue }
            // A frame around a name of a column is no place of its own.
            if inside.count == 1, blocks[inside[0]].lines.count < 3 { continue }
            // Nor is one around a headline down the page, whose text is beside it.
            if inside.allSatisfy({ blocks[$0].isVertical && blocks[$0].isHeading }) { continue }
            // Nor one around the headline of the text that goes around it.
            if isHeadlineAmongText(frame, inside, rest) { continue }
            var block = TextBlock(picture: frame, size: body.size)
            block.frame = framed.count
            framed.append(inside)
            rest.removeAll(where: inside.contains)
            rest.append(blocks.count)
            blocks.append(block)
        }
        return rest
    }

    /// Whether a frame holds a headline and a few words at most, with columns of text beside it that have no other headline.
    private func isHeadlineAmongText(_ frame: Box, _ inside: [Int], _ members: [Int]) -> Bool {
        guard inside.contains(where: { blocks[$0].isHeading && !blocks[$0].isName }),
            !inside.contains(where: { blocks[$0].isBody || blocks[$0].isPicture }),
            inside.filter({ !blocks[$0].isHeading }).allSatisfy({ blocks[$0].lines.count == 1 && blocks[$0].count < 16 }
            )
        else { return false }
        let text = members.filter { at in
            blocks[at].isBody && !inside.contains(at) && blocks[at].lines.count > 2
                && blocks[at].box.distance(to: frame) < 3 * body.size
                && !drawing.frames.contains { $0 != frame && $0.contains(middleOf: blocks[at].box) }
        }
        let beside = text.filter { blocks[$0].box.sharedHeight(with: frame) > 0.4 * frame.height }
        guard let first = beside.first, text.count > 1 else { return false }
        // At its side text begins without a heading.
        return !members.contains { at in
            blocks[at].isHeading && !inside.contains(at) && !blocks[at].isName
                && blocks[at].box.isInColumn(of: blocks[first].box)
                && abs(blocks[first].box.top - blocks[at].box.bottom) < 2 * body.pitch
        }
    }

    mutating func part(_ members: [Int], _ depth: Int) {
        guard !members.isEmpty else { return }
        if members.count == 1, let frame = blocks[members[0]].frame {
            partFrame(frame, depth)
            return
        }
        if depth < 64 {
            let ruled = ruledColumns(members)
            if isRun(members) {
                regions.append(members)
                return
            }
            if let name = bandName(members) {
                blocks[name].isName = true
                let rest = members.filter { $0 != name }
                let first = regions.count
                part(rest, depth + 1)
                guard first < regions.count else { return }
                // Over pictures it names these, and no story among them.
                let shown = regions[first...].filter(isOnlyPicture)
                if shown.count > 1 { regions[first...] = shown + regions[first...].filter { !isOnlyPicture($0) } }
                regions[first].append(name)
                return
            }
            var cuts = [ruled, rows(members), columns(members)]
            if cuts[1].contains(where: leavesOrphans) {
                // Where a row would be cut through a story at the left of what begins there, the columns are cut first.
                let whole = cuts[1].reduce(into: [[Int]]()) { rows, row in
                    if leavesOrphans(row), let last = rows.indices.last { rows[last] += row } else { rows.append(row) }
                }
                if whole.count > 1 {
                    cuts[1] = whole
                } else if cuts[2].count > 1, !cuts[2].contains(where: leavesOrphans) {
                    cuts.swapAt(1, 2)
                }
            }
            for parts in cuts where parts.count > 1 {
                for members in parts { part(members, depth + 1) }
                return
            }
        }
        // Frames in the middle of a story come after it.
        let frames = members.compactMap { blocks[$0].frame }
        regions += assigned(members.filter { blocks[$0].frame == nil })
        for frame in frames { partFrame(frame, depth) }
    }

    private func isOnlyPicture(_ members: [Int]) -> Bool {
        members.contains { blocks[$0].isPicture } && !members.contains { blocks[$0].isBody }
    }

    private mutating func partFrame(_ frame: Int, _ depth: Int) {
        if namedPictures.contains(frame) { regions.append(framed[frame]) } else { part(framed[frame], depth + 1) }
    }

    /// Boxes of letters are higher than what is seen of them.
    func overlap(_ at: Int) -> Double { 0.25 * blocks[at].size }

    /// Whether a block is the heading of what is below it; a small one far above the text belongs to the story at its side.
    func headsStory(_ at: Int, among members: [Int]) -> Bool {
        guard blocks[at].isHeading else { return false }
        if blocks[at].lines.count > 1 || blocks[at].size > 1.35 * body.size || blocks[at].isVertical
            || blocks[at].isName
        {
            return true
        }
        return members.contains { other in
            let gap = blocks[other].box.top - blocks[at].box.bottom
            return other != at && gap > -body.size && gap < 3 * body.pitch
                && blocks[other].box.isInColumn(of: blocks[at].box)
        }
    }

    func top(_ members: [Int]) -> Int? { members.min { blocks[$0].box.top < blocks[$1].box.top } }

    func isText(_ at: Int) -> Bool { !blocks[at].isHeading }

    /// Whether a block is a heading, or a small line just above one.
    func begins(_ at: Int, among members: [Int]) -> Bool {
        if blocks[at].isHeading || blocks[at].frame != nil { return true }
        guard !blocks[at].isBody, !blocks[at].isPicture, blocks[at].lines.count == 1 else { return false }
        return members.contains { other in
            guard other != at else { return false }
            if blocks[at].leads(to: blocks[other], body) { return true }
            // A kicker may stand between a rubric and the headline.
            let gap = blocks[other].box.top - blocks[at].box.bottom
            return !blocks[other].isBody && !blocks[other].isPicture && blocks[other].lines.count == 1
                && gap > -0.3 * body.size
                && gap < 1.2 * body.size && blocks[other].box.isInColumn(of: blocks[at].box)
                && members.contains { $0 != other && blocks[other].leads(to: blocks[$0], body) }
        }
    }

    /// Parts what cannot be cut: each block goes to the heading above it.
    func assigned(_ members: [Int]) -> [[Int]] {
        let orphans = members.filter { blocks[$0].isHeading && !headsStory($0, among: members) }
        let stacks = HeadingStacks(blocks, members.filter { !orphans.contains($0) }, body)
        guard stacks.all.count > 1 else { return [members] }
        var owner: [Int: Int] = [:]
        for at in orphans {
            owner[at] = stacks.all.indices.min { distance(at, stacks.all[$0][0]) < distance(at, stacks.all[$1][0]) }
        }
        for (number, stack) in stacks.all.enumerated() { for at in stack { owner[at] = number } }
        // A small line right above a headline is its own.
        for at in members
        where owner[at] == nil && !blocks[at].isBody && !blocks[at].isPicture && blocks[at].lines.count == 1 {
            owner[at] = stacks.all.firstIndex { blocks[at].leads(to: blocks[$0[0]], body) }
        }
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
        return withoutBareHeadings(parts)
    }

    func distance(_ one: Int, _ other: Int) -> Double {
        blocks[one].box.distance(to: blocks[other].box)
    }

    func owner(of at: Int, _ owner: [Int: Int], _ members: [Int]) -> Int? {
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
        /// Whether a name at one end and a headline at the other stand over one column.
        func isOverSameText(_ heading: TextBlock, _ name: TextBlock) -> Bool {
            let both = heading.box.union(name.box)
            return name.lines.count == 1 && name.count < 8
                && members.contains {
                    let text = blocks[$0].box
                    return blocks[$0].isBody && text.top > heading.box.top && text.left < both.left + 2 * body.size
                        && text.right > both.right - 2 * body.size
                        && text.top - heading.box.bottom < 4 * body.pitch
                }
        }
        for at in headings {
            let box = blocks[at].box
            let near = all.indices.filter { number in
                all[number].contains { other in
                    let gap = box.top - blocks[other].box.bottom
                    let size = max(blocks[at].size, blocks[other].size)
                    // A rubric stands at the side of a headline in the middle.
                    let isBeside =
                        blocks[other].size < 1.35 * body.size && box.left - blocks[other].box.right < 15 * body.size
                        && blocks[other].box.left < box.left
                    // What is said below a headline may stand on its rows, in smaller letters.
                    let isOnRows =
                        blocks[at].size < 0.6 * blocks[other].size && box.left > blocks[other].box.right
                        && box.left - blocks[other].box.right < 3 * body.size && gap < 0
                    guard gap > -1.2 * size, gap < max(0.8 * size, 1.6 * body.size),
                        isBeside || isOnRows || isOverSameText(blocks[at], blocks[other])
                            || blocks[other].box.isInColumn(of: box)
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
            if let stack = near.first {
                all[stack].append(at)
                // What it stands close to belongs together.
                for other in near.dropFirst().reversed() { all[stack] += all.remove(at: other) }
                all[stack] = blocks.fromTop(all[stack])
            } else {
                all.append([at])
            }
        }
    }
}
