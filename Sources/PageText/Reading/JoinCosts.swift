/// What it costs to let a paragraph end, or go on, at a line.
struct JoinCosts {
    let shape: PageShape

    /// The paragraph ends with this line. A sentence that is not at its end speaks against it.
    func close(_ line: TextLine, depth: Int, isFull: Bool, isItem: Bool, situation: Situation) -> Float {
        let clues = line.clues
        if clues.contains(.openingOnly) { return 5 }
        if !clues.isDisjoint(with: [.endsSignature, .endsJump]) { return 0 }
        if clues.contains(.endsSentence) { return depth > 0 ? 0.5 : 0 }
        if clues.contains(.endsHyphen) { return 8 }
        if clues.contains(.verse) { return 0.2 }
        if clues.contains(.endsColon) { return 1.2 }
        if clues.contains(.date), line.ems <= 20 { return 0 }
        if clues.contains(.endsPause) { return Folded.fold(line.lastSolid) == 0x3B ? 1.2 : 7 }
        if isItem { return line.ems <= 30 ? 0.3 : 1.5 }
        if clues.contains(.endsQuote), depth <= 0 { return 2 }
        if situation.contains(.notice) { return shape.isWrapped && isFull ? 4 : 1 }
        if situation.contains(.briefs) { return shape.isWrapped && isFull ? 4 : 2.5 }
        if shape.isWrapped { return isFull ? 6 : 2.5 }
        return 4.5
    }

    /// The paragraph whose last line is `line` goes on with `next`, which is `crossed` where more than a line's end parts the two.
    func join(_ line: TextLine, _ next: TextLine, depth: Int, isFull: Bool, isItem: Bool, crossed: Bool) -> Float {
        let clues = line.clues
        var cost: Float = 0
        if next.clues.contains(.startsInside) { cost -= 1 }
        let isFlush = shape.indent > 0 && next.indent == 0
        if clues.contains(.openingOnly) { return cost }
        if clues.contains(.endsSignature) || clues.contains(.endsJump) { return 8 }
        if clues.contains(.endsSentence) {
            if shape.isWrapped, abs(line.measure - next.measure) > 5 { cost += 3 }
            if depth > 0, !next.clues.contains(.startsQuote), !clues.contains(.endsQuote) { return cost + 0.5 }
            // A column's piece is long; a short line that ends a sentence ends its paragraph.
            if !shape.isWrapped, line.ems <= 24 { cost += 2.5 }
            if isFlush { return cost + (crossed ? next.ems <= 26 && !shape.isWrapped ? 3 : 1.2 : 0) }
            if shape.isWrapped { return cost + (crossed ? 5 : isFull ? 0.8 : 7) }
            return cost + 7
        }
        // A number was cut.
        if isDigit(line.last), isDigit(next.first) { cost -= 1 }
        // Captions and insets are set to a measure of their own.
        if shape.isWrapped, abs(line.measure - next.measure) > 5 { cost += 4 }
        if clues.contains(.verse), next.clues.contains(.verse) { return 4 }
        if clues.contains(.endsColon) { cost += 2.5 }
        // A short item of a list is all there is of it.
        if isItem, !shape.isWrapped, line.ems <= 24 { cost += 1.5 }
        if clues.contains(.date), line.ems <= 20 { cost += 4 }
        // Inside a sentence most words are small.
        if !shape.isSolid, next.clues.contains(.startsCapital), !clues.contains(.endsPause) {
            cost += shape.isWrapped ? 0.3 : 1.6
        }
        if shape.isWrapped {
            if clues.contains(.endsHyphen) { return cost }
            return cost + (isFull ? 0 : crossed ? 4 : 5)
        }
        return cost + 0.2
    }

    private func isDigit(_ scalar: UInt32) -> Bool {
        (0x30...0x39).contains(scalar) || (0xFF10...0xFF19).contains(scalar)
    }

    /// A paragraph begins at `next` though its page parts paragraphs by blank lines and none stands here.
    func begin(_ next: TextLine, isFull: Bool) -> Float {
        guard shape.isWrapped, shape.indent == 0, next.gap <= shape.gap, !next.clues.contains(.verse) else { return 0 }
        guard isFull else { return 0.3 }
        return next.clues.isDisjoint(with: [.startsNumber, .startsBullet, .startsSpeaker]) ? 3 : 0.5
    }
}
