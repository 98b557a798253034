import Newspaper

/// What only printed pages have.
extension PageTextEdition {
    /// The lines of the pages that the story is printed on. Parses them again.
    package func printedLines(ofStoryAt position: Int, progress: (Int, Int) -> Bool) -> [PrintedLine]? {
        explanation(ofStoryAt: position, progress: progress).map { reading in
            let isBody = reading.kind == .paragraph || reading.kind == .crosshead
            return PrintedLine(
                text: reading.text, role: reading.story != position ? .elsewhere : isBody ? .body : .story,
                isJoined: reading.isJoined, isMoved: reading.isMoved)
        }
    }
}
