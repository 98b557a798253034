/// What each label costs on a line by the line's own looks. Costs are in nats, roughly: 1 is a doubt, 5 is all but impossible.
struct LineCosts {
    static let impossible: Float = 1000
    private(set) var costs = InlineArray<17, Float>(repeating: 0)

    subscript(label: Label) -> Float { costs[Int(label.rawValue)] }

    private mutating func set(_ label: Label, _ cost: Float) { costs[Int(label.rawValue)] = cost }
    private mutating func add(_ cost: Float, to labels: Label...) {
        for label in labels { costs[Int(label.rawValue)] += cost }
    }
    private mutating func addToAll(_ cost: Float, but labels: Label...) {
        for label in Label.all where !labels.contains(label) { costs[Int(label.rawValue)] += cost }
    }

    /// - `isFull`: the next line's first word would not have fitted (on a wrapped page).
    init(_ line: TextLine, shape: PageShape, isFull: Bool, nextGap: Int) {
        let isFollowedClosely = nextGap <= shape.gap
        let clues = line.clues
        let ems = Float(line.ems)
        let isIndented = shape.indent > 0 && line.indent >= shape.indent
        let endsStop = clues.contains(.endsStop)
        let ends = clues.contains(.endsSentence)

        // Whole text lines of a page that is not wrapped need no weighing.
        setText(
            line, shape, isFull: isFull, isIndented: isIndented, isFollowedClosely: isFollowedClosely, nextGap: nextGap)
        setHeadings(line, shape, ems)
        setCaptions(line, ems)
        // A table's row is nothing else.
        if clues.contains(.cells), clues.contains(.verse) {
            add(3, to: .headline, .headlineMore, .kicker, .deck, .deckMore, .crosshead, .rubric)
        }
        if clues.contains(.capitalLabel) {
            add(1, to: .headline, .headlineMore, .crosshead, .caption)
            if line.spaces <= 3, ems <= 14 { add(-0.7, to: .rubric) } else { add(-1.5, to: .kicker) }
        }

        // Items stand further apart than the parts of one.
        if shape.hasWideGaps {
            if line.gap > nextGap {
                add(-0.8, to: .headline, .kicker, .rubric)
                add(1.2, to: .crosshead)
                if line.gap >= 2 { add(-1.2, to: .picture) }
            } else {
                add(1, to: .picture)
                add(0.4, to: .headline, .kicker)
            }
        }
        // Captions are set to a measure of their own.
        if shape.isWrapped, abs(line.measure - shape.measure) > 5, line.width <= line.measure + 4,
            !clues.contains(.capitals)
        {
            add(-1, to: .caption, .captionMore)
        }

        set(.furniture, clues.isDisjoint(with: .furniture) ? 7 : -0.5)
        if clues.contains(.weather) {
            set(.furniture, endsStop && clues.isDisjoint(with: [.startsLead, .startsSpeaker]) ? 3 : 0)
        }
        if !clues.isDisjoint(with: [.banner, .pageReference, .date]) { add(-3, to: .furniture) }
        // 涟江日报, and nothing else.
        if clues.contains(.banner), line.spaces == 0, (4...8).contains(line.ems), line.han == line.ems {
            add(-2, to: .furniture)
        }

        set(
            .byline,
            clues.contains(.byline)
                ? -2
                : clues.contains(.bareName)
                    ? (line.solid > 0 ? 1 : 2) + (clues.contains(.creditBelow) ? 3 : 0)
                        + (clues.contains(.capitals) ? clues.contains(.capitalLabel) ? -1 : 0.5 : 0)
                        + (clues.contains(.penName) ? line.han == 4 && line.spaces == 0 ? 3 : 1.5 : 0)
                        + (clues.contains(.headsPicture) ? 2 : 0)
                    : clues.contains(.staff) ? 0.5 : clues.contains(.authorNote) ? 0 : Self.impossible)
        set(
            .signature,
            clues.contains(.signature)
                ? -1.5
                : clues.contains(.byline)
                    ? 1
                    : clues.contains(.addressed)
                        ? -0.5
                        : clues.contains(.bareName)
                            ? (line.solid > 0 ? 4 : 2.5) + (shape.indent > 0 && line.indent < shape.indent ? 1 : 0)
                            : Self.impossible
        )
        set(.jumpTo, clues.contains(.jumpTo) ? -3 : Self.impossible)
        set(.jumpFrom, clues.contains(.jumpFrom) ? -3 : Self.impossible)

        if clues.contains(.jumpTo) || clues.contains(.jumpFrom) { addToAll(12, but: .jumpTo, .jumpFrom) }
        if clues.contains(.byline) || clues.contains(.signature) { addToAll(6, but: .byline, .signature) }
        if clues.contains(.creditOnly) { addToAll(6, but: .caption, .captionMore, .picture) }
        if !clues.isDisjoint(with: .furniture) {
            addToAll(clues.contains(.contact) ? 3 : 5, but: .furniture)
            if shape.isWrapped, clues.isDisjoint(with: [.folio, .editors, .advert, .contents]) { add(-2, to: .more) }
        }
        if clues.contains(.endsCredit) {
            addToAll(clues.contains(.endsSignature) ? 1.5 : 4, but: .caption, .captionMore, .picture)
        }

        // What opens a quotation and does not close it was cut; a sentence and the beginning of another are text.
        let isCut = line.depth > 0 || line.sentences > 0 && line.ems > 14 && line.pauses > 0 && line.solid > 0
        if !shape.isWrapped, isCut {
            add(2.5, to: .headline, .headlineMore, .kicker, .rubric, .crosshead, .deck)
            if !ends { add(1.5, to: .caption) }
            if line.ems <= 28, !ends { add(-1.5, to: .paragraph) }
        }

        // A headline and its like do not end with a full stop.
        if endsStop { add(5, to: .headline, .headlineMore, .crosshead, .kicker, .rubric); add(2.5, to: .deck) }
        if ends { add(1, to: .rubric, .kicker) }
        if clues.contains(.banner) { add(1.5, to: .headline, .kicker, .rubric) }
        if clues.contains(.endsPause) {
            add(4, to: .crosshead, .kicker, .rubric, .deck)
            add(2, to: .headline, .headlineMore)
        }
        if clues.contains(.endsHyphen) { add(6, to: .headline, .headlineMore, .crosshead, .kicker, .rubric, .deck) }
        if clues.contains(.endsColon) { add(2, to: .headline, .crosshead, .kicker, .rubric, .deck) }
        if clues.contains(.startsInside) { add(3, to: .headline, .kicker, .rubric, .crosshead, .caption, .picture) }
        // On an indented page headings stand flush, or far in.
        if isIndented, line.indent <= shape.indent + 1 {
            add(3, to: .headline, .headlineMore, .kicker, .deck, .rubric, .caption, .picture)
        }
        if shape.isWrapped, isFull, isFollowedClosely {
            add(fills(line, shape) ? 3 : 1.5, to: .headline, .kicker, .rubric, .crosshead)
        }
    }

    /// The line is as wide as its measure.
    private func fills(_ line: TextLine, _ shape: PageShape) -> Bool {
        shape.isWrapped && abs(line.width + line.indent - shape.measure) <= (shape.isSolid ? 2 : 3)
    }

    private mutating func setText(
        _ line: TextLine, _ shape: PageShape, isFull: Bool, isIndented: Bool, isFollowedClosely: Bool,
        nextGap: Int
    ) {
        let clues = line.clues
        let ends = !clues.isDisjoint(with: [.endsSentence, .endsSignature, .endsHyphen])
        let isItem = !clues.isDisjoint(with: [
            .startsNumber, .startsBullet, .startsSpeaker, .salutation, .verse,
        ])
        var text: Float = 0
        if shape.isWrapped {
            if !ends, !isFull, !clues.contains(.openingOnly) {
                text = isItem ? 0.5 : clues.contains(.endsColon) ? 1 : 3
            }
            if line.width > line.measure + 8 { text += 3 }
            // A line with a blank on either side is no paragraph's half.
            if !ends, !isItem, line.gap > shape.gap, !isFollowedClosely, clues.isDisjoint(with: [.endsColon, .date]) {
                text += fills(line, shape) ? 0.3 : 2.5
            }
        } else if ends {
            text = line.ems < 5 && !clues.contains(.startsQuote) ? 4 : line.ems < 8 ? 0.8 : 0
        } else if clues.contains(.endsColon), line.ems <= 34 {
            text = 0.8
        } else if line.ems <= 28 {
            text = isItem ? 0.5 : line.ems <= 24 ? 3 : 1.5
        }
        if clues.contains(.verse) { text = 0 }
        if isIndented {
            text -= 1.5
        } else if shape.indent > 0, !clues.contains(.verse) {
            text += shape.isWrapped ? 4 : 3.5
        }
        if clues.contains(.startsInside) { text += 4 }
        if clues.contains(.date), !clues.contains(.folio), line.ems <= 20 { text -= 1.5 }
        if clues.contains(.weather), !ends { text += 2 }
        if clues.contains(.captionStart) { text += 2 }
        // A question alone on its line asks what the text answers.
        if ends, !clues.contains(.endsStop), !isItem, line.ems <= 20, line.sentences == 0, line.gap > 0,
            clues.isDisjoint(with: [.startsQuote, .endsQuote])
        {
            text += 1
        }
        set(.paragraph, text)

        var more: Float = 0
        if isIndented { more += 9 }
        // Between two cuts stands a column's whole length.
        if !ends, !shape.isWrapped, line.ems <= 30, clues.isDisjoint(with: [.endsJump, .endsPause]) { more += 4.5 }
        if !ends, shape.isWrapped, !isFull { more += 1 }
        // A column's piece has a gap on one side, what lies between two on both.
        if shape.isWrapped, line.gap > shape.gap, !isFollowedClosely {
            more += line.gap > shape.gap + 1 && nextGap > shape.gap + 1 ? 4 : 1.5
        }
        if shape.isWrapped, line.width > line.measure + 8 { more += 3 }
        if clues.contains(.setOff) { more += shape.isWrapped ? 2.5 : 4 }
        if clues.contains(.capitals), line.spaces > 0, line.gap > shape.gap, line.upper > 6 { more += 2.5 }
        if !clues.isDisjoint(with: [.startsBullet, .opening, .salutation]) { more += 6 }
        if clues.contains(.startsSpeaker) { more += 3 }
        if clues.contains(.pointing), line.ems <= 30 { more += 1.5 }
        if clues.contains(.startsNumber) { more += 3 }
        if clues.contains(.captionStart) { more += 4 }
        set(.more, more)
    }

    private mutating func setHeadings(_ line: TextLine, _ shape: PageShape, _ ems: Float) {
        let clues = line.clues
        var headline: Float = 1
        if ems < 4 { headline += 1.5 } else if ems < 6 { headline += 0.4 }
        if ems > 26 { headline += (ems - 26) * 0.25 }
        if clues.contains(.startsNumber) || clues.contains(.startsBullet) { headline += 2 }
        if line.pauses >= 2 { headline += 0.7 }
        if clues.contains(.startsDash) { headline += 4 }
        if clues.contains(.endsSignature) { headline += 6 }
        if clues.contains(.opening) { headline += 6 }
        if clues.contains(.bracketed) { headline += 3 }
        if !clues.isDisjoint(with: [.rubricWord, .pictureRubric, .briefRubric]), ems <= (line.solid > 0 ? 8 : 12) {
            headline += 1.5
        }
        if clues.contains(.bareName) { headline += 0.7 }
        if clues.contains(.salutation) { headline += 5 }
        if clues.contains(.notice), ems <= 30 { headline -= 0.8 }
        if clues.contains(.headsPicture) { headline -= 0.8 }
        if clues.contains(.briefHead) { headline -= 1 }
        set(.headline, headline)
        set(.headlineMore, headline - 0.2)

        var kicker: Float = 2.8
        if ems < 7 { kicker += 2 } else if ems < 8 { kicker += 1 }
        if ems > 26 { kicker += (ems - 26) * (line.solid > 0 ? 0.6 : 0.25) }
        if clues.contains(.kickerEnd) { kicker -= 1 }
        // Japanese papers set what belongs to a headline below it.
        if line.kana > 0 { kicker += 0.9 }
        if clues.contains(.capitals) { kicker -= 0.5 }
        if clues.contains(.startsNumber) || clues.contains(.startsBullet) || clues.contains(.startsDash) { kicker += 3 }
        if clues.contains(.opening) || clues.contains(.endsSignature) || clues.contains(.bracketed) { kicker += 5 }
        if line.pauses >= 2 { kicker -= 0.7 }
        if clues.contains(.couplet), line.solid > 0 { kicker -= 1 }
        if clues.contains(.briefHead) { kicker += 1 }
        set(.kicker, kicker)

        var rubric: Float = 1.2
        if ems > 7 { rubric += min(8, (ems - 7) * (clues.contains(.rubricWord) ? 0.3 : 0.6)) }
        if line.pauses > 0 { rubric += 3 }
        if line.digits > 0 { rubric += 1.5 }
        if clues.contains(.couplet), line.solid > 0 { rubric += 1.5 }
        if line.depth != 0 || clues.contains(.startsQuote), !clues.contains(.bracketed) { rubric += 1.5 }
        if clues.contains(.pictureRubric) {
            rubric -= 2
        } else if clues.contains(.briefRubric) {
            rubric -= 1.5
        } else if clues.contains(.rubricWord) {
            rubric -= 1.3
        }
        if clues.contains(.capitals), line.spaces <= 2, ems <= 12 { rubric -= 1 }
        if clues.contains(.doing) { rubric += 1.5 }
        if clues.contains(.notice) { rubric += 3 }
        if clues.contains(.kickerEnd) { rubric += 1 }
        if clues.contains(.endsQuote), !clues.contains(.bracketed) { rubric += 1.5 }
        // Four Han without a space name a column more often than a person.
        if clues.contains(.bareName) { rubric += line.han == 4 && line.spaces == 0 && line.ems == 4 ? 0.3 : 1 }
        if clues.contains(.startsNumber) || clues.contains(.startsDash) || clues.contains(.salutation) { rubric += 4 }
        if clues.contains(.opening) || clues.contains(.endsSignature) { rubric += 6 }
        set(.rubric, rubric)

        var deck: Float = 1.8
        if clues.contains(.startsDash) { deck -= 3 }
        if clues.contains(.briefHead) { deck += 0.7 }
        if ems > 36 { deck += (ems - 36) * 0.15 }
        if clues.contains(.opening) || clues.contains(.endsSignature) || clues.contains(.salutation) { deck += 6 }
        if clues.contains(.startsNumber) || clues.contains(.startsBullet) || clues.contains(.startsSpeaker) {
            deck += 2
        }
        if shape.indent > 0, line.indent >= shape.indent { deck += 2 }
        if clues.contains(.endsSentence) { deck += 0.7 }
        // Somebody's name explains nothing.
        if clues.contains(.bareName), !clues.contains(.penName), line.solid > 0 { deck += 1 }
        set(.deck, deck)
        set(.deckMore, shape.isWrapped ? max(0.3, deck - 1.3) : deck + 1.5)

        var crosshead: Float = 2.2
        if clues.contains(.startsNumber), ems <= 24 { crosshead -= 1.5 }
        if ems > 14 { crosshead += (ems - 14) * 0.3 }
        if ems < 3 { crosshead += 1 }
        if clues.contains(.couplet), line.solid > 0 { crosshead += 0.5 }
        if clues.contains(.startsSpeaker) || clues.contains(.salutation) {
            crosshead += 4
        }
        if clues.contains(.opening) || clues.contains(.endsSignature) || clues.contains(.bracketed) { crosshead += 6 }
        if !clues.isDisjoint(with: [.pictureRubric, .briefRubric]), ems <= 8 {
            crosshead += 2
        } else if clues.contains(.rubricWord), ems <= 8 {
            crosshead += 0.5
        }
        if clues.contains(.notice) { crosshead += 2 }
        if clues.contains(.headsPicture) { crosshead += 1.5 }
        if clues.contains(.pictured), ems > 9 { crosshead += 0.8 }
        if clues.contains(.briefHead) { crosshead += 2.5 }
        set(.crosshead, crosshead)
    }

    private mutating func setCaptions(_ line: TextLine, _ ems: Float) {
        let clues = line.clues
        let hasCredit = clues.contains(.endsCredit)
        var caption: Float = 2.5
        if hasCredit { caption -= 3.5 }
        if clues.contains(.creditBelow) { caption -= 2.5 }
        if clues.contains(.captionStart) { caption -= 3 } else if clues.contains(.pointing) { caption -= 2 }
        if !hasCredit, clues.isDisjoint(with: [.pointing, .creditBelow]), ems > 24 {
            caption += min(8, (ems - 24) * (clues.contains(.setOff) ? 0.1 : 0.25))
        }
        if !hasCredit, clues.contains(.endsSentence) { caption += 0.5 }
        if clues.contains(.doing), ems <= 30 { caption -= 0.7 }
        if ems < 7, !hasCredit, clues.isDisjoint(with: [.pointing, .doing, .creditBelow]), line.solid > 0 {
            caption += 1
        }
        if !clues.isDisjoint(with: [.startsNumber, .startsSpeaker, .startsBullet, .startsDash]),
            !clues.contains(.captionStart)
        {
            caption += 3
        }
        if clues.contains(.opening) || clues.contains(.endsSignature) && !hasCredit || clues.contains(.salutation) {
            caption += 6
        }
        if clues.contains(.endsPause) { caption += 2 }
        if ems < 4 { caption += 3 }
        if clues.contains(.headsPicture) || clues.contains(.briefHead) { caption += 1.5 }
        if clues.contains(.verse), line.digits > 0 { caption += 2 }
        if clues.contains(.setOff) { caption -= 1.5 }
        set(.caption, caption)
        set(.captionMore, clues.contains(.creditOnly) ? -2 : hasCredit ? -1 : clues.contains(.creditBelow) ? -0.3 : 0.8)

        var picture: Float = 3
        if hasCredit || clues.contains(.creditBelow) {
            picture -= 3.5
        } else if !clues.contains(.pointing) {
            picture += 4
        }
        if clues.contains(.pointing) { picture -= 2 }
        let length = Float(max(line.ems, line.captionEms))
        if length < 20 { picture += 2.5 } else if length < 28 { picture += 1 }
        if clues.contains(.creditBelow), length < 40 { picture += 1 }
        if clues.contains(.newsStart) { picture -= 1 }
        if clues.contains(.opening) { picture += 6 }
        set(.picture, picture)
    }
}
