import Newspaper
import PageText

/// What belongs to pictures and charts.
extension RegionReader {
    /// The lines of a caption, the first of them in a role.
    mutating func addCaption(_ at: Int, _ role: LaidLine.Role) {
        let start = lines.count
        let numbered = PictureWords.parted(Self.solid(blocks[at].lines))
        if numbered.count > 1 {
            // One line below several pictures says something about each.
            for text in numbered {
                lines.append(LaidLine(text, role == .captionMore ? .caption : role, box: blocks[at].box))
                takePicture(of: blocks[at].box, for: lines.count - 1)
            }
            return
        }
        lines += blocks[at].lines.enumerated().map { LaidLine($1, $0 == 0 ? role : .captionMore) }
        guard role != .captionMore, lines.count > start else { return }
        takePicture(of: blocks[at].box, for: start)
    }

    /// Captions from the top; of those of one picture the larger letters first: who took it is small, and may be above.
    func byPicture(_ captions: [Int]) -> [Int] {
        var order = captions
        for place in order.indices.dropFirst() {
            let (one, other) = (order[place - 1], order[place])
            if blocks[one].size < 0.93 * blocks[other].size, blocks[one].lines.count == 1,
                !blocks[other].isCredit(below: blocks[one], body),
                blocks[one].box.distance(to: blocks[other].box) < body.pitch
            {
                order.swapAt(place - 1, place)
            }
        }
        return order
    }

    /// From the top, those of a row from the left.
    private func inReadingOrder(_ members: [Int]) -> [Int] {
        var order = blocks.fromTop(members)
        for place in order.indices.dropFirst() {
            var at = place
            while at > 0 {
                let (above, below) = (blocks[order[at - 1]].box, blocks[order[at]].box)
                guard above.sharedHeight(with: below) > 0.5 * min(above.height, below.height), below.left < above.left
                else {
                    break
                }
                order.swapAt(at - 1, at)
                at -= 1
            }
        }
        return order
    }

    /// Whether a short line belongs to the caption that it stands right below, or beside.
    func isCredit(_ at: Int, below caption: Int) -> Bool {
        // A picture of its own above it.
        let hasOwn = members.contains {
            blocks[$0].isPicture && blocks[at].box.isAt(blocks[$0].box, within: 1.2 * body.size)
                && blocks[$0].box.sharedWidth(with: blocks[caption].box) < body.size
                && blocks[$0].box.bottom < blocks[at].box.top + body.size
        }
        if !hasOwn, blocks[at].isCredit(below: blocks[caption], body) { return true }
        return !hasOwn && blocks[at].lines.count == 1 && blocks[at].count < 60
            && blocks[at].size < 1.05 * blocks[caption].size
            && (!blocks[at].isBold || blocks[caption].isBold)
            && blocks[at].box.left > blocks[caption].box.left + 2 * body.size
            && blocks[at].box.distanceDown(to: blocks[caption].box) < 0.6 * body.size
            && (blocks[at].box.distance(to: blocks[caption].box) < 6 * body.size
                || members.contains { picture in
                    blocks[picture].isPicture
                        && [at, caption].allSatisfy { line in
                            let box = blocks[line].box
                            return blocks[picture].box.sharedWidth(with: box) > 0.9 * box.width
                                && box.isAt(blocks[picture].box, within: 1.2 * body.size)
                        }
                })
    }

    /// Figures that stand by themselves, many of them, are a chart's.
    mutating func addChartLabels(_ rest: inout [Int]) {
        let labels = rest.filter { at in
            blocks[at].lines.allSatisfy { line in
                line.text.unicodeScalars.count < 8 && line.text.utf8.contains { (0x30...0x39).contains($0) }
                    && line.text.utf8.allSatisfy { $0 < 0x80 }
            }
        }
        guard labels.count > 4 else { return }
        rest.removeAll(where: labels.contains)
        for at in labels { lines += blocks[at].lines.map { LaidLine($0, .furniture) } }
    }

    /// What is set in other letters than the text, below white space in which a picture is, or beside it.
    func takeCaptions(_ rest: inout [Int]) -> [Int] {
        let hasText = rest.contains { blocks[$0].isBody && blocks[$0].lines.count > 1 }
        var captions: [Int] = []
        for at in rest where !blocks[at].isBody && !blocks[at].isHeading && !blocks[at].isPicture {
            if isRun && isSmallHeading(at) || blocks[at].isPullQuote || blocks[at].isCrosshead { continue }
            // Who wrote it.
            if blocks[at].lines.count == 1, "□■".contains(blocks[at].lines[0].text.first ?? " ") { continue }
            let box = blocks[at].box
            let above = members.filter {
                $0 != at && blocks[$0].box.bottom < box.top + 0.5 * body.size && blocks[$0].box.isInColumn(of: box)
            }
            .map { blocks[$0].box.bottom }.max()
            let gap = above.map { box.top - $0 } ?? .infinity
            // Where nothing is shown, many lines are a poem, or a text in letters of their own.
            let isText = blocks[at].lines.count > 3 && !members.contains { blocks[$0].isPicture }
            if isAtPicture(box) || !isText && (gap > 3 * body.pitch || !hasText && blocks[at].count > 8) {
                captions.append(at)
            }
        }
        // Who took it, at the other end of the line.
        let credits = rest.filter { at in
            !captions.contains(at) && !blocks[at].isBody && !blocks[at].isHeading && !blocks[at].isPicture
                && !blocks[at].isCrosshead && captions.contains { isCredit(at, below: $0) }
        }
        rest.removeAll { captions.contains($0) || credits.contains($0) }
        return inReadingOrder(captions + credits)
    }

    /// Whether a picture is right above, below or beside.
    func isAtPicture(_ box: Box) -> Bool {
        members.contains { blocks[$0].isPicture && box.isAt(blocks[$0].box, within: 1.2 * body.size) }
    }
}
