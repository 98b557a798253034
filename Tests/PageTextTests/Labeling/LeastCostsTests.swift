import Testing

@testable import PageText

@Suite("No step costs less than the least")
struct LeastCostsTests {
    private static let states: [DecoderState] =
        (0..<9).map { DecoderState(rawValue: 1 << $0) }
        + [
            [], [.story, .body], [.story, .body, .signed], [.story, .body, .ended], [.story, .body, .notice],
            [.story, .body, .pending], [.story, .briefs, .body], DecoderState(rawValue: 511),
        ]

    @Test(arguments: Pages.names) func `whatever the lines of a page are`(name: String) throws {
        try Pages.withFirst(name) { page, workspace in
            let labeler = SequenceLabeler(page.lines, shape: page.shape, workspace: workspace)
            // Every pair of labels in every state takes long: a few lines of each page do.
            for at in stride(from: name.utf8.count % 11, to: page.lines.count, by: 11) {
                let observation = labeler.observation(at: at)
                guard !LeastCosts.isNearContents(observation.line, observation.previous) else { continue }
                for from in Label.allCases {
                    for state in Self.states {
                        let hypothesis = Hypothesis(
                            cost: 0, label: from, state: state, lastTextLine: Int32(at - 1), depth: 0, previous: -1)
                        let closing = closing(of: hypothesis, before: at, labeler)
                        let least = workspace.leastCosts.row(from, isHead: !state.contains(.story))
                        for to in Label.allCases where TransitionCosts.mayFollow(from, to) {
                            guard let next = labeler.step(hypothesis, to, observation) else { continue }
                            let cost = least.cost(to, closing) + labeler.relationCost(from, to, observation)
                            if next.cost < cost - 0.01 {
                                Issue.record("\(to) after \(from) on line \(page.lines[at].number): \(next.cost)")
                            }
                        }
                    }
                }
            }
        }
    }

    private func closing(of hypothesis: Hypothesis, before at: Int, _ labeler: SequenceLabeler) -> Float {
        labeler.withReference { shape in
            labeler.lines.withUnsafeBufferPointer { lines in
                OpenParagraph(hypothesis, before: at, lines, shape).closing.map { labeler.costs[.link($0)] } ?? 0
            }
        }
    }
}

extension SequenceLabeler {
    fileprivate func relationCost(_ from: Label, _ to: Label, _ observation: Observation) -> Float {
        withReference { shape in
            lines.withUnsafeBufferPointer { lines in
                let rows = LineStep(observation, lines, shape, costs).tally.rows(from)
                return rows.above[Int(to.rawValue)] + rows.below[Int(to.rawValue)]
            }
        }
    }
}
