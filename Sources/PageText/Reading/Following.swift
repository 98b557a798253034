/// Which line follows which: what it costs that a line of one label comes behind another.
enum Following {
    static let never: Float = 1000

    /// Whether `to` is ever to be found behind `from`; where it is not, `cost` says never for every line.
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

    /// The cost of `to` behind `from`; at the head of a page `from` is furniture and no story has begun.
    static func cost(
        _ from: Label, _ to: Label, _ line: TextLine, after previous: TextLine?, nextGap: Int, _ situation: Situation,
        _ shape: PageShape
    ) -> Float {
        switch to {
        case .headline, .kicker:
            // Where blank lines part paragraphs they part items too.
            return newItem(from, to, line, after: previous, situation)
                + (from.isText && line.gap < shape.gap ? 1.5 : 0)
        case .rubric: return rubric(from, situation)
        case .headlineMore: return headlineMore(from, line, after: previous, nextGap: nextGap, shape)
        case .deck:
            guard from == .headline || from == .headlineMore else { return never }
            return deck(line, after: previous, shape) + (situation.contains(.briefs) ? 1.5 : 0)
        case .deckMore:
            return (from == .deck || from == .deckMore) && line.gap <= shape.gap
                ? (!shape.isWrapped && line.gap == 0 && (previous?.gap ?? 0) > 0 ? -0.8 : 0.5) : never
        case .byline: return byline(from, line, situation)
        case .jumpFrom:
            switch from {
            case .headline, .headlineMore, .deck, .deckMore, .byline: return 0
            case .furniture, .rubric: return 1
            case .paragraph, .more, .signature, .jumpTo, .caption, .captionMore, .picture: return 2
            default: return never
            }
        case .paragraph:
            return paragraph(from, line, after: previous, situation)
                + adjacent(from, line, after: previous, shape)
        case .more:
            if from.isText { return 0 }
            // What stood between two halves was set off from both.
            return situation.contains(.pending) ? setOff(line, shape) : never
        case .crosshead:
            guard !situation.contains(.ended) else { return never }
            let list: Float =
                (situation.contains(.briefs) ? 2 : 0) + (situation.contains(.notice) ? 2 : 0)
                + (previous.map { $0.clues.contains(.startsNumber) && line.clues.contains(.startsNumber) ? 2.5 : 0 }
                    ?? 0)
            // Crossheads come in pairs at least.
            let inList = list + (situation.contains(.divided) ? -0.8 : 0.9)
            switch from {
            case .paragraph, .more: return inList
            case .caption, .captionMore: return situation.contains(.body) ? 0.5 + inList : never
            case .byline: return 3
            default: return never
            }
        case .caption:
            return caption(from, line, after: previous, situation, shape) + adjacent(from, line, after: previous, shape)
                + (from.isHeading && (previous.map { $0.gap < line.gap } ?? false) ? 1.5 : 0)
        case .captionMore:
            guard from.isCaption else { return never }
            if let previous, !previous.clues.isDisjoint(with: [.creditOnly, .endsCredit]) { return 5 }
            if line.clues.contains(.creditOnly) { return line.gap <= shape.gap + 1 ? 0 : 2 }
            // A caption may be wrapped on a page that is not.
            if !shape.isWrapped, line.gap == 0, let previous, previous.ems >= 12, line.width <= previous.width + 3,
                !previous.clues.contains(.endsSentence)
            {
                return 0.2
            }
            if line.gap > shape.gap || !shape.isWrapped { return 5 }
            // A caption's line that could have taken more ends it.
            if let previous, !Labelling.isFull(previous, line, shape), !previous.clues.contains(.creditBelow) {
                return 0.4
            }
            return previous.map { $0.clues.contains(.endsCredit) ? 4 : 0 } ?? 0
        case .picture:
            // Behind a picture that has its caption the next dates itself anew.
            if from.isCaption, !situation.contains(.body), line.clues.contains(.newsStart),
                previous?.clues.isDisjoint(with: [.endsCredit, .creditOnly]) == false
            {
                return line.clues.isDisjoint(with: [.endsCredit, .creditBelow]) ? -1 : -2.5
            }
            if from == .signature || from == .jumpTo, !line.clues.isDisjoint(with: [.endsCredit, .creditBelow]) {
                return -1.5
            }
            switch from {
            case .paragraph, .more, .caption, .captionMore, .picture, .signature, .jumpTo, .furniture: return 0.5
            case .rubric: return previous.map { $0.clues.contains(.pictureRubric) ? -2 : 3 } ?? 3
            default: return never
            }
        case .signature: return signature(from, line, situation)
        case .jumpTo:
            switch from {
            case .paragraph, .more: return 0
            case .caption, .captionMore, .furniture: return situation.contains(.body) ? 0 : never
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
            if line.clues.isDisjoint(with: .furniture), !line.clues.contains(.weather) {
                // The head of a page is made of short labels.
                if !situation.contains(.story), line.ems <= 20, !line.clues.contains(.endsStop) {
                    let label: Float =
                        line.ems > (isSlogan(line) ? 12 : 8) && line.clues.isDisjoint(with: [.banner, .capitals])
                        ? 3.5
                        : line.gap > shape.gap + 1 ? 4 : 5
                    cost -= label
                }
                if let previous, line.clues.contains(.pageReference),
                    !previous.clues.isDisjoint(with: [.contents, .pageReference])
                {
                    cost -= 4
                }
                if let previous, previous.clues.contains(.contents) { cost -= 3 }
                if !situation.contains(.story), isSlogan(line) { cost -= 1.5 }
            }
            return cost
        }
    }

    /// What lies in a paragraph's way has blank lines around it, at least where lines else have none between them.
    private static func setOff(_ line: TextLine, _ shape: PageShape) -> Float {
        line.gap == 0 && shape.gap == 0 ? (shape.isWrapped ? 3 : 1) : 0
    }

    /// Where blank lines part paragraphs, one parts a heading from its text too.
    private static func adjacent(_ from: Label, _ line: TextLine, after previous: TextLine?, _ shape: PageShape)
        -> Float
    {
        guard shape.isWrapped, shape.indent == 0, line.gap <= shape.gap, from.isHeading || from == .crosshead else {
            return 0
        }
        return previous.map { Labelling.isFull($0, line, shape) } ?? true ? 3 : 0.5
    }

    /// 奋进新征程 建功新时代, by its words; or four Han and four.
    private static func isSlogan(_ line: TextLine) -> Bool {
        guard line.clues.contains(.couplet), line.solid > 0, line.digits == 0, line.pauses == 0 else { return false }
        return line.clues.contains(.banner) || line.han == 8 && line.spaces == 1
    }

    private static func newItem(
        _ from: Label, _ to: Label, _ line: TextLine, after previous: TextLine?, _ situation: Situation
    ) -> Float {
        var cost: Float
        switch from {
        case .furniture: cost = 0
        case .rubric: cost = -0.5
        case .kicker:
            guard to == .headline else { return never }
            // A whole sentence leads to a few large words: 走村串户十八年，… 大山里的“赤脚院长”.
            if let previous, previous.pauses == 1, previous.ems <= 24, line.pauses == 0,
                line.width * 4 < previous.width * 3
            {
                return -2.4
            }
            // What has times and figures in two halves is a deck rather.
            if line.digits >= 4, line.pauses > 0 { return 0 }
            return isQuoted(line, but: previous) ? -2 : -1
        case .headline, .headlineMore, .deck, .deckMore: return never
        case .byline, .jumpFrom: cost = 8
        case .signature, .jumpTo: cost = -0.5
        case .paragraph, .more, .caption, .captionMore, .picture: cost = situation.contains(.briefs) ? 0.2 : 1
        case .crosshead: cost = 9
        }
        cost += unsigned(situation)
        if to == .kicker { cost += 0.3 }
        if !situation.contains(.story), isSlogan(line) { cost += to == .kicker ? 1 : line.han >= 12 ? 1.5 : 0 }
        return cost
    }

    /// A story whose writers nobody named is rarer than one more section of it.
    private static func unsigned(_ situation: Situation) -> Float {
        situation.contains(.body) && situation.isDisjoint(with: [.signed, .notice, .briefs, .ended]) ? 1.2 : 0
    }

    private static func rubric(_ from: Label, _ situation: Situation) -> Float {
        switch from {
        case .furniture: return 0
        case .rubric: return 4
        case .signature, .jumpTo: return -0.3
        case .paragraph, .more, .caption, .captionMore, .picture:
            return situation.contains(.briefs) ? 0.2 : 0.8 + unsigned(situation)
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
        case .headlineMore: cost = line.gap == 0 && line.clues.contains(.capitals) ? 1 : 2.5
        default: return never
        }
        // The lines of one headline stand closer than anything else, and are of a length.
        if line.gap < shape.gap || (line.gap == 0 && previous.gap > 0) {
            // Where nothing stands apart, standing close says less.
            cost -= nextGap > 0 || line.clues.contains(.capitals) ? 1.5 : 1
        } else if line.gap > shape.gap || line.gap > 0 {
            cost += nextGap == line.gap && line.gap > 0 ? 2 : 1.5
        }
        if previous.clues.contains(.endsPause) { cost -= 1.5 }
        // Who gives notice stands over the word for it.
        if line.clues.contains(.notice), line.ems <= 8 { cost -= 1.5 }
        if !previous.clues.isDisjoint(with: [.rubricWord, .briefRubric, .pictureRubric]), previous.ems <= 8 {
            cost += 1.5
        }
        // What is two parts already, or reads on with commas, is a deck rather.
        if previous.clues.contains(.couplet), previous.solid > 0 { cost += 1 }
        if line.pauses > 0, previous.pauses == 0 { cost += 0.5 }
        let ratio = Float(line.width) / Float(max(1, previous.width))
        if ratio < 0.5 || ratio > 2 { cost += 1.5 } else if ratio > 0.75, ratio < 1.34 { cost -= 0.7 }
        if line.clues.contains(.capitals) != previous.clues.contains(.capitals) { cost += 1.5 }
        return cost
    }

    /// 技术员下班琢磨新模具 “小发明”挣来大合同: large words are put in quotes.
    private static func isQuoted(_ line: TextLine, but previous: TextLine?) -> Bool {
        guard let previous else { return false }
        return line.solid > 0 && (9...24).contains(previous.ems) && line.clues.contains(.quoting)
            && !previous.clues.contains(.quoting)
    }

    private static func deck(_ line: TextLine, after previous: TextLine?, _ shape: PageShape) -> Float {
        guard let previous else { return 0 }
        var cost: Float = 0
        if line.width > previous.width + 6 { cost -= 0.7 }
        // What explains a headline is no shorter than half of it.
        if line.width * 2 < previous.width, line.solid > 0 { cost += 1.2 }
        if previous.ems < 5 { cost += 1 }
        if line.gap > previous.gap + 1 { cost += 1 }
        if previous.clues.contains(.capitals), previous.spaces >= 2, !line.clues.contains(.capitals) { cost -= 1.5 }
        return cost
    }

    private static func byline(_ from: Label, _ line: TextLine, _ situation: Situation) -> Float {
        switch from {
        case .headline, .headlineMore, .deck, .deckMore:
            return !line.clues.isDisjoint(with: [.staff, .authorNote]) ? never : -1.5
        case .jumpFrom: return line.clues.contains(.byline) ? 0 : never
        case .byline:
            return !line.clues.isDisjoint(with: [.staff, .authorNote]) ? -1 : line.clues.contains(.byline) ? 0.5 : never
        case .rubric: return line.clues.contains(.byline) ? 4 : never
        case .caption, .captionMore:
            return situation.contains(.body) || situation.contains(.ended)
                ? never : line.clues.contains(.byline) ? 1.5 : never
        default: return never
        }
    }

    private static func paragraph(
        _ from: Label, _ line: TextLine, after previous: TextLine?, _ situation: Situation
    ) -> Float {
        var cost: Float = 0
        switch from {
        case .headline, .headlineMore, .deck, .deckMore:
            cost = situation.contains(.briefs) || situation.contains(.notice) ? 0 : 1
            // 近日, behind a heading.
            if line.clues.contains(.newsStart) { cost -= 0.5 }
            if line.clues.contains(.startsBullet) { cost += 1.5 }
            if line.clues.contains(.opening) || line.clues.contains(.startsJump) { cost -= 2 }
        case .byline: cost = 0
        case .jumpFrom: cost = line.clues.contains(.startsInside) ? -4 : 0
        case .rubric: cost = line.clues.contains(.startsBullet) ? 0 : 3
        case .kicker: return 8
        case .furniture:
            cost =
                situation.contains(.story) && !line.clues.contains(.startsJump)
                ? 2 : line.clues.contains(.startsJump) ? 0 : 4
        case .signature, .jumpTo: cost = line.clues.contains(.startsJump) ? 0 : 5
        case .crosshead: cost = line.clues.isDisjoint(with: [.startsNumber, .startsBullet]) ? -1 : 3
        case .caption, .captionMore: cost = situation.contains(.body) ? 0.5 : 1.5
        case .picture: cost = 5
        case .paragraph, .more: break
        }
        if situation.contains(.ended), from.isCaption || from == .furniture, !line.clues.contains(.startsJump) {
            cost += 5
        }
        // Only a story's first paragraph opens with its source.
        if line.clues.contains(.opening), situation.contains(.body) { cost += 6 }
        if situation.contains(.notice), from.isText, line.clues.isDisjoint(with: [.notice, .weather, .contact]) {
            // Its day is the last that it says.
            let isOver = previous.map { $0.clues.contains(.date) && $0.ems <= 16 } ?? false
            cost -= line.clues.contains(.date) || line.ems <= 16 && !isOver ? 3 : 0
        }
        return cost
    }

    private static func caption(
        _ from: Label, _ line: TextLine, after previous: TextLine?, _ situation: Situation, _ shape: PageShape
    ) -> Float {
        switch from {
        case .paragraph, .more:
            // A long caption behind a finished text tells a story of its own.
            let isOwn =
                line.ems >= 34 && line.clues.contains(.endsCredit) && (previous?.clues.contains(.endsSentence) ?? false)
            let isBullet = situation.contains(.briefs) && line.clues.contains(.startsBullet)
            let isSigned = situation.contains(.notice) && line.clues.isDisjoint(with: [.endsCredit, .creditBelow])
            if line.clues.contains(.mayBeCaption), from.isText { return -3.5 + setOff(line, shape) }
            // Below a story's end stand its pictures.
            let isBelow = situation.contains(.ended) && line.clues.contains(.endsSentence) && line.ems <= 30
            return (isBelow ? 0 : 0.5) + setOff(line, shape) + (isSigned ? 3 : 0) + (isOwn ? 0.8 : 0)
                + (isBullet ? 4 : 0)
        case .caption, .captionMore:
            if shape.isWrapped, line.gap <= shape.gap, !line.clues.contains(.captionStart) { return 2.5 }
            return line.clues.isDisjoint(with: [.endsCredit, .captionStart, .pointing, .creditBelow, .doing])
                ? 1.2 : 0.3
        case .headline, .headlineMore:
            return line.clues.isDisjoint(with: [.endsCredit, .captionStart, .pointing, .creditBelow]) ? 2.5 : 0.5
        case .deck, .deckMore: return 2
        case .byline: return 1
        case .rubric, .furniture:
            // No page begins with a picture that nothing tells of.
            let isFirst =
                !situation.contains(.story)
                && line.clues.isDisjoint(with: [.endsCredit, .captionStart, .pointing, .creditBelow])
            return isFirst ? 5 : 2
        case .signature, .jumpTo: return 0.8
        case .crosshead: return 5
        case .picture: return 1
        case .kicker, .jumpFrom: return never
        }
    }

    private static func signature(_ from: Label, _ line: TextLine, _ situation: Situation) -> Float {
        guard from.isText || from.isCaption || from == .signature else { return never }
        let isNote = line.clues.contains(.authorNote)
        // Who gives notice is a part of it.
        if situation.contains(.notice), line.clues.isDisjoint(with: [.signature, .bareName]) { return 5 }
        if line.clues.contains(.bareName), from.isText {
            if situation.contains(.letter) { return -3 }
            if situation.contains(.notice) { return 4 }
        }
        switch from {
        case .paragraph, .more: return isNote ? -0.5 : situation.contains(.signed) ? 2.5 : -0.5
        case .caption, .captionMore: return situation.contains(.body) ? 0.5 : never
        case .signature: return isNote || line.clues.contains(.addressed) ? 0 : 3
        default: return never
        }
    }
}
