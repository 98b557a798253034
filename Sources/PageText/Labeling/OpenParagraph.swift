/// What a hypothesis knows of its open paragraph before the next line, whatever that line is.
struct OpenParagraph {
    /// A paragraph is open, or was interrupted by captions or furniture.
    var isWaiting = false
    /// The next line's first word would not have fitted on the paragraph's last line.
    var isFull = false
    /// What it means to end the paragraph here.
    var closing: LinkFeature?
}

extension SequenceLabeler {
    func openParagraph(of hypothesis: Hypothesis, before index: Int) -> OpenParagraph {
        guard hypothesis.label.isText || hypothesis.state.contains(.pending) else { return OpenParagraph() }
        let last = Int(hypothesis.lastTextLine)
        return OpenParagraph(
            isWaiting: true, isFull: last >= 0 && isFull(last, before: index), closing: closing(of: hypothesis))
    }

    /// What it means to end the hypothesis' open paragraph.
    func closing(of hypothesis: Hypothesis) -> LinkFeature? {
        let last = Int(hypothesis.lastTextLine)
        guard last >= 0 else { return nil }
        return joins.close(
            lines[last], openMarks: hypothesis.openMarks, isFull: isFull(last, before: last + 1),
            isItem: hypothesis.isItem, state: hypothesis.state)
    }
}
