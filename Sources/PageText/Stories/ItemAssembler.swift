/// Collects the labeled lines of a page into items.
struct ItemAssembler {
    let page: LabeledPage
    private(set) var drafts: [StoryDraft] = []
    /// Lines that belong to the page: furniture and rubrics.
    private(set) var furniture: [Int] = []
    /// For each line the index of its item; -1 for furniture and rubrics.
    private(set) var items: [Int]
    private var rubric: Int?
    /// Whether the next line belongs to the last draft.
    private var isOpen = false

    init(_ page: LabeledPage) {
        self.page = page
        items = [Int](repeating: -1, count: page.lines.count)
        for at in page.lines.indices { add(at) }
        findBriefs()
    }

    private mutating func add(_ at: Int) {
        let line = page.lines[at]
        let label = page.labels[at]
        let before = at > 0 ? page.labels[at - 1] : .furniture
        let span = TextSpan(line)
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
            change { $0.kicker.append(span) }
        case .headline:
            if before != .kicker { begin(at) }
            change {
                $0.headline.append(span)
                $0.isNotice = line.features.contains(.notice) && !line.isItem
            }
        case .headlineMore:
            if !isOpen { begin(at) }
            change { $0.headline.append(span) }
        case .deck, .deckMore:
            if !isOpen { begin(at) }
            change { $0.deck.append(span) }
        case .byline:
            if !isOpen { begin(at) }
            change { $0.bylines.append(span) }
        case .signature:
            if !isOpen { begin(at) }
            change { $0.signatures.append(span) }
        case .jumpFrom:
            if !isOpen || ![.headline, .headlineMore, .deck, .deckMore, .byline].contains(before) { begin(at) }
            change { $0.continued.append(span) }
        case .jumpTo:
            if !isOpen { begin(at) }
            change { $0.continues.append(span) }
        case .crosshead:
            if !isOpen { begin(at) }
            change { $0.blocks.append(StoryDraft.Block(kind: .crosshead, spans: [span])) }
        case .paragraph:
            let isBullet = !line.features.isDisjoint(with: [.startsBullet, .startsLead])
            if isOpen, line.features.contains(.startsJump), !drafts[drafts.count - 1].blocks.isEmpty { isOpen = false }
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
                if line.block == .table, let last = draft.blocks.last, last.kind == .table {
                    draft.blocks[draft.blocks.count - 1].spans.append(span)
                } else {
                    draft.blocks.append(StoryDraft.Block(kind: line.block ?? .paragraph, spans: [span]))
                }
                draft.width += line.width
                if line.features.contains(.dateline) { draft.hasDateline = true }
            }
        case .more:
            if !isOpen { begin(at) }
            change { draft in
                draft.width += line.width
                if let last = draft.blocks.lastIndex(where: { $0.kind == line.block ?? .paragraph }) {
                    draft.blocks[last].spans.append(span)
                } else {
                    draft.blocks.append(StoryDraft.Block(spans: [span]))
                }
            }
        case .picture:
            begin(at)
            change { $0.pictures.append(StoryDraft.Picture(spans: [span])) }
        case .caption:
            if !isOpen { begin(at) }
            if line.features.contains(.creditOnly) {
                addCredit(span)
            } else {
                change { $0.pictures.append(StoryDraft.Picture(spans: [span])) }
            }
        case .captionMore:
            if !isOpen { begin(at) }
            if line.features.contains(.creditOnly), !endsWithHouse(at - 1) {
                addCredit(span)
            } else {
                change { draft in
                    if draft.pictures.isEmpty { draft.pictures.append(StoryDraft.Picture()) }
                    draft.pictures[draft.pictures.count - 1].spans.append(span)
                }
            }
        }
        items[at] = drafts.count - 1
    }

    /// Whether a line ends where a credit begins: with the paper's own name, 本报.
    private func endsWithHouse(_ at: Int) -> Bool {
        guard at >= 0 else { return false }
        let text = page.bytes[max(page.lines[at].start, page.lines[at].end - 6)..<page.lines[at].end]
        return ["本报", "本報"].contains { text.elementsEqual($0.utf8) }
    }

    private mutating func addCredit(_ span: TextSpan) {
        change { draft in
            if let last = draft.pictures.indices.last, draft.pictures[last].credit == nil {
                draft.pictures[last].credit = span
            } else {
                draft.pictures.append(StoryDraft.Picture(spans: [span]))
            }
        }
    }

    private mutating func begin(_ at: Int) {
        var draft = StoryDraft(firstLine: at)
        draft.rubric = rubric
        rubric = nil
        drafts.append(draft)
        isOpen = true
    }

    private mutating func change(_ body: (inout StoryDraft) -> Void) { body(&drafts[drafts.count - 1]) }

    // MARK: Briefs

    /// Width in Han of a brief's text, at most.
    private static let briefLength = 260

    /// Marks the short items in a run below a rubric as briefs, and files them all under the rubric.
    private mutating func findBriefs() {
        var at = 0
        while at < drafts.count {
            guard let rubric = drafts[at].rubric, !drafts[at].isBrief else { at += 1; continue }
            var end = at
            while end < drafts.count, end == at || drafts[end].rubric == nil && !drafts[end].isNotice,
                isBrief(drafts[end]), !endsRun(drafts[end], after: drafts[at...].prefix(2))
            { end += 1 }
            let isNamed = page.lines[rubric].features.contains(.briefRubric)
            if end - at >= (isNamed ? 1 : 2) {
                for place in at..<end {
                    drafts[place].isBrief = true
                    drafts[place].rubric = rubric
                }
            }
            at = max(end, at + 1)
        }
    }

    /// Whether an item of a page whose layout is known, with a headline of several lines, stands apart from the first two of a run,
    /// which do not.
    private func endsRun(_ draft: StoryDraft, after run: ArraySlice<StoryDraft>) -> Bool {
        func standsApart(_ draft: StoryDraft) -> Bool {
            let line = draft.firstLine
            guard line > 0, !page.lines[line].settled.isEmpty else { return false }
            return page.bytes[page.lines[line - 1].end..<page.lines[line].start].count { $0 == 0x0A } > 1
        }
        guard let second = run.last, second.firstLine < draft.firstLine else { return false }
        return draft.headline.count > 1 && !standsApart(second) && standsApart(draft)
    }

    private func isBrief(_ draft: StoryDraft) -> Bool {
        (1...2).contains(draft.blocks.count) && draft.paragraphs == draft.blocks.count && draft.pictures.isEmpty
            && draft.bylines.isEmpty && draft.deck.isEmpty && draft.kicker.isEmpty && !draft.hasDateline
            && draft.continued.isEmpty && draft.width <= Self.briefLength * 2
    }
}
