/// What a hypothesis knows of its open paragraph before the next line, whatever that line is.
struct OpenParagraph {
    /// A paragraph is open, or was interrupted by captions or furniture.
    var isWaiting = false
    /// The next line's first word would not have fitted on the paragraph's last line.
    var isFull = false
    /// The cost of ending the paragraph here.
    var closing: Float = 0
}

extension SequenceLabeler {
    func openParagraph(of hypothesis: Hypothesis, before index: Int) -> OpenParagraph {
        guard hypothesis.label.isText || hypothesis.state.contains(.pending) else { return OpenParagraph() }
        let last = Int(hypothesis.lastTextLine)
        return OpenParagraph(
            isWaiting: true, isFull: last >= 0 && isFull(last, before: index), closing: closingCost(of: hypothesis))
    }

    /// The cost of ending the hypothesis' open paragraph.
    func closingCost(of hypothesis: Hypothesis) -> Float {
        let last = Int(hypothesis.lastTextLine)
        guard last >= 0 else { return 0 }
        return joins.close(
            lines[last], openMarks: hypothesis.openMarks, isFull: isFull(last, before: last + 1),
            isItem: hypothesis.isItem, state: hypothesis.state)
    }
}
