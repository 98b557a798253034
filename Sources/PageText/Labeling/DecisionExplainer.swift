import Glibc

/// Says for each line of a page what it was taken for, how certain that is, and which rule decided.
struct DecisionExplainer {
    let page: LabeledPage

    /// One reading for each line.
    ///
    /// - Parameter story: the story that an item of the page belongs to.
    func readings(
        _ assembler: ItemAssembler, source: Int, workspace: Workspace, story: (Int) -> Int
    ) -> [LineReading] {
        let margins = SequenceLabeler(page.lines, shape: page.shape, workspace: workspace).margins(page.labels)
        return page.lines.enumerated().map { at, line in
            let item = assembler.items[at]
            return LineReading(
                source: source, line: line.number, text: page.text(line), kind: page.labels[at].kind,
                confidence: 1 - exp(-Double(margins[at]) / 2), rule: rule(at), story: item < 0 ? nil : story(item),
                isJoined: page.labels[at] == .more, isMoved: isMoved(at))
        }
    }

    /// The rule that decided for a line's label.
    func rule(_ at: Int) -> DecisionRule {
        let line = page.lines[at]
        let features = line.features
        switch page.labels[at] {
        case .furniture: return furniture(line, at)
        case .rubric:
            if features.contains(.pictureRubric) { return .pictureRubric }
            if features.contains(.briefRubric) { return .briefRubric }
            return features.contains(.rubricWord) ? .rubricWord : .shortLabel
        case .kicker: return .leadsToHeadline
        case .headline:
            if features.contains(.notice) { return .noticeHeading }
            let next = label(after: at)
            return next == .byline ? .beforeByline : next?.isCaption == true ? .pictureHeading : .beforeText
        case .headlineMore: return .headlineGoesOn
        case .deck, .deckMore: return features.contains(.startsDash) ? .dashedDeck : .belowHeadline
        case .byline: return features.contains(.bareName) ? .bareName : .writersNamed
        case .signature: return .signature
        case .paragraph: return paragraph(line)
        case .more: return joined(at)
        case .crosshead: return features.contains(.startsNumber) ? .numberedCrosshead : .shortLineInStory
        case .caption, .captionMore, .picture:
            if !features.isDisjoint(with: [.endsCredit, .creditOnly, .creditBelow]) { return .pictureCredit }
            if !features.isDisjoint(with: [.captionStart, .pointing]) { return .captionWords }
            if page.labels[at] == .captionMore { return .captionGoesOn }
            return isMoved(at) ? .insideParagraph : .besideText
        case .jumpTo, .jumpFrom: return .jumpLine
        }
    }

    private func furniture(_ line: TextLine, _ at: Int) -> DecisionRule {
        let features = line.features
        if features.contains(.folio) { return .folio }
        if features.contains(.editors) { return .editorsLine }
        if features.contains(.advert) { return .advert }
        if features.contains(.contents) || features.contains(.pageReference) { return .contentsList }
        if features.contains(.contact) { return .contactLine }
        if features.contains(.weather) { return .weatherLine }
        if features.contains(.date) { return .dateLine }
        if features.contains(.banner) { return .banner }
        return page.labels[..<at].allSatisfy { $0 == .furniture } ? .pageHead : .noPlaceInStory
    }

    private func paragraph(_ line: TextLine) -> DecisionRule {
        let features = line.features
        if features.contains(.dateline) || features.contains(.startsJump) { return .opensReport }
        if features.contains(.verse) { return .verseLine }
        if features.contains(.startsNumber) || features.contains(.startsBullet) { return .listItem }
        if features.contains(.startsSpeaker) || features.contains(.salutation) { return .speaker }
        if features.contains(.date) && line.ems <= 16 { return .noticeLine }
        if page.shape.indent > 0, line.indent >= page.shape.indent { return .indented }
        return .newParagraph
    }

    private func joined(_ at: Int) -> DecisionRule {
        guard let before = page.labels[..<at].lastIndex(where: \.isText) else { return .unfinishedSentence }
        let last = page.lines[before]
        if last.features.contains(.vertical) { return .setDownwards }
        if last.features.contains(.endsHyphen) { return .hyphenAtEnd }
        if last.features.contains(.endsSentence) {
            if page.shape.indent > 0, page.lines[at].indent == 0 { return .flushLine }
            return page.shape.isWrapped && before == at - 1 ? .fullLine : .openQuotation
        }
        return page.shape.isWrapped && before == at - 1 && page.lines[at].gap <= page.shape.gap
            ? .fullLine : .unfinishedSentence
    }

    private func label(after at: Int) -> Label? {
        page.labels[(at + 1)...].first { ![.headlineMore, .deck, .deckMore].contains($0) }
    }

    /// Whether the line was between two halves of a paragraph.
    func isMoved(_ at: Int) -> Bool {
        guard page.labels[at].isCaption || page.labels[at] == .furniture else { return false }
        let next = page.labels[at...].first { !$0.isCaption && $0 != .furniture }
        return next == .more
    }
}
