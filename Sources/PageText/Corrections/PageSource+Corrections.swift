import Newspaper

extension PageSource {
    /// The corrections in the order in which they were made, each with the number of the first printed line that it is about;
    /// nil where there is no such line any more, or a later correction is about the same one.
    package var listedCorrections: [(correction: LineCorrection, line: Int?)] {
        var firsts = [Int?](repeating: nil, count: corrections.all.count)
        for (start, number) in settled.numbers { firsts[number] = min(firsts[number] ?? start, start) }
        return zip(corrections.all, firsts).map { ($0, $1.map(lineNumber)) }
    }

    private func lineNumber(at offset: Int) -> Int {
        printedLine(of: 1 + utf8[..<offset].lazy.filter { $0 == 0x0A }.count)
    }

    /// A line of a page, and what was made of it.
    func printedLine(_ at: Int, on page: LabeledPage, _ reading: LineReading, role: PrintedLine.Role) -> PrintedLine {
        PrintedLine(
            text: reading.text, role: role, isJoined: reading.isJoined, isMoved: reading.isMoved, kind: reading.kind,
            ruling: settled.correction(at: page.lines[at].start)?.ruling, address: address(of: at, on: page))
    }

    /// All lines of its pages, as text in which there is no story.
    package var lines: [PrintedLine] {
        let workspace = Workspace()
        var lines: [PrintedLine] = []
        utf8.withUnsafeBufferPointer { bytes in
            _ = LabeledPage.forEach(in: bytes, settled: settled, workspace: workspace) { page, _, _ in
                let readings = DecisionExplainer(page, workspace: workspace).readings(
                    ItemAssembler(page), of: self, source: 0, saysWhy: false
                ) { $0 }
                lines += readings.enumerated().map { printedLine($0, on: page, $1, role: .body) }
                return true
            }
        }
        return lines
    }

    /// How a line of a page is found again: by the correction that there is about it, else by its words and its neighbours'.
    func address(of at: Int, on page: LabeledPage) -> LineAddress? {
        guard !key.isEmpty else { return nil }
        func text(_ at: Int) -> String { page.lines.indices.contains(at) ? page.text(page.lines[at]) : "" }
        let correction =
            settled.correction(at: page.lines[at].start)
            ?? LineCorrection(.begins, words: text(at), before: text(at - 1), after: text(at + 1))
        return LineAddress(
            page: key, words: correction.words, before: correction.before, after: correction.after)
    }
}
