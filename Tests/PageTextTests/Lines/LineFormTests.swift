import Testing

@testable import PageText

@Suite("A line has one form, and stands to the line above in one way")
struct LineFormTests {
    private func forms(_ text: String) -> [LineForm] {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            let workspace = Workspace()
            let start = PageStart(offset: 0, line: 1, isNewPage: true)
            return LabeledPage(at: start, of: bytes, settled: .none, workspace: workspace).lines.map { LineForm($0) }
        }
    }

    @Test func `what it names, how it ends and how long it is decide, in this order`() {
        let forms = forms(
            """
            芦滩新渠通水
            本报记者 尤长庚
            本报讯 昨日上午，芦滩新渠通水，三千亩旱地有了水。
            “引来一渠水”
            村民站在渠边，看水流过家门口，一时都不说话。
            水来了。
            一、先修渠
            """)
        #expect(forms == [.small, .writers, .opening, .smallMarked, .shortSentence, .tinySentence, .shortItem])
    }

    @Test func `blank lines and width are compared with the line above`() {
        #expect(LineRelation(nil, below: nil, gap: 0, usual: 1) == .closerAlike)
        #expect(LineRelation(nil, below: nil, gap: 1, usual: 1) == .nearAlike)
        #expect(LineRelation(nil, below: nil, gap: 2, usual: 1) == .apartAlike)
        #expect(LineRelation(nil, below: nil, gap: 9, usual: 1) == .farAlike)
    }
}
