import Testing

@testable import PageText

@Suite("Some labels never follow others")
struct TransitionCostsTests {
    @Test(arguments: Pages.names) func `a label that may not follow another is impossible after it on every line`(
        name: String
    ) throws {
        let refused = Label.allCases.flatMap { from in
            Label.allCases.filter { !TransitionCosts.mayFollow(from, $0) }.map { (from, $0) }
        }
        #expect(!refused.isEmpty)
        let states = (0..<9).map { DecoderState(rawValue: 1 << $0) } + [[], DecoderState(rawValue: 511)]
        try Pages.withFirst(name) { page, workspace in
            let labeler = SequenceLabeler(page.lines, shape: page.shape, workspace: workspace)
            for at in page.lines.indices {
                let observation = labeler.observation(at: at)
                for (from, to) in refused {
                    for state in states {
                        let hypothesis = Hypothesis(
                            cost: 0, label: from, state: state, lastTextLine: Int32(at - 1), depth: 0, previous: -1)
                        if labeler.step(hypothesis, to, observation) != nil {
                            Issue.record("\(to) may follow \(from) on line \(page.lines[at].number)")
                        }
                    }
                }
            }
        }
    }

    @Test(arguments: Pages.names) func `no page has a label after one that it may not follow`(name: String) throws {
        try Pages.withFirst(name) { page, _ in
            for (from, to) in zip([.furniture] + page.labels, page.labels) {
                #expect(TransitionCosts.mayFollow(from, to), "\(to) follows \(from)")
            }
        }
    }
}
