import Newspaper
import Synchronization
import Typesetting

/// The place on the screen and the place in the story's own words that is kept on disk.
extension StoryDocument {
    /// The headline's place is the beginning of the body; what stands after the body counts as its end.
    package func readingPlace(of place: TextLayout.Place) -> ReadingPlace {
        let found = parts[...min(max(0, place.paragraph), parts.count - 1)].lastIndex { $0.body != nil }
        guard let found, let block = parts[found].body else { return offsets.with { $0.place(block: 0, byte: 0) } }
        let byte =
            found == place.paragraph
            ? min(
                parts[found].wordOffset(ofText: place.offset) + parts[found].skipped,
                story.body[block].text.utf8.count)
            : story.body[block].text.utf8.count
        return offsets.with { $0.place(block: block, byte: byte) }
    }

    func place(of reading: ReadingPlace) -> TextLayout.Place {
        // The very beginning is where the headline can be seen.
        guard reading.block > 0 || reading.character > 0,
            parts.contains(where: { $0.body == reading.block })
        else { return .start }
        let byte = offsets.with { $0.byte(ofScalar: reading.character, inBlock: reading.block) }
        // A table has a part for each row, and what is preformatted one for each line.
        guard
            let found = parts.lastIndex(where: { $0.body == reading.block && $0.skipped <= byte })
                ?? parts.firstIndex(where: { $0.body == reading.block })
        else { return .start }
        let offset = parts[found].textOffset(ofWords: max(0, byte - parts[found].skipped))
        return TextLayout.Place(paragraph: found, offset: offset)
    }

    /// Where a place that was kept of another state of the story is in this one.
    package func found(_ place: ReadingPlace) -> ReadingPlace { offsets.with { $0.find(place) } }
}

extension StoryDocument {
    /// Gives the text of each line that the story is set in, for printing.
    ///
    /// - Parameter measure: cells of a line, 2 at least.
    package func forEachLine(measure: Int, _ body: (_ line: String) -> Void) {
        let set = SetStory(self, measure: measure)
        // Some screens at a time, so that a long story is never in memory whole.
        var place = TextLayout.Place.start
        var isFirst = true
        while true {
            let lines = set.lines(from: place, count: 512)
            for line in lines.dropFirst(isFirst ? 0 : 1) { body(line.line.text) }
            guard let last = lines.last?.place, last != place else { return }
            (place, isFirst) = (last, false)
        }
    }
}

/// The offsets of a document's story, counted as far as they were asked for.
final class StoryOffsets: Sendable {
    private let offsets: Mutex<ScalarOffsets>

    init(_ body: [Block]) { offsets = Mutex(ScalarOffsets(body)) }

    func with<Result: Sendable>(_ body: (inout ScalarOffsets) -> Result) -> Result {
        offsets.withLock { body(&$0) }
    }
}

extension TextLayout.Place {
    static let start = TextLayout.Place(paragraph: 0, offset: 0)
}
