import Typesetting

/// A story in newspaper columns, as a pane pages through it: what is above the body across the columns of the first
/// page, the rest side by side.
package struct ColumnStory: Sendable {
    /// What stands over the columns of the first page.
    let head: [TextLayout.SetLine]
    private let story: SetStory
    private let count: Int
    private let height: Int
    /// Where the columns of the first page begin.
    private let first: TextLayout.Place

    /// - Parameters:
    ///   - story: set in one column's measure.
    ///   - across: the same story set in the measure of all columns together.
    ///   - count, height: columns side by side, and rows that a page has.
    init(_ story: SetStory, across: SetStory, count: Int, height: Int) {
        self.story = story
        self.count = count
        self.height = height
        let firstPart = story.document.firstBodyPart
        var head = Array(across.lines(from: .start, count: height).prefix { $0.paragraph < firstPart })
        // What takes half the page is no headline any more, and is set like the rest.
        if head.count > height / 2 { head = [] }
        first = head.isEmpty ? .start : TextLayout.Place(paragraph: firstPart, offset: 0)
        self.head = head
    }

    /// Whether the page that begins with a place is the one with the headline.
    func isFirst(_ place: TextLayout.Place) -> Bool { place <= first }

    /// The page that begins with the line that shows a place.
    func page(from place: TextLayout.Place) -> ColumnPage {
        isFirst(place)
            ? story.page(from: first, Columns(count: count, height: height - head.count))
            : story.page(from: place, columns)
    }

    /// Where the next page begins; nil on the last.
    func next(after place: TextLayout.Place) -> TextLayout.Place? { page(from: place).next }

    /// Where the page before begins; nil on the first.
    func previous(before place: TextLayout.Place) -> TextLayout.Place? {
        if isFirst(place) { return nil }
        guard let second = next(after: .start), second < place else { return .start }
        let previous = story.pageStart(before: place, columns)
        return previous < second ? .start : previous
    }

    /// Where the last page begins.
    var last: TextLayout.Place {
        guard let second = next(after: .start) else { return .start }
        return max(second, story.lastPage(columns))
    }

    private var columns: Columns { Columns(count: count, height: height) }
}
