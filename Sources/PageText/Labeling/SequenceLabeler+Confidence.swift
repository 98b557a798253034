/// How certain the labels are.
extension SequenceLabeler {
    /// For each line, how much more the whole page would cost if the line were of another kind; at most 100.
    func margins(_ labels: [Label]) -> [Float] {
        guard !lines.isEmpty else { return [] }
        var kept: [Range<Int>]? = []
        _ = search(&kept)
        let steps = kept ?? []
        let hypotheses = workspace.hypotheses
        // The cheapest cost from each hypothesis to the page's end.
        var rest = [Float](repeating: .infinity, count: hypotheses.count)
        for place in steps[steps.count - 1] { rest[place] = finalCost(hypotheses[place]) - hypotheses[place].cost }
        for index in steps.indices.dropLast().reversed() {
            spread(from: steps[index], to: steps[index + 1], index + 1, &rest)
        }
        return lines.indices.map { index in
            var same = Float.infinity
            var other = Float.infinity
            for place in steps[index] {
                let cost = hypotheses[place].cost + rest[place]
                if hypotheses[place].label.kind == labels[index].kind {
                    same = min(same, cost)
                } else {
                    other = min(other, cost)
                }
            }
            return max(0, min(other - same, 100))
        }
    }

    /// Computes the costs to the page's end for the hypotheses of one line from those of the next, number `index`.
    private func spread(from: Range<Int>, to: Range<Int>, _ index: Int, _ rest: inout [Float]) {
        let hypotheses = workspace.hypotheses
        var places: [Int: Int] = [:]
        for place in to { places[hypotheses[place].slot] = place }
        let observation = observationWithCandidates(at: index)
        for place in from {
            let hypothesis = hypotheses[place]
            for candidate in 0..<observation.count {
                let (label, cost) = observation.candidates[candidate]
                guard let next = step(hypothesis, label, observation), let successor = places[next.slot]
                else {
                    continue
                }
                rest[place] = min(rest[place], next.cost - hypothesis.cost + cost + rest[successor])
            }
        }
    }

    /// For each line the hypothesis that the labels of the lines before it make, without their emission costs.
    func path(_ labels: [Label]) -> [Hypothesis] {
        var hypothesis = Hypothesis.beginning
        return labels.enumerated().map { index, label in
            let before = hypothesis
            if let next = step(before, label, observation(at: index)) { hypothesis = next }
            return before
        }
    }
}
