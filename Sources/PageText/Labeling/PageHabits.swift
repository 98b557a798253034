/// How a page sets its headings, as far as its first reading tells.
struct PageHabits {
    /// Blank lines above and below a heading, and its indent, in few classes.
    private struct Form {
        let number: Int
        static let count = 18

        /// The form of the heading that the line belongs to: the gap above its first line, and below its last.
        init(_ lines: ContiguousArray<TextLine>, _ labels: [Label], _ at: Int, _ shape: PageShape) {
            var (first, last) = (at, at)
            if labels[at].isHeading {
                while first > 0, at - first < PageHabits.mostLines, labels[first - 1].isHeading { first -= 1 }
                while last + 1 < lines.count, last - at < PageHabits.mostLines, labels[last + 1].isHeading { last += 1 }
            }
            func few(_ gap: Int) -> Int { min(2, max(0, gap - shape.gap)) }
            let nextGap = last + 1 < lines.count ? few(lines[last + 1].gap) : 2
            let isIndented = shape.indent > 0 && lines[first].indent >= shape.indent
            number = (few(lines[first].gap) * 3 + nextGap) * 2 + (isIndented ? 1 : 0)
        }
    }

    /// Headings of one kind.
    private struct Tally {
        var count = 0
        var signed = 0
        var forms = [Int](repeating: 0, count: Form.count)

        mutating func add(_ form: Form, isSigned: Bool = false, _ amount: Int = 1) {
            count += amount
            forms[form.number] += amount
            if isSigned { signed += amount }
        }

        /// How many of them have the form, in tenths; nil where there are less than two.
        func share(of form: Form) -> Int? { count < 2 ? nil : forms[form.number] * 10 / count }
    }

    /// Lines of a heading, more or less.
    private static let mostLines = 6

    private let lines: ContiguousArray<TextLine>
    private let labels: [Label]
    private let shape: PageShape
    private var headlines = Tally()
    private var crossheads = Tally()
    private var (kickers, decks) = (0, 0)

    init(_ lines: ContiguousArray<TextLine>, _ labels: [Label], _ shape: PageShape) {
        self.lines = lines
        self.labels = labels
        self.shape = shape
        for at in lines.indices { add(at, 1) }
    }

    private mutating func add(_ at: Int, _ amount: Int) {
        switch labels[at] {
        case .headline: headlines.add(form(at), isSigned: isSigned(at), amount)
        case .crosshead: crossheads.add(form(at), amount)
        case .kicker: kickers += amount
        case .deck: decks += amount
        default: break
        }
    }

    private func form(_ at: Int) -> Form { Form(lines, labels, at, shape) }

    /// Writers are named below, or the text begins as a report does.
    private func isSigned(_ at: Int) -> Bool {
        var next = at + 1
        while next < lines.count, next - at < Self.mostLines, labels[next].isHeading { next += 1 }
        guard next < lines.count else { return false }
        let opening: LineFeatures = [.dateline, .newsStart, .byline, .staff]
        return labels[next] == .byline || !lines[next].features.isDisjoint(with: opening)
    }

    /// The habits without what the lines themselves add to them.
    func apart(from group: Range<Int>) -> PageHabits {
        var habits = self
        for at in group { habits.add(at, -1) }
        return habits
    }

    /// Whether the line is set as headings of the page are.
    func find(_ at: Int, into found: inout SecondFeatures) {
        let form = form(at)
        if let share = headlines.share(of: form) {
            found.insert(share >= 7 ? .spacedAsHeadlines : share >= 2 ? .spacedAsSomeHeadlines : .spacedUnlikeHeadlines)
        }
        if let share = crossheads.share(of: form) {
            found.insert(
                share >= 7 ? .spacedAsCrossheads : share >= 2 ? .spacedAsSomeCrossheads : .spacedUnlikeCrossheads)
        } else {
            found.insert(.pageWithoutCrossheads)
        }
        guard headlines.count >= 3 else { return }
        let isSigned = isSigned(at)
        if headlines.signed * 5 >= headlines.count * 4 {
            found.insert(isSigned ? .signedAsOthers : .unlikeSignedOthers)
        }
        if headlines.signed * 5 <= headlines.count {
            found.insert(isSigned ? .unlikeUnsignedOthers : .unsignedAsOthers)
        }
        found.insert(
            kickers * 3 >= headlines.count ? .pageOfKickers : kickers == 0 ? .pageWithoutKickers : .pageOfFewKickers)
        found.insert(decks * 3 >= headlines.count ? .pageOfDecks : decks == 0 ? .pageWithoutDecks : .pageOfFewDecks)
    }
}
