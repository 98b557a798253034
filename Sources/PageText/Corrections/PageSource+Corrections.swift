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
