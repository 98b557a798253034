/// What it means that a line of one label follows a line of another: the link features of it.
enum TransitionCosts {
    /// Whether `to` can follow `from` at all.
    static func mayFollow(_ from: Label, _ to: Label) -> Bool {
        switch to {
        case .headline: from == .kicker || !from.isHeading
        case .kicker: !from.isHeading
        case .headlineMore, .deck: from == .headline || from == .headlineMore
        case .deckMore: from == .deck || from == .deckMore
        case .captionMore: from.isCaption
        case .jumpFrom: from != .kicker && from != .crosshead && from != .jumpFrom
        case .byline:
            ![.kicker, .paragraph, .more, .signature, .jumpTo, .furniture, .crosshead, .picture].contains(from)
        case .signature: from.isText || from.isCaption || from == .signature
        case .jumpTo, .crosshead: !from.isHeading && from != .rubric
        case .rubric: !from.isHeading && from != .byline && from != .jumpFrom && from != .crosshead
        case .picture: !from.isHeading && from != .byline && from != .jumpFrom && from != .crosshead
        default: true
        }
    }

    /// Adds to the tally what `to` after `from` costs beyond `LinkTally.pairCost`; false where it cannot follow. Before the first
    /// line of a page `from` is furniture and the state is empty.
    @inline(__always)
    static func add(
        _ from: Label, _ to: Label, _ line: TextLine, after previous: TextLine?, nextGap: Int, _ state: DecoderState,
        _ shape: PageShapeReference, to tally: inout LinkTally
    ) -> Bool {
        switch to {
        case .headline, .kicker:
            newItem(from, to, line, after: previous, state, shape, &tally)
            // Where blank lines separate paragraphs they separate items too.
            if from.isText, line.gap < shape.gap { tally.add(.itemTooClose) }
        case .rubric:
            if from.isText || from.isCaption {
                if state.contains(.briefs) { tally.add(.rubricInBriefs) }
                addUnsigned(state, shape, &tally)
            }
        case .headlineMore: headlineMore(from, line, after: previous, nextGap: nextGap, shape, &tally)
        case .deck: deck(line, after: previous, state, &tally)
        case .deckMore:
            guard line.gap <= shape.gap else { return false }
            if !shape.isWrapped, line.gap == 0, (previous?.gap ?? 0) > 0 { tally.add(.deckGoesOnClosely) }
        case .byline: return byline(from, line, state, &tally)
        case .jumpFrom: break
        case .paragraph:
            paragraph(from, line, after: previous, state, &tally)
            addAdjacent(from, line, after: previous, shape, &tally)
        case .more:
            if from.isText { break }
            guard state.contains(.pending) else { return false }
            addInterruption(line, shape, &tally)
        case .crosshead: return crosshead(from, line, after: previous, state, &tally)
        case .caption:
            guard from != .kicker, from != .jumpFrom else { return false }
            caption(from, line, after: previous, state, shape, &tally)
            addAdjacent(from, line, after: previous, shape, &tally)
            if from.isHeading, let previous, previous.gap < line.gap { tally.add(.captionFurther) }
        case .captionMore: captionMore(line, after: previous, shape, &tally)
        case .picture: picture(from, line, after: previous, state, &tally)
        case .signature: return signature(from, line, state, &tally)
        case .jumpTo:
            if from.isCaption || from == .furniture { return from != .picture && state.contains(.body) }
        case .furniture: furniture(from, line, after: previous, state, shape, &tally)
        }
        return true
    }

    /// Interrupting a paragraph at this line, or going on with it here, without a blank line: captions inside a paragraph have
    /// blank lines around them.
    @inline(__always)
    private static func addInterruption(_ line: TextLine, _ shape: PageShapeReference, _ tally: inout LinkTally) {
        if line.gap == 0, shape.gap == 0 {
            tally.add(shape.isWrapped ? .denseInterruptionWrapped : .denseInterruption)
        }
    }

    /// Text directly below a heading on a page where blank lines separate paragraphs.
    @inline(__always)
    private static func addAdjacent(
        _ from: Label, _ line: TextLine, after previous: TextLine?, _ shape: PageShapeReference,
        _ tally: inout LinkTally
    ) {
        guard shape.isWrapped, shape.indent == 0, line.gap <= shape.gap, from.isHeading || from == .crosshead else {
            return
        }
        tally.add(previous.map { SequenceLabeler.isFull($0, line, shape) } ?? true ? .adjacentFull : .adjacent)
    }

    /// 奋进新征程 建功新时代, known by its words; or twice four Han.
    private static func isSlogan(_ line: TextLine) -> Bool {
        guard line.features.contains(.couplet), line.solid > 0, line.digits == 0, line.pauses == 0 else { return false }
        return line.features.contains(.banner) || line.han == 8 && line.spaces == 1
    }

    /// An item begins with a headline or a kicker.
    @inline(__always)
    private static func newItem(
        _ from: Label, _ to: Label, _ line: TextLine, after previous: TextLine?, _ state: DecoderState,
        _ shape: PageShapeReference, _ tally: inout LinkTally
    ) {
        if from == .kicker {
            // 走村串户十八年，… 大山里的“赤脚院长”.
            if let previous, previous.pauses == 1, previous.ems <= 24, line.pauses == 0,
                line.width * 4 < previous.width * 3
            {
                return tally.add(.kickerIsSentence)
            }
            if line.digits >= 4, line.pauses > 0 { return tally.add(.kickerWithFigures) }
            if isQuoted(line, but: previous) { tally.add(.kickerUnquoted) }
            return
        }
        if from.isText || from.isCaption, state.contains(.briefs) { tally.add(.itemInBriefs) }
        addUnsigned(state, shape, &tally)
        if !state.contains(.story), isSlogan(line) {
            if to == .kicker { tally.add(.sloganKicker) } else if line.han >= 12 { tally.add(.sloganHeadline) }
        }
    }

    /// Ending a story whose writers were not named is rarer than one more crosshead in it.
    @inline(__always)
    private static func addUnsigned(_ state: DecoderState, _ shape: PageShapeReference, _ tally: inout LinkTally) {
        guard state.contains(.body), state.isDisjoint(with: [.signed, .notice, .briefs, .ended]) else { return }
        tally.add(.unsignedEnd)
        if shape.signed == .most { tally.add(.unsignedOnSigned) }
        if shape.signed == .none { tally.add(.unsignedOnUnsigned) }
    }

    @inline(__always)
    private static func headlineMore(
        _ from: Label, _ line: TextLine, after previous: TextLine?, nextGap: Int, _ shape: PageShapeReference,
        _ tally: inout LinkTally
    ) {
        guard let previous else { return }
        let features = line.features
        if from == .headlineMore, line.gap == 0, features.contains(.capitals) { tally.add(.capitalsGoOn) }
        // The lines of a headline are closer to each other than other lines, and of similar width.
        if line.gap < shape.gap || (line.gap == 0 && previous.gap > 0) {
            // On a page without blank lines a missing one says less.
            tally.add(nextGap > 0 || features.contains(.capitals) ? .headlineCloseApart : .headlineClose)
        } else if line.gap > shape.gap || line.gap > 0 {
            tally.add(nextGap == line.gap && line.gap > 0 ? .headlineEven : .headlineLoose)
        }
        if previous.features.contains(.endsPause) { tally.add(.headlineAfterPause) }
        // The name of whoever gives notice is above the word for a notice.
        if features.contains(.notice), line.ems <= 8 { tally.add(.noticeBelowIssuer) }
        if !previous.features.isDisjoint(with: [.rubricWord, .briefRubric, .pictureRubric]), previous.ems <= 8 {
            tally.add(.headlineBelowRubric)
        }
        // After a headline of two parts, or with commas, the line is rather a deck.
        if previous.features.contains(.couplet), previous.solid > 0 { tally.add(.headlineBelowCouplet) }
        if line.pauses > 0, previous.pauses == 0 { tally.add(.headlinePausesHere) }
        let (width, above) = (line.width, max(1, previous.width))
        if width * 2 < above || width > above * 2 {
            tally.add(.headlineUnlikeWidth)
        } else if width * 4 > above * 3, width * 100 < above * 134 {
            tally.add(.headlineLikeWidth)
        }
        if features.contains(.capitals) != previous.features.contains(.capitals) { tally.add(.headlineUnlikeCapitals) }
    }

    /// 技术员下班琢磨新模具 “小发明”挣来大合同: headlines put words in quotes more often than kickers.
    private static func isQuoted(_ line: TextLine, but previous: TextLine?) -> Bool {
        guard let previous else { return false }
        return line.solid > 0 && (9...24).contains(previous.ems) && line.features.contains(.quoting)
            && !previous.features.contains(.quoting)
    }

    @inline(__always)
    private static func deck(
        _ line: TextLine, after previous: TextLine?, _ state: DecoderState, _ tally: inout LinkTally
    ) {
        if state.contains(.briefs) { tally.add(.deckInBriefs) }
        guard let previous else { return }
        if line.width > previous.width + 6 { tally.add(.deckWider) }
        // A deck is at least half as wide as its headline.
        if line.width * 2 < previous.width, line.solid > 0 { tally.add(.deckNarrow) }
        if previous.ems < 5 { tally.add(.deckBelowTiny) }
        if line.gap > previous.gap + 1 { tally.add(.deckFar) }
        if previous.features.contains(.capitals), previous.spaces >= 2, !line.features.contains(.capitals) {
            tally.add(.deckBelowCapitals)
        }
    }

    @inline(__always)
    private static func byline(
        _ from: Label, _ line: TextLine, _ state: DecoderState, _ tally: inout LinkTally
    ) -> Bool {
        let isNote = !line.features.isDisjoint(with: [.staff, .authorNote])
        if from.isHeading { return !isNote }
        if from == .byline {
            if isNote { tally.add(.bylineNote) }
            return isNote || line.features.contains(.byline)
        }
        if from.isCaption, !state.isDisjoint(with: [.body, .ended]) { return false }
        return line.features.contains(.byline)
    }

    @inline(__always)
    private static func paragraph(
        _ from: Label, _ line: TextLine, after previous: TextLine?, _ state: DecoderState, _ tally: inout LinkTally
    ) {
        let features = line.features
        let isJump = features.contains(.startsJump)
        switch from {
        case .headline, .headlineMore, .deck, .deckMore:
            if !state.isDisjoint(with: [.briefs, .notice]) { tally.add(.textInBriefs) }
            // 近日 after a heading.
            if features.contains(.newsStart) { tally.add(.newsBelowHeading) }
            if features.contains(.startsBullet) { tally.add(.bulletBelowHeading) }
            if features.contains(.dateline) || isJump { tally.add(.reportBelowHeading) }
        case .jumpFrom: if features.contains(.startsInside) { tally.add(.cutBelowJump) }
        case .rubric: if features.contains(.startsBullet) { tally.add(.bulletBelowRubric) }
        case .kicker: return
        case .furniture:
            if isJump {
                tally.add(.jumpAfterFurniture)
            } else if state.contains(.story) {
                tally.add(.textAfterFurniture)
            }
        case .signature, .jumpTo: if isJump { tally.add(.jumpAfterEnd) }
        case .crosshead:
            if !features.isDisjoint(with: [.startsNumber, .startsBullet]) { tally.add(.itemBelowCrosshead) }
        case .caption, .captionMore: if state.contains(.body) { tally.add(.textAfterCaption) }
        case .byline, .picture, .paragraph, .more: break
        }
        if state.contains(.ended), from.isCaption || from == .furniture, !isJump { tally.add(.textAfterEnd) }
        // Only the first paragraph of a story begins with a dateline.
        if features.contains(.dateline), state.contains(.body) { tally.add(.datelineInside) }
        if state.contains(.notice), from.isText, features.isDisjoint(with: [.notice, .weather, .contact]) {
            // Its date is its last line.
            let isOver = previous.map { $0.features.contains(.date) && $0.ems <= 16 } ?? false
            if features.contains(.date) || line.ems <= 16 && !isOver { tally.add(.noticeGoesOn) }
        }
    }

    @inline(__always)
    private static func crosshead(
        _ from: Label, _ line: TextLine, after previous: TextLine?, _ state: DecoderState, _ tally: inout LinkTally
    ) -> Bool {
        guard !state.contains(.ended) else { return false }
        switch from {
        case .paragraph, .more: break
        case .caption, .captionMore: guard state.contains(.body) else { return false }
        case .byline: return true
        default: return false
        }
        if state.contains(.briefs) { tally.add(.crossheadInBriefs) }
        if state.contains(.notice) { tally.add(.crossheadInNotice) }
        if let previous, previous.features.contains(.startsNumber), line.features.contains(.startsNumber) {
            tally.add(.numbersInARow)
        }
        // A story has either no crosshead or at least two.
        if state.contains(.divided) { tally.add(.furtherCrosshead) }
        return true
    }

    @inline(__always)
    private static func caption(
        _ from: Label, _ line: TextLine, after previous: TextLine?, _ state: DecoderState, _ shape: PageShapeReference,
        _ tally: inout LinkTally
    ) {
        let features = line.features
        let isMarked = !features.isDisjoint(with: [.endsCredit, .captionStart, .pointing, .creditBelow])
        switch from {
        case .paragraph, .more:
            addInterruption(line, shape, &tally)
            if features.contains(.mayBeCaption) { return tally.add(.captionBetween) }
            // A story's pictures may follow its end.
            if state.contains(.ended), features.contains(.endsSentence), line.ems <= 30 { tally.add(.captionBelowEnd) }
            if state.contains(.notice), features.isDisjoint(with: [.endsCredit, .creditBelow]) {
                tally.add(.captionInNotice)
            }
            // A long caption after a finished text is an item of its own.
            if line.ems >= 34, features.contains(.endsCredit), previous?.features.contains(.endsSentence) == true {
                tally.add(.captionAfterText)
            }
            if state.contains(.briefs), features.contains(.startsBullet) { tally.add(.bulletCaption) }
        case .caption, .captionMore:
            if shape.isWrapped, line.gap <= shape.gap, !features.contains(.captionStart) {
                tally.add(.captionsTouch)
            } else if !isMarked, !features.contains(.doing) {
                tally.add(.captionUnmarked)
            }
        case .headline, .headlineMore: if !isMarked { tally.add(.unmarkedBelowHeadline) }
        // A page does not begin with a caption that nothing marks as one.
        case .rubric, .furniture: if !state.contains(.story), !isMarked { tally.add(.unmarkedFirst) }
        default: break
        }
    }

    @inline(__always)
    private static func captionMore(
        _ line: TextLine, after previous: TextLine?, _ shape: PageShapeReference, _ tally: inout LinkTally
    ) {
        guard let previous else { return }
        if !previous.features.isDisjoint(with: [.creditOnly, .endsCredit]) { return tally.add(.afterCredit) }
        if line.features.contains(.creditOnly) {
            if line.gap > shape.gap + 1 { tally.add(.creditFar) }
            return
        }
        // A caption may be wrapped on a page that is not.
        if !shape.isWrapped, line.gap == 0, previous.ems >= 12, line.width <= previous.width + 3,
            !previous.features.contains(.endsSentence)
        {
            return tally.add(.captionWraps)
        }
        if line.gap > shape.gap || !shape.isWrapped { return tally.add(.captionFar) }
        // A line that is not full is the caption's last.
        if !SequenceLabeler.isFull(previous, line, shape), !previous.features.contains(.creditBelow) {
            tally.add(.captionUnfilled)
        }
    }

    @inline(__always)
    private static func picture(
        _ from: Label, _ line: TextLine, after previous: TextLine?, _ state: DecoderState, _ tally: inout LinkTally
    ) {
        let isCredited = !line.features.isDisjoint(with: [.endsCredit, .creditBelow])
        // After a picture with its caption, the next caption begins with a date again.
        if from.isCaption, !state.contains(.body), line.features.contains(.newsStart),
            previous?.features.isDisjoint(with: [.endsCredit, .creditOnly]) == false
        {
            tally.add(isCredited ? .nextPictureCredited : .nextPicture)
        } else if from == .signature || from == .jumpTo {
            if isCredited { tally.add(.pictureAfterEnd) }
        } else if from == .rubric, previous?.features.contains(.pictureRubric) == true {
            tally.add(.pictureBelowRubric)
        }
    }

    @inline(__always)
    private static func signature(
        _ from: Label, _ line: TextLine, _ state: DecoderState, _ tally: inout LinkTally
    ) -> Bool {
        let features = line.features
        // The name of whoever gives notice is part of the notice.
        if state.contains(.notice), features.isDisjoint(with: [.signature, .bareName]) {
            tally.add(.noticeIssuer)
            return true
        }
        if features.contains(.bareName), from.isText {
            if state.contains(.letter) {
                tally.add(.letterWriter)
                return true
            }
            if state.contains(.notice) {
                tally.add(.nameInNotice)
                return true
            }
        }
        let isNote = features.contains(.authorNote)
        switch from {
        case .paragraph, .more: if !isNote, state.contains(.signed) { tally.add(.signedTwice) }
        case .caption, .captionMore: return state.contains(.body)
        case .signature: if isNote || features.contains(.addressed) { tally.add(.noteBelowSignature) }
        default: return false
        }
        return true
    }

    @inline(__always)
    private static func furniture(
        _ from: Label, _ line: TextLine, after previous: TextLine?, _ state: DecoderState, _ shape: PageShapeReference,
        _ tally: inout LinkTally
    ) {
        if shape.isWrapped, from.isText, line.gap <= shape.gap { tally.add(.furnitureInColumn) }
        guard line.features.isDisjoint(with: .furniture), !line.features.contains(.weather) else { return }
        let isHead = !state.contains(.story)
        let isSlogan = isHead && isSlogan(line)
        // The head of a page consists of short labels.
        if isHead, line.ems <= 20, !line.features.contains(.endsStop) {
            if line.ems > (isSlogan ? 12 : 8), line.features.isDisjoint(with: [.banner, .capitals]) {
                tally.add(.pageHeadLong)
            } else {
                tally.add(line.gap > shape.gap + 1 ? .pageHeadFar : .pageHead)
            }
        }
        if let previous {
            if line.features.contains(.pageReference),
                !previous.features.isDisjoint(with: [.contents, .pageReference])
            {
                tally.add(.furtherReference)
            }
            if previous.features.contains(.contents) { tally.add(.belowContents) }
        }
        if isSlogan { tally.add(.pageHeadSlogan) }
    }
}
