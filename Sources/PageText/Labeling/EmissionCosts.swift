/// The cost of each label on a line, judged by the line alone. Costs are roughly in nats: 1 is a doubt, 5 all but rules out.
struct EmissionCosts {
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

    /// - Parameters:
    ///   - isFull: the next line's first word would not have fitted on the line (on a wrapped page).
    ///   - nextGap: blank lines after the line.
    init(_ line: TextLine, shape: PageShape, isFull: Bool, nextGap: Int) {
        let isFollowedClosely = nextGap <= shape.gap
        let features = line.features
        let ems = Float(line.ems)
        let isIndented = shape.indent > 0 && line.indent >= shape.indent
        let endsStop = features.contains(.endsStop)
        let ends = features.contains(.endsSentence)

        setText(
            line, shape, isFull: isFull, isIndented: isIndented, isFollowedClosely: isFollowedClosely, nextGap: nextGap)
        setHeadings(line, shape, ems)
        setCaptions(line, ems)
        // A table's row is no heading.
        if features.contains(.cells), features.contains(.verse) {
            add(3, to: .headline, .headlineMore, .kicker, .deck, .deckMore, .crosshead, .rubric)
        }
        if features.contains(.capitalLabel) {
            add(1, to: .headline, .headlineMore, .crosshead, .caption)
            if line.spaces <= 3, ems <= 14 { add(-0.7, to: .rubric) } else { add(-1.5, to: .kicker) }
        }

        // Items are further apart than the parts of one item.
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
        // Captions have a measure of their own.
        if shape.isWrapped, abs(line.measure - shape.measure) > 5, line.width <= line.measure + 4,
            !features.contains(.capitals)
        {
            add(-1, to: .caption, .captionMore)
        }

        set(.furniture, features.isDisjoint(with: .furniture) ? 7 : -0.5)
        if features.contains(.weather) {
            set(.furniture, endsStop && features.isDisjoint(with: [.startsLead, .startsSpeaker]) ? 3 : 0)
        }
        if !features.isDisjoint(with: [.banner, .pageReference, .date]) { add(-3, to: .furniture) }
        // 涟江日报 and nothing else on the line.
        if features.contains(.banner), line.spaces == 0, (4...8).contains(line.ems), line.han == line.ems {
            add(-2, to: .furniture)
        }

        set(
            .byline,
            features.contains(.byline)
                ? -2
                : features.contains(.bareName)
                    ? (line.solid > 0 ? 1 : 2) + (features.contains(.creditBelow) ? 3 : 0)
                        + (features.contains(.capitals) ? features.contains(.capitalLabel) ? -1 : 0.5 : 0)
                        + (features.contains(.penName) ? line.han == 4 && line.spaces == 0 ? 3 : 1.5 : 0)
                        + (features.contains(.headsPicture) ? 2 : 0)
                    : features.contains(.staff) ? 0.5 : features.contains(.authorNote) ? 0 : Self.impossible)
        set(
            .signature,
            features.contains(.signature)
                ? -1.5
                : features.contains(.byline)
                    ? 1
                    : features.contains(.addressed)
                        ? -0.5
                        : features.contains(.bareName)
                            ? (line.solid > 0 ? 4 : 2.5) + (shape.indent > 0 && line.indent < shape.indent ? 1 : 0)
                            : Self.impossible
        )
        set(.jumpTo, features.contains(.jumpTo) ? -3 : Self.impossible)
        set(.jumpFrom, features.contains(.jumpFrom) ? -3 : Self.impossible)

        if features.contains(.jumpTo) || features.contains(.jumpFrom) { addToAll(12, but: .jumpTo, .jumpFrom) }
        if features.contains(.byline) || features.contains(.signature) { addToAll(6, but: .byline, .signature) }
        if features.contains(.creditOnly) { addToAll(6, but: .caption, .captionMore, .picture) }
        if !features.isDisjoint(with: .furniture) {
            addToAll(features.contains(.contact) ? 3 : 5, but: .furniture)
            if shape.isWrapped, features.isDisjoint(with: [.folio, .editors, .advert, .contents]) {
                add(-2, to: .more)
            }
        }
        if features.contains(.endsCredit) {
            addToAll(features.contains(.endsSignature) ? 1.5 : 4, but: .caption, .captionMore, .picture)
        }

        // A line with an unclosed quotation was cut; a sentence and the beginning of another are text.
        let isCut = line.depth > 0 || line.sentences > 0 && line.ems > 14 && line.pauses > 0 && line.solid > 0
        if !shape.isWrapped, isCut {
            add(2.5, to: .headline, .headlineMore, .kicker, .rubric, .crosshead, .deck)
            if !ends { add(1.5, to: .caption) }
            if line.ems <= 28, !ends { add(-1.5, to: .paragraph) }
        }

        // Headings do not end with a full stop.
        if endsStop { add(5, to: .headline, .headlineMore, .crosshead, .kicker, .rubric); add(2.5, to: .deck) }
        if ends { add(1, to: .rubric, .kicker) }
        if features.contains(.banner) { add(1.5, to: .headline, .kicker, .rubric) }
        if features.contains(.endsPause) {
            add(4, to: .crosshead, .kicker, .rubric, .deck)
            add(2, to: .headline, .headlineMore)
        }
        if features.contains(.endsHyphen) { add(6, to: .headline, .headlineMore, .crosshead, .kicker, .rubric, .deck) }
        if features.contains(.endsColon) { add(2, to: .headline, .crosshead, .kicker, .rubric, .deck) }
        if features.contains(.startsInside) { add(3, to: .headline, .kicker, .rubric, .crosshead, .caption, .picture) }
        // On an indented page headings are flush left or far from the margin.
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
        let features = line.features
        let ends = !features.isDisjoint(with: [.endsSentence, .endsSignature, .endsHyphen])
        let isItem = !features.isDisjoint(with: [
            .startsNumber, .startsBullet, .startsSpeaker, .salutation, .verse,
        ])
        var text: Float = 0
        if shape.isWrapped {
            if !ends, !isFull, !features.contains(.datelineOnly) {
                text = isItem ? 0.5 : features.contains(.endsColon) ? 1 : 3
            }
            if line.width > line.measure + 8 { text += 3 }
            // A line between blank lines is not half of a paragraph.
            if !ends, !isItem, line.gap > shape.gap, !isFollowedClosely, features.isDisjoint(with: [.endsColon, .date])
            {
                text += fills(line, shape) ? 0.3 : 2.5
            }
        } else if ends {
            text = line.ems < 5 && !features.contains(.startsQuote) ? 4 : line.ems < 8 ? 0.8 : 0
        } else if features.contains(.endsColon), line.ems <= 34 {
            text = 0.8
        } else if line.ems <= 28 {
            text = isItem ? 0.5 : line.ems <= 24 ? 3 : 1.5
        }
        if features.contains(.verse) { text = 0 }
        if isIndented {
            text -= 1.5
        } else if shape.indent > 0, !features.contains(.verse) {
            text += shape.isWrapped ? 4 : 3.5
        }
        if features.contains(.startsInside) { text += 4 }
        if features.contains(.date), !features.contains(.folio), line.ems <= 20 { text -= 1.5 }
        if features.contains(.weather), !ends { text += 2 }
        if features.contains(.captionStart) { text += 2 }
        // A question alone on its line is a heading that the text answers.
        if ends, !features.contains(.endsStop), !isItem, line.ems <= 20, line.sentences == 0, line.gap > 0,
            features.isDisjoint(with: [.startsQuote, .endsQuote])
        {
            text += 1
        }
        set(.paragraph, text)

        var more: Float = 0
        if isIndented { more += 9 }
        // Between two cuts there is a whole column.
        if !ends, !shape.isWrapped, line.ems <= 30, features.isDisjoint(with: [.endsJump, .endsPause]) { more += 4.5 }
        if !ends, shape.isWrapped, !isFull { more += 1 }
        // A column's part has a gap on one side, a caption between two columns has one on both.
        if shape.isWrapped, line.gap > shape.gap, !isFollowedClosely {
            more += line.gap > shape.gap + 1 && nextGap > shape.gap + 1 ? 4 : 1.5
        }
        if shape.isWrapped, line.width > line.measure + 8 { more += 3 }
        if features.contains(.interposed) { more += shape.isWrapped ? 2.5 : 4 }
        if features.contains(.capitals), line.spaces > 0, line.gap > shape.gap, line.upper > 6 { more += 2.5 }
        if !features.isDisjoint(with: [.startsBullet, .dateline, .salutation]) { more += 6 }
        if features.contains(.startsSpeaker) { more += 3 }
        if features.contains(.pointing), line.ems <= 30 { more += 1.5 }
        if features.contains(.startsNumber) { more += 3 }
        if features.contains(.captionStart) { more += 4 }
        set(.more, more)
    }

    private mutating func setHeadings(_ line: TextLine, _ shape: PageShape, _ ems: Float) {
        let features = line.features
        var headline: Float = 1
        if ems < 4 { headline += 1.5 } else if ems < 6 { headline += 0.4 }
        if ems > 26 { headline += (ems - 26) * 0.25 }
        if features.contains(.startsNumber) || features.contains(.startsBullet) { headline += 2 }
        if line.pauses >= 2 { headline += 0.7 }
        if features.contains(.startsDash) { headline += 4 }
        if features.contains(.endsSignature) { headline += 6 }
        if features.contains(.dateline) { headline += 6 }
        if features.contains(.bracketed) { headline += 3 }
        if !features.isDisjoint(with: [.rubricWord, .pictureRubric, .briefRubric]), ems <= (line.solid > 0 ? 8 : 12) {
            headline += 1.5
        }
        if features.contains(.bareName) { headline += 0.7 }
        if features.contains(.salutation) { headline += 5 }
        if features.contains(.notice), ems <= 30 { headline -= 0.8 }
        if features.contains(.headsPicture) { headline -= 0.8 }
        if features.contains(.briefHead) { headline -= 1 }
        set(.headline, headline)
        set(.headlineMore, headline - 0.2)

        var kicker: Float = 2.8
        if ems < 7 { kicker += 2 } else if ems < 8 { kicker += 1 }
        if ems > 26 { kicker += (ems - 26) * (line.solid > 0 ? 0.6 : 0.25) }
        if features.contains(.kickerEnd) { kicker -= 1 }
        // Japanese papers put the second line of a heading below the headline.
        if line.kana > 0 { kicker += 0.9 }
        if features.contains(.capitals) { kicker -= 0.5 }
        if features.contains(.startsNumber) || features.contains(.startsBullet) || features.contains(.startsDash) {
            kicker += 3
        }
        if features.contains(.dateline) || features.contains(.endsSignature) || features.contains(.bracketed) {
            kicker += 5
        }
        if line.pauses >= 2 { kicker -= 0.7 }
        if features.contains(.couplet), line.solid > 0 { kicker -= 1 }
        if features.contains(.briefHead) { kicker += 1 }
        set(.kicker, kicker)

        var rubric: Float = 1.2
        if ems > 7 { rubric += min(8, (ems - 7) * (features.contains(.rubricWord) ? 0.3 : 0.6)) }
        if line.pauses > 0 { rubric += 3 }
        if line.digits > 0 { rubric += 1.5 }
        if features.contains(.couplet), line.solid > 0 { rubric += 1.5 }
        if line.depth != 0 || features.contains(.startsQuote), !features.contains(.bracketed) { rubric += 1.5 }
        if features.contains(.pictureRubric) {
            rubric -= 2
        } else if features.contains(.briefRubric) {
            rubric -= 1.5
        } else if features.contains(.rubricWord) {
            rubric -= 1.3
        }
        if features.contains(.capitals), line.spaces <= 2, ems <= 12 { rubric -= 1 }
        if features.contains(.doing) { rubric += 1.5 }
        if features.contains(.notice) { rubric += 3 }
        if features.contains(.kickerEnd) { rubric += 1 }
        if features.contains(.endsQuote), !features.contains(.bracketed) { rubric += 1.5 }
        // Four Han without a space are more often a column's name than a person's.
        if features.contains(.bareName) { rubric += line.han == 4 && line.spaces == 0 && line.ems == 4 ? 0.3 : 1 }
        if features.contains(.startsNumber) || features.contains(.startsDash) || features.contains(.salutation) {
            rubric += 4
        }
        if features.contains(.dateline) || features.contains(.endsSignature) { rubric += 6 }
        set(.rubric, rubric)

        var deck: Float = 1.8
        if features.contains(.startsDash) { deck -= 3 }
        if features.contains(.briefHead) { deck += 0.7 }
        if ems > 36 { deck += (ems - 36) * 0.15 }
        if features.contains(.dateline) || features.contains(.endsSignature) || features.contains(.salutation) {
            deck += 6
        }
        if features.contains(.startsNumber) || features.contains(.startsBullet) || features.contains(.startsSpeaker) {
            deck += 2
        }
        if shape.indent > 0, line.indent >= shape.indent { deck += 2 }
        if features.contains(.endsSentence) { deck += 0.7 }
        // A name does not explain a headline.
        if features.contains(.bareName), !features.contains(.penName), line.solid > 0 { deck += 1 }
        set(.deck, deck)
        set(.deckMore, shape.isWrapped ? max(0.3, deck - 1.3) : deck + 1.5)

        var crosshead: Float = 2.2
        if features.contains(.startsNumber), ems <= 24 { crosshead -= 1.5 }
        if ems > 14 { crosshead += (ems - 14) * 0.3 }
        if ems < 3 { crosshead += 1 }
        if features.contains(.couplet), line.solid > 0 { crosshead += 0.5 }
        if features.contains(.startsSpeaker) || features.contains(.salutation) {
            crosshead += 4
        }
        if features.contains(.dateline) || features.contains(.endsSignature) || features.contains(.bracketed) {
            crosshead += 6
        }
        if !features.isDisjoint(with: [.pictureRubric, .briefRubric]), ems <= 8 {
            crosshead += 2
        } else if features.contains(.rubricWord), ems <= 8 {
            crosshead += 0.5
        }
        if features.contains(.notice) { crosshead += 2 }
        if features.contains(.headsPicture) { crosshead += 1.5 }
        if features.contains(.pictured), ems > 9 { crosshead += 0.8 }
        if features.contains(.briefHead) { crosshead += 2.5 }
        set(.crosshead, crosshead)
    }

    private mutating func setCaptions(_ line: TextLine, _ ems: Float) {
        let features = line.features
        let hasCredit = features.contains(.endsCredit)
        var caption: Float = 2.5
        if hasCredit { caption -= 3.5 }
        if features.contains(.creditBelow) { caption -= 2.5 }
        if features.contains(.captionStart) { caption -= 3 } else if features.contains(.pointing) { caption -= 2 }
        if !hasCredit, features.isDisjoint(with: [.pointing, .creditBelow]), ems > 24 {
            caption += min(8, (ems - 24) * (features.contains(.interposed) ? 0.1 : 0.25))
        }
        if !hasCredit, features.contains(.endsSentence) { caption += 0.5 }
        if features.contains(.doing), ems <= 30 { caption -= 0.7 }
        if ems < 7, !hasCredit, features.isDisjoint(with: [.pointing, .doing, .creditBelow]), line.solid > 0 {
            caption += 1
        }
        if !features.isDisjoint(with: [.startsNumber, .startsSpeaker, .startsBullet, .startsDash]),
            !features.contains(.captionStart)
        {
            caption += 3
        }
        if features.contains(.dateline) || features.contains(.endsSignature) && !hasCredit
            || features.contains(.salutation)
        {
            caption += 6
        }
        if features.contains(.endsPause) { caption += 2 }
        if ems < 4 { caption += 3 }
        if features.contains(.headsPicture) || features.contains(.briefHead) { caption += 1.5 }
        if features.contains(.verse), line.digits > 0 { caption += 2 }
        if features.contains(.interposed) { caption -= 1.5 }
        set(.caption, caption)
        set(
            .captionMore,
            features.contains(.creditOnly) ? -2 : hasCredit ? -1 : features.contains(.creditBelow) ? -0.3 : 0.8)

        var picture: Float = 3
        if hasCredit || features.contains(.creditBelow) {
            picture -= 3.5
        } else if !features.contains(.pointing) {
            picture += 4
        }
        if features.contains(.pointing) { picture -= 2 }
        let length = Float(max(line.ems, line.captionEms))
        if length < 20 { picture += 2.5 } else if length < 28 { picture += 1 }
        if features.contains(.creditBelow), length < 40 { picture += 1 }
        if features.contains(.newsStart) { picture -= 1 }
        if features.contains(.dateline) { picture += 6 }
        set(.picture, picture)
    }
}
