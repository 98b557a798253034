/// What it costs that a line of one label follows a line of another, in nats (see `EmissionCosts`).
enum TransitionCosts {
    /// The cost of what is impossible.
    static let never: Float = 1000

    /// Whether `to` can follow `from` at all; where it cannot, `cost` is `never` for every line.
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

    /// The cost of `to` after `from`. Before the first line of a page `from` is furniture and the state is empty.
    static func cost(
        _ from: Label, _ to: Label, _ line: TextLine, after previous: TextLine?, nextGap: Int, _ state: DecoderState,
        _ shape: PageShape
    ) -> Float {
        switch to {
        case .headline, .kicker:
            // Where blank lines separate paragraphs they separate items too.
            return newItem(from, to, line, after: previous, state)
                + (from.isText && line.gap < shape.gap ? 1.5 : 0)
        case .rubric: return rubric(from, state)
        case .headlineMore: return headlineMore(from, line, after: previous, nextGap: nextGap, shape)
        case .deck:
            guard from == .headline || from == .headlineMore else { return never }
            return deck(line, after: previous, shape) + (state.contains(.briefs) ? 1.5 : 0)
        case .deckMore:
            return (from == .deck || from == .deckMore) && line.gap <= shape.gap
                ? (!shape.isWrapped && line.gap == 0 && (previous?.gap ?? 0) > 0 ? -0.8 : 0.5) : never
        case .byline: return byline(from, line, state)
        case .jumpFrom:
            switch from {
            case .headline, .headlineMore, .deck, .deckMore, .byline: return 0
            case .furniture, .rubric: return 1
            case .paragraph, .more, .signature, .jumpTo, .caption, .captionMore, .picture: return 2
            default: return never
            }
        case .paragraph:
            return paragraph(from, line, after: previous, state)
                + adjacent(from, line, after: previous, shape)
        case .more:
            if from.isText { return 0 }
            return state.contains(.pending) ? interruption(line, shape) : never
        case .crosshead:
            guard !state.contains(.ended) else { return never }
            let list: Float =
                (state.contains(.briefs) ? 2 : 0) + (state.contains(.notice) ? 2 : 0)
                + (previous.map {
                    $0.features.contains(.startsNumber) && line.features.contains(.startsNumber) ? 2.5 : 0
                }
                    ?? 0)
            // A story has either no crosshead or at least two.
            let inList = list + (state.contains(.divided) ? -0.8 : 0.9)
            switch from {
            case .paragraph, .more: return inList
            case .caption, .captionMore: return state.contains(.body) ? 0.5 + inList : never
            case .byline: return 3
            default: return never
            }
        case .caption:
            return caption(from, line, after: previous, state, shape) + adjacent(from, line, after: previous, shape)
                + (from.isHeading && (previous.map { $0.gap < line.gap } ?? false) ? 1.5 : 0)
        case .captionMore:
            guard from.isCaption else { return never }
            if let previous, !previous.features.isDisjoint(with: [.creditOnly, .endsCredit]) { return 5 }
            if line.features.contains(.creditOnly) { return line.gap <= shape.gap + 1 ? 0 : 2 }
            // A caption may be wrapped on a page that is not.
            if !shape.isWrapped, line.gap == 0, let previous, previous.ems >= 12, line.width <= previous.width + 3,
                !previous.features.contains(.endsSentence)
            {
                return 0.2
            }
            if line.gap > shape.gap || !shape.isWrapped { return 5 }
            // A line that is not full is the caption's last.
            if let previous, !SequenceLabeler.isFull(previous, line, shape), !previous.features.contains(.creditBelow) {
                return 0.4
            }
            return previous.map { $0.features.contains(.endsCredit) ? 4 : 0 } ?? 0
        case .picture:
            // After a picture with its caption, the next caption begins with a date again.
            if from.isCaption, !state.contains(.body), line.features.contains(.newsStart),
                previous?.features.isDisjoint(with: [.endsCredit, .creditOnly]) == false
            {
                return line.features.isDisjoint(with: [.endsCredit, .creditBelow]) ? -1 : -2.5
            }
            if from == .signature || from == .jumpTo, !line.features.isDisjoint(with: [.endsCredit, .creditBelow]) {
                return -1.5
            }
            switch from {
            case .paragraph, .more, .caption, .captionMore, .picture, .signature, .jumpTo, .furniture: return 0.5
            case .rubric: return previous.map { $0.features.contains(.pictureRubric) ? -2 : 3 } ?? 3
            default: return never
            }
        case .signature: return signature(from, line, state)
        case .jumpTo:
            switch from {
            case .paragraph, .more: return 0
            case .caption, .captionMore, .furniture: return state.contains(.body) ? 0 : never
            case .signature: return 0.5
            default: return never
            }
        case .furniture:
            var cost: Float = 0
            switch from {
            case .headline, .headlineMore, .deck, .deckMore, .kicker: cost = 6
            case .byline, .jumpFrom: cost = 5
            case .crosshead: cost = 9
            case .rubric: cost = 2
            case .furniture: cost = 0
            default: cost = 0.5
            }
            if shape.isWrapped, from.isText, line.gap <= shape.gap { cost += 3 }
            if line.features.isDisjoint(with: .furniture), !line.features.contains(.weather) {
                // The head of a page consists of short labels.
                if !state.contains(.story), line.ems <= 20, !line.features.contains(.endsStop) {
                    let label: Float =
                        line.ems > (isSlogan(line) ? 12 : 8) && line.features.isDisjoint(with: [.banner, .capitals])
                        ? 3.5
                        : line.gap > shape.gap + 1 ? 4 : 5
                    cost -= label
                }
                if let previous, line.features.contains(.pageReference),
                    !previous.features.isDisjoint(with: [.contents, .pageReference])
                {
                    cost -= 4
                }
                if let previous, previous.features.contains(.contents) { cost -= 3 }
                if !state.contains(.story), isSlogan(line) { cost -= 1.5 }
            }
            return cost
        }
    }

    /// The cost of interrupting a paragraph at this line, or of going on with it here, without a blank line: captions inside a
    /// paragraph have blank lines around them.
    private static func interruption(_ line: TextLine, _ shape: PageShape) -> Float {
        line.gap == 0 && shape.gap == 0 ? (shape.isWrapped ? 3 : 1) : 0
    }

    /// The cost of text directly below a heading on a page where blank lines separate paragraphs.
    private static func adjacent(_ from: Label, _ line: TextLine, after previous: TextLine?, _ shape: PageShape)
        -> Float
    {
        guard shape.isWrapped, shape.indent == 0, line.gap <= shape.gap, from.isHeading || from == .crosshead else {
            return 0
        }
        return previous.map { SequenceLabeler.isFull($0, line, shape) } ?? true ? 3 : 0.5
    }

    /// 奋进新征程 建功新时代, known by its words; or twice four Han.
    private static func isSlogan(_ line: TextLine) -> Bool {
        guard line.features.contains(.couplet), line.solid > 0, line.digits == 0, line.pauses == 0 else { return false }
        return line.features.contains(.banner) || line.han == 8 && line.spaces == 1
    }

    /// The cost of beginning an item with a headline or a kicker.
    private static func newItem(
        _ from: Label, _ to: Label, _ line: TextLine, after previous: TextLine?, _ state: DecoderState
    ) -> Float {
        var cost: Float
        switch from {
        case .furniture: cost = 0
        case .rubric: cost = -0.5
        case .kicker:
            guard to == .headline else { return never }
            // A kicker that is a whole sentence, above a short headline: 走村串户十八年，… 大山里的“赤脚院长”.
            if let previous, previous.pauses == 1, previous.ems <= 24, line.pauses == 0,
                line.width * 4 < previous.width * 3
            {
                return -2.4
            }
            // A line of two halves with times and figures is rather a deck.
            if line.digits >= 4, line.pauses > 0 { return 0 }
            return isQuoted(line, but: previous) ? -2 : -1
        case .headline, .headlineMore, .deck, .deckMore: return never
        case .byline, .jumpFrom: cost = 8
        case .signature, .jumpTo: cost = -0.5
        case .paragraph, .more, .caption, .captionMore, .picture: cost = state.contains(.briefs) ? 0.2 : 1
        case .crosshead: cost = 9
        }
        cost += unsigned(state)
        if to == .kicker { cost += 0.3 }
        if !state.contains(.story), isSlogan(line) { cost += to == .kicker ? 1 : line.han >= 12 ? 1.5 : 0 }
        return cost
    }

    /// The cost of ending a story whose writers were not named: that is rarer than one more crosshead in it.
    private static func unsigned(_ state: DecoderState) -> Float {
        state.contains(.body) && state.isDisjoint(with: [.signed, .notice, .briefs, .ended]) ? 1.2 : 0
    }

    private static func rubric(_ from: Label, _ state: DecoderState) -> Float {
        switch from {
        case .furniture: return 0
        case .rubric: return 4
        case .signature, .jumpTo: return -0.3
        case .paragraph, .more, .caption, .captionMore, .picture:
            return state.contains(.briefs) ? 0.2 : 0.8 + unsigned(state)
        default: return never
        }
    }

    private static func headlineMore(
        _ from: Label, _ line: TextLine, after previous: TextLine?, nextGap: Int, _ shape: PageShape
    )
        -> Float
    {
        guard let previous else { return never }
        var cost: Float
        switch from {
        case .headline: cost = 0.5
        case .headlineMore: cost = line.gap == 0 && line.features.contains(.capitals) ? 1 : 2.5
        default: return never
        }
        // The lines of a headline are closer to each other than other lines, and of similar width.
        if line.gap < shape.gap || (line.gap == 0 && previous.gap > 0) {
            // On a page without blank lines a missing one says less.
            cost -= nextGap > 0 || line.features.contains(.capitals) ? 1.5 : 1
        } else if line.gap > shape.gap || line.gap > 0 {
            cost += nextGap == line.gap && line.gap > 0 ? 2 : 1.5
        }
        if previous.features.contains(.endsPause) { cost -= 1.5 }
        // The name of whoever gives notice is above the word for a notice.
        if line.features.contains(.notice), line.ems <= 8 { cost -= 1.5 }
        if !previous.features.isDisjoint(with: [.rubricWord, .briefRubric, .pictureRubric]), previous.ems <= 8 {
            cost += 1.5
        }
        // After a headline of two parts, or with commas, the line is rather a deck.
        if previous.features.contains(.couplet), previous.solid > 0 { cost += 1 }
        if line.pauses > 0, previous.pauses == 0 { cost += 0.5 }
        let ratio = Float(line.width) / Float(max(1, previous.width))
        if ratio < 0.5 || ratio > 2 { cost += 1.5 } else if ratio > 0.75, ratio < 1.34 { cost -= 0.7 }
        if line.features.contains(.capitals) != previous.features.contains(.capitals) { cost += 1.5 }
        return cost
    }

    /// 技术员下班琢磨新模具 “小发明”挣来大合同: headlines put words in quotes more often than kickers.
    private static func isQuoted(_ line: TextLine, but previous: TextLine?) -> Bool {
        guard let previous else { return false }
        return line.solid > 0 && (9...24).contains(previous.ems) && line.features.contains(.quoting)
            && !previous.features.contains(.quoting)
    }

    private static func deck(_ line: TextLine, after previous: TextLine?, _ shape: PageShape) -> Float {
        guard let previous else { return 0 }
        var cost: Float = 0
        if line.width > previous.width + 6 { cost -= 0.7 }
        // A deck is at least half as wide as its headline.
        if line.width * 2 < previous.width, line.solid > 0 { cost += 1.2 }
        if previous.ems < 5 { cost += 1 }
        if line.gap > previous.gap + 1 { cost += 1 }
        if previous.features.contains(.capitals), previous.spaces >= 2, !line.features.contains(.capitals) {
            cost -= 1.5
        }
        return cost
    }

    private static func byline(_ from: Label, _ line: TextLine, _ state: DecoderState) -> Float {
        switch from {
        case .headline, .headlineMore, .deck, .deckMore:
            return !line.features.isDisjoint(with: [.staff, .authorNote]) ? never : -1.5
        case .jumpFrom: return line.features.contains(.byline) ? 0 : never
        case .byline:
            return !line.features.isDisjoint(with: [.staff, .authorNote])
                ? -1 : line.features.contains(.byline) ? 0.5 : never
        case .rubric: return line.features.contains(.byline) ? 4 : never
        case .caption, .captionMore:
            return state.contains(.body) || state.contains(.ended)
                ? never : line.features.contains(.byline) ? 1.5 : never
        default: return never
        }
    }

    private static func paragraph(
        _ from: Label, _ line: TextLine, after previous: TextLine?, _ state: DecoderState
    ) -> Float {
        var cost: Float = 0
        switch from {
        case .headline, .headlineMore, .deck, .deckMore:
            cost = state.contains(.briefs) || state.contains(.notice) ? 0 : 1
            // 近日 after a heading.
            if line.features.contains(.newsStart) { cost -= 0.5 }
            if line.features.contains(.startsBullet) { cost += 1.5 }
            if line.features.contains(.dateline) || line.features.contains(.startsJump) { cost -= 2 }
        case .byline: cost = 0
        case .jumpFrom: cost = line.features.contains(.startsInside) ? -4 : 0
        case .rubric: cost = line.features.contains(.startsBullet) ? 0 : 3
        case .kicker: return 8
        case .furniture:
            cost =
                state.contains(.story) && !line.features.contains(.startsJump)
                ? 2 : line.features.contains(.startsJump) ? 0 : 4
        case .signature, .jumpTo: cost = line.features.contains(.startsJump) ? 0 : 5
        case .crosshead: cost = line.features.isDisjoint(with: [.startsNumber, .startsBullet]) ? -1 : 3
        case .caption, .captionMore: cost = state.contains(.body) ? 0.5 : 1.5
        case .picture: cost = 5
        case .paragraph, .more: break
        }
        if state.contains(.ended), from.isCaption || from == .furniture, !line.features.contains(.startsJump) {
            cost += 5
        }
        // Only the first paragraph of a story begins with a dateline.
        if line.features.contains(.dateline), state.contains(.body) { cost += 6 }
        if state.contains(.notice), from.isText, line.features.isDisjoint(with: [.notice, .weather, .contact]) {
            // Its date is its last line.
            let isOver = previous.map { $0.features.contains(.date) && $0.ems <= 16 } ?? false
            cost -= line.features.contains(.date) || line.ems <= 16 && !isOver ? 3 : 0
        }
        return cost
    }

    private static func caption(
        _ from: Label, _ line: TextLine, after previous: TextLine?, _ state: DecoderState, _ shape: PageShape
    ) -> Float {
        switch from {
        case .paragraph, .more:
            // A long caption after a finished text is an item of its own.
            let isOwn =
                line.ems >= 34 && line.features.contains(.endsCredit)
                && (previous?.features.contains(.endsSentence) ?? false)
            let isBullet = state.contains(.briefs) && line.features.contains(.startsBullet)
            let isSigned = state.contains(.notice) && line.features.isDisjoint(with: [.endsCredit, .creditBelow])
            if line.features.contains(.mayBeCaption), from.isText { return -3.5 + interruption(line, shape) }
            // A story's pictures may follow its end.
            let isBelow = state.contains(.ended) && line.features.contains(.endsSentence) && line.ems <= 30
            return (isBelow ? 0 : 0.5) + interruption(line, shape) + (isSigned ? 3 : 0) + (isOwn ? 0.8 : 0)
                + (isBullet ? 4 : 0)
        case .caption, .captionMore:
            if shape.isWrapped, line.gap <= shape.gap, !line.features.contains(.captionStart) { return 2.5 }
            return line.features.isDisjoint(with: [.endsCredit, .captionStart, .pointing, .creditBelow, .doing])
                ? 1.2 : 0.3
        case .headline, .headlineMore:
            return line.features.isDisjoint(with: [.endsCredit, .captionStart, .pointing, .creditBelow]) ? 2.5 : 0.5
        case .deck, .deckMore: return 2
        case .byline: return 1
        case .rubric, .furniture:
            // A page does not begin with a caption that nothing marks as one.
            let isFirst =
                !state.contains(.story)
                && line.features.isDisjoint(with: [.endsCredit, .captionStart, .pointing, .creditBelow])
            return isFirst ? 5 : 2
        case .signature, .jumpTo: return 0.8
        case .crosshead: return 5
        case .picture: return 1
        case .kicker, .jumpFrom: return never
        }
    }

    private static func signature(_ from: Label, _ line: TextLine, _ state: DecoderState) -> Float {
        guard from.isText || from.isCaption || from == .signature else { return never }
        let isNote = line.features.contains(.authorNote)
        // The name of whoever gives notice is part of the notice.
        if state.contains(.notice), line.features.isDisjoint(with: [.signature, .bareName]) { return 5 }
        if line.features.contains(.bareName), from.isText {
            if state.contains(.letter) { return -3 }
            if state.contains(.notice) { return 4 }
        }
        switch from {
        case .paragraph, .more: return isNote ? -0.5 : state.contains(.signed) ? 2.5 : -0.5
        case .caption, .captionMore: return state.contains(.body) ? 0.5 : never
        case .signature: return isNote || line.features.contains(.addressed) ? 0 : 3
        default: return never
        }
    }
}
