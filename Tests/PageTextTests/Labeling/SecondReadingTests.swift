import Testing

@testable import PageText

@Suite("A page is read a second time with what the first reading tells")
struct SecondReadingTests {
    /// A page, with its lines' labels; the body may look at what a second reading of these labels finds.
    private func read(_ text: String, _ body: (ContiguousArray<TextLine>, SequenceLabeler, Workspace) -> Void) {
        let bytes = Array(text.utf8)
        bytes.withUnsafeBufferPointer { bytes in
            let workspace = Workspace()
            let start = PageStart(offset: 0, line: 1, isNewPage: true)
            let page = LabeledPage(at: start, of: bytes, settled: .none, workspace: workspace)
            body(page.lines, SequenceLabeler(page.lines, shape: page.shape, workspace: workspace), workspace)
        }
    }

    private func features(_ text: String, _ labels: [Label], of line: Int) -> [Feature] {
        var found: [Feature] = []
        read(text) { lines, labeler, _ in
            let bytes = Array(text.utf8)
            for line in lines { line.second = [] }
            bytes.withUnsafeBufferPointer {
                SecondReading.mark(lines, labels, $0, labeler.shape, labeler.workspace.lineWords)
            }
            lines[line].second.forEach { found.append($0) }
        }
        return found
    }

    private static let harbor = """
        老码头重修栈桥
        老码头的栈桥去年被台风打断，船工尤阿四每天绕路三里去上工，今年三月终于等来了施工队。
        """

    @Test func `text that goes on about the same people shares words with the text above`() {
        let text = Self.harbor + "\n船工的心愿\n尤阿四说，栈桥修好，船工上工再不用绕路三里。老码头的船工都盼着施工队早日完工。\n"
        let found = features(text, [.headline, .paragraph, .crosshead, .paragraph], of: 2)
        #expect(found.contains(.goesOn20), "\(found)")
    }

    @Test func `text about something else shares none`() {
        let text = Self.harbor + "\n山村有了图书车\n一辆装着两千册新书的汽车昨天开进青石岭，孩子们放学便围上来，挑自己喜欢的童话。\n"
        let found = features(text, [.headline, .paragraph, .crosshead, .paragraph], of: 2)
        #expect(found.contains(.goesOn0), "\(found)")
    }

    @Test func `how far a story has come, and what heads its parts, is counted from its headline`() {
        let part = "船工的心愿\n尤阿四说，栈桥修好，船工上工再不用绕路三里。\n"
        let text = Self.harbor + "\n" + part + part + part
        let labels: [Label] = [
            .headline, .paragraph, .crosshead, .paragraph, .crosshead, .paragraph, .crosshead, .paragraph,
        ]
        #expect(features(text, labels, of: 2).contains(.storyWithoutParts))
        #expect(features(text, labels, of: 4).contains(.storyOfTwoParts))
        #expect(features(text, labels, of: 6).contains(.storyOfParts))
        let anew: [Label] = [
            .headline, .paragraph, .crosshead, .paragraph, .headline, .paragraph, .crosshead, .paragraph,
        ]
        #expect(features(text, anew, of: 6).contains(.storyWithoutParts))
    }

    @Test(arguments: Pages.names) func `what is labeled again can stand between what stays`(name: String) throws {
        try Pages.withFirst(name) { page, workspace in
            let labeler = SequenceLabeler(page.lines, shape: page.shape, workspace: workspace)
            let count = page.lines.count
            let parts = [count / 5..<count / 4, count / 2..<min(count / 2 + 9, count)].filter { !$0.isEmpty }
            var labels = page.labels
            labeler.runAgain(parts, &labels)
            var before = Hypothesis.beginning
            for at in page.lines.indices {
                if !parts.contains(where: { $0.contains(at) }) {
                    #expect(labels[at] == page.labels[at], "line \(page.lines[at].number)")
                }
                let next = labeler.step(before, labels[at], labeler.observation(at: at))
                #expect(next != nil, "\(labels[at]) on line \(page.lines[at].number)")
                before = next ?? before
            }
        }
    }

    @Test func `a line that a reader has settled is not doubted`() {
        let text = Self.harbor + "\n船工的心愿\n尤阿四说，栈桥修好，船工上工再不用绕路三里。\n"
        read(text) { lines, labeler, workspace in
            for line in lines {
                line.second = []
                line.settled = LabelSet(.crosshead)
            }
            Array(text.utf8).withUnsafeBufferPointer {
                SecondReading.mark(
                    lines, [.headline, .paragraph, .crosshead, .paragraph], $0, labeler.shape,
                    labeler.workspace.lineWords)
            }
            #expect(SecondReading.doubtful(lines, labeler.run(), workspace.costs).isEmpty)
        }
    }
}
