import Newspaper

/// Turns the gathered items of a sheet into stories: joins lines, takes bylines, credits and jump lines out of the text.
struct StoryWriter {
    let sheet: Sheet
    private let joiner: PieceJoiner
    private let folded = Folded()

    init(_ sheet: Sheet) {
        self.sheet = sheet
        joiner = PieceJoiner(bytes: sheet.bytes, shape: sheet.shape)
    }

    func story(_ draft: Draft, page: Int) -> Story {
        var story = Story(kind: draft.isPhoto ? .photo : draft.isBrief ? .brief : .story, page: page)
        story.kicker = heading(draft.kicker)
        story.headline = heading(draft.headline)
        story.deck = heading(draft.deck)
        story.continued = heading(draft.continued)
        var bylines: [String] = []
        for piece in draft.bylines { take(byline: joiner.text([piece]), into: &story, &bylines) }
        for (place, block) in draft.blocks.enumerated() {
            var text = joiner.text(block.pieces[...])
            if !block.isCrosshead {
                if place == 0, block.pieces.first?.beginsPlainly != true {
                    text = withoutBeginning(text, &story, &bylines)
                }
                if place == draft.blocks.count - 1,
                    block.pieces.last?.endsPlainly != true || text.utf8.count <= ClueFinder.longestShort
                {
                    text = withoutEnd(text, &story, &bylines)
                }
            }
            if !text.isEmpty { story.body.append(Block(block.isCrosshead ? .crosshead : .paragraph, text)) }
        }
        for piece in draft.signatures { take(byline: joiner.text([piece]), into: &story, &bylines) }
        if !bylines.isEmpty { story.byline = bylines.count == 1 ? bylines[0] : bylines.joined(separator: " ") }
        for picture in draft.pictures { add(picture, to: &story) }
        if let jump = heading(draft.continues) { story.continues = story.continues.map { $0 + " " + jump } ?? jump }
        return story
    }

    /// The lines of a heading, joined with one space.
    private func heading(_ pieces: [Piece]) -> String? {
        guard !pieces.isEmpty else { return nil }
        if pieces.count == 1 { return joiner.text(pieces[...]) }
        return pieces.map { joiner.text([$0]) }.joined(separator: " ")
    }

    private func take(byline text: String, into story: inout Story, _ bylines: inout [String]) {
        bylines.append(text)
        add(Folded.with(text) { Self.credits(ofByline: $0) }, to: &story)
    }

    private static func credits(ofByline text: Folded) -> [Credit] {
        var from = 0
        var to = text.count
        if to > 2, [0x28, 0x5B].contains(text.scalars[0]), [0x29, 0x5D].contains(text.scalars[to - 1]) {
            from = 1
            to -= 1
        }
        if TradeWords.authorNote.match(text.scalars, at: from, end: to) > 2 { return [] }
        if TradeWords.newsroom.match(text.scalars, at: from, end: to) == to - from { return [] }
        if TradeWords.staff.isIn(text), TradeWords.by.match(text.scalars, at: 0, end: text.count) == 0 { return [] }
        if Tail.isInitials(text, from: from, to: to) {
            let isAgency = TradeWords.agency.match(text.scalars, at: from, end: to) == to - from
            return [Credit(isAgency ? .agency : .reporter, text.string(from: from, to: to))]
        }
        return Byline.read(text, from: from, to: to, frame: from > 0 ? .bracket : .line)?.credits ?? []
    }

    private func add(_ credits: [Credit], to story: inout Story) {
        for credit in credits where !story.credits.contains(credit) { story.credits.append(credit) }
    }

    /// Takes 上接第一版 and 本报讯(记者 …) off the first paragraph.
    private func withoutBeginning(_ text: String, _ story: inout Story, _ bylines: inout [String]) -> String {
        var text = text
        if let jump = split(text, head: { ClueFinder.leadingJump($0) }) {
            story.continued = [story.continued, jump.head].compactMap { $0 }.joined(separator: " ")
            text = jump.rest
        }
        var credits: [Credit] = []
        if let opening = split(
            text,
            head: { folded in
                guard let opening = Opening.read(folded) else { return nil }
                credits = opening.credits
                return opening.length
            })
        {
            bylines.append(opening.head)
            add(credits, to: &story)
            text = opening.rest
        }
        return text
    }

    private func split(_ text: String, head: (Folded) -> Int?) -> (head: String, rest: String)? {
        var text = text
        return text.withUTF8 { bytes in
            folded.load(bytes, from: 0, to: bytes.count, limit: ClueFinder.headLength)
            guard let length = head(folded), length > 0 else { return nil }
            let border = folded.offsets[length]
            return (
                String(of: bytes, 0..<border).trimmed, String(of: bytes, border..<bytes.count).trimmed
            )
        }
    }

    /// Takes signature and jump line off the last paragraph.
    private func withoutEnd(_ text: String, _ story: inout Story, _ bylines: inout [String]) -> String {
        var text = text
        var signatures: [String] = []
        for _ in 0..<3 {
            guard let (rest, tail, kind) = splitTail(text), kind != .credit else { break }
            if kind == .jump {
                story.continues = tail
            } else {
                signatures.insert(tail, at: 0)
            }
            text = rest
        }
        for signature in signatures { take(byline: signature, into: &story, &bylines) }
        return text
    }

    private func splitTail(_ text: String) -> (String, String, Tail.Kind)? {
        var text = text
        return text.withUTF8 { bytes in
            folded.load(
                bytes, from: Folded.tail(bytes, from: 0, to: bytes.count, limit: ClueFinder.tailLength), to: bytes.count
            )
            guard let tail = Tail.read(folded) else { return nil }
            let border = folded.offsets[tail.from]
            guard border > 0 else { return nil }
            return (
                String(of: bytes, 0..<border).trimmed, String(of: bytes, border..<bytes.count).trimmed, tail.kind
            )
        }
    }

    private func add(_ picture: Draft.Picture, to story: inout Story) {
        var photo = Photo(caption: joiner.text(picture.pieces[...]))
        if let credit = picture.credit {
            photo.credit = joiner.text([credit])
        } else if let (caption, credit, kind) = splitTail(photo.caption), kind == .credit || kind == .either {
            photo.caption = caption
            photo.credit = credit
        }
        if let credit = photo.credit { add(PictureCredit.credits(of: credit), to: &story) }
        story.photos.append(photo)
    }
}
