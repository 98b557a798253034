/// The features of a line that depend on the page's shape and on the lines around it, each computed here and nowhere else.
///
/// A feature comes with a value: 1, or how many Han the line is wider than something.
struct LineEvidence {
    let line: TextLine
    let shape: PageShape
    /// The next line's first word would not have fitted on the line (on a wrapped page).
    let isFull: Bool
    /// Blank lines after the line.
    let nextGap: Int

    /// Finds the features of the line, each with its value.
    func find(into found: FoundFeatures) {
        let features = line.features
        found.count = 0
        features.forEach { found.add($0) }
        found.add(.always)
        let ends = features.contains(.endsSentence)
        let isIndented = shape.indent > 0 && line.indent >= shape.indent
        let isFollowedClosely = nextGap <= shape.gap
        findNames(features, ends, found)
        findText(features, isIndented, isFollowedClosely, found)
        findHeading(features, isIndented, found)
        findCaption(features, found)
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
            if features.contains(.penName) { found.add(line.han == 4 && line.spaces == 0 ? .penNameOfFour : .penNameLine) }
            if features.contains(.headsPicture) { found.add(.nameAbovePicture) }
            if features.isDisjoint(with: [.signature, .addressed]), shape.indent > 0, line.indent < shape.indent {
                found.add(.flushName)
            }
        } else if features.contains(.staff) {
            found.add(.onlyStaff)
        }
        if features.contains(.addressed), features.isDisjoint(with: [.signature, .byline]) { found.add(.addressedName) }
        if !features.isDisjoint(with: [.byline, .signature]) { found.add(.writersLine) }
        if features.contains(.endsCredit), features.contains(.endsSignature) { found.add(.creditOrSignature) }
        if ends, !features.contains(.endsCredit) { found.add(.sentenceWithoutCredit) }
    }

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

    private func findHeading(_ features: LineFeatures, _ isIndented: Bool, _ found: FoundFeatures) {
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
        if ems > 14 { found.add(.over14, excess - 14) }
        if ems > 26 {
            found.add(.over26, excess - 26)
            if line.solid > 0 { found.add(.hanOver26, excess - 26) }
        }
        if ems > 36 { found.add(.over36, excess - 36) }
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
            found.add(
                features.contains(.pictureRubric)
                    ? .namesPictures : features.contains(.briefRubric) ? .namesBriefs : .namesColumn)
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
        if isIndented { found.add(.deckIndented) }
        if shape.isWrapped { found.add(.wrappedDeck) }
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
                    found.add(.interposedOver24, min(Float(ems - 24), 80))
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
        if features.contains(.creditOnly) {
            found.add(.laterCredit)
        } else if hasCredit {
            found.add(.laterCredited)
        } else if isAbove {
            found.add(.laterAbove)
        }
        if hasCredit || isAbove {
            found.add(.credited)
        } else if !features.contains(.pointing) {
            found.add(.uncredited)
        }
        let length = max(ems, line.captionEms)
        if length < 20 { found.add(.pictureUnder20) } else if length < 28 { found.add(.pictureUnder28) }
        if isAbove, length < 40 { found.add(.creditedUnder40) }
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
