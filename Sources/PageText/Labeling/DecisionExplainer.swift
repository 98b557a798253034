import Glibc

/// Says for each line of a page what it was taken for, how certain that is, and which rule decided.
struct DecisionExplainer {
    private let page: LabeledPage
    private let labeler: SequenceLabeler

    init(_ page: LabeledPage, workspace: Workspace) {
        self.page = page
        labeler = SequenceLabeler(page.lines, shape: page.shape, workspace: workspace)
    }

    /// One reading for each line.
    ///
    /// - Parameters:
    ///   - source: the number of the source that the page is in.
    ///   - story: the story that an item of the page belongs to.
    func readings(
        _ assembler: ItemAssembler, of text: PageSource, source: Int, story: (Int) -> Int
    ) -> [LineReading] {
        let margins = labeler.margins(page.labels)
        let path = labeler.path(page.labels)
        return page.lines.enumerated().map { at, line in
            let item = assembler.items[at]
            return LineReading(
                source: source, line: text.printedLine(of: line.number), text: page.text(line),
                kind: page.labels[at].kind,
                confidence: 1 - exp(-Double(margins[at]) / 2), rule: line.settled != 0 ? .corrected : rule(at, path),
                story: item < 0 ? nil : story(item), isJoined: page.labels[at] == .more, isMoved: isMoved(at))
        }
    }

    /// The rule that decided for a line's label. Of the rules about the line's own features, it is the one whose features alone
    /// would speak most clearly for the label, by the costs that the labeler compares; where none does, the rule about the
    /// line's place.
    private func rule(_ at: Int, _ path: [Hypothesis]) -> DecisionRule {
        let line = page.lines[at]
        let label = page.labels[at]
        let rules = Self.rules(of: label).filter { !line.features.isDisjoint(with: $0.features) }
        guard !rules.isEmpty, !line.features.contains(.vertical) else { return rule(ofPlace: at) }
        let all = line.features
        defer { line.features = all }
        let others = rules.reduce(all) { $0.subtracting($1.features) }
        line.features = others
        let least = margin(at, path)
        var best = rule(ofPlace: at)
        var most: Float = 0
        for rule in rules {
            line.features = others.union(all.intersection(rule.features))
            let weight = margin(at, path) - least
            if weight > most { (best, most) = (rule.rule, weight) }
        }
        return best
    }

    /// The rules about a line's features that may decide for a label, each with its features.
    private static func rules(of label: Label) -> [(rule: DecisionRule, features: LineFeatures)] {
        switch label {
        case .furniture:
            [
                (.folio, .folio), (.editorsLine, .editors), (.advert, .advert),
                (.contentsList, [.contents, .pageReference]), (.contactLine, .contact), (.weatherLine, .weather),
                (.dateLine, .date), (.banner, .banner),
            ]
        case .rubric:
            [(.pictureRubric, .pictureRubric), (.briefRubric, .briefRubric), (.rubricWord, .rubricWord)]
        case .headline: [(.noticeHeading, .notice)]
        case .deck, .deckMore: [(.dashedDeck, .startsDash)]
        case .byline: [(.bareName, .bareName), (.writersNamed, [.byline, .staff, .authorNote])]
        case .paragraph:
            [
                (.opensReport, [.dateline, .startsJump]), (.verseLine, .verse),
                (.listItem, [.startsNumber, .startsBullet]), (.speaker, [.startsSpeaker, .salutation]),
                (.noticeLine, .date),
            ]
        case .crosshead: [(.numberedCrosshead, .startsNumber)]
        case .caption, .captionMore, .picture:
            [(.pictureCredit, [.endsCredit, .creditOnly, .creditBelow]), (.captionWords, [.captionStart, .pointing])]
        case .kicker, .headlineMore, .signature, .more, .jumpTo, .jumpFrom: []
        }
    }

    /// How much more the page costs if the line has another label (another kind of label where it is no text), and all
    /// others keep theirs.
    private func margin(_ at: Int, _ path: [Hypothesis]) -> Float {
        let before = path[at]
        let paragraph = labeler.openParagraph(of: before, before: at)
        let observation = labeler.observation(at: at)
        let emission = labeler.emission(of: observation)
        let decided = page.labels[at]
        var (same, other): (Float, Float) = (100, 100)
        for label in Label.all where TransitionCosts.mayFollow(before.label, label) {
            guard let hypothesis = labeler.step(before, paragraph, label, observation),
                let rest = costOfNext(hypothesis, at + 1)
            else { continue }
            let cost = emission[label] + hypothesis.cost - before.cost + rest
            let isSame = label == decided || label.kind == decided.kind && !decided.isText
            if isSame { same = min(same, cost) } else { other = min(other, cost) }
        }
        return other - same
    }

    /// What the label of the next line costs after a hypothesis; nil where it cannot follow.
    private func costOfNext(_ hypothesis: Hypothesis, _ at: Int) -> Float? {
        guard at < page.lines.count else { return labeler.finalCost(hypothesis) - hypothesis.cost }
        guard TransitionCosts.mayFollow(hypothesis.label, page.labels[at]) else { return nil }
        let paragraph = labeler.openParagraph(of: hypothesis, before: at)
        let next = labeler.step(hypothesis, paragraph, page.labels[at], labeler.observation(at: at))
        return next.map { $0.cost - hypothesis.cost }
    }

    /// The rule about the lines around a line, or about its shape.
    private func rule(ofPlace at: Int) -> DecisionRule {
        switch page.labels[at] {
        case .furniture: return page.labels[..<at].allSatisfy { $0 == .furniture } ? .pageHead : .noPlaceInStory
        case .rubric: return .shortLabel
        case .kicker: return .leadsToHeadline
        case .headline:
            let next = label(after: at)
            return next == .byline ? .beforeByline : next?.isCaption == true ? .pictureHeading : .beforeText
        case .headlineMore: return .headlineGoesOn
        case .deck, .deckMore: return .belowHeadline
        case .byline: return .writersNamed
        case .signature: return .signature
        case .paragraph:
            let isIndented = page.shape.indent > 0 && page.lines[at].indent >= page.shape.indent
            return isIndented ? .indented : .newParagraph
        case .more: return joined(at)
        case .crosshead: return .shortLineInStory
        case .captionMore: return .captionGoesOn
        case .caption, .picture: return isMoved(at) ? .insideParagraph : .besideText
        case .jumpTo, .jumpFrom: return .jumpLine
        }
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
    private func isMoved(_ at: Int) -> Bool {
        guard page.labels[at].isCaption || page.labels[at] == .furniture else { return false }
        let next = page.labels[at...].first { !$0.isCaption && $0 != .furniture }
        return next == .more
    }
}
