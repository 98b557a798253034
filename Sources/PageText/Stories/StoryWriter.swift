import Newspaper
import TextDecoding

/// Turns the items of a page into stories: joins lines, and moves bylines, credits and jump lines out of the text.
final class StoryWriter {
    let bytes: UnsafeBufferPointer<UInt8>
    private let joiner: SpanJoiner
    private let folded = FoldedText()
    /// A list shows neither bylines as they are printed, nor kickers and decks.
    private var isForList = false

    /// The pictures of lines, by the offset at which each begins.
    private let pictures: [Int: [PrintedPicture]]

    /// - Parameter bytes: the whole source that the items' spans lie in.
    init(_ bytes: UnsafeBufferPointer<UInt8>, shape: PageShape, pictures: [Int: [PrintedPicture]] = [:]) {
        self.bytes = bytes
        self.pictures = pictures
        joiner = SpanJoiner(bytes: bytes, shape: shape)
    }

    /// The whole story, without its id and section.
    func story(_ draft: StoryDraft, page: Int) -> Story {
        var story = write(draft, page: page) { story, kind, bytes, range in
            story.body.append(Block(kind, String(of: bytes, range)))
        }
        if !pictures.isEmpty {
            let spans = draft.kicker + draft.headline + draft.deck + draft.bylines + draft.blocks.flatMap(\.spans)
            story.pictures = pictures(of: spans)
        }
        return story
    }

    private func pictures(of spans: [TextSpan]) -> [PrintedPicture] { spans.flatMap { pictures[$0.start] ?? [] } }

    /// What a list shows of the story. Of the body no text is kept, and only paragraphs of several lines are copied.
    ///
    /// - Parameter date: the page's date, which is part of the id.
    func outline(_ draft: StoryDraft, page: Int, section: String?, date: String?) -> StoryOutline {
        var hasher: StoryIDHasher?
        var time = ReadingTime()
        var opening: String?
        let hasPictures = !draft.pictures.isEmpty
        isForList = true
        defer { isForList = false }
        let story = write(draft, page: page) { story, _, bytes, range in
            let text = UnsafeBufferPointer(rebasing: bytes[range])
            time.add(text)
            if hasher == nil {
                hasher = StoryIDHasher(date: date, headline: story.headline)
                if story.headline == nil, !hasPictures {
                    opening = String(of: text, 0..<text.end(ofFirst: StoryHeader.longestTitle + BriefLead.longestMark))
                }
            }
            hasher?.add(text)
        }
        var name = hasher ?? StoryIDHasher(date: date, headline: story.headline)
        for photo in story.photos {
            time.add(photo.caption)
            if hasher == nil { name.add(photo.caption) }
        }
        let header = StoryHeader(
            id: name.id, kind: story.kind, page: page, section: section,
            title: (story.listTitle ?? opening.map(story.kind.title)).map(StoryHeader.beginning),
            hasHeadline: story.headline != nil,
            writers: story.writers, minutes: time.minutes)
        let isPart = story.continues != nil || story.continued != nil
        return StoryOutline(
            header: header, headline: story.headline, kicker: isPart ? heading(draft.kicker) : nil,
            deck: isPart ? heading(draft.deck) : nil, continues: story.continues, continued: story.continued)
    }

    /// Everything but the body, whose blocks are passed to `addBlock` one by one, each as a range of the bytes beside it.
    private func write(
        _ draft: StoryDraft, page: Int,
        addBlock: (inout Story, Block.Kind, UnsafeBufferPointer<UInt8>, Range<Int>) -> Void
    ) -> Story {
        var story = Story(kind: draft.isPhoto ? .photo : draft.isBrief ? .brief : .story, page: page)
        story.headline = heading(draft.headline)
        if !isForList {
            story.kicker = heading(draft.kicker)
            story.deck = heading(draft.deck)
        }
        story.continued = heading(draft.continued)
        var bylines: [String] = []
        for span in draft.bylines { add(byline: bytes, span.start..<span.end, to: &story, &bylines) }
        let last = draft.blocks.count - 1
        for (place, block) in draft.blocks.enumerated() {
            let isText = block.kind == .paragraph
            let mayBegin = isText && place == 0 && block.spans.first?.beginsPlainly != true
            let mayEnd = isText && place == last
            let endsPlainly = block.spans.last?.endsPlainly == true
            // The closure captures neither draft nor block, because that would copy them.
            let kind = block.kind
            joiner.withText(block.spans[...], inRows: kind == .table) { bytes, whole in
                var range = whole
                if mayBegin { range = withoutBeginning(bytes, range, &story, &bylines) }
                if mayEnd, !endsPlainly || range.count <= FeatureExtractor.longestShort {
                    range = withoutEnd(bytes, range, &story, &bylines)
                }
                if !range.isEmpty { addBlock(&story, kind, bytes, range) }
            }
        }
        for span in draft.signatures { add(byline: bytes, span.start..<span.end, to: &story, &bylines) }
        if !bylines.isEmpty { story.byline = bylines.count == 1 ? bylines[0] : bylines.connected(by: " ") }
        for picture in draft.pictures { add(picture, to: &story) }
        if let jump = heading(draft.continues) { story.continues = story.continues.map { $0 + " " + jump } ?? jump }
        return story
    }

    /// The lines of a heading, joined with one space.
    private func heading(_ spans: [TextSpan]) -> String? {
        guard !spans.isEmpty else { return nil }
        if spans.count == 1 { return joiner.text(spans[...]) }
        return spans.map { joiner.text([$0]) }.connected(by: " ")
    }

    private func add(
        byline bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to story: inout Story, _ bylines: inout [String]
    ) {
        if !isForList { bylines.append(String(of: bytes, range)) }
        folded.load(bytes, from: range.lowerBound, to: range.upperBound)
        add(Self.credits(ofByline: folded), to: &story)
    }

    private static func credits(ofByline text: FoldedText) -> [Credit] {
        var from = 0
        var to = text.count
        if to > 2, [0x28, 0x5B].contains(text.scalars[0]), [0x29, 0x5D].contains(text.scalars[to - 1]) {
            from = 1
            to -= 1
        }
        if NewspaperLexicon.authorNote.match(text.scalars, at: from, end: to) > 2 { return [] }
        if NewspaperLexicon.newsroom.match(text.scalars, at: from, end: to) == to - from { return [] }
        if NewspaperLexicon.staff.isIn(text), NewspaperLexicon.by.match(text.scalars, at: 0, end: text.count) == 0 {
            return []
        }
        if TrailingAttribution.isInitials(text, from: from, to: to) {
            let isAgency = NewspaperLexicon.agency.match(text.scalars, at: from, end: to) == to - from
            return [Credit(isAgency ? .agency : .reporter, text.string(from: from, to: to))]
        }
        return Byline.read(text, from: from, to: to, frame: from > 0 ? .bracket : .line)?.credits ?? []
    }

    private func add(_ credits: [Credit], to story: inout Story) {
        for credit in credits where !story.credits.contains(credit) { story.credits.append(credit) }
    }

    // MARK: - The two ends of a text

    /// Moves 上接第一版 and 本报讯(记者 …) from the first paragraph to the story; returns the rest.
    private func withoutBeginning(
        _ bytes: UnsafeBufferPointer<UInt8>, _ text: Range<Int>, _ story: inout Story, _ bylines: inout [String]
    ) -> Range<Int> {
        var text = text
        if let jump = split(bytes, text, head: { FeatureExtractor.leadingJump($0) }) {
            story.continued = [story.continued, String(of: bytes, jump.head)].compactMap { $0 }.connected(by: " ")
            text = jump.rest
        }
        var credits: [Credit] = []
        let opening = split(bytes, text) { folded in
            guard let opening = Dateline.read(folded) else { return nil }
            credits = opening.credits
            return opening.length
        }
        if let opening {
            if !isForList { bylines.append(String(of: bytes, opening.head)) }
            add(credits, to: &story)
            text = opening.rest
        }
        return text
    }

    private func split(
        _ bytes: UnsafeBufferPointer<UInt8>, _ text: Range<Int>, head: (FoldedText) -> Int?
    ) -> (head: Range<Int>, rest: Range<Int>)? {
        folded.load(bytes, from: text.lowerBound, to: text.upperBound, limit: FeatureExtractor.headLength)
        guard let length = head(folded), length > 0 else { return nil }
        let border = folded.offsets[length]
        return (bytes.trimmed(text.lowerBound..<border), bytes.trimmed(border..<text.upperBound))
    }

    /// Moves signatures and the jump line from the end of the last paragraph to the story; returns the rest.
    private func withoutEnd(
        _ bytes: UnsafeBufferPointer<UInt8>, _ text: Range<Int>, _ story: inout Story, _ bylines: inout [String]
    ) -> Range<Int> {
        var text = text
        var signatures: [Range<Int>] = []
        for _ in 0..<3 {
            guard let (rest, tail, kind) = splitEnd(bytes, text), kind != .credit else { break }
            if kind == .jump {
                story.continues = String(of: bytes, tail)
            } else {
                signatures.insert(tail, at: 0)
            }
            text = rest
        }
        for signature in signatures { add(byline: bytes, signature, to: &story, &bylines) }
        return text
    }

    private func splitEnd(
        _ bytes: UnsafeBufferPointer<UInt8>, _ text: Range<Int>
    ) -> (rest: Range<Int>, tail: Range<Int>, kind: TrailingAttribution.Kind)? {
        let from = FoldedText.tail(
            bytes, from: text.lowerBound, to: text.upperBound, limit: FeatureExtractor.tailLength)
        folded.load(bytes, from: from, to: text.upperBound)
        guard let tail = TrailingAttribution.read(folded) else { return nil }
        let border = folded.offsets[tail.from]
        guard border > text.lowerBound else { return nil }
        return (bytes.trimmed(text.lowerBound..<border), bytes.trimmed(border..<text.upperBound), tail.kind)
    }

    private func add(_ picture: StoryDraft.Picture, to story: inout Story) {
        var photo = Photo(caption: "")
        var credits: [Credit] = []
        joiner.withText(picture.spans[...]) { bytes, text in
            if let credit = picture.credit {
                photo.caption = String(of: bytes, text)
                photo.credit = String(of: self.bytes, credit.start..<credit.end)
                credits = self.credits(ofPicture: self.bytes, credit.start..<credit.end)
            } else if let (caption, credit, kind) = splitEnd(bytes, text), kind == .credit || kind == .either {
                photo.caption = String(of: bytes, caption)
                photo.credit = String(of: bytes, credit)
                credits = self.credits(ofPicture: bytes, credit)
            } else {
                photo.caption = String(of: bytes, text)
            }
        }
        add(credits, to: &story)
        if !pictures.isEmpty { photo.pictures = pictures(of: picture.spans + [picture.credit].compactMap(\.self)) }
        story.photos.append(photo)
    }

    private func credits(ofPicture bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Credit] {
        folded.load(bytes, from: range.lowerBound, to: range.upperBound)
        return PictureCredit.credits(of: folded)
    }
}
