import Newspaper

/// What the list of a story answers.
extension CombinedList {
    /// The lines of the pages that the story is printed on; nil for one that was not printed.
    package func printedLines(ofStoryAt position: Int, progress: (Int, Int) -> Bool) -> [PrintedLine]? {
        let origin = origin(of: position)
        return origin.list.printedLines(ofStoryAt: origin.position, progress: progress)
    }
}
