/// What a hypothesis knows of its open paragraph before the next line, whatever that line is.
struct OpenParagraph {
    /// A paragraph is open, or was interrupted by captions or furniture.
    var isWaiting = false
    /// The next line's first word would not have fitted on the paragraph's last line.
    var isFull = false
    /// What it means to end the paragraph here.
    var closing: LinkFeature?
}

extension OpenParagraph {
    @inline(__always)
    init(
        _ hypothesis: Hypothesis, before index: Int, _ lines: UnsafeBufferPointer<TextLine>, _ shape: PageShapeReference
    ) {
        guard hypothesis.label.isText || hypothesis.state.contains(.pending) else { return }
        let last = Int(hypothesis.lastTextLine)
        isWaiting = true
        isFull = last >= 0 && SequenceLabeler.isFull(lines[last], lines[index], shape)
        closing = Self.closing(of: hypothesis, lines, shape)
    }

    /// What it means to end the hypothesis' open paragraph.
    static func closing(
        of hypothesis: Hypothesis, _ lines: UnsafeBufferPointer<TextLine>, _ shape: PageShapeReference
    ) -> LinkFeature? {
        let last = Int(hypothesis.lastTextLine)
        guard last >= 0 else { return nil }
        return JoinCosts(shape: shape).close(
            lines[last], openMarks: hypothesis.openMarks,
            isFull: SequenceLabeler.isFull(lines[last], last + 1 < lines.count ? lines[last + 1] : nil, shape),
            isItem: hypothesis.isItem, state: hypothesis.state)
    }
}

extension SequenceLabeler {
    func withReference<Result>(_ body: (PageShapeReference) -> Result) -> Result {
        withUnsafePointer(to: shape) { body(PageShapeReference(place: $0)) }
    }
}
