/// What it costs to end a paragraph at a line, or to continue it with another, in nats (see `EmissionCosts`).
struct JoinCosts {
    let shape: PageShape

    /// The cost of ending a paragraph with this line: high where its sentence is unfinished.
    func close(_ line: TextLine, openMarks: Int, isFull: Bool, isItem: Bool, state: DecoderState) -> Float {
        let features = line.features
        if features.contains(.datelineOnly) { return 5 }
        if !features.isDisjoint(with: [.endsSignature, .endsJump]) { return 0 }
        if features.contains(.endsSentence) { return openMarks > 0 ? 0.5 : 0 }
        if features.contains(.endsHyphen) { return 8 }
        if features.contains(.verse) { return 0.2 }
        if features.contains(.endsColon) { return 1.2 }
        if features.contains(.date), line.ems <= 20 { return 0 }
        if features.contains(.endsPause) { return FoldedText.fold(line.lastSolid) == 0x3B ? 1.2 : 7 }
        if isItem { return line.ems <= 30 ? 0.3 : 1.5 }
        if features.contains(.endsQuote), openMarks <= 0 { return 2 }
        if state.contains(.notice) { return shape.isWrapped && isFull ? 4 : 1 }
        if state.contains(.briefs) { return shape.isWrapped && isFull ? 4 : 2.5 }
        if shape.isWrapped { return isFull ? 6 : 2.5 }
        return 4.5
    }

    /// The cost of continuing a paragraph that ends with `line` so far with `next`.
    ///
    /// - Parameter isInterrupted: more than a line's end lies between the two.
    func join(
        _ line: TextLine, _ next: TextLine, openMarks: Int, isFull: Bool, isItem: Bool, isInterrupted: Bool
    ) -> Float {
        let features = line.features
        var cost: Float = 0
        if next.features.contains(.startsInside) { cost -= 1 }
        let isFlush = shape.indent > 0 && next.indent == 0
        if features.contains(.datelineOnly) { return cost }
        if features.contains(.endsSignature) || features.contains(.endsJump) { return 8 }
        if features.contains(.endsSentence) {
            if shape.isWrapped, abs(line.measure - next.measure) > 5 { cost += 3 }
            if openMarks > 0, !next.features.contains(.startsQuote), !features.contains(.endsQuote) {
                return cost + 0.5
            }
            // What a column's end cuts off is long; a short line that ends a sentence ends its paragraph.
            if !shape.isWrapped, line.ems <= 24 { cost += 2.5 }
            if isFlush { return cost + (isInterrupted ? next.ems <= 26 && !shape.isWrapped ? 3 : 1.2 : 0) }
            if shape.isWrapped { return cost + (isInterrupted ? 5 : isFull ? 0.8 : 7) }
            return cost + 7
        }
        // A number was cut in two.
        if isDigit(line.last), isDigit(next.first) { cost -= 1 }
        // Captions and insets have a measure of their own.
        if shape.isWrapped, abs(line.measure - next.measure) > 5 { cost += 4 }
        if features.contains(.verse), next.features.contains(.verse) { return 4 }
        if features.contains(.endsColon) { cost += 2.5 }
        // A short item of a list is complete.
        if isItem, !shape.isWrapped, line.ems <= 24 { cost += 1.5 }
        if features.contains(.date), line.ems <= 20 { cost += 4 }
        // Inside a sentence few words have capitals.
        if !shape.isSolid, next.features.contains(.startsCapital), !features.contains(.endsPause) {
            cost += shape.isWrapped ? 0.3 : 1.6
        }
        if shape.isWrapped {
            if features.contains(.endsHyphen) { return cost }
            return cost + (isFull ? 0 : isInterrupted ? 4 : 5)
        }
        return cost + 0.2
    }

    private func isDigit(_ scalar: UInt32) -> Bool {
        (0x30...0x39).contains(scalar) || (0xFF10...0xFF19).contains(scalar)
    }

    /// The cost of beginning a paragraph at `next` where the page separates paragraphs by blank lines and none is here.
    func begin(_ next: TextLine, isFull: Bool) -> Float {
        guard shape.isWrapped, shape.indent == 0, next.gap <= shape.gap, !next.features.contains(.verse) else {
            return 0
        }
        guard isFull else { return 0.3 }
        return next.features.isDisjoint(with: [.startsNumber, .startsBullet, .startsSpeaker]) ? 3 : 0.5
    }
}
