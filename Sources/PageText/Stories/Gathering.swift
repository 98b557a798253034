/// From labelled lines to the items of a page.
struct Gathering {
    let sheet: Sheet
    private(set) var drafts: [Draft] = []
    /// Lines that belong to the page: furniture and rubrics.
    private(set) var furniture: [Int] = []
    /// The item of each line; -1 for the page's own.
    private(set) var items: [Int]
    private var rubric: Int?
    /// A picture's heading or a story's: lines behind it belong to the last draft.
    private var isOpen = false

    init(_ sheet: Sheet) {
        self.sheet = sheet
        items = [Int](repeating: -1, count: sheet.lines.count)
        for at in sheet.lines.indices { take(at) }
        findBriefs()
    }

    private mutating func take(_ at: Int) {
        let line = sheet.lines[at]
        let label = sheet.labels[at]
        let before = at > 0 ? sheet.labels[at - 1] : .furniture
        let piece = Piece(line)
        switch label {
        case .furniture:
            furniture.append(at)
            return
        case .rubric:
            furniture.append(at)
            rubric = at
            isOpen = false
            return
        case .kicker:
            begin(at)
            change { $0.kicker.append(piece) }
        case .headline:
            if before != .kicker { begin(at) }
            change {
                $0.headline.append(piece)
                $0.isNotice = line.clues.contains(.notice)
            }
        case .headlineMore: change { $0.headline.append(piece) }
        case .deck, .deckMore: change { $0.deck.append(piece) }
        case .byline:
            if !isOpen { begin(at) }
            change { $0.bylines.append(piece) }
        case .signature:
            if !isOpen { begin(at) }
            change { $0.signatures.append(piece) }
        case .jumpFrom:
            if !isOpen || ![.headline, .headlineMore, .deck, .deckMore, .byline].contains(before) { begin(at) }
            change { $0.continued.append(piece) }
        case .jumpTo:
            if !isOpen { begin(at) }
            change { $0.continues.append(piece) }
        case .crosshead:
            if !isOpen { begin(at) }
            change { $0.blocks.append(Draft.Block(isCrosshead: true, pieces: [piece])) }
        case .paragraph:
            let isBullet = !line.clues.isDisjoint(with: [.startsBullet, .startsLead])
            if isOpen, line.clues.contains(.startsJump), !drafts[drafts.count - 1].blocks.isEmpty { isOpen = false }
            if !isOpen || (isBullet && drafts[drafts.count - 1].isBrief && drafts[drafts.count - 1].headline.isEmpty) {
                let rubric = isOpen ? drafts[drafts.count - 1].rubric : self.rubric
                begin(at)
                if isBullet, rubric != nil {
                    change {
                        $0.isBrief = true; $0.rubric = rubric
                    }
                }
            }
            change { draft in
                draft.blocks.append(Draft.Block(pieces: [piece]))
                draft.width += line.width
                if line.clues.contains(.opening) { draft.opens = true }
            }
        case .more:
            if !isOpen { begin(at) }
            change { draft in
                draft.width += line.width
                if let last = draft.blocks.lastIndex(where: { !$0.isCrosshead }) {
                    draft.blocks[last].pieces.append(piece)
                } else {
                    draft.blocks.append(Draft.Block(pieces: [piece]))
                }
            }
        case .picture:
            begin(at)
            change { $0.pictures.append(Draft.Picture(pieces: [piece])) }
        case .caption:
            if !isOpen { begin(at) }
            if line.clues.contains(.creditOnly) {
                takeCredit(piece)
            } else {
                change { $0.pictures.append(Draft.Picture(pieces: [piece])) }
            }
        case .captionMore:
            if !isOpen { begin(at) }
            if line.clues.contains(.creditOnly) {
                takeCredit(piece)
            } else {
                change { draft in
                    if draft.pictures.isEmpty { draft.pictures.append(Draft.Picture()) }
                    draft.pictures[draft.pictures.count - 1].pieces.append(piece)
                }
            }
        }
        items[at] = drafts.count - 1
    }

    private mutating func takeCredit(_ piece: Piece) {
        change { draft in
            if let last = draft.pictures.indices.last, draft.pictures[last].credit == nil {
                draft.pictures[last].credit = piece
            } else {
                draft.pictures.append(Draft.Picture(pieces: [piece]))
            }
        }
    }

    private mutating func begin(_ at: Int) {
        var draft = Draft(firstLine: at)
        draft.rubric = rubric
        rubric = nil
        drafts.append(draft)
        isOpen = true
    }

    private mutating func change(_ body: (inout Draft) -> Void) { body(&drafts[drafts.count - 1]) }

    // MARK: Briefs

    /// Ems of text that a brief has at most.
    private static let briefLength = 260

    /// Under a rubric, short items in a run are briefs, and all of them are the rubric's.
    private mutating func findBriefs() {
        var at = 0
        while at < drafts.count {
            guard let rubric = drafts[at].rubric, !drafts[at].isBrief else { at += 1; continue }
            var end = at
            while end < drafts.count, end == at || drafts[end].rubric == nil && !drafts[end].isNotice,
                isBrief(drafts[end])
            { end += 1 }
            let isNamed = sheet.lines[rubric].clues.contains(.briefRubric)
            if end - at >= (isNamed ? 1 : 2) {
                for place in at..<end {
                    drafts[place].isBrief = true
                    drafts[place].rubric = rubric
                }
            }
            at = max(end, at + 1)
        }
    }

    private func isBrief(_ draft: Draft) -> Bool {
        (1...2).contains(draft.blocks.count) && draft.paragraphs == draft.blocks.count && draft.pictures.isEmpty
            && draft.bylines.isEmpty && draft.deck.isEmpty && draft.kicker.isEmpty && !draft.opens
            && draft.continued.isEmpty && draft.width <= Self.briefLength * 2
    }
}
