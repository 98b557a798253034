/// Names the rule that spoke most clearly for each line's label.
struct Reasons {
    let sheet: Sheet

    func rule(_ at: Int) -> Rule {
        let line = sheet.lines[at]
        let clues = line.clues
        switch sheet.labels[at] {
        case .furniture: return furniture(line, at)
        case .rubric:
            if clues.contains(.pictureRubric) { return .pictureRubric }
            if clues.contains(.briefRubric) { return .briefRubric }
            return clues.contains(.rubricWord) ? .rubricWord : .shortLabel
        case .kicker: return .leadsToHeadline
        case .headline:
            if clues.contains(.notice) { return .noticeHeading }
            let next = label(after: at)
            return next == .byline ? .beforeByline : next?.isCaption == true ? .pictureHeading : .beforeText
        case .headlineMore: return .headlineGoesOn
        case .deck, .deckMore: return clues.contains(.startsDash) ? .dashedDeck : .belowHeadline
        case .byline: return clues.contains(.bareName) ? .bareName : .writersNamed
        case .signature: return .signature
        case .paragraph: return paragraph(line)
        case .more: return joined(at)
        case .crosshead: return clues.contains(.startsNumber) ? .numberedCrosshead : .shortLineInStory
        case .caption, .captionMore, .picture:
            if !clues.isDisjoint(with: [.endsCredit, .creditOnly, .creditBelow]) { return .pictureCredit }
            if !clues.isDisjoint(with: [.captionStart, .pointing]) { return .captionWords }
            if sheet.labels[at] == .captionMore { return .captionGoesOn }
            return isMoved(at) ? .insideParagraph : .besideText
        case .jumpTo, .jumpFrom: return .jumpLine
        }
    }

    private func furniture(_ line: TextLine, _ at: Int) -> Rule {
        let clues = line.clues
        if clues.contains(.folio) { return .folio }
        if clues.contains(.editors) { return .editorsLine }
        if clues.contains(.advert) { return .advert }
        if clues.contains(.contents) || clues.contains(.pageReference) { return .contentsList }
        if clues.contains(.contact) { return .contactLine }
        if clues.contains(.weather) { return .weatherLine }
        if clues.contains(.date) { return .dateLine }
        if clues.contains(.banner) { return .banner }
        return sheet.labels[..<at].allSatisfy { $0 == .furniture } ? .pageHead : .noPlaceInStory
    }

    private func paragraph(_ line: TextLine) -> Rule {
        let clues = line.clues
        if clues.contains(.opening) || clues.contains(.startsJump) { return .opensReport }
        if clues.contains(.verse) { return .verseLine }
        if clues.contains(.startsNumber) || clues.contains(.startsBullet) { return .listItem }
        if clues.contains(.startsSpeaker) || clues.contains(.salutation) { return .speaker }
        if clues.contains(.date) && line.ems <= 16 { return .noticeLine }
        if sheet.shape.indent > 0, line.indent >= sheet.shape.indent { return .indented }
        return .newParagraph
    }

    private func joined(_ at: Int) -> Rule {
        guard let before = sheet.labels[..<at].lastIndex(where: \.isText) else { return .unfinishedSentence }
        let last = sheet.lines[before]
        if last.clues.contains(.downwards) { return .setDownwards }
        if last.clues.contains(.endsHyphen) { return .hyphenAtEnd }
        if last.clues.contains(.endsSentence) {
            if sheet.shape.indent > 0, sheet.lines[at].indent == 0 { return .flushLine }
            return sheet.shape.isWrapped && before == at - 1 ? .fullLine : .openQuotation
        }
        return sheet.shape.isWrapped && before == at - 1 && sheet.lines[at].gap <= sheet.shape.gap
            ? .fullLine : .unfinishedSentence
    }

    private func label(after at: Int) -> Label? {
        sheet.labels[(at + 1)...].first { ![.headlineMore, .deck, .deckMore].contains($0) }
    }

    /// Whether the line stood between two halves of a paragraph.
    func isMoved(_ at: Int) -> Bool {
        guard sheet.labels[at].isCaption || sheet.labels[at] == .furniture else { return false }
        let next = sheet.labels[at...].first { !$0.isCaption && $0 != .furniture }
        return next == .more
    }
}
