/// The features of a line that depend on the page's shape and on the lines around it, each computed here and nowhere else.
///
/// A feature comes with a value: 1, or how many Han the line is wider than something.
struct LineEvidence {
    let line: TextLine
    let previous: TextLine?
    let next: TextLine?
    /// The line after the next.
    let second: TextLine?
    let shape: PageShape
    /// The next line's first word would not have fitted on the line (on a wrapped page).
    let isFull: Bool
    /// Blank lines after the line.
    let nextGap: Int

    /// Finds the features of the line, each with its value.
    func find(into found: FoundFeatures) {
        findFirst(into: found)
        line.second.forEach { found.add($0) }
    }

    /// Finds those that do not wait for a second reading of the page.
    func findFirst(into found: FoundFeatures) {
        let features = line.features
        found.count = 0
        features.forEach { found.add($0) }
        found.add(.always)
        let ends = features.contains(.endsSentence)
        let isIndented = shape.indent > 0 && line.indent >= shape.indent
        let isFollowedClosely = nextGap <= shape.gap
        findNames(features, ends, found)
        findText(features, isIndented, isFollowedClosely, found)
        findHeading(features, found)
        findCaption(features, found)
        findForm(features, found)
        findNeighbors(found)
    }

    private func findNames(_ features: LineFeatures, _ ends: Bool, _ found: FoundFeatures) {
        let isFurniture = !features.isDisjoint(with: .furniture)
        if isFurniture {
            found.add(.furnitureWords)
            if shape.isWrapped, features.isDisjoint(with: [.folio, .editors, .advert, .contents]) {
                found.add(.wrappedContact)
            }
        }
        if features.contains(.weather), !isFurniture {
            let isSentence = features.contains(.endsStop) && features.isDisjoint(with: [.startsLead, .startsSpeaker])
            found.add(isSentence ? .weatherSentence : .weatherLine)
        }
        if !features.isDisjoint(with: [.banner, .pageReference, .date]) { found.add(.pageMark) }
        if features.contains(.banner), line.spaces == 0, (4...8).contains(line.ems), line.han == line.ems {
            found.add(.bareBanner)
        }
        if features.contains(.byline) {
            if !features.contains(.signature) { found.add(.onlyByline) }
        } else if features.contains(.bareName) {
            found.add(line.solid > 0 ? .hanName : .otherName)
            if features.contains(.creditBelow) { found.add(.nameAboveCredit) }
            if features.contains(.capitals) {
                found.add(features.contains(.capitalLabel) ? .nameAsLabel : .nameInCapitals)
            }
            if features.contains(.penName) {
                found.add(line.han == 4 && line.spaces == 0 ? .penNameOfFour : .penNameLine)
            }
            if features.contains(.headsPicture) { found.add(.nameAbovePicture) }
            if features.isDisjoint(with: [.signature, .addressed]), shape.indent > 0, line.indent < shape.indent {
                found.add(.flushName)
            }
        }
        if features.contains(.addressed), features.isDisjoint(with: [.signature, .byline]) {
            found.add(.addressedName)
        }
        if !features.isDisjoint(with: [.byline, .signature]) { found.add(.writersLine) }
        if features.contains(.endsCredit), features.contains(.endsSignature) { found.add(.creditOrSignature) }
        if ends, !features.contains(.endsCredit) { found.add(.sentenceWithoutCredit) }
    }

    /// Han by which a line's width counts above a limit, at most: what is longer is no more of a paragraph.
    private static let longest: Float = 24

    /// The line is as wide as its measure.
    @inline(__always)
    private var fillsMeasure: Bool {
        shape.isWrapped && abs(line.width + line.indent - shape.measure) <= (shape.isSolid ? 2 : 3)
    }

    private func findText(
        _ features: LineFeatures, _ isIndented: Bool, _ isFollowedClosely: Bool, _ found: FoundFeatures
    ) {
        let isSentence = features.contains(.endsSentence)
        let ends = !features.isDisjoint(with: [.endsSentence, .endsSignature, .endsHyphen])
        let isItem = !features.isDisjoint(with: [.startsNumber, .startsBullet, .startsSpeaker, .salutation, .verse])
        // A line with an unclosed quotation was cut; a sentence and the beginning of another are text.
        let isCut = line.depth > 0 || line.sentences > 0 && line.ems > 14 && line.pauses > 0 && line.solid > 0
        if !shape.isWrapped, isCut {
            found.add(.cutSentence)
            if !isSentence {
                found.add(.cutUnended)
                if line.ems <= 28 { found.add(.shortCut) }
            }
        }
        if features.contains(.verse) {
        } else if shape.isWrapped {
            if !ends, !isFull, !features.contains(.datelineOnly) {
                found.add(isItem ? .shortItem : features.contains(.endsColon) ? .shortColon : .shortUnended)
            }
            // A line between blank lines is not half of a paragraph.
            if !ends, !isItem, line.gap > shape.gap, !isFollowedClosely, features.isDisjoint(with: [.endsColon, .date])
            {
                found.add(fillsMeasure ? .unendedAloneFull : .unendedAlone)
            }
        } else if ends {
            if line.ems < 5, !features.contains(.startsQuote) {
                found.add(.tinySentence)
            } else if line.ems < 8 {
                found.add(.shortSentence)
            }
        } else if features.contains(.endsColon), line.ems <= 34 {
            found.add(.colonLine)
        } else if line.ems <= 28 {
            found.add(isItem ? .shortItemLine : line.ems <= 24 ? .shortLine : .mediumLine)
        }
        if shape.isWrapped, line.width > line.measure + 8 { found.add(.overMeasure) }
        if isIndented {
            found.add(.indented)
            // On an indented page headings are flush left or far from the margin.
            if line.indent <= shape.indent + 1 { found.add(.indentedOnce) }
        } else if shape.indent > 0, !features.contains(.verse) {
            found.add(shape.isWrapped ? .flushWrapped : .flush)
        }
        if features.contains(.date), !features.contains(.folio), line.ems <= 20 { found.add(.shortDate) }
        if features.contains(.weather), !ends { found.add(.weatherUnended) }
        // A question alone on its line is a heading that the text answers.
        if ends, !features.contains(.endsStop), !isItem, line.ems <= 20, line.sentences == 0, line.gap > 0,
            features.isDisjoint(with: [.startsQuote, .endsQuote])
        {
            found.add(.loneQuestion)
        }
        // Between two cuts there is a whole column.
        if !ends, !shape.isWrapped, line.ems <= 30, features.isDisjoint(with: [.endsJump, .endsPause]) {
            found.add(.shortInColumn)
        }
        if shape.isWrapped {
            if !ends, !isFull { found.add(.unfilledUnended) }
            // A column's part has a gap on one side, a caption between two columns has one on both.
            if line.gap > shape.gap, !isFollowedClosely {
                found.add(line.gap > shape.gap + 1 && nextGap > shape.gap + 1 ? .aloneFar : .alone)
            }
            if features.contains(.interposed) { found.add(.interposedWrapped) }
            if isFull, isFollowedClosely { found.add(fillsMeasure ? .fillsMeasure : .fullLine) }
        }
        if features.contains(.capitals), line.spaces > 0, line.gap > shape.gap, line.upper > 6 {
            found.add(.capitalsApart)
        }
        if !features.isDisjoint(with: [.startsBullet, .dateline, .salutation]) { found.add(.opensParagraph) }
        if features.contains(.pointing), line.ems <= 30 { found.add(.shortPointing) }
    }

    private func findHeading(_ features: LineFeatures, _ found: FoundFeatures) {
        let ems = line.ems
        let excess = Float(ems)
        if ems < 8 {
            if ems < 3 { found.add(.under3) }
            if ems < 4 { found.add(.under4) } else if ems < 6 { found.add(.under6) }
            found.add(ems < 7 ? .under7 : .under8)
        }
        if ems > 7 {
            found.add(.over7, min(excess - 7, 13))
            if features.contains(.rubricWord) { found.add(.rubricWordOver7, min(excess - 7, 26)) }
        }
        if ems > 14 { found.add(.over14, min(excess - 14, Self.longest)) }
        if ems > 26 {
            found.add(.over26, min(excess - 26, Self.longest))
            if line.solid > 0 { found.add(.hanOver26, min(excess - 26, Self.longest)) }
        }
        if ems > 36 { found.add(.over36, min(excess - 36, Self.longest)) }
        if features.contains(.startsNumber) || features.contains(.startsBullet) { found.add(.startsItem) }
        if features.contains(.startsNumber), ems <= 24 { found.add(.numberedShort) }
        if line.pauses > 0 { found.add(.hasPause) }
        if line.pauses >= 2 { found.add(.manyPauses) }
        if line.digits > 0 { found.add(.hasDigits) }
        if line.kana > 0 { found.add(.hasKana) }
        if !features.isDisjoint(with: [.dateline, .endsSignature, .bracketed]) { found.add(.closedForm) }
        if !features.isDisjoint(with: [.dateline, .endsSignature, .salutation]) { found.add(.reportForm) }
        if !features.isDisjoint(with: [.rubricWord, .pictureRubric, .briefRubric]) {
            if ems <= (line.solid > 0 ? 8 : 12) { found.add(.shortRubricWord) }
            if ems <= 8 {
                let isLabel = !features.isDisjoint(with: [.pictureRubric, .briefRubric])
                found.add(isLabel ? .shortRubricLabel : .shortRubricName)
            }
            if !features.contains(.pictureRubric) {
                found.add(features.contains(.briefRubric) ? .namesBriefs : .namesColumn)
            }
        }
        if features.contains(.notice), ems <= 30 { found.add(.noticeHeading) }
        if features.contains(.couplet), line.solid > 0 { found.add(.hanCouplet) }
        if !features.contains(.bracketed) {
            if line.depth != 0 || features.contains(.startsQuote) { found.add(.unbalanced) }
            if features.contains(.endsQuote) { found.add(.endsQuoted) }
        }
        if features.contains(.capitals), line.spaces <= 2, ems <= 12 { found.add(.shortCapitals) }
        if features.contains(.bareName) {
            // Four Han without a space are more often a column's name than a person's.
            if line.han == 4, line.spaces == 0, ems == 4 { found.add(.fourHanName) }
            if !features.contains(.penName), line.solid > 0 { found.add(.realName) }
        }
        if features.contains(.pictured), ems > 9 { found.add(.longPictured) }
        if features.contains(.cells), features.contains(.verse) { found.add(.tableRow) }
        if features.contains(.capitalLabel) {
            found.add(line.spaces <= 3 && ems <= 14 ? .shortCapitalLabel : .longCapitalLabel)
        }
        // Items are further apart than the parts of one item.
        if shape.hasWideGaps {
            if line.gap > nextGap {
                found.add(.apartAbove)
                if line.gap >= 2 { found.add(.apartFar) }
            } else {
                found.add(.notApart)
            }
        }
        // Captions have a measure of their own.
        if shape.isWrapped, abs(line.measure - shape.measure) > 5, line.width <= line.measure + 4,
            !features.contains(.capitals)
        {
            found.add(.ownMeasure)
        }
    }

    private func findCaption(_ features: LineFeatures, _ found: FoundFeatures) {
        let ems = line.ems
        let hasCredit = features.contains(.endsCredit)
        if features.contains(.pointing), !features.contains(.captionStart) { found.add(.pointingOnly) }
        if !hasCredit {
            let isPlain = features.isDisjoint(with: [.pointing, .creditBelow])
            if isPlain, ems > 24 {
                if features.contains(.interposed) {
                    found.add(.interposedOver24, min(Float(ems - 24), 32))
                } else {
                    found.add(.uncreditedOver24, min(Float(ems - 24), 32))
                }
            }
            if ems < 7, isPlain, !features.contains(.doing), line.solid > 0 { found.add(.shortUncredited) }
        }
        if features.contains(.doing), ems <= 30 { found.add(.shortDoing) }
        if !features.isDisjoint(with: [.startsNumber, .startsSpeaker, .startsBullet, .startsDash]),
            !features.contains(.captionStart)
        {
            found.add(.itemUncaptioned)
        }
        if !features.isDisjoint(with: [.dateline, .salutation]) || features.contains(.endsSignature) && !hasCredit {
            found.add(.reportUncaptioned)
        }
        if features.contains(.verse), line.digits > 0 { found.add(.tabular) }
        let isAbove = features.contains(.creditBelow)
        if hasCredit || isAbove {
            found.add(.credited)
        } else if !features.contains(.pointing) {
            found.add(.uncredited)
        }
        let length = max(ems, line.captionEms)
        if length < 20 { found.add(.pictureUnder20) } else if length < 28 { found.add(.pictureUnder28) }
        if isAbove, length < 40 { found.add(.creditedUnder40) }
    }

    /// Its page, width, gaps and marks.
    private func findForm(_ features: LineFeatures, _ found: FoundFeatures) {
        let isWrapped = shape.isWrapped
        if shape.isHangul {
            found.add(isWrapped ? .onHangulWrapped : .onHangulWhole)
        } else if !shape.isSolid {
            found.add(isWrapped ? .onLatinWrapped : .onLatinWhole)
        } else if shape.hasKana {
            found.add(isWrapped ? .onKanaWrapped : .onKanaWhole)
        } else {
            found.add(isWrapped ? .onHanWrapped : .onHanWhole)
        }
        let width = Self.width(line.ems)
        if isWrapped {
            found.add(shape.isSolid ? Feature.solidWrapped1.after(width) : Feature.spacedWrapped1.after(width))
        } else {
            found.add(shape.isSolid ? Feature.solid1.after(width) : Feature.spaced1.after(width))
        }
        found.add(shape.signed == .most ? .pageSigned : shape.signed == .some ? .pagePartlySigned : .pageUnsigned)
        if isWrapped {
            let tenths = (line.width + line.indent) * 10 / max(1, line.measure)
            found.add(
                tenths < 3
                    ? .fills0
                    : tenths < 5
                        ? .fills3
                        : tenths < 7
                            ? .fills5
                            : tenths < 9
                                ? .fills7
                                : tenths < 11 ? .fills9 : .fills11)
        }
        found.add(Feature.gapLess.after(gap(line.gap)))
        found.add(Feature.nextGapLess.after(gap(nextGap)))
        if line.lastSolid == 0x3F || line.lastSolid == 0xFF1F { found.add(.asks) }
        if line.pauses == 1 { found.add(.onePause) }
        if line.spaces > 0, line.han > 0, line.upper + line.lower == 0 { found.add(.hanSpaced) }
        if line.sentences > 0 { found.add(.manySentences) }
        if features.contains(.startsQuote), features.contains(.endsQuote) { found.add(.quoteOnly) }
        if line.digits * 2 > line.ems { found.add(.figuresOnly) }
        if shape.indent > 0, line.indent == 0, features.isDisjoint(with: [.endsSentence, .endsPause]) {
            found.add(.unindentedUnfinished)
        }
    }

    private func gap(_ gap: Int) -> Int {
        gap < shape.gap ? 0 : gap == shape.gap ? 1 : gap == shape.gap + 1 ? 2 : 3
    }

    /// The class of a width in Han: 0 for up to 2, …, 10 for more than 40.
    private static func width(_ ems: Int) -> Int {
        if ems <= 10 { return max(0, ems - 1) / 2 }
        return ems <= 13 ? 5 : ems <= 17 ? 6 : ems <= 22 ? 7 : ems <= 28 ? 8 : ems <= 40 ? 9 : 10
    }

    private func findNeighbors(_ found: FoundFeatures) {
        let opening: LineFeatures = [.dateline, .newsStart, .startsLead]
        let writers: LineFeatures = [.byline, .staff, .signature, .authorNote]
        let ends: LineFeatures = [.endsSentence, .endsColon, .endsPause, .endsSignature, .endsJump, .endsCredit]
        if let previous {
            let features = previous.features
            if features.contains(.endsStop) { found.add(.previousEndsStop) }
            if features.isDisjoint(with: ends) { found.add(.previousEndsOpen) }
            if features.contains(.endsPause) { found.add(.previousEndsPause) }
            if features.contains(.endsColon) { found.add(.previousEndsColon) }
            if !features.isDisjoint(with: [.endsCredit, .creditOnly]) { found.add(.previousIsCredit) }
            if !features.isDisjoint(with: writers) { found.add(.previousIsWriter) }
            if !features.isDisjoint(with: [.endsSignature, .endsJump]) { found.add(.previousIsSigned) }
            if !features.isDisjoint(with: .furniture) { found.add(.previousIsFurniture) }
            if !features.isDisjoint(with: [.rubricWord, .briefRubric, .pictureRubric]) { found.add(.previousIsLabel) }
            if !features.isDisjoint(with: [.startsNumber, .startsBullet]) { found.add(.previousIsNumbered) }
            if !features.isDisjoint(with: opening) { found.add(.previousOpens) }
            found.add(previous.ems <= 12 ? .previousTiny : previous.ems <= 28 ? .previousShort : .previousLong)
            if shape.isWrapped, !SequenceLabeler.isFull(previous, line, shape) { found.add(.previousUnfilled) }
            if features.contains(.endsSaying) { found.add(.previousSays) }
            if shape.indent > 0, previous.indent >= shape.indent { found.add(.previousIndented) }
        } else {
            found.add(.isFirst)
        }
        if let next {
            let features = next.features
            if features.contains(.endsStop) { found.add(.nextEndsStop) }
            if features.isDisjoint(with: ends) { found.add(.nextEndsOpen) }
            if !features.isDisjoint(with: [.endsCredit, .creditOnly, .creditBelow]) { found.add(.nextIsCredit) }
            if !features.isDisjoint(with: writers) { found.add(.nextIsWriter) }
            if !features.isDisjoint(with: .furniture) { found.add(.nextIsFurniture) }
            if !features.isDisjoint(with: opening) { found.add(.nextOpens) }
            if features.contains(.startsDash) { found.add(.nextDashes) }
            if !features.isDisjoint(with: [.startsNumber, .startsBullet]) { found.add(.nextIsNumbered) }
            if features.contains(.startsInside) { found.add(.nextStartsInside) }
            if features.contains(.endsSaying) { found.add(.nextSays) }
            found.add(next.ems <= 12 ? .nextTiny : next.ems <= 28 ? .nextShort : .nextLong)
            if shape.indent > 0, next.indent >= shape.indent { found.add(.nextIndented) }
            if next.width > line.width + 6 { found.add(.nextWider) }
            if next.width + 6 < line.width { found.add(.nextNarrower) }
        } else {
            found.add(.isLast)
        }
        if let second {
            if !second.features.isDisjoint(with: opening) { found.add(.secondOpens) }
            if !second.features.isDisjoint(with: writers) { found.add(.secondIsWriter) }
            if second.ems > 28 { found.add(.secondLong) }
        }
    }

    /// The labels that the line cannot have, whatever they would cost.
    var impossible: LabelSet {
        let features = line.features
        var labels: LabelSet = []
        if features.isDisjoint(with: [.byline, .bareName, .staff, .authorNote]) { labels.insert(.byline) }
        if features.isDisjoint(with: [.signature, .byline, .addressed, .bareName]) { labels.insert(.signature) }
        if !features.contains(.jumpTo) { labels.insert(.jumpTo) }
        if !features.contains(.jumpFrom) { labels.insert(.jumpFrom) }
        return labels
    }
}
