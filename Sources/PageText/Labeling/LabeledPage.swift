/// One printed page, or one piece of a very long one, with a label for each of its lines.
struct LabeledPage {
    /// The whole source that the page lies in.
    let bytes: UnsafeBufferPointer<UInt8>
    /// The lines that are not blank; valid as long as the scanner's line store keeps them.
    let lines: ContiguousArray<TextLine>
    let shape: PageShape
    /// One for each line.
    let labels: [Label]

    init(
        _ bytes: UnsafeBufferPointer<UInt8>, _ lines: ContiguousArray<TextLine>, settled: SettledLines = .none,
        workspace: Workspace
    ) {
        self.bytes = bytes
        var lines = lines
        // Blank lines before the first line separate nothing.
        if !lines.isEmpty { lines[0].gap = 0 }
        Self.removeMargin(&lines)
        // Each step may use the features that earlier ones have found.
        LeftoverMarkup.remove(from: &lines, bytes)
        let extractor = FeatureExtractor(bytes)
        VerticalText.mark(&lines)
        for at in lines.indices where !lines[at].features.contains(.vertical) { extractor.find(&lines[at]) }
        AddressLines.mark(&lines, extractor)
        AddressLines.end(&lines, extractor)
        SplitCredits.mark(&lines, bytes)
        var shape = PageShape(&lines)
        if shape.isHangul { shape.breaksWords = HangulLines.breakWords(lines, bytes) }
        OpenMarks.mark(&lines)
        Speakers.mark(&lines, shape, bytes)
        Issuers.mark(&lines, bytes)
        VerseLines.mark(&lines, shape)
        CaptionRuns.mark(&lines, shape)
        Bullets.mark(&lines)
        BriefRuns.mark(&lines, shape)
        InterposedCaptions.markBySpacing(&lines, shape)
        InterposedCaptions.markByWords(&lines, bytes, shape)
        PageTop.mark(&lines)
        workspace.lineWords.begin(lines: lines.count)
        SharedWords.mark(&lines, bytes, shape, workspace.lineWords)
        shape.findSigned(lines)
        for at in lines.indices { lines[at].form = LineForm(lines[at]) }
        self.shape = shape
        settled.mark(lines)
        self.lines = lines
        let labeler = SequenceLabeler(lines, shape: shape, workspace: workspace)
        var labels = labeler.run()
        SecondReading.mark(lines, labels, bytes, shape, workspace.lineWords)
        labeler.runAgain(SecondReading.doubtful(lines, labels, workspace.costs), &labels)
        Self.keepText(&labels, of: lines)
        self.labels = labels
    }

    /// Ems of a line that is text, whatever else it looks like, at least.
    private static let shortestText = 40

    /// Takes the longest line of a page for text where all of it was taken for what belongs to the page.
    private static func keepText(_ labels: inout [Label], of lines: ContiguousArray<TextLine>) {
        guard labels.allSatisfy({ $0 == .furniture || $0 == .rubric }),
            let longest = lines.indices.max(by: { lines[$0].width < lines[$1].width }),
            lines[longest].ems >= shortestText, lines[longest].features.isDisjoint(with: .furniture)
        else { return }
        labels[longest] = .paragraph
    }

    /// White space that every line has before it is the page's margin and indents none of them.
    private static func removeMargin(_ lines: inout ContiguousArray<TextLine>) {
        guard lines.count > 1 else { return }
        var margin = lines[0].indent
        for line in lines where line.indent < margin { margin = line.indent }
        guard margin > 0 else { return }
        for at in lines.indices { lines[at].indent -= margin }
    }

    /// The line's text, without white space at its ends.
    func text(_ line: TextLine) -> String { String(of: bytes, line.start..<line.end) }
}

/// Where a page, or a piece of a very long one, begins in its source.
struct PageStart {
    /// UTF-8 offset.
    var offset: Int
    /// Number of its first line, from 1.
    var line: Int
    /// Whether a page begins here; false for the second and later pieces of a very long one.
    var isNewPage: Bool
}

extension LabeledPage {
    /// Calls the body with each page of a source in order, and with the offset where it ends, until the body returns
    /// false; returns whether all were read. A page's lines are valid during the call only.
    @discardableResult
    static func forEach(
        in bytes: UnsafeBufferPointer<UInt8>, settled: SettledLines, workspace: Workspace,
        _ body: (LabeledPage, PageStart, Int) -> Bool
    ) -> Bool {
        var scanner = LineScanner(bytes, store: workspace.lines)
        var lines: ContiguousArray<TextLine> = []
        var isFirst = true
        while true {
            var start = PageStart(offset: scanner.position, line: scanner.number, isNewPage: isFirst)
            guard scanner.nextPage(into: &lines) else { return true }
            guard !lines.isEmpty else { continue }
            if scanner.startsPage { start.isNewPage = true }
            isFirst = false
            let page = LabeledPage(bytes, lines, settled: settled, workspace: workspace)
            guard body(page, start, scanner.position) else { return false }
        }
    }

    /// The one page that begins at a place.
    init(at start: PageStart, of bytes: UnsafeBufferPointer<UInt8>, settled: SettledLines, workspace: Workspace) {
        var scanner = LineScanner(bytes, from: start.offset, number: start.line, store: workspace.lines)
        var lines: ContiguousArray<TextLine> = []
        _ = scanner.nextPage(into: &lines)
        self.init(bytes, lines, settled: settled, workspace: workspace)
    }
}
