/// Adding one line to a hypothesis.
extension SequenceLabeler {
    /// The hypothesis with one more line under the label, with the costs of the transition and of joining or ending the
    /// open paragraph, without the emission cost; nil where the label cannot follow.
    ///
    /// - Parameter notes: where the features of the step are noted.
    @inline(__always)
    func step(
        _ hypothesis: Hypothesis, _ paragraph: OpenParagraph, _ label: Label, _ observation: Observation,
        notes: LinkNotes? = nil
    ) -> Hypothesis? {
        let (index, line) = (observation.index, observation.line)
        var tally = LinkTally(costs, notes: notes)
        let mayFollow =
            workspace.successors[Int(hypothesis.label.rawValue)].contains(label)
            && TransitionCosts.add(
                hypothesis.label, label, line, after: observation.previous, nextGap: observation.nextGap,
                hypothesis.state, shape, to: &tally)
        if !mayFollow {
            guard observation.mayFollowAnything else { return nil }
            tally.force()
        }
        var result = hypothesis
        result.label = label
        var state = hypothesis.state
        let isWaiting = paragraph.isWaiting
        let last = Int(hypothesis.lastTextLine)
        switch label {
        case .more:
            guard isWaiting, last >= 0 else {
                return observation.mayFollowAnything ? withoutParagraph(hypothesis, observation, cost: tally.cost) : nil
            }
            let isVertical = line.features.contains(.vertical) && lines[last].features.contains(.vertical)
            let isInterrupted = last != index - 1 || line.gap > shape.gap
            if !isVertical {
                joins.join(
                    lines[last], line, openMarks: hypothesis.openMarks, isFull: paragraph.isFull,
                    isItem: hypothesis.isItem, isInterrupted: isInterrupted, &tally)
            }
            result.depth = Self.clamp(Int(hypothesis.depth) + line.depth)
            result.hasOddQuotes = hypothesis.hasOddQuotes != (line.quotes % 2 == 1)
            result.lastTextLine = Int32(index)
            state.remove(.pending)
        case .paragraph:
            if isWaiting {
                if let closing = paragraph.closing { tally.add(closing) }
                if let beginning = joins.begin(line, isFull: paragraph.isFull) { tally.add(beginning) }
            }
            // While a quotation is open, the next paragraph opens it anew.
            if isWaiting, hypothesis.openMarks > 0, last >= 0, lines[last].features.contains(.endsSentence),
                !line.features.contains(.startsQuote), !lines[last].features.contains(.endsQuote)
            {
                tally.add(.quotationNotReopened)
            }
            result.depth = Self.clamp(line.depth)
            result.hasOddQuotes = line.quotes % 2 == 1
            result.isItem = isItem(line, after: observation.previous)
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
            result.lastTextLine = Int32(index)
            state.remove(.pending)
            state.formUnion([.story, .body])
            if line.features.contains(.salutation) { state.insert(.letter) }
            if line.features.contains(.dateline) || line.features.contains(.startsJump) {
                state.insert(.signed)
                state.remove(.briefs)
            }
        case .caption, .captionMore, .furniture:
            if hypothesis.label.isText, state.contains(.body) { state.insert(.pending) }
            if label == .caption { state.insert(.story) }
        case .jumpTo:
            state.remove(.pending)
            state.insert(.ended)
        default:
            if isWaiting, let closing = paragraph.closing { tally.add(closing) }
            state.remove(.pending)
            result.lastTextLine = -1
            enter(label, line, from: hypothesis.label, &state)
        }
        end(label, line, from: hypothesis.state, &state, &tally)
        result.state = state
        result.cost = hypothesis.cost + tally.cost
        return result
    }

    /// An item of a list; 焊工: 第一名 汪洋 is one too.
    private func isItem(_ line: TextLine, after previous: TextLine?) -> Bool {
        !line.features.isDisjoint(with: [.startsNumber, .startsBullet])
            || line.features.contains(.startsSpeaker) && line.ems <= 24
                && previous?.features.isDisjoint(with: [.startsSpeaker, .endsColon]) == false
                && line.features.isDisjoint(with: [.endsSentence, .endsPause])
    }

    private static func clamp(_ depth: Int) -> Int16 { Int16(max(-3, min(9, depth))) }

    /// Notes that a signature or a jump line at the line's end ends the story, and what it costs to go on after that.
    @inline(__always)
    private func end(
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
    private func enter(_ label: Label, _ line: TextLine, from before: Label, _ state: inout DecoderState) {
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
