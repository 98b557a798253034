import Newspaper

/// What only printed pages have.
extension PageTextEdition {
    /// The lines of the pages that the story is printed on. Parses them again.
    package func printedLines(ofStoryAt position: Int, progress: (Int, Int) -> Bool) -> [PrintedLine]? {
        var lines: [PrintedLine] = []
        explain(pagesOfStoryAt: position, saysWhy: false, progress: progress) { page, source, readings in
            lines += readings.enumerated().map { at, reading in
                let isBody = reading.kind == .paragraph || reading.kind == .crosshead
                let role: PrintedLine.Role = reading.story != position ? .elsewhere : isBody ? .body : .story
                return source.printedLine(at, on: page, reading, role: role)
            }
        }
        return lines
    }
}
