/// What it means to end a paragraph at a line, or to continue it with another: the link features of it.
struct JoinCosts {
    let shape: PageShapeReference

    /// Ending a paragraph with this line; nil where that costs nothing. It is dear where a sentence is unfinished.
    @inline(__always)
    func close(
        _ line: TextLine, openMarks: Int, isFull: Bool, isItem: Bool, state: DecoderState
    ) -> LinkFeature? {
        let features = line.features
        if features.contains(.datelineOnly) { return .endsDateline }
        if !features.isDisjoint(with: [.endsSignature, .endsJump]) { return nil }
        if features.contains(.endsSentence) { return openMarks > 0 ? .endsInQuotation : nil }
        if features.contains(.endsHyphen) { return .endsHyphen }
        if features.contains(.verse) { return .endsVerse }
        if features.contains(.endsColon) { return .endsColon }
        if features.contains(.date), line.ems <= 20 { return nil }
        if features.contains(.endsPause) {
            return FoldedText.fold(line.lastSolid) == 0x3B ? .endsSemicolon : .endsPause
        }
        if isItem { return line.ems <= 30 ? .endsItem : .endsLongItem }
        if features.contains(.endsQuote), openMarks <= 0 { return .endsQuote }
        if state.contains(.notice) { return shape.isWrapped && isFull ? .endsFullLine : .endsNotice }
        if state.contains(.briefs) { return shape.isWrapped && isFull ? .endsFullLine : .endsBrief }
        if shape.isWrapped { return isFull ? .endsWrappedFull : .endsWrapped }
        return .endsWhole
    }

    /// Continuing a paragraph that ends with `line` so far with `next`.
    ///
    /// - Parameter isInterrupted: more than a line's end lies between the two.
    @inline(__always)
    func join(
        _ line: TextLine, _ next: TextLine, openMarks: Int, isFull: Bool, isItem: Bool, isInterrupted: Bool,
        _ tally: inout LinkTally
    ) {
        let features = line.features
        if !features.isDisjoint(with: [.endsSignature, .endsJump]), !features.contains(.datelineOnly) {
            return tally.add(.joinsSigned)
        }
        if next.features.contains(.startsInside) { tally.add(.joinsInside) }
        if features.contains(.datelineOnly) { return }
        let hasOtherMeasure = shape.isWrapped && abs(line.measure - next.measure) > 5
        if features.contains(.endsSentence) {
            if hasOtherMeasure { tally.add(.joinsOtherMeasure) }
            if openMarks > 0, !next.features.contains(.startsQuote), !features.contains(.endsQuote) {
                return tally.add(.joinsQuotation)
            }
            // What a column's end cuts off is long; a short line that ends a sentence ends its paragraph.
            if !shape.isWrapped, line.ems <= 24 { tally.add(.joinsShortSentence) }
            if shape.indent > 0, next.indent == 0 {
                return tally.add(
                    !isInterrupted
                        ? .joinsFlush : next.ems <= 26 && !shape.isWrapped ? .joinsFlushShortFar : .joinsFlushFar)
            }
            return tally.add(
                !shape.isWrapped
                    ? .joinsWholeSentence
                    : isInterrupted ? .joinsSentenceFar : isFull ? .joinsSentenceFull : .joinsSentence)
        }
        if features.contains(.verse), next.features.contains(.verse) { return tally.add(.joinsVerse) }
        // A number was cut in two.
        if isDigit(line.last), isDigit(next.first) { tally.add(.joinsDigits) }
        // Captions and insets have a measure of their own.
        if hasOtherMeasure { tally.add(.joinsMeasure) }
        if features.contains(.endsColon) { tally.add(.joinsColon) }
        // A short item of a list is complete.
        if isItem, !shape.isWrapped, line.ems <= 24 { tally.add(.joinsShortItem) }
        if features.contains(.date), line.ems <= 20 { tally.add(.joinsDate) }
        // Inside a sentence few words have capitals.
        if !shape.isSolid, next.features.contains(.startsCapital), !features.contains(.endsPause) {
            tally.add(shape.isWrapped ? .joinsCapitalWrapped : .joinsCapital)
        }
        guard shape.isWrapped else { return tally.add(.joinsWhole) }
        tally.add(
            features.contains(.endsHyphen)
                ? .joinsHyphen : isFull ? .joinsFull : isInterrupted ? .joinsFar : .joinsUnfilled)
    }

    private func isDigit(_ scalar: UInt32) -> Bool {
        (0x30...0x39).contains(scalar) || (0xFF10...0xFF19).contains(scalar)
    }

    /// Beginning a paragraph at `next`; nil where that costs nothing, as where the page separates paragraphs by blank lines and
    /// one is here.
    @inline(__always)
    func begin(_ next: TextLine, isFull: Bool) -> LinkFeature? {
        guard shape.isWrapped, shape.indent == 0, next.gap <= shape.gap, !next.features.contains(.verse) else {
            return nil
        }
        guard isFull else { return .beginsUnfilled }
        return next.features.isDisjoint(with: [.startsNumber, .startsBullet, .startsSpeaker])
            ? .beginsFull : .beginsItem
    }
}
