/// Adding one line to hypotheses: what is the same for all of them, and for all labels after one of them.
struct LineStep {
    private let line: TextLine
    private let previous: TextLine?
    private let index: Int
    private let nextGap: Int
    private let lines: UnsafeBufferPointer<TextLine>
    private let shape: PageShapeReference
    private let joins: JoinCosts
    let mayFollowAnything: Bool
    private let mayEnd: Bool
    private let opensItem: Bool
    private let depth: Int16
    private let hasOddQuotes: Bool
    private(set) var tally: LinkTally
    /// Of the hypothesis that is extended: its open paragraph, that paragraph's last line, whether that line is the one before
    /// and close, and whether a quotation is open that the next paragraph would have to open anew.
    private var paragraph = OpenParagraph()
    private var last: TextLine?
    private var isInterrupted = false
    private var isQuotationOpen = false
    /// What ending its open paragraph costs.
    private(set) var closingCost: Float = 0

    init(
        _ observation: Observation, _ lines: UnsafeBufferPointer<TextLine>, _ shape: PageShapeReference,
        _ costs: CostTable, notes: LinkNotes? = nil
    ) {
        line = observation.line
        previous = observation.previous
        index = observation.index
        nextGap = observation.nextGap
        self.lines = lines
        self.shape = shape
        joins = JoinCosts(shape: shape)
        mayFollowAnything = observation.mayFollowAnything
        mayEnd = !line.features.isDisjoint(with: [.endsSignature, .endsJump])
        opensItem = Self.isItem(line, after: previous)
        depth = Self.clamp(line.depth)
        hasOddQuotes = line.quotes % 2 == 1
        let next = index + 1 < lines.count ? lines[index + 1] : nil
        tally = LinkTally(
            costs, above: LineRelation(line, below: previous, gap: line.gap, usual: shape.gap),
            below: LineRelation(next, below: line, gap: nextGap, usual: shape.gap), notes: notes)
    }

    /// Takes a hypothesis for the next steps.
    @inline(__always)
    mutating func begin(_ hypothesis: Hypothesis) {
        paragraph = OpenParagraph(hypothesis, before: index, lines, shape)
        closingCost = paragraph.closing.map { tally.costs[.link($0)] } ?? 0
        let place = Int(hypothesis.lastTextLine)
        guard place >= 0 else {
            last = nil
            isQuotationOpen = false
            return
        }
        let ended = lines[place]
        last = ended
        isInterrupted = place != index - 1 || line.gap > shape.gap
        isQuotationOpen =
            hypothesis.openMarks > 0 && ended.features.contains(.endsSentence) && !ended.features.contains(.endsQuote)
            && !line.features.contains(.startsQuote)
    }

    /// Writes the hypothesis with one more line under the label, with the costs of the transition and of joining or ending the
    /// open paragraph, without the emission cost; false where the label cannot follow.
    ///
    /// - Parameters:
    ///   - mayFollow: no line rules out that the label follows.
    ///   - pair: what the label costs after that of the hypothesis, whatever the lines say.
    mutating func step(
        _ place: UnsafePointer<Hypothesis>, _ label: Label, mayFollow: Bool, pair: Float,
        to result: UnsafeMutablePointer<Hypothesis>
    ) -> Bool {
        // What the hypothesis says is loaded where it is asked for: to keep all of it across calls takes longer.
        let from = place.pointee.label
        let before = place.pointee.state
        tally.begin(at: mayFollow ? pair : 0)
        let mayFollow =
            mayFollow
            && TransitionCosts.add(
                from, label, line, after: previous, nextGap: nextGap, before, shape, to: &tally)
        if !mayFollow {
            guard mayFollowAnything else { return false }
            tally.force()
        }
        result.pointee = place.pointee
        result.pointee.label = label
        var state = before
        let isWaiting = paragraph.isWaiting
        switch label {
        case .more:
            guard isWaiting, let last else {
                guard mayFollowAnything else { return false }
                beginMore(place.pointee, to: result)
                return true
            }
            if !(line.features.contains(.vertical) && last.features.contains(.vertical)) {
                joins.join(
                    last, line, openMarks: place.pointee.openMarks, isFull: paragraph.isFull,
                    isItem: place.pointee.isItem, isInterrupted: isInterrupted, &tally)
            }
            result.pointee.depth = Self.clamp(Int(place.pointee.depth) + line.depth)
            result.pointee.hasOddQuotes = place.pointee.hasOddQuotes != hasOddQuotes
            result.pointee.lastTextLine = Int32(truncatingIfNeeded: index)
            state.remove(.pending)
        case .paragraph:
            if isWaiting {
                if let closing = paragraph.closing { tally.add(closing) }
                if let beginning = joins.begin(line, isFull: paragraph.isFull) { tally.add(beginning) }
                // While a quotation is open, the next paragraph opens it anew.
                if isQuotationOpen { tally.add(.quotationNotReopened) }
            }
            result.pointee.depth = depth
            result.pointee.hasOddQuotes = hasOddQuotes
            result.pointee.isItem = opensItem
            if line.features.contains(.startsJump), state.contains(.body) {
                tally.add(.jumpInside)
                state.subtract([.ended, .signed, .body, .notice, .briefs, .divided])
            }
            // Under the rubric of briefs, each item with a bullet is a story of its own.
            if state.contains(.briefs), !line.features.isDisjoint(with: [.startsBullet, .startsLead]) {
                state.subtract([.ended, .signed, .body, .divided])
            }
            // A brief rarely has a second paragraph.
            if state.contains(.briefs), state.contains(.body), line.ems > 60 { tally.add(.longBrief) }
            result.pointee.lastTextLine = Int32(truncatingIfNeeded: index)
            state.remove(.pending)
            state.formUnion([.story, .body])
            if line.features.contains(.salutation) { state.insert(.letter) }
            if line.features.contains(.dateline) || line.features.contains(.startsJump) {
                state.insert(.signed)
                state.remove(.briefs)
            }
        case .caption, .captionMore, .furniture:
            if from.isText, state.contains(.body) { state.insert(.pending) }
            if label == .caption { state.insert(.story) }
        case .jumpTo:
            state.remove(.pending)
            state.insert(.ended)
        default:
            if isWaiting, let closing = paragraph.closing { tally.add(closing) }
            state.remove(.pending)
            result.pointee.lastTextLine = -1
            Self.enter(label, line, from: from, &state)
        }
        // Most lines end no story, and go on with none that has ended.
        if mayEnd || before.contains(.ended) { Self.end(label, line, from: before, &state, &tally) }
        result.pointee.state = state
        result.pointee.cost += tally.cost
        return true
    }

    /// A line that continues a paragraph where none is open begins one under the label `more`.
    private func beginMore(_ hypothesis: Hypothesis, to result: UnsafeMutablePointer<Hypothesis>) {
        var next = hypothesis
        next.label = .more
        next.depth = depth
        next.hasOddQuotes = hasOddQuotes
        next.isItem = false
        next.lastTextLine = Int32(index)
        next.state.remove(.pending)
        next.state.formUnion([.story, .body])
        next.cost = hypothesis.cost + tally.cost + SequenceLabeler.forced
        result.pointee = next
    }

    /// An item of a list; 焊工: 第一名 汪洋 is one too.
    private static func isItem(_ line: TextLine, after previous: TextLine?) -> Bool {
        !line.features.isDisjoint(with: [.startsNumber, .startsBullet])
            || line.features.contains(.startsSpeaker) && line.ems <= 24
                && previous?.features.isDisjoint(with: [.startsSpeaker, .endsColon]) == false
                && line.features.isDisjoint(with: [.endsSentence, .endsPause])
    }

    static func clamp(_ depth: Int) -> Int16 { Int16(max(-3, min(9, depth))) }

    /// Notes that a signature or a jump line at the line's end ends the story, and what it costs to go on after that.
    private static func end(
        _ label: Label, _ line: TextLine, from before: DecoderState, _ state: inout DecoderState,
        _ tally: inout LinkTally
    ) {
        guard label.isText else {
            if line.features.contains(.endsSignature), !(label.isCaption && line.features.contains(.endsCredit)) {
                state.insert(.ended)
            }
            return
        }
        if line.features.contains(.endsSignature) || line.features.contains(.endsJump) {
            if line.features.contains(.endsSignature), state.contains(.signed) { tally.add(.signedAgain) }
            state.formUnion([.signed, .ended])
            return
        }
        guard before.contains(.ended), state.contains(.ended) else { return }
        // Whoever asks may sign the question; the answer follows.
        if label == .paragraph, line.features.contains(.startsSpeaker) {
            state.subtract([.ended, .signed])
            return
        }
        tally.add(.goesOnAfterEnd)
    }

    /// Updates the state for a label that is neither text nor inserted between text.
    private static func enter(_ label: Label, _ line: TextLine, from before: Label, _ state: inout DecoderState) {
        switch label {
        case .rubric:
            state.subtract([.body, .signed, .ended, .notice, .letter, .briefs, .divided])
            if line.features.contains(.briefRubric) { state.insert(.briefs) }
        case .kicker, .picture:
            // Briefs have no kicker.
            if label == .kicker { state.remove(.briefs) }
            state.subtract([.body, .signed, .ended, .notice, .letter, .divided])
            state.insert(.story)
        case .headline:
            state.subtract([.body, .signed, .ended, .notice, .letter, .divided])
            state.insert(.story)
            if line.features.contains(.notice) { state.insert(.notice) }
        case .headlineMore:
            if line.features.contains(.notice) { state.insert(.notice) }
        case .jumpFrom:
            if ![.headline, .headlineMore, .deck, .deckMore, .byline].contains(before) {
                state.subtract([.body, .signed, .ended, .notice, .letter, .divided])
            }
            state.insert(.story)
        case .byline:
            state.insert(.signed)
            state.remove(.briefs)
        case .signature: state.formUnion([.signed, .ended])
        case .crosshead: state.insert(.divided)
        default: break
        }
    }
}

extension SequenceLabeler {
    /// One step alone; nil where the label cannot follow.
    ///
    /// - Parameter notes: where the features of the step are noted.
    func step(
        _ hypothesis: Hypothesis, _ label: Label, _ observation: Observation, notes: LinkNotes? = nil
    ) -> Hypothesis? {
        withReference { shape in
            lines.withUnsafeBufferPointer { lines in
                var step = LineStep(observation, lines, shape, costs, notes: notes)
                step.begin(hypothesis)
                var (hypothesis, next) = (hypothesis, hypothesis)
                let mayFollow = workspace.successors[Int(hypothesis.label.rawValue)].contains(label)
                let pair = mayFollow ? step.tally.pairCost(hypothesis.label, label) : 0
                return step.step(&hypothesis, label, mayFollow: mayFollow, pair: pair, to: &next) ? next : nil
            }
        }
    }
}
