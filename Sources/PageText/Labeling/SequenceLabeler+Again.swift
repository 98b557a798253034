/// Labeling some lines again.
extension SequenceLabeler {
    /// Lines after a part whose labels stay: what the part's labels make of them counts.
    private static let tail = 3

    /// Finds the labels of some parts of the page anew, between labels that stay. The whole page must have been the last that was
    /// searched in the workspace: what its lines show is not found again.
    func runAgain(_ parts: [Range<Int>], _ labels: inout [Label]) {
        guard !parts.isEmpty else { return }
        var labeler = self
        labeler.readsAgain = true
        var limits = labels.map { LabelSet($0) }
        for part in parts { for at in part { limits[at] = .all } }
        labeler.limits = LabelLimits(labels: limits)
        var before = Hypothesis.beginning
        var line = 0
        for part in parts {
            while line < part.lowerBound {
                if let next = step(before, labels[line], observation(at: line)) { before = next }
                line += 1
            }
            before.cost = 0
            before.previous = -1
            let whole = part.lowerBound..<min(part.upperBound + Self.tail, lines.count)
            var steps: [Range<Int>]?
            let end = labeler.search(whole, from: before, &steps)
            // Where nothing leads to what comes after, all stays as it was.
            guard !end.isEmpty else { continue }
            let found = labeler.trace(from: end, whole)
            for at in part { labels[at] = found[at - part.lowerBound] }
        }
    }
}
