import Testing

@testable import PageText

@Suite("Some labels never follow others")
struct TransitionCostsTests {
    @Test(arguments: Pages.names) func `a label that may not follow another is impossible after it on every line`(
        name: String
    ) throws {
        let source = try Pages.source(name)
        source.utf8.withUnsafeBufferPointer { bytes in
            var scanner = LineScanner(bytes)
            var lines: ContiguousArray<TextLine> = []
            guard scanner.nextPage(into: &lines, limit: PageParser.longestPage) else { return }
            let labeledPage = LabeledPage(bytes, lines, workspace: Workspace())
            let states = (0..<9).map { DecoderState(rawValue: 1 << $0) } + [[], DecoderState(rawValue: 511)]
            for at in labeledPage.lines.indices {
                let (line, previous) = (labeledPage.lines[at], at > 0 ? labeledPage.lines[at - 1] : nil)
                for from in Label.all {
                    for to in Label.all where !TransitionCosts.mayFollow(from, to) {
                        let least = states.map {
                            TransitionCosts.cost(from, to, line, after: previous, nextGap: 0, $0, labeledPage.shape)
                        }.min()!
                        if least < 100 { Issue.record("\(to) may follow \(from) on line \(line.number)") }
                    }
                }
            }
        }
    }
}
