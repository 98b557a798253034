import Newspaper

/// Pictures with captions and no names: those of a story, and those that are news by themselves.
extension StoryRegions {
    /// Gives pictures that stand alone, and whose captions say only what is seen, to the story beside them; the nearest first.
    mutating func joinPictures() {
        while let (picture, story) = nextPicture() {
            regions[story] += regions[picture]
            regions.remove(at: picture)
        }
    }

    /// A picture that belongs to a story, and that story.
    private func nextPicture() -> (picture: Int, story: Int)? {
        for number in regions.indices {
            guard let caption = loneCaption(regions[number]) else { continue }
            let isNumbered = PictureWords.beginsWithNumber(caption)
            guard isNumbered || PictureWords.isShortCaption(caption) else { continue }
            let box = whole(regions[number])
            let stories = regions.indices.filter { other in
                guard other != number, isStory(regions[other]) else { return false }
                let all = whole(regions[other])
                return innerFrame(of: all) == innerFrame(of: box) && !isParted(box, all)
                    && all.distance(to: box) < (isNumbered ? 24 : 3) * body.pitch
                    && (isNumbered || box.sharedHeight(with: all) > 0.6 * box.height)
            }
            let nearest = stories.min {
                whole(regions[$0]).distance(to: box) < whole(regions[$1]).distance(to: box)
            }
            if let nearest { return (number, nearest) }
        }
        return nil
    }

    private func whole(_ members: [Int]) -> Box {
        members.map { blocks[$0].box }.reduce(blocks[members[0]].box) { $0.union($1) }
    }

    /// What is said about pictures without a heading and a text.
    private func loneCaption(_ members: [Int]) -> String? {
        let words = blocks.fromTop(members.filter { !blocks[$0].isPicture })
        guard words.count < members.count, (1...2).contains(words.count),
            words.allSatisfy({ !blocks[$0].isHeading && !blocks[$0].isTable })
        else { return nil }
        return words.flatMap { blocks[$0].lines.map(\.text) }.joined()
    }

    private func isStory(_ members: [Int]) -> Bool {
        members.contains { blocks[$0].isHeading && !blocks[$0].isName } && members.contains { blocks[$0].isBody }
            && !members.contains { blocks[$0].hasName }
    }

    /// Whether a rule stands between two boxes.
    private func isParted(_ one: Box, _ other: Box) -> Bool {
        let (above, below) = one.top < other.top ? (one, other) : (other, one)
        return isRuledOff(one, other)
            || drawing.across.contains {
                $0.top > above.bottom - body.size && $0.bottom < below.top + body.size
                    && $0.sharedWidth(with: one) > 0.5 * one.width
            }
    }

    /// Parts pictures from a story whose captions say what happened, when, and who took them: they are news by themselves.
    mutating func partNewsPictures() {
        for number in regions.indices where isStory(regions[number]) {
            for picture in regions[number] where blocks[picture].isPicture && blocks[picture].frame == nil {
                let members = regions[number]
                let box = blocks[picture].box
                let words = members.filter { at in
                    let own = blocks[at].box
                    return !blocks[at].isPicture && !blocks[at].isHeading && own.left > box.left - body.size
                        && own.right < box.right + body.size && own.top > box.bottom - body.size
                        && own.top - box.bottom < 1.5 * body.pitch && blocks[at].lines.count < 8
                }
                let text = words.flatMap { blocks[$0].lines.map(\.text) }.joined()
                guard words.count == 1, PictureWords.isNews(text), isAtEdge(picture, words[0], members) else {
                    continue
                }
                let own = [picture, words[0]]
                regions[number].removeAll(where: own.contains)
                regions.append(own)
            }
        }
    }

    /// Whether no text stands above and below a picture with its caption, nor at both sides.
    private func isAtEdge(_ picture: Int, _ caption: Int, _ members: [Int]) -> Bool {
        let box = blocks[picture].box.union(blocks[caption].box)
        let others = members.filter { $0 != picture && $0 != caption && !blocks[$0].isPicture }.map { blocks[$0].box }
        let column = others.filter { $0.isInColumn(of: box) }
        let row = others.filter { $0.sharedHeight(with: box) > body.size && !$0.isInColumn(of: box) }
        return (column.isEmpty || column.allSatisfy { $0.bottom < box.top + body.size })
            && (row.allSatisfy { $0.middle < box.middle } || row.allSatisfy { $0.middle > box.middle })
    }
}
