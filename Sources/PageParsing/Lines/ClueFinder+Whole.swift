/// What a short line tells as a whole, and what it may be the label of.
extension ClueFinder {
    func findWhole(_ line: inout TextLine) {
        if TradeWords.pointing.isIn(folded) { line.clues.insert(.pointing) }
        if line.spaces > 0, hasCouplet { line.clues.insert(.couplet) }
        if let first = folded.scalars.first, let last = folded.scalars.last, first == 0x28 || first == 0x5B,
            last == 0x29 || last == 0x5D
        {
            line.clues.insert(.bracketed)
        }
        if line.han > 0, Self.isDoing(folded) { line.clues.insert(.doing) }
        if let jump = JumpLine.read(folded) {
            line.clues.insert(jump.direction == .to ? .jumpTo : .jumpFrom)
            return
        }
        if line.clues.contains(.endsSentence), line.solid > 0, !line.clues.contains(.bracketed) {
            findFurniture(&line)
            return
        }
        findLabels(&line)
        findWriters(&line)
        findFurniture(&line)
    }

    /// Two or three parts with a space between, among Han.
    private var hasCouplet: Bool {
        let classes = ScalarClasses.shared
        var spaces = 0
        for at in folded.scalars.indices.dropFirst().dropLast() where folded.scalars[at] == 0x20 {
            if folded.scalars[at - 1] == 0x20 { continue }
            let before = classes.of(folded.scalars[at - 1])
            if before == .upper || before == .lower { continue }
            spaces += 1
        }
        return spaces >= 1 && spaces <= 3
    }

    /// Somebody in the middle of doing something: 正在, …在…, 为…
    private static func isDoing(_ text: Folded) -> Bool {
        let scalars = text.scalars
        let doing = Self.doing
        var at = 2
        while at < scalars.count {
            if doing.contains(scalars[at]) { return true }
            at += 1
        }
        return false
    }
    private static let doing = StaticMarks("在正为為")

    private func findLabels(_ line: inout TextLine) {
        let isSpaced = line.spaces > 0 && line.ems <= 8 && line.solid > 0 && line.solid <= 4
        let folded = isSpaced ? self.folded.withoutSpaces : self.folded
        let count = folded.count
        if TradeWords.notice.isIn(folded, from: max(0, count - 24)) { line.clues.insert(.notice) }
        if count <= 26 {
            if TradeWords.pictureRubric.isIn(folded), line.pauses == 0, count <= 14 {
                line.clues.insert(.pictureRubric)
            }
            if TradeWords.briefRubric.isIn(folded), line.pauses == 0, line.digits == 0 {
                line.clues.insert(.briefRubric)
            }
            // 决胜·走村: a column, and its part.
            if count <= 14, line.solid > 5, line.pauses == 0,
                let dot = folded.scalars.firstIndex(of: 0xB7), dot > 1, dot + 2 < count
            {
                line.clues.insert(.rubricWord)
            }
            // One character at the end names a column only of a short label.
            for at in max(0, count - 24)..<count
            where TradeWords.rubricEnd.match(folded.scalars, at: at, end: count) == count - at
                && (count - at > 1 || count <= 5)
            {
                line.clues.insert(.rubricWord)
            }
        }
        for at in max(0, count - 2)..<count
        where TradeWords.kickerEnd.match(folded.scalars, at: at, end: count) == count - at {
            line.clues.insert(.kickerEnd)
        }
    }
}
