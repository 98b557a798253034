import Newspaper

/// What the list of a story answers.
extension CombinedList {
    /// The lines of the pages that the story is printed on; nil for one that was not printed.
    package func printedLines(ofStoryAt position: Int) -> [PrintedLine]? {
        let origin = origin(of: position)
        return origin.list.printedLines(ofStoryAt: origin.position)
    }

    /// What belongs to the pages of all lists and to no story.
    package var furniture: [String] { lists.flatMap(\.furniture) }
}
